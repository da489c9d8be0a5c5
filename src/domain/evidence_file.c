/* Files by content hash, in files/ab/abcdef... */
#include "domain/evidence_file.h"

#include "base/crypto.h"
#include "base/file.h"
#include "domain/resolve.h"
#include "domain/search.h"
#include "domain/site.h"

#include <string.h>
#include <strings.h>

static const struct media {
    const char *ending;
    const char *type;
} media_types[] = {
    {".pdf", "application/pdf"},
    {".txt", "text/plain; charset=utf-8"},
    {".log", "text/plain; charset=utf-8"},
    {".csv", "text/csv; charset=utf-8"},
    {".md", "text/markdown; charset=utf-8"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".gif", "image/gif"},
    {".webp", "image/webp"},
    {".heic", "image/heic"},
    {".svg", "image/svg+xml"},
    {".tif", "image/tiff"},
    {".tiff", "image/tiff"},
    {".mp3", "audio/mpeg"},
    {".m4a", "audio/mp4"},
    {".mp4", "video/mp4"},
    {".json", "application/json"},
    {".xml", "application/xml"},
    {".zip", "application/zip"},
    {".eml", "message/rfc822"},
    {".rtf", "application/rtf"},
    {".odt", "application/vnd.oasis.opendocument.text"},
    {".ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {".odp", "application/vnd.oasis.opendocument.presentation"},
    {".doc", "application/msword"},
    {".xls", "application/vnd.ms-excel"},
    {".ppt", "application/vnd.ms-powerpoint"},
    {".docx", "application/"
              "vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".pptx", "application/"
              "vnd.openxmlformats-officedocument.presentationml.presentation"},
};

const char *evidence_file_media(const char *name)
{
    size_t size = strlen(name);

    for (size_t i = 0; i < sizeof media_types / sizeof *media_types; i++) {
        size_t ending = strlen(media_types[i].ending);

        if (size > ending &&
            strcasecmp(name + size - ending, media_types[i].ending) == 0)
            return media_types[i].type;
    }
    return "application/octet-stream";
}

static const char *folder_of(struct context *context, const char *hash)
{
    return arena_format(context->arena, "%s/%.2s", context->site->files, hash);
}

static const char *path_of(struct context *context, const char *hash)
{
    return file_join(context->arena, folder_of(context, hash), hash);
}

bool evidence_file_store(struct context *context, struct text content,
    const char **hash, struct error *error)
{
    const char *folder;
    const char *path;
    struct file_state state;

    if (content.size == 0)
        return error_set(error, ERROR_INVALID,
            "The file is empty. Choose one that has something in it.");
    if (content.size > EVIDENCE_FILE_LIMIT)
        return error_set(error, ERROR_TOO_LARGE,
            "The file has %zu bytes, the limit is %d (%d MB).", content.size,
            EVIDENCE_FILE_LIMIT, EVIDENCE_FILE_LIMIT / (1024 * 1024));
    *hash = crypto_sha256(context->arena, content);
    folder = folder_of(context, *hash);
    path = path_of(context, *hash);
    state = file_stat(path);
    if (!file_make_folder(context->arena, folder, error))
        return false;
    if ((!state.exists || state.size != (long long)content.size) &&
        !file_write(context->arena, path, content, error))
        return false;
    /* Also when it was there: who wrote it may not have come this far. */
    return file_sync_folder(folder, error) &&
           file_sync_folder(context->site->files, error);
}

static bool is_one_line(const char *string)
{
    return text_is_clean(text_of(string), NULL) &&
           strpbrk(string, "\t\r\n") == NULL;
}

static bool check_words(
    const char *name, const char *title, struct error *error)
{
    if (name[0] == '\0' || strchr(name, '/') != NULL || !is_one_line(name))
        return error_set(error, ERROR_INVALID,
            "The name of the file is not one that can be kept. Rename it.");
    if (strlen(name) > EVIDENCE_FILE_NAME)
        return error_set(error, ERROR_TOO_LARGE,
            "The name of the file is longer than %d bytes. Rename it.",
            EVIDENCE_FILE_NAME);
    if (!is_one_line(title))
        return error_at(error, ERROR_INVALID, "title",
            "The title must be one line of readable text.");
    return strlen(title) <= EVIDENCE_FILE_TITLE ||
           error_at(error, ERROR_TOO_LARGE, "title",
               "The title is longer than %d bytes. Shorten it.",
               EVIDENCE_FILE_TITLE);
}

static bool insert_file(struct context *context, const char *hash,
    const char *name, const char *title, size_t size, struct error *error)
{
    const char *ref = arena_format(context->arena, "file:%s", hash);
    long long id = 0;

    return resolve_put_item(context, ref, "file", title, hash, &id, error) &&
           database_run(context->db,
               "insert into file (id, hash, name, size, media, added_at, "
               "added_by) values ($1, $2, $3, $4, $5, $6, $7)",
               VALUES(value_number(id), value_text(hash), value_text(name),
                   value_number((long long)size),
                   value_text(evidence_file_media(name)),
                   value_text(context->now), value_text(context->person)),
               error) &&
           search_put(context, ref, "file", title, name, error);
}

bool evidence_file_put(struct context *context, const char *name,
    const char *title, struct text content, const char **hash,
    struct error *error)
{
    long long count = 0;

    if (!check_words(name, title, error) ||
        !evidence_file_store(context, content, hash, error) ||
        !database_number(context->db,
            "select count(*) from file where hash = $1",
            VALUES(value_text(*hash)), &count, error))
        return false;
    return count > 0 ||
           insert_file(context, *hash, name, title[0] == '\0' ? name : title,
               content.size, error);
}

bool evidence_file_keep(struct context *context, const char *name,
    struct text content, const char **hash, struct error *error)
{
    if (!evidence_file_store(context, content, hash, error) ||
        !site_begin(context, error))
        return false;
    if (evidence_file_put(context, name, "", content, hash, error))
        return site_commit(context, error);
    site_rollback(context);
    return false;
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

bool evidence_file_is_there(
    struct context *context, const char *hash, long long size)
{
    struct file_state state = file_stat(path_of(context, hash));

    return state.exists && state.size == size;
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
