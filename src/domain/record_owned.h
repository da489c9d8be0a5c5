/*
 * What one person has to see to: records of all kinds together whose status
 * is neither closed nor drawn as done (a document that is current waits for
 * nobody).
 */
#ifndef DOMAIN_RECORD_OWNED_H
#define DOMAIN_RECORD_OWNED_H

#include "domain/kind.h"

struct owned_record {
    const struct kind *kind;
    long long number;
    const char *title;
    const char *status;
    const char *due;
};

/* Those records of the person, the earliest due date first and those
 * without one last; at most `limit` from `offset`, and how many in all. */
bool record_list_owned(struct context *context, const char *owner,
    long long limit, long long offset, struct owned_record **records,
    size_t *count, long long *total, struct error *error);

#endif
