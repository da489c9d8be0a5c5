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
#include "domain/rule_finding.h"

/* Run all rules as of a date. Everything found lives in context->arena. */
bool rule_run(struct context *context, const char *as_of,
    struct rule_findings *out, struct error *error);

#endif
