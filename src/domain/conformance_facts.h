/*
 * What the conformance checker knows of the site: what refers to the clauses,
 * and the records and pages that it has come across.
 *
 * Facts outlive a request. When something was saved since, only what its
 * revisions touch is read anew; when that cannot be told, everything is.
 */
#ifndef DOMAIN_CONFORMANCE_FACTS_H
#define DOMAIN_CONFORMANCE_FACTS_H

#include "domain/conformance_known.h"
#include "domain/conformance_marks.h"
#include "domain/conformance_plan.h"

/* A record that may be evidence. */
struct candidate {
    int date;
    long long record;
    const struct mark_class *class;
};

struct candidates {
    struct candidate *items;
    size_t count;
    size_t capacity;
    bool more; /* there are others, not read */
};

struct facts {
    struct context context; /* with an arena of their own */
    const struct conformance_plan *plan;
    const char *as_of;
    int date;           /* the same as a number */
    long long revision; /* the last one that they know of */
    struct known *known;
    struct marks *marks;
    struct facts_target *targets; /* those of the plan's clauses */
    size_t target_count;
    size_t target_capacity;
    struct number_map *by_item; /* places of targets */
    struct map *classes;        /* newest records, by kind and status */
    struct class_records *last; /* of those, each leads to the one before */
    size_t renewed;             /* how often they were brought up to date */
};

/* Read them for the plan and the date, all in the context's arena. */
bool facts_read(struct context *context, const struct conformance_plan *plan,
    const char *as_of, struct facts **facts, struct error *error);

/* The facts as of now that are kept for the requests to come; NULL when none
 * can be: the plan is too large, or somebody is writing. */
bool facts_keep(struct context *context, const struct conformance_plan *plan,
    const char *as_of, struct facts **facts, struct error *error);

/* What refers to the plan's clause at `place`. */
const struct mark_list *facts_on(const struct facts *facts, size_t place);

/* The newest records of one kind and status up to the date, `most` at least,
 * newest first. */
bool facts_records(struct facts *facts, const struct kind *kind,
    const struct status *status, long long most,
    const struct candidates **records, const struct mark_class **class,
    struct error *error);

/* Room for a candidate. */
struct candidate *candidates_add(
    struct arena *arena, struct candidates *candidates);

#endif
