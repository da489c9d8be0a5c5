/*
 * The links a record makes: one for each reference in its fields, with the
 * field's name as role, and one for each reference in its texts (role `text`).
 */
#ifndef DOMAIN_RECORD_LINK_H
#define DOMAIN_RECORD_LINK_H

#include "domain/field.h"

/* Replace what stands in the record (its item) by what its values, one for
 * each field of the kind, refer to. Inside a write transaction. */
bool record_link_put(struct context *context, const struct kind *kind,
    long long record, const char *const *values, struct error *error);

#endif
