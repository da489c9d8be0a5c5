/*
 * Standards in the site, read clause by clause.
 *
 * A leaf is a clause that one conforms with: a requirement, a control or an
 * amendment. Its lettered items ask for something each, but are not counted.
 * Clauses that are only headings, and themes, roll up what is below them;
 * notes ask for nothing.
 */
#ifndef DOMAIN_STANDARD_H
#define DOMAIN_STANDARD_H

#include "base/map.h"
#include "domain/clause_kind.h"
#include "domain/context.h"
#include "domain/expectation.h"

struct standard {
    const char *id;      /* 27001:2022 */
    const char *number;  /* 27001 */
    const char *edition; /* 2022 */
    const char *name;    /* ISO/IEC 27001:2022 */
    const char *title;
    const char *origin; /* shipped, or site: added by it */
    bool chosen;        /* the edition a bare number means */
    bool scope;         /* the site works to it */
};

/* What stands in every list. What a clause asks is most of its text, and is
 * read by those alone who show it: see clause_asks(). */
struct clause {
    long long item;
    const char *standard; /* 27001:2022 */
    const char *id;       /* 9.2.2 */
    const char *ref;      /* clause:27001:2022/9.2.2 */
    const char *parent;   /* id of the clause above, or "" */
    const char *kind;     /* clause requirement control theme amendment note
                             item */
    const char *heading;
    const char *shares; /* place in the structure standards share, or "" */
    long long position;
    bool leaf;
};

/* All standards in order, those that the site works to first. */
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

/* What the clause, given by its item, asks: in our own words, or "". */
bool clause_asks(struct context *context, long long item, const char **asks,
    struct error *error);

/* The same of all clauses of the standard: strings, added to the map by the
 * references of their clauses. */
bool clause_asks_all(struct context *context, const char *standard,
    struct map *asks, struct error *error);

/* Are two places in the shared structure the same, or does one hold the other,
 * as 9.2 holds 9.2.1 (but 9 does not)? */
bool clause_places_meet(const char *left, const char *right);

/* What is told of a clause beside what it asks. What is told of a stage holds
 * for all below that say nothing of this stage themselves. */
struct clause_detail {
    const char *kind;  /* document record stage-1 stage-2 surveillance
                          recertification attribute */
    const char *name;  /* of an attribute: type property concept capability
                          domain; else "" */
    const char *words; /* readable as they are */
    const char *from;  /* id of the clause above that tells it, or "" */
    const char *from_heading;
};

/* The details of a clause, by its item, in order: its own, then those that it
 * has from above. */
bool clause_details(struct context *context, long long item,
    struct clause_detail **details, size_t *count, struct error *error);

/* The leaves before and after a clause, for the walk; "" at either end. With
 * `id` "" the first leaf is `next`. */
bool clause_neighbours(struct context *context, const char *standard,
    const char *id, const char **previous, const char **next,
    struct error *error);

/* The standards changed: what was worked out from them is out of date. Inside a
 * write transaction. */
bool standard_touch(struct context *context, struct error *error);

/* The expectation in plain words, with the labels of the site's kinds (which
 * must be loaded). */
const char *standard_explain(
    struct context *context, const struct expectation *expectation);

#endif
