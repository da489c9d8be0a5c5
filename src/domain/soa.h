/*
 * The Statement of Applicability: of every idea of a standard's list whether it
 * applies, what calls for it, how it is met, and how far that is done.
 *
 * How far is never typed. It follows from the facts by one table, of which the
 * first row that fits decides; soa_state() reads it, soa_explain() says why.
 */
#ifndef DOMAIN_SOA_H
#define DOMAIN_SOA_H

#include "base/arena.h"

#include <stdbool.h>

/* What is known of one idea on a day. */
struct soa_facts {
    bool excluded;     /* an agreed statement says that it does not apply */
    size_t provisions; /* sections that claim it */
    size_t approved;   /* of these, on a page that was ever approved */
    size_t measures;   /* that carry it out and are not closed */
    size_t in_place;   /* of these, in force */
    size_t failing;    /* of these, whose last look showed a fault */
    size_t tests;      /* expectations, and measures in place that say how
                          their working is seen */
    size_t tested;     /* of these, with evidence of whatever age */
    size_t fresh;      /* of these, with enough that is fresh */
};

enum soa_state {
    SOA_EXCLUDED,
    SOA_NOT_IMPLEMENTED,
    SOA_DESCRIBED,
    SOA_NO_TEST,
    SOA_FAILING,
    SOA_NEVER_TESTED,
    SOA_OVERDUE,
    SOA_WORKING,
    SOA_STATE_COUNT
};

enum soa_state soa_state(const struct soa_facts *facts);

/* "never-tested", as in addresses and JSON. */
const char *soa_state_name(enum soa_state state);

/* "In place, never tested". */
const char *soa_state_label(enum soa_state state);

/* What the state means, for the legend: one sentence. */
const char *soa_state_meaning(enum soa_state state);

/* How it is drawn: the name of a status's style (open active wait done). */
const char *soa_state_style(enum soa_state state);

/* The state of this name; false when there is none. */
bool soa_state_find(const char *name, enum soa_state *state);

/* Why it has the state: one sentence with the figures. */
const char *soa_explain(struct arena *arena, const struct soa_facts *facts);

#endif
