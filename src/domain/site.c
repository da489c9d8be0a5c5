/* Opening sites and their settings. */
#include "domain/site.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "base/file.h"
#include "base/map.h"
#include "store/migrate.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef IMS_SHARE
#define IMS_SHARE "/usr/local/share/ims-manual"
#endif

static bool is_shared(struct arena *arena, const char *folder)
{
    return file_stat(file_join(arena, folder, "schema/001-core.sql")).exists;
}

const char *site_shared(struct arena *arena)
{
    const char *given = getenv("IMS_SHARE");
    char path[4096];
    ssize_t size;

    if (!string_empty(given))
        return arena_string(arena, given);
    size = readlink("/proc/self/exe", path, sizeof path);
    if (size > 0 && (size_t)size < sizeof path) {
        char *folder = arena_copy(arena, path, (size_t)size);

        /* The program stands in build/ or cgi-bin/ of the source tree, or in
         * bin/ or lib/ims-manual/ of wherever it was installed. */
        for (int up = 0; up < 3; up++) {
            char *slash = strrchr(folder, '/');
            const char *installed;

            if (slash == NULL || slash == folder)
                break;
            *slash = '\0';
            installed = file_join(arena, folder, "share/ims-manual");
            if (is_shared(arena, folder))
                return folder;
            if (is_shared(arena, installed))
                return installed;
        }
    }
    return IMS_SHARE;
}

struct arena *site_arena(struct site *site)
{
    return site->whole != NULL ? site->whole : arena_create();
}

void site_arena_end(struct site *site, struct arena *arena)
{
    if (arena != site->whole)
        arena_destroy(arena);
}

static struct site *site_new(const char *folder, const char *shared)
{
    struct arena *arena = arena_create();
    struct site *site = arena_alloc(arena, sizeof *site);

    site->arena = arena;
    site->folder = arena_string(arena, folder);
    site->manual = file_join(arena, folder, "manual");
    site->files = file_join(arena, folder, "files");
    site->shared = arena_string(arena, shared);
    site->setting_arena = arena_create();
    site->kept_arena = arena_create();
    site->scratch_arena = arena_create();
    site->kinds_stamp = "";
    site->kinds_wanted = "";
    site->plan_stamp = "";
    site->name = "";
    site->key = "";
    site->data_version = -1;
    return site;
}

void site_forget_rules(struct site *site)
{
    for (size_t i = 0; i < site->rule_arena_count; i++)
        arena_destroy(site->rule_arenas[i]);
    arena_destroy(site->rules_kept_arena);
    site->rules_kept_arena = NULL;
    site->rule_arena_count = 0;
    site->rules_kept = NULL;
}

void site_close(struct site *site)
{
    if (site == NULL)
        return;
    site_forget_rules(site);
    database_close(site->db);
    arena_destroy(site->setting_arena);
    site_arena_end(site, site->kinds_arena);
    site_arena_end(site, site->rules_arena);
    arena_destroy(site->kept_arena);
    arena_destroy(site->facts_arena);
    arena_destroy(site->scratch_arena);
    site_arena_end(site, site->plan_arena);
    arena_destroy(site->arena);
}

bool site_create(const char *folder, const char *shared, struct site **created,
    struct error *error)
{
    struct site *site;
    int applied;

    if (file_stat(folder).exists)
        return error_set(error, ERROR_CONFLICT,
            "%s: exists already; choose a folder that does not exist", folder);
    site = site_new(folder, shared);
    if (!file_make_folder(site->arena, folder, error) ||
        !file_make_folder(site->arena, site->manual, error) ||
        !file_make_folder(site->arena, site->files, error) ||
        !database_open(file_join(site->arena, folder, "ims.db"),
            DATABASE_CREATE, &site->db, error) ||
        !migrate_apply(site->db, file_join(site->arena, shared, "schema"),
            folder, &applied, error)) {
        site_close(site);
        return false;
    }
    *created = site;
    return true;
}

bool site_open(const char *folder, const char *shared, bool any_schema,
    struct site **opened, struct error *error)
{
    struct site *site;
    const char *path = file_join(error->arena, folder, "ims.db");

    if (!file_stat(folder).is_folder || !file_stat(path).exists)
        return error_set(error, ERROR_MISSING,
            "%s: is not a site; make one with: ims init %s", folder, folder);
    site = site_new(folder, shared);
    if (!database_open(path, DATABASE_EXISTING, &site->db, error) ||
        (!any_schema && (!migrate_check(site->db, folder, error) ||
                            !site_refresh(site, error)))) {
        site_close(site);
        return false;
    }
    *opened = site;
    return true;
}

static bool site_read_settings(struct site *site, struct error *error)
{
    struct rows rows;

    arena_reset(site->setting_arena);
    site->name = "";
    site->key = "";
    site->kinds_wanted = "";
    site->instructions = true;
    site->signed_in_only = false;
    if (!database_query(site->db,
            "select name, value from setting order by name", NO_VALUES, &rows,
            error))
        return false;
    while (rows_next(&rows)) {
        const char *name = rows_text(&rows, 0);
        const char *value = rows_keep(&rows, 1, site->setting_arena);

        if (string_equals(name, "name"))
            site->name = value;
        else if (string_equals(name, "key"))
            site->key = value;
        else if (string_equals(name, "kinds"))
            site->kinds_wanted = value;
        else if (string_equals(name, "generation"))
            site->generation = strtoll(value, NULL, 10);
        else if (string_equals(name, "instructions"))
            site->instructions = !string_equals(value, "no");
        else if (string_equals(name, "reading"))
            site->signed_in_only = string_equals(value, "signed-in");
    }
    return rows_end(&rows, error);
}

bool site_refresh(struct site *site, struct error *error)
{
    long long version = database_data_version(site->db);

    if (version == site->data_version)
        return true;
    if (!site_read_settings(site, error))
        return false;
    site->data_version = version;
    return true;
}

bool site_begin_read(struct context *context, struct error *error)
{
    const char *generation;

    if (!database_begin_read(context->db, error))
        return false;
    if (!site_setting(context, "generation", &generation, error)) {
        database_end_read(context->db);
        return false;
    }
    context->site->generation = strtoll(generation, NULL, 10);
    return true;
}

bool site_begin(struct context *context, struct error *error)
{
    return database_begin_write(context->db, error);
}

bool site_commit(struct context *context, struct error *error)
{
    struct site *site = context->site;
    long long generation = 0;
    const char *value = "0";

    if (!site_setting(context, "generation", &value, error)) {
        database_rollback(context->db);
        return false;
    }
    generation = strtoll(value, NULL, 10) + 1;
    if (!site_set_setting(context, "generation",
            arena_format(context->arena, "%lld", generation), error)) {
        database_rollback(context->db);
        return false;
    }
    if (!database_commit(context->db, error))
        return false;
    /* Our own changes do not move the data version: read the settings again. */
    site->data_version = -1;
    return site_refresh(site, error);
}

void site_rollback(struct context *context)
{
    database_rollback(context->db);
}

/* Begin anew when the content is not what it was. */
static struct map *site_kept_map(struct site *site)
{
    if (site->kept == NULL || site->kept_generation != site->generation) {
        arena_reset(site->kept_arena);
        site->kept = map_create(site->kept_arena);
        site->kept_generation = site->generation;
    }
    return site->kept;
}

void *site_kept(struct context *context, const char *name)
{
    return database_is_writing(context->db)
               ? NULL
               : map_get(site_kept_map(context->site), name);
}

struct arena *site_keep_arena(struct context *context)
{
    if (database_is_writing(context->db))
        return NULL;
    site_kept_map(context->site);
    return context->site->kept_arena;
}

void site_keep(struct context *context, const char *name, void *value)
{
    map_set(site_kept_map(context->site), name, value);
}

bool site_setting(struct context *context, const char *name, const char **value,
    struct error *error)
{
    *value = "";
    return database_text(context->db,
        "select value from setting where name = $1", VALUES(value_text(name)),
        value, error);
}

bool site_set_setting(struct context *context, const char *name,
    const char *value, struct error *error)
{
    return database_run(context->db,
        "insert into setting (name, value) values ($1, $2) "
        "on conflict (name) do update set value = excluded.value",
        VALUES(value_text(name), value_text(value)), error);
}

struct context context_create(
    struct site *site, struct arena *arena, const char *person)
{
    const char *now = clock_now(arena);

    return (struct context){
        .arena = arena,
        .site = site,
        .db = site->db,
        .now = now,
        .today = clock_date(arena, now),
        .person = person,
        .form = "",
    };
}
