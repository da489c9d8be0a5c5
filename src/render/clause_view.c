/* The page of a clause, item or heading. */
#include "render/clause_view.h"

#include "base/clock.h"
#include "domain/link.h"
#include "render/address.h"
#include "render/clause_details.h"
#include "render/clause_expectation.h"
#include "render/clause_items.h"
#include "render/clause_peers.h"
#include "render/linked_view.h"
#include "render/raise_view.h"
#include "render/section_view.h"
#include "render/verdict_bar.h"

static const struct conformance_group *find_group(
    const struct conformance *run, const char *id)
{
    for (size_t i = 0; i < run->group_count; i++) {
        if (string_equals(run->groups[i].clause.id, id))
            return &run->groups[i];
    }
    return NULL;
}

bool clause_view_verdict(const struct conformance *run,
    const struct clause *clause, enum verdict *verdict)
{
    const struct conformance_clause *whole;
    const struct conformance_clause *item =
        conformance_find_part(run, clause->id, &whole);
    const struct conformance_group *group = find_group(run, clause->id);

    if (item != NULL)
        *verdict = item->verdict;
    else if (group != NULL)
        *verdict = group->verdict;
    return item != NULL || group != NULL;
}

static void fill_approval(const struct scene *scene,
    const struct conformance_provision *provision,
    struct template_dictionary *row)
{
    template_set(row, "APPROVAL", scene_approval_words(scene, provision));
    template_set(row, "MAIN_HREF",
        address_main(scene->place.context->arena, provision->ref));
    if (provision->page_reference[0] != '\0')
        template_set(template_row(row, "REFERENCE"), "PAGE_REFERENCE",
            provision->page_reference);
    if (provision->via[0] != '\0')
        reference_fill(&scene->place, template_row(row, "VIA"), provision->via,
            "clause",
            reference_label(scene->place.context, provision->via, "clause", ""),
            "", true);
    if (provision->approval != APPROVAL_STANDS || provision->review_late)
        template_show(row, "TO_APPROVE");
    else
        template_show(row, "APPROVED");
}

bool clause_view_fill_provisions(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *page,
    struct error *error)
{
    /* What does not apply need not be met. */
    if (clause->provision_count == 0 && clause->verdict == VERDICT_EXCLUDED)
        return true;
    page = template_row(page, "MEETING");
    for (size_t i = 0; i < clause->provision_count; i++) {
        const struct conformance_provision *provision = &clause->provisions[i];
        struct template_dictionary *row = template_row(page, "PROVISION");
        const char *html;
        bool found;

        if (!section_render_ref(
                &scene->place, provision->ref, &html, &found, error))
            return false;
        scene_fill_provision(scene, row, provision, true);
        fill_approval(scene, provision, row);
        if (found)
            template_set(template_row(row, "TEXT"), "HTML", html);
        else
            template_show(row, "NO_TEXT");
    }
    if (clause->provision_count == 0)
        template_show(page, "NO_PROVISION");
    return true;
}

static void fill_child(const struct scene *scene, const struct conformance *run,
    const struct clause *clause, struct template_dictionary *page)
{
    struct template_dictionary *row = template_row(page, "CHILD");
    const struct conformance_group *group = find_group(run, clause->id);
    enum verdict verdict = VERDICT_MISSING;

    clause_view_verdict(run, clause, &verdict);
    scene_set_verdict(row, verdict);
    template_set(row, "ID", clause->id);
    template_set(row, "HEADING",
        clause_heading(scene->place.context->arena, clause->heading));
    template_set(
        row, "HREF", scene_clause_address(scene, clause->standard, clause->id));
    template_set(row, "NOTE_HREF", reference_href(&scene->place, clause->ref));
    if (group != NULL) {
        struct template_dictionary *rolled = template_row(row, "ROLLED");

        verdict_bar_fill(
            scene->place.context->arena, rolled, group->totals, 120, 8);
        template_set(rolled, "WORDS",
            scene_totals_words(scene->place.context->arena, group->totals));
    }
}

/* Groups and items are two lists, each in the order of the standard. */
void clause_view_fill_children(const struct scene *scene,
    const struct conformance *run, const struct clause *clause,
    struct template_dictionary *page)
{
    size_t item = 0;
    size_t group = 0;

    while (item < run->clause_count || group < run->group_count) {
        const struct clause *next;

        if (group == run->group_count ||
            (item < run->clause_count &&
                run->clauses[item].clause.position <
                    run->groups[group].clause.position))
            next = &run->clauses[item++].clause;
        else
            next = &run->groups[group++].clause;
        if (string_equals(next->parent, clause->id))
            fill_child(scene, run, next, page);
    }
}

static void fill_reasons(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *page)
{
    struct template_dictionary *list;

    if (clause->finding_count == 0) {
        template_show(page, "NO_REASON");
        return;
    }
    list = template_row(page, "REASONS");
    for (size_t i = 0; i < clause->finding_count; i++) {
        const struct conformance_finding *finding = &clause->findings[i];
        struct template_dictionary *row = template_row(list, "REASON");
        struct mending mending =
            scene_mending(scene, clause, finding, clause->clause.ref);

        scene_fill_finding(scene, row, finding);
        template_set(row, "MEND", finding->mend);
        /* A link to the page it stands on leads nowhere new. */
        if (!string_begins(mending.href, "/conformance/")) {
            struct template_dictionary *link = template_row(row, "MEND_LINK");

            template_set(link, "MEND_HREF", mending.href);
            template_set(link, "MEND_LABEL", mending.label);
        }
    }
}

bool clause_view_fill_exclusions(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *page,
    struct error *error)
{
    struct context *context = scene->place.context;
    struct place place = scene->place;

    if (clause->exclusion_count == 0)
        return true;
    place.path = "";
    page = template_row(page, "EXCLUDED");
    for (size_t i = 0; i < clause->exclusion_count; i++) {
        const struct conformance_exclusion *exclusion = &clause->exclusions[i];
        struct template_dictionary *row = template_row(page, "EXCLUSION");
        struct target target;
        const char *html;

        if (!markdown_render_text(context->arena, text_of(exclusion->reason),
                reference_resolve_markdown, &place, &html, error) ||
            !resolve_text(context, exclusion->ref, &target, error))
            return false;
        reference_fill(&scene->place, row, exclusion->ref, target.kind,
            reference_full_label(
                context, exclusion->ref, target.kind, exclusion->title),
            target.status, target.present);
        template_set(row, "HTML", html);
        if (exclusion->date[0] != '\0') {
            struct template_dictionary *dated = template_row(row, "DATED");

            template_set(dated, "DATE", exclusion->date);
            template_set(dated, "DATE_SHOWN",
                clock_show(context->arena, exclusion->date));
        }
    }
    return true;
}

static void fill_step(const struct scene *scene,
    const struct conformance_clause *clause, const char *section,
    struct template_dictionary *page)
{
    struct template_dictionary *row = template_row(page, section);

    template_set(row, "HREF",
        scene_clause_address(
            scene, clause->clause.standard, clause->clause.id));
    template_set(row, "ID", clause->clause.id);
    template_set(row, "HEADING",
        clause_heading(scene->place.context->arena, clause->clause.heading));
}

/* The items before and after the clause, whatever it is. */
static void fill_steps(const struct scene *scene, const struct conformance *run,
    const struct clause *clause, struct template_dictionary *page)
{
    const struct conformance_clause *previous = NULL;
    const struct conformance_clause *next = NULL;

    for (size_t i = 0; i < run->clause_count && next == NULL; i++) {
        if (run->clauses[i].clause.position < clause->position)
            previous = &run->clauses[i];
        if (run->clauses[i].clause.position > clause->position)
            next = &run->clauses[i];
    }
    if (previous != NULL)
        fill_step(scene, previous, "PREVIOUS", page);
    if (next != NULL)
        fill_step(scene, next, "NEXT", page);
}

static bool fill_item(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *page,
    struct error *error)
{
    struct arena *arena = scene->place.context->arena;
    const struct kind *objection = scene_objection_kind(scene);
    struct template_dictionary *item = template_row(page, "ITEM");
    const struct clause *plain = &clause->clause;
    struct text rest = text_of(plain->standard);
    struct text number;

    text_next(&rest, ':', &number);
    if (scene->may_edit && objection != NULL) {
        struct template_dictionary *row = template_row(page, "OBJECT");

        template_set(row, "OBJECT_HREF",
            scene_new_address(scene, objection->name, plain->ref));
        template_set(row, "OBJECT_LABEL",
            arena_format(
                arena, "Raise %s", scene_with_article(scene, objection)));
    }
    if (scene->may_edit)
        raise_view_fill_clause(scene->place.context, plain->ref,
            clause_heading(arena, plain->heading), page);
    template_set(template_row(page, "WALK"), "WALK_HREF",
        scene_walk_address(scene, plain->standard, plain->id));
    template_set(item, "CLAIM",
        arena_format(arena, "[%.*s %s](meets:%.*s/%s)", (int)number.size,
            number.data, plain->id, (int)number.size, number.data, plain->id));
    for (size_t i = 0; i < clause->expectation_count; i++)
        clause_expectation_fill(scene, &clause->expectations[i],
            clause->verdict == VERDICT_EXCLUDED, item, "EXPECTATION");
    if (clause->expectation_count == 0)
        template_show(item, "NO_EXPECTATION");
    fill_reasons(scene, clause, item);
    return clause_items_fill(scene, clause, item, error) &&
           clause_view_fill_provisions(scene, clause, item, error) &&
           clause_view_fill_exclusions(scene, clause, item, error);
}

static bool fill_words(const struct scene *scene, const struct clause *clause,
    struct template_dictionary *page, struct error *error)
{
    const char *words;
    const char *expect;

    if (!clause_details_words(scene, clause, &words, &expect, error))
        return false;
    if (words[0] != '\0')
        template_set(template_row(page, "LICENSED"), "LICENSED_WORDS", words);
    if (expect[0] != '\0')
        template_set(template_row(page, "EXPECT"), "EXPECT_HREF", expect);
    return true;
}

bool clause_view_fill(const struct scene *scene, const struct conformance *run,
    const struct clause *clause, struct template_dictionary *page,
    struct error *error)
{
    const struct conformance_clause *item = conformance_find(run, clause->id);
    const struct conformance_group *group = find_group(run, clause->id);
    enum verdict verdict;

    template_set(page, "STANDARD_NAME", run->standard.name);
    template_set(page, "ID", clause->id);
    template_set(page, "HEADING",
        clause_heading(scene->place.context->arena, clause->heading));
    if (clause_heading_is_ours(clause->heading))
        template_show(page, "OWN_HEADING");
    template_set(page, "AS_OF", scene->as_of);
    template_set(page, "AS_OF_SHOWN",
        clock_show(scene->place.context->arena, scene->as_of));
    if (clause_view_verdict(run, clause, &verdict))
        scene_set_verdict(template_row(page, "JUDGED"), verdict);
    fill_steps(scene, run, clause, page);
    if (item != NULL && !fill_item(scene, item, page, error))
        return false;
    if (item == NULL && group != NULL) {
        struct template_dictionary *children = template_row(page, "CHILDREN");

        clause_view_fill_children(scene, run, clause, children);
        verdict_bar_fill(
            scene->place.context->arena, children, group->totals, 300, 10);
        template_set(children, "WORDS",
            scene_totals_words(scene->place.context->arena, group->totals));
    }
    if (item == NULL && group == NULL)
        template_show(page, "ASKS_NOTHING");
    return scene_fill_asks(scene, page, clause, error) &&
           fill_words(scene, clause, page, error) &&
           clause_details_fill(scene, clause, item, page, error) &&
           clause_peers_fill(scene, clause, clause->shares, page, error) &&
           linked_view_fill_item(&scene->place, clause->item, page, error);
}
