/*
 * What the rules found beyond the clauses.
 */
#ifndef DOMAIN_RULE_FINDING_H
#define DOMAIN_RULE_FINDING_H

#include "domain/conformance_rules.h"

#include <stdbool.h>

enum {
    RULE_SHOWN_LIMIT = 200,     /* findings of one rule that are told */
    RULE_COUNTED_LIMIT = 10000, /* of one check that are counted */
    RULE_FEW_LIMIT = 20         /* of one rule on a page of the site */
};

struct rule_finding {
    const struct conformance_rule *rule;
    const char *message; /* in plain words */
    const char *ref;     /* what to open */
    const char *waived;  /* "waiver:3", or "" */
};

/* What one rule found. */
struct rule_group {
    const struct conformance_rule *rule;
    const struct rule_finding *findings;
    size_t count;  /* told */
    size_t total;  /* counted */
    size_t waived; /* of those told */
};

struct rule_findings {
    struct rule_finding *findings; /* in order of rules */
    size_t count;
    struct rule_group *groups; /* rules that found something */
    size_t group_count;
    size_t total;
    bool wrong; /* an error or a warning is not waived */
};

#endif
