/* Checking and saving records. */
#include "domain/record.h"

#include "domain/computation.h"
#include "domain/field.h"
#include "domain/record_group.h"
#include "domain/record_write.h"

/* What is wrong with a field that is right by itself, or NULL: what its
 * status requires, and what must differ. */
static const char *check_rules(
    struct context *context, const struct record *record, size_t place)
{
    const struct kind *kind = record->kind;
    const struct field *field = &kind->fields[place];
    const struct status *status = record_status(record);
    const char *value = record->values[place];
    int other = kind_field(kind, field->differs);

    if (field->retired || field->computed[0] != '\0')
        return NULL;
    if (value[0] == '\0' && field->always)
        return arena_format(
            context->arena, "%s must be filled in.", field->label);
    if (value[0] == '\0' && status != NULL &&
        words_have(field->required_in, status->name))
        return arena_format(context->arena,
            "%s must be filled in when the status is %s.", field->label,
            status->label);
    if (value[0] != '\0' && other >= 0 &&
        string_equals(value, record->values[other]))
        return arena_format(context->arena,
            "%s and %s cannot be the same. Choose somebody else.", field->label,
            kind->fields[other].label);
    return NULL;
}

/* Turn one input into the record's value, or say what is wrong with it. */
static bool check_input(struct context *context, struct record *record,
    size_t place, const char *input, const char **message, struct error *error)
{
    struct error problem = error_create(context->arena);
    const char *value = "";

    *message = NULL;
    if (record->kind->fields[place].computed[0] != '\0' ||
        record->kind->fields[place].retired) {
        record->values[place] = input;
        return true;
    }
    if (field_check(context, record->kind, &record->kind->fields[place], input,
            &value, &problem)) {
        record->values[place] = value;
        return true;
    }
    if (problem.code != ERROR_INVALID)
        return error_set(error, problem.code, "%s", problem.message);
    record->values[place] = input;
    *message = problem.message;
    return true;
}

bool record_check(struct context *context, struct record *record,
    const char *const *inputs, struct record_problems *problems,
    struct error *error)
{
    const struct kind *kind = record->kind;
    const char **messages =
        arena_array(context->arena, kind->field_count + 1, sizeof *messages);

    problems->count = 0;
    problems->problems = arena_array(
        context->arena, kind->field_count + 1, sizeof *problems->problems);
    for (size_t i = 0; i < kind->field_count; i++) {
        if (!check_input(context, record, i, inputs[i], &messages[i], error))
            return false;
    }
    if (!computation_fill(context, record, error))
        return false;
    for (size_t i = 0; i < kind->field_count; i++) {
        struct field_problem *problem = &problems->problems[problems->count];

        if (messages[i] == NULL)
            messages[i] = check_rules(context, record, i);
        if (messages[i] == NULL)
            continue;
        problem->field = &kind->fields[i];
        problem->message = messages[i];
        problems->count++;
    }
    return true;
}

bool record_save(struct context *context, struct record *record,
    const char *why, struct error *error)
{
    struct record before = *record;
    bool fine = database_is_writing(context->db)
                    ? record_write(context, record, why, error)
                    : record_group_save(context, record, why, error);

    if (!fine) {
        record->number = before.number;
        record->revision = before.revision;
        record->id = before.id;
    }
    return fine;
}
