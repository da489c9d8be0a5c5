/* Answers to expectations: is there enough evidence, and is it fresh? What
 * refers to clauses is known from their marks; the rest is asked kind by kind
 * and status by status along the index record_evidence. */
#include "domain/conformance_walk.h"

#include "base/clock.h"
#include "domain/computation.h"
#include "domain/record.h"

#include <stdlib.h>
#include <string.h>

enum {
    /* Records of one kind and status that are looked at when it matters what
     * they say: the newest. */
    LOOKED_AT = 1000
};

static bool says_anything(const struct expectation *expectation)
{
    return expectation->term_count > 0;
}

/* More than are asked for, and enough to be listed. */
static long long wanted(const struct expectation *expectation)
{
    return expectation->at_least + CONFORMANCE_EVIDENCE_LIMIT + 1;
}

static int newest_first(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;

    if (a->date != b->date)
        return a->date < b->date ? 1 : -1;
    return (a->record < b->record) - (a->record > b->record);
}

/* Newest first, each record once. */
static void order(struct candidates *candidates)
{
    size_t kept = 0;

    if (candidates->count > 1)
        qsort(candidates->items, candidates->count, sizeof *candidates->items,
            newest_first);
    for (size_t i = 0; i < candidates->count; i++) {
        if (kept == 0 ||
            candidates->items[kept - 1].record != candidates->items[i].record)
            candidates->items[kept++] = candidates->items[i];
    }
    candidates->count = kept;
}

/* No more than are wanted, so that the answer does not depend on how many
 * happened to be read. */
static void keep_newest(struct candidates *candidates, long long most)
{
    if ((long long)candidates->count < most)
        return;
    candidates->count = (size_t)most;
    candidates->more = true;
}

/* ---- what a record must say ---- */

/* References to what is not there are none. */
static bool has_file(
    struct walk *walk, long long record, bool *has, struct error *error)
{
    long long count = 0;

    if (!database_number(walk->context->db,
            "select count(*) from link join item on item.id = link.target "
            "where link.owner = $1 and item.kind = 'file' "
            "and item.present = 1",
            VALUES(value_number(record)), &count, error))
        return false;
    *has = count > 0;
    return true;
}

/* Is there anything that the field refers to? */
static bool leads_somewhere(struct walk *walk, long long record,
    const char *field, bool *leads, struct error *error)
{
    long long count = 0;

    if (!database_number(walk->context->db,
            "select count(*) from link join item on item.id = link.target "
            "where link.owner = $1 and link.role = $2 and item.present = 1",
            VALUES(value_number(record), value_text(field)), &count, error))
        return false;
    *leads = count > 0;
    return true;
}

/* `with` a field that holds references asks for one that leads somewhere. */
static bool is_filled(struct walk *walk, const struct candidate *candidate,
    const char *field, const char *value, bool *filled, struct error *error)
{
    const struct kind *kind = candidate->class->of;
    int place = kind_field(kind, field);

    *filled = value[0] != '\0';
    return !*filled || place < 0 || !kind->fields[place].type->links ||
           leads_somewhere(walk, candidate->record, field, filled, error);
}

/* A value that depends on the day or on other records is worked out, as of the
 * day that is asked for. */
static bool live_value(struct walk *walk, const struct known_record *known,
    const struct kind *kind, const char *field, const char **value,
    struct error *error)
{
    struct context then = *walk->context;
    struct record record;
    const char *ignored;

    then.today = walk->as_of;
    if (!known_value(walk->facts->known, known, field, &ignored, error) ||
        !record_from_snapshot(&then, kind, known->value, &record, error))
        return false;
    record.id = known->id;
    record.number = known->number;
    if (!computation_fill_live(&then, &record, NULL, error))
        return false;
    *value = record_value_of(&record, field);
    return true;
}

static bool value_of(struct walk *walk, const struct candidate *candidate,
    const char *field, const char **value, struct error *error)
{
    const struct kind *kind = candidate->class->of;
    const struct known_record *record;
    int place = kind_field(kind, field);

    *value = "";
    if (place < 0)
        return true;
    if (!known_record(walk->facts->known, candidate->record, &record, error))
        return false;
    if (computation_is_live(&kind->fields[place]))
        return live_value(walk, record, kind, field, value, error);
    return known_value(walk->facts->known, record, field, value, error);
}

/* Values may be several, space separated. */
static bool has_one_of(const char *values, const char *value)
{
    struct text rest = text_of(values);
    struct text each;

    while (text_next(&rest, ' ', &each)) {
        struct text held = text_of(value);
        struct text word;

        while (text_next(&held, ' ', &word)) {
            if (word.size == each.size &&
                memcmp(word.data, each.data, each.size) == 0)
                return true;
        }
    }
    return false;
}

static bool says_all(struct walk *walk, const struct expectation *expectation,
    const struct candidate *candidate, bool *says, struct error *error)
{
    *says = true;
    for (size_t i = 0; *says && i < expectation->term_count; i++) {
        const struct expectation_term *term = &expectation->terms[i];
        const char *value;

        if (term->file) {
            if (!has_file(walk, candidate->record, says, error))
                return false;
            continue;
        }
        if (!value_of(walk, candidate, term->field, &value, error))
            return false;
        *says = has_one_of(term->values, value);
        if (term->values[0] == '\0' &&
            !is_filled(walk, candidate, term->field, value, says, error))
            return false;
    }
    return true;
}

/* Drop those that do not say what is asked. */
static bool sift(struct walk *walk, const struct expectation *expectation,
    struct candidates *candidates, struct error *error)
{
    size_t kept = 0;

    if (!says_anything(expectation))
        return true;
    for (size_t i = 0; i < candidates->count; i++) {
        bool says;

        if (!says_all(walk, expectation, &candidates->items[i], &says, error))
            return false;
        if (says)
            candidates->items[kept++] = candidates->items[i];
    }
    candidates->count = kept;
    return true;
}

/* ---- the answer ---- */

static void list_evidence(struct walk *walk,
    const struct candidates *candidates, int oldest,
    struct conformance_expectation *answer)
{
    size_t room = candidates->count < CONFORMANCE_EVIDENCE_LIMIT
                      ? candidates->count
                      : CONFORMANCE_EVIDENCE_LIMIT;

    answer->evidence =
        arena_array(walk->context->arena, room + 1, sizeof *answer->evidence);
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
    const struct expectation *expectation = &answer->expectation;
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
    long long least = answer->expectation.at_least;
    int oldest = marks_date(answer->oldest);

    list_evidence(walk, candidates, oldest, answer);
    if (answer->expectation.every > 0) {
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
        if (list->cut && all) {
            whole = mark->class;
            if (!marks_read_class(walk->facts->marks,
                    walk->plan->clauses[place].clause.item, whole, &more,
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
    order(&walk->found);
    if (!all)
        keep_newest(&walk->found, wanted(asked));
    return sift(walk, asked, &walk->found, error);
}

/* The newest may not say what is asked, and do not tell of every period. */
static bool answer_linked(struct walk *walk, size_t clause, size_t expectation,
    struct conformance_expectation *answer, struct error *error)
{
    const struct expectation *asked = &answer->expectation;

    if (!find_linked(walk, clause, expectation, asked->every > 0, error))
        return false;
    if (says_anything(asked) && walk->found.more &&
        (long long)walk->found.count < asked->at_least &&
        !find_linked(walk, clause, expectation, true, error))
        return false;
    settle(walk, &walk->found, answer);
    return true;
}

/* ---- what is asked of no clause in particular ---- */

/* Of one period, beside the newest of all. */
static bool read_between(struct walk *walk, const struct mark_class *class,
    const char *first, const char *last, long long most, struct error *error)
{
    struct rows rows;

    if (!database_query(walk->context->db,
            "select id, evidence_on from record where kind = $1 "
            "and status = $2 and evidence_on >= $3 and evidence_on <= $4 "
            "order by evidence_on desc, id desc limit $5",
            VALUES(value_text(class->kind), value_text(class->status),
                value_text(first), value_text(last), value_number(most)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct candidate *candidate =
            candidates_add(walk->context->arena, &walk->found);

        candidate->record = rows_number(&rows, 0);
        candidate->date = marks_date_of(rows_slice(&rows, 1));
        candidate->class = class;
    }
    return rows_end(&rows, error);
}

/* With `every`, at least one of each period. */
static bool read_periods(struct walk *walk,
    const struct expectation *expectation, const struct mark_class *class,
    struct error *error)
{
    long long most = says_anything(expectation) ? LOOKED_AT : 1;

    for (long long i = 0; i < expectation_periods(expectation); i++) {
        const char *first;
        const char *last;

        expectation_period(
            walk->context->arena, expectation, walk->as_of, i, &first, &last);
        if (!read_between(walk, class, first, last, most, error))
            return false;
    }
    return true;
}

static bool read_kind(struct walk *walk, const struct kind *kind,
    const struct expectation *expectation, long long most, struct error *error)
{
    for (size_t i = 0; i < kind->status_count; i++) {
        const struct status *status = &kind->statuses[i];
        const struct candidates *newest;
        const struct mark_class *class;

        if (expectation->statuses[0] == '\0'
                ? !status->live
                : !words_have(expectation->statuses, status->name))
            continue;
        if (!facts_records(
                walk->facts, kind, status, most, &newest, &class, error) ||
            !read_periods(walk, expectation, class, error))
            return false;
        /* Others may have asked for more of them. */
        for (size_t j = 0; j < newest->count && (long long)j < most; j++)
            *candidates_add(walk->context->arena, &walk->found) =
                newest->items[j];
        walk->found.more = walk->found.more || (long long)newest->count >= most;
    }
    return true;
}

static bool read_kinds(struct walk *walk, const struct expectation *expectation,
    long long most, struct error *error)
{
    struct text rest = text_of(expectation->kinds);
    struct text name;

    walk->found.count = 0;
    walk->found.more = false;
    while (text_next(&rest, ' ', &name)) {
        const struct kind *kind = kind_find(
            walk->context->site, text_string(walk->context->arena, name));

        if (kind != NULL && !read_kind(walk, kind, expectation, most, error))
            return false;
    }
    order(&walk->found);
    if (expectation->every == 0)
        keep_newest(&walk->found, most);
    return sift(walk, expectation, &walk->found, error);
}

/* When it matters what they say, those looked at may not do: then more of
 * them, to a limit. */
static bool find_unlinked(struct walk *walk,
    const struct expectation *expectation, struct error *error)
{
    long long most = wanted(expectation);

    return read_kinds(walk, expectation, most, error) &&
           (!says_anything(expectation) || !walk->found.more ||
               (long long)walk->found.count >= expectation->at_least ||
               read_kinds(walk, expectation, LOOKED_AT + most, error));
}

/* Does what a record says depend on the day, on other records, or on whether
 * these are there? */
static bool is_live(struct walk *walk, const struct expectation *expectation)
{
    struct text rest = text_of(expectation->kinds);
    struct text name;

    while (text_next(&rest, ' ', &name)) {
        const struct kind *kind = kind_find(
            walk->context->site, text_string(walk->context->arena, name));

        for (size_t i = 0; kind != NULL && i < expectation->term_count; i++) {
            const struct expectation_term *term = &expectation->terms[i];
            int place = kind_field(kind, term->field);

            if (term->file ||
                (place >= 0 && (computation_is_live(&kind->fields[place]) ||
                                   kind->fields[place].type->links)))
                return true;
        }
    }
    return false;
}

/* What a changed record is to the expectation now; `date` is 0 when it is no
 * evidence. */
static bool look_again(struct walk *walk, size_t expectation, long long id,
    struct candidate *candidate, struct error *error)
{
    const struct expectation *asked =
        &walk->plan->expectations[expectation].expectation;
    const struct known_record *record;
    const struct kind *kind;
    const struct status *status;
    bool says = true;

    *candidate = (struct candidate){.record = id};
    if (!known_record(walk->facts->known, id, &record, error))
        return false;
    kind = kind_find(walk->context->site, record->kind);
    status = kind == NULL ? NULL : kind_status(kind, record->status);
    if (status == NULL || !words_have(asked->kinds, record->kind) ||
        !(asked->statuses[0] == '\0'
                ? status->live
                : words_have(asked->statuses, record->status)) ||
        strcmp(record->date, walk->as_of) > 0)
        return true;
    candidate->class = facts_class(walk->facts, kind, status);
    if (!says_all(walk, asked, candidate, &says, error))
        return false;
    candidate->date = says ? marks_date(record->date) : 0;
    return true;
}

/* When it matters what they say or of which period they are, only nothing at
 * all stays so whatever else there is. */
static void mend_looked_at(
    struct facts_answer *answer, const struct candidate *now)
{
    answer->known = answer->found.count == 0 && now->date == 0;
}

/* The list with the record in its place; where there are others, one that is
 * gone makes room for one that is not known. */
static void mend_newest(struct facts_answer *answer, struct arena *arena,
    const struct candidate *now, long long most)
{
    struct candidates *found = &answer->found;
    size_t kept = 0;

    for (size_t i = 0; i < found->count; i++) {
        if (found->items[i].record != now->record)
            found->items[kept++] = found->items[i];
    }
    answer->known = kept == found->count || !found->more ||
                    (now->date > 0 && kept > 0 &&
                        newest_first(now, &found->items[kept - 1]) < 0);
    found->count = kept;
    if (now->date > 0)
        *candidates_add(arena, found) = *now;
    order(found);
    found->more = false;
    keep_newest(found, most);
}

/* The answer with one record looked at again; `known` is cleared when that
 * cannot be told. */
static bool mend_answer(struct walk *walk, size_t expectation,
    struct facts_answer *answer, long long id, struct error *error)
{
    const struct expectation *asked =
        &walk->plan->expectations[expectation].expectation;
    struct candidate now;

    if (!look_again(walk, expectation, id, &now, error))
        return false;
    if (says_anything(asked) || asked->every > 0)
        mend_looked_at(answer, &now);
    else
        mend_newest(answer, walk->facts->context.arena, &now, wanted(asked));
    return true;
}

static bool mend_all(struct walk *walk, size_t expectation,
    struct facts_answer *answer, struct error *error)
{
    const struct facts *facts = walk->facts;

    for (size_t i = 0; answer->known && i < facts->changed_count; i++) {
        if (!mend_answer(walk, expectation, answer, facts->changed[i], error))
            return false;
    }
    return true;
}

static bool answer_unlinked(struct walk *walk, size_t expectation,
    struct conformance_expectation *answer, struct error *error)
{
    const struct expectation *asked = &answer->expectation;
    struct facts_answer *kept = &walk->facts->answers[expectation];
    struct arena *arena = walk->facts->context.arena;

    if (!mend_all(walk, expectation, kept, error))
        return false;
    if (!kept->known) {
        if (!find_unlinked(walk, asked, error))
            return false;
        kept->found.count = 0;
        kept->found.more = walk->found.more;
        for (size_t i = 0; i < walk->found.count; i++)
            *candidates_add(arena, &kept->found) = walk->found.items[i];
        kept->known = !is_live(walk, asked);
    }
    settle(walk, &kept->found, answer);
    return true;
}

/* The same for all clauses that have this expectation: asked once. */
static bool answer_once(struct walk *walk, size_t expectation,
    struct conformance_expectation *answer, struct error *error)
{
    struct conformance_expectation *known = walk->answers[expectation];

    if (known == NULL) {
        if (!(answer->expectation.covering > 0
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
        (struct conformance_expectation){.expectation = asked->expectation,
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
