/*
 * Whether the kinds, statuses and fields that a check names exist in the site.
 */
#ifndef DOMAIN_RULE_KNOWN_H
#define DOMAIN_RULE_KNOWN_H

#include "domain/kind.h"
#include "domain/rule_parse.h"

/* NULL when all that the check names exists and fits, else what is wrong. */
const char *rule_known_problem(struct arena *arena, const struct site *site,
    const struct rule_check *check);

/* Does the check look at this kind: is it named, or any but the excepted? */
bool rule_known_kind(const struct rule_check *check, const char *kind);

#endif
