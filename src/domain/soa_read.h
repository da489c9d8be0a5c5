/*
 * The Statement of Applicability of one standard on one day: what the checker
 * found of each idea, together with what calls for it, what carries it out and
 * what is said of it. A fixed number of queries, however many ideas there are.
 */
#ifndef DOMAIN_SOA_READ_H
#define DOMAIN_SOA_READ_H

#include "domain/conformance.h"
#include "domain/soa.h"
#include "domain/soa_driver.h"
#include "domain/soa_statement.h"

enum { SOA_RISK_LIMIT = 20 }; /* risks listed; all are counted */

struct soa_measure {
    const char *ref;
    const char *kind;
    const char *title;
    const char *status;       /* its name */
    const char *status_label; /* "In place" */
    bool in_place;
    bool has_test;
    bool failing;
    const char *checked; /* date of the last look, or "" */
    bool overdue;
    struct soa_measure *next;
};

struct soa_idea {
    const struct conformance_clause *clause;
    bool applies;  /* nothing agreed excludes it */
    bool demanded; /* no control: the standard itself calls for it */
    const struct soa_statement *agreed;   /* the newest that counts, or NULL */
    const struct soa_statement *proposed; /* the newest that does not yet */
    struct soa_driver *drivers;
    size_t driver_count;
    struct soa_measure *measures;
    struct soa_facts facts;
    enum soa_state state;
};

/* A risk that nothing controls and nobody accepts. */
struct soa_risk {
    const char *ref;
    const char *kind;
    const char *title;
    const char *status;
};

struct soa {
    const struct conformance *run;
    struct soa_form form;
    struct soa_version version;
    bool controls; /* the ideas are the standard's controls */
    struct soa_idea *ideas;
    size_t count;
    size_t applying;
    size_t undriven;   /* apply, and neither a driver nor words say why */
    size_t words_only; /* apply, and only words say why */
    size_t proposed;   /* ideas of which something is proposed */
    size_t states[SOA_STATE_COUNT];
    struct soa_risk *risks; /* left alone: at most the limit above */
    size_t risk_count;
    long long risks_alone; /* how many they are */
    long long risks_open;  /* of so many */
};

/* Read it for what the checker found. Inside a read transaction for one state
 * of the data. */
bool soa_read(struct context *context, const struct conformance *run,
    struct soa *soa, struct error *error);

/* The idea called `id`, or NULL. */
const struct soa_idea *soa_find(const struct soa *soa, const char *id);

/* It applies, and nothing says why. Of a requirement that cannot be said: who
 * works to the standard has to meet it. */
bool soa_is_undriven(const struct soa_idea *idea);

/* It applies, and an agreed reason in words is all that says why. */
bool soa_is_words_only(const struct soa_idea *idea);

#endif
