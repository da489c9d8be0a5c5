/* Lists of records. */
#include "web/record_list_pages.h"

#include "domain/record_export.h"
#include "render/paging_view.h"
#include "render/record_label.h"
#include "render/record_list_view.h"
#include "render/watch_view.h"
#include "web/record_call.h"
#include "web/record_query.h"

/* What one list page shows. */
struct list {
    struct call *call;
    struct record_query query;
    struct record *records;
    size_t count;
    long long total;
    struct status_count *counts;
    long long open;
    long long late;
    long long all;
    long long mine;
    struct person *people;
    size_t people_count;
    struct paging paging;
};

static bool count_records(struct context *context, const struct kind *kind,
    struct list *list, struct error *error)
{
    if (!record_count_statuses(
            context, kind, &list->counts, &list->late, error))
        return false;
    for (size_t i = 0; i < kind->status_count; i++) {
        list->all += list->counts[i].count;
        if (!list->counts[i].status->closed)
            list->open += list->counts[i].count;
    }
    return true;
}

static bool count_mine(struct list *list, struct error *error)
{
    const struct call *call = list->call;
    struct record_filter filter = {
        .status = "", .open_only = true, .words = "", .due_before = ""};

    if (call->person == NULL)
        return true;
    filter.owner = call->person->login;
    return record_count(
        call->context, list->query.kind, &filter, &list->mine, error);
}

static bool read_list(struct list *list, struct error *error)
{
    struct context *context = list->call->context;
    struct record_query *query = &list->query;

    query->filter.fields = record_list_view_fields(context->arena, query->kind);
    if (!record_list(context, query->kind, &query->filter, &list->records,
            &list->count, error) ||
        !record_count(
            context, query->kind, &query->filter, &list->total, error))
        return false;
    list->paging = (struct paging){.label = "Pages of the list",
        .address =
            record_query_address(context->arena, query, "", NULL, NULL, NULL),
        .page = query->page,
        .size = RECORD_PAGE_SIZE,
        .total = list->total};
    return record_call_check_page(&list->paging, error) &&
           count_records(context, query->kind, list, error) &&
           count_mine(list, error) &&
           person_list(context, &list->people, &list->people_count, error);
}

static void fill_count(struct list *list, struct template_dictionary *page,
    const struct record_query *target, long long number, const char *words,
    bool late)
{
    struct arena *arena = list->call->context->arena;
    const struct record_query *query = &list->query;
    struct template_dictionary *row = template_row(page, "COUNT");

    template_set_number(row, "COUNT_NUMBER", number);
    template_set(row, "COUNT_WORDS", words);
    template_set(row, "COUNT_HREF",
        record_query_address(arena, target, "", NULL, NULL, NULL));
    if (late && number > 0)
        template_show(row, "COUNT_LATE");
    if (query->words[0] == '\0' &&
        string_equals(query->status, target->status) &&
        query->field_count == 0 && string_equals(query->owner, target->owner) &&
        string_equals(query->due, target->due))
        template_show(row, "COUNT_HERE");
}

static void fill_counts(struct list *list, struct template_dictionary *page)
{
    const struct kind *kind = list->query.kind;
    struct arena *arena = list->call->context->arena;
    struct record_query target = {.kind = kind,
        .status = "",
        .owner = "",
        .words = "",
        .due = "",
        .sort = ""};

    fill_count(list, page, &target, list->open, "all open", false);
    if (kind->due >= 0) {
        target.due = "late";
        fill_count(list, page, &target, list->late, "late", true);
        target.due = "";
    }
    for (size_t i = 0; i < kind->status_count; i++) {
        target.status = kind->statuses[i].name;
        fill_count(list, page, &target, list->counts[i].count,
            record_label_small(arena, kind->statuses[i].label), false);
    }
    target.status = "";
    if (list->call->person != NULL) {
        target.owner = list->call->person->login;
        fill_count(list, page, &target, list->mine, "mine", false);
    }
}

static void fill_option(struct template_dictionary *page, const char *section,
    const char *value, const char *label, const char *chosen)
{
    struct template_dictionary *row = template_row(page, section);

    template_set(row, "OPTION_VALUE", value);
    template_set(row, "OPTION_LABEL", label);
    if (string_equals(value, chosen))
        template_show(row, "OPTION_CHOSEN");
}

/* What the list is filtered by in one of the kind's own fields. */
static const char *chosen_in(const struct record_query *query, size_t field)
{
    for (size_t i = 0; i < query->field_count; i++) {
        if (query->fields[i].field == (int)field)
            return query->fields[i].value;
    }
    return "";
}

/* One list of choices for each field that has a column and few values. */
static void fill_field_filters(
    struct list *list, struct template_dictionary *page)
{
    const struct record_query *query = &list->query;
    const struct kind *kind = query->kind;

    for (size_t i = 0; i < kind->field_count; i++) {
        const struct field *field = &kind->fields[i];
        const char *chosen = chosen_in(query, i);
        struct template_dictionary *row;

        if (!record_query_filters(kind, i) || field->choice_count == 0 ||
            (!field->listed && !field->below && chosen[0] == '\0'))
            continue;
        row = template_row(page, "FIELD_FILTER");
        template_set(row, "FILTER_NAME", field->name);
        template_set(row, "FILTER_LABEL", field->label);
        fill_option(row, "FIELD_OPTION", "", "Any", chosen);
        for (size_t j = 0; j < field->choice_count; j++)
            fill_option(row, "FIELD_OPTION", field->choices[j].name,
                field->choices[j].label, chosen);
    }
}

static void fill_filters(struct list *list, struct template_dictionary *page)
{
    const struct record_query *query = &list->query;
    const struct kind *kind = query->kind;
    bool known = query->owner[0] == '\0';

    template_set(page, "FILTER_WORDS", query->words);
    fill_option(page, "STATUS_OPTION", "", "All that are open", query->status);
    for (size_t i = 0; i < kind->status_count; i++)
        fill_option(page, "STATUS_OPTION", kind->statuses[i].name,
            kind->statuses[i].label, query->status);
    fill_option(page, "STATUS_OPTION", "all", "All, closed too", query->status);
    fill_option(page, "OWNER_OPTION", "", "Anybody", query->owner);
    for (size_t i = 0; i < list->people_count; i++) {
        known = known || string_equals(list->people[i].login, query->owner);
        fill_option(page, "OWNER_OPTION", list->people[i].login,
            list->people[i].name, query->owner);
    }
    if (!known)
        fill_option(
            page, "OWNER_OPTION", query->owner, query->owner, query->owner);
    fill_field_filters(list, page);
    if (query->sort[0] != '\0')
        template_set(template_row(page, "KEEP_SORT"), "SORT", query->sort);
}

/* A heading; `order` is what a click sorts by, "" for nothing. */
static void fill_column(struct list *list, struct template_dictionary *table,
    const char *label, const char *order)
{
    struct arena *arena = list->call->context->arena;
    struct template_dictionary *row = template_row(table, "COLUMN");
    const struct record_query *query = &list->query;
    enum record_order wanted;
    enum record_order now = query->filter.order;
    const char *target = order;
    int field;

    template_set(row, "COLUMN_LABEL", label);
    if (!record_query_order(query->kind, order, &wanted, &field)) {
        template_show(row, "FIXED");
        return;
    }
    if ((wanted == RECORD_BY_NUMBER && now == RECORD_BY_NEWEST) ||
        (now == RECORD_BY_VALUE_DOWN && field >= 0 &&
            field == query->filter.sort_field))
        template_show(row, "DESCENDING");
    else if (wanted == now && field == query->filter.sort_field)
        template_show(row, "ASCENDING");
    if (now == RECORD_BY_VALUE && field >= 0 &&
        field == query->filter.sort_field)
        target = arena_format(arena, "-%s", order);
    if (wanted == RECORD_BY_NUMBER && now == RECORD_BY_NUMBER)
        target = "newest";
    template_set(template_row(row, "SORTABLE"), "SORT_HREF",
        record_query_address(arena, query, "", NULL, NULL, target));
}

static void fill_columns(struct list *list, struct template_dictionary *table)
{
    const struct kind *kind = list->query.kind;

    fill_column(list, table, "No.", "number");
    fill_column(list, table,
        kind->title < 0 ? kind->label : kind->fields[kind->title].label,
        "title");
    for (size_t i = 0; i < kind->field_count; i++) {
        if (kind->fields[i].listed && (int)i != kind->title)
            fill_column(list, table, kind->fields[i].label,
                record_list_view_order(kind, i));
    }
}

static bool fill_table(
    struct list *list, struct template_dictionary *page, struct error *error)
{
    struct place place = call_place(list->call);
    const struct record_query *query = &list->query;
    struct record_list_view view = {.place = &place,
        .kind = query->kind,
        .records = list->records,
        .count = list->count,
        .people = list->people,
        .people_count = list->people_count};
    struct template_dictionary *table = template_row(page, "TABLE");

    template_set(table, "CAPTION", query->kind->plural);
    fill_columns(list, table);
    paging_view_fill(list->call->context->arena, &list->paging, table);
    return record_list_view_fill(&view, table, error);
}

static void fill_nothing(struct list *list, struct template_dictionary *page)
{
    if (list->all > 0)
        template_show(page, "NONE_FOUND");
    else if (call_may_edit(list->call, list->query.kind))
        template_show(template_row(page, "NONE_YET"), "NONE_NEW");
    else
        template_show(page, "NONE_YET");
}

static bool fill_list(
    void *user, struct template_dictionary *page, struct error *error)
{
    struct list *list = user;
    struct arena *arena = list->call->context->arena;
    const struct record_query *query = &list->query;
    const struct kind *kind = query->kind;
    struct record_query all = {.kind = kind,
        .status = "all",
        .owner = "",
        .words = "",
        .due = "",
        .sort = ""};

    template_set(page, "PLURAL", kind->plural);
    template_set(page, "KIND_SMALL", record_label_small(arena, kind->label));
    template_set(page, "DESCRIPTION", kind->description);
    template_set(page, "OWNER_LABEL", kind->owner_label);
    template_set(page, "LIST_HREF", record_call_list_address(arena, kind, ""));
    template_set(
        page, "NEW_HREF", record_call_list_address(arena, kind, "/new"));
    template_set(page, "ALL_HREF",
        record_query_address(arena, &all, "", NULL, NULL, NULL));
    template_set(page, "CSV_HREF",
        record_query_address(arena, query, ".csv", NULL, NULL, NULL));
    template_set(page, "JSON_HREF",
        record_query_address(arena, query, ".json", NULL, NULL, NULL));
    if (call_may_edit(list->call, list->query.kind))
        template_show(page, "MAY_EDIT");
    template_set(
        page, "UPDATES_HREF", arena_format(arena, "/updates/%s", kind->name));
    template_set(page, "STATISTICS_HREF",
        record_call_list_address(arena, kind, "/statistics"));
    if (!watch_view_fill(list->call->context, list->call->person, kind->name,
            kind->plural, page, error))
        return false;
    fill_counts(list, page);
    fill_filters(list, page);
    if (list->total > 0)
        return fill_table(list, page, error);
    fill_nothing(list, page);
    return true;
}

bool record_list_pages_show(struct call *call, struct error *error)
{
    struct list list = {.call = call};
    struct crumb crumbs[] = {{"Records", "/records"}, {NULL, NULL}};
    const struct kind *kind;
    struct chrome chrome;

    if (!record_call_kind(call, call_value(call, "kind"), &kind, error) ||
        !record_query_read(call, kind, &list.query, error) ||
        !read_list(&list, error))
        return false;
    crumbs[1].label = kind->plural;
    chrome = record_call_chrome(call, kind->plural);
    chrome.crumbs = crumbs;
    chrome.crumb_count = 2;
    chrome.reference = kind->plural;
    return call_render(
        call, &chrome, "record_list.tpl", fill_list, &list, error);
}

static void visit_csv(void *user, const struct record *record)
{
    record_export_csv_row(user, record);
}

bool record_list_pages_csv(struct call *call, struct error *error)
{
    struct builder *body = &call->response->body;
    struct record_query query;
    const struct kind *kind;

    if (!record_call_kind(call, call_value(call, "kind"), &kind, error) ||
        !record_query_read(call, kind, &query, error))
        return false;
    record_export_csv_head(body, kind);
    return record_each(
               call->context, kind, &query.filter, visit_csv, body, error) &&
           response_set_type(
               call->response, "text/csv; charset=utf-8", error) &&
           response_set_attachment(call->response,
               arena_format(call->context->arena, "%s.csv", kind->name), error);
}

struct json_list {
    struct builder *out;
    bool first;
};

static void visit_json(void *user, const struct record *record)
{
    struct json_list *list = user;

    if (!list->first)
        builder_byte(list->out, ',');
    list->first = false;
    record_export_json(list->out, record);
}

bool record_list_pages_json(struct call *call, struct error *error)
{
    struct builder out = builder_create(call->context->arena);
    struct json_list list = {.out = &out, .first = true};
    struct record_query query;
    const struct kind *kind;
    long long total;

    if (!record_call_kind(call, call_value(call, "kind"), &kind, error) ||
        !record_query_read(call, kind, &query, error) ||
        !record_count(call->context, kind, &query.filter, &total, error))
        return false;
    builder_format(&out, "{\"kind\":\"%s\",\"total\":%lld,\"records\":[",
        kind->name, total);
    if (!record_each(
            call->context, kind, &query.filter, visit_json, &list, error))
        return false;
    builder_put(&out, "]}\n");
    return call_send_json(call, &out, error);
}
