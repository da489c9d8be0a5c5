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

/* The answer to an expectation that asks of no clause in particular. */
struct facts_answer {
    bool known;
    struct candidates found; /* those that do, newest first */
};

struct facts {
    struct context context; /* with an arena of their own */
    const struct conformance_plan *plan;
    const char *as_of;
    int date;           /* the same as a number */
    long long revision; /* the last one that they know of */
    struct known *known;
    struct marks *marks;
    struct facts_target *targets; /* the plan's clauses */
    struct map *classes;          /* newest records, by kind and status */
    struct class_records *last;   /* of those, each leads to the one before */
    struct facts_answer *answers; /* by expectation */
    long long *changed;           /* records that changed since these */
    size_t changed_count;
    size_t renewed; /* how often they were brought up to date */
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

/* The class of that kind and status. */
const struct mark_class *facts_class(
    struct facts *facts, const struct kind *kind, const struct status *status);

/* Did anything change since the revision in what refers to a clause that is
 * wanted? True when it cannot be told, as when no facts are kept. */
typedef bool facts_wanted(
    const struct plan_clause *clause, const struct mark_list *list);
bool facts_touched(
    const struct site *site, long long revision, facts_wanted *wanted);

/* The same for clauses that are named, and those that ask the same as they. */
typedef bool facts_named(const struct plan_clause *clause, const void *user);
bool facts_named_touched(const struct site *site, long long revision,
    facts_named *named, const void *user);

/* Room for a candidate. */
struct candidate *candidates_add(
    struct arena *arena, struct candidates *candidates);

#endif
