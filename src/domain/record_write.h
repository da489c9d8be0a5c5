/*
 * What a save of a record writes: the record, its links, its entry for search
 * and its revision.
 */
#ifndef DOMAIN_RECORD_WRITE_H
#define DOMAIN_RECORD_WRITE_H

#include "domain/record.h"

/* As record_save(), within a write transaction that is under way. A refusal
 * comes before anything is written. */
bool record_write(struct context *context, struct record *record,
    const char *why, struct error *error);

#endif
