/*
 * Which edition a bare number means. References that name no edition, such as
 * clause:27001/9.2.2, lead to the clause of the edition that was chosen; their
 * links move with it.
 */
#ifndef DOMAIN_STANDARD_EDITION_H
#define DOMAIN_STANDARD_EDITION_H

#include "domain/context.h"

/* Choose an edition of each number that has none chosen: one that the site
 * works to, else the first. Inside a write transaction. */
bool standard_edition_choose_first(
    struct context *context, struct error *error);

/* From here on the standard's number means this edition. Inside a write
 * transaction. */
bool standard_edition_choose(struct context *context, const char *id,
    const char *number, struct error *error);

#endif
