/*
 * The links a record makes: one for each reference in its fields, with the
 * field's name as role, and one for each reference in its texts (role `text`).
 */
#ifndef DOMAIN_RECORD_LINK_H
#define DOMAIN_RECORD_LINK_H

#include "domain/record.h"

/* Replace what stands in the record. Inside a write transaction. */
bool record_put_links(
    struct context *context, const struct record *record, struct error *error);

#endif
