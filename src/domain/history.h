/*
 * Who changed what, when: append-only, each revision's hash covering the one
 * before it, over the whole site.
 */
#ifndef DOMAIN_HISTORY_H
#define DOMAIN_HISTORY_H

#include "domain/context.h"

struct revision {
    long long number; /* of the item or its part, from 1 */
    const char *part; /* "", or the part of the item: note:12, link:34 */
    const char *at;
    const char *by; /* login, or "" for the program itself */
    const char *by_name;
    const char *action; /* created, changed, approved, removed */
    const char *why;
    const char *snapshot; /* JSON; "" unless asked for */
    const char *hash;
};

/* Append a revision of the item. Inside a write transaction. */
bool history_add(struct context *context, long long item, long long number,
    const char *action, const char *why, const char *snapshot,
    struct error *error);

/* The same of a part of the item, with the next number of that part. */
bool history_add_part(struct context *context, long long item, const char *part,
    const char *action, const char *why, const char *snapshot,
    struct error *error);

/* The item's own revisions, newest first, at most `limit` from `offset`. */
bool history_list(struct context *context, long long item, bool snapshots,
    long long limit, long long offset, struct revision **revisions,
    size_t *count, struct error *error);

/* The snapshot of one revision; found is false when there is none. */
bool history_read(struct context *context, long long item, long long number,
    struct revision *revision, bool *found, struct error *error);

/* Walk the whole chain; `problem` is "" or says where it breaks. */
bool history_verify(struct context *context, long long *count,
    const char **problem, struct error *error);

#endif
