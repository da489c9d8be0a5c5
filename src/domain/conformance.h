/*
 * The conformance checker: for every clause of a standard, where the manual
 * says how it is met (provisions) and what proves that it is done (evidence).
 *
 * One walk answers for all standards that the site works to, because what is
 * said of a clause answers the same clause of the others. The pages, `ims
 * check` and the timer all use it. For one state of the data throughout, call
 * it inside a read transaction. `as_of` is the date by which age is judged,
 * such as context->today; evidence, exclusions and findings dated later do not
 * count.
 *
 * Results live at least as long as context->arena, or until somebody saves and
 * the next request begins, whichever is first.
 */
#ifndef DOMAIN_CONFORMANCE_H
#define DOMAIN_CONFORMANCE_H

#include "domain/conformance_result.h"
#include "domain/context.h"

enum conformance_detail {
    CONFORMANCE_VERDICTS, /* verdicts and reasons: no titles of evidence and
                             provisions */
    CONFORMANCE_NAMED     /* all of it */
};

/* Check all standards in scope. */
bool conformance_run_all(struct context *context, const char *as_of,
    enum conformance_detail detail, const struct conformance_system **system,
    struct error *error);

/* Check a standard ("27001:2022" or "27001"), in scope or not. ERROR_MISSING
 * when there is no such standard. */
bool conformance_run(struct context *context, const char *standard,
    const char *as_of, const struct conformance **conformance,
    struct error *error);

/* The same for one clause, which must be an item or ERROR_MISSING. The
 * standard it belongs to comes with it. */
bool conformance_run_clause(struct context *context, const char *standard,
    const char *clause, const char *as_of,
    const struct conformance **conformance,
    const struct conformance_clause **result, struct error *error);

#endif
