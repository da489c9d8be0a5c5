/*
 * Standards that a site adds itself, from a file in any form that
 * domain/standard_read takes. They are the site's own: an upgrade leaves them
 * alone, and adding one again replaces it.
 */
#ifndef DOMAIN_STANDARD_ADD_H
#define DOMAIN_STANDARD_ADD_H

#include "domain/context.h"
#include "domain/standard_naming.h"

/* What came of it, or would have. */
struct standard_added {
    struct standard_file file;
    const char *format;
    bool replaced;
    size_t leaves; /* clauses to conform with */
    size_t new;    /* clauses that were not there before */
    size_t gone;   /* clauses that are there no longer */
};

/* Read the file at `path` and put its standard, in one transaction with the
 * history; with `dry_run` everything is done and taken back. Shipped standards
 * are never replaced. The error begins with `PATH:LINE: ` or `PATH: PLACE: `
 * where the file is at fault. */
bool standard_add(struct context *context, const char *path,
    struct standard_naming naming, bool dry_run, struct standard_added *added,
    struct error *error);

#endif
