/* Filters of lists. */
#include "web/record_query.h"

#include "domain/field.h"
#include "domain/record_index.h"
#include "render/address.h"
#include "web/record_call.h"

static const struct {
    const char *name;
    enum record_order order;
} orders[] = {
    {"due", RECORD_BY_DUE},
    {"number", RECORD_BY_NUMBER},
    {"newest", RECORD_BY_NEWEST},
    {"title", RECORD_BY_TITLE},
    {"status", RECORD_BY_STATUS},
    {"owner", RECORD_BY_OWNER},
};

bool record_query_order(const struct kind *kind, const char *sort,
    enum record_order *order, int *field)
{
    *field = -1;
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        if (string_equals(orders[i].name, sort)) {
            *order = orders[i].order;
            return true;
        }
    }
    *order = sort[0] == '-' ? RECORD_BY_VALUE_DOWN : RECORD_BY_VALUE;
    *field = kind_field(kind, sort[0] == '-' ? sort + 1 : sort);
    return *field >= 0 && record_index_has(kind, (size_t)*field);
}

bool record_query_filters(const struct kind *kind, size_t field)
{
    enum field_control control = kind->fields[field].type->control;

    return record_index_has(kind, field) &&
           (control == CONTROL_SELECT || control == CONTROL_RADIO ||
               control == CONTROL_PERSON);
}

static bool read_fields(
    const struct call *call, struct record_query *query, struct error *error)
{
    const struct kind *kind = query->kind;

    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = &kind->fields[i];
        const char *input = call_query(call, field->name);
        const char *value;

        if (input[0] == '\0' || !record_query_filters(kind, i))
            continue;
        if (query->field_count == RECORD_FIELD_FILTERS)
            return error_at(error, ERROR_INVALID, field->name,
                "%s: a list can be filtered by %d fields at once. Take one "
                "away.",
                field->name, RECORD_FIELD_FILTERS);
        if (!field_check(call->context, kind, field, input, &value, error))
            return error_at(error, ERROR_INVALID, field->name, "%s: %s",
                field->name, arena_string(error->arena, error->message));
        query->fields[query->field_count++] =
            (struct record_field_filter){(int)i, value};
    }
    return true;
}

static bool read_status(struct record_query *query, struct error *error)
{
    struct record_filter *filter = &query->filter;

    filter->status = "";
    filter->open_only = query->status[0] == '\0';
    if (filter->open_only || string_equals(query->status, "all"))
        return true;
    if (kind_status(query->kind, query->status) == NULL)
        return error_at(error, ERROR_INVALID, "status",
            "status: there is no status “%s” in %s.", query->status,
            query->kind->plural);
    filter->status = query->status;
    return true;
}

static bool read_owner(
    const struct call *call, struct record_query *query, struct error *error)
{
    struct person person;
    bool found = true;

    query->filter.owner = query->owner;
    if (query->owner[0] != '\0' &&
        !person_read(call->context, query->owner, &person, &found, error))
        return false;
    return found || error_at(error, ERROR_INVALID, "owner",
                        "owner: there is nobody called “%s”.", query->owner);
}

static bool read_due(
    const struct call *call, struct record_query *query, struct error *error)
{
    query->filter.due_before = "";
    if (query->due[0] == '\0')
        return true;
    if (!string_equals(query->due, "late"))
        return error_at(error, ERROR_INVALID, "due",
            "due: “%s” is unknown; it can be late.", query->due);
    query->filter.due_before = call->context->today;
    return true;
}

static bool read_sort(struct record_query *query, struct error *error)
{
    int due = query->kind->due;

    query->filter.sort_field = -1;
    query->filter.order = due >= 0 && query->kind->fields[due].listed
                              ? RECORD_BY_DUE
                              : RECORD_BY_NEWEST;
    return query->sort[0] == '\0' ||
           record_query_order(query->kind, query->sort, &query->filter.order,
               &query->filter.sort_field) ||
           error_at(error, ERROR_INVALID, "sort",
               "sort: “%s” is unknown; it can be due, number, newest, title, "
               "status, owner or the name of a column.",
               query->sort);
}

bool record_query_read(const struct call *call, const struct kind *kind,
    struct record_query *query, struct error *error)
{
    *query = (struct record_query){
        .kind = kind,
        .status = call_query(call, "status"),
        .owner = call_query(call, "owner"),
        .words = call_query(call, "q"),
        .due = call_query(call, "due"),
        .sort = call_query(call, "sort"),
    };
    query->filter.words = query->words;
    if (!read_status(query, error) || !read_owner(call, query, error) ||
        !read_due(call, query, error) || !read_fields(call, query, error) ||
        !read_sort(query, error) ||
        !record_call_page(call, &query->page, error))
        return false;
    for (size_t i = 0; i < query->field_count; i++)
        query->filter.by_field[i] = query->fields[i];
    query->filter.field_count = query->field_count;
    query->filter.limit = RECORD_PAGE_SIZE;
    query->filter.offset = (query->page - 1) * RECORD_PAGE_SIZE;
    return true;
}

/* Of the field filtered by; none: a name that ends the list. */
static const char *field_name(const struct record_query *query, size_t i)
{
    return i < query->field_count
               ? query->kind->fields[query->fields[i].field].name
               : NULL;
}

static const char *field_value(const struct record_query *query, size_t i)
{
    return i < query->field_count ? query->fields[i].value : NULL;
}

const char *record_query_address(struct arena *arena,
    const struct record_query *query, const char *ending, const char *status,
    const char *due, const char *sort)
{
    const char *const pairs[] = {"status",
        status == NULL ? query->status : status, "owner", query->owner, "due",
        due == NULL ? query->due : due, "q", query->words, "sort",
        sort == NULL ? query->sort : sort, field_name(query, 0),
        field_value(query, 0), field_name(query, 1), field_value(query, 1),
        field_name(query, 2), field_value(query, 2), NULL};

    return address_query(
        arena, record_call_list_address(arena, query->kind, ending), pairs);
}
