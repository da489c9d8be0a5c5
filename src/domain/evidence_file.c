/* Files by content hash, in files/ab/abcdef... */
#include "domain/evidence_file.h"

#include "base/crypto.h"
#include "base/file.h"
#include "domain/resolve.h"
#include "domain/search.h"
#include "domain/site.h"

#include <string.h>

static const struct media {
    const char *ending;
    const char *type;
} media_types[] = {
    {".pdf", "application/pdf"},
    {".txt", "text/plain; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".md", "text/markdown; charset=utf-8"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".json", "application/json"},
};

static const char *media_of(const char *name)
{
    for (size_t i = 0; i < sizeof media_types / sizeof *media_types; i++) {
        if (string_ends(name, media_types[i].ending))
            return media_types[i].type;
    }
    return "application/octet-stream";
}

static const char *path_of(struct context *context, const char *hash)
{
    return arena_format(
        context->arena, "%s/%.2s/%s", context->site->files, hash, hash);
}

bool evidence_file_put(struct context *context, const char *name,
    const char *title, struct text content, const char **hash,
    struct error *error)
{
    const char *digest = crypto_sha256(context->arena, content);
    const char *ref = arena_format(context->arena, "file:%s", digest);
    const char *path = path_of(context, digest);
    long long id = 0;

    *hash = digest;
    if (!file_make_folder(context->arena,
            arena_format(
                context->arena, "%s/%.2s", context->site->files, digest),
            error) ||
        (!file_stat(path).exists &&
            !file_write(context->arena, path, content, error)))
        return false;
    return resolve_put_item(context, ref, "file", title, digest, &id, error) &&
           database_run(context->db,
               "insert into file (id, hash, name, size, media, added_at, "
               "added_by) values ($1, $2, $3, $4, $5, $6, $7) "
               "on conflict (id) do nothing",
               VALUES(value_number(id), value_text(digest), value_text(name),
                   value_number((long long)content.size),
                   value_text(media_of(name)), value_text(context->now),
                   value_text(context->person)),
               error) &&
           search_put(context, ref, "file", title, name, error);
}

bool evidence_file_read(struct context *context, const char *hash,
    struct evidence_file *file, bool *found, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select hash, file.name, item.title, media, size, added_at, "
            "coalesce(person.name, added_by) from file "
            "join item on item.id = file.id "
            "left join person on person.login = added_by where hash = $1",
            VALUES(value_text(hash)), &rows, error))
        return false;
    *found = rows_next(&rows);
    if (*found)
        *file = (struct evidence_file){
            .hash = rows_text(&rows, 0),
            .name = rows_text(&rows, 1),
            .title = rows_text(&rows, 2),
            .media = rows_text(&rows, 3),
            .size = rows_number(&rows, 4),
            .added_at = rows_text(&rows, 5),
            .added_by = rows_text(&rows, 6),
        };
    if (*found)
        file->path = path_of(context, file->hash);
    return rows_end(&rows, error);
}

bool evidence_file_verify(struct context *context, long long *count,
    const char **problem, struct error *error)
{
    struct rows rows;

    *count = 0;
    *problem = "";
    if (!database_query(context->db, "select hash, name from file order by id",
            NO_VALUES, &rows, error))
        return false;
    while ((*problem)[0] == '\0' && rows_next(&rows)) {
        struct arena *arena = arena_create();
        struct error local = error_create(arena);
        const char *hash = rows_text(&rows, 0);
        struct text content;

        ++*count;
        if (!file_read(arena, path_of(context, hash), EVIDENCE_FILE_LIMIT,
                &content, &local))
            *problem = arena_format(context->arena, "the file %s is gone: %s",
                rows_text(&rows, 1), local.message);
        else if (!string_equals(crypto_sha256(arena, content), hash))
            *problem = arena_format(context->arena,
                "the file %s is not what was filed", rows_text(&rows, 1));
        arena_destroy(arena);
    }
    return rows_end(&rows, error);
}
