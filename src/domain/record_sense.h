/*
 * Values that are right each by itself and cannot be together: times in an
 * order that nothing happens in, and a thing that is part of itself. Which
 * fields these are is said by what is computed from them.
 */
#ifndef DOMAIN_RECORD_SENSE_H
#define DOMAIN_RECORD_SENSE_H

#include "domain/record.h"

/* Add what makes no sense to the problems that record_check() found; a field
 * that has a problem already keeps it. */
bool record_sense_check(struct context *context, const struct record *record,
    struct record_problems *problems, struct error *error);

#endif
