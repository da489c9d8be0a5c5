/* What cannot be, by the computations of the kinds. */
#include "domain/record_sense.h"

#include "domain/computation.h"

#include <string.h>

/* One check under way. */
struct sense {
    struct context *context;
    const struct record *record;
    struct record_problems *problems;
};

static bool has_problem(
    const struct record_problems *problems, const struct field *field)
{
    for (size_t i = 0; i < problems->count; i++) {
        if (problems->problems[i].field == field)
            return true;
    }
    return false;
}

static void refuse(
    struct sense *sense, const struct field *field, const char *message)
{
    if (!has_problem(sense->problems, field))
        sense->problems->problems[sense->problems->count++] =
            (struct field_problem){field, message};
}

/* A field that a computation names, and what stands in it. */
struct moment {
    const struct field *field;
    const char *value; /* "" when it is empty or wrong */
};

static struct moment moment_of(const struct sense *sense,
    const struct field *computed, const char *computation, size_t argument)
{
    const struct kind *kind = sense->record->kind;
    const char *name = computation_argument(
        sense->context->arena, computed, computation, argument);
    int place = name == NULL ? -1 : kind_field(kind, name);

    if (place < 0 || kind->fields[place].retired ||
        has_problem(sense->problems, &kind->fields[place]))
        return (struct moment){NULL, ""};
    return (struct moment){&kind->fields[place], sense->record->values[place]};
}

static bool is_before(struct moment a, struct moment b)
{
    return a.field != NULL && b.field != NULL &&
           computation_is_before(a.value, b.value);
}

/* Nothing ends before it began. */
static void check_span(struct sense *sense, const struct field *computed)
{
    struct moment began = moment_of(sense, computed, "days_open", 0);
    struct moment ended = moment_of(sense, computed, "days_open", 1);

    if (is_before(ended, began) && ended.field->computed[0] == '\0')
        refuse(sense, ended.field,
            arena_format(sense->context->arena, "%s cannot be before %s.",
                ended.field->label, began.field->label));
}

/* What is noticed before it happens has been prevented, or not happened. */
static void check_times(struct sense *sense, const struct field *computed)
{
    struct arena *arena = sense->context->arena;
    struct moment happened = moment_of(sense, computed, "time_class", 0);
    struct moment noticed = moment_of(sense, computed, "time_class", 1);
    struct moment fixed = moment_of(sense, computed, "time_class", 2);
    bool prevented = fixed.value[0] != '\0' && !is_before(happened, fixed);

    if (is_before(fixed, noticed))
        refuse(sense, fixed.field,
            arena_format(arena,
                "%s cannot be before %s: what nobody knows of is not put "
                "right.",
                fixed.field->label, noticed.field->label));
    else if (is_before(noticed, happened) && !prevented)
        refuse(sense, noticed.field,
            arena_format(arena,
                "%s cannot be before %s, unless it was put right before it "
                "could happen.",
                noticed.field->label, happened.field->label));
}

/* Do parts refer in this field to the whole they are summed up in? */
static bool makes_tree(const struct sense *sense, const struct field *field)
{
    const struct kinds *kinds = sense->context->site->kinds;

    for (size_t i = 0; i < kinds->count; i++) {
        const struct kind *kind = &kinds->kinds[i];

        for (size_t j = 0; j < kind->field_count; j++) {
            const char *role = computation_argument(
                sense->context->arena, &kind->fields[j], "progress", 0);

            if (role != NULL && string_equals(role, field->name))
                return true;
        }
    }
    return false;
}

/* Up from each thing that the field names: does the way lead back here? */
static bool check_whole(struct sense *sense, size_t place, struct error *error)
{
    const struct record *record = sense->record;
    const struct field *field = &record->kind->fields[place];
    struct text rest = text_of(record->values[place]);
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        const char *ref = text_string(sense->context->arena, word);
        long long round = 0;

        if (!database_number(sense->context->db,
                "with recursive up (id) as (select id from item where ref = $1 "
                "union select link.target from link "
                "join up on link.owner = up.id where link.role = $2) "
                "select count(*) from up where id = $3",
                VALUES(value_text(ref), value_text(field->name),
                    value_number(record->id)),
                &round, error))
            return false;
        if (round > 0)
            refuse(sense, field,
                arena_format(sense->context->arena,
                    string_equals(
                        ref, record_ref(sense->context->arena, record))
                        ? "%s: a thing cannot be part of itself, and this is "
                          "%s."
                        : "%s: %s is part of this one already, and nothing "
                          "can be part of its own part.",
                    field->label, ref));
    }
    return true;
}

bool record_sense_check(struct context *context, const struct record *record,
    struct record_problems *problems, struct error *error)
{
    struct sense sense = {context, record, problems};

    for (size_t i = 0; i < record->kind->field_count; i++) {
        const struct field *field = &record->kind->fields[i];

        if (computation_argument(context->arena, field, "time_class", 0) !=
            NULL)
            check_times(&sense, field);
        if (computation_argument(context->arena, field, "days_open", 0) != NULL)
            check_span(&sense, field);
        if (record->id != 0 && record->values[i][0] != '\0' &&
            !has_problem(problems, field) && makes_tree(&sense, field) &&
            !check_whole(&sense, i, error))
            return false;
    }
    return true;
}
