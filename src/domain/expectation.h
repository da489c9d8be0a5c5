/*
 * Expectations: which evidence ought to exist, in what state, how fresh.
 *
 *   [at least N] (KIND {or KIND} | any) [linked] [is STATUS {or STATUS}]
 *   [within N days|weeks|months|years]
 *
 * Pure: a sentence in, a struct out, and back into plain words. Nothing is
 * guessed; what is not understood is refused.
 */
#ifndef DOMAIN_EXPECTATION_H
#define DOMAIN_EXPECTATION_H

#include "base/error.h"
#include "base/text.h"

enum {
    EXPECTATION_LIMIT = 500,      /* bytes of an expectation */
    EXPECTATION_MOST = 1000,      /* records `at least` may ask for */
    EXPECTATION_YEARS_LIMIT = 100 /* the longest time `within` may name */
};

enum expectation_unit {
    UNIT_NONE, /* age does not matter */
    UNIT_DAYS,
    UNIT_WEEKS,
    UNIT_MONTHS,
    UNIT_YEARS
};

struct expectation {
    long long at_least;   /* 1 unless said otherwise */
    const char *kinds;    /* space separated; "" for any */
    bool linked;          /* the record refers to the clause */
    const char *statuses; /* space separated; "" for those that are live */
    long long within;     /* in `unit`; 0 when age does not matter */
    enum expectation_unit unit;
    const char *words; /* as written */
};

/* What kinds and statuses are called. Either may be NULL: then names stand as
 * they are. `kind` "" asks for a status of any kind. */
struct expectation_labels {
    void *user;
    const char *(*kind)(void *user, const char *kind);
    const char *(*status)(void *user, const char *kind, const char *status);
};

/* Parse one expectation into the arena. The error says which word it is about
 * and what was expected. */
bool expectation_parse(struct arena *arena, struct text text,
    struct expectation *expectation, struct error *error);

/* In plain words: "A closed audit, at most 12 months old". `labels` may be
 * NULL. */
const char *expectation_explain(struct arena *arena,
    const struct expectation *expectation,
    const struct expectation_labels *labels);

/* The earliest date that is still fresh on `today`; "" when age does not
 * matter. */
const char *expectation_oldest(struct arena *arena,
    const struct expectation *expectation, const char *today);

#endif
