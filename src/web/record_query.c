/* Filters of lists. */
#include "web/record_query.h"

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

bool record_query_order(const char *sort, enum record_order *order)
{
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        if (string_equals(orders[i].name, sort)) {
            *order = orders[i].order;
            return true;
        }
    }
    return false;
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
            "status: %s have no status called “%s”.", query->kind->plural,
            query->status);
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

    query->filter.order = due >= 0 && query->kind->fields[due].listed
                              ? RECORD_BY_DUE
                              : RECORD_BY_NEWEST;
    return query->sort[0] == '\0' ||
           record_query_order(query->sort, &query->filter.order) ||
           error_at(error, ERROR_INVALID, "sort",
               "sort: “%s” is unknown; it can be due, number, newest, title, "
               "status or owner.",
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
        !read_due(call, query, error) || !read_sort(query, error) ||
        !record_call_page(call, &query->page, error))
        return false;
    query->filter.limit = RECORD_PAGE_SIZE;
    query->filter.offset = (query->page - 1) * RECORD_PAGE_SIZE;
    return true;
}

const char *record_query_address(struct arena *arena,
    const struct record_query *query, const char *ending, const char *status,
    const char *due, const char *sort)
{
    const char *const pairs[] = {"status",
        status == NULL ? query->status : status, "owner", query->owner, "due",
        due == NULL ? query->due : due, "q", query->words, "sort",
        sort == NULL ? query->sort : sort, NULL};

    return address_query(
        arena, record_call_list_address(arena, query->kind, ending), pairs);
}
