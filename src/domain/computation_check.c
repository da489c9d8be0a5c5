/* What may be computed from what. */
#include "domain/computation.h"

#include "base/duration.h"
#include "domain/field.h"

#include <string.h>

/* Can the field refer to records of the kind? */
static bool may_lead_to(const struct field *field, const char *kind)
{
    return (string_equals(field->type->name, "reference") ||
               string_equals(field->type->name, "references")) &&
           (field->kinds[0] == '\0' || words_have(field->kinds, kind));
}

static bool links_to(
    const struct kind *from, const char *field, const char *kind)
{
    int place = kind_field(from, field);

    return place >= 0 && may_lead_to(&from->fields[place], kind);
}

static const struct kind *kind_called(
    const struct kinds *kinds, const char *name)
{
    for (size_t i = 0; i < kinds->count; i++) {
        if (string_equals(kinds->kinds[i].name, name))
            return &kinds->kinds[i];
    }
    return NULL;
}

/* What is wrong with an argument that is a field of the same kind, or NULL. */
static const char *field_problem(const struct kind *kind,
    const struct field *field, char sort, const char *word)
{
    struct duration length;
    int place = kind_field(kind, word);
    const struct field *from = place < 0 ? NULL : &kind->fields[place];

    if (sort == 'd' && word[0] == 'P' && duration_parse(word, &length))
        return NULL;
    if (from == NULL || from == field)
        return from == NULL ? "is no field of this kind"
                            : "is the field itself";
    switch (sort) {
    case 'n':
        return from->type->amount != NULL ? NULL : "is no number or level";
    case 't':
        return words_have("date moment", from->type->name)
                   ? NULL
                   : "is no date and no date and time";
    case 'd':
        return string_equals(from->type->name, "duration")
                   ? NULL
                   : "is no length of time";
    default:
        return words_have("choice scale", from->type->name)
                   ? NULL
                   : "is no choice of one of several";
    }
}

/* The same of one that is about records of another kind; `other` is the kind
 * named before it. */
static const char *other_problem(const struct kinds *kinds,
    const struct kind *kind, const struct kind *other, char sort,
    const char *word)
{
    if (sort == 'k')
        return kind_called(kinds, word) != NULL ? NULL : "is no kind of record";
    if (sort == 'a')
        return kind_field(other, word) >= 0 ? NULL : "is no field of that kind";
    for (size_t i = 0; i < kinds->count; i++) {
        if ((other == NULL || other == &kinds->kinds[i]) &&
            links_to(&kinds->kinds[i], word, kind->name))
            return NULL;
    }
    return other == NULL ? "is no field in which records refer to this kind"
                         : "is no field in which that kind refers to this one";
}

/* What is computed from computed values stands after them, and what is saved
 * with the record is not computed from what changes without it. */
static const char *order_problem(
    const struct kind *kind, const struct field *field, const char *word)
{
    int place = kind_field(kind, word);
    const struct field *from = place < 0 ? NULL : &kind->fields[place];

    if (from == NULL || from->computed[0] == '\0')
        return NULL;
    if (from > field)
        return "is computed itself, so it must stand before this field";
    if (computation_is_live(from) && !computation_is_live(field))
        return "changes from day to day, and this is saved with the record";
    return NULL;
}

/* What is wrong with the argument, or NULL. */
static const char *argument_problem(const struct kinds *kinds,
    const struct kind *kind, const struct field *field,
    const struct kind *other, char sort, const char *word)
{
    const char *problem;

    if (strchr("kla", sort) != NULL)
        return other_problem(kinds, kind, other, sort, word);
    problem = field_problem(kind, field, sort, word);
    return problem != NULL ? problem : order_problem(kind, field, word);
}

bool computation_check(const struct kinds *kinds, const struct kind *kind,
    const struct field *field, struct error *error)
{
    struct computation_form form;
    const struct kind *other = NULL;
    struct text rest;
    struct text word;
    const char *sorts;

    if (field->computed[0] == '\0')
        return true;
    if (!computation_form(field, &rest, &form))
        return error_set(
            error, ERROR_INVALID, "unknown computation “%s”", field->computed);
    if (form.types[0] != '\0' && !words_have(form.types, field->type->name))
        return error_set(error, ERROR_INVALID,
            "“%s” gives no %s; the field's type can be %s", field->computed,
            field->type->name, form.types);
    sorts = form.sorts;
    while (text_next(&rest, ' ', &word)) {
        const char *name = text_string(error->arena, word);
        const char *problem;

        if (*sorts == '\0')
            return error_set(error, ERROR_INVALID, "“%s”: “%s” is too much",
                field->computed, name);
        problem = argument_problem(kinds, kind, field, other, *sorts, name);
        if (problem != NULL)
            return error_set(error, ERROR_INVALID, "“%s”: “%s” %s",
                field->computed, name, problem);
        if (*sorts == 'k')
            other = kind_called(kinds, name);
        sorts++;
    }
    if (*sorts != '\0' && *sorts != 'o')
        return error_set(error, ERROR_INVALID,
            "“%s”: something is missing at the end", field->computed);
    return true;
}
