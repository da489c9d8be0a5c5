/*
 * What the rows of kinds may say, checked once, whether they came from a file
 * or from a form.
 */
#ifndef DOMAIN_KIND_CHECK_H
#define DOMAIN_KIND_CHECK_H

#include "domain/kind.h"

/* Where the rows came from, for the errors. */
struct kind_source {
    struct context *context;
    const char *file;   /* "" for a form */
    struct text script; /* its text */
};

/* Check all kinds in the database. The error names file and line where it
 * can, the kind, the field and the word; error->field is the place, or the
 * name of the field when there is no file. */
bool kind_check(const struct kind_source *source, struct error *error);

/* Check the kinds that references may point to, once all kinds are there.
 * Only what the source speaks of is blamed on it. */
bool kind_check_targets(const struct kind_source *source, struct error *error);

/* Check the computations of the kinds in memory. */
bool kind_check_computations(const struct kind_source *source,
    const struct kinds *kinds, struct error *error);

/* Is the word one that forms send beside the fields, so that no field can be
 * called so? */
bool kind_check_is_taken(const char *field);

#endif
