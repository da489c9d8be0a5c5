/*
 * All records of a kind, one after the other, to write anew what is kept
 * beside them. However many there are: each part has its own memory, and no
 * query is open while one is written.
 */
#ifndef DOMAIN_RECORD_REWORK_H
#define DOMAIN_RECORD_REWORK_H

#include "domain/record.h"

/* Called with each record in turn: id, number and the values saved. */
typedef bool record_rework_one(
    struct context *context, const struct record *record, struct error *error);

/* In order of number, inside a write transaction; ends at the first fault. */
bool record_rework(struct context *context, const struct kind *kind,
    record_rework_one *one, struct error *error);

#endif
