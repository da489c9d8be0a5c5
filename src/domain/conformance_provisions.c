/* The sections that claim a clause: itself, an item or heading of it, or one of
 * another standard that asks the same. */
#include "domain/conformance_walk.h"

#include <stdlib.h>
#include <string.h>

/* As few as there may be: most clauses have one or two. */
static bool has_provision(
    const struct conformance_clause *result, long long section)
{
    for (size_t i = 0; i < result->provision_count; i++) {
        if (result->provisions[i].section == section)
            return true;
    }
    return false;
}

static bool add_provision(struct walk *walk, long long section, long long owner,
    const char *via, struct conformance_clause *result, struct error *error)
{
    struct conformance_provision *provision;
    const struct known_page *page;

    if (has_provision(result, section))
        return true;
    if (!known_page(walk->facts->known, owner, &page, error))
        return false;
    if (!page->present)
        return true;
    provision = &result->provisions[result->provision_count++];
    *provision = (struct conformance_provision){.section = section,
        .via = via,
        .page = owner,
        .page_ref = page->ref,
        .page_title = page->title,
        .page_reference = page->reference,
        .page_owner = page->owner,
        .approval = page->approval,
        .approved_at = page->approved_at,
        .approved_version = page->approved_version,
        .approved_by = page->approved_by,
        .changed_at = page->changed_at,
        .next_review = page->next_review,
        .review_late = page->next_review[0] != '\0' &&
                       strcmp(page->next_review, walk->as_of) < 0};
    return true;
}

/* The nearest heading from `group` up that can be claimed as such: not a theme,
 * and not a chapter. */
static size_t claimable(const struct conformance_plan *plan, size_t group)
{
    while (group != PLAN_NOWHERE &&
           (plan->groups[group].depth == 0 ||
               !string_equals(plan->groups[group].clause->kind, "clause")))
        group = plan->groups[group].above;
    return group;
}

static size_t next_claimable(const struct conformance_plan *plan, size_t group)
{
    return claimable(plan, plan->groups[group].above);
}

static bool read_claims(struct walk *walk, const struct number_map *places,
    const char *standard, struct error *error)
{
    struct rows rows;

    if (!database_query(walk->context->db,
            "select link.target, link.source, link.owner "
            "from clause cross join link where clause.standard = $1 "
            "and clause.kind = 'clause' and link.target = clause.id "
            "and link.kind = '' and link.role = 'meets' order by link.id",
            VALUES(value_text(standard)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct walk_claim *claim;
        size_t place;

        if (!number_map_get(places, rows_number(&rows, 0), &place))
            continue;
        claim = arena_alloc(walk->context->arena, sizeof *claim);
        *claim = (struct walk_claim){.section = rows_number(&rows, 1),
            .page = rows_number(&rows, 2),
            .next = walk->claims[place]};
        walk->claims[place] = claim;
    }
    return rows_end(&rows, error);
}

bool walk_read_claims(struct walk *walk, struct error *error)
{
    const struct conformance_plan *plan = walk->plan;
    struct arena *arena = walk->context->arena;
    struct number_map *places = number_map_create(arena);

    walk->claims =
        arena_array(arena, plan->group_count + 1, sizeof *walk->claims);
    for (size_t i = 0; i < plan->group_count; i++)
        number_map_set(places, plan->groups[i].clause->item, i);
    for (size_t i = 0; i < plan->standard_count; i++) {
        if (!read_claims(walk, places, plan->standards[i].standard.id, error))
            return false;
    }
    return true;
}

static size_t claims_above(const struct walk *walk, size_t place)
{
    const struct conformance_plan *plan = walk->plan;
    size_t group = claimable(plan, plan->clauses[place].group);
    size_t count = 0;

    for (; group != PLAN_NOWHERE; group = next_claimable(plan, group)) {
        for (const struct walk_claim *claim = walk->claims[group];
             claim != NULL; claim = claim->next)
            count++;
    }
    return count;
}

static bool add_claims_above(struct walk *walk, size_t place, const char *via,
    struct conformance_clause *result, struct error *error)
{
    const struct conformance_plan *plan = walk->plan;
    size_t group = claimable(plan, plan->clauses[place].group);

    for (; group != PLAN_NOWHERE; group = next_claimable(plan, group)) {
        for (const struct walk_claim *claim = walk->claims[group];
             claim != NULL; claim = claim->next) {
            if (!add_provision(
                    walk, claim->section, claim->page, via, result, error))
                return false;
        }
    }
    return true;
}

static size_t claims_on(const struct walk *walk, size_t place)
{
    const struct mark_list *list = facts_on(walk->facts, place);
    size_t count = claims_above(walk, place);

    for (size_t i = 0; i < list->count && list->marks[i].class->kind[0] == '\0';
         i++)
        count += list->marks[i].meets;
    return count;
}

static bool add_claims(struct walk *walk, size_t place, const char *via,
    struct conformance_clause *result, struct error *error)
{
    const struct mark_list *list = facts_on(walk->facts, place);

    for (size_t i = 0; i < list->count && list->marks[i].class->kind[0] == '\0';
         i++) {
        if (list->marks[i].meets &&
            !add_provision(walk, list->marks[i].source, list->marks[i].owner,
                via, result, error))
            return false;
    }
    return add_claims_above(walk, place, via, result, error);
}

/* Pages of one name stand together; the claimed clause's own come first. */
static int by_page(const void *left, const void *right)
{
    const struct conformance_provision *a = left;
    const struct conformance_provision *b = right;
    int order = (a->via[0] != '\0') - (b->via[0] != '\0');

    if (order == 0)
        order = strcmp(a->page_ref, b->page_ref);
    return order != 0 ? order
                      : (a->section > b->section) - (a->section < b->section);
}

bool walk_read_provisions(struct walk *walk, size_t clause,
    struct conformance_clause *result, struct error *error)
{
    const struct plan_clause *clauses = walk->plan->clauses;
    struct walk_target target = {.clause = clause, .place = PLAN_NOWHERE};
    size_t count = 0;

    while (walk_next_target(walk, &target))
        count = size_add(count, claims_on(walk, target.place));
    if (count == 0)
        return true;
    result->provisions =
        arena_array(walk->context->arena, count, sizeof *result->provisions);
    target = (struct walk_target){.clause = clause, .place = PLAN_NOWHERE};
    while (walk_next_target(walk, &target)) {
        bool own = clauses[target.place].standard == clauses[clause].standard;

        if (!add_claims(walk, target.place,
                own ? "" : clauses[target.place].clause->ref, result, error))
            return false;
    }
    if (result->provision_count > 1)
        qsort(result->provisions, result->provision_count,
            sizeof *result->provisions, by_page);
    return true;
}

bool walk_name_provision(struct walk *walk,
    struct conformance_provision *provision, struct error *error)
{
    const struct known_section *section;

    if (provision->ref != NULL)
        return true;
    if (!known_section(walk->facts->known, provision->section, &section, error))
        return false;
    provision->ref = section->ref;
    provision->title = section->title;
    provision->position = section->position;
    return true;
}
