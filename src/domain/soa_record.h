/*
 * Statements as records: what saving rows and agreeing to them share. All of
 * it inside a write transaction.
 */
#ifndef DOMAIN_SOA_RECORD_H
#define DOMAIN_SOA_RECORD_H

#include "domain/record.h"
#include "domain/soa_statement.h"

/* Read the form of statements; ERROR_BUSY when the kinds were changed while
 * this waited for its turn, ERROR_MISSING when the site has no such kind. */
bool soa_record_begin(
    struct context *context, struct soa_form *form, struct error *error);

/* The record of this number, or ERROR_MISSING. */
bool soa_record_read(struct context *context, const struct kind *kind,
    long long number, struct record *record, struct error *error);

/* Set the field, if the kind has it. */
void soa_record_set(
    struct record *record, const char *field, const char *value);

/* Set the kind's first status of this sort. */
bool soa_record_set_status(
    struct record *record, bool live, bool closed, struct error *error);

/* The statement no longer speaks of the idea (a canonical reference); when it
 * speaks of none, it is withdrawn with all it said. */
bool soa_record_detach(struct context *context, const struct soa_form *form,
    long long number, const char *clause, const char *why, struct error *error);

#endif
