/*
 * What the rules found, kept from one request to the next: when something was
 * saved, only the rules whose answer rests on it are run again.
 */
#ifndef DOMAIN_RULE_KEPT_H
#define DOMAIN_RULE_KEPT_H

#include "domain/rule_run.h"

/* The same as rule_run() for context->today, after the checker of clauses ran
 * in this transaction. What is found lives to the end of the request. */
bool rule_kept_run(
    struct context *context, struct rule_findings *out, struct error *error);

#endif
