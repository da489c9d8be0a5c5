/* What is going on. */
#include "domain/activity.h"

static bool read_list(struct context *context, const char *sql,
    const struct value *values, size_t value_count, long long limit,
    struct activity **list, size_t *count, struct error *error)
{
    struct rows rows;

    *list = arena_array(context->arena, (size_t)limit + 1, sizeof **list);
    *count = 0;
    if (!database_query(context->db, sql, values, value_count, &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct activity *activity = &(*list)[(*count)++];

        activity->ref = rows_text(&rows, 0);
        activity->kind = rows_text(&rows, 1);
        activity->title = rows_text(&rows, 2);
        activity->status = rows_text(&rows, 3);
        activity->at = rows_text(&rows, 4);
        activity->by = rows_text(&rows, 5);
        activity->action = rows_text(&rows, 6);
        activity->why = rows_text(&rows, 7);
    }
    return rows_end(&rows, error);
}

bool activity_list_owned(struct context *context, const char *login,
    long long limit, struct activity **list, size_t *count, struct error *error)
{
    return read_list(context,
        "select item.ref, item.kind, item.title, record.status, due, '', '', "
        "'' from record join item on item.id = record.id "
        "join status on status.kind = record.kind "
        "and status.name = record.status "
        "where owner = $1 and record.closed = 0 and due > '' "
        "and due_order < '~' order by due_order, record.kind, record.number "
        "limit $2",
        VALUES(value_text(login), value_number(limit)), limit, list, count,
        error);
}

bool activity_list_latest(struct context *context, long long limit,
    struct activity **list, size_t *count, struct error *error)
{
    return read_list(context,
        "select item.ref, item.kind, item.title, coalesce(record.status, ''), "
        "made_at, coalesce(person.name, made_by), action, why "
        "from revision join item on item.id = revision.item "
        "left join record on record.id = item.id "
        "left join person on person.login = made_by "
        "where item.present = 1 and item.kind not in ('kind', 'standard') "
        "order by revision.id desc limit $1",
        VALUES(value_number(limit)), limit, list, count, error);
}

bool activity_list_coming(struct context *context, long long limit,
    struct activity **list, size_t *count, struct error *error)
{
    return read_list(context,
        "select item.ref, item.kind, item.title, record.status, due, '', '', "
        "'' from record join item on item.id = record.id "
        "join status on status.kind = record.kind "
        "and status.name = record.status "
        "where record.closed = 0 and due_order >= $1 and due_order < '~' "
        "order by due_order, record.id limit $2",
        VALUES(value_text(context->today), value_number(limit)), limit, list,
        count, error);
}
