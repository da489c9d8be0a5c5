/*
 * Who watches what: a page or record by its reference, all records of a kind by
 * its name, all pages by `page`, or everything by "". What is watched makes up
 * a person's own feed.
 *
 * It is a person's own setting and no content, so that it has no history.
 */
#ifndef DOMAIN_WATCH_H
#define DOMAIN_WATCH_H

#include "domain/context.h"

enum { WATCH_LIMIT = 500 }; /* things one person can watch */

struct watched {
    const char *scope; /* as above */
    const char *since; /* moment */
    long long item;    /* that the scope refers to, or 0 */
    const char *kind;  /* of the item, or "" */
    const char *title; /* of the item, or "" */
};

/* Watch it from now on. The acting person must be signed in: ERROR_FORBIDDEN.
 * ERROR_INVALID, naming `scope`, for what cannot be watched and for more than
 * WATCH_LIMIT things. Watching twice is fine. */
bool watch_start(
    struct context *context, const char *scope, struct error *error);

/* No longer watch it; fine when it was not watched. */
bool watch_stop(
    struct context *context, const char *scope, struct error *error);

/* Does the person watch exactly this? */
bool watch_is_on(struct context *context, const char *person, const char *scope,
    bool *on, struct error *error);

/* All that the person watches, "" first. */
bool watch_list(struct context *context, const char *person,
    struct watched **list, size_t *count, struct error *error);

#endif
