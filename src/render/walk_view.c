/* The page of the walk. */
#include "render/walk_view.h"

#include "base/clock.h"
#include "domain/link.h"
#include "render/clause_details.h"
#include "render/clause_expectation.h"
#include "render/clause_items.h"
#include "render/clause_peers.h"
#include "render/clause_view.h"
#include "render/linked_view.h"

/* Keys 1 to 9 open evidence; the bar of progress is so many units wide. */
enum { KEY_COUNT = 9, LINK_LIMIT = 100, PROGRESS_WIDTH = 240 };

struct walking {
    const struct scene *scene;
    const char *note; /* open in the footnote window */
    int key;          /* the last one given away */
};

const char *walk_view_note(
    const struct scene *scene, const struct conformance_clause *clause)
{
    size_t count;
    const struct conformance_evidence **list =
        scene_evidence(scene, clause, &count);

    if (count > 0)
        return list[0]->ref;
    if (clause->provision_count > 0)
        return clause->provisions[0].ref;
    return clause->exclusion_count > 0 ? clause->exclusions[0].ref : "";
}

/* A reference with its key, marked when it is the one being shown. */
static void give_key(
    struct walking *walking, struct template_dictionary *row, const char *ref)
{
    if (walking->key < KEY_COUNT)
        template_set_number(template_row(row, "KEY"), "NUMBER", ++walking->key);
    if (string_equals(ref, walking->note)) {
        template_show(row, "CURRENT");
        /* Only the first of equal references. */
        walking->note = "";
    }
}

static void fill_approved(struct walking *walking,
    const struct conformance_clause *clause, struct template_dictionary *page)
{
    const struct scene *scene = walking->scene;
    struct template_dictionary *row = template_row(page, "EXPECTATION");
    enum verdict mark = VERDICT_MISSING;

    for (size_t i = 0; i < clause->provision_count; i++) {
        const struct conformance_provision *provision = &clause->provisions[i];
        struct template_dictionary *record = template_row(row, "RECORD");
        const char *date = provision->approved_at;

        scene_fill_provision(scene, record, provision, false);
        give_key(walking, record, provision->ref);
        if (date[0] != '\0') {
            struct template_dictionary *dated = template_row(record, "DATED");

            template_set(dated, "DATE", date);
            template_set(dated, "DATE_SHOWN",
                clock_show(scene->place.context->arena, date));
        }
        if (provision->approval == APPROVAL_STANDS && !provision->review_late)
            mark = VERDICT_EVIDENCED;
        else if (mark == VERDICT_MISSING &&
                 provision->approval != APPROVAL_NEVER)
            mark = VERDICT_STALE;
    }
    if (mark == VERDICT_MISSING && clause->provision_count > 0)
        mark = VERDICT_ASSERTED;
    if (mark == VERDICT_MISSING && clause->verdict == VERDICT_EXCLUDED)
        mark = VERDICT_EXCLUDED;
    template_set(row, "EXPLAINED", "An approved provision");
    template_set(row, "MARK", conformance_verdict_name(mark));
    template_set(row, "MARK_WORD", verdict_word(mark));
    template_show(row, clause->provision_count == 0 ? "NO_RECORD" : "RECORDS");
}

/* Is there more to say than the mark and the records do? */
static bool says_more(const struct conformance_expectation *expectation)
{
    return expectation->expectation->covering > 0 ||
           (expectation->state != EXPECTATION_MET && expectation->total > 0 &&
               (expectation->gap[0] != '\0' ||
                   expectation->expectation->at_least > 1));
}

static void fill_expectation(struct walking *walking, bool excluded,
    const struct conformance_expectation *expectation,
    struct template_dictionary *page)
{
    enum verdict mark = clause_expectation_mark(expectation, excluded);
    struct template_dictionary *row = template_row(page, "EXPECTATION");

    template_set(row, "EXPLAINED", expectation->explained);
    template_set(row, "MARK", conformance_verdict_name(mark));
    template_set(row, "MARK_WORD", verdict_word(mark));
    if (!excluded && says_more(expectation))
        template_set(template_row(row, "STATE"), "STATE_WORDS",
            clause_expectation_state(
                walking->scene->place.context->arena, expectation, false));
    for (size_t i = 0; i < expectation->evidence_count; i++) {
        struct template_dictionary *record = template_row(row, "RECORD");

        scene_fill_evidence(
            walking->scene, record, &expectation->evidence[i], false);
        give_key(walking, record, expectation->evidence[i].ref);
    }
    if (expectation->evidence_count > 0)
        template_show(row, "RECORDS");
    else if (expectation->expectation->covering == 0)
        template_show(row, "NO_RECORD");
}

/* Records of the watched kind that refer to the clause, open and closed. */
static bool fill_objections(const struct scene *scene,
    const struct clause *clause, struct template_dictionary *page,
    struct error *error)
{
    struct context *context = scene->place.context;
    const struct kind *kind = scene_objection_kind(scene);
    struct template_dictionary *list;
    struct linked *links;
    size_t count;
    size_t open = 0;
    size_t found = 0;

    if (kind == NULL)
        return true;
    if (!link_list_to(context, clause->item, LINK_LIMIT, &links, &count, error))
        return false;
    list = template_row(page, "OBJECTIONS");
    template_set(list, "PLURAL", kind->plural);
    for (size_t i = 0; i < count; i++) {
        const struct status *status = kind_status(kind, links[i].status);
        struct template_dictionary *row;

        if (!string_equals(links[i].kind, kind->name))
            continue;
        open += status == NULL || !status->closed;
        found++;
        row = template_row(list, "OBJECTION");
        reference_fill(&scene->place, row, links[i].ref, links[i].kind,
            linked_view_label(context, &links[i]), links[i].status, true);
        template_set(
            row, "STATUS", status == NULL ? links[i].status : status->label);
    }
    if (open == 0)
        template_show(list, "NONE_OPEN");
    if (found > 0)
        template_show(list, "OBJECTED");
    return true;
}

static void fill_step(const struct scene *scene,
    const struct conformance_clause *clause, const char *section,
    struct template_dictionary *page)
{
    struct template_dictionary *row = template_row(page, section);

    template_set(row, "HREF",
        scene_walk_address(scene, clause->clause.standard, clause->clause.id));
    template_set(row, "ID", clause->clause.id);
    template_set(row, "HEADING",
        clause_heading(scene->place.context->arena, clause->clause.heading));
}

static void fill_bar(const struct scene *scene, const struct conformance *run,
    const struct conformance_clause *clause, struct template_dictionary *page)
{
    size_t place = (size_t)(clause - run->clauses);
    size_t width = PROGRESS_WIDTH * (place + 1) / run->clause_count;

    template_set_number(page, "PLACE", (long long)place + 1);
    template_set_number(page, "COUNT", (long long)run->clause_count);
    template_set_number(page, "DONE_WIDTH", (long long)width);
    if (place > 0)
        fill_step(scene, clause - 1, "PREVIOUS", page);
    else
        template_show(page, "AT_START");
    if (place + 1 < run->clause_count)
        fill_step(scene, clause + 1, "NEXT", page);
    else
        template_show(page, "AT_END");
}

static void fill_reasons(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *page)
{
    struct template_dictionary *list = NULL;

    for (size_t i = 0; i < clause->finding_count; i++) {
        if (list == NULL) {
            list = template_row(page, "REASONS");
            scene_show_weight(list, clause);
        }
        scene_fill_finding(
            scene, template_row(list, "REASON"), &clause->findings[i]);
    }
}

static void fill_object_link(const struct scene *scene,
    const struct clause *clause, struct template_dictionary *page)
{
    const struct kind *kind = scene_objection_kind(scene);
    struct template_dictionary *row;

    if (kind == NULL || !scene->may_edit)
        return;
    row = template_row(page, "OBJECT");
    template_set(
        row, "OBJECT_HREF", scene_new_address(scene, kind->name, clause->ref));
    template_set(row, "OBJECT_LABEL",
        arena_format(scene->place.context->arena, "Raise %s",
            scene_with_article(scene, kind)));
}

bool walk_view_fill(const struct scene *scene, const struct conformance *run,
    const struct conformance_clause *clause, const char *note,
    struct template_dictionary *page, struct error *error)
{
    struct walking walking = {.scene = scene, .note = note};
    const struct clause *plain = &clause->clause;

    template_set(page, "STANDARD_NAME", run->standard.name);
    template_set(page, "ID", plain->id);
    template_set(page, "HEADING",
        clause_heading(scene->place.context->arena, plain->heading));
    if (clause_heading_is_ours(plain->heading))
        template_show(page, "OWN_HEADING");
    template_set(page, "CLAUSE_HREF",
        scene_clause_address(scene, plain->standard, plain->id));
    template_set(page, "AS_OF", scene->as_of);
    template_set(page, "AS_OF_SHOWN",
        clock_show(scene->place.context->arena, scene->as_of));
    scene_set_verdict(page, clause->verdict);
    fill_bar(scene, run, clause, page);
    fill_object_link(scene, plain, page);
    fill_approved(&walking, clause, page);
    for (size_t i = 0; i < clause->expectation_count; i++)
        fill_expectation(&walking, clause->verdict == VERDICT_EXCLUDED,
            &clause->expectations[i], page);
    fill_reasons(scene, clause, page);
    if (walking.key == 1)
        template_show(page, "ONE_KEY");
    else if (walking.key > 1)
        template_set_number(
            template_row(page, "KEYS"), "LAST_KEY", walking.key);
    return scene_fill_asks(scene, page, plain, error) &&
           clause_items_fill(scene, clause, page, error) &&
           clause_peers_fill(scene, plain, plain->shares, page, error) &&
           clause_details_fill(scene, plain, clause, page, error) &&
           clause_view_fill_exclusions(scene, clause, page, error) &&
           clause_view_fill_provisions(scene, clause, page, error) &&
           fill_objections(scene, plain, page, error);
}
