/*
 * Statuses that say that somebody agreed (status.approves): only those who may
 * approve give them, and only they change what a record says while it has one.
 */
#ifndef DOMAIN_RECORD_APPROVAL_H
#define DOMAIN_RECORD_APPROVAL_H

#include "domain/record.h"

/* What is wrong with the status when somebody who may not approve makes
 * `after` of `before` (of revision 0 when it is new), or NULL. */
const char *record_approval_problem(struct arena *arena,
    const struct record *before, const struct record *after);

#endif
