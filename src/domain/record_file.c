/* Links made by hand, in the role `file`. */
#include "domain/record_file.h"

#include "base/escape.h"
#include "domain/evidence_file.h"
#include "domain/history.h"
#include "domain/link.h"

#include <string.h>

/* The list is read in one go, and shown as a whole. */
enum { FILES_MOST = 500 };

static const char *snapshot_of(
    struct arena *arena, const char *hash, const char *name)
{
    struct builder out = builder_create(arena);

    builder_format(&out, "{\"role\":\"file\",\"target\":\"file:%s\",", hash);
    builder_put(&out, "\"name\":");
    escape_json(&out, text_of(name));
    builder_byte(&out, '}');
    return builder_string(&out);
}

static bool add_history(struct context *context, const struct record *record,
    long long link, const char *action, const char *hash, struct error *error)
{
    struct evidence_file file;
    bool found;

    return evidence_file_read(context, hash, &file, &found, error) &&
           history_add_part(context, record->id,
               arena_format(context->arena, "link:%lld", link), action, "",
               snapshot_of(context->arena, hash, found ? file.name : ""),
               error);
}

/* How many files are filed on it, and whether this is one of them. */
static bool check_room(struct context *context, const struct record *record,
    const char *hash, struct error *error)
{
    long long count = 0;
    long long same = 0;

    if (!database_number(context->db,
            "select count(*) from link where owner = $1 and manual = 1 "
            "and role = 'file'",
            VALUES(value_number(record->id)), &count, error) ||
        !database_number(context->db,
            "select count(*) from link join file on file.id = link.target "
            "where owner = $1 and manual = 1 and role = 'file' "
            "and file.hash = $2",
            VALUES(value_number(record->id), value_text(hash)), &same, error))
        return false;
    if (same > 0)
        return error_set(error, ERROR_CONFLICT,
            "Exactly this file is filed on this record already.");
    return count < FILES_MOST ||
           error_set(error, ERROR_TOO_LARGE,
               "%d files are filed on this record, and no more fit.",
               FILES_MOST);
}

static bool add_locked(struct context *context, const struct record *record,
    const struct record_file_draft *draft, const char **hash,
    struct error *error)
{
    struct link_owner owner;
    struct link_draft draft_link = {
        .source = record->id, .role = "file", .manual = true};
    long long link = 0;

    if (!evidence_file_put(
            context, draft->name, draft->title, draft->content, hash, error) ||
        !check_room(context, record, *hash, error) ||
        !link_owner_read(context, record->id, &owner, error))
        return false;
    draft_link.target = arena_format(context->arena, "file:%s", *hash);
    draft_link.written = draft_link.target;
    return link_insert(context, &owner, &draft_link, &link, error) &&
           add_history(context, record, link, "filed", *hash, error);
}

bool record_file_add(struct context *context, const struct record *record,
    const struct record_file_draft *draft, const char **hash,
    struct error *error)
{
    if (!evidence_file_store(context, draft->content, hash, error) ||
        !site_begin(context, error))
        return false;
    if (add_locked(context, record, draft, hash, error))
        return site_commit(context, error);
    site_rollback(context);
    return false;
}

bool record_file_list(struct context *context, const struct record *record,
    struct record_file **files, size_t *count, struct error *error)
{
    struct rows rows;

    *files = NULL;
    *count = 0;
    if (!database_query(context->db,
            "select link.id, file.hash, file.name, item.title, file.size, "
            "link.made_at, link.made_by, coalesce(person.name, link.made_by) "
            "from link join file on file.id = link.target "
            "join item on item.id = file.id "
            "left join person on person.login = link.made_by "
            "where link.owner = $1 and link.manual = 1 and link.role = 'file' "
            "order by link.made_at, link.id limit $2",
            VALUES(value_number(record->id), value_number(FILES_MOST)), &rows,
            error))
        return false;
    while (rows_next(&rows)) {
        if (*files == NULL)
            *files = arena_array(context->arena, FILES_MOST, sizeof **files);
        (*files)[(*count)++] = (struct record_file){
            .link = rows_number(&rows, 0),
            .hash = rows_text(&rows, 1),
            .name = rows_text(&rows, 2),
            .title = rows_text(&rows, 3),
            .size = rows_number(&rows, 4),
            .filed_at = rows_text(&rows, 5),
            .filed_by = rows_text(&rows, 6),
            .filed_by_name = rows_text(&rows, 7),
        };
    }
    return rows_end(&rows, error);
}

static bool withdraw_locked(struct context *context,
    const struct record *record, long long link, const char *hash,
    struct error *error)
{
    long long found = 0;

    if (!database_number(context->db,
            "select count(*) from link join file on file.id = link.target "
            "where link.id = $1 and owner = $2 and manual = 1 "
            "and role = 'file' and file.hash = $3",
            VALUES(
                value_number(link), value_number(record->id), value_text(hash)),
            &found, error))
        return false;
    if (found == 0)
        return error_set(error, ERROR_MISSING,
            "That file is not filed on this record, or no longer. Load the "
            "record again to see what is.");
    return database_run(context->db, "delete from link where id = $1",
               VALUES(value_number(link)), error) &&
           add_history(context, record, link, "withdrew", hash, error);
}

bool record_file_withdraw(struct context *context, const struct record *record,
    long long link, const char *hash, struct error *error)
{
    if (!site_begin(context, error))
        return false;
    if (withdraw_locked(context, record, link, hash, error))
        return site_commit(context, error);
    site_rollback(context);
    return false;
}
