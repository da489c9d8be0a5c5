/* Items are listed in the order of their letters. */
#include "render/clause_items.h"

#include "domain/link.h"
#include "render/clause_details.h"
#include "render/clause_expectation.h"

#include <string.h>

enum { CLAIM_LIMIT = 20 };

const char *clause_items_anchor(const char *id)
{
    const char *stroke = strrchr(id, '/');

    return stroke == NULL ? id : stroke + 1;
}

static const struct conformance_provision *find_provision(
    const struct conformance_clause *item, const char *ref)
{
    for (size_t i = 0; i < item->provision_count; i++) {
        if (string_equals(item->provisions[i].ref, ref))
            return &item->provisions[i];
    }
    return NULL;
}

/* Sections that claim the item itself; those of the clause stand with it. */
static bool fill_claims(const struct scene *scene,
    const struct conformance_clause *item, struct template_dictionary *row,
    struct error *error)
{
    struct linked *links;
    size_t count;

    if (!link_list_to(scene->place.context, item->clause.item, CLAIM_LIMIT,
            &links, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct conformance_provision *provision =
            string_equals(links[i].role, "meets")
                ? find_provision(item, links[i].ref)
                : NULL;
        struct template_dictionary *claim;

        if (provision == NULL)
            continue;
        claim = template_row(row, "MET_BY");
        scene_fill_provision(scene, claim, provision, true);
        template_set(claim, "APPROVAL", scene_approval_words(scene, provision));
    }
    return true;
}

/* Sections are looked up in the rows around them: these have names of their
 * own. */
static bool fill_words(const struct scene *scene, const struct clause *item,
    struct template_dictionary *row, struct error *error)
{
    const char *words;
    const char *expect;

    if (!clause_details_words(scene, item, &words, &expect, error))
        return false;
    if (words[0] != '\0')
        template_set(
            template_row(row, "OWN_LICENSED"), "LICENSED_WORDS", words);
    if (expect[0] != '\0')
        template_set(template_row(row, "OWN_EXPECT"), "EXPECT_HREF", expect);
    return true;
}

static bool fill_item(const struct scene *scene,
    const struct conformance_clause *clause,
    const struct conformance_clause *item, struct template_dictionary *list,
    struct error *error)
{
    struct arena *arena = scene->place.context->arena;
    struct template_dictionary *row = template_row(list, "LETTER");
    bool excluded = clause->verdict == VERDICT_EXCLUDED ||
                    item->verdict == VERDICT_EXCLUDED;

    template_set(row, "LABEL", clause_label(arena, item->clause.id));
    template_set(row, "ANCHOR", clause_items_anchor(item->clause.id));
    template_set(row, "HEADING", clause_heading(arena, item->clause.heading));
    template_set(
        row, "NOTE_HREF", reference_href(&scene->place, item->clause.ref));
    if (item->verdict != clause->verdict)
        scene_set_verdict(template_row(row, "DIFFERS"), item->verdict);
    for (size_t i = 0; i < item->expectation_count; i++) {
        if (i == 0)
            template_show(row, "EXPECTED");
        clause_expectation_fill(
            scene, &item->expectations[i], excluded, row, "OWN_EXPECTATION");
    }
    return scene_fill_asks(scene, row, &item->clause, error) &&
           fill_words(scene, &item->clause, row, error) &&
           fill_claims(scene, item, row, error);
}

bool clause_items_fill(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *page,
    struct error *error)
{
    struct template_dictionary *list;

    if (clause->item_count == 0)
        return true;
    list = template_row(page, "LETTERS");
    for (size_t i = 0; i < clause->item_count; i++) {
        if (!fill_item(scene, clause, &clause->items[i], list, error))
            return false;
    }
    return true;
}
