/*
 * What every domain function is called with: whose site, whose hand, when.
 *
 * The moment is passed, never read from the clock, so that tests, replays and
 * `--as-of` can set it. Lives on the caller's stack for one request or command.
 */
#ifndef DOMAIN_CONTEXT_H
#define DOMAIN_CONTEXT_H

#include "base/arena.h"
#include "store/database.h"

struct site;

struct context {
    struct arena *arena; /* the request's */
    struct site *site;
    struct database *db; /* the site's */
    const char *now;     /* moment, UTC */
    const char *today;   /* date of now */
    const char *person;  /* login of who acts, or "" */
    const char *form; /* token of the form that was sent, or "": see sent.h */
};

#endif
