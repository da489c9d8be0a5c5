/*
 * The conformance checker's results as documents: for people in a terminal,
 * for programs (stable JSON), and for build servers (JUnit, SARIF 2.1.0).
 */
#ifndef RENDER_REPORT_H
#define RENDER_REPORT_H

#include "base/text.h"
#include "domain/conformance_result.h"
#include "domain/rule_run.h"

struct report {
    const char *site;  /* what the organisation is called */
    const char *as_of; /* date */
    const struct conformance *const *results; /* one a standard */
    size_t count;
    const struct rule_findings *found; /* beyond the clauses; NULL: not asked */
    const struct conformance_rule *const *rules; /* all there are, for SARIF */
    size_t rule_count;
};

/* Every clause that is not in order, why, and what mends it. */
void report_text(struct builder *out, const struct report *report);

/* One object; keys and their order stay as they are. */
void report_json(struct builder *out, const struct report *report);

/* A test suite a standard, a test a clause. */
void report_junit(struct builder *out, const struct report *report);

/* A result for every finding, with the rules and their help pages. */
void report_sarif(struct builder *out, const struct report *report);

#endif
