/*
 * What calls for the ideas of a standard, and when nothing does: the one
 * definition for the Statement of Applicability and for the checker's rule.
 */
#ifndef DOMAIN_SOA_DRIVER_H
#define DOMAIN_SOA_DRIVER_H

#include "domain/context.h"

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

/* A clause of the standard that is no lettered item of another. */
struct soa_clause {
    const char *id; /* A.5.7 */
    const char *kind;
    const char *heading;
    long long position;
};

/* What calls for the ideas of one standard, on a day. */
struct soa_drivers {
    struct context *context;
    const char *standard; /* its full id */
    const char *as_of;
    struct soa_called **clauses; /* in order */
    size_t count;
    struct soa_role *roles;
    size_t role_count;
};

/* Begin to ask; the answers are of the transaction that is open. The site's
 * kinds must be loaded. */
bool soa_drivers_ask(struct soa_drivers *drivers, struct context *context,
    const char *standard, const char *as_of, struct error *error);

/* The clause at a place below `count`. */
const struct soa_clause *soa_driver_clause(
    const struct soa_drivers *drivers, size_t place);

/* Called with the position of a clause and a record in force that calls for
 * it or one of its items, at least once for each way in which it does; by way,
 * position, kind and number. */
typedef void soa_driver_take(
    void *user, long long position, const struct soa_driver *driver);
bool soa_driver_each(const struct soa_drivers *drivers, soa_driver_take *take,
    void *user, struct error *error);

/* Does anything call for the clause at the place? */
bool soa_driver_exists(const struct soa_drivers *drivers, size_t place,
    bool *exists, struct error *error);

/* Does it apply, with nothing to say why: neither drivers nor the reason of the
 * statement that is agreed ("" for none)? */
bool soa_lacks_cause(bool applies, size_t drivers, const char *reason);

/* Can what calls for ideas change with a record of this kind? */
bool soa_driver_rests_on(struct context *context, const char *kind, bool *rests,
    struct error *error);

#endif
