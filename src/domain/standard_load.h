/*
 * Standards from files to the database.
 *
 * What a site decided stays through every upgrade: which standards it works
 * to, which edition a bare number means, the expectations it added, and whole
 * standards of its own. Items of clauses that are gone stay without a clause,
 * so that links keep their ends.
 */
#ifndef DOMAIN_STANDARD_LOAD_H
#define DOMAIN_STANDARD_LOAD_H

#include "domain/context.h"
#include "domain/standard_file.h"

enum { EXPECTATION_FIRST_OWN = 1000 }; /* position of the site's expectations */

/* Read all *.standard files of `folder` into the database, replacing what
 * their standards were before. Inside a write transaction, after the kinds are
 * loaded. The error begins with `FILE:LINE: `. */
bool standard_load_files(
    struct context *context, const char *folder, struct error *error);

/* A standard to be put, from the file at `path`. */
struct standard_put {
    const char *path;
    const struct standard_file *file;
    const char *origin; /* shipped or site */
    long long position; /* among the others */
    size_t gone;        /* set: clauses that it has no longer */
    size_t new;         /* set: clauses that it had not */
};

/* Put one standard in place of what it was before. Inside a write transaction,
 * with the site's kinds loaded; standard_edition_choose_first() comes after.
 * The error begins with `PATH:LINE: `. */
bool standard_put(
    struct context *context, struct standard_put *put, struct error *error);

#endif
