/* Records that are asked for whatever clause they refer to: kind by kind and
 * status by status along the index record_evidence. What was found is kept, and
 * mended when a record changes. */
#include "domain/conformance_walk.h"

#include <string.h>

enum {
    /* Records of one kind and status that are looked at when it matters what
     * they say: the newest. */
    LOOKED_AT = 1000
};

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
    long long most = expectation->term_count > 0 ? LOOKED_AT : 1;

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
    candidates_order(&walk->found);
    if (expectation->every == 0)
        candidates_keep_newest(&walk->found, most);
    return walk_sift(walk, expectation, &walk->found, error);
}

/* When it matters what they say, more of them are looked at, to a limit. */
static bool find_unlinked(struct walk *walk,
    const struct expectation *expectation, struct error *error)
{
    long long most = walk_wanted(expectation);

    return read_kinds(walk, expectation,
        expectation->term_count > 0 ? LOOKED_AT + most : most, error);
}

/* May the answer be mended record by record? Not when each period has a newest
 * of its own; nor when what records say depends on the day or on others. */
static bool may_mend(struct walk *walk, const struct expectation *expectation)
{
    return expectation->every == 0 && walk_says_alone(walk, expectation);
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
    if (!walk_says_all(walk, asked, candidate, &says, error))
        return false;
    candidate->date = says ? marks_date(record->date) : 0;
    return true;
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
    answer->known =
        kept == found->count || !found->more ||
        (now->date > 0 && kept > 0 &&
            candidates_newest_first(now, &found->items[kept - 1]) < 0);
    found->count = kept;
    if (now->date > 0)
        *candidates_add(arena, found) = *now;
    candidates_order(found);
    /* Of those looked at, only some are listed: there may still be others. */
    found->more = found->more && most > LOOKED_AT;
    candidates_keep_newest(found, most);
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
    mend_newest(answer, walk->facts->context.arena, &now,
        asked->term_count > 0 ? LOOKED_AT + walk_wanted(asked)
                              : walk_wanted(asked));
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

bool walk_find_unlinked(struct walk *walk, size_t expectation,
    const struct candidates **found, struct error *error)
{
    const struct expectation *asked =
        &walk->plan->expectations[expectation].expectation;
    struct facts_answer *kept = &walk->facts->answers[expectation];
    struct arena *arena = walk->facts->context.arena;

    *found = &kept->found;
    if (!mend_all(walk, expectation, kept, error))
        return false;
    if (kept->known)
        return true;
    if (!find_unlinked(walk, asked, error))
        return false;
    kept->found.count = 0;
    kept->found.more = walk->found.more;
    for (size_t i = 0; i < walk->found.count; i++)
        *candidates_add(arena, &kept->found) = walk->found.items[i];
    kept->known = may_mend(walk, asked);
    return true;
}
