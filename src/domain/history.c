/* The revision chain. */
#include "domain/history.h"

#include "base/crypto.h"

/* What a revision's hash covers, each part on a line of its own; the parts
 * before `why` cannot hold a line end, and why and snapshot are hashed
 * themselves so that no text can pass for two. */
static const char *chain_hash(struct arena *arena, const char *previous,
    const char *ref, const struct revision *revision)
{
    const char *line =
        arena_format(arena, "%s\n%s%s%s\n%lld\n%s\n%s\n%s\n%s\n%s\n", previous,
            ref, revision->part[0] == '\0' ? "" : " ", revision->part,
            revision->number, revision->at, revision->by, revision->action,
            crypto_sha256(arena, text_of(revision->why)),
            crypto_sha256(arena, text_of(revision->snapshot)));

    return crypto_sha256(arena, text_of(line));
}

/* What a revision is of. */
struct item {
    const char *ref;
    const char *kind;
};

static bool read_item(struct context *context, long long id, struct item *item,
    struct error *error)
{
    struct rows rows;
    bool found;

    if (!database_query(context->db, "select ref, kind from item where id = $1",
            VALUES(value_number(id)), &rows, error))
        return false;
    found = rows_next(&rows);
    if (found)
        *item = (struct item){
            .ref = rows_text(&rows, 0), .kind = rows_text(&rows, 1)};
    return rows_end(&rows, error) &&
           (found || error_set(error, ERROR_SYSTEM,
                         "There is no item %lld to keep a revision of.", id));
}

static bool add(struct context *context, long long item, const char *part,
    long long number, const char *action, const char *why, const char *snapshot,
    struct error *error)
{
    struct revision revision = {.number = number,
        .part = part,
        .at = context->now,
        .by = context->person,
        .action = action,
        .why = why,
        .snapshot = snapshot};
    const char *previous = "";
    struct item of = {.ref = "", .kind = ""};

    if (!database_text(context->db,
            "select hash from revision order by id desc limit 1", NO_VALUES,
            &previous, error) ||
        !read_item(context, item, &of, error))
        return false;
    return database_run(context->db,
        "insert into revision (item, part, number, kind, made_at, made_by, "
        "action, why, snapshot, previous, hash) "
        "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        VALUES(value_number(item), value_text(part), value_number(number),
            value_text(of.kind), value_text(revision.at),
            value_text(revision.by), value_text(action), value_text(why),
            value_text(snapshot), value_text(previous),
            value_text(
                chain_hash(context->arena, previous, of.ref, &revision))),
        error);
}

bool history_add(struct context *context, long long item, long long number,
    const char *action, const char *why, const char *snapshot,
    struct error *error)
{
    return add(context, item, "", number, action, why, snapshot, error);
}

bool history_add_part(struct context *context, long long item, const char *part,
    const char *action, const char *why, const char *snapshot,
    struct error *error)
{
    long long number = 0;

    return database_number(context->db,
               "select coalesce(max(number), 0) + 1 from revision "
               "where item = $1 and part = $2",
               VALUES(value_number(item), value_text(part)), &number, error) &&
           add(context, item, part, number, action, why, snapshot, error);
}

static void read_revision(struct rows *rows, struct revision *revision)
{
    revision->number = rows_number(rows, 0);
    revision->at = rows_text(rows, 1);
    revision->by = rows_text(rows, 2);
    revision->by_name = rows_text(rows, 3);
    revision->action = rows_text(rows, 4);
    revision->why = rows_text(rows, 5);
    revision->hash = rows_text(rows, 6);
    revision->snapshot = rows_text(rows, 7);
    revision->part = rows_text(rows, 8);
}

bool history_list(struct context *context, long long item, bool snapshots,
    long long limit, long long offset, struct revision **revisions,
    size_t *count, struct error *error)
{
    struct rows rows;

    *revisions = arena_array(context->arena, (size_t)limit, sizeof **revisions);
    *count = 0;
    if (!database_query(context->db,
            "select revision.number, made_at, made_by, "
            "coalesce(person.name, made_by), action, why, revision.hash, "
            "case when $2 = 1 then snapshot else '' end, part "
            "from revision left join person on person.login = made_by "
            "where item = $1 and part = '' "
            "order by revision.number desc limit $3 offset $4",
            VALUES(value_number(item), value_number(snapshots ? 1 : 0),
                value_number(limit), value_number(offset)),
            &rows, error))
        return false;
    while (rows_next(&rows))
        read_revision(&rows, &(*revisions)[(*count)++]);
    return rows_end(&rows, error);
}

bool history_read(struct context *context, long long item, long long number,
    struct revision *revision, bool *found, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select revision.number, made_at, made_by, "
            "coalesce(person.name, made_by), action, why, revision.hash, "
            "snapshot, part from revision "
            "left join person on person.login = made_by "
            "where item = $1 and part = '' and revision.number = $2",
            VALUES(value_number(item), value_number(number)), &rows, error))
        return false;
    *found = rows_next(&rows);
    if (*found)
        read_revision(&rows, revision);
    return rows_end(&rows, error);
}

bool history_verify(struct context *context, long long *count,
    const char **problem, struct error *error)
{
    struct arena *arena = arena_create();
    struct error local = error_create(arena);
    const char *previous = "";
    struct rows rows;
    bool fine;

    *count = 0;
    *problem = "";
    if (!database_query(context->db,
            "select revision.number, made_at, made_by, '', action, why, hash, "
            "snapshot, part, previous, item.ref from revision "
            "join item on item.id = revision.item order by revision.id",
            NO_VALUES, &rows, &local)) {
        arena_destroy(arena);
        return error_set(error, local.code, "%s", local.message);
    }
    while ((*problem)[0] == '\0' && rows_next(&rows)) {
        struct revision revision;

        read_revision(&rows, &revision);
        if (!string_equals(rows_text(&rows, 9), previous) ||
            !string_equals(revision.hash,
                chain_hash(arena, previous, rows_text(&rows, 10), &revision)))
            *problem = arena_format(context->arena,
                "revision %lld of %s does not fit the chain", revision.number,
                rows_text(&rows, 10));
        previous = arena_string(context->arena, revision.hash);
        ++*count;
        arena_reset(arena);
    }
    fine = rows_end(&rows, &local);
    if (!fine)
        error_set(error, local.code, "%s", local.message);
    arena_destroy(arena);
    return fine;
}
