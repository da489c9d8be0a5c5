/* The page of all standards or of one. */
#include "render/conformance_view.h"

#include "base/clock.h"
#include "base/escape.h"
#include "render/address.h"
#include "render/clause_note.h"
#include "render/conformance_first.h"
#include "render/conformance_table.h"
#include "render/verdict_bar.h"

static const char *standard_path(
    struct arena *arena, const char *folder, const char *id)
{
    struct builder path = builder_create(arena);

    builder_format(&path, "/%s/", folder);
    escape_url(&path, text_of(id), ":");
    return builder_string(&path);
}

static const char *verdict_address(const struct scene *scene,
    const struct conformance *run, enum verdict verdict)
{
    struct arena *arena = scene->place.context->arena;
    const char *const pairs[] = {"verdict", conformance_verdict_name(verdict),
        "asof", scene->as_of_given ? scene->as_of : "", NULL};

    return address_query(
        arena, standard_path(arena, "conformance", run->standard.id), pairs);
}

static size_t applicable_of(const struct conformance *run)
{
    return run->clause_count - run->totals[VERDICT_EXCLUDED];
}

static long long share_of(size_t part, size_t whole)
{
    return whole == 0 ? 0 : (long long)(part * 100 / whole);
}

/* "Three", for the few standards that there are. */
static const char *number_word(struct arena *arena, size_t number)
{
    static const char *const words[] = {
        "No", "One", "Two", "Three", "Four", "Five", "Six"};

    return number < sizeof words / sizeof *words
               ? words[number]
               : arena_format(arena, "%zu", number);
}

/* All standards together. */
static void fill_system(
    const struct conformance_view *view, struct template_dictionary *page)
{
    struct arena *arena = view->scene->place.context->arena;
    struct template_dictionary *row = template_row(page, "SYSTEM");
    const char *number = number_word(arena, view->count);
    size_t totals[VERDICT_COUNT] = {0};
    size_t applicable = 0;
    size_t findings = 0;

    for (size_t i = 0; i < view->count; i++) {
        for (size_t v = 0; v < VERDICT_COUNT; v++)
            totals[v] += view->runs[i]->totals[v];
        applicable += applicable_of(view->runs[i]);
        findings += view->runs[i]->finding_count;
    }
    template_set_number(
        row, "EVIDENCED_COUNT", (long long)totals[VERDICT_EVIDENCED]);
    template_set_number(row, "APPLICABLE_COUNT", (long long)applicable);
    template_set_number(
        row, "PERCENT", share_of(totals[VERDICT_EVIDENCED], applicable));
    template_set_number(row, "FINDING_COUNT", (long long)findings);
    template_set(row, "WORDS", scene_totals_words(arena, totals));
    template_set(page, "TABLE_TITLE",
        arena_format(arena, "%s standards, one structure", number));
}

static void fill_standard(const struct scene *scene,
    const struct conformance *run, struct template_dictionary *page)
{
    struct arena *arena = scene->place.context->arena;
    struct template_dictionary *row = template_row(page, "STANDARD");
    size_t applicable = applicable_of(run);
    size_t evidenced = run->totals[VERDICT_EVIDENCED];

    template_set(row, "NAME", run->standard.name);
    template_set(row, "ABOUT", run->standard.title);
    template_set(row, "HREF",
        scene_address(
            scene, standard_path(arena, "conformance", run->standard.id)));
    template_set_number(row, "EVIDENCED_COUNT", (long long)evidenced);
    template_set_number(row, "APPLICABLE_COUNT", (long long)applicable);
    template_set_number(row, "PERCENT", share_of(evidenced, applicable));
    verdict_bar_fill(arena, row, run->totals, 300, 10);
    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        struct template_dictionary *tally = template_row(row, "TALLY");

        scene_set_verdict(tally, verdict);
        template_set(tally, "HREF", verdict_address(scene, run, verdict));
        template_set_number(tally, "COUNT", (long long)run->totals[verdict]);
    }
}

/* With one standard alone there is room for its desktop conformance and for
 * how grave its reasons are. */
static void fill_alone(const struct scene *scene, const struct conformance *run,
    struct template_dictionary *page)
{
    static const char *const severities[] = {"error", "warning", "note"};
    static const char *const names[] = {"ERRORS", "WARNINGS", "NOTES"};
    struct template_dictionary *row = template_row(page, "ALONE");
    size_t applicable = applicable_of(run);
    size_t missing = run->totals[VERDICT_MISSING];

    template_set_number(
        row, "CLAIMED_COUNT", (long long)(applicable - missing));
    template_set_number(row, "APPLICABLE_COUNT", (long long)applicable);
    template_show(row, run->desktop ? "DESKTOP" : "NO_DESKTOP");
    template_show(row, run->conforms ? "CONFORMS" : "NO_CONFORMS");
    template_set_number(row, "MISSING_COUNT", (long long)missing);
    template_set(
        row, "MISSING_HREF", verdict_address(scene, run, VERDICT_MISSING));
    template_set_number(row, "FINDING_COUNT", (long long)run->finding_count);
    for (size_t s = 0; s < sizeof severities / sizeof *severities; s++) {
        size_t count = 0;

        for (size_t i = 0; i < run->clause_count; i++) {
            const struct conformance_clause *clause = &run->clauses[i];

            for (size_t j = 0; j < clause->finding_count; j++)
                count +=
                    string_equals(clause->findings[j].severity, severities[s]);
        }
        template_set_number(row, names[s], (long long)count);
    }
}

static void fill_tab(struct template_dictionary *page, const char *label,
    const char *href, bool current)
{
    struct template_dictionary *tab = template_row(page, "TAB");

    template_set(tab, "LABEL", label);
    template_set(tab, "HREF", href);
    if (current)
        template_show(tab, "CURRENT");
}

static void fill_tabs(
    const struct conformance_view *view, struct template_dictionary *page)
{
    const struct scene *scene = view->scene;
    struct arena *arena = scene->place.context->arena;

    fill_tab(
        page, "All standards", scene_address(scene, "/conformance"), view->all);
    for (size_t i = 0; i < view->standard_count; i++) {
        const struct standard *standard = &view->standards[i];

        fill_tab(page, standard->name,
            scene_address(
                scene, standard_path(arena, "conformance", standard->id)),
            !view->all &&
                string_equals(standard->id, view->runs[0]->standard.id));
    }
}

static bool has_controls(const struct conformance *run)
{
    for (size_t i = 0; i < run->clause_count; i++) {
        if (string_equals(run->clauses[i].clause.kind, "control"))
            return true;
    }
    return false;
}

static void fill_head(
    const struct conformance_view *view, struct template_dictionary *page)
{
    const struct scene *scene = view->scene;
    struct arena *arena = scene->place.context->arena;
    const struct standard *first = &view->runs[0]->standard;
    const char *path = view->all
                           ? "/conformance"
                           : standard_path(arena, "conformance", first->id);

    template_set(page, "HEADING", view->all ? "Conformance" : first->name);
    template_set(page, "PATH", path);
    template_set(page, "ALL_HREF", scene_address(scene, path));
    template_set(page, "AS_OF_INPUT", scene->as_of_given ? scene->as_of : "");
    template_set(page, "JSON_HREF",
        scene_address(scene, arena_format(arena, "%s.json", path)));
    template_set(page, "WALK_HREF",
        scene_address(scene, standard_path(arena, "walk", first->id)));
    if (has_controls(view->runs[0]))
        template_set(template_row(page, "SOA"), "HREF",
            scene_address(scene, standard_path(arena, "soa", first->id)));
    template_set(page, "AS_OF", scene->as_of);
    template_set(page, "AS_OF_SHOWN", clock_show(arena, scene->as_of));
    if (scene->as_of_given)
        template_set(template_row(page, "OTHER_DATE"), "TODAY_HREF", path);
}

static void fill_shown(const struct conformance_rows *table,
    const struct conformance_filter *filter, struct template_dictionary *page)
{
    struct template_dictionary *row;

    if (!conformance_filter_is_on(filter))
        return;
    row = template_row(page, table->shown == 0 ? "NOTHING" : "SHOWN");
    template_set_number(row, "SHOWN_COUNT", (long long)table->shown);
    template_set_number(row, "CLAUSE_COUNT", (long long)table->clause_count);
}

void conformance_view_fill(
    const struct conformance_view *view, struct template_dictionary *page)
{
    const struct scene *scene = view->scene;
    struct conformance_rows *table;

    if (view->count == 0) {
        template_show(page, "NO_STANDARDS");
        return;
    }
    page = template_row(page, "STANDARDS");
    fill_head(view, page);
    fill_tabs(view, page);
    for (size_t i = 0; i < view->count; i++)
        fill_standard(scene, view->runs[i], page);
    if (view->count == 1)
        fill_alone(scene, view->runs[0], page);
    if (view->count > 1)
        fill_system(view, page);
    else
        template_set(page, "TABLE_TITLE", "Clause by clause");
    conformance_first_fill(scene, view->runs, view->count, page);
    conformance_filter_fill(view->filter, page);
    table = conformance_rows_create(
        scene->place.context->arena, view->runs, view->count, view->filter);
    fill_shown(table, view->filter, page);
    conformance_table_fill(
        scene, table, conformance_filter_is_on(view->filter), page);
}

bool conformance_view_fill_note(const struct place *place, const char *ref,
    bool may_edit, struct template_dictionary *note, struct error *error)
{
    struct context *context = place->context;
    struct scene scene = {
        .place = *place, .as_of = context->today, .may_edit = may_edit};
    const struct conformance *run;
    struct reference reference;
    struct clause clause;
    bool found;

    if (!reference_parse(context->arena, text_of(ref), &reference, error))
        return false;
    if (reference.type != REFERENCE_CLAUSE && reference.type != REFERENCE_MEETS)
        return error_set(
            error, ERROR_MISSING, "%s is no reference to a clause.", ref);
    if (!conformance_run(
            context, reference.name, context->today, &run, error) ||
        !clause_read(context, run->standard.id, reference.section, &clause,
            &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING, "%s has no clause %s.",
            run->standard.name, reference.section);
    return clause_note_fill(&scene, run, &clause, note, error);
}
