/* Reading and listing records. */
#include "domain/record.h"

#include "base/json.h"
#include "domain/field.h"
#include "domain/search.h"

#include <limits.h>

/* Is the field's value among those to be read? */
static bool is_wanted(const struct record_filter *filter, size_t field)
{
    return filter == NULL || filter->fields == NULL || filter->fields[field];
}

/* The place of the field; records keep their fields in the kind's order, so
 * the next one is mostly the one after `from`. */
static size_t field_of(const struct kind *kind, struct text name, size_t from)
{
    for (size_t i = from; i < kind->field_count; i++) {
        if (text_equals(name, kind->fields[i].name))
            return i;
    }
    for (size_t i = 0; i < from; i++) {
        if (text_equals(name, kind->fields[i].name))
            return i;
    }
    return kind->field_count;
}

/* False when the values are not a flat object. */
static bool read_flat(struct arena *arena, const struct record_filter *filter,
    struct text json, struct record *record)
{
    const struct kind *kind = record->kind;
    struct json_flat flat = json_flat_begin(json);
    struct text name;
    size_t next = 0;

    while (json_flat_next(&flat, &name)) {
        size_t i = field_of(kind, name, next);

        if (i == kind->field_count)
            continue;
        next = i + 1;
        if (!is_wanted(filter, i))
            continue;
        record->values[i] = json_flat_value(&flat, arena);
        if (record->values[i] == NULL)
            return false;
    }
    return flat.fine;
}

static struct record begin_record(
    struct context *context, const struct kind *kind)
{
    struct record record = record_create(context->arena, kind);

    if (kind->status >= 0)
        record.values[kind->status] = "";
    return record;
}

static bool read_values(struct context *context, const struct kind *kind,
    const struct record_filter *filter, struct text json, struct record *record,
    struct error *error)
{
    struct json_node *node;

    if (read_flat(context->arena, filter, json, record))
        return true;
    if (!json_node_parse(context->arena, json, &node, error))
        return false;
    for (size_t i = 0; i < kind->field_count; i++)
        record->values[i] = is_wanted(filter, i)
                                ? json_node_text(node, kind->fields[i].name)
                                : "";
    return true;
}

bool record_from_snapshot(struct context *context, const struct kind *kind,
    const char *snapshot, struct record *record, struct error *error)
{
    *record = begin_record(context, kind);
    return read_values(context, kind, NULL, text_of(snapshot), record, error);
}

/* What lists read, and what else there is to know of one record. The values
 * as a whole are fetched only when some are wanted that have no column. */
#define LIST_COLUMNS                                                           \
    "record.id, record.number, record.revision, record.changed_at, "           \
    "record.title, record.status, record.owner, record.due, record.dated, "    \
    "case when $9 = 1 then record.value else '' end "
#define RECORD_COLUMNS                                                         \
    "id, number, revision, changed_at, title, status, owner, due, dated, "     \
    "value, created_at, changed_by "

enum {
    COLUMN_ID,
    COLUMN_NUMBER,
    COLUMN_REVISION,
    COLUMN_CHANGED_AT,
    COLUMN_TITLE,
    COLUMN_STATUS,
    COLUMN_OWNER,
    COLUMN_DUE,
    COLUMN_DATED,
    COLUMN_VALUE,
    COLUMN_CREATED_AT,
    COLUMN_CHANGED_BY
};

/* The column that holds the field's value as it is, or -1. */
static int column_of(const struct kind *kind, size_t field)
{
    const struct field *of = &kind->fields[field];

    if ((int)field == kind->title)
        return COLUMN_TITLE;
    if ((int)field == kind->status)
        return COLUMN_STATUS;
    if ((int)field == kind->owner)
        return COLUMN_OWNER;
    if ((int)field == kind->due)
        return COLUMN_DUE;
    return of->type->control == CONTROL_DATE &&
                   string_equals(of->name, kind->dated)
               ? COLUMN_DATED
               : -1;
}

static bool needs_values(
    const struct kind *kind, const struct record_filter *filter)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (is_wanted(filter, i) && column_of(kind, i) < 0)
            return true;
    }
    return false;
}

static void read_columns(const struct kind *kind,
    const struct record_filter *filter, struct rows *rows,
    struct record *record)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (is_wanted(filter, i))
            record->values[i] = rows_text(rows, column_of(kind, i));
    }
}

static bool read_row(struct context *context, const struct kind *kind,
    const struct record_filter *filter, struct rows *rows,
    struct record *record, struct error *error)
{
    struct text json = rows_slice(rows, COLUMN_VALUE);

    *record = begin_record(context, kind);
    if (json.size == 0)
        read_columns(kind, filter, rows, record);
    else if (!read_values(context, kind, filter, json, record, error))
        return false;
    record->id = rows_number(rows, COLUMN_ID);
    record->number = rows_number(rows, COLUMN_NUMBER);
    record->revision = rows_number(rows, COLUMN_REVISION);
    record->changed_at = rows_text(rows, COLUMN_CHANGED_AT);
    return true;
}

bool record_read(struct context *context, const struct kind *kind,
    long long number, struct record *record, bool *found, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(context->db,
            "select " RECORD_COLUMNS "from record "
            "where kind = $1 and number = $2",
            VALUES(value_text(kind->name), value_number(number)), &rows, error))
        return false;
    *found = rows_next(&rows);
    if (*found) {
        fine = read_row(context, kind, NULL, &rows, record, error);
        record->dated = rows_text(&rows, COLUMN_DATED);
        record->created_at = rows_text(&rows, COLUMN_CREATED_AT);
        record->changed_by = rows_text(&rows, COLUMN_CHANGED_BY);
    }
    return rows_end(&rows, error) && fine;
}

/* What a list can ask for besides its kind; each adds one condition, and only
 * when it is asked for, so that every statement can walk an index. */
enum {
    LIST_STATUS = 1,
    LIST_OWNER = 2,
    LIST_WORDS = 4,
    LIST_DUE = 8,
    LIST_SHAPES = 16
};

#define OF_KIND "from record where kind = $1 "
#define OF_STATUS                                                              \
    "and status in (select name from status where kind = $1 "                  \
    "and ($2 = '' or name = $2) and ($3 = 0 or closed = 0)) "
#define OF_OWNER "and owner = $4 "
#define OF_WORDS                                                               \
    "and record.id in (select rowid from search where search match $5) "
#define OF_DUE "and due > '' and due < $6 "

/* The page's records are found in the index; only they are read whole. */
#define LIST_ORDERED(conditions, order)                                        \
    "select " LIST_COLUMNS                                                     \
    "from (select record.id as place " OF_KIND conditions "order by " order    \
    " limit $7 offset $8) as listed "                                          \
    "join record on record.id = listed.place order by " order

/* Where nothing but the kind is asked for, most orders are those of an index:
 * it is walked as far as the page goes. */
#define LIST_ALONG(order)                                                      \
    "select " LIST_COLUMNS OF_KIND "order by " order " limit $7 offset $8"

#define LIST_STATEMENTS(conditions)                                            \
    {                                                                          \
        .count = "select count(*) " OF_KIND conditions,                        \
        .ordered = {                                                           \
            [RECORD_BY_DUE] =                                                  \
                LIST_ORDERED(conditions, "due = '', due, number"),             \
            [RECORD_BY_NUMBER] = LIST_ORDERED(conditions, "number"),           \
            [RECORD_BY_NEWEST] = LIST_ORDERED(conditions, "number desc"),      \
            [RECORD_BY_TITLE] = LIST_ORDERED(conditions, "title, number"),     \
            [RECORD_BY_STATUS] =                                               \
                LIST_ORDERED(conditions, "status, due, number"),               \
            [RECORD_BY_OWNER] =                                                \
                LIST_ORDERED(conditions, "owner, due, number"),                \
        },                                                                     \
    }

#define LIST_SHAPE(shape, conditions)                                          \
    [shape] = LIST_STATEMENTS(conditions),                                     \
    [(shape) | LIST_DUE] = LIST_STATEMENTS(conditions OF_DUE)

static const struct {
    const char *count;
    const char *ordered[RECORD_BY_OWNER + 1];
} list_statements[LIST_SHAPES] = {
    [0] =
        {
            .count = "select count(*) " OF_KIND,
            .ordered = {[RECORD_BY_DUE] =
                            LIST_ORDERED("", "due = '', due, number"),
                [RECORD_BY_NUMBER] = LIST_ALONG("number"),
                [RECORD_BY_NEWEST] = LIST_ALONG("number desc"),
                [RECORD_BY_TITLE] = LIST_ALONG("title, number"),
                [RECORD_BY_STATUS] = LIST_ALONG("status, due, number"),
                [RECORD_BY_OWNER] = LIST_ALONG("owner, due, number")},
        },
    [LIST_DUE] = LIST_STATEMENTS(OF_DUE),
    LIST_SHAPE(LIST_STATUS, OF_STATUS),
    LIST_SHAPE(LIST_OWNER, OF_OWNER),
    LIST_SHAPE(LIST_STATUS | LIST_OWNER, OF_STATUS OF_OWNER),
    LIST_SHAPE(LIST_WORDS, OF_WORDS),
    LIST_SHAPE(LIST_STATUS | LIST_WORDS, OF_STATUS OF_WORDS),
    LIST_SHAPE(LIST_OWNER | LIST_WORDS, OF_OWNER OF_WORDS),
    LIST_SHAPE(
        LIST_STATUS | LIST_OWNER | LIST_WORDS, OF_STATUS OF_OWNER OF_WORDS),
};

static int list_shape(const struct record_filter *filter)
{
    return (filter->status[0] != '\0' || filter->open_only ? LIST_STATUS : 0) |
           (filter->owner[0] != '\0' ? LIST_OWNER : 0) |
           (filter->words[0] != '\0' ? LIST_WORDS : 0) |
           (filter->due_before[0] != '\0' ? LIST_DUE : 0);
}

enum { FILTER_VALUES = 6, LIST_VALUES = 9 };

/* $1 to $6 of the conditions, then limit, offset and whether all values are
 * wanted. */
static void bind_filter(struct context *context, const struct kind *kind,
    const struct record_filter *filter, struct value values[LIST_VALUES])
{
    const char *match = search_match(context->arena, filter->words);

    values[0] = value_text(kind->name);
    values[1] = value_text(filter->status);
    values[2] = value_number(filter->open_only ? 1 : 0);
    values[3] = value_text(filter->owner);
    values[4] = value_text(match[0] == '\0' ? "\"\"" : match);
    values[5] = value_text(filter->due_before);
    values[6] = value_number(filter->limit);
    values[7] = value_number(filter->offset);
    values[8] = value_number(needs_values(kind, filter) ? 1 : 0);
}

bool record_list(struct context *context, const struct kind *kind,
    const struct record_filter *filter, struct record **records, size_t *count,
    struct error *error)
{
    struct value values[LIST_VALUES];
    struct rows rows;
    bool fine = true;

    bind_filter(context, kind, filter, values);
    *count = 0;
    *records = arena_array(
        context->arena, size_add((size_t)filter->limit, 1), sizeof **records);
    if (!database_query(context->db,
            list_statements[list_shape(filter)].ordered[filter->order], values,
            LIST_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows))
        fine = read_row(
            context, kind, filter, &rows, &(*records)[(*count)++], error);
    return rows_end(&rows, error) && fine;
}

/* One statement, so all rows are of one state of the data; one arena for one
 * row, so that it does not matter how many there are. */
bool record_each(struct context *context, const struct kind *kind,
    const struct record_filter *filter, record_visit *visit, void *user,
    struct error *error)
{
    struct arena *arena = arena_create();
    struct context row_context = *context;
    struct error local = error_create(arena);
    struct value values[LIST_VALUES];
    struct rows rows;
    bool fine;

    row_context.arena = arena;
    bind_filter(context, kind, filter, values);
    values[FILTER_VALUES] = value_number(LLONG_MAX);
    values[FILTER_VALUES + 1] = value_number(0);
    fine = database_query(context->db,
        list_statements[list_shape(filter)].ordered[filter->order], values,
        LIST_VALUES, &rows, &local);
    if (fine) {
        while (fine && rows_next(&rows)) {
            struct record record;

            fine = read_row(&row_context, kind, filter, &rows, &record, &local);
            if (fine)
                visit(user, &record);
            if (fine)
                arena_reset(arena);
        }
        fine = rows_end(&rows, &local) && fine;
    }
    if (!fine)
        error_set(error, local.code, "%s", local.message);
    arena_destroy(arena);
    return fine;
}

struct counts {
    struct status_count *counts;
    long long late;
};

static bool count_statuses(struct context *context, const struct kind *kind,
    struct counts *counts, struct error *error)
{
    for (size_t i = 0; i < kind->status_count; i++) {
        const struct status *status = &kind->statuses[i];
        long long late = 0;

        counts->counts[i] = (struct status_count){.status = status};
        if (!database_number(context->db,
                "select count(*) from record where kind = $1 and status = $2",
                VALUES(value_text(kind->name), value_text(status->name)),
                &counts->counts[i].count, error) ||
            !database_number(context->db,
                "select count(*) from record where kind = $1 and status = $2 "
                "and due > '' and due < $3",
                VALUES(value_text(kind->name), value_text(status->name),
                    value_text(context->today)),
                &late, error))
            return false;
        counts->late += status->closed ? 0 : late;
    }
    return true;
}

/* For as long as the content is what it is, and the day. */
static void keep_counts(struct context *context, const char *name,
    const struct kind *kind, const struct counts *counts)
{
    struct arena *arena = site_keep_arena(context);
    struct counts *kept;

    if (arena == NULL)
        return;
    kept = arena_alloc(arena, sizeof *kept);
    kept->late = counts->late;
    kept->counts = arena_array(arena, kind->status_count, sizeof *kept->counts);
    for (size_t i = 0; i < kind->status_count; i++)
        kept->counts[i] = counts->counts[i];
    site_keep(context, arena_string(arena, name), kept);
}

bool record_count_statuses(struct context *context, const struct kind *kind,
    struct status_count **counts, long long *late, struct error *error)
{
    const char *name = arena_format(
        context->arena, "counts %s %s", kind->name, context->today);
    const struct counts *kept = site_kept(context, name);
    struct counts now = {.late = 0};

    now.counts =
        arena_array(context->arena, kind->status_count + 1, sizeof *now.counts);
    if (kept != NULL) {
        now.late = kept->late;
        for (size_t i = 0; i < kind->status_count; i++)
            now.counts[i] = (struct status_count){
                &kind->statuses[i], kept->counts[i].count};
    } else {
        if (!count_statuses(context, kind, &now, error))
            return false;
        keep_counts(context, name, kind, &now);
    }
    *counts = now.counts;
    *late = now.late;
    return true;
}

bool record_count(struct context *context, const struct kind *kind,
    const struct record_filter *filter, long long *total, struct error *error)
{
    int shape = list_shape(filter);
    struct value values[LIST_VALUES];
    struct status_count *counts;
    long long late;

    if ((shape & ~LIST_STATUS) != 0 || kind->status < 0) {
        bind_filter(context, kind, filter, values);
        return database_number(context->db, list_statements[shape].count,
            values, FILTER_VALUES, total, error);
    }
    if (!record_count_statuses(context, kind, &counts, &late, error))
        return false;
    *total = 0;
    for (size_t i = 0; i < kind->status_count; i++) {
        const struct status *status = counts[i].status;

        if ((filter->status[0] == '\0' ||
                string_equals(filter->status, status->name)) &&
            !(filter->open_only && status->closed))
            *total += counts[i].count;
    }
    return true;
}
