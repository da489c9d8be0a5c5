/*
 * Which records a rule may find is noted when they are saved, so that checking
 * asks only for those.
 */
#ifndef DOMAIN_RULE_RECORD_H
#define DOMAIN_RULE_RECORD_H

#include "domain/record.h"
#include "domain/rule_parse.h"

/* Note for a saved record which checks it meets; what was noted before is
 * forgotten by then. Inside the write transaction. */
bool rule_record_put(
    struct context *context, const struct record *record, struct error *error);

/* The check's message about a record, with its {fields} filled in. */
const char *rule_record_says(struct arena *arena, const struct record *record,
    const struct rule_check *check);

#endif
