/* Handlers: read, save, agree, draw. */
#include "web/soa_pages.h"

#include "base/escape.h"
#include "domain/conformance.h"
#include "domain/person.h"
#include "domain/site.h"
#include "render/address.h"
#include "render/soa_row_view.h"
#include "render/soa_sheet.h"
#include "render/soa_view.h"
#include "web/standard_call.h"

#include <string.h>

/* One page's work, for the function that fills its template. */
struct job {
    struct call *call;
    struct scene scene;
    struct conformance_filter filter;
    struct standard standard;
    const struct conformance *run;
    struct soa soa;
    struct soa_view view;
    struct soa_entry *entries;
    size_t entry_count;
    const struct soa_idea *shown; /* the row that is drawn alone */
};

static struct arena *arena_of(const struct job *job)
{
    return job->call->context->arena;
}

/* A filter as the address or the form says it. */
static const char *kept(const struct call *call, const char *name)
{
    if (call->request->method != POST)
        return call_query(call, name);
    return call_field(
        call, arena_format(call->context->arena, "keep-%s", name));
}

static bool read_names(
    struct context *context, const struct map **names, struct error *error)
{
    struct map *map = map_create(context->arena);
    struct person *people;
    size_t count;

    if (!person_list(context, &people, &count, error))
        return false;
    for (size_t i = 0; i < count; i++)
        map_set(
            map, people[i].login, arena_string(context->arena, people[i].name));
    *names = map;
    return true;
}

/* What was saved, as the address says after a redirection. */
static const char *flash_words(const struct call *call)
{
    const char *agreed = call_query(call, "agreed");
    const char *saved = call_query(call, "saved");

    if (call->request->method == POST)
        return "";
    if (agreed[0] != '\0')
        return "Agreed: it counts from today.";
    if (saved[0] == '\0')
        return "";
    return string_equals(saved, "0")
               ? "Nothing was changed, so nothing was saved."
               : "Saved as proposed. It counts when the Forum has agreed.";
}

/* Run the checker, and read what the statement needs beside it. */
static bool read_job(struct job *job, struct error *error)
{
    struct call *call = job->call;
    const struct kind *kind;

    job->filter = (struct conformance_filter){
        .verdict = kept(call, "verdict"), .words = kept(call, "q")};
    job->view = (struct soa_view){.scene = &job->scene,
        .soa = &job->soa,
        .filter = &job->filter,
        .applies = kept(call, "applies"),
        .state = kept(call, "state"),
        .driver = kept(call, "driver"),
        .csrf = call->csrf,
        .entries = job->entries,
        .entry_count = job->entry_count,
        .flash = flash_words(call)};
    if (!soa_view_check(&job->view, error) ||
        !conformance_run(call->context, job->standard.id, job->scene.as_of,
            &job->run, error) ||
        !conformance_filter_read(
            &job->filter, call->context, &job->run, 1, error) ||
        !soa_read(call->context, job->run, &job->soa, error) ||
        !read_names(call->context, &job->view.names, error))
        return false;
    kind = job->soa.form.kind;
    job->view.may_edit =
        kind != NULL && !job->scene.as_of_given && call_may_edit(call, kind);
    job->view.may_agree = job->view.may_edit && call_may(call, MAY_APPROVE);
    return true;
}

/* `elsewhere` is set when the answer is a redirection. */
static bool begin_job(struct call *call, const char *ending, struct job *job,
    bool *elsewhere, struct error *error)
{
    *job = (struct job){.call = call};
    if (!standard_call_find(
            call, "soa", ending, &job->standard, elsewhere, error))
        return false;
    return *elsewhere || standard_call_scene(call, &job->scene, error);
}

static bool fill_soa(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct job *job = user;

    return soa_view_fill(&job->view, body, error);
}

static bool draw(struct job *job, struct error *error)
{
    struct call *call = job->call;
    struct chrome chrome = call_chrome(call, "Statement of Applicability");
    struct crumb crumbs[2] = {{"AIL-SOA", NULL}};

    crumbs[0].href = standard_call_address(call, "soa", job->standard.id);
    crumbs[1].label = job->standard.name;
    chrome.nav = crumbs[0].href;
    chrome.crumbs = crumbs;
    chrome.crumb_count = 2;
    chrome.reference = arena_format(
        arena_of(job), "Statement of Applicability, %s", job->standard.name);
    chrome.version = soa_view_version(&job->view);
    return call_render(call, &chrome, "soa.tpl", fill_soa, job, error);
}

static bool show(struct call *call, struct error *error)
{
    struct job job;
    bool elsewhere;

    if (!begin_job(call, "", &job, &elsewhere, error))
        return false;
    return elsewhere || (read_job(&job, error) && draw(&job, error));
}

static bool send_file(const struct job *job, const char *type,
    const char *ending, struct error *error)
{
    struct response *response = job->call->response;

    return response_set_type(response, type, error) &&
           response_set_attachment(response,
               arena_format(arena_of(job), "soa-%s-%s.%s", job->standard.number,
                   job->standard.edition, ending),
               error);
}

static bool show_csv(struct call *call, struct error *error)
{
    struct job job;
    bool elsewhere;

    if (!begin_job(call, ".csv", &job, &elsewhere, error))
        return false;
    if (elsewhere)
        return true;
    if (!read_job(&job, error))
        return false;
    soa_sheet_csv(&job.view, &call->response->body);
    return send_file(&job, "text/csv; charset=utf-8", "csv", error);
}

static bool show_xlsx(struct call *call, struct error *error)
{
    struct job job;
    struct text bytes;
    bool elsewhere;

    if (!begin_job(call, ".xlsx", &job, &elsewhere, error))
        return false;
    if (elsewhere)
        return true;
    if (!read_job(&job, error) ||
        !soa_sheet_xlsx(&job.view, call->seconds, &bytes, error))
        return false;
    response_set_slice(call->response, bytes);
    return send_file(&job,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx", error);
}

static bool show_json(struct call *call, struct error *error)
{
    struct builder json = builder_create(call->context->arena);
    struct job job;
    bool elsewhere;

    if (!begin_job(call, ".json", &job, &elsewhere, error))
        return false;
    if (elsewhere)
        return true;
    if (!read_job(&job, error))
        return false;
    soa_sheet_json(&job.view, &json);
    return call_send_json(call, &json, error);
}

/* The kind of statements may be for some roles only. */
static bool check_kind(const struct call *call, struct error *error)
{
    struct soa_form form;

    if (!soa_form_read(call->context, &form, error))
        return false;
    if (form.kind == NULL)
        return error_set(error, ERROR_MISSING,
            "This site has no kind of record for statements.");
    return call_may_edit(call, form.kind) ||
           error_set(error, ERROR_FORBIDDEN,
               "Your roles do not allow you to change records of the kind %s. "
               "Ask the IMS Administrator.",
               form.kind->label);
}

/* The rows that were sent: each has a stamp. */
static void read_entries(struct job *job)
{
    static const char before[] = "stamp.";
    const struct form *form = &job->call->request->form;
    struct arena *arena = arena_of(job);

    job->entries =
        arena_array(arena, size_add(form->count, 1), sizeof *job->entries);
    for (size_t i = 0; i < form->count; i++) {
        const char *name = form->fields[i].name;
        const char *id = name + strlen(before);

        if (!string_begins(name, before) || id[0] == '\0')
            continue;
        job->entries[job->entry_count++] = (struct soa_entry){.id = id,
            .row = {.applies = string_equals(
                        form_value(form, arena_format(arena, "applies.%s", id)),
                        "yes"),
                .reason =
                    form_value(form, arena_format(arena, "reason.%s", id)),
                .drivers =
                    form_value(form, arena_format(arena, "drivers.%s", id)),
                .stamp = form->fields[i].value}};
    }
}

/* Find the standard and the rows, and see that the person may. */
static bool begin_post(struct call *call, struct job *job, struct error *error)
{
    bool found;
    const char *name = call_value(call, "standard");

    *job = (struct job){.call = call};
    if (!standard_find(call->context, name, &job->standard, &found, error))
        return false;
    if (!found)
        return error_set(
            error, ERROR_MISSING, "There is no standard %s here.", name);
    if (!standard_call_scene(call, &job->scene, error) ||
        !check_kind(call, error))
        return false;
    read_entries(job);
    return true;
}

static bool save(struct job *job, size_t *saved, struct error *error)
{
    if (job->entry_count == 0)
        return error_at(error, ERROR_INVALID, "stamp",
            "stamp: no row was sent, so nothing was saved.");
    return soa_save(job->call->context, job->standard.id, job->entries,
        job->entry_count, saved, error);
}

static bool is_refused(const struct job *job)
{
    for (size_t i = 0; i < job->entry_count; i++) {
        if (job->entries[i].problem != NULL)
            return true;
    }
    return false;
}

/* Read all of it in one state of the data, then answer. */
static bool in_one_state(struct job *job,
    bool (*answer)(struct job *job, struct error *error), struct error *error)
{
    struct context *context = job->call->context;
    bool fine;

    if (!site_begin_read(context, error))
        return false;
    fine = read_job(job, error) && answer(job, error);
    database_end_read(context->db);
    return fine;
}

/* Back to the page as it was filtered, at the row. */
static bool redirect(struct job *job, const char *what, size_t count,
    const char *row, struct error *error)
{
    struct call *call = job->call;
    const char *path = standard_call_address(call, "soa", job->standard.id);
    const char *number = arena_format(arena_of(job), "%zu", count);
    const char *const pairs[] = {"applies", kept(call, "applies"), "driver",
        kept(call, "driver"), "state", kept(call, "state"), "verdict",
        kept(call, "verdict"), "q", kept(call, "q"), what, number, NULL};
    struct builder out = builder_create(arena_of(job));

    builder_put(&out, address_query(arena_of(job), path, pairs));
    if (row[0] != '\0') {
        builder_put(&out, "#row-");
        escape_url(&out, text_of(row), "/:().");
    }
    return response_redirect(call->response, builder_string(&out), error);
}

static bool save_page(struct call *call, struct error *error)
{
    struct job job;
    size_t saved = 0;

    if (!begin_post(call, &job, error) || !save(&job, &saved, error))
        return false;
    if (!is_refused(&job))
        return redirect(&job, "saved", saved, call_field(call, "row"), error);
    call->response->status = 400;
    return in_one_state(&job, draw, error);
}

static bool fill_row(
    void *user, struct template_dictionary *row, struct error *error)
{
    const struct job *job = user;
    return soa_row_view_fill(&job->view, job->shown, row, error);
}

/* One row for the script: what came of it, its new stamp, and how it looks. */
static bool put_row(struct job *job, const struct soa_entry *entry,
    struct builder *out, struct error *error)
{
    const struct soa_idea *idea = soa_find(&job->soa, entry->id);
    struct builder html = builder_create(arena_of(job));
    struct soa_row now;

    if (idea == NULL)
        return true;
    job->shown = idea;
    now = soa_row_of(arena_of(job), idea->agreed, idea->proposed);
    if (!chrome_render_alone(
            job->call->context, "soa_row.tpl", fill_row, job, &html, error))
        return false;
    builder_format(out, "%s{\"id\":", out->size > 10 ? "," : "");
    escape_json(out, text_of(entry->id));
    builder_format(
        out, ",\"saved\":%s,\"stamp\":", entry->saved ? "true" : "false");
    escape_json(out, text_of(now.stamp));
    builder_put(out, ",\"field\":");
    escape_json(out, text_of(entry->problem == NULL ? "" : entry->field));
    builder_put(out, ",\"problem\":");
    escape_json(out, text_of(entry->problem == NULL ? "" : entry->problem));
    builder_put(out, ",\"html\":");
    escape_json(out, text_of(builder_string(&html)));
    builder_byte(out, '}');
    return true;
}

static bool answer_rows(struct job *job, struct error *error)
{
    struct builder out = builder_create(arena_of(job));

    builder_put(&out, "{\"rows\":[");
    for (size_t i = 0; i < job->entry_count; i++) {
        if (!put_row(job, &job->entries[i], &out, error))
            return false;
    }
    builder_put(&out, "]}\n");
    return call_send_json(job->call, &out, error);
}

static bool save_json(struct call *call, struct error *error)
{
    struct job job;
    size_t saved = 0;

    if (!begin_post(call, &job, error) || !save(&job, &saved, error))
        return false;
    if (is_refused(&job))
        call->response->status = 400;
    return in_one_state(&job, answer_rows, error);
}

/* Rows that were written in and not saved would be lost. */
static bool check_unsaved(struct job *job)
{
    bool any = false;

    for (size_t i = 0; i < job->entry_count; i++) {
        struct soa_entry *entry = &job->entries[i];

        if (!soa_entry_is_changed(arena_of(job), entry))
            continue;
        entry->field = "applies";
        entry->problem =
            "This row is not saved yet: save it before you agree to another.";
        any = true;
    }
    return any;
}

static bool agree(struct call *call, struct error *error)
{
    const struct form *form = &call->request->form;
    const char **statements = arena_array(
        call->context->arena, size_add(form->count, 1), sizeof *statements);
    size_t position = 0;
    size_t count = 0;
    const char *each;
    struct job job;

    if (!begin_post(call, &job, error))
        return false;
    while ((each = form_next(form, "statement", &position)) != NULL)
        statements[count++] = each;
    if (count == 0)
        return error_at(error, ERROR_INVALID, "statement",
            "statement: nothing was named to agree to.");
    if (check_unsaved(&job)) {
        call->response->status = 400;
        return in_one_state(&job, draw, error);
    }
    return soa_agree(call->context, statements, count, error) &&
           redirect(&job, "agreed", count, "", error);
}

/* What these show changes with content and day only. */
enum { ROUTE_VIEW = ROUTE_READ | ROUTE_CACHED };

const struct route soa_routes[] = {
    {GET, "/soa/:standard", show, ROUTE_VIEW},
    {GET, "/soa/:standard.csv", show_csv, ROUTE_READ},
    {GET, "/soa/:standard.json", show_json, ROUTE_READ},
    {GET, "/soa/:standard.xlsx", show_xlsx, ROUTE_READ},
    {POST, "/soa/:standard", save_page, ROUTE_EDIT},
    {POST, "/soa/:standard.json", save_json, ROUTE_EDIT},
    {POST, "/soa/:standard/agree", agree, ROUTE_EDIT | ROUTE_APPROVE},
    {GET, NULL, NULL, 0},
};
