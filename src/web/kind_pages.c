/* Kinds of record: the list, one kind, a new one. */
#include "web/kind_pages.h"

#include "domain/kind_edit.h"
#include "domain/kind_edit_status.h"
#include "domain/kind_limits.h"
#include "domain/kind_use.h"
#include "domain/site.h"
#include "domain/standard.h"
#include "render/kind_form_view.h"
#include "render/kind_view.h"
#include "web/kind_call.h"
#include "web/kind_field_pages.h"
#include "web/record_call.h"

#include <stdlib.h>

enum { HISTORY_SHOWN = 20, LAST_PLACE = 1000000 };

static bool fill_admin(
    void *user, struct template_dictionary *page, struct error *error)
{
    const struct call *call = user;
    struct standard *standards;
    size_t count;

    template_set_number(
        page, "KIND_COUNT", (long long)call->context->site->kinds->count);
    if (!standard_list(call->context, &standards, &count, error))
        return false;
    template_set_number(page, "STANDARD_COUNT", (long long)count);
    return true;
}

static bool show_admin(struct call *call, struct error *error)
{
    struct chrome chrome = call_chrome(call, "Administration");

    return call_render(call, &chrome, "admin.tpl", fill_admin, call, error);
}

static bool fill_kinds(
    void *user, struct template_dictionary *page, struct error *error)
{
    struct call *call = user;
    struct kind_summary *list;
    size_t count;

    if (!kind_use_list(call->context, &list, &count, error))
        return false;
    for (size_t i = 0; i < count; i++)
        kind_view_fill_summary(
            call->context, &list[i], template_row(page, "KIND"));
    kind_call_fill_flash(call, page);
    return true;
}

static bool show_kinds(struct call *call, struct error *error)
{
    struct chrome chrome =
        kind_call_chrome(call, "Kinds of record", NULL, NULL);

    return call_render(call, &chrome, "kinds.tpl", fill_kinds, call, error);
}

/* One form: what stands in it, and what is wrong with it. */
struct kind_form {
    struct call *call;
    const struct kind *kind; /* NULL for a new one */
    struct kind_edit edit;
    struct status_row *rows;
    size_t row_count;
    struct kind_save save;
    struct kind_refusal refusal;
};

static struct kind_form *form_create(struct call *call)
{
    struct kind_form *form = arena_alloc(call->context->arena, sizeof *form);

    *form = (struct kind_form){.call = call,
        .save = {.context = call->context, .stamp = "", .why = ""}};
    return form;
}

static void read_edit(struct kind_form *form, const char *name)
{
    struct call *call = form->call;

    form->edit = (struct kind_edit){.name = name,
        .label = call_field(call, "label"),
        .plural = call_field(call, "plural"),
        .description = call_field(call, "description"),
        .category = call_field(call, "category"),
        .dated = call_field(call, "dated"),
        .owner_label = call_field(call, "owner_label"),
        .roles = kind_call_words(call, "roles"),
        .after = call_field(call, "after")};
}

static bool fill_new(
    void *user, struct template_dictionary *page, struct error *error)
{
    struct kind_form *form = user;
    struct context *context = form->call->context;
    struct input_form inputs =
        input_form_begin(context->arena, page, &form->save);

    (void)error;
    template_set(page, "HEADING", "New kind of record");
    template_set(page, "INTRO",
        "It is usable at once: with a title, a description, a status (open, in "
        "progress, closed), an owner and a date by which it is due. Fields of "
        "its own come next.");
    template_set(page, "ACTION", "/admin/kinds/new");
    template_set(page, "LEAVE", "/admin/kinds");
    kind_form_view_kind(&inputs, context, &form->edit, true);
    kind_call_fill(form->call, &form->save, &form->refusal, page);
    return true;
}

static bool show_new(struct kind_form *form, struct error *error)
{
    struct chrome chrome =
        kind_call_chrome(form->call, "New kind of record", NULL, "New");

    return call_render(
        form->call, &chrome, "kind_form.tpl", fill_new, form, error);
}

static bool new_kind(struct call *call, struct error *error)
{
    struct kind_form *form = form_create(call);
    const struct kinds *kinds = call->context->site->kinds;

    form->edit = (struct kind_edit){.name = "",
        .label = "",
        .plural = "",
        .description = "",
        .category = "Custom tracks",
        .dated = "",
        .owner_label = "Owner",
        .roles = "",
        .after = kinds->count == 0 ? "" : kinds->kinds[kinds->count - 1].name};
    return kind_save_stamp(call->context, &form->save.stamp, error) &&
           show_new(form, error);
}

static bool create_kind(struct call *call, struct error *error)
{
    struct kind_form *form = form_create(call);
    struct error problem = error_create(call->context->arena);

    if (!kind_call_save(call, &form->save, error))
        return false;
    read_edit(form, call_field(call, "name"));
    if (kind_edit_create(&form->save, &form->edit, &problem))
        return response_redirect(call->response,
            kind_view_address(
                call->context->arena, form->edit.name, "?saved=1"),
            error);
    return kind_call_refused(
               call, &form->save, &problem, &form->refusal, error) &&
           show_new(form, error);
}

static bool fill_rest(struct kind_form *form,
    const struct kind_summary *summary, struct template_dictionary *page,
    struct error *error)
{
    struct context *context = form->call->context;
    struct arena *arena = context->arena;
    struct status_count *counts;
    struct kind_revision *revisions;
    size_t count;
    long long late;

    if (!record_count_statuses(context, form->kind, &counts, &late, error) ||
        !kind_history_list(context, form->kind->name, 0, HISTORY_SHOWN,
            &revisions, &count, error))
        return false;
    kind_view_fill_origin(page, summary->origin, summary->own);
    template_set(page, "RECORD_COUNT",
        arena_format(arena, "%lld record%s", summary->records,
            summary->records == 1 ? "" : "s"));
    kind_form_view_statuses(context, &form->save, form->rows, form->row_count,
        counts, form->kind->status_count, page);
    kind_view_fill_fields(context, form->kind, page);
    kind_view_fill_history(context, revisions, count, false, page);
    if (count == 0)
        template_show(page, "NO_HISTORY");
    return true;
}

static bool fill_kind(
    void *user, struct template_dictionary *page, struct error *error)
{
    struct kind_form *form = user;
    struct context *context = form->call->context;
    struct arena *arena = context->arena;
    const char *name = form->kind->name;
    struct input_form inputs = input_form_begin(arena, page, &form->save);
    struct kind_summary *list;
    struct kind_summary summary = {.origin = ""};
    size_t count;

    if (!kind_use_list(context, &list, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (string_equals(list[i].name, name))
            summary = list[i];
    }
    template_set(page, "HEADING", form->kind->plural);
    template_set(page, "KIND_NAME", name);
    template_set(page, "ACTION", kind_view_address(arena, name, ""));
    template_set(
        page, "LIST_HREF", record_call_list_address(arena, form->kind, ""));
    template_set(
        page, "NEW_FIELD_HREF", kind_view_address(arena, name, "/fields/new"));
    kind_form_view_kind(&inputs, context, &form->edit, false);
    kind_call_fill(form->call, &form->save, &form->refusal, page);
    kind_call_fill_flash(form->call, page);
    return fill_rest(form, &summary, page, error);
}

static bool show_form(struct kind_form *form, struct error *error)
{
    struct chrome chrome =
        kind_call_chrome(form->call, form->kind->plural, form->kind, NULL);

    return call_render(form->call, &chrome, "kind.tpl", fill_kind, form, error);
}

/* The statuses as they are, each in its place. */
static bool read_saved_rows(struct kind_form *form, struct error *error)
{
    struct context *context = form->call->context;
    struct status_edit *statuses;

    if (!kind_edit_read_statuses(
            context, form->kind->name, &statuses, &form->row_count, error))
        return false;
    form->rows =
        arena_array(context->arena, form->row_count + 1, sizeof *form->rows);
    for (size_t i = 0; i < form->row_count; i++)
        form->rows[i] = (struct status_row){.status = statuses[i],
            .place = arena_format(context->arena, "%zu", i + 1),
            .known = true};
    return true;
}

static bool show_kind(struct call *call, struct error *error)
{
    struct kind_form *form = form_create(call);
    bool found;

    if (!record_call_kind(call, call_value(call, "kind"), &form->kind, error) ||
        !kind_edit_read(
            call->context, form->kind->name, &form->edit, &found, error) ||
        !kind_save_stamp(call->context, &form->save.stamp, error))
        return false;
    return read_saved_rows(form, error) && show_form(form, error);
}

static const char *status_field(
    const struct call *call, size_t number, const char *what)
{
    return call_field(call,
        arena_format(call->context->arena, "status-%zu-%s", number, what));
}

static long long place_of(const struct status_row *row)
{
    long long place = LAST_PLACE;

    return text_number(text_trim(text_of(row->place)), &place) ? place
                                                               : LAST_PLACE;
}

/* By the place typed; those that are to go stand last. */
static void sort_rows(struct status_row *rows, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct status_row row = rows[i];
        size_t at = i;

        while (at > 0 && (rows[at - 1].removed > row.removed ||
                             (rows[at - 1].removed == row.removed &&
                                 place_of(&rows[at - 1]) > place_of(&row)))) {
            rows[at] = rows[at - 1];
            at--;
        }
        rows[at] = row;
    }
}

static void read_rows(struct kind_form *form)
{
    struct call *call = form->call;
    struct arena *arena = call->context->arena;

    form->rows = arena_array(arena, STATUS_LIMIT, sizeof *form->rows);
    for (size_t n = 1; n <= STATUS_LIMIT; n++) {
        struct status_row *row = &form->rows[form->row_count];
        const char *state = status_field(call, n, "state");
        const struct status *known;

        if (!form_has(&call->request->form,
                arena_format(arena, "status-%zu-name", n)))
            break;
        *row = (struct status_row){.place = status_field(call, n, "place")};
        row->status =
            (struct status_edit){.name = status_field(call, n, "name"),
                .label = status_field(call, n, "label"),
                .style = status_field(call, n, "style"),
                .live = status_field(call, n, "live")[0] != '\0',
                .closed = status_field(call, n, "closed")[0] != '\0',
                .approves = status_field(call, n, "approves")[0] != '\0',
                .retired = string_equals(state, "retired"),
                .own = true};
        row->removed = string_equals(state, "removed");
        known = kind_status(form->kind, row->status.name);
        row->known = known != NULL;
        if (row->status.name[0] != '\0' || row->status.label[0] != '\0')
            form->row_count++;
    }
    sort_rows(form->rows, form->row_count);
}

static bool change_kind(struct call *call, struct error *error)
{
    struct kind_form *form = form_create(call);
    struct arena *arena = call->context->arena;
    struct error problem = error_create(arena);
    struct status_edit *statuses;
    size_t count = 0;

    if (!record_call_kind(call, call_value(call, "kind"), &form->kind, error) ||
        !kind_call_save(call, &form->save, error))
        return false;
    read_edit(form, arena_string(arena, form->kind->name));
    read_rows(form);
    statuses = arena_array(arena, form->row_count + 1, sizeof *statuses);
    for (size_t i = 0; i < form->row_count; i++) {
        if (!form->rows[i].removed)
            statuses[count++] = form->rows[i].status;
    }
    if (kind_edit_change(&form->save, &form->edit, statuses, count, &problem))
        return response_redirect(call->response,
            kind_view_address(arena, form->edit.name, "?saved=1"), error);
    return kind_call_refused(
               call, &form->save, &problem, &form->refusal, error) &&
           show_form(form, error);
}

const struct route kind_routes[] = {
    {GET, "/admin", show_admin, ROUTE_ADMINISTER},
    {GET, "/admin/kinds", show_kinds, ROUTE_ADMINISTER},
    {GET, "/admin/kinds/new", new_kind, ROUTE_ADMINISTER},
    {POST, "/admin/kinds/new", create_kind, ROUTE_ADMINISTER},
    {GET, "/admin/kinds/:kind", show_kind, ROUTE_ADMINISTER},
    {POST, "/admin/kinds/:kind", change_kind, ROUTE_ADMINISTER},
    {GET, "/admin/kinds/:kind/fields/new", kind_field_pages_new,
        ROUTE_ADMINISTER},
    {POST, "/admin/kinds/:kind/fields/new", kind_field_pages_create,
        ROUTE_ADMINISTER},
    {GET, "/admin/kinds/:kind/fields/:field", kind_field_pages_show,
        ROUTE_ADMINISTER},
    {POST, "/admin/kinds/:kind/fields/:field", kind_field_pages_change,
        ROUTE_ADMINISTER},
    {POST, "/admin/kinds/:kind/fields/:field/remove", kind_field_pages_remove,
        ROUTE_ADMINISTER},
    {GET, NULL, NULL, 0},
};
