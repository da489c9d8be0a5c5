/*
 * Field types: how a value is read, checked and kept.
 *
 * A value is kept as canonical text: dates as YYYY-MM-DD, yes/no as `yes` or
 * `no`, references and clauses as canonical references separated by spaces.
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
    CONTROL_PERSON,
    CONTROL_REFERENCES
};

struct field_type {
    const char *name;
    enum field_control control;
    bool links;    /* the value holds references */
    bool markdown; /* the value is Markdown with references in it */
    /* Turn trimmed, non-empty input into the canonical value. */
    bool (*check)(struct context *context, const struct kind *kind,
        const struct field *field, const char *input, const char **value,
        struct error *error);
};

/* The type called `name`, or NULL. */
const struct field_type *field_type_find(const char *name);

/* Check one input: trims, normalises line ends, applies the type's check.
 * Empty input gives "". Whether the field is required is the record's
 * business. The error is a sentence for the person at the form. */
bool field_check(struct context *context, const struct kind *kind,
    const struct field *field, const char *input, const char **value,
    struct error *error);

#endif
