/*
 * What calls for the ideas of a standard, and when nothing does: the one
 * definition for the Statement of Applicability and for the checker's rule.
 */
#ifndef DOMAIN_SOA_DRIVER_H
#define DOMAIN_SOA_DRIVER_H

#include "domain/soa_statement.h"

/* For queries: the `clause` that is called for where it, or one of its lettered
 * items, is `named`. */
#define SOA_IDEAS                                                              \
    "join clause on clause.standard = named.standard "                         \
    "and clause.clause = case when named.kind = 'item' then named.parent "     \
    "else named.clause end "

/* How a driver calls for an idea. */
enum soa_way {
    SOA_NAMED,   /* it names the idea itself */
    SOA_MEASURE, /* it calls for a measure that carries the idea out */
    SOA_SECTION, /* it is met by a section that claims the idea */
    SOA_STORY,   /* its story names the idea */
    SOA_STATED   /* an agreed statement names it */
};

struct soa_driver {
    const char *ref;
    const char *kind;
    const char *title;
    const char *status; /* its name */
    enum soa_way way;
    struct soa_driver *next;
};

/* "names the idea". */
const char *soa_way_words(enum soa_way way);

/* Called with the position of a clause and a record in force that calls for
 * it, once for each way in which it does. */
typedef void soa_driver_take(
    void *user, long long position, const struct soa_driver *driver);

/* All that calls for clauses of the standard (its full id) on the day. */
bool soa_driver_each(struct context *context, const char *standard,
    const char *as_of, soa_driver_take *take, void *user, struct error *error);

/* Called with the position of a clause, or of an item of one, that is called
 * for in the usual way, by a section that claims it: most are. */
typedef void soa_driver_called(void *user, long long position);
bool soa_driver_usual(struct context *context, const char *standard,
    const char *as_of, soa_driver_called *called, void *user,
    struct error *error);

/* Does anything call for the clauses from the first to the last position? */
bool soa_driver_exists(struct context *context, const char *standard,
    const char *as_of, long long first, long long last, bool *exists,
    struct error *error);

/* Does it apply, with nothing to say why: neither drivers nor the words of the
 * statement that is agreed (or NULL)? */
bool soa_lacks_cause(
    bool applies, size_t drivers, const struct soa_statement *agreed);

/* Can what calls for ideas change with a record of this kind? */
bool soa_driver_rests_on(struct context *context, const char *kind, bool *rests,
    struct error *error);

#endif
