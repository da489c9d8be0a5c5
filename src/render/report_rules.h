/*
 * What the rules found beyond the clauses, in the documents of render/report.
 * Nothing is written where nothing was looked for (NULL).
 */
#ifndef RENDER_REPORT_RULES_H
#define RENDER_REPORT_RULES_H

#include "base/text.h"
#include "domain/rule_run.h"

/* Each rule that found something, with what it found. */
void report_rules_text(struct builder *out, const struct rule_findings *found);

/* `,"findings":[…]`. */
void report_rules_json(struct builder *out, const struct rule_findings *found);

/* A test suite with a test for each rule that found something; one fails when
 * what it found is wrong and not waived. */
void report_rules_junit(
    struct builder *out, const struct rule_findings *found, const char *as_of);
size_t report_rules_failures(const struct rule_findings *found);

/* A result for each finding, after `separator`. Gives the separator for what
 * comes next. */
const char *report_rules_sarif(struct builder *out,
    const struct rule_findings *found, const char *separator);

#endif
