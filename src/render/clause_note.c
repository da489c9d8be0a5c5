/* The short form of a clause's page. */
#include "render/clause_note.h"

#include "render/clause_view.h"

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

static void fill_expectations(
    const struct conformance_clause *clause, struct template_dictionary *note)
{
    static const char *const words[] = {
        [EXPECTATION_MET] = "yes",
        [EXPECTATION_STALE] = "too old",
        [EXPECTATION_UNMET] = "no",
    };
    struct template_dictionary *list;

    if (clause->expectation_count == 0)
        return;
    list = template_row(note, "EXPECTATIONS");
    for (size_t i = 0; i < clause->expectation_count; i++) {
        struct template_dictionary *row = template_row(list, "EXPECTATION");

        template_set(row, "EXPLAINED", clause->expectations[i].explained);
        template_set(row, "EXISTS",
            clause->verdict == VERDICT_EXCLUDED
                ? "not asked for"
                : words[clause->expectations[i].state]);
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
    fill_expectations(clause, note);
    template_set(template_row(note, "APPLIES"), "APPLIES",
        clause->exclusion_count == 0 ? "Yes" : "No");
}

void clause_note_fill(const struct scene *scene, const struct conformance *run,
    const struct clause *clause, struct template_dictionary *note)
{
    struct context *context = scene->place.context;
    const struct conformance_clause *item = conformance_find(run, clause->id);
    enum verdict verdict;

    template_set(note, "LABEL",
        reference_label(context, clause->ref, "clause", clause->heading));
    template_set(note, "HEADING", clause->heading);
    template_set(note, "ASKS", clause->asks);
    template_set(note, "STANDARD_NAME", run->standard.name);
    template_set(note, "CLAUSE_HREF",
        scene_clause_address(scene, clause->standard, clause->id));
    if (clause_view_verdict(run, clause, &verdict))
        scene_set_verdict(template_row(note, "JUDGED"), verdict);
    else
        template_show(note, "ASKS_NOTHING");
    if (item != NULL) {
        template_set(template_row(note, "WALK"), "WALK_HREF",
            scene_walk_address(scene, clause->standard, clause->id));
        fill_item(scene, item, note);
    } else {
        clause_view_fill_children(
            scene, run, clause, template_row(note, "CHILDREN"));
    }
}
