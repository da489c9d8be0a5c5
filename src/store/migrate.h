/*
 * The schema of a site: made and brought up to date by numbered SQL files.
 *
 * `folder` holds `NNN-name.sql`; the database remembers the last number that
 * was applied. Depends on store/database only.
 */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "store/database.h"

/* The schema this program was written for. */
enum { MIGRATE_SCHEMA = 8 };

/* Refuse, naming the command, a database that is older or newer than this
 * program. `site` is how the user names the site. */
bool migrate_check(
    struct database *database, const char *site, struct error *error);

/* Apply the files the database lacks, each in its own transaction; `applied`
 * counts them. Refuses a database newer than this program. */
bool migrate_apply(struct database *database, const char *folder,
    const char *site, int *applied, struct error *error);

#endif
