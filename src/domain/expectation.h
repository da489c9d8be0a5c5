/*
 * Expectations: which evidence ought to exist, in what state, how fresh.
 *
 *   [at least N] (KIND {or KIND} | any) [linked [through KIND {or KIND}]]
 *   [is STATUS {or STATUS}]
 *   {with FIELD | with file | where FIELD is VALUE {or VALUE}}
 *   [covering P% of people [in FIELD]]
 *   [every month|quarter|half-year|year] [within N days|weeks|months|years]
 *
 *   approved [by ROLE {or ROLE}] [within N days|weeks|months|years]
 *
 * The first asks for records, the second for the approval of the provision
 * itself. Pure: a sentence in, a struct out, and back into plain words.
 * Nothing is guessed; what is not understood is refused.
 */
#ifndef DOMAIN_EXPECTATION_H
#define DOMAIN_EXPECTATION_H

#include "base/error.h"
#include "base/text.h"

enum {
    EXPECTATION_LIMIT = 500,       /* bytes of an expectation */
    EXPECTATION_MOST = 1000,       /* records `at least` may ask for */
    EXPECTATION_YEARS_LIMIT = 100, /* the longest time `within` may name */
    EXPECTATION_TERM_LIMIT = 4,    /* `with` and `where` together */
    EXPECTATION_PERIOD_LIMIT = 120 /* periods `every` may look back on */
};

enum expectation_unit {
    UNIT_NONE, /* age does not matter */
    UNIT_DAYS,
    UNIT_WEEKS,
    UNIT_MONTHS,
    UNIT_YEARS
};

/* Something a record must say. */
struct expectation_term {
    const char *field;  /* "file" with `file` set: a file is filed on it */
    const char *values; /* space separated; "" for anything at all */
    bool file;
};

struct expectation {
    long long at_least;   /* 1 unless said otherwise */
    const char *kinds;    /* space separated; "" for any */
    bool linked;          /* the record refers to the clause */
    const char *through;  /* or to a record of these kinds that does; "" */
    const char *statuses; /* space separated; "" for those that are live */
    struct expectation_term terms[EXPECTATION_TERM_LIMIT];
    size_t term_count;
    long long covering; /* per cent of people; 0 when not asked */
    const char *people; /* field that names them; "" for the owner */
    long long every;    /* months of a period; 0 when not asked */
    long long within;   /* in `unit`; 0 when age does not matter */
    enum expectation_unit unit;
    bool approved;         /* about the provision itself */
    const char *approvers; /* roles, space separated; "" for anybody */
    const char *words;     /* as written */
};

/* What kinds, statuses, fields, choices and roles are called. Each may be
 * NULL: then names stand as they are. `kind` "" asks for any kind. */
struct expectation_labels {
    void *user;
    const char *(*kind)(void *user, const char *kind);
    const char *(*status)(void *user, const char *kind, const char *status);
    const char *(*field)(void *user, const char *kind, const char *field);
    const char *(*choice)(
        void *user, const char *kind, const char *field, const char *value);
    const char *(*role)(void *user, const char *role);
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
 * matter. With `every` it is the first day of the first period. */
const char *expectation_oldest(struct arena *arena,
    const struct expectation *expectation, const char *today);

/* How many whole periods `every` looks back on; 0 when it is not asked. */
long long expectation_periods(const struct expectation *expectation);

/* The `place`th of them, 0 the latest that ended on or before `today`: its
 * first day and its last. */
void expectation_period(struct arena *arena,
    const struct expectation *expectation, const char *today, long long place,
    const char **first, const char **last);

#endif
