/*
 * Field types: how a value is read, checked and kept.
 *
 * A value is kept as canonical text: dates as YYYY-MM-DD, durations as ISO
 * 8601 (PT4H), money as `1250.50 EUR`, yes/no as `yes` or `no`, several choices
 * by name and references in canonical form, both separated by spaces.
 */
#ifndef DOMAIN_FIELD_H
#define DOMAIN_FIELD_H

#include "domain/kind.h"

enum field_control {
    CONTROL_LINE, /* one line of text */
    CONTROL_AREA, /* several lines */
    CONTROL_DATE,
    CONTROL_MOMENT,
    CONTROL_SELECT, /* one of few, as a list */
    CONTROL_RADIO,  /* one of few, side by side */
    CONTROL_CHECKS, /* several of few */
    CONTROL_PERSON,
    CONTROL_REFERENCES,
    CONTROL_FILE
};

/* Turn trimmed, non-empty input into the canonical value. */
typedef bool field_type_check(struct context *context, const struct kind *kind,
    const struct field *field, const char *input, const char **value,
    struct error *error);

/* A value that is not empty, for people. */
#define FIELD_SHOW_ARGUMENTS                                                   \
    struct arena *arena, const struct kind *kind, const struct field *field,   \
        const char *value
typedef const char *field_type_show(FIELD_SHOW_ARGUMENTS);

/* What orders a value that is not empty. */
#define FIELD_AMOUNT_ARGUMENTS                                                 \
    const struct kind *kind, const struct field *field, const char *value
typedef double field_type_amount(FIELD_AMOUNT_ARGUMENTS);

struct field_type {
    const char *name;
    const char *label; /* what it is called where fields are made */
    enum field_control control;
    bool links;    /* the value holds references */
    bool markdown; /* the value is Markdown with references in it */
    bool says;     /* part of what a record says, not of how it is classed */
    field_type_check *check;
    field_type_show *show;     /* NULL: the value as it is */
    field_type_amount *amount; /* NULL: values order as text */
};

/* The type called `name`, or NULL. */
const struct field_type *field_type_find(const char *name);

/* All types, in the order in which they are offered: the one after `type`,
 * the first one after NULL, NULL after the last. */
const struct field_type *field_type_next(const struct field_type *type);

/* The value for people: a label, a date, a number with its unit. References
 * and people stay what they are; see render/record_label. */
const char *field_show(struct arena *arena, const struct kind *kind,
    const struct field *field, const char *value);

/* What orders values of the field: a rank, a number, minutes; else 0. */
double field_amount(
    const struct kind *kind, const struct field *field, const char *value);

/* Check one input: trims, normalises line ends, applies the type's check.
 * Empty input gives "". Whether the field is required is the record's
 * business. The error is a sentence for the person at the form. */
bool field_check(struct context *context, const struct kind *kind,
    const struct field *field, const char *input, const char **value,
    struct error *error);

#endif
