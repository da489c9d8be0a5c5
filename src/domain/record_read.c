/* Reading and listing records. */
#include "domain/record.h"

#include "base/json.h"
#include "domain/computation.h"
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
    "case when $8 = 1 then record.value else '' end "
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
    return computation_fill_live(
        context, record, filter == NULL ? NULL : filter->fields, error);
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
    LIST_OPEN = 2,
    LIST_OWNER = 4,
    LIST_WORDS = 8,
    LIST_DUE = 16,
    LIST_FIELD = 32,
    LIST_SHAPES = 64
};

/* The values of a list's statement, from $1. */
enum {
    VALUE_KIND,
    VALUE_STATUS,
    VALUE_LIMIT,
    VALUE_OWNER,
    VALUE_WORDS,
    VALUE_DUE,
    VALUE_OFFSET,
    VALUE_ALL,
    VALUE_SORT,
    VALUE_FIELD, /* name and value of each field filtered by */
    VALUE_AMOUNT = VALUE_FIELD + 2 * RECORD_FIELD_FILTERS,
    LIST_VALUES
};

#define OF_KIND "from record where record.kind = $1 "
#define OF_STATUS "and record.status = $2 "
#define OF_OPEN "and record.closed = 0 "
#define OF_OWNER "and record.owner = $4 "
#define OF_WORDS                                                               \
    "and record.id in (select rowid from search where search match $5) "
#define OF_DUE "and record.due_order < $6 "
/* The first field leads the way, the others only sort out. */
#define OF_FIELD                                                               \
    "and record.id in (select record from record_value where kind = $1 "       \
    "and field = $10 and amount = $16 and value = $11) "                       \
    "and ($12 = '' or exists (select 1 from record_value other where "         \
    "other.record = record.id and other.field = $12 and other.value = $13)) "  \
    "and ($14 = '' or exists (select 1 from record_value other where "         \
    "other.record = record.id and other.field = $14 and other.value = $15)) "

/* The page's records are found in the index; only they are read whole. */
#define LIST_ORDERED(conditions, order)                                        \
    "select " LIST_COLUMNS                                                     \
    "from (select record.id as place " OF_KIND conditions "order by " order    \
    " limit $3 offset $7) as listed "                                          \
    "join record on record.id = listed.place order by " order

/* Where nothing but the kind is asked for, most orders are those of an index:
 * it is walked as far as the page goes. */
#define LIST_ALONG(order)                                                      \
    "select " LIST_COLUMNS OF_KIND "order by " order " limit $3 offset $7"

/* By a field that has no column of its own. */
#define LIST_BY_VALUE(conditions, down)                                        \
    "select " LIST_COLUMNS                                                     \
    "from (select record.id as place, own.amount as amount, "                  \
    "own.value as word from record_value own "                                 \
    "join record on record.id = own.record "                                   \
    "where own.kind = $1 and own.field = $9 " conditions                       \
    "order by own.amount" down ", own.value" down ", own.record" down          \
    " limit $3 offset $7) as listed "                                          \
    "join record on record.id = listed.place "                                 \
    "order by listed.amount" down ", listed.word" down ", record.id" down

#define LIST_ORDERS(conditions, due, ordered)                                  \
    [RECORD_BY_DUE] = ordered(conditions, due),                                \
    [RECORD_BY_NUMBER] = ordered(conditions, "number"),                        \
    [RECORD_BY_NEWEST] = ordered(conditions, "number desc"),                   \
    [RECORD_BY_TITLE] = ordered(conditions, "title, number"),                  \
    [RECORD_BY_STATUS] = ordered(conditions, "status, due_order, number"),     \
    [RECORD_BY_OWNER] = ordered(conditions, "owner, due_order, number"),       \
    [RECORD_BY_VALUE] = LIST_BY_VALUE(conditions, ""),                         \
    [RECORD_BY_VALUE_DOWN] = LIST_BY_VALUE(conditions, " desc")

#define LIST_STATEMENTS(shape, due, conditions)                                \
    [shape] = {.count = "select count(*) " OF_KIND conditions,                 \
        .ordered = {LIST_ORDERS(conditions, due, LIST_ORDERED)}}

/* Each with and without one more condition. */
#define LIST_WITH_DUE(shape, due, conditions)                                  \
    LIST_STATEMENTS(shape, due, conditions),                                   \
        LIST_STATEMENTS((shape) | LIST_DUE, due, conditions OF_DUE)
#define LIST_WITH_FIELD(shape, due, conditions)                                \
    LIST_WITH_DUE(shape, due, conditions),                                     \
        LIST_WITH_DUE((shape) | LIST_FIELD, due, conditions OF_FIELD)
#define LIST_WITH_WORDS(shape, due, conditions)                                \
    LIST_WITH_FIELD(shape, due, conditions),                                   \
        LIST_WITH_FIELD((shape) | LIST_WORDS, due, conditions OF_WORDS)
#define LIST_WITH_OWNER(shape, due, conditions)                                \
    LIST_WITH_WORDS(shape, due, conditions),                                   \
        LIST_WITH_WORDS((shape) | LIST_OWNER, due, conditions OF_OWNER)

/* Among records of one status, or only open ones, the date alone decides. */
#define DUE "due_order, number"
#define OPEN_THEN_DUE "closed, due_order, number"

static const struct {
    const char *count;
    const char *ordered[RECORD_BY_VALUE_DOWN + 1];
} list_statements[LIST_SHAPES] = {
    LIST_WITH_OWNER(LIST_STATUS, DUE, OF_STATUS),
    LIST_WITH_OWNER(LIST_OPEN, DUE, OF_OPEN),
    LIST_WITH_OWNER(0, OPEN_THEN_DUE, ""),
};

/* The whole kind, in an order that an index has. */
static const char *const whole_statements[RECORD_BY_VALUE_DOWN + 1] = {
    [RECORD_BY_DUE] = LIST_ALONG(OPEN_THEN_DUE),
    [RECORD_BY_NUMBER] = LIST_ALONG("number"),
    [RECORD_BY_NEWEST] = LIST_ALONG("number desc"),
    [RECORD_BY_TITLE] = LIST_ALONG("title, number"),
    [RECORD_BY_STATUS] = LIST_ALONG("status, due_order, number"),
    [RECORD_BY_OWNER] = LIST_ALONG("owner, due_order, number"),
};

static int list_shape(const struct record_filter *filter)
{
    return (filter->status[0] != '\0' ? LIST_STATUS
               : filter->open_only    ? LIST_OPEN
                                      : 0) |
           (filter->owner[0] != '\0' ? LIST_OWNER : 0) |
           (filter->words[0] != '\0' ? LIST_WORDS : 0) |
           (filter->due_before[0] != '\0' ? LIST_DUE : 0) |
           (filter->field_count > 0 ? LIST_FIELD : 0);
}

static const char *list_statement(const struct record_filter *filter)
{
    int shape = list_shape(filter);

    if (shape == 0 && whole_statements[filter->order] != NULL)
        return whole_statements[filter->order];
    return list_statements[shape].ordered[filter->order];
}

static void bind_filter(struct context *context, const struct kind *kind,
    const struct record_filter *filter, struct value values[LIST_VALUES])
{
    const char *match = search_match(context->arena, filter->words);

    values[VALUE_KIND] = value_text(kind->name);
    values[VALUE_STATUS] = value_text(filter->status);
    values[VALUE_LIMIT] = value_number(filter->limit);
    values[VALUE_OWNER] = value_text(filter->owner);
    values[VALUE_WORDS] = value_text(match[0] == '\0' ? "\"\"" : match);
    values[VALUE_DUE] = value_text(filter->due_before);
    values[VALUE_OFFSET] = value_number(filter->offset);
    values[VALUE_ALL] = value_number(needs_values(kind, filter) ? 1 : 0);
    values[VALUE_SORT] = value_text(
        filter->sort_field < 0 ? "" : kind->fields[filter->sort_field].name);
    values[VALUE_AMOUNT] = value_real(0);
    for (size_t i = 0; i < RECORD_FIELD_FILTERS; i++) {
        bool given = i < filter->field_count;
        const struct field *field =
            given ? &kind->fields[filter->by_field[i].field] : NULL;

        values[VALUE_FIELD + 2 * i] = value_text(given ? field->name : "");
        values[VALUE_FIELD + 2 * i + 1] =
            value_text(given ? filter->by_field[i].value : "");
        if (given && i == 0)
            values[VALUE_AMOUNT] = value_real(
                field_amount(kind, field, filter->by_field[i].value));
    }
}

/* The same filter, reading also what wanted fields are computed from. */
static struct record_filter with_needs(struct context *context,
    const struct kind *kind, const struct record_filter *filter)
{
    struct record_filter whole = *filter;

    whole.fields = computation_needs(context->arena, kind, filter->fields);
    return whole;
}

bool record_list(struct context *context, const struct kind *kind,
    const struct record_filter *filter, struct record **records, size_t *count,
    struct error *error)
{
    struct record_filter whole = with_needs(context, kind, filter);
    struct value values[LIST_VALUES];
    struct rows rows;
    bool fine = true;

    filter = &whole;
    bind_filter(context, kind, filter, values);
    *count = 0;
    *records = arena_array(
        context->arena, size_add((size_t)filter->limit, 1), sizeof **records);
    if (!database_query(context->db, list_statement(filter), values,
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
    struct record_filter whole = with_needs(context, kind, filter);
    struct value values[LIST_VALUES];
    struct rows rows;
    bool fine;

    row_context.arena = arena;
    filter = &whole;
    bind_filter(context, kind, filter, values);
    values[VALUE_LIMIT] = value_number(LLONG_MAX);
    values[VALUE_OFFSET] = value_number(0);
    fine = database_query(context->db, list_statement(filter), values,
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

/* How many open ones are due before today: as many as the answer says are
 * walked. */
static bool count_late(struct context *context, const struct kind *kind,
    long long *late, struct error *error)
{
    return database_number(context->db,
        "select count(*) from record where kind = $1 and closed = 0 "
        "and due_order < $2",
        VALUES(value_text(kind->name), value_text(context->today)), late,
        error);
}

struct counts {
    long long *counts; /* by place of the status */
    long long late;
};

static bool count_statuses(struct context *context, const struct kind *kind,
    struct counts *counts, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select status, count from record_tally where kind = $1 "
            "order by status",
            VALUES(value_text(kind->name)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        const struct status *status = kind_status(kind, rows_text(&rows, 0));

        if (status != NULL)
            counts->counts[status - kind->statuses] = rows_number(&rows, 1);
    }
    return rows_end(&rows, error) &&
           count_late(context, kind, &counts->late, error);
}

/* For as long as the content is what it is, and the day. */
static bool read_counts(struct context *context, const struct kind *kind,
    const struct counts **counts, struct error *error)
{
    const char *name = arena_format(
        context->arena, "counts %s %s", kind->name, context->today);
    struct arena *arena = site_keep_arena(context);
    struct counts *now = site_kept(context, name);

    *counts = now;
    if (now != NULL)
        return true;
    if (arena == NULL)
        arena = context->arena;
    now = arena_alloc(arena, sizeof *now);
    now->counts =
        arena_array(arena, kind->status_count + 1, sizeof *now->counts);
    now->late = 0;
    *counts = now;
    if (!count_statuses(context, kind, now, error))
        return false;
    if (arena != context->arena)
        site_keep(context, arena_string(arena, name), now);
    return true;
}

bool record_count_statuses(struct context *context, const struct kind *kind,
    struct status_count **counts, long long *late, struct error *error)
{
    const struct counts *kept;

    if (!read_counts(context, kind, &kept, error))
        return false;
    *late = kept->late;
    *counts =
        arena_array(context->arena, kind->status_count + 1, sizeof **counts);
    for (size_t i = 0; i < kind->status_count; i++)
        (*counts)[i] =
            (struct status_count){&kind->statuses[i], kept->counts[i]};
    return true;
}

bool record_count(struct context *context, const struct kind *kind,
    const struct record_filter *filter, long long *total, struct error *error)
{
    int shape = list_shape(filter);
    struct value values[LIST_VALUES];
    struct status_count *counts;
    long long late;

    if ((shape & ~(LIST_STATUS | LIST_OPEN)) != 0) {
        bind_filter(context, kind, filter, values);
        return database_number(context->db, list_statements[shape].count,
            values, LIST_VALUES, total, error);
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
