/*
 * Record kinds from files to the database, and from the database to memory.
 */
#ifndef DOMAIN_KIND_LOAD_H
#define DOMAIN_KIND_LOAD_H

#include "domain/kind.h"

/* Read the shipped kind files `schema/kinds/NAME.sql` below `folder` into the
 * database, replacing what was shipped before. Inside a write transaction.
 * The error names the file, the line where it can, and the unknown word. */
bool kind_load_files(
    struct context *context, const char *folder, struct error *error);

/* Read all kinds of the database into the site, if they changed since. */
bool kind_load_site(struct site *site, struct error *error);

#endif
