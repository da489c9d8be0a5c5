/* One walk: read, judge every item, roll up. */
#include "domain/conformance.h"

#include "base/clock.h"
#include "domain/conformance_judge.h"
#include "domain/conformance_read.h"
#include "domain/kind_load.h"

#include <string.h>

/* Stands for no group at all, for items at the top. */
#define NO_GROUP ((size_t)-1)

static bool is_group(const struct clause *clause)
{
    return string_equals(clause->kind, "clause") ||
           string_equals(clause->kind, "theme");
}

/* Parents come before their children, so one pass places everything. */
static void place_clauses(struct walk *walk, size_t *parents)
{
    struct arena *arena = walk->context->arena;
    struct conformance *result = walk->result;
    struct map *nearest = map_create(arena); /* group at or above, by id */

    result->clauses =
        arena_array(arena, walk->clause_count + 1, sizeof *result->clauses);
    result->groups =
        arena_array(arena, walk->clause_count + 1, sizeof *result->groups);
    for (size_t i = 0; i < walk->clause_count; i++) {
        const struct clause *clause = &walk->clauses[i];
        const size_t *above = map_get(nearest, clause->parent);
        size_t *group = arena_alloc(arena, sizeof *group);

        *group = above == NULL ? NO_GROUP : *above;
        map_set(nearest, clause->id, group);
        if (is_group(clause)) {
            size_t parent = *group;

            *group = result->group_count++;
            parents[*group] = parent;
            result->groups[*group].clause = *clause;
            result->groups[*group].depth =
                parent == NO_GROUP ? 0 : result->groups[parent].depth + 1;
        } else if (clause->leaf) {
            result->clauses[result->clause_count].clause = *clause;
            result->clauses[result->clause_count++].group = *group;
        }
    }
}

static enum verdict worst_of(const size_t *totals)
{
    static const enum verdict order[] = {
        VERDICT_MISSING, VERDICT_ASSERTED, VERDICT_STALE, VERDICT_EVIDENCED};

    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (totals[order[i]] > 0)
            return order[i];
    }
    return VERDICT_EXCLUDED;
}

static void roll_up(struct conformance *result, const size_t *parents)
{
    for (size_t i = 0; i < result->clause_count; i++) {
        struct conformance_clause *clause = &result->clauses[i];

        result->totals[clause->verdict]++;
        result->finding_count += clause->finding_count;
        for (size_t g = clause->group; g != NO_GROUP; g = parents[g]) {
            result->groups[g].totals[clause->verdict]++;
            result->groups[g].count++;
        }
        if (clause->group == NO_GROUP)
            clause->group = result->group_count;
    }
    for (size_t g = 0; g < result->group_count; g++)
        result->groups[g].verdict = worst_of(result->groups[g].totals);
    result->desktop = result->totals[VERDICT_MISSING] == 0;
    result->conforms = result->desktop &&
                       result->totals[VERDICT_ASSERTED] == 0 &&
                       result->totals[VERDICT_STALE] == 0;
}

static bool walk_all(struct walk *walk, struct error *error)
{
    struct conformance *result = walk->result;
    size_t *parents;

    if (!conformance_read(walk, error))
        return false;
    parents = arena_array(
        walk->context->arena, walk->clause_count + 1, sizeof *parents);
    place_clauses(walk, parents);
    for (size_t i = 0; i < result->clause_count; i++)
        conformance_judge(walk, &result->clauses[i]);
    roll_up(result, parents);
    return true;
}

bool conformance_run(struct context *context, const char *standard,
    const char *as_of, struct conformance **conformance, struct error *error)
{
    struct conformance *result = arena_alloc(context->arena, sizeof *result);
    struct walk walk = {.context = context, .result = result};
    bool found;

    if (!clock_is_date(as_of))
        return error_set(error, ERROR_INVALID,
            "“%s” is no date; write it as 2026-11-21.", as_of);
    result->as_of = arena_string(context->arena, as_of);
    if (!kind_load_site(context->site, error) ||
        !standard_find(context, standard, &result->standard, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING,
            "There is no standard %s in this site.", standard);
    if (!walk_all(&walk, error))
        return false;
    *conformance = result;
    return true;
}

bool conformance_run_clause(struct context *context, const char *standard,
    const char *clause, const char *as_of, struct conformance **conformance,
    const struct conformance_clause **result, struct error *error)
{
    if (!conformance_run(context, standard, as_of, conformance, error))
        return false;
    *result = conformance_find(*conformance, clause);
    return *result != NULL ||
           error_set(error, ERROR_MISSING,
               "%s has no clause %s that asks for something itself.",
               (*conformance)->standard.id, clause);
}
