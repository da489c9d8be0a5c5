/*
 * What the rules find beyond the clauses: about the manual and the records as a
 * whole. The pages, `ims check` and the timer all use it.
 *
 * Each check is a few queries along indexes. For one state of the data
 * throughout, call it inside a read transaction.
 */
#ifndef DOMAIN_RULE_RUN_H
#define DOMAIN_RULE_RUN_H

#include "domain/context.h"

struct rule;
struct rule_waivers;
#include "domain/rule_finding.h"

/* What was saved since a revision. */
struct rule_changes {
    long long since;
    const char *const *kinds; /* of records */
    size_t kind_count;
    bool pages;
    bool drivers;    /* records on which it rests what calls for ideas */
    bool statements; /* records that can exclude clauses */
};

/* Does any check of the rule rest on what changed? The checker of clauses must
 * have run in this transaction. */
bool rule_rests_on(struct context *context, const struct rule *rule,
    const struct rule_changes *changes);

/* Run one rule. */
bool rule_run_one(struct context *context, const char *as_of,
    const struct rule *rule, const struct rule_waivers *waivers,
    struct rule_findings *out, struct error *error);

/* Run all rules as of a date. Everything found lives in context->arena. */
bool rule_run(struct context *context, const char *as_of,
    struct rule_findings *out, struct error *error);

#endif
