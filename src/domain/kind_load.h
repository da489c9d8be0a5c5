/*
 * Record kinds, from the database to memory.
 */
#ifndef DOMAIN_KIND_LOAD_H
#define DOMAIN_KIND_LOAD_H

#include "domain/kind.h"

/* Read all kinds into the arena. What no longer makes sense to this program (a
 * field type it does not know) is left out. */
bool kind_read_all(struct site *site, struct arena *arena, struct kinds *kinds,
    struct error *error);

/* Read all kinds of the database into the site, if they changed since. */
bool kind_load_site(struct site *site, struct error *error);

#endif
