/* Feeds, walked from the newest back along an index. */
#include "domain/update.h"

#include "domain/watch.h"

#include <stdint.h>
#include <stdlib.h>

/* The whole texts of pages are not read: they are shown in their history. What
 * is kept of a part of a page, such as a link, is brief. */
#define IS_WHOLE_PAGE "revision.kind = 'page' and revision.part = '' "
#define COLUMNS                                                                \
    "select revision.id, item.ref, item.kind, item.title, "                    \
    "coalesce(record.status, ''), item.present, revision.part, "               \
    "revision.number, revision.made_at, revision.made_by, "                    \
    "coalesce(person.name, revision.made_by), revision.action, "               \
    "revision.why, "                                                           \
    "case when " IS_WHOLE_PAGE "then '' else revision.snapshot end, "          \
    "case when " IS_WHOLE_PAGE "then '' "                                      \
    "else coalesce(older.snapshot, '') end, revision.item "                    \
    "from revision join item on item.id = revision.item "                      \
    "left join record on record.id = revision.item "                           \
    "left join revision as older on older.item = revision.item "               \
    "and older.part = revision.part "                                          \
    "and older.number = revision.number - 1 "                                  \
    "left join person on person.login = revision.made_by "

static long long top_of(const struct update_filter *filter)
{
    return filter->before == 0 ? INT64_MAX : filter->before;
}

static void read_row(struct rows *rows, struct update *update)
{
    update->id = rows_number(rows, 0);
    update->ref = rows_text(rows, 1);
    update->kind = rows_text(rows, 2);
    update->title = rows_text(rows, 3);
    update->status = rows_text(rows, 4);
    update->present = rows_number(rows, 5) != 0;
    update->part = rows_text(rows, 6);
    update->number = rows_number(rows, 7);
    update->at = rows_text(rows, 8);
    update->by = rows_text(rows, 9);
    update->by_name = rows_text(rows, 10);
    update->action = rows_text(rows, 11);
    update->why = rows_text(rows, 12);
    update->snapshot = rows_text(rows, 13);
    update->before = rows_text(rows, 14);
    update->item = rows_number(rows, 15);
}

static bool read_rows(
    struct rows *rows, struct update *list, size_t *count, struct error *error)
{
    while (rows_next(rows))
        read_row(rows, &list[(*count)++]);
    return rows_end(rows, error);
}

static bool list_all(struct context *context,
    const struct update_filter *filter, struct update *list, size_t *count,
    struct error *error)
{
    struct rows rows;

    return database_query(context->db,
               COLUMNS "where revision.id < $1 and revision.kind not in "
                       "('kind', 'standard') "
                       "order by revision.id desc limit $2",
               VALUES(value_number(top_of(filter)),
                   value_number(filter->limit + 1)),
               &rows, error) &&
           read_rows(&rows, list, count, error);
}

static bool list_kind(struct context *context,
    const struct update_filter *filter, struct update *list, size_t *count,
    struct error *error)
{
    struct rows rows;

    return database_query(context->db,
               COLUMNS "where revision.kind = $1 and revision.id < $2 "
                       "order by revision.id desc limit $3",
               VALUES(value_text(filter->kind), value_number(top_of(filter)),
                   value_number(filter->limit + 1)),
               &rows, error) &&
           read_rows(&rows, list, count, error);
}

static bool list_item(struct context *context,
    const struct update_filter *filter, struct update *list, size_t *count,
    struct error *error)
{
    struct rows rows;

    return database_query(context->db,
               COLUMNS "where revision.item = $1 and revision.id < $2 "
                       "order by revision.id desc limit $3",
               VALUES(value_number(filter->item), value_number(top_of(filter)),
                   value_number(filter->limit + 1)),
               &rows, error) &&
           read_rows(&rows, list, count, error);
}

/* Ids of what is watched, newest first and without doubles. */
struct ids {
    long long *ids;
    size_t count;
    size_t room;
};

static int newer_first(const void *a, const void *b)
{
    long long left = *(const long long *)a;
    long long right = *(const long long *)b;

    return (left < right) - (left > right);
}

/* Put in order and cut to what one page needs. */
static void settle(struct ids *ids)
{
    size_t kept = 0;

    qsort(ids->ids, ids->count, sizeof *ids->ids, newer_first);
    for (size_t i = 0; i < ids->count && kept < ids->room; i++) {
        if (kept == 0 || ids->ids[kept - 1] != ids->ids[i])
            ids->ids[kept++] = ids->ids[i];
    }
    ids->count = kept;
}

/* The newest of one thing watched, none older than what fills the page. */
static bool add_watched(struct context *context, const struct watched *watched,
    const struct update_filter *filter, struct ids *ids, struct error *error)
{
    long long top = top_of(filter);
    long long least = ids->count < ids->room ? 0 : ids->ids[ids->room - 1];
    long long limit = (long long)ids->room;
    struct rows rows;
    bool fine;

    if (watched->scope[0] == '\0')
        fine = database_query(context->db,
            "select id from revision where id < $1 and id > $2 "
            "and kind not in ('kind', 'standard') order by id desc limit $3",
            VALUES(value_number(top), value_number(least), value_number(limit)),
            &rows, error);
    else if (watched->item != 0)
        fine = database_query(context->db,
            "select id from revision where item = $4 and id < $1 and id > $2 "
            "order by id desc limit $3",
            VALUES(value_number(top), value_number(least), value_number(limit),
                value_number(watched->item)),
            &rows, error);
    else
        fine = database_query(context->db,
            "select id from revision where kind = $4 and id < $1 and id > $2 "
            "order by id desc limit $3",
            VALUES(value_number(top), value_number(least), value_number(limit),
                value_text(watched->scope)),
            &rows, error);
    if (!fine)
        return false;
    while (rows_next(&rows))
        ids->ids[ids->count++] = rows_number(&rows, 0);
    settle(ids);
    return rows_end(&rows, error);
}

static bool list_watched(struct context *context,
    const struct update_filter *filter, struct update *list, size_t *count,
    struct error *error)
{
    struct ids ids = {.room = (size_t)filter->limit + 1};
    struct watched *watched;
    size_t watched_count;

    ids.ids = arena_array(context->arena, 2 * ids.room, sizeof *ids.ids);
    if (!watch_list(context, filter->person, &watched, &watched_count, error))
        return false;
    for (size_t i = 0; i < watched_count; i++) {
        if (!add_watched(context, &watched[i], filter, &ids, error))
            return false;
    }
    for (size_t i = 0; i < ids.count; i++) {
        struct rows rows;

        if (!database_query(context->db,
                COLUMNS "where revision.id = $1 order by revision.id",
                VALUES(value_number(ids.ids[i])), &rows, error) ||
            !read_rows(&rows, list, count, error))
            return false;
    }
    return true;
}

bool update_list(struct context *context, const struct update_filter *filter,
    struct update **list, size_t *count, bool *more, struct error *error)
{
    bool fine;

    *list =
        arena_array(context->arena, (size_t)filter->limit + 1, sizeof **list);
    *count = 0;
    if (filter->item != 0)
        fine = list_item(context, filter, *list, count, error);
    else if (filter->kind != NULL)
        fine = list_kind(context, filter, *list, count, error);
    else if (filter->person != NULL)
        fine = list_watched(context, filter, *list, count, error);
    else
        fine = list_all(context, filter, *list, count, error);
    *more = *count > (size_t)filter->limit;
    if (*more)
        --*count;
    return fine;
}
