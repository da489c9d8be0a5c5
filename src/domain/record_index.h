/*
 * What is kept beside a record so that lists, filters, counts and links need
 * not read it: rows of record_value, the tally of its status, and the
 * fingerprint of what it says.
 */
#ifndef DOMAIN_RECORD_INDEX_H
#define DOMAIN_RECORD_INDEX_H

#include "domain/record.h"

/* Can lists be filtered or sorted by the field? Those with a column of their
 * own in the table of records are not among these. */
bool record_index_has(const struct kind *kind, size_t field);

/* A digest of the values that are part of what the record says; status, dates
 * and people only say where it stands. */
const char *record_index_fingerprint(
    struct arena *arena, const struct record *record);

/* Write it all anew for a saved record; `before` is its status until now, ""
 * for a new one. Inside the write transaction. */
bool record_index_put(struct context *context, const struct record *record,
    const char *before, struct error *error);

/* The same for all records of a kind (NULL: all kinds), after its definition
 * changed. Inside a write transaction. */
bool record_index_rebuild(
    struct context *context, const struct kind *kind, struct error *error);

#endif
