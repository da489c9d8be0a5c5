/*
 * Which clauses of a standard a page shows: by verdict and by words.
 */
#ifndef RENDER_CONFORMANCE_FILTER_H
#define RENDER_CONFORMANCE_FILTER_H

#include "base/map.h"
#include "domain/conformance.h"
#include "render/template.h"

struct conformance_filter {
    const char *verdict; /* a verdict's name, "open", or "" for all */
    const char *words;   /* all must occur; "" for all */
    struct map *asks;    /* what clauses ask, by reference, once it is read */
};

/* ERROR_INVALID naming `verdict` when there is no such verdict. "open" stands
 * for stale, asserted and missing. */
bool conformance_filter_check(
    const struct conformance_filter *filter, struct error *error);

/* Does it hold anything back? */
bool conformance_filter_is_on(const struct conformance_filter *filter);

/* Read what all clauses of the runs ask, if there are words to look for in it:
 * before any of them is let pass. */
bool conformance_filter_read(struct conformance_filter *filter,
    struct context *context, const struct conformance *const *runs,
    size_t count, struct error *error);

/* Does the clause pass? Words are looked for in its number, heading, what it
 * asks, and the titles of its provisions and evidence. */
bool conformance_filter_passes(const struct conformance_filter *filter,
    const struct conformance_clause *clause);

/* Fill the choices of `<select name="verdict">`: VERDICT_CHOICE rows with
 * VALUE, LABEL and section CHOSEN; and WORDS. */
void conformance_filter_fill(
    const struct conformance_filter *filter, struct template_dictionary *page);

#endif
