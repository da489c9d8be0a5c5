/* One walk: plan, read, judge every clause, roll up. */
#include "domain/conformance.h"

#include "base/clock.h"
#include "domain/conformance_judge.h"
#include "domain/kind_load.h"
#include "domain/rule.h"
#include "domain/rule_waiver.h"
#include "domain/site.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool walk_begin(struct walk *walk, struct error *error)
{
    struct arena *arena = walk->context->arena;
    size_t count = walk->plan->expectation_count + 1;

    walk->as_of = arena_string(arena, walk->facts->as_of);
    walk->date = walk->facts->date;
    walk->answers = arena_array(arena, count, sizeof *walk->answers);
    walk->uses = arena_array(arena, count, sizeof *walk->uses);
    walk->uses_size = arena_array(arena, count, sizeof *walk->uses_size);
    walk->graphs = arena_array(arena, count, sizeof *walk->graphs);
    walk->oldest = arena_array(arena, count, sizeof *walk->oldest);
    for (size_t i = 0; i < walk->plan->expectation_count; i++)
        walk->oldest[i] = expectation_oldest(
            arena, &walk->plan->expectations[i].expectation, walk->as_of);
    return walk_read_broken(walk, error) && walk_read_changed(walk, error) &&
           walk_read_claims(walk, error) &&
           rule_excepted(walk->context, "exclusions-contradicted",
               &walk->excepted, error) &&
           rule_watches(
               walk->context, &walk->watches, &walk->watch_count, error) &&
           walk_read_noted(walk, error) &&
           rule_waivers_read(walk->context, walk->as_of, &walk->waivers, error);
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

static void roll_up(const struct conformance_plan *plan,
    const struct plan_standard *planned, struct conformance *result)
{
    for (size_t i = 0; i < result->clause_count; i++) {
        struct conformance_clause *clause = &result->clauses[i];
        size_t group = plan->clauses[clause->place].group;

        result->totals[clause->verdict]++;
        result->finding_count += clause->finding_count;
        clause->group = group == PLAN_NOWHERE ? result->group_count
                                              : group - planned->group;
        for (; group != PLAN_NOWHERE; group = plan->groups[group].above) {
            struct conformance_group *above =
                &result->groups[group - planned->group];

            above->totals[clause->verdict]++;
            above->count++;
        }
    }
    for (size_t g = 0; g < result->group_count; g++)
        result->groups[g].verdict = worst_of(result->groups[g].totals);
    result->desktop = result->totals[VERDICT_MISSING] == 0;
    result->conforms = result->desktop &&
                       result->totals[VERDICT_ASSERTED] == 0 &&
                       result->totals[VERDICT_STALE] == 0;
}

static bool judge_standard(struct walk *walk,
    const struct plan_standard *planned, struct conformance *result,
    struct error *error)
{
    const struct conformance_plan *plan = walk->plan;
    struct arena *arena = walk->context->arena;

    result->standard = planned->standard;
    result->as_of = walk->as_of;
    result->clauses =
        arena_array(arena, planned->clauses + 1, sizeof *result->clauses);
    result->groups =
        arena_array(arena, planned->groups + 1, sizeof *result->groups);
    result->group_count = planned->groups;
    for (size_t g = 0; g < planned->groups; g++) {
        result->groups[g].clause = *plan->groups[planned->group + g].clause;
        result->groups[g].depth = plan->groups[planned->group + g].depth;
    }
    for (size_t i = 0; i < planned->clauses; i++) {
        size_t place = planned->clause + i;

        if (plan->clauses[place].above == PLAN_NOWHERE &&
            !conformance_judge(
                walk, place, &result->clauses[result->clause_count++], error))
            return false;
    }
    roll_up(plan, planned, result);
    return true;
}

static void sum_up(struct conformance_system *system)
{
    for (size_t i = 0; i < system->standard_count; i++) {
        const struct conformance *each = &system->standards[i];

        for (size_t v = 0; v < VERDICT_COUNT; v++)
            system->totals[v] += each->totals[v];
        system->finding_count += each->finding_count;
    }
}

static bool judge_all(
    struct walk *walk, struct conformance_system *system, struct error *error)
{
    const struct conformance_plan *plan = walk->plan;

    system->as_of = walk->as_of;
    system->standards = arena_array(walk->context->arena,
        plan->standard_count + 1, sizeof *system->standards);
    for (size_t i = 0; i < plan->standard_count; i++) {
        if (!judge_standard(walk, &plan->standards[i],
                &system->standards[system->standard_count++], error))
            return false;
    }
    sum_up(system);
    return true;
}

/* ---- names of what was found ---- */

static int by_position(const void *left, const void *right)
{
    const struct conformance_provision *a = left;
    const struct conformance_provision *b = right;
    int order = (a->via[0] != '\0') - (b->via[0] != '\0');

    if (order == 0)
        order = strcmp(a->page_ref, b->page_ref);
    return order != 0
               ? order
               : (a->position > b->position) - (a->position < b->position);
}

static bool name_clause(
    struct walk *walk, struct conformance_clause *clause, struct error *error)
{
    for (size_t i = 0; i < clause->provision_count; i++) {
        if (!walk_name_provision(walk, &clause->provisions[i], error))
            return false;
    }
    if (clause->provision_count > 1)
        qsort(clause->provisions, clause->provision_count,
            sizeof *clause->provisions, by_position);
    for (size_t i = 0; i < clause->expectation_count; i++) {
        struct conformance_expectation *answer = &clause->expectations[i];

        for (size_t j = 0; j < answer->evidence_count; j++) {
            if (!walk_name_evidence(walk, &answer->evidence[j], error))
                return false;
        }
    }
    for (size_t i = 0; i < clause->item_count; i++) {
        if (!name_clause(walk, &clause->items[i], error))
            return false;
    }
    return true;
}

static bool name_all(
    struct walk *walk, struct conformance_system *system, struct error *error)
{
    for (size_t s = 0; s < system->standard_count; s++) {
        struct conformance *each = &system->standards[s];

        for (size_t i = 0; i < each->clause_count; i++) {
            if (!name_clause(walk, &each->clauses[i], error))
                return false;
        }
    }
    return true;
}

/* ---- the walk ---- */

/* All that it makes lies in the context's arena and the error's, but for what
 * is part of the facts. */
static bool walk_all(struct context *context,
    const struct conformance_plan *plan, struct facts *facts, bool named,
    const struct conformance_system **system, struct error *error)
{
    struct conformance_system *made = arena_alloc(context->arena, sizeof *made);
    struct walk walk = {.context = context, .plan = plan, .facts = facts};

    *system = made;
    if (!walk_begin(&walk, error) || !judge_all(&walk, made, error))
        return false;
    /* Every expectation has been answered with them. */
    facts->changed_count = 0;
    return !named || name_all(&walk, made, error);
}

/* For this once. */
static bool walk_fresh(struct context *context,
    const struct conformance_plan *plan, const char *as_of, bool named,
    const struct conformance_system **system, struct error *error)
{
    struct facts *facts;

    return facts_read(context, plan, as_of, &facts, error) &&
           walk_all(context, plan, facts, named, system, error);
}

/* Named and of today, the result is kept until something is saved, and the
 * facts beyond that. */
static bool walk_kept(struct context *context, struct facts *facts,
    const struct conformance_plan *plan,
    const struct conformance_system **system, struct error *error)
{
    struct context inside = *context;
    struct error own;

    inside.arena = site_keep_arena(context);
    own = error_create(inside.arena);
    if (!walk_all(&inside, plan, facts, true, system, &own))
        return error_set(error, own.code, "%s", own.message);
    site_keep(context, "conformance", (void *)(uintptr_t)*system);
    return true;
}

static bool check_date(const char *as_of, struct error *error)
{
    return clock_is_date(as_of) ||
           error_set(error, ERROR_INVALID,
               "“%s” is no date; write it as 2026-11-21.", as_of);
}

bool conformance_run_all(struct context *context, const char *as_of,
    enum conformance_detail detail, const struct conformance_system **system,
    struct error *error)
{
    bool named = detail == CONFORMANCE_NAMED;
    bool today = named && string_equals(as_of, context->today);
    const struct conformance_plan *plan;
    struct facts *facts = NULL;

    if (!check_date(as_of, error) || !kind_load_site(context->site, error))
        return false;
    *system = today ? site_kept(context, "conformance") : NULL;
    if (*system != NULL && string_equals((*system)->as_of, as_of))
        return true;
    if (!conformance_plan_get(context, "", &plan, error) ||
        (today && !facts_keep(context, plan, as_of, &facts, error)))
        return false;
    return facts != NULL
               ? walk_kept(context, facts, plan, system, error)
               : walk_fresh(context, plan, as_of, named, system, error);
}

static const struct conformance *find_standard(
    const struct conformance_system *system, const char *id)
{
    for (size_t i = 0; i < system->standard_count; i++) {
        if (string_equals(system->standards[i].standard.id, id))
            return &system->standards[i];
    }
    return NULL;
}

bool conformance_run(struct context *context, const char *standard,
    const char *as_of, const struct conformance **conformance,
    struct error *error)
{
    const struct conformance_system *system;
    const struct conformance_plan *plan;
    struct standard found_standard;
    bool found;

    if (!check_date(as_of, error) || !kind_load_site(context->site, error) ||
        !standard_find(context, standard, &found_standard, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING,
            "There is no standard %s in this site.", standard);
    if (found_standard.scope
            ? !conformance_run_all(
                  context, as_of, CONFORMANCE_NAMED, &system, error)
            : !conformance_plan_get(context, found_standard.id, &plan, error) ||
                  !walk_fresh(context, plan, as_of, true, &system, error))
        return false;
    *conformance = find_standard(system, found_standard.id);
    return *conformance != NULL ||
           error_set(error, ERROR_MISSING,
               "The standard %s was taken out at this moment.", standard);
}

bool conformance_run_clause(struct context *context, const char *standard,
    const char *clause, const char *as_of,
    const struct conformance **conformance,
    const struct conformance_clause **result, struct error *error)
{
    if (!conformance_run(context, standard, as_of, conformance, error) ||
        *conformance == NULL)
        return false;
    *result = conformance_find(*conformance, clause);
    return *result != NULL ||
           error_set(error, ERROR_MISSING,
               "%s has no clause %s that asks for something itself.",
               (*conformance)->standard.id, clause);
}
