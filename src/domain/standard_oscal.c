/* Twice through the catalog: for what is named in it, then for its clauses. */
#include "domain/standard_oscal.h"

#include "domain/oscal_prose.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

enum { OSCAL_DEPTH_LIMIT = 16 }; /* groups and controls within each other */

struct oscal {
    struct standard_build build;
    struct map *parameters; /* nodes by id */
    struct map *labels; /* clause ids by the id of the control or of a part */
    const char *path;
};

/* The path is put before the message at the end of all. */
#define REFUSE(oscal, ...)                                                     \
    error_set((oscal)->build.error, ERROR_INVALID, __VA_ARGS__)

static struct arena *arena_of(struct oscal *oscal)
{
    return oscal->build.arena;
}

/* What stands in a list that may be missing. */
static bool list_of(struct oscal *oscal, const struct json_node *object,
    const char *name, const struct json_node **first)
{
    const struct json_node *list = json_node_member(object, name);

    *first = NULL;
    if (list == NULL)
        return true;
    if (list->type != NODE_ARRAY)
        return REFUSE(oscal, "“%s” is no list", name);
    for (const struct json_node *n = list->first; n != NULL; n = n->next) {
        if (n->type != NODE_OBJECT)
            return REFUSE(oscal, "“%s” is no list of objects", name);
    }
    *first = list->first;
    return true;
}

/* A control is called as it is printed, AC-2(1), where that is said. */
static const char *id_of(
    struct oscal *oscal, const struct json_node *object, const char *otherwise)
{
    const char *id = standard_naming_slug(
        arena_of(oscal), oscal_label(object), "-.()", STANDARD_CLAUSE_ID_LIMIT);

    if (id[0] == '\0')
        id = standard_naming_slug(arena_of(oscal), json_node_text(object, "id"),
            "-.()", STANDARD_CLAUSE_ID_LIMIT);
    return id[0] == '\0' ? otherwise : id;
}

/* Links may lead to a part: it is told by the control that it is of. What is
 * nested too deep, or is no part, is not led to. */
static void collect_parts(struct oscal *oscal, const struct json_node *object,
    const char *label, int depth)
{
    const struct json_node *parts = json_node_member(object, "parts");

    if (parts == NULL || parts->type != NODE_ARRAY || depth > OSCAL_DEPTH_LIMIT)
        return;
    for (const struct json_node *p = parts->first; p != NULL; p = p->next) {
        const char *id = json_node_text(p, "id");

        if (id[0] != '\0')
            map_set(oscal->labels, id, (void *)(uintptr_t)label);
        collect_parts(oscal, p, label, depth + 1);
    }
}

static bool collect(
    struct oscal *oscal, const struct json_node *object, int depth)
{
    static const char *const lists[] = {"groups", "controls"};
    const char *id = json_node_text(object, "id");
    const struct json_node *node;

    if (depth > OSCAL_DEPTH_LIMIT)
        return REFUSE(oscal, "nested more than %d levels", OSCAL_DEPTH_LIMIT);
    if (id[0] != '\0') {
        const char *label = id_of(oscal, object, "");

        map_set(oscal->labels, id, (void *)(uintptr_t)label);
        collect_parts(oscal, object, label, 0);
    }
    if (!list_of(oscal, object, "params", &node))
        return false;
    for (; node != NULL; node = node->next)
        map_set(oscal->parameters, json_node_text(node, "id"),
            (void *)(uintptr_t)node);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (!list_of(oscal, object, lists[i], &node))
            return false;
        for (; node != NULL; node = node->next) {
            if (!collect(oscal, node, depth + 1))
                return false;
        }
    }
    return true;
}

/* "Withdrawn: incorporated into AC-2, AU-6." */
static bool withdrawn_words(
    struct oscal *oscal, const struct json_node *control, const char **words)
{
    struct builder out = builder_create(arena_of(oscal));
    struct map *named = map_create(arena_of(oscal));
    const struct json_node *link;

    builder_put(&out, "Withdrawn");
    if (!list_of(oscal, control, "links", &link))
        return false;
    for (size_t count = 0; link != NULL; link = link->next) {
        const char *relation = json_node_text(link, "rel");
        const char *target = json_node_text(link, "href");
        const char *label;

        if (!string_equals(relation, "incorporated-into") &&
            !string_equals(relation, "moved-to"))
            continue;
        label = target[0] == '#' ? map_get(oscal->labels, target + 1) : NULL;
        if (label == NULL || map_get(named, label) != NULL)
            continue;
        map_set(named, label, oscal);
        if (count++ > 0)
            builder_put(&out, ", ");
        else
            builder_put(&out,
                relation[0] == 'm' ? ": moved to " : ": incorporated into ");
        builder_put(&out, label);
    }
    builder_byte(&out, '.');
    *words = builder_string(&out);
    return true;
}

static bool read_asks(
    struct oscal *oscal, const struct json_node *object, bool withdrawn)
{
    const char *asks;

    if (withdrawn) {
        if (!withdrawn_words(oscal, object, &asks))
            return false;
    } else if (!oscal_prose_statement(
                   arena_of(oscal), oscal->parameters, object, &asks)) {
        return REFUSE(
            oscal, "the statement has more than %d bytes", OSCAL_PROSE_LIMIT);
    }
    return text_trim(text_of(asks)).size == 0 ||
           standard_build_text(&oscal->build, &oscal->build.clause->asks,
               text_of(asks), "prose");
}

static bool read_clause(struct oscal *oscal, const struct json_node *object,
    const char *kind, const char *parent, const char **id)
{
    struct standard_build *build = &oscal->build;
    const char *title = json_node_text(object, "title");
    bool withdrawn =
        strcasecmp(oscal_property(object, "status"), "withdrawn") == 0;

    *id = id_of(oscal, object,
        arena_format(
            build->arena, "%s-%zu", kind, build->file->clause_count + 1));
    if (text_trim(text_of(title)).size == 0)
        return REFUSE(oscal, "there is no “title”");
    return standard_build_clause(build, text_of(*id)) &&
           (parent[0] == '\0' ||
               standard_build_parent(build, text_of(parent))) &&
           standard_build_kind(build, text_of(withdrawn ? "note" : kind)) &&
           standard_build_text(
               build, &build->clause->heading, text_of(title), "title") &&
           read_asks(oscal, object, withdrawn);
}

/* What is below a group or a control, and itself when it has a kind. */
static bool read_tree(struct oscal *oscal, const struct json_node *object,
    const char *kind, const char *parent)
{
    static const struct {
        const char *list;
        const char *kind;
    } lists[] = {{"groups", "theme"}, {"controls", "control"}};
    const char *path = oscal->path;
    const char *id = "";

    if (kind[0] != '\0' && !read_clause(oscal, object, kind, parent, &id))
        return false;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const struct json_node *node;
        size_t place = 0;

        if (!list_of(oscal, object, lists[i].list, &node))
            return false;
        for (; node != NULL; node = node->next) {
            oscal->path = arena_format(
                arena_of(oscal), "%s.%s[%zu]", path, lists[i].list, place++);
            if (!read_tree(oscal, node, lists[i].kind, id))
                return false;
        }
        oscal->path = path;
    }
    return true;
}

/* The title where it is short enough for an id, else the file's name. */
static const char *id_from_title(struct oscal *oscal, const char *title,
    const char *version, const struct standard_naming *naming)
{
    struct arena *arena = arena_of(oscal);
    const char *number =
        standard_naming_slug(arena, title, "-.", STANDARD_TEXT_LIMIT);
    const char *edition =
        standard_naming_slug(arena, version, "-.", STANDARD_NUMBER_LIMIT);

    if (strlen(number) > STANDARD_NUMBER_LIMIT && naming->file[0] != '\0')
        number = naming->file;
    number = standard_naming_slug(arena, number, "-.", STANDARD_NUMBER_LIMIT);
    if (number[0] == '\0' || edition[0] == '\0')
        return number;
    return arena_format(arena, "%s:%s", number, edition);
}

static bool read_catalog(struct oscal *oscal, const struct json_node *root,
    const struct standard_naming *naming)
{
    const struct json_node *catalog = json_node_member(root, "catalog");
    const struct json_node *metadata = json_node_member(catalog, "metadata");
    const char *title = json_node_text(metadata, "title");

    if (catalog == NULL || catalog->type != NODE_OBJECT)
        return REFUSE(oscal, "this is JSON, but no OSCAL catalog: that has one "
                             "member “catalog”");
    oscal->path = "catalog";
    if (!collect(oscal, catalog, 0))
        return false;
    oscal->path = "catalog.metadata";
    if (title[0] == '\0')
        return REFUSE(oscal, "there is no “title”");
    if (!standard_naming_apply(naming, &oscal->build,
            id_from_title(
                oscal, title, json_node_text(metadata, "version"), naming),
            "", title))
        return false;
    oscal->path = "catalog";
    return read_tree(oscal, catalog, "", "") &&
           (oscal->build.file->clause_count > 0 ||
               REFUSE(oscal, "there is no control")) &&
           standard_build_end(&oscal->build);
}

bool standard_oscal_parse(struct arena *arena, struct text content,
    const struct standard_naming *naming, struct standard_file *file,
    struct error *error)
{
    struct oscal oscal = {.build = standard_build_begin(arena, file, error),
        .parameters = map_create(arena),
        .labels = map_create(arena),
        .path = "$"};
    struct json_node *root;

    if (!json_node_parse(arena, content, &root, error))
        return false;
    return read_catalog(&oscal, root, naming) || error_wrap(error, oscal.path);
}

bool standard_oscal_looks(struct text content)
{
    struct text text = text_trim(content);

    return text.size > 0 && text.data[0] == '{';
}
