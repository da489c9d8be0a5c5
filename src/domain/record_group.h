/*
 * Saves that wait for one another, written together.
 *
 * A save that has to wait says what it would write, as text; the process that
 * it waits for writes it along, in its own transaction, so that both share one
 * commit (see store/group_commit). Each is checked, numbered and written as if
 * it were alone, and answered when all of it is on the disk.
 */
#ifndef DOMAIN_RECORD_GROUP_H
#define DOMAIN_RECORD_GROUP_H

#include "domain/record.h"

/* As record_save(), when no transaction is under way. */
bool record_group_save(struct context *context, struct record *record,
    const char *why, struct error *error);

#endif
