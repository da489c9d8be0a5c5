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

enum { STAGE_FAMILY, STAGE_TWINS, STAGE_TWINS_ABOVE };

/* The clause of an item; or a clause's items, one after the other. */
static bool next_of_family(const struct walk *walk, struct walk_target *target)
{
    const struct plan_clause *clauses = walk->plan->clauses;
    const struct plan_clause *clause = &clauses[target->clause];

    if (clause->above != PLAN_NOWHERE) {
        bool done = target->place == clause->above;

        target->place = done ? target->clause : clause->above;
        return !done;
    }
    target->place = target->place == target->clause
                        ? clause->item
                        : clauses[target->place].next;
    if (target->place != PLAN_NOWHERE)
        return true;
    target->place = target->clause;
    return false;
}

/* Clauses of its own standard may share a place, but ask different things. The
 * ring is that of `of`. */
static bool next_twin(
    const struct walk *walk, struct walk_target *target, size_t of)
{
    const struct plan_clause *clauses = walk->plan->clauses;

    for (;;) {
        target->place = clauses[target->place].twin;
        if (target->place == of)
            return false;
        if (clauses[target->place].standard != clauses[of].standard)
            return true;
    }
}

bool walk_next_target(const struct walk *walk, struct walk_target *target)
{
    size_t above = walk->plan->clauses[target->clause].above;

    if (target->place == PLAN_NOWHERE) {
        target->place = target->clause;
        target->stage = STAGE_FAMILY;
        return true;
    }
    if (target->stage == STAGE_FAMILY) {
        if (next_of_family(walk, target))
            return true;
        target->stage = STAGE_TWINS;
    }
    if (target->stage == STAGE_TWINS) {
        if (next_twin(walk, target, target->clause))
            return true;
        /* What answers the clause of an item answers the item. */
        if (above == PLAN_NOWHERE)
            return false;
        target->stage = STAGE_TWINS_ABOVE;
        target->place = above;
    }
    return next_twin(walk, target, above);
}
