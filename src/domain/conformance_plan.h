/*
 * What the conformance checker has to look for: the clauses of the standards
 * that a site works to, what they expect, and which of them ask the same.
 *
 * A plan changes only with the standards and the kinds of record; it is read
 * once and kept for the requests that follow.
 */
#ifndef DOMAIN_CONFORMANCE_PLAN_H
#define DOMAIN_CONFORMANCE_PLAN_H

#include "base/number_map.h"
#include "domain/standard.h"

#define PLAN_NOWHERE ((size_t)-1)

/* An expectation, however many clauses have it. */
struct plan_expectation {
    struct expectation expectation;
    const char *explained; /* in plain words */
};

/* A clause that asks for something itself, or a lettered item of one. */
struct plan_clause {
    const struct clause *clause;
    size_t standard;     /* place in plan->standards */
    size_t group;        /* place in plan->groups, or PLAN_NOWHERE */
    size_t above;        /* of an item: the clause's place */
    size_t item;         /* of a clause: its first item, or PLAN_NOWHERE */
    size_t next;         /* of an item: the next, or PLAN_NOWHERE */
    size_t twin;         /* the next clause with the same place in the shared
                            structure, round and round; itself when alone */
    size_t whole;        /* one whose place holds its own, as 9.2 holds 9.2.1;
                            or PLAN_NOWHERE */
    size_t part;         /* the first whose place its own holds, and */
    size_t beside;       /* the next of the same whole, or PLAN_NOWHERE */
    size_t expectation;  /* first place in plan->asked */
    size_t expectations; /* how many */
};

/* A clause that is only a heading, or a theme. */
struct plan_group {
    const struct clause *clause;
    size_t above; /* place in plan->groups, or PLAN_NOWHERE */
    size_t depth; /* 0 at the top */
};

struct plan_standard {
    struct standard standard;
    size_t clause;  /* first place in plan->clauses */
    size_t clauses; /* how many, items included */
    size_t group;
    size_t groups;
};

struct conformance_plan {
    struct plan_standard *standards;
    size_t standard_count;
    struct plan_clause *clauses;
    size_t clause_count;
    struct plan_group *groups;
    size_t group_count;
    struct plan_expectation *expectations;
    size_t expectation_count;
    size_t *asked; /* places in expectations, clause by clause */
    size_t asked_count;
    struct number_map *by_item; /* place of a clause by its item */
};

/* The plan for all standards in scope and, when it is not "", `standard` (its
 * full id) as well. It lives as long as the kept plan of the site does: until
 * the standards or the kinds change, at least to the end of the transaction.
 * The kinds must be loaded. */
bool conformance_plan_get(struct context *context, const char *standard,
    const struct conformance_plan **plan, struct error *error);

#endif
