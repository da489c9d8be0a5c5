/* Shipped kinds, from their files to the database. */
#include "domain/kind_file.h"

#include "base/crypto.h"
#include "base/file.h"
#include "domain/kind_check.h"
#include "domain/kind_load.h"

enum { KIND_FILE_LIMIT = 256 * 1024 };

static const char *const kind_tables[] = {
    "kind", "status", "field", "soa_role", NULL};

static bool load_file(
    struct context *context, const char *path, struct error *error)
{
    struct kind_source source = {.context = context, .file = path};

    if (!file_read(error->arena, path, KIND_FILE_LIMIT, &source.script, error))
        return false;
    if (!text_is_clean(source.script, NULL))
        return error_at(
            error, ERROR_INVALID, path, "%s: is not UTF-8 text", path);
    if (!database_script(context->db, source.script.data, kind_tables, error))
        return error_wrap(error, path);
    return kind_check(&source, error);
}

static bool run_all(
    struct context *context, const char *const *statements, struct error *error)
{
    for (size_t i = 0; statements[i] != NULL; i++) {
        if (!database_run(context->db, statements[i], NO_VALUES, error))
            return false;
    }
    return true;
}

/* The site's own rows step aside, under a name no kind can have, and what was
 * shipped goes. */
static bool clear_shipped(struct context *context, struct error *error)
{
    static const char *const statements[] = {
        "update kind set name = 'site ' || name where origin <> 'shipped'",
        "update status set kind = 'site ' || kind where origin <> 'shipped'",
        "update field set kind = 'site ' || kind where origin <> 'shipped'",
        "delete from status where origin = 'shipped'",
        "delete from field where origin = 'shipped'",
        "delete from kind where origin = 'shipped'",
        "delete from soa_role",
        NULL,
    };

    return run_all(context, statements, error);
}

/* What the site adds stands between what was shipped. */
static bool leave_room(struct context *context, struct error *error)
{
    static const char *const statements[] = {
        "update kind set position = position * 1000 where origin = 'shipped'",
        "update status set position = position * 1000 where origin = 'shipped'",
        "update field set position = position * 1000 where origin = 'shipped'",
        NULL,
    };

    return run_all(context, statements, error);
}

/* They come back, and stand where something of the same name was shipped. A
 * kind that the site made is all its own; of one that it only changed what was
 * shipped stays beside the changes. */
static bool restore_own(struct context *context, struct error *error)
{
    static const char *const statements[] = {
        "delete from status where exists (select 1 from kind where "
        "kind.name = 'site ' || status.kind and kind.origin = 'site')",
        "delete from field where exists (select 1 from kind where "
        "kind.name = 'site ' || field.kind and kind.origin = 'site')",
        "delete from status where exists (select 1 from status own where "
        "own.kind = 'site ' || status.kind and own.name = status.name)",
        "delete from field where exists (select 1 from field own where "
        "own.kind = 'site ' || field.kind and own.name = field.name)",
        "delete from kind where exists (select 1 from kind own where "
        "own.name = 'site ' || kind.name)",
        "update kind set name = substr(name, 6) where name like 'site %'",
        "update status set kind = substr(kind, 6) where kind like 'site %'",
        "update field set kind = substr(kind, 6) where kind like 'site %'",
        NULL,
    };

    return run_all(context, statements, error);
}

static bool load_all(
    struct context *context, const char *folder, struct error *error)
{
    struct file_entry *entries;
    size_t count;

    if (!file_walk(error->arena, folder, &entries, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *path = file_join(error->arena, folder, entries[i].path);

        if (string_ends(path, ".sql") && !load_file(context, path, error))
            return false;
    }
    return true;
}

/* The line that is to blame, in whichever file it stands; the folder when no
 * line says all of it. */
static bool find_place(struct context *context, const char *folder,
    const struct kind_fault *fault, const char **place, struct error *error)
{
    struct file_entry *entries;
    size_t count;

    *place = folder;
    if (!file_walk(error->arena, folder, &entries, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct kind_source source = {.context = context,
            .file = file_join(error->arena, folder, entries[i].path)};
        const char *line;

        if (!string_ends(source.file, ".sql"))
            continue;
        if (!file_read(error->arena, source.file, KIND_FILE_LIMIT,
                &source.script, error))
            return false;
        line = kind_check_place(&source, fault, error->arena);
        if (line != NULL) {
            *place = line;
            return true;
        }
    }
    return true;
}

/* What needs all kinds to be there. */
static bool check_all(
    struct context *context, const char *folder, struct error *error)
{
    struct kinds kinds = {.count = 0};
    struct kind_fault fault;
    const char *place;

    if (!kind_read_all(context->site, context->arena, &kinds, error) ||
        !kind_check_whole(context, &kinds, NULL, &fault, error))
        return false;
    if (fault.message == NULL)
        return true;
    return find_place(context, folder, &fault, &place, error) &&
           error_at(error, ERROR_INVALID, place, "%s: kind %s, field %s: %s",
               place, fault.kind, fault.field, fault.message);
}

bool kind_load_files(
    struct context *context, const char *folder, struct error *error)
{
    /* Another value of the setting, so that every process reads them anew. */
    return clear_shipped(context, error) && load_all(context, folder, error) &&
           leave_room(context, error) && restore_own(context, error) &&
           check_all(context, folder, error) &&
           site_set_setting(
               context, "kinds", crypto_token(context->arena), error);
}
