/*
 * What a field type is made of; the table of them is in domain/field.c.
 */
#ifndef DOMAIN_FIELD_TYPE_H
#define DOMAIN_FIELD_TYPE_H

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
    bool clauses; /* of clauses: they may be written as 27001/9.2.2 */
};

#endif
