/* Answers to expectations: is there enough evidence, and is it fresh? What
 * refers to clauses is known from their marks. */
#include "domain/conformance_walk.h"

#include "base/clock.h"

#include <string.h>

/* ---- the answer ---- */

static void list_evidence(struct walk *walk,
    const struct candidates *candidates, int oldest,
    struct conformance_expectation *answer)
{
    size_t room = candidates->count < CONFORMANCE_EVIDENCE_LIMIT
                      ? candidates->count
                      : CONFORMANCE_EVIDENCE_LIMIT;

    answer->evidence =
        arena_array(walk->context->arena, room, sizeof *answer->evidence);
    answer->evidence_count = room;
    for (size_t i = 0; i < candidates->count; i++) {
        const struct candidate *candidate = &candidates->items[i];
        bool fresh = candidate->date >= oldest;

        answer->total++;
        answer->fresh += fresh;
        if (i < room)
            answer->evidence[i] =
                (struct conformance_evidence){.record = candidate->record,
                    .kind = candidate->class->kind,
                    .status = candidate->class->status,
                    .fresh = fresh};
    }
    answer->more = candidates->more;
}

static bool has_between(
    const struct candidates *candidates, int first, int last)
{
    for (size_t i = 0; i < candidates->count; i++) {
        if (candidates->items[i].date >= first &&
            candidates->items[i].date <= last)
            return true;
    }
    return false;
}

/* Every period has its record, or the newest that has none is told. */
static void look_at_periods(struct walk *walk,
    const struct candidates *candidates, struct conformance_expectation *answer)
{
    struct arena *arena = walk->context->arena;
    const struct expectation *expectation = answer->expectation;
    long long count = expectation_periods(expectation);
    long long met = 0;

    for (long long place = 0; place < count; place++) {
        const char *first;
        const char *last;

        expectation_period(
            arena, expectation, walk->as_of, place, &first, &last);
        if (has_between(candidates, marks_date(first), marks_date(last)))
            met++;
        else if (answer->gap[0] == '\0')
            answer->gap = arena_format(arena, "%s to %s",
                clock_show(arena, first), clock_show(arena, last));
    }
    answer->state = met == count            ? EXPECTATION_MET
                    : candidates->count > 0 ? EXPECTATION_STALE
                                            : EXPECTATION_UNMET;
}

static void settle(struct walk *walk, const struct candidates *candidates,
    struct conformance_expectation *answer)
{
    long long least = answer->expectation->at_least;
    int oldest = marks_date(answer->oldest);

    list_evidence(walk, candidates, oldest, answer);
    if (answer->expectation->every > 0) {
        look_at_periods(walk, candidates, answer);
        return;
    }
    answer->state = answer->fresh >= least   ? EXPECTATION_MET
                    : answer->total >= least ? EXPECTATION_STALE
                                             : EXPECTATION_UNMET;
}

/* ---- what refers to the clause ---- */

/* `all`: also those that were not read because there are so many. */
static bool add_marks(struct walk *walk, size_t expectation, size_t place,
    bool all, struct error *error)
{
    const struct mark_list *list = facts_on(walk->facts, place);
    const struct mark_class *whole = NULL;
    bool any =
        walk->plan->expectations[expectation].expectation.kinds[0] == '\0';

    for (size_t i = 0; i < list->count; i++) {
        const struct mark *mark = &list->marks[i];
        struct mark_list more = {.marks = NULL};

        if (mark->class == whole ||
            !walk_counts(walk, expectation, mark->class))
            continue;
        /* Those that only call for the clause may hide one that counts. */
        if (list->cut && (all || (any && mark->class->driving[0] != '\0'))) {
            whole = mark->class;
            if (!marks_read_class(walk->facts->marks,
                    walk->plan->clauses[place].clause->item, whole, &more,
                    error))
                return false;
        }
        for (size_t j = 0; j < (more.count > 0 ? more.count : 1); j++) {
            const struct mark *each = more.count > 0 ? &more.marks[j] : mark;

            if (!each->tells && !(any && each->drives) &&
                each->date <= walk->date)
                *candidates_add(walk->context->arena, &walk->found) =
                    (struct candidate){.date = each->date,
                        .record = each->owner,
                        .class = each->class};
        }
    }
    return true;
}

static bool find_linked(struct walk *walk, size_t clause, size_t expectation,
    bool all, struct error *error)
{
    const struct expectation *asked =
        &walk->plan->expectations[expectation].expectation;
    struct walk_target target = {.clause = clause, .place = PLAN_NOWHERE};

    walk->found.count = 0;
    walk->found.more = false;
    while (walk_next_target(walk, &target)) {
        if (!add_marks(walk, expectation, target.place, all, error))
            return false;
    }
    if (asked->through[0] != '\0' &&
        !walk_graph_add(walk, clause, expectation, error))
        return false;
    candidates_order(&walk->found);
    if (!all)
        candidates_keep_newest(&walk->found, walk_wanted(asked));
    return walk_sift(walk, asked, &walk->found, error);
}

/* The newest may not say what is asked, and do not tell of every period. */
static bool answer_linked(struct walk *walk, size_t clause, size_t expectation,
    struct conformance_expectation *answer, struct error *error)
{
    const struct expectation *asked = answer->expectation;

    if (!find_linked(walk, clause, expectation, asked->every > 0, error))
        return false;
    if (asked->term_count > 0 && walk->found.more &&
        (long long)walk->found.count < asked->at_least &&
        !find_linked(walk, clause, expectation, true, error))
        return false;
    settle(walk, &walk->found, answer);
    return true;
}

static bool answer_unlinked(struct walk *walk, size_t expectation,
    struct conformance_expectation *answer, struct error *error)
{
    const struct candidates *found;

    if (!walk_find_unlinked(walk, expectation, &found, error))
        return false;
    settle(walk, found, answer);
    return true;
}

/* The same for all clauses that have this expectation: asked once. */
static bool answer_once(struct walk *walk, size_t expectation,
    struct conformance_expectation *answer, struct error *error)
{
    struct conformance_expectation *known = walk->answers[expectation];

    if (known == NULL) {
        if (!(answer->expectation->covering > 0
                    ? walk_answer_people(walk, answer, error)
                    : answer_unlinked(walk, expectation, answer, error)))
            return false;
        known = arena_alloc(walk->context->arena, sizeof *known);
        *known = *answer;
        walk->answers[expectation] = known;
    }
    *answer = *known;
    answer->evidence = arena_array(walk->context->arena,
        known->evidence_count + 1, sizeof *answer->evidence);
    if (known->evidence_count > 0)
        memcpy(answer->evidence, known->evidence,
            known->evidence_count * sizeof *answer->evidence);
    return true;
}

bool walk_answer(struct walk *walk, size_t clause, size_t expectation,
    const struct conformance_clause *provided,
    struct conformance_expectation *answer, struct error *error)
{
    const struct plan_expectation *asked =
        &walk->plan->expectations[expectation];

    *answer =
        (struct conformance_expectation){.expectation = &asked->expectation,
            .explained = asked->explained,
            .gap = "",
            .oldest = walk->oldest[expectation]};
    if (asked->expectation.approved)
        return walk_answer_approval(walk, provided, answer, error);
    if (asked->expectation.linked)
        return answer_linked(walk, clause, expectation, answer, error);
    return answer_once(walk, expectation, answer, error);
}

bool walk_name_evidence(struct walk *walk,
    struct conformance_evidence *evidence, struct error *error)
{
    const struct known_record *record;

    if (evidence->ref != NULL)
        return true;
    if (!known_record(walk->facts->known, evidence->record, &record, error))
        return false;
    evidence->ref = record->ref;
    evidence->title = record->title;
    evidence->date = record->date;
    return true;
}
