/*
 * How one revision of a record differs from another, field by field, in words
 * for people.
 */
#ifndef RENDER_RECORD_CHANGE_H
#define RENDER_RECORD_CHANGE_H

#include "domain/record.h"

/* A field that differs; of lists of references only what came and went. */
struct record_change {
    const struct field *field;
    const char *before; /* for people */
    const char *after;
};

/* The fields in which two records of a kind differ, in the form's order. */
bool record_change_list(struct context *context, const struct record *before,
    const struct record *after, struct record_change **changes, size_t *count,
    struct error *error);

/* Are both values short enough to be written out? */
bool record_change_is_brief(const struct record_change *change);

/* What became of a value that is not: written, changed, removed. */
const char *record_change_verb(const struct record_change *change);

#endif
