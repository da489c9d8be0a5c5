/* Fields that refer to something: people, records, clauses, sections, files. */
#include "domain/field_types.h"

#include "domain/clause_kind.h"
#include "domain/reference.h"
#include "domain/resolve.h"

#include <string.h>

bool field_check_person(FIELD_CHECK_ARGUMENTS)
{
    struct reference reference = {.type = REFERENCE_PERSON,
        .scheme = "person",
        .name = input,
        .section = ""};
    struct target target;

    FIELD_UNUSED_PLACE;
    if (!resolve_reference(context, &reference, &target, error))
        return false;
    if (!target.present)
        return error_set(
            error, ERROR_INVALID, "There is nobody called “%s”.", input);
    *value = input;
    return true;
}

/* One word of a list: `finding:8`, or for clauses `27001/A.8.13`. */
static bool check_one_reference(struct context *context,
    const struct field *field, const char *word, bool clause,
    const char **canonical, struct error *error)
{
    struct reference reference;
    struct target target;
    const char *full = word;

    if (clause && !string_begins(word, "clause:"))
        full = arena_format(context->arena, "clause:%s", word);
    if (!reference_parse(context->arena, text_of(full), &reference, error))
        return error_set(
            error, ERROR_INVALID, "“%s”: %s.", word, error->message);
    if (reference.type == REFERENCE_MEETS ||
        (clause && reference.type != REFERENCE_CLAUSE))
        return error_set(error, ERROR_INVALID,
            "“%s” is not a clause; write it as 27001/A.8.13.", word);
    if (field->kinds[0] != '\0' && !words_have(field->kinds, reference.scheme))
        return error_set(error, ERROR_INVALID,
            "“%s” is not one of the kinds that fit here: %s.", word,
            field->kinds);
    if (!resolve_reference(context, &reference, &target, error))
        return false;
    if (!target.present && reference.type == REFERENCE_CLAUSE)
        return error_set(
            error, ERROR_INVALID, "“%s”: %s.", word, target.reason);
    *canonical = target.ref;
    return true;
}

static bool check_list(struct context *context, const struct field *field,
    const char *input, bool clause, size_t most, const char **value,
    struct error *error)
{
    struct builder list = builder_create(context->arena);
    char *copy = arena_string(context->arena, input);
    struct text rest;
    struct text part;
    size_t count = 0;

    for (char *p = copy; *p != '\0'; p++) {
        if (*p == ',' || *p == ';' || *p == '\n' || *p == '\t')
            *p = ' ';
    }
    rest = text_of(copy);
    while (text_next(&rest, ' ', &part)) {
        const char *canonical = "";

        if (part.size == 0)
            continue;
        if (++count > most)
            return error_set(error, ERROR_INVALID,
                most == 1 ? "Only one reference fits here."
                          : "Too many references: at most %zu fit here.",
                most);
        if (!check_one_reference(context, field,
                text_string(context->arena, part), clause, &canonical, error))
            return false;
        if (words_have(builder_string(&list), canonical))
            continue;
        if (list.size > 0)
            builder_byte(&list, ' ');
        builder_put(&list, canonical);
    }
    *value = builder_string(&list);
    return true;
}

bool field_check_reference(FIELD_CHECK_ARGUMENTS)
{
    (void)kind;
    return check_list(context, field, input, false, 1, value, error);
}

bool field_check_references(FIELD_CHECK_ARGUMENTS)
{
    (void)kind;
    return check_list(context, field, input, false, 500, value, error);
}

bool field_check_clauses(FIELD_CHECK_ARGUMENTS)
{
    (void)kind;
    return check_list(context, field, input, true, 500, value, error);
}

/* One that is rolled up from others, or asks for nothing, would be named in
 * vain. */
static bool check_demand(
    struct context *context, const char *ref, struct error *error)
{
    const char *word = ref + strlen("clause:");
    const char *kind = "";

    if (!database_text(context->db,
            "select clause.kind from item join clause on clause.id = item.id "
            "where item.ref = $1",
            VALUES(value_text(ref)), &kind, error))
        return false;
    if (standard_kind_is_group(kind))
        return error_set(error, ERROR_INVALID,
            "“%s” is a heading, of which nothing can be said for all that "
            "stands below it. Name the clauses themselves.",
            word);
    return standard_kind_asks(kind) ||
           error_set(error, ERROR_INVALID, "“%s” asks for nothing.", word);
}

bool field_check_demands(FIELD_CHECK_ARGUMENTS)
{
    struct text rest;
    struct text ref;

    (void)kind;
    if (!check_list(context, field, input, true, 500, value, error))
        return false;
    rest = text_of(*value);
    while (text_next(&rest, ' ', &ref)) {
        if (!check_demand(context, text_string(context->arena, ref), error))
            return false;
    }
    return true;
}

bool field_check_clause(FIELD_CHECK_ARGUMENTS)
{
    (void)kind;
    return check_list(context, field, input, true, 1, value, error);
}

/* One reference of a single type. */
static bool check_typed(struct context *context, const struct field *field,
    const char *input, enum reference_type type, const char *advice,
    const char **value, struct error *error)
{
    struct reference reference;
    struct error problem = error_create(context->arena);

    if (!reference_parse(
            context->arena, text_of(input), &reference, &problem) ||
        reference.type != type)
        return error_set(error, ERROR_INVALID, "“%s” %s", input, advice);
    return check_list(context, field, input, false, 1, value, error);
}

bool field_check_section(FIELD_CHECK_ARGUMENTS)
{
    (void)kind;
    return check_typed(context, field, input, REFERENCE_PAGE,
        "is not a page or a section. Write it as page:policy#scope.", value,
        error);
}

bool field_check_file(FIELD_CHECK_ARGUMENTS)
{
    (void)kind;
    return check_typed(context, field, input, REFERENCE_FILE,
        "is not a file. Add the file to the record first, then copy its "
        "reference here, or choose one to send.",
        value, error);
}
