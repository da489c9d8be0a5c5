/* Read in the order of the standards; parents stand before their children. */
#include "domain/conformance_plan.h"

#include "base/map.h"
#include "domain/site.h"

#include <string.h>

enum {
    /* Larger plans are made for one use: a worker is to stay small. */
    KEPT_CLAUSES = 4000
};

/* Where a clause of the present standard went, headings and notes included. */
struct placed {
    const char *id;
    size_t above; /* place among these, or PLAN_NOWHERE */
    size_t group; /* the nearest, itself included, or PLAN_NOWHERE */
    size_t place; /* in plan->clauses, or PLAN_NOWHERE */
};

struct planning {
    struct context context; /* with the plan's arena */
    struct conformance_plan *plan;
    struct map *words; /* place in plan->expectations, by their words */
    struct map *twins; /* place of a clause, by place in the structure */
    struct placed *placed;
    size_t placed_count;
    struct map *by_id; /* places among these, once they are needed */
    size_t asked_capacity;
    size_t expectation_capacity;
    struct error *error;
};

/* The number kept under the key; PLAN_NOWHERE when it is new. */
static size_t *number_in(
    struct planning *planning, struct map *map, const char *key)
{
    size_t *kept = map_get(map, key);

    if (kept == NULL) {
        kept = arena_alloc(planning->context.arena, sizeof *kept);
        *kept = PLAN_NOWHERE;
        map_set(map, key, kept);
    }
    return kept;
}

/* The clause called `id` among those placed. Mostly it is the last one, or one
 * that stands above that; failing this, all are put in a map. */
static size_t find_placed(struct planning *planning, const char *id)
{
    size_t place = planning->placed_count;

    if (id[0] == '\0' || place == 0)
        return PLAN_NOWHERE;
    for (place--; place != PLAN_NOWHERE;
         place = planning->placed[place].above) {
        if (string_equals(planning->placed[place].id, id))
            return place;
    }
    if (planning->by_id == NULL) {
        planning->by_id = map_create(planning->context.arena);
        for (size_t i = 0; i < planning->placed_count; i++)
            *number_in(planning, planning->by_id, planning->placed[i].id) = i;
    }
    return *number_in(planning, planning->by_id, id);
}

/* Place it below what it stands under. */
static struct placed *put_placed(
    struct planning *planning, const struct clause *clause)
{
    size_t above = find_placed(planning, clause->parent);
    size_t place = planning->placed_count++;
    struct placed *placed = &planning->placed[place];

    *placed = (struct placed){.id = clause->id,
        .above = above,
        .group = above == PLAN_NOWHERE ? PLAN_NOWHERE
                                       : planning->placed[above].group,
        .place = PLAN_NOWHERE};
    if (planning->by_id != NULL)
        *number_in(planning, planning->by_id, clause->id) = place;
    return placed;
}

/* Is it in the ring of clauses that ask the same? Only one clause of a
 * standard may speak for a place to others, but all may be answered by them. */
static void join_twins(struct planning *planning, size_t place)
{
    struct plan_clause *clause = &planning->plan->clauses[place];
    size_t *last;

    clause->twin = place;
    if (clause->clause->shares[0] == '\0')
        return;
    last = number_in(planning, planning->twins, clause->clause->shares);
    if (*last != PLAN_NOWHERE) {
        struct plan_clause *other = &planning->plan->clauses[*last];

        clause->twin = other->twin;
        other->twin = place;
    }
    *last = place;
}

/* One clause at the place that holds this one: 9.2 holds 9.2.1. */
static size_t find_whole(struct planning *planning, const char *shares)
{
    const char *point = strrchr(shares, '.');

    return point == NULL
               ? PLAN_NOWHERE
               : *number_in(planning, planning->twins,
                     text_string(planning->context.arena,
                         text_part(shares, (size_t)(point - shares))));
}

/* Wholes know their parts by the one clause that stands for them all. */
static void join_parts(struct planning *planning)
{
    struct conformance_plan *plan = planning->plan;

    for (size_t i = plan->clause_count; i-- > 0;) {
        struct plan_clause *clause = &plan->clauses[i];

        clause->whole = find_whole(planning, clause->clause->shares);
        if (clause->whole == PLAN_NOWHERE)
            continue;
        clause->beside = plan->clauses[clause->whole].part;
        plan->clauses[clause->whole].part = i;
    }
    for (size_t i = 0; i < plan->clause_count; i++) {
        struct plan_clause *clause = &plan->clauses[i];

        if (clause->clause->shares[0] != '\0')
            clause->part = plan->clauses[*number_in(planning, planning->twins,
                                             clause->clause->shares)]
                               .part;
    }
}

static void add_item(struct planning *planning, size_t place)
{
    struct plan_clause *clauses = planning->plan->clauses;
    size_t *last = &clauses[clauses[place].above].item;

    while (*last != PLAN_NOWHERE)
        last = &clauses[*last].next;
    *last = place;
}

static void add_clause(struct planning *planning, const struct clause *clause,
    struct placed *placed, size_t above, size_t standard)
{
    struct conformance_plan *plan = planning->plan;
    size_t place = plan->clause_count++;

    plan->clauses[place] = (struct plan_clause){.clause = clause,
        .standard = standard,
        .group = placed->group,
        .above = above,
        .item = PLAN_NOWHERE,
        .next = PLAN_NOWHERE,
        .whole = PLAN_NOWHERE,
        .part = PLAN_NOWHERE,
        .beside = PLAN_NOWHERE};
    placed->place = place;
    number_map_set(plan->by_item, clause->item, place);
    join_twins(planning, place);
    if (above != PLAN_NOWHERE)
        add_item(planning, place);
}

static void add_group(struct planning *planning, const struct clause *clause,
    struct placed *placed)
{
    struct conformance_plan *plan = planning->plan;
    size_t above = placed->group;
    size_t place = plan->group_count++;

    plan->groups[place] = (struct plan_group){.clause = clause,
        .above = above,
        .depth = above == PLAN_NOWHERE ? 0 : plan->groups[above].depth + 1};
    placed->group = place;
}

static void add_all(struct planning *planning, const struct clause *clauses,
    size_t count, size_t standard)
{
    planning->placed = arena_array(
        planning->context.arena, count + 1, sizeof *planning->placed);
    planning->placed_count = 0;
    planning->by_id = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct clause *clause = &clauses[i];
        struct placed *placed = put_placed(planning, clause);
        size_t above = placed->above == PLAN_NOWHERE
                           ? PLAN_NOWHERE
                           : planning->placed[placed->above].place;

        if (standard_kind_is_group(clause->kind))
            add_group(planning, clause, placed);
        else if (clause->leaf)
            add_clause(planning, clause, placed, PLAN_NOWHERE, standard);
        else if (above != PLAN_NOWHERE && standard_kind_asks(clause->kind))
            add_clause(planning, clause, placed, above, standard);
    }
}

static bool know(struct planning *planning, const char *words, size_t *place)
{
    struct conformance_plan *plan = planning->plan;
    size_t *kept = number_in(planning, planning->words, words);
    struct plan_expectation *known;

    *place = *kept;
    if (*place != PLAN_NOWHERE)
        return true;
    plan->expectations = arena_widen(planning->context.arena,
        plan->expectations, plan->expectation_count,
        &planning->expectation_capacity, sizeof *plan->expectations);
    *place = plan->expectation_count++;
    known = &plan->expectations[*place];
    *kept = *place;
    if (!expectation_parse(planning->context.arena, text_of(words),
            &known->expectation, planning->error))
        return false;
    known->explained =
        standard_explain(&planning->context, &known->expectation);
    return true;
}

/* All there are: most are of the plan's clauses. Many say what the one before
 * says. */
static bool read_expectations(struct planning *planning)
{
    struct conformance_plan *plan = planning->plan;
    const char *words = NULL;
    size_t known = PLAN_NOWHERE;
    struct rows rows;
    bool fine = true;

    if (!database_query(planning->context.db,
            "select clause, words from expectation order by clause, position",
            NO_VALUES, &rows, planning->error))
        return false;
    while (fine && rows_next(&rows)) {
        struct plan_clause *clause;
        size_t place;

        if (!number_map_get(plan->by_item, rows_number(&rows, 0), &place))
            continue;
        clause = &plan->clauses[place];
        plan->asked = arena_widen(planning->context.arena, plan->asked,
            plan->asked_count, &planning->asked_capacity, sizeof *plan->asked);
        if (clause->expectations++ == 0)
            clause->expectation = plan->asked_count;
        if (words == NULL || !text_equals(rows_slice(&rows, 1), words)) {
            words = rows_text(&rows, 1);
            fine = know(planning, words, &known);
        }
        plan->asked[plan->asked_count++] = known;
    }
    return rows_end(&rows, planning->error) && fine;
}

static void plan_standard(struct planning *planning,
    const struct clause *clauses, size_t count, size_t place)
{
    struct conformance_plan *plan = planning->plan;
    struct plan_standard *standard = &plan->standards[place];

    standard->clause = plan->clause_count;
    standard->group = plan->group_count;
    add_all(planning, clauses, count, place);
    standard->clauses = plan->clause_count - standard->clause;
    standard->groups = plan->group_count - standard->group;
}

static bool is_wanted(const struct standard *standard, const char *wanted)
{
    return standard->scope || string_equals(standard->id, wanted);
}

/* All strings come to lie where errors do: in the plan's own arena. */
static bool make_plan(struct planning *planning, const char *wanted)
{
    struct context *context = &planning->context;
    struct conformance_plan *plan = planning->plan;
    struct standard *standards;
    struct clause **clauses;
    size_t *counts;
    size_t count;
    size_t all = 0;

    if (!standard_list(context, &standards, &count, planning->error))
        return false;
    clauses = arena_array(context->arena, count + 1, sizeof *clauses);
    counts = arena_array(context->arena, count + 1, sizeof *counts);
    plan->standards =
        arena_array(context->arena, count + 1, sizeof *plan->standards);
    for (size_t i = 0; i < count; i++) {
        size_t place = plan->standard_count;

        if (!is_wanted(&standards[i], wanted))
            continue;
        if (!clause_list(context, standards[i].id, &clauses[place],
                &counts[place], planning->error))
            return false;
        plan->standards[plan->standard_count++].standard = standards[i];
        all = size_add(all, counts[place]);
    }
    plan->by_item = number_map_create(context->arena);
    number_map_reserve(plan->by_item, all);
    /* Mostly there are few groups: what is not used is not to be touched. */
    plan->clauses = arena_room(
        context->arena, size_multiply(all + 1, sizeof *plan->clauses));
    plan->groups = arena_room(
        context->arena, size_multiply(all + 1, sizeof *plan->groups));
    for (size_t i = 0; i < plan->standard_count; i++)
        plan_standard(planning, clauses[i], counts[i], i);
    join_parts(planning);
    return read_expectations(planning);
}

static bool build(struct context *context, const char *wanted,
    struct arena *arena, struct conformance_plan **plan, struct error *error)
{
    struct error own = error_create(arena);
    struct planning planning = {.context = *context,
        .plan = arena_alloc(arena, sizeof **plan),
        .words = map_create(arena),
        .twins = map_create(arena),
        .error = &own};

    planning.context.arena = arena;
    *plan = planning.plan;
    return make_plan(&planning, wanted) ||
           error_set(error, own.code, "%s", own.message);
}

/* Large ones, those with a standard besides, and those that may never come to
 * be are made for one use. Clauses are numbered, which tells how many there are
 * without reading them. */
static bool may_keep(struct context *context, const char *wanted, bool *keep,
    struct error *error)
{
    long long clauses = 0;

    *keep = wanted[0] == '\0' && !database_is_writing(context->db);
    if (!*keep)
        return true;
    if (!database_number(context->db,
            "select coalesce(sum((select max(position) from clause "
            "where clause.standard = standard.id)), 0) from standard "
            "where scope = 1",
            NO_VALUES, &clauses, error))
        return false;
    *keep = clauses <= KEPT_CLAUSES;
    return true;
}

bool conformance_plan_get(struct context *context, const char *standard,
    const struct conformance_plan **plan, struct error *error)
{
    struct site *site = context->site;
    struct conformance_plan *made;
    struct arena *arena;
    const char *stamp;
    bool keep;

    if (!site_setting(context, "standards", &stamp, error))
        return false;
    stamp = arena_format(context->arena, "%s %s", stamp, site->kinds_stamp);
    if (standard[0] == '\0' && site->plan != NULL &&
        string_equals(stamp, site->plan_stamp)) {
        *plan = site->plan;
        return true;
    }
    if (!may_keep(context, standard, &keep, error))
        return false;
    arena = keep ? site_arena(site) : context->arena;
    if (!build(context, standard, arena, &made, error)) {
        if (keep)
            site_arena_end(site, arena);
        return false;
    }
    *plan = made;
    if (!keep) {
        /* What is known of an older plan will not be brought up to date. */
        if (standard[0] == '\0' && !database_is_writing(context->db))
            site->facts = NULL;
        return true;
    }
    /* What is known rests on the plan. */
    arena_destroy(site->facts_arena);
    site->facts_arena = NULL;
    site->facts = NULL;
    site_arena_end(site, site->plan_arena);
    site->plan_arena = arena;
    site->plan_stamp = arena_string(arena, stamp);
    site->plan = made;
    return true;
}
