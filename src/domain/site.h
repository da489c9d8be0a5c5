/*
 * A site: one IMS, a folder that can be copied.
 *
 *   ims.db    the database        manual/   its pages
 *   files/    uploaded evidence, by content hash
 *
 * The shared folder holds what is installed once for all sites: schema/,
 * templates/ and the shipped manual/ with its help/.
 */
#ifndef DOMAIN_SITE_H
#define DOMAIN_SITE_H

#include "domain/context.h"

struct kinds;
struct map;
struct rules;

struct site {
    struct arena *arena; /* lives as long as the site is open */
    struct arena *whole; /* for all that is kept, or NULL: see site_arena() */
    const char *folder;
    const char *manual; /* folder/manual */
    const char *files;  /* folder/files */
    const char *shared;
    struct database *db;
    const char *name;       /* the organisation */
    long long generation;   /* changes with every change of content */
    long long data_version; /* when the settings were read */
    struct arena *setting_arena;
    const struct kinds *kinds; /* loaded by domain/kind_load */
    struct arena *kinds_arena;
    const char *kinds_stamp;   /* which state of the kinds is loaded */
    const char *kinds_wanted;  /* which one the settings speak of */
    const struct rules *rules; /* read by domain/rule_load, or NULL */
    struct arena *rules_arena;
    const char *rules_stamp;       /* the state of the kinds they belong to */
    struct rules_kept *rules_kept; /* by domain/rule_kept */
    struct arena *rules_kept_arena;
    struct arena **rule_arenas; /* in it: of what each rule found */
    size_t rule_arena_count;
    const struct conformance_plan *plan; /* kept by domain/conformance_plan */
    struct arena *plan_arena;
    const char *plan_stamp; /* of which standards and kinds it is */
    struct facts *facts;    /* kept by domain/conformance_facts */
    struct arena *facts_arena;
    struct arena *scratch_arena; /* for one step at a time */
    struct map *kept;            /* site_keep() */
    struct arena *kept_arena;
    long long kept_generation; /* the state of the content it is of */
    const char *key;           /* secret for tokens, 64 hex digits */
    bool instructions;         /* show instruction boxes */
    bool signed_in_only;       /* reading needs a session */
};

/* Where the installed shared folder is: the environment's IMS_SHARE, else
 * beside the program, else where it was installed to. */
const char *site_shared(struct arena *arena);

/* Make the folder and an empty database with the newest schema. Refuses a
 * folder that exists. The caller ends it with site_close(). */
bool site_create(const char *folder, const char *shared, struct site **site,
    struct error *error);

/* Open an existing site; an older or newer schema is refused unless
 * `any_schema`. */
bool site_open(const char *folder, const char *shared, bool any_schema,
    struct site **site, struct error *error);
void site_close(struct site *site);

/* What the rules found is not kept any longer. */
void site_forget_rules(struct site *site);

/* Take up what other processes changed (name, settings, generation); cheap
 * when nothing did. */
bool site_refresh(struct site *site, struct error *error);

/* A read transaction: one state of the data, and what is kept is of that state,
 * even if somebody committed since site_refresh(). End it with
 * database_end_read(). */
bool site_begin_read(struct context *context, struct error *error);

/* A write transaction that changes content: commit counts the generation up,
 * so that every cache of what was shown before is out of date. */
bool site_begin(struct context *context, struct error *error);
bool site_commit(struct context *context, struct error *error);
void site_rollback(struct context *context);

/* Where to put what is kept until newer stands in its place, and the end of
 * that. Each has an arena of its own; but a site that a command opened, which
 * will not see much change, has one for all, and it lasts. */
struct arena *site_arena(struct site *site);
void site_arena_end(struct site *site, struct arena *arena);

/* What every page needs and only content decides, such as who there is, is
 * kept from one request to the next. site_kept() gives what is kept under
 * `name` for the present generation, or NULL; it is gone when that moves on.
 * site_keep_arena() is where to put it before site_keep(), or NULL when nothing
 * may be kept: while writing, what is read may never come to be. */
void *site_kept(struct context *context, const char *name);
struct arena *site_keep_arena(struct context *context);
void site_keep(struct context *context, const char *name, void *value);

/* A setting's value, or "" when it was never set. */
bool site_setting(struct context *context, const char *name, const char **value,
    struct error *error);
bool site_set_setting(struct context *context, const char *name,
    const char *value, struct error *error);

/* A context of the system clock for commands, acting as `person`. */
struct context context_create(
    struct site *site, struct arena *arena, const char *person);

#endif
