/* One record: its page, its history, its JSON; and the table of routes. */
#include "web/record_pages.h"

#include "domain/link.h"
#include "domain/record_export.h"
#include "render/address.h"
#include "render/history_view.h"
#include "render/paging_view.h"
#include "render/raise_view.h"
#include "render/record_file_view.h"
#include "render/record_label.h"
#include "render/record_view.h"
#include "render/watch_view.h"
#include "web/discussion_pages.h"
#include "web/record_call.h"
#include "web/record_file_pages.h"
#include "web/record_form_pages.h"
#include "web/record_index_pages.h"
#include "web/record_list_pages.h"

enum { HISTORY_SHOWN = 5, HISTORY_PAGE_SIZE = 50 };

/* What the page of one record shows. */
struct view {
    struct call *call;
    struct record record;
    struct paging paging; /* of the history */
};

/* What stands around the record: watching, notes, what can be raised. */
static bool fill_around(const struct view *view,
    struct template_dictionary *page, struct error *error)
{
    struct call *call = view->call;
    const struct record *record = &view->record;
    struct arena *arena = call->context->arena;

    template_set(
        page, "UPDATES_HREF", record_call_address(arena, record, "/updates"));
    if (call_may(call, MAY_EDIT))
        raise_view_fill_record(call->context, record, page);
    return watch_view_fill(call->context, call->person,
               record_ref(arena, record), record_label(arena, record), page,
               error) &&
           discussion_pages_fill(call, record, 0, page, error);
}

/* After saving: what came of it, and which references lead nowhere. */
static bool fill_flash(const struct view *view,
    struct template_dictionary *page, struct error *error)
{
    struct context *context = view->call->context;
    const char *saved = call_query(view->call, "saved");
    const char *words = arena_format(
        context->arena, "Saved as revision %lld.", view->record.revision);
    struct template_dictionary *flash;
    struct broken_link *links;
    size_t count;

    if (saved[0] == '\0')
        return true;
    if (!link_list_broken(context, view->record.id, &links, &count, error))
        return false;
    if (string_equals(saved, "0"))
        words = "Nothing was changed, so nothing was saved.";
    else if (string_equals(saved, "before"))
        words = "The form had been sent before. This is what it made.";
    if (count == 0) {
        template_set(template_row(page, "FLASH_SAVED"), "FLASH_WORDS", words);
        return true;
    }
    flash = template_row(page, "FLASH_BROKEN");
    template_set(flash, "FLASH_WORDS",
        count == 1 ? arena_format(context->arena,
                         "%s One reference leads nowhere:", words)
                   : arena_format(context->arena,
                         "%s %zu references lead nowhere:", words, count));
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *row = template_row(flash, "BROKEN");

        template_set(row, "BROKEN_REF", links[i].written);
        template_set(row, "BROKEN_REASON", links[i].reason);
    }
    return true;
}

static bool fill_view(
    void *user, struct template_dictionary *page, struct error *error)
{
    const struct view *view = user;
    const struct record *record = &view->record;
    struct arena *arena = view->call->context->arena;
    struct place place = call_place(view->call);

    template_set(
        page, "HISTORY_HREF", record_call_address(arena, record, "/history"));
    template_set(
        page, "EDIT_HREF", record_call_address(arena, record, "/edit"));
    template_set(
        page, "LINKS_HREF", address_links(arena, record_ref(arena, record)));
    if (call_may_edit(view->call, record->kind))
        template_show(page, "MAY_EDIT");
    if (record->revision > HISTORY_SHOWN)
        template_set_number(template_row(page, "HISTORY_ALL"), "HISTORY_COUNT",
            record->revision);
    return fill_flash(view, page, error) &&
           record_view_fill_page(&place, record, page, error) &&
           record_file_view_fill(&place, record,
               call_may_edit(view->call, record->kind),
               call_query(view->call, "files"), page, error) &&
           history_view_fill(
               &place, record, HISTORY_BRIEF, HISTORY_SHOWN, 0, page, error) &&
           fill_around(view, page, error);
}

static bool show_record(struct call *call, struct error *error)
{
    struct view view = {.call = call};
    struct chrome chrome;

    if (!record_call_record(call, &view.record, error))
        return false;
    chrome = record_call_record_chrome(call, &view.record,
        arena_format(call->context->arena, "%s %s",
            record_label(call->context->arena, &view.record),
            record_value(&view.record, view.record.kind->title)),
        NULL);
    return call_render(call, &chrome, "record.tpl", fill_view, &view, error);
}

static bool show_record_json(struct call *call, struct error *error)
{
    struct builder out = builder_create(call->context->arena);
    struct record record;

    if (!record_call_record(call, &record, error))
        return false;
    record_export_json(&out, &record);
    builder_byte(&out, '\n');
    return call_send_json(call, &out, error);
}

static bool fill_history(
    void *user, struct template_dictionary *page, struct error *error)
{
    const struct view *view = user;
    const struct record *record = &view->record;
    struct arena *arena = view->call->context->arena;
    struct place place = call_place(view->call);

    template_set(page, "RECORD_NAME", record_label(arena, record));
    template_set(
        page, "RECORD_TITLE", record_value(record, record->kind->title));
    template_set(page, "RECORD_HREF", record_call_address(arena, record, ""));
    paging_view_fill(arena, &view->paging, page);
    return history_view_fill(&place, record, HISTORY_FULL, HISTORY_PAGE_SIZE,
        (view->paging.page - 1) * HISTORY_PAGE_SIZE, page, error);
}

static bool show_history(struct call *call, struct error *error)
{
    struct arena *arena = call->context->arena;
    struct view view = {.call = call};
    struct chrome chrome;

    if (!record_call_record(call, &view.record, error) ||
        !record_call_page(call, &view.paging.page, error))
        return false;
    view.paging.label = "Pages of the history";
    view.paging.address = record_call_address(arena, &view.record, "/history");
    view.paging.size = HISTORY_PAGE_SIZE;
    view.paging.total = view.record.revision;
    if (!record_call_check_page(&view.paging, error))
        return false;
    chrome = record_call_record_chrome(call, &view.record,
        arena_format(arena, "History of %s",
            record_label_small(arena, record_label(arena, &view.record))),
        "History");
    return call_render(
        call, &chrome, "record_history.tpl", fill_history, &view, error);
}

enum {
    ROUTE_VIEW = ROUTE_READ | ROUTE_CACHED,
    ROUTE_FORM = ROUTE_EDIT | ROUTE_UPLOAD
};

const struct route record_routes[] = {
    {GET, "/records", record_index_pages_show, ROUTE_VIEW},
    {GET, "/records/:kind", record_list_pages_show, ROUTE_VIEW},
    {GET, "/records/:kind.csv", record_list_pages_csv, ROUTE_READ},
    {GET, "/records/:kind.json", record_list_pages_json, ROUTE_READ},
    {POST, "/records/:kind", record_form_pages_create, ROUTE_FORM},
    {GET, "/records/:kind/new", record_form_pages_new, ROUTE_EDIT},
    {POST, "/records/:kind/new", record_form_pages_create, ROUTE_FORM},
    {GET, "/records/:kind/:number", show_record, ROUTE_VIEW},
    {GET, "/records/:kind/:number.json", show_record_json, ROUTE_READ},
    {POST, "/records/:kind/:number", record_form_pages_change, ROUTE_FORM},
    {GET, "/records/:kind/:number/edit", record_form_pages_edit, ROUTE_EDIT},
    {POST, "/records/:kind/:number/edit", record_form_pages_change, ROUTE_FORM},
    {GET, "/records/:kind/:number/history", show_history, ROUTE_VIEW},
    {POST, "/records/:kind/:number/files", record_file_pages_add, ROUTE_FORM},
    {POST, "/records/:kind/:number/files/:link/withdraw",
        record_file_pages_withdraw, ROUTE_EDIT},
    {GET, NULL, NULL, 0},
};
