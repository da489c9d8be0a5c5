/* One idea's row. */
#include "render/soa_row_view.h"

#include "base/clock.h"
#include "render/record_label.h"

enum {
    DRIVER_LIMIT = 6,
    SECTION_LIMIT = 4,
    MEASURE_LIMIT = 4,
    RECORD_LIMIT = 1
};

static struct arena *arena_of(const struct soa_view *view)
{
    return view->scene->place.context->arena;
}

const char *soa_row_view_form(
    const struct soa_view *view, const struct soa_idea *idea)
{
    const struct conformance_group *group = soa_view_part(view, idea);

    return arena_format(
        arena_of(view), "soa-%s", group == NULL ? "other" : group->clause.id);
}

static const char *clause_address(
    const struct soa_view *view, const struct soa_idea *idea)
{
    return scene_clause_address(
        view->scene, idea->clause->clause.standard, idea->clause->clause.id);
}

static void add_more(const struct soa_view *view, const struct soa_idea *idea,
    struct template_dictionary *row, const char *section, size_t count)
{
    struct template_dictionary *more = template_row(row, section);

    template_set_number(more, "COUNT", (long long)count);
    template_set(more, "MORE_HREF", clause_address(view, idea));
}

static bool fill_words(const struct soa_view *view, const char *words,
    struct template_dictionary *row, const char *section, struct error *error)
{
    struct place place = view->scene->place;
    const char *html;

    if (words[0] == '\0')
        return true;
    place.path = "";
    if (!markdown_render_text(arena_of(view), text_of(words),
            reference_resolve_markdown, &place, &html, error))
        return false;
    template_set(template_row(row, section), "HTML", html);
    return true;
}

static bool fill_drivers(const struct soa_view *view,
    const struct soa_idea *idea, struct template_dictionary *row,
    struct error *error)
{
    const struct scene *scene = view->scene;
    size_t count = 0;

    for (const struct soa_driver *driver = idea->drivers;
         driver != NULL && count < DRIVER_LIMIT; driver = driver->next) {
        struct template_dictionary *each = template_row(row, "DRIVER");

        reference_fill(&scene->place, each, driver->ref, driver->kind,
            reference_label(
                scene->place.context, driver->ref, driver->kind, driver->title),
            driver->status, true);
        template_set(each, "TITLE", driver->title);
        template_set(each, "WAY", soa_way_words(driver->way));
        if (count++ > 0)
            template_show(each, "LATER");
    }
    if (idea->driver_count > DRIVER_LIMIT)
        add_more(
            view, idea, row, "MORE_DRIVERS", idea->driver_count - DRIVER_LIMIT);
    if (soa_is_undriven(idea))
        template_show(row, "UNDRIVEN");
    else if (idea->driver_count == 0 && !idea->applies)
        template_show(row, "NO_DRIVER");
    else if (idea->driver_count == 0 && idea->demanded)
        template_show(row, "BY_STANDARD");
    return idea->agreed == NULL || !idea->applies ||
           fill_words(view, idea->agreed->reason, row, "WHY", error);
}

static void fill_measures(const struct soa_view *view,
    const struct soa_idea *idea, struct template_dictionary *row)
{
    const struct scene *scene = view->scene;
    struct context *context = scene->place.context;
    size_t count = 0;

    for (const struct soa_measure *measure = idea->measures;
         measure != NULL && count < MEASURE_LIMIT;
         measure = measure->next, count++) {
        struct template_dictionary *each = template_row(row, "MEASURE");

        reference_fill(&scene->place, each, measure->ref, measure->kind,
            reference_full_label(
                context, measure->ref, measure->kind, measure->title),
            measure->status, true);
        template_set(each, "STATUS_WORD",
            record_label_small(context->arena, measure->status_label));
    }
}

static bool fill_how(const struct soa_view *view, const struct soa_idea *idea,
    struct template_dictionary *row, struct error *error)
{
    const struct scene *scene = view->scene;
    const struct conformance_clause *clause = idea->clause;

    for (size_t i = 0; i < clause->provision_count; i++) {
        struct template_dictionary *each;

        if (i == SECTION_LIMIT) {
            add_more(view, idea, row, "MORE", clause->provision_count - i);
            break;
        }
        each = template_row(row, "SECTION");
        scene_fill_provision(scene, each, &clause->provisions[i], true);
        if (i > 0)
            template_show(each, "LATER");
    }
    fill_measures(view, idea, row);
    if (idea->applies && clause->provision_count == 0 && idea->measures == NULL)
        template_show(row, "NOTHING_SAID");
    for (size_t i = 0; i < clause->finding_count; i++) {
        const char *rule = clause->findings[i].rule;

        /* What concerns the statement itself, not the evidence. */
        if (string_equals(rule, conformance_rule(RULE_NO_REASON)->id) ||
            string_equals(rule, conformance_rule(RULE_CONTRADICTED)->id))
            scene_fill_finding(
                scene, template_row(row, "FINDING"), &clause->findings[i]);
    }
    return idea->agreed == NULL || idea->applies ||
           fill_words(view, idea->agreed->reason, row, "WHY_NOT", error);
}

static void fill_statement(const struct soa_view *view,
    const struct soa_statement *said, const char *words,
    struct template_dictionary *row)
{
    struct template_dictionary *each = template_row(row, "STATED");
    struct context *context = view->scene->place.context;
    const struct kind *kind = view->soa->form.kind;

    reference_fill(&view->scene->place, each, said->ref, kind->name,
        arena_format(context->arena, "Statement %lld", said->number), "", true);
    template_set(each, "SAID_WORDS", words);
}

/* What is agreed, and what is proposed in its place. */
static void fill_said(const struct soa_view *view, const struct soa_idea *idea,
    struct template_dictionary *row)
{
    struct arena *arena = arena_of(view);
    const struct soa_statement *agreed = idea->agreed;
    const struct soa_statement *proposed = idea->proposed;
    bool has_kind = view->soa->form.kind != NULL;

    if (agreed != NULL && has_kind)
        fill_statement(view, agreed,
            arena_format(arena, "agreed %s", clock_show(arena, agreed->date)),
            row);
    if (proposed == NULL || !has_kind)
        return;
    fill_statement(view, proposed,
        arena_format(arena, "proposed by %s, not agreed yet: %s%s%s%s%s",
            soa_view_name(view, proposed->changed_by),
            proposed->applies ? "applies" : "does not apply",
            proposed->drivers[0] == '\0' ? "" : ", called for by ",
            proposed->drivers,
            proposed->reason[0] == '\0' ? "" : ", because: ", proposed->reason),
        row);
    if (view->may_agree) {
        struct template_dictionary *agree = template_row(row, "AGREE");

        template_set(
            agree, "AGREE_ACTION", soa_view_address(view, "/agree", false));
        template_set(agree, "AGREE_VALUE",
            arena_format(
                arena, "%lld@%lld", proposed->number, proposed->revision));
    }
}

static const struct soa_entry *entry_of(
    const struct soa_view *view, const char *id)
{
    for (size_t i = 0; i < view->entry_count; i++) {
        if (string_equals(view->entries[i].id, id))
            return &view->entries[i];
    }
    return NULL;
}

/* What stands in the inputs: as sent, else as saved. */
static void fill_inputs(const struct soa_view *view,
    const struct soa_idea *idea, struct template_dictionary *row)
{
    const struct soa_entry *entry = entry_of(view, idea->clause->clause.id);
    struct soa_row now =
        soa_row_of(arena_of(view), idea->agreed, idea->proposed);
    const struct soa_row *shown = entry == NULL ? &now : &entry->row;
    const struct kind *kind = view->soa->form.kind;
    int drivers = kind == NULL ? -1 : kind_field(kind, view->soa->form.drivers);

    template_show(row, "EDIT");
    template_set(row, "FORM", soa_row_view_form(view, idea));
    template_set(row, "STAMP", now.stamp);
    template_set(row, "DRIVERS", shown->drivers);
    template_set(row, "REASON", shown->reason);
    template_set(
        row, "SUGGEST", drivers < 0 ? "" : kind->fields[drivers].kinds);
    if (shown->applies)
        template_show(row, "TICKED");
    if (entry != NULL && (entry->changed || entry->problem != NULL))
        template_show(row, "UNSAVED");
    if (entry == NULL || entry->problem == NULL) {
        template_show(row, "RIGHT");
        return;
    }
    template_set(row, "PROBLEM", entry->problem);
    if (string_equals(entry->field, "drivers"))
        template_show(row, "WRONG_DRIVERS");
    if (string_equals(entry->field, "reason"))
        template_show(row, "WRONG_REASON");
}

static void fill_state(const struct soa_view *view, const struct soa_idea *idea,
    struct template_dictionary *row)
{
    const struct scene *scene = view->scene;
    size_t count;
    const struct conformance_evidence **list =
        scene_evidence(scene, idea->clause, &count);

    template_set(row, "STATE_LABEL", soa_state_label(idea->state));
    template_set(row, "STATE_STYLE", soa_state_style(idea->state));
    template_set(row, "STATE_WORDS", soa_explain(arena_of(view), &idea->facts));
    for (size_t i = 0; i < count && i < RECORD_LIMIT; i++)
        scene_fill_evidence(scene, template_row(row, "RECORD"), list[i], false);
    if (count > RECORD_LIMIT)
        add_more(view, idea, row, "MORE_RECORDS", count - RECORD_LIMIT);
}

bool soa_row_view_fill(const struct soa_view *view, const struct soa_idea *idea,
    struct template_dictionary *row, struct error *error)
{
    const struct conformance_clause *clause = idea->clause;

    template_set(row, "ID", clause->clause.id);
    template_set(row, "HEADING", clause->clause.heading);
    template_set(row, "HREF", clause_address(view, idea));
    template_set(row, "APPLIES", idea->applies ? "Yes" : "No");
    scene_set_verdict(row, clause->verdict);
    fill_state(view, idea, row);
    fill_said(view, idea, row);
    if (view->may_edit)
        fill_inputs(view, idea, row);
    return fill_drivers(view, idea, row, error) &&
           fill_how(view, idea, row, error);
}
