/*
 * What is going on across all kinds: open work of a person, the latest
 * changes, what is due next.
 */
#ifndef DOMAIN_ACTIVITY_H
#define DOMAIN_ACTIVITY_H

#include "domain/context.h"

struct activity {
    const char *ref;
    const char *kind;
    const char *title;
    const char *status; /* of a record, else "" */
    const char *at;     /* when it was, or is due; "" without a date */
    const char *by;     /* name of who did it, or "" */
    const char *action; /* created, changed, approved, removed */
    const char *why;
};

/* Open records the person owns, the earliest due first. */
bool activity_list_owned(struct context *context, const char *login,
    long long limit, struct activity **list, size_t *count,
    struct error *error);

/* The latest revisions, newest first. */
bool activity_list_latest(struct context *context, long long limit,
    struct activity **list, size_t *count, struct error *error);

/* Open records due from today on, the earliest first. */
bool activity_list_coming(struct context *context, long long limit,
    struct activity **list, size_t *count, struct error *error);

#endif
