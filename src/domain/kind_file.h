/*
 * Shipped kinds, from their files to the database. What a site made or changed
 * (origin `site`) stays: an upgrade replaces only what was shipped.
 */
#ifndef DOMAIN_KIND_FILE_H
#define DOMAIN_KIND_FILE_H

#include "domain/kind.h"

/* Read the kind files `schema/kinds/NAME.sql` below `folder` into the
 * database, replacing what was shipped before. Inside a write transaction.
 * The error names the file, the line where it can, and the unknown word. */
bool kind_load_files(
    struct context *context, const char *folder, struct error *error);

#endif
