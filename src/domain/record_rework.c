/* Walking through a kind. */
#include "domain/record_rework.h"

enum { PART = 200 };

/* One part; `last` is the number before it. */
static bool rework_some(struct context *context, const struct kind *kind,
    record_rework_one *one, long long *last, bool *more, struct error *error)
{
    struct record *records = arena_array(context->arena, PART, sizeof *records);
    size_t count = 0;
    struct rows rows;
    bool fine = true;

    if (!database_query(context->db,
            "select id, number, value from record where kind = $1 "
            "and number > $2 order by number limit $3",
            VALUES(value_text(kind->name), value_number(*last),
                value_number(PART)),
            &rows, error))
        return false;
    while (fine && count < PART && rows_next(&rows)) {
        struct record *record = &records[count++];

        fine = record_from_snapshot(
            context, kind, rows_text(&rows, 2), record, error);
        record->id = rows_number(&rows, 0);
        record->number = rows_number(&rows, 1);
        *last = record->number;
    }
    fine = rows_end(&rows, error) && fine;
    for (size_t i = 0; fine && i < count; i++)
        fine = one(context, &records[i], error);
    *more = count == PART;
    return fine;
}

bool record_rework(struct context *context, const struct kind *kind,
    record_rework_one *one, struct error *error)
{
    struct arena *arena = arena_create();
    struct context part = *context;
    struct error local = error_create(arena);
    long long last = 0;
    bool more = true;
    bool fine = true;

    part.arena = arena;
    while (fine && more) {
        fine = rework_some(&part, kind, one, &last, &more, &local);
        if (fine)
            arena_reset(arena);
    }
    if (!fine)
        error_set(error, local.code, "%s", local.message);
    arena_destroy(arena);
    return fine;
}
