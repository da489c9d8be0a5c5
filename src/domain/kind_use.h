/*
 * What records have of a kind's definition: which choices, statuses and
 * fields are in use, and which values would not fit another type.
 */
#ifndef DOMAIN_KIND_USE_H
#define DOMAIN_KIND_USE_H

#include "domain/kind.h"

struct kind_use {
    long long count;     /* records */
    const char *first;   /* reference of one of them, or "" */
    const char *message; /* kind_use_misfits(): what is wrong with its value */
};

/* Records of the kind that have the value in the field, or had it in an
 * earlier revision. The value is one word of several where a field holds a
 * list; "" stands for any value. Reads the whole history of the kind: for the
 * rare moments in which a definition is changed. */
bool kind_use_count(struct context *context, const char *kind,
    const char *field, const char *value, struct kind_use *use,
    struct error *error);

/* Records whose present value of the field is not what the field, as it is in
 * `kind`, would keep. */
bool kind_use_misfits(struct context *context, const struct kind *kind,
    const struct field *field, struct kind_use *use, struct error *error);

/* One kind for the administrator. */
struct kind_summary {
    const char *name;
    const char *label;
    const char *plural;
    const char *category;
    const char *origin; /* shipped, changed or site */
    long long records;
    long long fields; /* not retired */
    long long own;    /* fields and statuses made or changed here */
};

/* All kinds in their order. */
bool kind_use_list(struct context *context, struct kind_summary **list,
    size_t *count, struct error *error);

#endif
