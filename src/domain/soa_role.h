/*
 * Which fields of which kinds play a part in the Statement of Applicability:
 * data, the table soa_role.
 */
#ifndef DOMAIN_SOA_ROLE_H
#define DOMAIN_SOA_ROLE_H

#include "domain/context.h"

struct soa_role {
    const char *role;  /* driver control measure applied excluded ... */
    const char *kind;  /* of records */
    const char *field; /* or "text": links anywhere in their text */
    const char *value; /* words that it holds for; "" for any */
};

/* All of them by role, kind and field, in context->arena. */
bool soa_role_list(struct context *context, struct soa_role **roles,
    size_t *count, struct error *error);

#endif
