/* The AIL-SOA's page around its rows. */
#include "render/soa_view.h"

#include "base/clock.h"
#include "render/address.h"
#include "render/soa_row_view.h"

enum { OPEN_LIMIT = 8 }; /* longer lists are folded */

static struct arena *arena_of(const struct soa_view *view)
{
    return view->scene->place.context->arena;
}

/* What a form sends along, so that the filters stay. */
static void fill_kept(
    const struct soa_view *view, struct template_dictionary *form)
{
    const char *const pairs[][2] = {{"keep-applies", view->applies},
        {"keep-driver", view->driver}, {"keep-state", view->state},
        {"keep-verdict", view->filter->verdict},
        {"keep-q", view->filter->words}};

    template_set(form, "CSRF", view->csrf);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct template_dictionary *row;

        if (pairs[i][1][0] == '\0')
            continue;
        row = template_row(form, "KEEP");
        template_set(row, "KEEP_NAME", pairs[i][0]);
        template_set(row, "KEEP_VALUE", pairs[i][1]);
    }
}

static struct template_dictionary *begin_part(const struct soa_view *view,
    const struct soa_idea *first, struct template_dictionary *table)
{
    struct arena *arena = arena_of(view);
    const struct conformance_group *group = soa_view_part(view, first);
    struct template_dictionary *part = template_row(table, "PART");

    template_set(part, "PART_TITLE",
        group == NULL ? "Other clauses"
                      : arena_format(arena, "%s %s", group->clause.id,
                            group->clause.heading));
    template_set(part, "PART_ID", group == NULL ? "other" : group->clause.id);
    if (group != NULL) {
        struct template_dictionary *counts = template_row(part, "COUNTS");

        template_set_number(counts, "ALL", (long long)group->count);
        template_set_number(counts, "EVIDENCED_COUNT",
            (long long)group->totals[VERDICT_EVIDENCED]);
        template_set_number(
            counts, "OUT", (long long)group->totals[VERDICT_EXCLUDED]);
    }
    if (view->may_edit) {
        struct template_dictionary *form = template_row(part, "PART_FORM");

        template_set(form, "FORM", soa_row_view_form(view, first));
        template_set(form, "FIRST_ID", first->clause->clause.id);
        fill_kept(view, form);
    }
    return part;
}

static bool fill_rows(const struct soa_view *view,
    struct template_dictionary *page, size_t *count, struct error *error)
{
    const struct conformance_group *group = NULL;
    struct template_dictionary *table = NULL;
    struct template_dictionary *part = NULL;

    *count = 0;
    for (size_t i = 0; i < view->soa->count; i++) {
        const struct soa_idea *idea = &view->soa->ideas[i];
        const struct conformance_group *above = soa_view_part(view, idea);
        struct template_dictionary *row;

        if (!soa_view_passes(view, idea))
            continue;
        if (table == NULL)
            table = template_row(page, "TABLE");
        if (part == NULL || above != group)
            part = begin_part(view, idea, table);
        group = above;
        (*count)++;
        row = template_include(template_row(part, "ROW"), "ROW", "soa_row.tpl");
        if (!soa_row_view_fill(view, idea, row, error))
            return false;
    }
    return true;
}

static void add_choice(struct template_dictionary *page, const char *section,
    const char *value, const char *label, const char *chosen)
{
    struct template_dictionary *row = template_row(page, section);

    template_set(row, "VALUE", value);
    template_set(row, "LABEL", label);
    if (string_equals(value, chosen))
        template_show(row, "CHOSEN");
}

/* The kinds that call for ideas here. */
static void fill_driver_kinds(
    const struct soa_view *view, struct template_dictionary *page)
{
    const struct kinds *kinds = view->scene->place.context->site->kinds;

    for (size_t k = 0; k < kinds->count; k++) {
        const struct kind *kind = &kinds->kinds[k];
        bool here = string_equals(kind->name, view->driver);

        for (size_t i = 0; i < view->soa->count && !here; i++) {
            for (const struct soa_driver *each = view->soa->ideas[i].drivers;
                 each != NULL && !here; each = each->next)
                here = string_equals(each->kind, kind->name);
        }
        if (here)
            add_choice(
                page, "DRIVER_CHOICE", kind->name, kind->label, view->driver);
    }
}

static void fill_filters(
    const struct soa_view *view, struct template_dictionary *page)
{
    add_choice(page, "APPLIES_CHOICE", "", "Either", view->applies);
    add_choice(page, "APPLIES_CHOICE", "yes", "Yes", view->applies);
    add_choice(page, "APPLIES_CHOICE", "no", "No", view->applies);
    add_choice(page, "DRIVER_CHOICE", "", "Anything", view->driver);
    add_choice(page, "DRIVER_CHOICE", SOA_BY_NOTHING, "Nothing: overlooked?",
        view->driver);
    add_choice(
        page, "DRIVER_CHOICE", SOA_BY_WORDS, "A reason only", view->driver);
    fill_driver_kinds(view, page);
    add_choice(page, "STATE_CHOICE", "", "Every state", view->state);
    for (enum soa_state each = 0; each < SOA_STATE_COUNT; each++) {
        struct template_dictionary *row = template_row(page, "LEGEND");

        add_choice(page, "STATE_CHOICE", soa_state_name(each),
            soa_state_label(each), view->state);
        template_set(row, "LEGEND_LABEL", soa_state_label(each));
        template_set(row, "LEGEND_MEANING", soa_state_meaning(each));
        template_set_number(
            row, "LEGEND_COUNT", (long long)view->soa->states[each]);
    }
    conformance_filter_fill(view->filter, page);
}

static void fill_undriven(
    const struct soa_view *view, struct template_dictionary *page)
{
    const struct soa *soa = view->soa;
    struct template_dictionary *list;

    if (soa->words_only > 0)
        template_set_number(template_row(page, "WORDS_ONLY"),
            "WORDS_ONLY_COUNT", (long long)soa->words_only);
    if (soa->undriven == 0) {
        template_show(page, "UNDRIVEN_NONE");
        return;
    }
    list = template_row(page, "UNDRIVEN_SOME");
    if (soa->undriven <= OPEN_LIMIT)
        template_show(list, "SHORT");
    template_set(list, "UNDRIVEN_WORDS",
        arena_format(arena_of(view), "%zu %s", soa->undriven,
            soa->undriven == 1 ? "idea applies" : "ideas apply"));
    for (size_t i = 0; i < soa->count; i++) {
        const struct soa_idea *idea = &soa->ideas[i];
        struct template_dictionary *row;

        if (!soa_is_undriven(idea))
            continue;
        row = template_row(list, "UNDRIVEN_ROW");
        template_set(row, "ID", idea->clause->clause.id);
        template_set(row, "HEADING", idea->clause->clause.heading);
        template_set(row, "HREF",
            soa_view_passes(view, idea)
                ? arena_format(
                      arena_of(view), "#row-%s", idea->clause->clause.id)
                : arena_format(arena_of(view), "%s#row-%s",
                      soa_view_address(view, "", false),
                      idea->clause->clause.id));
    }
}

static void fill_risks(
    const struct soa_view *view, struct template_dictionary *page)
{
    struct arena *arena = arena_of(view);
    const struct scene *scene = view->scene;
    const struct soa *soa = view->soa;
    struct template_dictionary *list;

    if (soa->risks_alone == 0) {
        template_set(template_row(page, "RISKS_NONE"), "RISKS_OPEN",
            soa->risks_open == 0
                ? "None is written down yet."
                : arena_format(arena,
                      "Each of the %lld open ones has a control, a plan or an "
                      "acceptance.",
                      soa->risks_open));
        return;
    }
    list = template_row(page, "RISKS_SOME");
    if (soa->risk_count <= OPEN_LIMIT)
        template_show(list, "SHORT");
    template_set(list, "RISKS_WORDS",
        arena_format(arena, "%lld of %lld open risks stand alone:",
            soa->risks_alone, soa->risks_open));
    for (size_t i = 0; i < soa->risk_count; i++) {
        const struct soa_risk *risk = &soa->risks[i];
        struct template_dictionary *row = template_row(list, "RISK");

        reference_fill(&scene->place, row, risk->ref, risk->kind,
            reference_full_label(
                scene->place.context, risk->ref, risk->kind, risk->title),
            risk->status, true);
        template_set(row, "MEND_HREF", address_main(arena, risk->ref));
    }
    if (soa->risks_alone > (long long)soa->risk_count)
        template_set_number(template_row(list, "MORE_RISKS"), "COUNT",
            soa->risks_alone - (long long)soa->risk_count);
}

/* Every statement once, whatever it speaks of. */
static size_t fill_agree(
    const struct soa_view *view, struct template_dictionary *form)
{
    struct map *seen = map_create(arena_of(view));
    size_t count = 0;

    for (size_t i = 0; i < view->soa->count; i++) {
        const struct soa_statement *said = view->soa->ideas[i].proposed;

        if (said == NULL || map_get(seen, said->ref) != NULL)
            continue;
        map_set(seen, said->ref, seen);
        count++;
        template_set(template_row(form, "AGREE_ITEM"), "AGREE_VALUE",
            arena_format(
                arena_of(view), "%lld@%lld", said->number, said->revision));
    }
    return count;
}

static void fill_proposed(
    const struct soa_view *view, struct template_dictionary *page)
{
    struct template_dictionary *block;
    struct template_dictionary *form;
    size_t count;

    if (view->soa->proposed == 0)
        return;
    block = template_row(page, "PROPOSED");
    template_set(
        block, "AGREE_ACTION", soa_view_address(view, "/agree", false));
    template_set(block, "PROPOSED_WORDS",
        view->soa->proposed == 1
            ? "A change is proposed for one idea."
            : arena_format(arena_of(view),
                  "Changes are proposed for %zu ideas.", view->soa->proposed));
    if (!view->may_agree)
        return;
    form = template_row(block, "AGREE_ALL");
    fill_kept(view, form);
    count = fill_agree(view, form);
    template_set(form, "AGREE_LABEL",
        count == 1 ? "Agree to it"
                   : arena_format(
                         arena_of(view), "Agree to all %zu statements", count));
}

static void fill_refused(
    const struct soa_view *view, struct template_dictionary *page)
{
    struct template_dictionary *list = NULL;
    size_t count = 0;

    for (size_t i = 0; i < view->entry_count; i++) {
        const struct soa_entry *entry = &view->entries[i];
        struct template_dictionary *row;

        if (entry->problem == NULL)
            continue;
        if (list == NULL)
            list = template_row(page, "REFUSED");
        row = template_row(list, "REFUSED_ROW");
        template_set(row, "REFUSED_ID", entry->id);
        template_set(row, "REFUSED_FIELD", entry->field);
        template_set(row, "REFUSED_PROBLEM", entry->problem);
        count++;
    }
    if (list != NULL)
        template_set(list, "REFUSED_WORDS",
            count == 1 ? "one row needs another look"
                       : arena_format(arena_of(view),
                             "%zu rows need another look", count));
}

static size_t count_evidenced(const struct soa *soa)
{
    size_t count = 0;

    for (size_t i = 0; i < soa->count; i++)
        count += soa->ideas[i].clause->verdict == VERDICT_EVIDENCED;
    return count;
}

static void fill_head(
    const struct soa_view *view, struct template_dictionary *page)
{
    const struct soa *soa = view->soa;

    template_set(page, "STANDARD_NAME", soa->run->standard.name);
    template_show(page, soa->controls ? "CONTROLS" : "CLAUSES");
    template_set(page, "AS_OF", view->scene->as_of);
    template_set(
        page, "AS_OF_SHOWN", clock_show(arena_of(view), view->scene->as_of));
    if (view->scene->as_of_given)
        template_show(page, "AS_OF_GIVEN");
    template_set(page, "VERSION_WORDS", soa_view_version(view));
    if (soa->version.agreed_by[0] != '\0')
        template_set(template_row(page, "AGREED"), "AGREED_BY",
            soa_view_name(view, soa->version.agreed_by));
    template_set_number(page, "TOTAL", (long long)soa->count);
    template_set_number(page, "APPLYING", (long long)soa->applying);
    template_set_number(
        page, "NOT_APPLYING", (long long)(soa->count - soa->applying));
    template_set_number(page, "WORKING", (long long)soa->states[SOA_WORKING]);
    template_set_number(page, "SOA_EVIDENCED", (long long)count_evidenced(soa));
    template_set(page, "PATH",
        arena_format(arena_of(view), "/soa/%s", soa->run->standard.id));
    template_set(page, "SAVE_ACTION", soa_view_address(view, ".json", false));
    template_set(page, "XLSX_HREF", soa_view_address(view, ".xlsx", true));
    template_set(page, "CSV_HREF", soa_view_address(view, ".csv", true));
    template_set(page, "JSON_HREF", soa_view_address(view, ".json", true));
}

bool soa_view_fill(const struct soa_view *view,
    struct template_dictionary *page, struct error *error)
{
    bool on = view->applies[0] != '\0' || view->state[0] != '\0' ||
              view->driver[0] != '\0' || conformance_filter_is_on(view->filter);
    size_t count;

    fill_head(view, page);
    fill_filters(view, page);
    fill_undriven(view, page);
    fill_risks(view, page);
    fill_proposed(view, page);
    fill_refused(view, page);
    if (view->may_edit)
        template_show(page, "MAY_EDIT");
    if (view->flash[0] != '\0')
        template_set(template_row(page, "FLASH"), "FLASH_WORDS", view->flash);
    if (!fill_rows(view, page, &count, error))
        return false;
    template_set_number(page, "SHOWN_COUNT", (long long)count);
    template_show(page, on ? "FILTERED" : "UNFILTERED");
    if (on)
        template_set(template_row(page, "SHOW_ALL"), "HREF",
            soa_view_address(view, "", false));
    if (count == 0)
        template_show(page, "NOTHING");
    return true;
}
