/* A framework's nodes in order, each below a parent that stands above it. */
#include "domain/standard_library.h"

#include "base/map.h"
#include "base/yaml.h"
#include "domain/clause_kind.h"

#include <stdint.h>
#include <string.h>

enum {
    HEADING_FROM_WORDS = 80, /* bytes of a heading cut from a description */
    URN_PARTS_BEFORE = 5,    /* urn, packager, domain, type and library */
    SAME_ID_LIMIT = 99
};

struct library {
    struct standard_build build;
    struct map *ids; /* of clauses by urn */
};

/* The line is put before the message at the end of all. */
#define REFUSE(library, ...)                                                   \
    error_set((library)->build.error, ERROR_INVALID, __VA_ARGS__)

static struct text text_member(const struct json_node *node, const char *key)
{
    return text_trim(text_of(json_node_text(node, key)));
}

/* The last part of a urn: urn:intuitem:risk:req_node:own:4.1 ends in 4.1. */
static const char *end_of_urn(const char *urn)
{
    const char *colon = strrchr(urn, ':');

    return colon == NULL ? urn : colon + 1;
}

/* urn:intuitem:risk:req_node:own:part:1 is part-1 of its library. */
static const char *path_of_urn(struct arena *arena, const char *urn)
{
    const char *path = urn;

    for (int i = 0; i < URN_PARTS_BEFORE; i++) {
        const char *colon = strchr(path, ':');

        if (colon == NULL)
            return standard_naming_slug(
                arena, end_of_urn(urn), "-./()", STANDARD_CLAUSE_ID_LIMIT);
        path = colon + 1;
    }
    return standard_naming_slug(arena, path, "-./()", STANDARD_CLAUSE_ID_LIMIT);
}

/* The reference id where nothing else is called so, else the urn's end, as
 * headings of several parts are often numbered alike. */
static bool choose_id(struct library *library, const struct json_node *node,
    const char *urn, const char **id)
{
    struct arena *arena = library->build.arena;
    const char *path;

    *id = standard_naming_slug(arena, json_node_text(node, "ref_id"), "-./()",
        STANDARD_CLAUSE_ID_LIMIT);
    if ((*id)[0] != '\0' && !standard_build_has(&library->build, *id))
        return true;
    path = path_of_urn(arena, urn);
    *id = path;
    for (int i = 2; standard_build_has(&library->build, *id); i++) {
        if (i > SAME_ID_LIMIT)
            return REFUSE(library, "too many nodes are called “%s”", path);
        *id = arena_format(
            arena, "%.*s-%d", STANDARD_CLAUSE_ID_LIMIT - 4, path, i);
    }
    return (*id)[0] != '\0' ||
           REFUSE(library, "“%s” does not end in what could be an id", urn);
}

/* A first line of a description, as long as a heading may well be. */
static struct text cut_heading(struct arena *arena, struct text words)
{
    struct text line = text_of("");
    size_t size = HEADING_FROM_WORDS;

    text_next(&words, '\n', &line);
    line = text_trim(line);
    if (line.size <= HEADING_FROM_WORDS)
        return line;
    while (size > 0 && line.data[size] != ' ')
        size--;
    if (size == 0) {
        /* Not within a letter. */
        size = HEADING_FROM_WORDS;
        while (((unsigned char)line.data[size] & 0xc0) == 0x80)
            size--;
    }
    return text_of(arena_format(arena, "%.*s …", (int)size, line.data));
}

static bool read_heading(
    struct library *library, const struct json_node *node, const char *id)
{
    struct standard_build *build = &library->build;
    struct text heading = text_member(node, "name");

    if (heading.size == 0)
        heading = cut_heading(build->arena, text_member(node, "description"));
    if (heading.size == 0)
        heading = text_of(id);
    return standard_build_text(build, &build->clause->heading, heading, "name");
}

static bool read_parent(struct library *library, const struct json_node *node)
{
    const char *urn = json_node_text(node, "parent_urn");
    const char *parent;

    if (urn[0] == '\0')
        return true;
    parent = map_get(library->ids, urn);
    if (parent == NULL)
        return REFUSE(library,
            "the parent “%s” is no requirement node above this one", urn);
    return standard_build_parent(&library->build, text_of(parent));
}

static bool read_kind(struct library *library, const struct json_node *node)
{
    const struct json_node *assessable = json_node_member(node, "assessable");
    bool asks = assessable != NULL && assessable->type == NODE_TRUE;

    if (assessable != NULL && !asks && assessable->type != NODE_FALSE)
        return REFUSE(library, "“assessable” is true or false, not “%s”",
            assessable->string);
    return standard_build_kind(
        &library->build, text_of(asks ? "requirement" : "clause"));
}

/* What usually proves it is a record to keep. */
static bool read_evidence(struct library *library, const struct json_node *node)
{
    struct standard_build *build = &library->build;
    struct text evidence = text_member(node, "typical_evidence");
    const char *words = "";

    if (evidence.size == 0 || !standard_kind_asks(build->clause->kind))
        return true;
    return standard_build_text(build, &words, evidence, "typical_evidence") &&
           standard_build_detail(build, "record", "", text_of(words));
}

static bool read_node(struct library *library, const struct json_node *node)
{
    struct standard_build *build = &library->build;
    const char *urn = json_node_text(node, "urn");
    struct text asks = text_member(node, "description");
    const char *id;

    build->line = node->line;
    if (node->type != NODE_OBJECT)
        return REFUSE(library, "a requirement node is a mapping");
    if (urn[0] == '\0')
        return REFUSE(library, "the requirement node has no “urn”");
    if (map_get(library->ids, urn) != NULL)
        return REFUSE(library, "the urn “%s” stands there twice", urn);
    if (!choose_id(library, node, urn, &id) ||
        !standard_build_clause(build, text_of(id)))
        return false;
    map_set(library->ids, urn, (void *)(uintptr_t)id);
    return read_parent(library, node) && read_kind(library, node) &&
           read_heading(library, node, id) && read_evidence(library, node) &&
           (asks.size == 0 || standard_build_text(build, &build->clause->asks,
                                  asks, "description"));
}

/* objects.framework, or the only one of objects.frameworks. */
static const struct json_node *find_framework(const struct json_node *root)
{
    const struct json_node *objects = json_node_member(root, "objects");
    const struct json_node *one = json_node_member(objects, "framework");
    const struct json_node *list = json_node_member(objects, "frameworks");

    if (one == NULL && list != NULL && list->type == NODE_ARRAY &&
        list->first != NULL && list->first->next == NULL)
        one = list->first;
    return one != NULL && one->type == NODE_OBJECT ? one : NULL;
}

/* Of the framework where it says so, else of the library. */
static const char *either(const struct json_node *framework,
    const struct json_node *root, const char *key)
{
    const char *value = json_node_text(framework, key);

    return value[0] == '\0' ? json_node_text(root, key) : value;
}

static bool read_library(struct library *library, const struct json_node *root,
    const struct standard_naming *naming)
{
    struct standard_build *build = &library->build;
    const struct json_node *framework = find_framework(root);
    const struct json_node *nodes =
        json_node_member(framework, "requirement_nodes");
    const char *called = either(framework, root, "ref_id");
    const char *id = called;

    build->line = root->line;
    if (framework == NULL)
        return REFUSE(
            library, "this is YAML, but no library with “objects: framework:”");
    build->line = framework->line;
    if (nodes == NULL || nodes->type != NODE_ARRAY || nodes->first == NULL)
        return REFUSE(library, "the framework has no list “requirement_nodes”");
    if (id[0] == '\0')
        id = end_of_urn(either(framework, root, "urn"));
    if (!standard_naming_apply(naming, build,
            standard_naming_id(build->arena, id), called,
            either(framework, root, "name")))
        return false;
    for (const struct json_node *n = nodes->first; n != NULL; n = n->next) {
        if (!read_node(library, n))
            return false;
    }
    return standard_build_end(build);
}

bool standard_library_parse(struct arena *arena, struct text content,
    const struct standard_naming *naming, struct standard_file *file,
    struct error *error)
{
    struct library library = {.build = standard_build_begin(arena, file, error),
        .ids = map_create(arena)};
    struct json_node *root;

    if (!yaml_node_parse(arena, content, &root, error))
        return false;
    return read_library(&library, root, naming) ||
           error_wrap(
               error, arena_format(arena, "line %zu", library.build.line));
}

/* A line `---`, or one that begins with `word:`. */
bool standard_library_looks(struct text content)
{
    struct text line;

    while (text_next(&content, '\n', &line)) {
        struct text word = text_of("");
        struct text rest = line;

        if (text_trim(line).size == 0 || line.data[0] == '#')
            continue;
        if (text_begins(line, "---") || text_begins(line, "%YAML"))
            return true;
        text_next(&rest, ':', &word);
        return word.size > 0 && word.size < line.size &&
               memchr(word.data, ' ', word.size) == NULL;
    }
    return false;
}
