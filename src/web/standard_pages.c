/* Handlers: find the standard, run the checker, draw. */
#include "web/standard_pages.h"

#include "domain/rule_kept.h"
#include "domain/site.h"
#include "render/clause_items.h"
#include "render/clause_view.h"
#include "render/conformance_view.h"
#include "render/report.h"
#include "render/rule_view.h"
#include "render/walk_view.h"
#include "web/standard_call.h"

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
    const struct conformance_clause *part; /* the same, or an item of it */
    const char *note;
    struct conformance_view view;
    struct rule_findings *found; /* beyond the clauses, or NULL */
};

/* Read what the address says and run the checker; `elsewhere` as above. */
static bool begin_job(struct call *call, const char *folder, const char *ending,
    struct job *job, bool *elsewhere, struct error *error)
{
    *job = (struct job){.filter = standard_call_filter(call)};
    if (!standard_call_find(
            call, folder, ending, &job->standard, elsewhere, error))
        return false;
    if (*elsewhere)
        return true;
    return standard_call_scene(call, &job->scene, error) &&
           conformance_filter_check(&job->filter, error) &&
           conformance_run(call->context, job->standard.id, job->scene.as_of,
               &job->run, error);
}

/* `item` is the clause's, or for a lettered item that of its clause; `part` is
 * then the item. */
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
    job->part = conformance_find_part(job->run, id, &job->item);
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
    return scene->as_of_given
               ? rule_run(call->context, scene->as_of, *found, error)
               : rule_kept_run(call->context, *found, error);
}

static bool conformance_all(struct call *call, struct error *error)
{
    struct job job = {.filter = standard_call_filter(call)};
    struct chrome chrome = call_chrome(call, "Conformance");
    struct crumb crumbs[] = {
        {"Conformance", "/conformance"}, {"All standards", NULL}};
    struct standard *standards;
    const struct conformance **runs;
    size_t count;

    if (!standard_call_scene(call, &job.scene, error) ||
        !conformance_filter_check(&job.filter, error) ||
        !run_all(call, &job.scene, &standards, &runs, &count, error) ||
        !conformance_filter_read(
            &job.filter, call->context, runs, count, error) ||
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
    runs[0] = job.run;
    if (!standard_list(call->context, &standards, &count, error) ||
        !conformance_filter_read(&job.filter, call->context, runs, 1, error))
        return false;
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
            standard_call_address(call, "conformance", job->standard.id))};
    *count = 2;
    while (depth-- > 0)
        crumbs[(*count)++] = (struct crumb){
            arena_format(call->context->arena, "%s %s", above[depth].id,
                clause_heading(call->context->arena, above[depth].heading)),
            scene_clause_address(
                &job->scene, job->standard.id, above[depth].id)};
    crumbs[(*count)++] = (struct crumb){job->clause.id, NULL};
    return true;
}

/* A lettered item stands on the page of its clause. */
static bool go_to_item(
    struct call *call, const struct job *job, struct error *error)
{
    struct arena *arena = call->context->arena;
    const char *page = scene_clause_address(
        &job->scene, job->standard.id, job->item->clause.id);

    return response_redirect(call->response,
        arena_format(
            arena, "%s#%s", page, clause_items_anchor(job->part->clause.id)),
        error);
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
    if (!find_clause(call, &job, error))
        return false;
    if (job.part != job.item)
        return go_to_item(call, &job, error);
    if (!add_crumbs(call, &job, crumbs, &count, error))
        return false;
    chrome = call_chrome(
        call, arena_format(call->context->arena, "%s %s %s",
                  job.standard.number, job.clause.id,
                  clause_heading(call->context->arena, job.clause.heading)));
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

    if (!standard_call_scene(call, &scene, error) ||
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
    struct chrome chrome = call_chrome(call,
        arena_format(call->context->arena, "Walk, %s %s %s",
            job->standard.number, job->item->clause.id,
            clause_heading(call->context->arena, job->item->clause.heading)));

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
    if (job.item != NULL && job.part == job.item)
        return draw_walk(call, &job, error);
    if (job.item == NULL)
        job.item = walk_from(&job, job.clause.position, error);
    return job.item != NULL && response_redirect(call->response,
                                   scene_walk_address(&job.scene,
                                       job.standard.id, job.item->clause.id),
                                   error);
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
    {GET, NULL, NULL, 0},
};
