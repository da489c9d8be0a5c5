/* The short form of a clause's page. */
#include "render/clause_note.h"

#include "render/clause_details.h"
#include "render/clause_expectation.h"
#include "render/clause_items.h"
#include "render/clause_peers.h"
#include "render/clause_view.h"
#include "render/linked_view.h"

/* Lists in a footnote are short. */
enum { RECORD_LIMIT = 6 };

static void fill_provisions(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *item)
{
    struct template_dictionary *list;

    if (clause->provision_count == 0) {
        template_show(item, "NO_PROVISION");
        return;
    }
    list = template_row(item, "PROVISIONS");
    for (size_t i = 0; i < clause->provision_count; i++) {
        struct template_dictionary *row = template_row(list, "PROVISION");

        scene_fill_provision(scene, row, &clause->provisions[i], true);
        template_set(row, "APPROVAL",
            scene_approval_words(scene, &clause->provisions[i]));
        if (clause->provisions[i].via[0] != '\0')
            template_set(template_row(row, "VIA"), "VIA_LABEL",
                reference_label(scene->place.context, clause->provisions[i].via,
                    "clause", ""));
    }
}

static void fill_evidence(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *item)
{
    size_t count;
    const struct conformance_evidence **list =
        scene_evidence(scene, clause, &count);
    struct template_dictionary *section;

    if (count == 0) {
        template_show(item, "NO_EVIDENCE");
        return;
    }
    section = template_row(item, "EVIDENCE");
    for (size_t i = 0; i < count && i < RECORD_LIMIT; i++)
        scene_fill_evidence(
            scene, template_row(section, "RECORD"), list[i], true);
    if (count > RECORD_LIMIT)
        template_set_number(template_row(section, "MORE"), "COUNT",
            (long long)(count - RECORD_LIMIT));
}

static void fill_reasons(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *item)
{
    struct template_dictionary *list;

    if (clause->finding_count == 0)
        return;
    list = template_row(item, "REASONS");
    scene_show_weight(list, clause);
    for (size_t i = 0; i < clause->finding_count; i++)
        scene_fill_finding(
            scene, template_row(list, "REASON"), &clause->findings[i]);
}

/* Short where the page of the clause would say as much. */
static const char *exists(struct arena *arena,
    const struct conformance_expectation *expectation, bool excluded)
{
    if (excluded)
        return "not asked for";
    if (expectation->state == EXPECTATION_MET &&
        expectation->expectation->covering == 0)
        return "yes";
    if (expectation->total == 0 && expectation->expectation->covering == 0)
        return "no";
    return clause_expectation_state(arena, expectation, false);
}

static void fill_expectations(struct arena *arena,
    const struct conformance_clause *clause, struct template_dictionary *note)
{
    struct template_dictionary *list;

    if (clause->expectation_count == 0)
        return;
    list = template_row(note, "EXPECTATIONS");
    for (size_t i = 0; i < clause->expectation_count; i++) {
        struct template_dictionary *row = template_row(list, "EXPECTATION");

        template_set(row, "EXPLAINED", clause->expectations[i].explained);
        template_set(row, "EXISTS",
            exists(arena, &clause->expectations[i],
                clause->verdict == VERDICT_EXCLUDED));
    }
}

static void fill_item(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *note)
{
    struct template_dictionary *item = template_row(note, "ITEM");
    struct template_dictionary *out = NULL;

    if (clause->exclusion_count > 0)
        out = template_row(item, "EXCLUDED");
    for (size_t i = 0; i < clause->exclusion_count; i++) {
        const struct conformance_exclusion *exclusion = &clause->exclusions[i];
        struct template_dictionary *row = template_row(out, "EXCLUSION");
        struct text rest = text_of(exclusion->ref);
        struct text kind;

        text_next(&rest, ':', &kind);
        reference_fill(&scene->place, row, exclusion->ref,
            text_string(scene->place.context->arena, kind), exclusion->title,
            "", true);
    }
    fill_provisions(scene, clause, item);
    fill_evidence(scene, clause, item);
    fill_reasons(scene, clause, item);
    fill_expectations(scene->place.context->arena, clause, note);
    template_set(template_row(note, "APPLIES"), "APPLIES",
        clause->exclusion_count == 0 ? "Yes" : "No");
}

/* An item, or the clause that it belongs to. */
static bool fill_judged(const struct scene *scene,
    const struct conformance_clause *whole,
    const struct conformance_clause *part, struct template_dictionary *note,
    struct error *error)
{
    struct context *context = scene->place.context;
    const struct clause *clause = &part->clause;

    template_set(template_row(note, "WALK"), "WALK_HREF",
        scene_walk_address(scene, clause->standard, whole->clause.id));
    if (part != whole)
        reference_fill(&scene->place, template_row(note, "WHOLE"),
            whole->clause.ref, "clause",
            reference_label(context, whole->clause.ref, "clause", ""), "",
            true);
    fill_item(scene, part, note);
    return (part != whole || clause_items_fill(scene, part, note, error)) &&
           clause_details_fill(scene, clause, part, note, error) &&
           clause_peers_fill(scene, clause, whole->clause.shares, note, error);
}

bool clause_note_fill(const struct scene *scene, const struct conformance *run,
    const struct clause *clause, struct template_dictionary *note,
    struct error *error)
{
    struct context *context = scene->place.context;
    const char *heading = clause_heading(context->arena, clause->heading);
    const struct conformance_clause *whole;
    const struct conformance_clause *part =
        conformance_find_part(run, clause->id, &whole);
    enum verdict verdict;

    template_set(note, "LABEL",
        reference_label(context, clause->ref, "clause", heading));
    template_set(note, "HEADING", heading);
    template_set(note, "STANDARD_NAME", run->standard.name);
    template_set(note, "CLAUSE_HREF",
        scene_clause_address(scene, clause->standard, clause->id));
    if (clause_view_verdict(run, clause, &verdict))
        scene_set_verdict(template_row(note, "JUDGED"), verdict);
    else
        template_show(note, "ASKS_NOTHING");
    if (!scene_fill_asks(scene, note, clause, error) ||
        !linked_view_fill_item(&scene->place, clause->item, note, error))
        return false;
    if (part != NULL)
        return fill_judged(scene, whole, part, note, error);
    clause_view_fill_children(
        scene, run, clause, template_row(note, "CHILDREN"));
    return true;
}
