/*
 * Standards in the site: loaded from files, read clause by clause.
 *
 * An item (leaf) is a clause that asks for something itself: a requirement, a
 * control or an amendment. Clauses that are only headings, and themes, roll up
 * what is below them; notes ask for nothing.
 */
#ifndef DOMAIN_STANDARD_H
#define DOMAIN_STANDARD_H

#include "domain/context.h"
#include "domain/expectation.h"

struct standard {
    const char *id;      /* 27001:2022 */
    const char *number;  /* 27001 */
    const char *edition; /* 2022 */
    const char *name;    /* ISO/IEC 27001:2022 */
    const char *title;
    bool chosen; /* the edition a bare number means */
};

struct clause {
    long long item;
    const char *standard; /* 27001:2022 */
    const char *id;       /* 9.2.2 */
    const char *ref;      /* clause:27001:2022/9.2.2 */
    const char *parent;   /* id of the clause above, or "" */
    const char *kind;     /* clause requirement control theme amendment note */
    const char *heading;
    const char *asks; /* our own words */
    long long position;
    bool leaf;
};

/* Read all *.standard files of `folder` into the database, replacing what
 * their standards were before. Inside a write transaction, after the kinds are
 * loaded. The error begins with `FILE:LINE: `. */
bool standard_load_files(
    struct context *context, const char *folder, struct error *error);

/* All standards, in order. */
bool standard_list(struct context *context, struct standard **standards,
    size_t *count, struct error *error);

/* The standard called `name`: "27001:2022", or "27001" for the edition the
 * site works to. */
bool standard_find(struct context *context, const char *name,
    struct standard *standard, bool *found, struct error *error);

/* One clause of the standard (by its full id, such as 27001:2022). */
bool clause_read(struct context *context, const char *standard, const char *id,
    struct clause *clause, bool *found, struct error *error);

/* All clauses of the standard in order, headings and notes included. */
bool clause_list(struct context *context, const char *standard,
    struct clause **clauses, size_t *count, struct error *error);

/* The items before and after a clause, for the walk; "" at either end. With
 * `id` "" the first item is `next`. */
bool clause_neighbours(struct context *context, const char *standard,
    const char *id, const char **previous, const char **next,
    struct error *error);

/* The expectation in plain words, with the labels of the site's kinds (which
 * must be loaded). */
const char *standard_explain(
    struct context *context, const struct expectation *expectation);

#endif
