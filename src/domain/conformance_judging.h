/*
 * The judging of one clause: what its parts share. Nobody outside the checker
 * includes this.
 */
#ifndef DOMAIN_CONFORMANCE_JUDGING_H
#define DOMAIN_CONFORMANCE_JUDGING_H

#include "domain/conformance_walk.h"

struct judging {
    struct walk *walk;
    struct arena *arena;
    struct conformance_clause *clause;
    struct conformance_clause *told; /* where the reasons are collected */
    size_t capacity;                 /* of the findings */
};

/* Add a reason; `message` is made of arena strings. */
void judging_add(struct judging *judging, enum conformance_rule_id id,
    const char *ref, const char *message);

/* Is it out, by a record that says why? */
bool judging_is_excluded(const struct conformance_clause *clause);

/* The reasons that its exclusions give: one says not why, or what is excluded
 * is claimed. */
bool judging_exclusions(
    struct judging *judging, bool excluded, struct error *error);

#endif
