/*
 * The checks of the field types, for the table in domain/field.c. Each is a
 * small parser: it turns trimmed, non-empty input into the canonical value,
 * or says in a sentence for the person at the form what is wrong.
 */
#ifndef DOMAIN_FIELD_TYPES_H
#define DOMAIN_FIELD_TYPES_H

#include "domain/field_type.h"

#define FIELD_CHECK_ARGUMENTS                                                  \
    struct context *context, const struct kind *kind,                          \
        const struct field *field, const char *input, const char **value,      \
        struct error *error
#define FIELD_UNUSED_PLACE ((void)context, (void)kind, (void)field)

field_type_check field_check_text, field_check_markdown, field_check_url,
    field_check_date, field_check_moment, field_check_duration,
    field_check_number, field_check_percent, field_check_money,
    field_check_choice, field_check_choices, field_check_status,
    field_check_yesno, field_check_role, field_check_person,
    field_check_reference, field_check_references, field_check_clause,
    field_check_clauses, field_check_demands, field_check_section,
    field_check_file;

/* What a value is for people; the value itself where there is nothing to
 * add. */
field_type_show field_show_date, field_show_duration, field_show_number,
    field_show_percent, field_show_choice, field_show_choices,
    field_show_status, field_show_yesno, field_show_role;

/* What orders values that do not order as text. */
field_type_amount field_amount_duration, field_amount_number, field_amount_rank,
    field_amount_status;

#endif
