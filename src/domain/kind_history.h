/*
 * The definition of a kind as one text, and what differs between two: the
 * history of kinds.
 *
 * A kind is the item `kind:NAME`; its revisions hold the whole definition as
 * JSON. What the program brought (shipped, upgraded) is recorded before the
 * first change by somebody, so that every revision shows what it changed.
 */
#ifndef DOMAIN_KIND_HISTORY_H
#define DOMAIN_KIND_HISTORY_H

#include "domain/history.h"
#include "domain/kind.h"

/* "kind:todo". */
const char *kind_history_ref(struct arena *arena, const char *kind);

/* The definition in the database, as JSON; "" when there is no such kind. */
bool kind_history_snapshot(struct context *context, const char *kind,
    const char **json, struct error *error);

/* Record what the program changed since the last revision: before a change.
 * Inside a write transaction. */
bool kind_history_take_up(
    struct context *context, const char *kind, struct error *error);

/* Is the definition still that of the last revision? */
bool kind_history_is_last(
    struct context *context, const char *kind, bool *same, struct error *error);

/* Record the definition as it is now. Inside a write transaction. */
bool kind_history_add(struct context *context, const char *kind,
    const char *action, const char *why, struct error *error);

/* One thing that a revision changed: “Plural”, “Field cost, help”. */
struct kind_difference {
    const char *what;
    const char *before;
    const char *after;
};

struct kind_revision {
    const char *kind; /* name */
    struct revision revision;
    struct kind_difference *differences; /* none for the first */
    size_t count;
};

/* Revisions newest first: of the kind, or of all kinds for "". Only those
 * after the revision with the id `since`. */
bool kind_history_list(struct context *context, const char *kind,
    long long since, long long limit, struct kind_revision **list,
    size_t *count, struct error *error);

#endif
