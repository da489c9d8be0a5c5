/*
 * Record kinds in memory: rows of data that become lists, forms and views.
 *
 * domain/kind_load reads them from the database; here they are only looked
 * at. There is C code per field *type* (domain/field), never per kind.
 */
#ifndef DOMAIN_KIND_H
#define DOMAIN_KIND_H

#include "domain/site.h"

struct field_type;

struct choice {
    const char *name;
    const char *label;
    const char *colour; /* of a level: green yellow orange red grey blue, "" */
    double from;        /* what a computed level begins at */
    bool retired;       /* kept for what was recorded, no longer offered */
};

struct status {
    const char *name;
    const char *label;
    const char *style; /* open active wait done: how it is drawn */
    bool live;         /* counts as evidence */
    bool closed;       /* nothing more to do */
    bool approves;     /* only those give it who may approve */
    bool retired;      /* no longer offered */
    long long position;
};

struct field {
    const char *name;
    const char *section;
    const char *label;
    const char *help;
    const struct field_type *type;
    bool always;             /* required whatever the status */
    const char *required_in; /* statuses that require it, space separated */
    struct choice *choices;
    size_t choice_count;
    const char *kinds;   /* what a reference may point to, space separated */
    const char *differs; /* a field whose value it must not have, or "" */
    const char *back;    /* heading at the other end of the link, or "" */
    const char *initial; /* value in a new form: a literal, today, now, me */
    const char *unit;    /* shown after numbers; the usual currency of money */
    double low;          /* bounds of numbers; -HUGE_VAL and HUGE_VAL: none */
    double high;
    const char *computed; /* computation and arguments, or "": typed */
    bool retired;         /* kept for what was recorded, no longer asked */
    bool custom;          /* made or changed by this site */
    bool listed;          /* has a column in the list */
    bool below;           /* is said below the title there */
    long long position;
};

struct kind {
    const char *name;
    const char *label;
    const char *plural;
    const char *description;
    const char *dated;
    const char *owner_label;
    const char *category; /* heading in the index of registers */
    const char *roles;    /* who may edit, space separated; "": see MAY_EDIT */
    bool custom;          /* made by this site */
    struct field *fields;
    size_t field_count;
    struct status *statuses;
    size_t status_count;
    int title; /* place of the common fields, -1 when the kind has none */
    int status;
    int owner;
    int due;
    int body;
};

struct kinds {
    struct kind *kinds;
    size_t count;
};

/* The kind called `name`, or NULL. */
const struct kind *kind_find(const struct site *site, const char *name);

/* Place of the field in kind->fields, or -1. */
int kind_field(const struct kind *kind, const char *name);

/* The status called `name`, or NULL. */
const struct status *kind_status(const struct kind *kind, const char *name);

/* The choice called `name`, or NULL; its rank is its place, from 1. */
const struct choice *field_choice(const struct field *field, const char *name);
int field_choice_rank(const struct field *field, const char *name);

/* The label of a choice of the field; the name itself when unknown. */
const char *field_choice_label(const struct field *field, const char *name);

/* Is `word` one of the space separated words? */
bool words_have(const char *words, const char *word);

#endif
