/*
 * Expectations that a site adds to a clause: more is asked for here than the
 * standard's own. An upgrade leaves them alone.
 */
#ifndef DOMAIN_EXPECTATION_EDIT_H
#define DOMAIN_EXPECTATION_EDIT_H

#include "domain/context.h"
#include "domain/expectation.h"

struct clause;

struct clause_expectation {
    long long position; /* within its clause */
    const char *words;
    bool own;             /* added by the site */
    const char *standard; /* 27001:2022 */
    const char *clause;   /* id */
};

/* The expectations of a clause, by its item, in order. */
bool expectation_edit_list(struct context *context, long long clause,
    struct clause_expectation **list, size_t *count, struct error *error);

/* All that the site added, in order of standards and clauses, at most
 * `limit`. */
bool expectation_edit_list_own(struct context *context, long long limit,
    struct clause_expectation **list, size_t *count, struct error *error);

/* Read the words as an expectation that this site can hold. ERROR_INVALID,
 * with the field `words`, says what is wrong with them. */
bool expectation_edit_check(struct context *context, const char *words,
    struct expectation *expectation, struct error *error);

/* Add it to the clause, in one transaction with the history. Refused (as
 * above) when it stands there already, and for clauses that ask for nothing. */
bool expectation_edit_add(struct context *context, const struct clause *clause,
    const char *words, const char *why, struct error *error);

/* Take away what the site added; `words` is what the form showed. */
bool expectation_edit_withdraw(struct context *context,
    const struct clause *clause, long long position, const char *words,
    const char *why, struct error *error);

#endif
