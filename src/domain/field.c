/* The one table of field types. */
#include "domain/field.h"

#include "domain/field_types.h"

static const struct field_type types[] = {
    {"text", "Text, one line", CONTROL_LINE, false, false, true,
        field_check_text, NULL, NULL, false},
    {"markdown", "Text with links", CONTROL_AREA, false, true, true,
        field_check_markdown, NULL, NULL, false},
    {"number", "Number", CONTROL_LINE, false, false, true, field_check_number,
        field_show_number, field_amount_number, false},
    {"percent", "Per cent", CONTROL_LINE, false, false, false,
        field_check_percent, field_show_percent, field_amount_number, false},
    {"money", "Money", CONTROL_LINE, false, false, true, field_check_money,
        NULL, field_amount_number, false},
    {"date", "Date", CONTROL_DATE, false, false, false, field_check_date,
        field_show_date, NULL, false},
    {"moment", "Date and time", CONTROL_MOMENT, false, false, false,
        field_check_moment, field_show_date, NULL, false},
    {"duration", "Length of time", CONTROL_LINE, false, false, true,
        field_check_duration, field_show_duration, field_amount_duration,
        false},
    {"yesno", "Yes or no", CONTROL_RADIO, false, false, false,
        field_check_yesno, field_show_yesno, NULL, false},
    {"choice", "One of several", CONTROL_SELECT, false, false, false,
        field_check_choice, field_show_choice, field_amount_rank, false},
    {"choices", "Several of several", CONTROL_CHECKS, false, false, false,
        field_check_choices, field_show_choices, NULL, false},
    {"scale", "Level of a scale", CONTROL_SELECT, false, false, false,
        field_check_choice, field_show_choice, field_amount_rank, false},
    {"status", "Status", CONTROL_RADIO, false, false, false, field_check_status,
        field_show_status, field_amount_status, false},
    {"person", "Person", CONTROL_PERSON, true, false, false, field_check_person,
        NULL, NULL, false},
    {"role", "Role", CONTROL_SELECT, false, false, false, field_check_role,
        field_show_role, NULL, false},
    {"reference", "Reference", CONTROL_REFERENCES, true, false, false,
        field_check_reference, NULL, NULL, false},
    {"references", "References", CONTROL_REFERENCES, true, false, false,
        field_check_references, NULL, NULL, false},
    {"clause", "Clause", CONTROL_REFERENCES, true, false, false,
        field_check_clause, NULL, NULL, true},
    {"clauses", "Clauses", CONTROL_REFERENCES, true, false, false,
        field_check_clauses, NULL, NULL, true},
    {"demands", "Clauses without headings", CONTROL_REFERENCES, true, false,
        false, field_check_demands, NULL, NULL, true},
    {"section", "Page or section", CONTROL_REFERENCES, true, false, false,
        field_check_section, NULL, NULL, false},
    {"file", "File", CONTROL_FILE, true, false, false, field_check_file, NULL,
        NULL, false},
    {"url", "Address on the web", CONTROL_LINE, false, false, true,
        field_check_url, NULL, NULL, false},
};

const struct field_type *field_type_find(const char *name)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (string_equals(types[i].name, name))
            return &types[i];
    }
    return NULL;
}

const struct field_type *field_type_next(const struct field_type *type)
{
    if (type == NULL)
        return types;
    return type + 1 == types + sizeof types / sizeof *types ? NULL : type + 1;
}

const char *field_show(struct arena *arena, const struct kind *kind,
    const struct field *field, const char *value)
{
    if (value[0] == '\0' || field->type->show == NULL)
        return value;
    return field->type->show(arena, kind, field, value);
}

double field_amount(
    const struct kind *kind, const struct field *field, const char *value)
{
    if (field->type->amount == NULL)
        return 0;
    if (value[0] == '\0')
        return FIELD_AMOUNT_NONE;
    return field->type->amount(kind, field, value);
}

bool field_check(struct context *context, const struct kind *kind,
    const struct field *field, const char *input, const char **value,
    struct error *error)
{
    struct text text = text_of(input);
    const char *clean;

    *value = "";
    if (!text_is_clean(text, NULL))
        return error_set(error, ERROR_INVALID,
            "This holds characters that are not readable text.");
    clean = text_string(
        context->arena, text_trim(text_of(text_unix(context->arena, text))));
    if (clean[0] == '\0')
        return true;
    return field->type->check(context, kind, field, clean, value, error);
}
