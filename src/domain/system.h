/*
 * A whole site: made from the shipped template, opened with its kinds, kept
 * up to date. The one place that knows in which order things are loaded.
 */
#ifndef DOMAIN_SYSTEM_H
#define DOMAIN_SYSTEM_H

#include "domain/context.h"

/* Everybody's password in the worked example, which listens on the machine
 * itself only. */
#define SYSTEM_DEMO_PASSWORD "harbour-and-vale"

struct system_options {
    const char *manual; /* folder of Markdown, or NULL for the shipped one */
    const char *name;   /* of the organisation, or NULL */
    bool demo;          /* the worked example */
};

/* Make a new site in `folder`. When anything fails nothing stays behind.
 * `pages` counts the pages taken up. */
bool system_init(const char *folder, const struct system_options *options,
    size_t *pages, struct error *error);

/* Open a site with its kinds; the caller ends it with site_close(). `whole` is
 * the site's, see site_arena(): the arena of a command, else NULL. */
bool system_open(const char *folder, struct arena *whole, struct site **site,
    struct error *error);

/* Take up what other processes changed. */
bool system_refresh(struct site *site, struct error *error);

/* Bring an older site's schema, kinds and standards up to date; `applied`
 * counts the schema's steps. */
bool system_migrate(const char *folder, int *applied, struct error *error);

#endif
