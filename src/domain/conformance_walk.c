/* What counts as what, and where to look for it. */
#include "domain/conformance_walk.h"

#include <string.h>

static bool class_counts(
    const struct expectation *expectation, const struct mark_class *class)
{
    if (class->state == NULL ||
        (expectation->kinds[0] != '\0' &&
            !words_have(expectation->kinds, class->kind)))
        return false;
    return expectation->statuses[0] == '\0'
               ? class->state->live
               : words_have(expectation->statuses, class->status);
}

/* What was given up no longer carries anything. */
static bool class_carries(
    const struct expectation *expectation, const struct mark_class *class)
{
    return class->state != NULL && !class->state->closed &&
           words_have(expectation->through, class->kind);
}

enum { USE_KNOWN = 1, USE_COUNTS = 2, USE_CARRIES = 4 };

static unsigned char use_of(
    const struct expectation *expectation, const struct mark_class *class)
{
    return (
        unsigned char)(USE_KNOWN |
                       (class_counts(expectation, class) ? USE_COUNTS : 0) |
                       (class_carries(expectation, class) ? USE_CARRIES : 0));
}

static bool is_used(struct walk *walk, size_t expectation,
    const struct mark_class *class, unsigned use)
{
    size_t *size = &walk->uses_size[expectation];
    unsigned char *known = walk->uses[expectation];

    if (class->place >= *size) {
        size_t more = size_add(marks_classes(walk->facts->marks), 32);
        unsigned char *grown = arena_alloc(walk->context->arena, more);

        if (*size > 0)
            memcpy(grown, known, *size);
        walk->uses[expectation] = known = grown;
        *size = more;
    }
    if (known[class->place] == 0)
        known[class->place] =
            use_of(&walk->plan->expectations[expectation].expectation, class);
    return (known[class->place] & use) != 0;
}

bool walk_counts(
    struct walk *walk, size_t expectation, const struct mark_class *class)
{
    return is_used(walk, expectation, class, USE_COUNTS);
}

bool walk_carries(
    struct walk *walk, size_t expectation, const struct mark_class *class)
{
    return is_used(walk, expectation, class, USE_CARRIES);
}

enum target_stage {
    STAGE_FAMILY,
    STAGE_TWINS,
    STAGE_TWINS_ABOVE,
    STAGE_WHOLE,
    STAGE_WHOLE_ABOVE,
    STAGE_PARTS,
    STAGE_END
};

/* Itself; then the clause of an item, or a clause's items, one after the
 * other. */
static bool next_of_family(const struct walk *walk, struct walk_target *target)
{
    const struct plan_clause *clauses = walk->plan->clauses;
    const struct plan_clause *clause = &clauses[target->clause];

    if (target->place == PLAN_NOWHERE) {
        target->place = target->clause;
        return true;
    }
    if (clause->above != PLAN_NOWHERE) {
        bool done = target->place == clause->above;

        target->place = clause->above;
        return !done;
    }
    target->place = target->place == target->clause
                        ? clause->item
                        : clauses[target->place].next;
    return target->place != PLAN_NOWHERE;
}

/* Clauses of its own standard may share a place, but ask different things. */
static bool is_of_another(const struct walk *walk, struct walk_target *target)
{
    const struct plan_clause *clauses = walk->plan->clauses;

    return clauses[target->place].standard != clauses[target->clause].standard;
}

/* The ring that `start` stands in; PLAN_NOWHERE is in none. */
static bool next_in_ring(
    const struct walk *walk, struct walk_target *target, size_t start)
{
    if (start == PLAN_NOWHERE)
        return false;
    do {
        bool begins = target->place == PLAN_NOWHERE;

        target->place =
            begins ? start : walk->plan->clauses[target->place].twin;
        if (!begins && target->place == start)
            return false;
    } while (!is_of_another(walk, target));
    return true;
}

/* Which parts an item of a whole is answered by, its place says if it has one.
 */
static bool next_part(const struct walk *walk, struct walk_target *target)
{
    const struct plan_clause *clauses = walk->plan->clauses;
    const struct plan_clause *whole = &clauses[target->clause];

    if (whole->above != PLAN_NOWHERE && whole->clause->shares[0] == '\0')
        whole = &clauses[whole->above];
    do {
        target->place = target->place == PLAN_NOWHERE
                            ? whole->part
                            : clauses[target->place].beside;
        if (target->place == PLAN_NOWHERE)
            return false;
    } while (!is_of_another(walk, target));
    return true;
}

/* What answers the clause of an item answers the item. */
static bool next_of_stage(const struct walk *walk, struct walk_target *target)
{
    const struct plan_clause *clauses = walk->plan->clauses;
    const struct plan_clause *clause = &clauses[target->clause];
    size_t above = clause->above;

    switch (target->stage) {
    case STAGE_FAMILY:
        return next_of_family(walk, target);
    case STAGE_TWINS:
        return next_in_ring(walk, target, target->clause);
    case STAGE_TWINS_ABOVE:
        return next_in_ring(walk, target, above);
    case STAGE_WHOLE:
        return next_in_ring(walk, target, clause->whole);
    case STAGE_WHOLE_ABOVE:
        return next_in_ring(
            walk, target, above == PLAN_NOWHERE ? above : clauses[above].whole);
    default:
        return next_part(walk, target);
    }
}

/* Has it a place in the structure that standards share? Only then do others
 * ask the same. */
static bool is_shared(const struct walk *walk, size_t place)
{
    const struct plan_clause *clause = &walk->plan->clauses[place];

    return clause->clause->shares[0] != '\0' ||
           (clause->above != PLAN_NOWHERE && is_shared(walk, clause->above));
}

bool walk_next_target(const struct walk *walk, struct walk_target *target)
{
    size_t end = is_shared(walk, target->clause) ? STAGE_END : STAGE_TWINS;

    while (target->stage < end) {
        if (next_of_stage(walk, target))
            return true;
        target->place = PLAN_NOWHERE;
        target->stage++;
    }
    return false;
}
