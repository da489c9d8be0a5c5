/* Open records of one person, over all kinds. */
#include "domain/record_owned.h"

#define OWNED_FROM                                                             \
    "from record join status on status.kind = record.kind "                    \
    "and status.name = record.status "                                         \
    "where record.owner = $1 and record.closed = 0 and status.style <> "       \
    "'done' "

bool record_list_owned(struct context *context, const char *owner,
    long long limit, long long offset, struct owned_record **records,
    size_t *count, long long *total, struct error *error)
{
    struct rows rows;

    *count = 0;
    *total = 0;
    *records = arena_array(context->arena, (size_t)limit + 1, sizeof **records);
    if (!database_number(context->db, "select count(*) " OWNED_FROM,
            VALUES(value_text(owner)), total, error) ||
        !database_query(context->db,
            "select record.kind, record.number, record.title, record.status, "
            "record.due " OWNED_FROM
            "order by record.due_order, record.kind, record.number "
            "limit $2 offset $3",
            VALUES(
                value_text(owner), value_number(limit), value_number(offset)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct owned_record *record = &(*records)[*count];

        record->kind = kind_find(context->site, rows_text(&rows, 0));
        if (record->kind == NULL)
            continue;
        record->number = rows_number(&rows, 1);
        record->title = rows_text(&rows, 2);
        record->status = rows_text(&rows, 3);
        record->due = rows_text(&rows, 4);
        ++*count;
    }
    return rows_end(&rows, error);
}
