/* Kinds first, then what they are asked for. */
#include "domain/rule_known.h"

#include "domain/field_type.h"

#include <string.h>

/* Things that can be referred to and are no records. */
static const char other_kinds[] = "page section clause file person";

/* Fields of every record, and what is said of it besides. */
static const char common_words[] = "kind number title status due";

struct knowing {
    struct arena *arena;
    const struct site *site;
};

static bool is_any(const struct rule_check *check)
{
    return string_equals(check->parts[RULE_KINDS], "any");
}

bool rule_known_kind(const struct rule_check *check, const char *kind)
{
    return (is_any(check) || words_have(check->parts[RULE_KINDS], kind)) &&
           !words_have(check->parts[RULE_EXCEPT], kind);
}

static const char *kinds_problem(
    const struct knowing *known, const char *kinds, bool other)
{
    struct text rest = text_of(kinds);
    struct text part;

    while (text_next(&rest, ' ', &part)) {
        const char *name = text_string(known->arena, part);

        if (kind_find(known->site, name) == NULL &&
            !(other && words_have(other_kinds, name)))
            return arena_format(
                known->arena, "there is no kind of record “%s”", name);
    }
    return NULL;
}

static const char *statuses_problem(
    const struct knowing *known, const struct kind *kind, const char *statuses)
{
    struct text rest = text_of(statuses);
    struct text part;

    while (text_next(&rest, ' ', &part)) {
        const char *name = text_string(known->arena, part);

        if (kind_status(kind, name) == NULL)
            return arena_format(
                known->arena, "%s has no status “%s”", kind->name, name);
    }
    return NULL;
}

static const char *field_problem(
    const struct knowing *known, const struct kind *kind, const char *field)
{
    return kind_field(kind, field) >= 0
               ? NULL
               : arena_format(
                     known->arena, "%s has no field “%s”", kind->name, field);
}

static const char *values_problem(const struct knowing *known,
    const struct kind *kind, const struct field *field, const char *values)
{
    struct text rest = text_of(values);
    struct text part;

    while (field->choice_count > 0 && text_next(&rest, ' ', &part)) {
        const char *name = text_string(known->arena, part);

        if (field_choice(field, name) == NULL)
            return arena_format(known->arena, "%s of %s cannot be “%s”",
                field->name, kind->name, name);
    }
    return NULL;
}

static const char *date_problem(
    const struct knowing *known, const struct kind *kind, const char *field)
{
    const char *problem = field_problem(known, kind, field);

    if (problem != NULL)
        return problem;
    if (kind->fields[kind_field(kind, field)].type->control == CONTROL_DATE)
        return NULL;
    return arena_format(known->arena, "%s of %s is no date", field, kind->name);
}

static const char *condition_problem(const struct knowing *known,
    const struct kind *kind, const struct rule_condition *condition)
{
    const char *problem = field_problem(known, kind, condition->field);

    if (problem != NULL)
        return problem;
    if (condition->test == RULE_PASSED || condition->test == RULE_COMING)
        return date_problem(known, kind, condition->field);
    if (condition->test == RULE_AS)
        return field_problem(known, kind, condition->values);
    if (condition->test == RULE_IS)
        return values_problem(known, kind,
            &kind->fields[kind_field(kind, condition->field)],
            condition->values);
    return NULL;
}

/* The {fields} of the message. */
static const char *says_problem(
    const struct knowing *known, const struct kind *kind, const char *says)
{
    for (const char *open = strchr(says, '{'); open != NULL;
         open = strchr(open + 1, '{')) {
        const char *name =
            arena_copy(known->arena, open + 1, (size_t)strcspn(open + 1, "}"));
        const char *problem = words_have(common_words, name) || kind == NULL
                                  ? NULL
                                  : field_problem(known, kind, name);

        if (kind == NULL && !words_have(common_words, name))
            problem = arena_format(
                known->arena, "not every record has a field “%s”", name);
        if (problem != NULL)
            return problem;
    }
    return NULL;
}

static const char *fields_problem(
    const struct knowing *known, const struct kind *kind, const char *fields)
{
    struct text rest = text_of(fields);
    struct text part;

    while (text_next(&rest, ' ', &part)) {
        const char *problem =
            field_problem(known, kind, text_string(known->arena, part));

        if (problem != NULL)
            return problem;
    }
    return NULL;
}

static const char *kind_problem(const struct knowing *known,
    const struct rule_check *check, const struct kind *kind)
{
    const char *problem =
        statuses_problem(known, kind, check->parts[RULE_STATUSES]);

    for (size_t i = 0; i < check->condition_count && problem == NULL; i++)
        problem = condition_problem(known, kind, &check->conditions[i]);
    if (problem == NULL)
        problem = fields_problem(known, kind, check->parts[RULE_NAMING]);
    if (problem == NULL && check->parts[RULE_UNTIL][0] != '\0')
        problem = date_problem(known, kind, check->parts[RULE_UNTIL]);
    if (problem == NULL)
        problem = fields_problem(known, kind, check->parts[RULE_FOR]);
    if (problem == NULL)
        problem = says_problem(known, kind, check->says);
    return problem;
}

/* Of any record only what all have can be asked. */
static const char *any_problem(
    const struct knowing *known, const struct rule_check *check)
{
    for (size_t i = 0; i < check->condition_count; i++) {
        if (!string_equals(check->conditions[i].field, "due"))
            return arena_format(known->arena,
                "not every record has a field “%s”",
                check->conditions[i].field);
    }
    if (check->parts[RULE_STATUSES][0] != '\0')
        return "not every record has such a status";
    return says_problem(known, NULL, check->says);
}

const char *rule_known_problem(struct arena *arena, const struct site *site,
    const struct rule_check *check)
{
    const struct knowing knowing = {arena, site};
    const struct knowing *known = &knowing;
    struct text rest = text_of(check->parts[RULE_KINDS]);
    struct text part;
    const char *problem =
        is_any(check) ? any_problem(known, check)
                      : kinds_problem(known, check->parts[RULE_KINDS], false);

    if (problem == NULL)
        problem = kinds_problem(known, check->parts[RULE_EXCEPT], true);
    if (problem == NULL)
        problem = kinds_problem(known, check->parts[RULE_WITHOUT], false);
    while (problem == NULL && !is_any(check) && text_next(&rest, ' ', &part))
        problem = kind_problem(
            known, check, kind_find(site, text_string(arena, part)));
    return problem;
}
