/*
 * The conformance checker: for every clause of a standard, where the manual
 * says how it is met (provisions) and what proves that it is done (evidence).
 *
 * One walk answers for a whole standard with a fixed number of queries. The
 * pages, `ims check` and the timer all use it. All strings live in
 * context->arena. For one state of the data throughout, call it inside a read
 * transaction. `as_of` is the date by which age is judged, such as
 * context->today; evidence, exclusions and findings dated later do not count.
 */
#ifndef DOMAIN_CONFORMANCE_H
#define DOMAIN_CONFORMANCE_H

#include "domain/conformance_result.h"
#include "domain/context.h"

/* Check a whole standard ("27001:2022" or "27001"). ERROR_MISSING when there
 * is no such standard. */
bool conformance_run(struct context *context, const char *standard,
    const char *as_of, struct conformance **conformance, struct error *error);

/* The same for one clause, which must be an item or ERROR_MISSING. The
 * standard it belongs to comes with it. */
bool conformance_run_clause(struct context *context, const char *standard,
    const char *clause, const char *as_of, struct conformance **conformance,
    const struct conformance_clause **result, struct error *error);

#endif
