/*
 * Records, pages and sections that a walk of the conformance checker comes to
 * speak of, each read once and only when it is asked for.
 */
#ifndef DOMAIN_CONFORMANCE_KNOWN_H
#define DOMAIN_CONFORMANCE_KNOWN_H

#include "domain/conformance_result.h"

struct known;

struct known_record {
    const char *ref;
    const char *title;
    const char *kind;
    const char *status; /* its name */
    const char *date;   /* as evidence */
    const char *since;  /* its own date, or that of its creation */
    long long number;
    long long id;
};

struct known_page {
    const char *ref;
    const char *name;
    const char *title;
    const char *reference;
    const char *owner;
    enum approval approval;
    const char *approved_at;
    const char *approved_version;
    const char *approved_by; /* login */
    const char *changed_at;
    const char *next_review;
    bool present;
};

struct known_section {
    const char *ref;
    const char *title;
    long long position; /* in its page; -1 of the page itself */
};

/* `scratch` is used for one record at a time, and reset. */
struct known *known_create(struct context *context, struct arena *scratch);

bool known_record(struct known *known, long long id,
    const struct known_record **record, struct error *error);
bool known_page(struct known *known, long long id,
    const struct known_page **page, struct error *error);

/* The section, or a page that is claimed as a whole. */
bool known_section(struct known *known, long long id,
    const struct known_section **section, struct error *error);

/* It has changed: what was known is out of date. With a page go its sections.
 */
void known_forget(struct known *known, long long id, bool page);

/* JSON of the record's fields as it was saved; it stands until the next is
 * asked for: what records say is long, and mostly asked for once. */
bool known_snapshot(struct known *known, long long record, const char **json,
    struct error *error);

/* The value of a record's field; "" when it has none. */
bool known_value(struct known *known, long long record, const char *field,
    const char **value, struct error *error);

#endif
