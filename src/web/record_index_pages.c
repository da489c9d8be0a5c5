/* All kinds, and one person's records. */
#include "web/record_index_pages.h"

#include "domain/record_owned.h"
#include "render/address.h"
#include "render/paging_view.h"
#include "render/record_label.h"
#include "web/record_call.h"

enum { OWNED_PAGE_SIZE = 50 };

static bool fill_kind(const struct call *call, const struct kind *kind,
    struct template_dictionary *row, struct error *error)
{
    struct arena *arena = call->context->arena;
    const char *const all[] = {"status", "all", NULL};
    const char *href = record_call_list_address(arena, kind, "");
    struct status_count *counts;
    long long late;
    long long open = 0;
    long long total = 0;

    if (!record_count_statuses(call->context, kind, &counts, &late, error))
        return false;
    for (size_t i = 0; i < kind->status_count; i++) {
        total += counts[i].count;
        if (!counts[i].status->closed)
            open += counts[i].count;
    }
    template_set(row, "KIND_HREF", href);
    template_set(row, "KIND_ALL_HREF", address_query(arena, href, all));
    template_set(row, "KIND_PLURAL", kind->plural);
    template_set(row, "KIND_DESCRIPTION", kind->description);
    template_set_number(row, "KIND_OPEN", open);
    template_set_number(row, "KIND_TOTAL", total);
    if (late > 0)
        template_set_number(
            template_row(row, "KIND_LATE"), "KIND_LATE_COUNT", late);
    else
        template_show(row, "KIND_PROMPT");
    return true;
}

static bool fill_kinds(
    void *user, struct template_dictionary *page, struct error *error)
{
    const struct call *call = user;
    const struct kinds *kinds = call->context->site->kinds;

    const char *category = NULL;
    struct template_dictionary *group = NULL;

    for (size_t i = 0; i < kinds->count; i++) {
        const struct kind *kind = &kinds->kinds[i];

        if (category == NULL || !string_equals(category, kind->category)) {
            category = kind->category;
            group = template_row(page, "CATEGORY");
            if (category[0] != '\0')
                template_set(template_row(group, "CATEGORY_HEAD"),
                    "CATEGORY_NAME", category);
        }
        if (!fill_kind(call, kind, template_row(group, "KIND"), error))
            return false;
    }
    return true;
}

static bool show_kinds(struct call *call, struct error *error)
{
    struct chrome chrome = record_call_chrome(call, "Records");
    struct crumb crumbs[] = {{"Records", NULL}};

    chrome.crumbs = crumbs;
    chrome.crumb_count = 1;
    return call_render(call, &chrome, "records.tpl", fill_kinds, call, error);
}

/* What the page of one person shows. */
struct owned {
    struct call *call;
    struct person person;
    struct owned_record *records;
    size_t count;
    struct paging paging;
};

static void fill_owned_row(const struct owned *owned,
    const struct owned_record *record, struct template_dictionary *row)
{
    struct context *context = owned->call->context;
    struct place place = call_place(owned->call);
    const char *ref = arena_format(
        context->arena, "%s:%lld", record->kind->name, record->number);
    struct template_dictionary *due;
    const char *words;
    bool late;

    reference_fill(&place, template_include(row, "REF", "field_ref.tpl"), ref,
        record->kind->name,
        reference_label(context, ref, record->kind->name, record->title),
        record->status, true);
    template_set(row, "ROW_HREF", address_main(context->arena, ref));
    template_set(row, "ROW_TITLE", record->title);
    record_label_fill_state(row, record->kind, record->status);
    if (record->due[0] == '\0')
        return;
    due = template_row(row, "ROW_DUE");
    chrome_set_date(context, due, "DAY", "SHOWN", record->due);
    words = record_label_due(
        context, record->kind, record->status, record->due, &late);
    if (late)
        template_set(template_row(due, "LATE"), "LATE_WORDS", words);
}

static bool fill_owned(
    void *user, struct template_dictionary *page, struct error *error)
{
    const struct owned *owned = user;
    struct template_dictionary *table;

    (void)error;
    template_set(page, "OWNER_NAME", owned->person.name);
    if (owned->paging.total == 0) {
        template_show(page, "NONE");
        return true;
    }
    table = template_row(page, "OWNED");
    for (size_t i = 0; i < owned->count; i++)
        fill_owned_row(owned, &owned->records[i], template_row(table, "ROW"));
    paging_view_fill(owned->call->context->arena, &owned->paging, table);
    return true;
}

static bool read_owned(struct owned *owned, struct error *error)
{
    struct call *call = owned->call;
    const char *login = call_query(call, "owner");
    const char *const pairs[] = {"owner", login, NULL};
    struct paging *paging = &owned->paging;
    bool found;

    if (!person_read(call->context, login, &owned->person, &found, error))
        return false;
    if (!found)
        return error_at(error, ERROR_INVALID, "owner",
            "owner: there is nobody called “%s”.", login);
    paging->label = "Pages of the list";
    paging->address = address_query(call->context->arena, "/records", pairs);
    paging->size = OWNED_PAGE_SIZE;
    return record_call_page(call, &paging->page, error) &&
           record_list_owned(call->context, login, paging->size,
               (paging->page - 1) * paging->size, &owned->records,
               &owned->count, &paging->total, error) &&
           record_call_check_page(paging, error);
}

static bool show_owned(struct call *call, struct error *error)
{
    struct owned owned = {.call = call};
    struct crumb crumbs[] = {{"Records", "/records"}, {NULL, NULL}};
    struct chrome chrome;

    if (!read_owned(&owned, error))
        return false;
    crumbs[1].label = owned.person.name;
    chrome =
        record_call_chrome(call, arena_format(call->context->arena,
                                     "Open records of %s", owned.person.name));
    chrome.crumbs = crumbs;
    chrome.crumb_count = 2;
    return call_render(
        call, &chrome, "records_owned.tpl", fill_owned, &owned, error);
}

bool record_index_pages_show(struct call *call, struct error *error)
{
    return call_query(call, "owner")[0] == '\0' ? show_kinds(call, error)
                                                : show_owned(call, error);
}
