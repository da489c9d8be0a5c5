/* What is wrong with a clause is known once the next one begins. */
#include "domain/standard_build.h"

#include "domain/clause_kind.h"

#include <stdint.h>
#include <string.h>

/* The caller puts the place before the message. */
#define REFUSE(build, ...) error_set((build)->error, ERROR_INVALID, __VA_ARGS__)

struct standard_build standard_build_begin(
    struct arena *arena, struct standard_file *file, struct error *error)
{
    *file = (struct standard_file){.id = "",
        .number = "",
        .edition = "",
        .name = "",
        .title = "",
        .scope = ""};
    return (struct standard_build){.arena = arena,
        .file = file,
        .places = map_create(arena),
        .line = 1,
        .error = error};
}

/* What may stand after the `/` of a reference to a clause, and for a standard
 * before it. */
static bool is_id(struct text id, const char *extra, size_t most)
{
    for (size_t i = 0; i < id.size; i++) {
        char c = id.data[i];

        if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                (c >= 'a' && c <= 'z')) &&
            (c == '\0' || strchr(extra, c) == NULL))
            return false;
    }
    return id.size > 0 && id.size <= most;
}

bool standard_build_once(struct standard_build *build, const char **place,
    struct text value, const char *word)
{
    if ((*place)[0] != '\0')
        return REFUSE(build, "a second “%s”", word);
    *place = text_string(build->arena, value);
    return true;
}

bool standard_build_text(struct standard_build *build, const char **place,
    struct text value, const char *word)
{
    struct builder words = builder_create(build->arena);
    struct text rest = text_trim(value);

    if (rest.size > STANDARD_TEXT_LIMIT)
        return error_set(build->error, ERROR_TOO_LARGE,
            "“%s” has %zu bytes; it may have %d", word, rest.size,
            STANDARD_TEXT_LIMIT);
    if (!text_is_clean(rest, NULL))
        return REFUSE(build, "“%s” is not plain UTF-8 text", word);
    builder_reserve(&words, rest.size + 1);
    for (size_t i = 0; i < rest.size; i++) {
        char c = rest.data[i];
        bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';

        if (!space)
            builder_byte(&words, c);
        else if (words.data[words.size - 1] != ' ')
            builder_byte(&words, ' ');
    }
    return standard_build_once(
        build, place, text_of(builder_string(&words)), word);
}

bool standard_build_has(const struct standard_build *build, const char *id)
{
    return map_get(build->places, id) != NULL;
}

bool standard_build_id(struct standard_build *build, struct text value)
{
    struct standard_file *file = build->file;
    struct text edition = value;
    struct text number;

    if (!standard_build_once(build, &file->id, value, "standard"))
        return false;
    text_next(&edition, ':', &number);
    if (!is_id(number, "-.", 32) ||
        (number.size < value.size && !is_id(edition, "-.", 32)))
        return REFUSE(
            build, "a standard is written NUMBER:EDITION, such as 27001:2022");
    file->number = text_string(build->arena, number);
    file->edition =
        number.size < value.size ? text_string(build->arena, edition) : "";
    return true;
}

static struct standard_file_clause *find_clause(
    const struct standard_build *build, const char *id)
{
    uintptr_t place = (uintptr_t)map_get(build->places, id);

    return place == 0 ? NULL : &build->file->clauses[place - 1];
}

/* A lettered item hangs on a clause that asks, and carries its id. */
static bool check_item(struct standard_build *build,
    const struct standard_file_clause *clause,
    const struct standard_file_clause *parent)
{
    if (parent == NULL || !standard_kind_is_leaf(parent->kind))
        return REFUSE(build,
            "item %s needs a parent that is a requirement, control or "
            "amendment",
            clause->id);
    if (!string_begins(
            clause->id, arena_format(build->arena, "%s/", parent->id)))
        return REFUSE(build,
            "item %s must be called after its parent, such as %s/a", clause->id,
            parent->id);
    return true;
}

static bool is_of_stage(const struct standard_file_detail *detail)
{
    return !string_equals(detail->kind, "document") &&
           !string_equals(detail->kind, "record") &&
           !string_equals(detail->kind, "attribute");
}

static bool check_kind(
    struct standard_build *build, const struct standard_file_clause *clause)
{
    const struct standard_file_clause *parent =
        find_clause(build, clause->parent);

    if (parent != NULL && string_equals(parent->kind, "item"))
        return REFUSE(build,
            "%s is an item: nothing can stand below it, as %s does", parent->id,
            clause->id);
    if (string_equals(clause->kind, "item") &&
        !check_item(build, clause, parent))
        return false;
    if (standard_kind_asks(clause->kind))
        return true;
    if (clause->expectation_count > 0) {
        build->line = clause->expectations[0].line;
        return REFUSE(build,
            "clause %s is a %s and asks for nothing itself: no “expect” here",
            clause->id, clause->kind);
    }
    for (size_t i = 0; i < clause->detail_count; i++) {
        /* A heading says what is looked at below it. */
        if (standard_kind_is_group(clause->kind) &&
            is_of_stage(&clause->details[i]))
            continue;
        build->line = clause->details[i].line;
        return REFUSE(build,
            "clause %s is a %s and asks for nothing itself: no “documented”%s "
            "or “attribute” here",
            clause->id, clause->kind,
            standard_kind_is_group(clause->kind) ? "" : ", “stage”");
    }
    return true;
}

static bool end_clause(struct standard_build *build)
{
    const struct standard_file_clause *clause = build->clause;
    size_t line = build->line;

    if (clause == NULL)
        return true;
    build->line = clause->line;
    if (clause->kind[0] == '\0')
        return REFUSE(build, "clause %s has no kind", clause->id);
    if (clause->heading[0] == '\0')
        return REFUSE(build, "clause %s has no heading", clause->id);
    if (!check_kind(build, clause))
        return false;
    build->line = line;
    return true;
}

/* Room for one more. A list holds as many as the next power of two. */
static void *make_room(
    struct arena *arena, void *list, size_t count, size_t size)
{
    void *larger;

    if ((count & (count - 1)) != 0)
        return list;
    larger = arena_array(arena, count == 0 ? 1 : size_multiply(count, 2), size);
    if (count > 0)
        memcpy(larger, list, count * size);
    return larger;
}

bool standard_build_clause(struct standard_build *build, struct text value)
{
    struct standard_file *file = build->file;
    const char *id;

    if (!end_clause(build))
        return false;
    if (!is_id(value, "-./()", 64))
        return REFUSE(build, "“%s” is no clause id, such as 9.2.2 or A.8.13",
            text_string(build->arena, value));
    id = text_string(build->arena, value);
    if (map_get(build->places, id) != NULL)
        return REFUSE(build, "clause %s stands there twice", id);
    if (file->clause_count == STANDARD_CLAUSE_LIMIT)
        return REFUSE(
            build, "a standard may have %d clauses", STANDARD_CLAUSE_LIMIT);
    file->clauses = make_room(
        build->arena, file->clauses, file->clause_count, sizeof *file->clauses);
    build->clause = &file->clauses[file->clause_count++];
    *build->clause = (struct standard_file_clause){.id = id,
        .parent = "",
        .kind = "",
        .heading = "",
        .asks = "",
        .shares = "",
        .line = build->line};
    map_set(build->places, id, (void *)(uintptr_t)file->clause_count);
    return true;
}

bool standard_build_parent(struct standard_build *build, struct text id)
{
    struct standard_file_clause *clause = build->clause;

    if (!standard_build_once(build, &clause->parent, id, "parent"))
        return false;
    if (string_equals(clause->parent, clause->id) ||
        map_get(build->places, clause->parent) == NULL)
        return REFUSE(
            build, "parent “%s” is no clause above this one", clause->parent);
    return true;
}

bool standard_build_kind(struct standard_build *build, struct text kind)
{
    if (!clause_kind_is_known(kind))
        return REFUSE(build,
            "“%s” is no kind of clause: clause, requirement, control, theme, "
            "amendment, note or item",
            text_string(build->arena, kind));
    return standard_build_once(build, &build->clause->kind, kind, "kind");
}

bool standard_build_shares(struct standard_build *build, struct text place)
{
    if (!is_id(place, "-./()", 64))
        return REFUSE(build,
            "“%s” is no place in the shared structure, such as 9.2.2",
            text_string(build->arena, place));
    return standard_build_once(build, &build->clause->shares, place, "shares");
}

bool standard_build_detail(struct standard_build *build, const char *kind,
    const char *name, struct text words)
{
    struct standard_file_clause *clause = build->clause;
    size_t count = clause->detail_count;

    if (count == STANDARD_DETAIL_LIMIT)
        return REFUSE(build,
            "a clause may have %d lines “documented”, “stage” and “attribute”",
            STANDARD_DETAIL_LIMIT);
    for (size_t i = 0; i < count && name[0] != '\0'; i++) {
        if (string_equals(clause->details[i].name, name))
            return REFUSE(build, "a second “%s %s”", kind, name);
    }
    clause->details = make_room(
        build->arena, clause->details, count, sizeof *clause->details);
    clause->details[count] = (struct standard_file_detail){.kind = kind,
        .name = name,
        .words = text_string(build->arena, words),
        .line = build->line};
    clause->detail_count++;
    return true;
}

bool standard_build_expect(struct standard_build *build, struct text words)
{
    struct standard_file_clause *clause = build->clause;
    size_t count = clause->expectation_count;
    struct expectation expectation;
    struct error problem = error_create(build->arena);

    if (count == STANDARD_EXPECTATION_LIMIT)
        return REFUSE(build, "a clause may have %d expectations",
            STANDARD_EXPECTATION_LIMIT);
    if (!expectation_parse(build->arena, words, &expectation, &problem))
        return REFUSE(build, "%s", problem.message);
    clause->expectations = make_room(build->arena, clause->expectations, count,
        sizeof *clause->expectations);
    clause->expectations[count] = (struct standard_file_expectation){
        .expectation = expectation, .line = build->line};
    clause->expectation_count++;
    return true;
}

bool standard_build_end(struct standard_build *build)
{
    const struct standard_file *file = build->file;

    if (!end_clause(build))
        return false;
    if (file->id[0] == '\0')
        return REFUSE(build, "there is no line “standard”");
    if (file->name[0] == '\0' || file->title[0] == '\0')
        return REFUSE(build, "there is no line “%s”",
            file->name[0] == '\0' ? "name" : "title");
    if (file->clause_count == 0)
        return REFUSE(build, "there is no clause");
    return true;
}
