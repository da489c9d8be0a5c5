/*
 * Forms that are sent twice, by a double click or by a browser that got no
 * answer: what is in them is made once.
 *
 * A form that makes something new carries a token of its own (the field
 * `form-token`, in context->form); what it made is noted under the token and
 * the content in the transaction that makes it. The same form with other
 * content is another one.
 */
#ifndef DOMAIN_SENT_H
#define DOMAIN_SENT_H

#include "domain/context.h"

/* Is this what forms carry? 64 hex digits. */
bool sent_is_token(const char *token);

/* What this content in the context's form is noted under, or "" when there is
 * no form. `what` tells kinds of things apart. */
const char *sent_key(
    const struct context *context, const char *what, const char *content);

/* What the form made of the content before: the number given to sent_note(),
 * or 0 when it made nothing, or there is no form. Inside a write
 * transaction. */
bool sent_find(struct context *context, const char *key, long long *made,
    struct error *error);

/* Note it, for today and tomorrow; over what was noted before. Inside the same
 * transaction. */
bool sent_note(struct context *context, const char *key, long long made,
    struct error *error);

#endif
