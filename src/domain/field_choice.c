/* Fields with few values: choices, levels, status, yes or no, roles. */
#include "domain/field_types.h"

#include "domain/person.h"

bool field_check_choice(FIELD_CHECK_ARGUMENTS)
{
    FIELD_UNUSED_PLACE;
    for (size_t i = 0; i < field->choice_count; i++) {
        if (string_equals(field->choices[i].name, input)) {
            *value = field->choices[i].name;
            return true;
        }
    }
    return error_set(
        error, ERROR_INVALID, "“%s” is not one of the choices.", input);
}

bool field_check_status(FIELD_CHECK_ARGUMENTS)
{
    FIELD_UNUSED_PLACE;
    if (kind_status(kind, input) == NULL)
        return error_set(
            error, ERROR_INVALID, "“%s” is not one of the statuses.", input);
    *value = input;
    return true;
}

bool field_check_yesno(FIELD_CHECK_ARGUMENTS)
{
    FIELD_UNUSED_PLACE;
    if (!string_equals(input, "yes") && !string_equals(input, "no"))
        return error_set(error, ERROR_INVALID, "Choose yes or no.");
    *value = input;
    return true;
}

bool field_check_choices(FIELD_CHECK_ARGUMENTS)
{
    struct builder list = builder_create(context->arena);
    struct text rest = text_of(input);
    struct text part;

    FIELD_UNUSED_PLACE;
    while (text_next(&rest, ' ', &part)) {
        const char *name = text_string(context->arena, part);

        if (part.size > 0 && field_choice(field, name) == NULL)
            return error_set(
                error, ERROR_INVALID, "“%s” is not one of the choices.", name);
    }
    for (size_t i = 0; i < field->choice_count; i++) {
        if (!words_have(input, field->choices[i].name))
            continue;
        if (list.size > 0)
            builder_byte(&list, ' ');
        builder_put(&list, field->choices[i].name);
    }
    *value = builder_string(&list);
    return true;
}

bool field_check_role(FIELD_CHECK_ARGUMENTS)
{
    const char *const *roles = person_roles();

    FIELD_UNUSED_PLACE;
    for (size_t i = 0; roles[i] != NULL; i++) {
        if (string_equals(roles[i], input)) {
            *value = roles[i];
            return true;
        }
    }
    return error_set(
        error, ERROR_INVALID, "“%s” is not one of the roles.", input);
}

const char *field_show_choice(FIELD_SHOW_ARGUMENTS)
{
    (void)arena;
    (void)kind;
    return field_choice_label(field, value);
}

const char *field_show_choices(FIELD_SHOW_ARGUMENTS)
{
    struct builder list = builder_create(arena);
    struct text rest = text_of(value);
    struct text part;

    (void)kind;
    while (text_next(&rest, ' ', &part)) {
        if (list.size > 0)
            builder_put(&list, ", ");
        builder_put(&list, field_choice_label(field, text_string(arena, part)));
    }
    return builder_string(&list);
}

const char *field_show_status(FIELD_SHOW_ARGUMENTS)
{
    const struct status *status = kind_status(kind, value);

    (void)arena;
    (void)field;
    return status == NULL ? value : status->label;
}

const char *field_show_yesno(FIELD_SHOW_ARGUMENTS)
{
    (void)arena;
    (void)kind;
    (void)field;
    if (string_equals(value, "yes"))
        return "Yes";
    return string_equals(value, "no") ? "No" : value;
}

const char *field_show_role(FIELD_SHOW_ARGUMENTS)
{
    (void)arena;
    (void)kind;
    (void)field;
    return person_role_label(value);
}

double field_amount_rank(FIELD_AMOUNT_ARGUMENTS)
{
    (void)kind;
    return field_choice_rank(field, value);
}

double field_amount_status(FIELD_AMOUNT_ARGUMENTS)
{
    const struct status *status = kind_status(kind, value);

    (void)field;
    return status == NULL ? 0 : (double)(status - kind->statuses) + 1;
}
