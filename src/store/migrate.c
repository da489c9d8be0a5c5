/* Migrations, in order of number. */
#include "store/migrate.h"

#include "base/file.h"

#include <stdlib.h>

enum { MIGRATION_LIMIT = 1024 * 1024 };

static bool migrate_refuse_newer(
    const char *site, long long version, struct error *error)
{
    return error_set(error, ERROR_SCHEMA,
        "%s: was made by a newer release (schema %lld, this program knows "
        "%d): install that release to open it",
        site, version, MIGRATE_SCHEMA);
}

bool migrate_check(
    struct database *database, const char *site, struct error *error)
{
    long long version = 0;

    if (!database_schema_version(database, &version, error))
        return false;
    if (version > MIGRATE_SCHEMA)
        return migrate_refuse_newer(site, version, error);
    if (version < MIGRATE_SCHEMA)
        return error_set(error, ERROR_SCHEMA,
            "%s: was made by an older release (schema %lld, this program "
            "needs %d): back it up, then run: ims migrate %s",
            site, version, MIGRATE_SCHEMA, site);
    return true;
}

static bool migrate_one(struct database *database, const char *path,
    long long number, struct error *error)
{
    struct text script;

    if (!file_read(error->arena, path, MIGRATION_LIMIT, &script, error) ||
        !database_begin_write(database, error))
        return false;
    if (!database_script(database, script.data, NULL, error) ||
        !database_set_schema_version(database, number, error)) {
        database_rollback(database);
        return error_wrap(error, path);
    }
    return database_commit(database, error);
}

bool migrate_apply(struct database *database, const char *folder,
    const char *site, int *applied, struct error *error)
{
    struct file_entry *entries;
    size_t count;
    long long version = 0;

    *applied = 0;
    if (!database_schema_version(database, &version, error) ||
        !file_walk(error->arena, folder, &entries, &count, error))
        return false;
    if (version > MIGRATE_SCHEMA)
        return migrate_refuse_newer(site, version, error);
    for (size_t i = 0; i < count; i++) {
        long long number;

        if (text_of(entries[i].path).size < 4 ||
            !text_number(text_part(entries[i].path, 3), &number) ||
            number <= version || number > MIGRATE_SCHEMA)
            continue;
        if (!migrate_one(database,
                file_join(error->arena, folder, entries[i].path), number,
                error))
            return false;
        ++*applied;
    }
    return migrate_check(database, site, error);
}
