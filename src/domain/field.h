/*
 * Field types: how a value is read, checked and kept.
 *
 * A value is kept as canonical text: dates as YYYY-MM-DD, durations as ISO
 * 8601 (PT4H), money as `1250.50 EUR`, yes/no as `yes` or `no`, several choices
 * by name and references in canonical form, both separated by spaces.
 */
#ifndef DOMAIN_FIELD_H
#define DOMAIN_FIELD_H

#include "domain/field_type.h"

/* The type called `name`, or NULL. */
const struct field_type *field_type_find(const char *name);

/* All types, in the order in which they are offered: the one after `type`,
 * the first one after NULL, NULL after the last. */
const struct field_type *field_type_next(const struct field_type *type);

/* The value for people: a label, a date, a number with its unit. References
 * and people stay what they are; see render/record_label. */
const char *field_show(struct arena *arena, const struct kind *kind,
    const struct field *field, const char *value);

/* Less than any rank, number or length of time; schema 8 has it too. */
#define FIELD_AMOUNT_NONE (-1e308)

/* What orders values of the field: a rank, a number, minutes, and for an empty
 * value FIELD_AMOUNT_NONE; 0 where only the words order them. */
double field_amount(
    const struct kind *kind, const struct field *field, const char *value);

/* Check one input: trims, normalises line ends, applies the type's check.
 * Empty input gives "". Whether the field is required is the record's
 * business. The error is a sentence for the person at the form. */
bool field_check(struct context *context, const struct kind *kind,
    const struct field *field, const char *input, const char **value,
    struct error *error);

#endif
