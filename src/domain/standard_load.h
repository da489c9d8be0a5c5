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

#endif
