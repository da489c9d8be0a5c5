/* Handlers: find the standard, run the checker, draw. */
#include "web/standard_pages.h"

#include "base/clock.h"
#include "base/escape.h"
#include "domain/rule_run.h"
#include "domain/site.h"
#include "render/address.h"
#include "render/clause_view.h"
#include "render/conformance_view.h"
#include "render/report.h"
#include "render/rule_view.h"
#include "render/soa_view.h"
#include "render/walk_view.h"
#include "web/call.h"

/* Crumbs: Conformance, the standard, headings above, the clause. */
enum { CRUMB_LIMIT = 12 };

/* One page's work, for the function that fills its template. */
struct job {
    struct scene scene;
    struct conformance_filter filter;
    struct standard standard;
    const struct conformance *run;
    struct clause clause;
    const struct conformance_clause *item; /* NULL for a heading */
    const char *note;
    struct conformance_view view;
    struct soa_view soa;
    struct rule_findings *found; /* beyond the clauses, or NULL */
};

static bool read_scene(
    const struct call *call, struct scene *scene, struct error *error)
{
    const char *as_of = call_query(call, "asof");
    const char *today = call->context->today;

    *scene = (struct scene){.place = call_place(call),
        .as_of = today,
        .may_edit = call_may(call, MAY_EDIT),
        .may_approve = call_may(call, MAY_APPROVE),
        .may_administer = call_may(call, MAY_ADMINISTER)};
    if (as_of[0] == '\0' || string_equals(as_of, today))
        return true;
    if (!clock_is_date(as_of))
        return error_at(error, ERROR_INVALID, "asof",
            "“%s” is no date: write it as YYYY-MM-DD, such as %s.", as_of,
            today);
    scene->as_of = as_of;
    scene->as_of_given = true;
    return true;
}

static struct conformance_filter read_filter(const struct call *call)
{
    return (struct conformance_filter){
        .verdict = call_query(call, "verdict"), .words = call_query(call, "q")};
}

/* The same address with the standard's full name. */
static bool redirect_to_edition(struct call *call, const char *id,
    const char *folder, const char *ending, struct error *error)
{
    struct builder path = builder_create(call->context->arena);
    const char *clause = call_value(call, "clause");

    builder_format(&path, "/%s/", folder);
    escape_url(&path, text_of(id), ":");
    if (clause[0] != '\0') {
        builder_byte(&path, '/');
        escape_url(&path, text_of(clause), "/:()");
    }
    builder_put(&path, ending);
    if (call->request->query_string[0] != '\0')
        builder_format(&path, "?%s", call->request->query_string);
    return response_redirect(call->response, builder_string(&path), error);
}

/* The standard the address names. `elsewhere` is set when it was named by its
 * number alone: then the answer is a redirection. */
static bool find_standard(struct call *call, const char *folder,
    const char *ending, struct standard *standard, bool *elsewhere,
    struct error *error)
{
    const char *name = call_value(call, "standard");
    bool found;

    *elsewhere = false;
    if (!standard_find(call->context, name, standard, &found, error))
        return false;
    if (!found)
        return error_set(
            error, ERROR_MISSING, "There is no standard %s here.", name);
    if (string_equals(name, standard->id))
        return true;
    *elsewhere = true;
    return redirect_to_edition(call, standard->id, folder, ending, error);
}

/* Read what the address says and run the checker; `elsewhere` as above. */
static bool begin_job(struct call *call, const char *folder, const char *ending,
    struct job *job, bool *elsewhere, struct error *error)
{
    *job = (struct job){.filter = read_filter(call)};
    if (!find_standard(call, folder, ending, &job->standard, elsewhere, error))
        return false;
    if (*elsewhere)
        return true;
    return read_scene(call, &job->scene, error) &&
           conformance_filter_check(&job->filter, error) &&
           conformance_run(call->context, job->standard.id, job->scene.as_of,
               &job->run, error);
}

static bool find_clause(
    const struct call *call, struct job *job, struct error *error)
{
    const char *id = call_value(call, "clause");
    bool found;

    if (!clause_read(
            call->context, job->standard.id, id, &job->clause, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING, "%s has no clause %s.",
            job->standard.name, id);
    job->item = conformance_find(job->run, id);
    return true;
}

static bool fill_conformance(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct job *job = user;

    conformance_view_fill(&job->view, body);
    return job->found == NULL || rule_view_fill(&job->scene, job->found,
                                     template_row(body, "WHOLE"), error);
}

static bool fill_clause(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct job *job = user;

    return clause_view_fill(&job->scene, job->run, &job->clause, body, error);
}

static bool fill_walk(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct job *job = user;

    return walk_view_fill(
        &job->scene, job->run, job->item, job->note, body, error);
}

static bool fill_soa(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct job *job = user;

    return soa_view_fill(&job->soa, body, error);
}

/* Run the checker for all standards that the site works to. */
static bool run_all(const struct call *call, const struct scene *scene,
    struct standard **standards, const struct conformance ***runs,
    size_t *count, struct error *error)
{
    struct context *context = call->context;
    const struct conformance_system *system;

    if (!conformance_run_all(
            context, scene->as_of, CONFORMANCE_NAMED, &system, error))
        return false;
    *count = system->standard_count;
    *runs = arena_array(context->arena, size_add(*count, 1), sizeof **runs);
    *standards =
        arena_array(context->arena, size_add(*count, 1), sizeof **standards);
    for (size_t i = 0; i < *count; i++) {
        (*runs)[i] = &system->standards[i];
        (*standards)[i] = system->standards[i].standard;
    }
    return true;
}

/* What the rules find in the manual and the records as a whole. */
static bool run_rules(const struct call *call, const struct scene *scene,
    struct rule_findings **found, struct error *error)
{
    *found = arena_alloc(call->context->arena, sizeof **found);
    return rule_run(call->context, scene->as_of, *found, error);
}

static bool conformance_all(struct call *call, struct error *error)
{
    struct job job = {.filter = read_filter(call)};
    struct chrome chrome = call_chrome(call, "Conformance");
    struct crumb crumbs[] = {
        {"Conformance", "/conformance"}, {"All standards", NULL}};
    struct standard *standards;
    const struct conformance **runs;
    size_t count;

    if (!read_scene(call, &job.scene, error) ||
        !conformance_filter_check(&job.filter, error) ||
        !run_all(call, &job.scene, &standards, &runs, &count, error) ||
        !run_rules(call, &job.scene, &job.found, error))
        return false;
    job.view = (struct conformance_view){.scene = &job.scene,
        .runs = runs,
        .count = count,
        .standards = standards,
        .standard_count = count,
        .all = true,
        .filter = &job.filter};
    chrome.nav = "/conformance";
    chrome.crumbs = crumbs;
    chrome.crumb_count = 2;
    return call_render(
        call, &chrome, "conformance.tpl", fill_conformance, &job, error);
}

static bool conformance_one(struct call *call, struct error *error)
{
    struct job job;
    struct chrome chrome;
    struct crumb crumbs[2] = {{"Conformance", "/conformance"}};
    const struct conformance *runs[1];
    struct standard *standards;
    size_t count;
    bool elsewhere;

    if (!begin_job(call, "conformance", "", &job, &elsewhere, error))
        return false;
    if (elsewhere)
        return true;
    if (!standard_list(call->context, &standards, &count, error))
        return false;
    runs[0] = job.run;
    job.view = (struct conformance_view){.scene = &job.scene,
        .runs = runs,
        .count = 1,
        .standards = standards,
        .standard_count = count,
        .filter = &job.filter};
    chrome = call_chrome(call, arena_format(call->context->arena,
                                   "Conformance, %s", job.standard.name));
    crumbs[1].label = job.standard.name;
    chrome.nav = "/conformance";
    chrome.crumbs = crumbs;
    chrome.crumb_count = 2;
    return call_render(
        call, &chrome, "conformance.tpl", fill_conformance, &job, error);
}

static const char *standard_address(
    const struct call *call, const char *folder, const char *id)
{
    struct builder path = builder_create(call->context->arena);

    builder_format(&path, "/%s/", folder);
    escape_url(&path, text_of(id), ":");
    return builder_string(&path);
}

/* Conformance / ISO/IEC 27001:2022 / 9 Performance evaluation / 9.2.2 */
static bool add_crumbs(const struct call *call, const struct job *job,
    struct crumb *crumbs, size_t *count, struct error *error)
{
    struct clause above[CRUMB_LIMIT];
    const char *parent = job->clause.parent;
    size_t depth = 0;
    bool found = true;

    while (parent[0] != '\0' && depth + 3 < CRUMB_LIMIT) {
        if (!clause_read(call->context, job->standard.id, parent, &above[depth],
                &found, error))
            return false;
        if (!found)
            break;
        parent = above[depth++].parent;
    }
    crumbs[0] = (struct crumb){
        "Conformance", scene_address(&job->scene, "/conformance")};
    crumbs[1] = (struct crumb){job->standard.name,
        scene_address(&job->scene,
            standard_address(call, "conformance", job->standard.id))};
    *count = 2;
    while (depth-- > 0)
        crumbs[(*count)++] =
            (struct crumb){arena_format(call->context->arena, "%s %s",
                               above[depth].id, above[depth].heading),
                scene_clause_address(
                    &job->scene, job->standard.id, above[depth].id)};
    crumbs[(*count)++] = (struct crumb){job->clause.id, NULL};
    return true;
}

static bool clause_page(struct call *call, struct error *error)
{
    struct job job;
    struct chrome chrome;
    struct crumb crumbs[CRUMB_LIMIT];
    size_t count = 0;
    bool elsewhere;

    if (!begin_job(call, "conformance", "", &job, &elsewhere, error))
        return false;
    if (elsewhere)
        return true;
    if (!find_clause(call, &job, error) ||
        !add_crumbs(call, &job, crumbs, &count, error))
        return false;
    chrome = call_chrome(
        call, arena_format(call->context->arena, "%s %s %s",
                  job.standard.number, job.clause.id, job.clause.heading));
    chrome.nav = "/conformance";
    chrome.crumbs = crumbs;
    chrome.crumb_count = count;
    return call_render(call, &chrome, "clause.tpl", fill_clause, &job, error);
}

static bool conformance_all_json(struct call *call, struct error *error)
{
    struct builder json = builder_create(call->context->arena);
    struct report report = {.site = call->context->site->name};
    struct scene scene;
    struct standard *standards;
    const struct conformance **runs;
    struct rule_findings *found;

    if (!read_scene(call, &scene, error) ||
        !run_all(call, &scene, &standards, &runs, &report.count, error) ||
        !run_rules(call, &scene, &found, error))
        return false;
    report.found = found;
    report.as_of = scene.as_of;
    report.results = runs;
    report_json(&json, &report);
    return call_send_json(call, &json, error);
}

static bool conformance_one_json(struct call *call, struct error *error)
{
    struct builder json = builder_create(call->context->arena);
    struct report report = {.site = call->context->site->name, .count = 1};
    struct job job;
    bool elsewhere;

    if (!begin_job(call, "conformance", ".json", &job, &elsewhere, error))
        return false;
    if (elsewhere)
        return true;
    if (!run_rules(call, &job.scene, &job.found, error))
        return false;
    report.found = job.found;
    report.as_of = job.scene.as_of;
    report.results = &job.run;
    report_json(&json, &report);
    return call_send_json(call, &json, error);
}

static bool draw_walk(struct call *call, struct job *job, struct error *error)
{
    struct chrome chrome =
        call_chrome(call, arena_format(call->context->arena, "Walk, %s %s %s",
                              job->standard.number, job->item->clause.id,
                              job->item->clause.heading));

    if (chrome.note[0] == '\0')
        chrome.note = walk_view_note(&job->scene, job->item);
    job->note = chrome.note;
    chrome.nav = "/conformance";
    return call_render(call, &chrome, "walk.tpl", fill_walk, job, error);
}

/* The first clause, or the first below a heading; NULL with the error set. */
static const struct conformance_clause *walk_from(
    const struct job *job, long long position, struct error *error)
{
    for (size_t i = 0; i < job->run->clause_count; i++) {
        if (job->run->clauses[i].clause.position > position)
            return &job->run->clauses[i];
    }
    error_set(error, ERROR_MISSING, "%s has no clause to walk to from here.",
        job->standard.name);
    return NULL;
}

static bool walk_begin(struct call *call, struct error *error)
{
    struct job job;
    bool elsewhere;

    if (!begin_job(call, "walk", "", &job, &elsewhere, error))
        return false;
    if (elsewhere)
        return true;
    job.item = walk_from(&job, -1, error);
    return job.item != NULL && draw_walk(call, &job, error);
}

static bool walk_clause(struct call *call, struct error *error)
{
    struct job job;
    bool elsewhere;

    if (!begin_job(call, "walk", "", &job, &elsewhere, error))
        return false;
    if (elsewhere)
        return true;
    if (!find_clause(call, &job, error))
        return false;
    if (job.item != NULL)
        return draw_walk(call, &job, error);
    job.item = walk_from(&job, job.clause.position, error);
    return job.item != NULL && response_redirect(call->response,
                                   scene_walk_address(&job.scene,
                                       job.standard.id, job.item->clause.id),
                                   error);
}

static bool begin_soa(struct call *call, const char *ending, struct job *job,
    bool *elsewhere, struct error *error)
{
    if (!begin_job(call, "soa", ending, job, elsewhere, error))
        return false;
    if (*elsewhere)
        return true;
    job->soa = (struct soa_view){.scene = &job->scene,
        .run = job->run,
        .filter = &job->filter,
        .applies = call_query(call, "applies")};
    return soa_view_check(&job->soa, error);
}

static bool soa_page(struct call *call, struct error *error)
{
    struct job job;
    struct chrome chrome = call_chrome(call, "Statement of Applicability");
    struct crumb crumbs[2] = {{"AIL-SOA", NULL}};
    bool elsewhere;

    if (!begin_soa(call, "", &job, &elsewhere, error))
        return false;
    if (elsewhere)
        return true;
    crumbs[0].href = standard_address(call, "soa", job.standard.id);
    crumbs[1].label = job.standard.name;
    chrome.nav = crumbs[0].href;
    chrome.crumbs = crumbs;
    chrome.crumb_count = 2;
    return call_render(call, &chrome, "soa.tpl", fill_soa, &job, error);
}

static bool soa_csv(struct call *call, struct error *error)
{
    struct job job;
    bool elsewhere;

    if (!begin_soa(call, ".csv", &job, &elsewhere, error))
        return false;
    if (elsewhere)
        return true;
    soa_view_csv(&job.soa, &call->response->body);
    return response_set_type(
               call->response, "text/csv; charset=utf-8", error) &&
           response_set_attachment(call->response,
               arena_format(call->context->arena, "soa-%s-%s.csv",
                   job.standard.number, job.standard.edition),
               error);
}

static bool soa_json(struct call *call, struct error *error)
{
    struct builder json = builder_create(call->context->arena);
    struct job job;
    bool elsewhere;

    if (!begin_soa(call, ".json", &job, &elsewhere, error))
        return false;
    if (elsewhere)
        return true;
    soa_view_json(&job.soa, &json);
    return call_send_json(call, &json, error);
}

/* What these show changes with content and day only. */
enum { ROUTE_VIEW = ROUTE_READ | ROUTE_CACHED };

const struct route standard_routes[] = {
    {GET, "/conformance", conformance_all, ROUTE_VIEW},
    {GET, "/conformance.json", conformance_all_json, ROUTE_READ},
    {GET, "/conformance/:standard", conformance_one, ROUTE_VIEW},
    {GET, "/conformance/:standard.json", conformance_one_json, ROUTE_READ},
    {GET, "/conformance/:standard/*clause", clause_page, ROUTE_VIEW},
    {GET, "/walk/:standard", walk_begin, ROUTE_VIEW},
    {GET, "/walk/:standard/*clause", walk_clause, ROUTE_VIEW},
    {GET, "/soa/:standard", soa_page, ROUTE_VIEW},
    {GET, "/soa/:standard.csv", soa_csv, ROUTE_READ},
    {GET, "/soa/:standard.json", soa_json, ROUTE_READ},
    {GET, NULL, NULL, 0},
};
