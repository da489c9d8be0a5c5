/*
 * What the site decided about its standards, and when: added, in scope, which
 * edition counts, expectations of its own. A standard is the item
 * `standard:ID`; an expectation is a part of its clause.
 */
#ifndef DOMAIN_STANDARD_HISTORY_H
#define DOMAIN_STANDARD_HISTORY_H

#include "domain/history.h"

struct standard_event {
    const char *standard; /* 27001:2022 */
    const char *clause;   /* id, or "" when it is about the whole */
    const char *action;   /* a word of standard_history_words() */
    const char *words;    /* of the expectation, or "" */
    struct revision revision;
};

/* Record what was done with a standard; `words` says more, or is "". Inside a
 * write transaction. */
bool standard_history_add(struct context *context, const char *standard,
    const char *action, const char *why, const char *words,
    struct error *error);

/* Record what was done with an expectation of the clause (by its item). */
bool standard_history_add_expectation(struct context *context, long long clause,
    long long position, const char *action, const char *why, const char *words,
    struct error *error);

/* Newest first, at most `limit`; of one clause's expectations when `clause`
 * (its item) is not 0. */
bool standard_history_list(struct context *context, long long clause,
    long long limit, struct standard_event **events, size_t *count,
    struct error *error);

/* "scoped" is “Taken into scope”; unknown words stay as they are. */
const char *standard_history_words(const char *action);

#endif
