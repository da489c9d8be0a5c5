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

/* What is wrong where all kinds have to be known. */
struct kind_fault {
    const char *kind;
    const char *field;
    const char *word;    /* that is wrong, or "" */
    const char *message; /* NULL: nothing is wrong */
};

/* Check one field in memory: its computation, initial value and currency. The
 * error names the input, `computed`, `initial` or `unit`. */
bool kind_check_field(struct context *context, const struct kinds *kinds,
    const struct kind *kind, const struct field *field, struct error *error);

/* Look through the rows and the kinds read from them for the first fault: rows
 * of a kind that is not there, kinds that references may not lead to, and what
 * kind_check_field() refuses. `kind` is the one that was changed, and faults of
 * others are none of it unless they compute from it; NULL for what is shipped,
 * where rows of the site are not looked at. False when it cannot be told. */
bool kind_check_whole(struct context *context, const struct kinds *kinds,
    const char *kind, struct kind_fault *fault, struct error *error);

/* Where the source speaks of the fault: "file:line"; NULL when no line does. */
const char *kind_check_place(const struct kind_source *source,
    const struct kind_fault *fault, struct arena *arena);

/* Is the word one that forms send beside the fields, so that no field can be
 * called so? */
bool kind_check_is_taken(const char *field);

#endif
