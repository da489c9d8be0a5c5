/* Making, opening and upgrading sites. */
#include "domain/system.h"

#include "base/crypto.h"
#include "base/file.h"
#include "domain/demo.h"
#include "domain/kind_file.h"
#include "domain/kind_load.h"
#include "domain/page.h"
#include "domain/record_index.h"
#include "domain/rule.h"
#include "domain/site.h"
#include "domain/standard_load.h"
#include "store/migrate.h"

#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int remove_one(
    const char *path, const struct stat *state, int type, struct FTW *walk)
{
    (void)state;
    (void)type;
    (void)walk;
    return remove(path);
}

/* Only ever called on a folder this program has just made. */
static void remove_tree(const char *folder)
{
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* The shipped data: kinds, then the rules and the standards, whose checks and
 * expectations name kinds. */
static bool load_shipped(struct context *context, struct error *error)
{
    struct site *site = context->site;
    const char *schema = file_join(context->arena, site->shared, "schema");

    return kind_load_files(
               context, file_join(context->arena, schema, "kinds"), error) &&
           kind_load_site(site, error) &&
           rule_load_files(
               context, file_join(context->arena, schema, "rules"), error) &&
           record_index_rebuild(context, NULL, error) &&
           page_remark_rebuild(context, error) &&
           standard_load_files(
               context, file_join(context->arena, schema, "standards"), error);
}

static bool first_settings(
    struct context *context, const char *name, struct error *error)
{
    return site_set_setting(context, "name", name, error) &&
           site_set_setting(
               context, "key", crypto_token(context->arena), error);
}

static bool load_first(
    struct context *context, const char *name, struct error *error)
{
    if (!site_begin(context, error))
        return false;
    if (!first_settings(context, name, error) ||
        !load_shipped(context, error)) {
        site_rollback(context);
        return false;
    }
    return site_commit(context, error);
}

/* The manual's files, without the shipped help, which is not the site's. */
static bool copy_manual(struct context *context, const char *from,
    const char *to, struct error *error)
{
    struct file_entry *entries;
    size_t count;
    bool shipped = string_equals(
        from, file_join(context->arena, context->site->shared, "manual"));

    if (!file_walk(context->arena, from, &entries, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *target = file_join(context->arena, to, entries[i].path);
        char *folder = arena_string(context->arena, target);
        struct text content;

        if (shipped && string_begins(entries[i].path, "help/"))
            continue;
        *strrchr(folder, '/') = '\0';
        if (!file_make_folder(context->arena, folder, error) ||
            !file_read(context->arena,
                file_join(context->arena, from, entries[i].path),
                (size_t)64 * 1024 * 1024, &content, error) ||
            !file_write(context->arena, target, content, error))
            return false;
    }
    return true;
}

static bool fill_site(struct context *context,
    const struct system_options *options, size_t *pages, struct error *error)
{
    struct site *site = context->site;
    const char *demo = file_join(context->arena, site->shared, "schema/demo");
    const char *manual = options->manual;
    const char *name = options->name;

    if (manual == NULL)
        manual = options->demo
                     ? file_join(context->arena, demo, "manual")
                     : file_join(context->arena, site->shared, "manual");
    if (name == NULL)
        name = options->demo ? "Harbour & Vale Ltd" : "Our organisation";
    return load_first(context, name, error) &&
           copy_manual(context, manual, site->manual, error) &&
           (!options->demo ||
               demo_load(context, demo, SYSTEM_DEMO_PASSWORD, error)) &&
           page_sync(context, pages, error);
}

bool system_init(const char *folder, const struct system_options *options,
    size_t *pages, struct error *error)
{
    struct arena *arena = error->arena;
    struct site *site;
    struct context context;

    if (options->manual != NULL && !file_stat(options->manual).is_folder)
        return error_set(error, ERROR_MISSING,
            "%s: is not a folder of Markdown files", options->manual);
    if (file_stat(folder).exists)
        return error_set(error, ERROR_CONFLICT,
            "%s: exists already; choose a folder that does not exist", folder);
    if (!site_create(folder, site_shared(arena), &site, error)) {
        if (error->code != ERROR_CONFLICT)
            remove_tree(folder);
        return false;
    }
    context = context_create(site, arena, "");
    if (!fill_site(&context, options, pages, error)) {
        site_close(site);
        remove_tree(folder);
        return false;
    }
    site_close(site);
    return true;
}

bool system_open(const char *folder, struct arena *whole, struct site **opened,
    struct error *error)
{
    struct site *site;

    if (!site_open(folder, site_shared(error->arena), false, &site, error))
        return false;
    site->whole = whole;
    if (!kind_load_site(site, error)) {
        site_close(site);
        return false;
    }
    *opened = site;
    return true;
}

bool system_refresh(struct site *site, struct error *error)
{
    if (!migrate_check(site->db, site->folder, error) ||
        !site_refresh(site, error))
        return false;
    return string_equals(site->kinds_wanted, site->kinds_stamp) ||
           kind_load_site(site, error);
}

bool system_migrate(const char *folder, int *applied, struct error *error)
{
    struct arena *arena = error->arena;
    const char *shared = site_shared(arena);
    struct context context;
    struct site *site;
    bool fine;

    if (!site_open(folder, shared, true, &site, error))
        return false;
    context = context_create(site, arena, "");
    fine = migrate_apply(site->db, file_join(arena, shared, "schema"), folder,
               applied, error) &&
           site_begin(&context, error);
    if (fine && !load_shipped(&context, error)) {
        site_rollback(&context);
        fine = false;
    }
    fine = fine && site_commit(&context, error);
    site_close(site);
    return fine;
}
