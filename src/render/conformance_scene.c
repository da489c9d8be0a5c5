/* Rows that stand on more than one page of the checker. */
#include "render/conformance_scene.h"

#include "base/clock.h"
#include "base/escape.h"
#include "domain/rule.h"
#include "render/address.h"
#include "render/record_label.h"

#include <stdlib.h>
#include <string.h>

const char *verdict_word(enum verdict verdict)
{
    static const char *const words[VERDICT_COUNT] = {
        "Evidenced", "Stale", "Asserted", "Missing", "Excluded"};

    return words[verdict];
}

bool verdict_find(const char *name, enum verdict *verdict)
{
    for (enum verdict each = 0; each < VERDICT_COUNT; each++) {
        if (string_equals(conformance_verdict_name(each), name)) {
            *verdict = each;
            return true;
        }
    }
    return false;
}

void scene_set_verdict(struct template_dictionary *row, enum verdict verdict)
{
    template_set(row, "VERDICT", conformance_verdict_name(verdict));
    template_set(row, "VERDICT_WORD", verdict_word(verdict));
}

const char *scene_totals_words(
    struct arena *arena, const size_t totals[VERDICT_COUNT])
{
    struct builder out = builder_create(arena);

    for (enum verdict verdict = 0; verdict < VERDICT_COUNT; verdict++)
        builder_format(&out, "%s%zu %s", verdict == 0 ? "" : ", ",
            totals[verdict], conformance_verdict_name(verdict));
    return builder_string(&out);
}

const char *scene_address(const struct scene *scene, const char *path)
{
    const char *const pairs[] = {
        "asof", scene->as_of_given ? scene->as_of : "", NULL};

    return address_query(scene->place.context->arena, path, pairs);
}

static const char *address_below(const struct scene *scene, const char *folder,
    const char *standard, const char *id)
{
    struct builder path = builder_create(scene->place.context->arena);

    builder_format(&path, "/%s/", folder);
    escape_url(&path, text_of(standard), ":");
    builder_byte(&path, '/');
    escape_url(&path, text_of(id), "/:()");
    return scene_address(scene, builder_string(&path));
}

const char *scene_clause_address(
    const struct scene *scene, const char *standard, const char *id)
{
    return address_below(scene, "conformance", standard, id);
}

const char *scene_walk_address(
    const struct scene *scene, const char *standard, const char *id)
{
    return address_below(scene, "walk", standard, id);
}

bool scene_fill_asks(const struct scene *scene, struct template_dictionary *row,
    const struct clause *clause, struct error *error)
{
    const char *asks;

    if (!clause_asks(scene->place.context, clause->item, &asks, error))
        return false;
    template_set(row, "ASKS", asks);
    return true;
}

void scene_fill_provision(const struct scene *scene,
    struct template_dictionary *row,
    const struct conformance_provision *provision, bool full)
{
    const char *label = provision->title;

    if (full && !string_equals(label, provision->page_title))
        label = arena_format(scene->place.context->arena, "%s: %s",
            provision->page_title, provision->title);
    reference_fill(&scene->place, row, provision->ref, "page", label, "", true);
}

const char *scene_approval_words(
    const struct scene *scene, const struct conformance_provision *provision)
{
    struct arena *arena = scene->place.context->arena;
    struct builder out = builder_create(arena);

    switch (provision->approval) {
    case APPROVAL_STANDS:
        if (provision->approved_version[0] != '\0')
            builder_format(&out, "version %s, ", provision->approved_version);
        builder_format(
            &out, "approved %s", clock_show(arena, provision->approved_at));
        break;
    case APPROVAL_CHANGED:
        builder_format(&out, "changed %s, after it was approved on %s",
            clock_show(arena, provision->changed_at),
            clock_show(arena, provision->approved_at));
        break;
    case APPROVAL_NEVER:
    default:
        builder_put(&out, "never approved");
        break;
    }
    if (provision->review_late)
        builder_format(&out, ", review was due %s",
            clock_show(arena, provision->next_review));
    return builder_string(&out);
}

void scene_fill_evidence(const struct scene *scene,
    struct template_dictionary *row,
    const struct conformance_evidence *evidence, bool full)
{
    struct context *context = scene->place.context;
    const char *label = full ? reference_full_label(context, evidence->ref,
                                   evidence->kind, evidence->title)
                             : reference_label(context, evidence->ref,
                                   evidence->kind, evidence->title);

    reference_fill(&scene->place, row, evidence->ref, evidence->kind, label,
        evidence->status, true);
    template_set(template_row(row, "TITLED"), "TITLE", evidence->title);
    if (evidence->date[0] != '\0') {
        struct template_dictionary *dated = template_row(row, "DATED");

        template_set(dated, "DATE", evidence->date);
        template_set(
            dated, "DATE_SHOWN", clock_show(context->arena, evidence->date));
    }
    if (!evidence->fresh)
        template_show(row, "OLD");
}

static bool has_evidence(const struct conformance_evidence *const *list,
    size_t count, const char *ref)
{
    for (size_t i = 0; i < count; i++) {
        if (string_equals(list[i]->ref, ref))
            return true;
    }
    return false;
}

static int newest_first(const void *left, const void *right)
{
    const struct conformance_evidence *const *a = left;
    const struct conformance_evidence *const *b = right;
    int order = strcmp((*b)->date, (*a)->date);

    return order != 0 ? order : strcmp((*a)->ref, (*b)->ref);
}

const struct conformance_evidence **scene_evidence(const struct scene *scene,
    const struct conformance_clause *clause, size_t *count)
{
    const struct conformance_evidence **list;
    size_t capacity = 0;

    for (size_t i = 0; i < clause->expectation_count; i++)
        capacity = size_add(capacity, clause->expectations[i].evidence_count);
    list = arena_array(
        scene->place.context->arena, size_add(capacity, 1), sizeof *list);
    *count = 0;
    for (size_t i = 0; i < clause->expectation_count; i++) {
        const struct conformance_expectation *expectation =
            &clause->expectations[i];

        for (size_t j = 0; j < expectation->evidence_count; j++) {
            if (!has_evidence(list, *count, expectation->evidence[j].ref))
                list[(*count)++] = &expectation->evidence[j];
        }
    }
    qsort(list, *count, sizeof *list, newest_first);
    return list;
}

static void fill_waived(const struct scene *scene,
    struct template_dictionary *row, const char *waiver)
{
    struct context *context = scene->place.context;
    struct text rest = text_of(waiver);
    struct text word;
    const char *kind;

    text_next(&rest, ':', &word);
    kind = text_string(context->arena, word);
    reference_fill(&scene->place, row, waiver, kind,
        reference_label(context, waiver, kind, ""), "", true);
}

void scene_fill_finding(const struct scene *scene,
    struct template_dictionary *row, const struct conformance_finding *finding)
{
    struct arena *arena = scene->place.context->arena;
    const char *word = string_equals(finding->severity, "error")     ? "Error"
                       : string_equals(finding->severity, "warning") ? "Warning"
                                                                     : "Note";

    template_set(row, "RULE", finding->rule);
    template_set(
        row, "RULE_HREF", arena_format(arena, "/help/rules/%s", finding->rule));
    template_set(row, "SEVERITY", finding->severity);
    template_set(row, "SEVERITY_WORD", word);
    template_set(row, "MESSAGE", finding->message);
    if (scene->place.trail != NULL)
        template_show(row, "RULE_ABOVE");
    if (finding->waived != NULL && finding->waived[0] != '\0')
        fill_waived(scene, template_row(row, "WAIVED"), finding->waived);
}

void scene_show_weight(
    struct template_dictionary *list, const struct conformance_clause *clause)
{
    template_show(list, clause->verdict == VERDICT_EVIDENCED ||
                                clause->verdict == VERDICT_EXCLUDED
                            ? "WATCH"
                            : "WHY");
}

const struct kind *scene_objection_kind(const struct scene *scene)
{
    struct context *context = scene->place.context;
    struct error unread = error_create(context->arena);
    const struct conformance_watch *watches;
    size_t count;

    return !rule_watches(context, &watches, &count, &unread) || count == 0
               ? NULL
               : kind_find(context->site, watches[0].kind);
}

const char *scene_new_address(
    const struct scene *scene, const char *kind, const char *clauses)
{
    struct arena *arena = scene->place.context->arena;
    const char *const pairs[] = {"clauses", clauses, NULL};

    return address_query(
        arena, arena_format(arena, "/records/%s/new", kind), pairs);
}

const char *scene_with_article(
    const struct scene *scene, const struct kind *kind)
{
    struct arena *arena = scene->place.context->arena;
    const char *small = record_label_small(arena, kind->label);

    return arena_format(arena, "%s %s",
        small[0] != '\0' && strchr("aeiouAEIOU", small[0]) != NULL ? "an" : "a",
        small);
}

/* The expectation a finding is about: the one it names, else the first that
 * is in the state its rule reports. NULL when it is about none. */
static const struct conformance_expectation *expectation_of(
    const struct conformance_clause *clause,
    const struct conformance_finding *finding)
{
    const char *old = conformance_rule(RULE_OLD_EVIDENCE)->id;
    const char *none = conformance_rule(RULE_NO_EVIDENCE)->id;
    const struct conformance_expectation *first = NULL;
    enum expectation_state state;

    if (string_equals(finding->rule, old))
        state = EXPECTATION_STALE;
    else if (string_equals(finding->rule, none))
        state = EXPECTATION_UNMET;
    else
        return NULL;
    for (size_t i = 0; i < clause->expectation_count; i++) {
        const struct conformance_expectation *each = &clause->expectations[i];

        if (each->state != state)
            continue;
        if (strstr(finding->message, each->explained) != NULL)
            return each;
        if (first == NULL)
            first = each;
    }
    return first;
}

/* The first kind of record that would meet the expectation. */
static const struct kind *kind_of(const struct scene *scene,
    const struct conformance_expectation *expectation)
{
    struct text rest = text_of(expectation->expectation->kinds);
    struct text name;

    return text_next(&rest, ' ', &name)
               ? kind_find(scene->place.context->site,
                     text_string(scene->place.context->arena, name))
               : NULL;
}

static const char *ref_label(const struct scene *scene,
    const struct conformance_clause *clause, const char *ref)
{
    struct arena *arena = scene->place.context->arena;
    const char *colon = strchr(ref, ':');

    for (size_t i = 0; i < clause->provision_count; i++) {
        if (string_equals(clause->provisions[i].ref, ref) ||
            string_equals(clause->provisions[i].page_ref, ref))
            return clause->provisions[i].page_title;
    }
    if (colon == NULL)
        return ref;
    return reference_label(scene->place.context, ref,
        arena_copy(arena, ref, (size_t)(colon - ref)), "");
}

struct mending scene_mending(const struct scene *scene,
    const struct conformance_clause *clause,
    const struct conformance_finding *finding, const char *clauses)
{
    struct arena *arena = scene->place.context->arena;
    const struct conformance_expectation *expectation =
        expectation_of(clause, finding);
    const struct kind *kind =
        expectation == NULL ? NULL : kind_of(scene, expectation);

    if (kind != NULL && scene->may_edit)
        return (struct mending){
            arena_format(arena, "Add %s", scene_with_article(scene, kind)),
            scene_new_address(scene, kind->name, clauses)};
    /* Any kind of record would do. */
    if (expectation != NULL && expectation->total == 0 && scene->may_edit)
        return (struct mending){"Add a record", "/records"};
    if (!string_empty(finding->ref) && !string_begins(finding->ref, "clause:"))
        return (struct mending){ref_label(scene, clause, finding->ref),
            address_main(arena, finding->ref)};
    return (struct mending){arena_format(arena, "Clause %s", clause->clause.id),
        scene_clause_address(
            scene, clause->clause.standard, clause->clause.id)};
}
