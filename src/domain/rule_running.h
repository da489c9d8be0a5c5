/*
 * One run of the rules, for the checks; nobody else includes this.
 */
#ifndef DOMAIN_RULE_RUNNING_H
#define DOMAIN_RULE_RUNNING_H

#include "domain/rule.h"
#include "domain/rule_finding.h"
#include "domain/rule_waiver.h"

struct rule_running {
    struct context *context;
    const char *as_of;
    const struct rule_check *check; /* being run */
    size_t place;                   /* of the check in its rule */
    const struct conformance_rule *rule;
    const struct rule_waivers *waivers;
    struct rule_findings *out;
    size_t capacity;
};

/* What the rule that is being run found so far. */
struct rule_group *rule_running_group(const struct rule_running *running);

typedef bool rule_check_run(struct rule_running *running, struct error *error);

/* Will a finding still be told? Else its message need not be made. */
bool rule_is_told(const struct rule_running *running);

/* One more; `message` and `ref` live in the context's arena, and are NULL when
 * it is only counted. */
void rule_add(
    struct rule_running *running, const char *ref, const char *message);

/* rule_check_links.c */
rule_check_run rule_check_broken, rule_check_suspect;

/* rule_check_pages.c */
rule_check_run rule_check_overdue, rule_check_unreachable,
    rule_check_placeholders, rule_check_instructions;

/* rule_check_approvals.c */
rule_check_run rule_check_alone, rule_check_together, rule_check_interval;

/* rule_check_records.c */
rule_check_run rule_check_records, rule_check_waivers;

/* rule_check_ideas.c */
rule_check_run rule_check_undriven;

/* rule_check_clauses.c */
rule_check_run rule_check_contradicted, rule_check_unmentioned;

#endif
