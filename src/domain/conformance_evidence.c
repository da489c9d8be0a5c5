/* Linked evidence comes from what the walk has read; for the rest each kind
 * and status is asked once, along the index record_dated. */
#include "domain/conformance_evidence.h"

#include <stdlib.h>
#include <string.h>

/* Every unlinked expectation reads so many records at most for each status,
 * newest first: more than one may ask for. */
enum { COUNTED_LIMIT = EXPECTATION_MOST };

static bool is_fresh(
    const struct conformance_expectation *answer, const char *date)
{
    return answer->oldest[0] == '\0' || strcmp(date, answer->oldest) >= 0;
}

/* Count a piece of evidence and, while there is room, list it. */
static void add_evidence(struct conformance_expectation *answer,
    const struct conformance_evidence *evidence, size_t room)
{
    answer->total++;
    answer->fresh += evidence->fresh;
    if (answer->evidence_count < room)
        answer->evidence[answer->evidence_count++] = *evidence;
}

static void set_state(struct conformance_expectation *answer)
{
    long long least = answer->expectation.at_least;

    answer->state = answer->fresh >= least   ? EXPECTATION_MET
                    : answer->total >= least ? EXPECTATION_STALE
                                             : EXPECTATION_UNMET;
}

static bool record_counts(
    const struct expectation *expectation, const struct walk_record *record)
{
    if (expectation->kinds[0] != '\0' &&
        !words_have(expectation->kinds, record->kind))
        return false;
    return expectation->statuses[0] == '\0'
               ? record->live
               : words_have(expectation->statuses, record->status);
}

static void answer_linked(struct walk *walk, long long position, size_t place,
    struct conformance_expectation *answer)
{
    size_t count;
    const struct walk_record *records =
        walk_list_at(&walk->records, position, &count);
    size_t room =
        count < CONFORMANCE_EVIDENCE_LIMIT ? count : CONFORMANCE_EVIDENCE_LIMIT;

    answer->evidence =
        arena_array(walk->context->arena, room, sizeof *answer->evidence);
    for (size_t i = 0; i < count; i++) {
        const struct walk_record *record = &records[i];
        struct conformance_evidence evidence = {.ref = record->ref,
            .kind = record->kind,
            .title = record->title,
            .status = record->status,
            .date = record->date,
            .fresh = is_fresh(answer, record->date),
            .expectation = place};

        if (record_counts(&answer->expectation, record))
            add_evidence(answer, &evidence, room);
    }
    set_state(answer);
}

static bool read_status(struct walk *walk, const char *sql, const char *kind,
    const char *status, struct conformance_expectation *answer, size_t room,
    struct error *error)
{
    struct rows rows;

    if (!database_query(walk->context->db, sql,
            VALUES(value_text(kind), value_text(status),
                value_text(walk->result->as_of), value_number(COUNTED_LIMIT)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct conformance_evidence evidence = {
            .kind = kind, .status = status, .date = rows_text(&rows, 2)};

        evidence.fresh = is_fresh(answer, evidence.date);
        if (answer->evidence_count < room) {
            evidence.ref = arena_format(
                walk->context->arena, "%s:%lld", kind, rows_number(&rows, 0));
            evidence.title = rows_text(&rows, 1);
        }
        add_evidence(answer, &evidence, room);
    }
    return rows_end(&rows, error);
}

/* Make room for a statement's newest, and read them. */
static bool read_more(struct walk *walk, const char *sql, const char *kind,
    const char *status, struct conformance_expectation *answer,
    struct error *error)
{
    size_t room = answer->evidence_count + CONFORMANCE_EVIDENCE_LIMIT;
    struct conformance_evidence *evidence =
        arena_array(walk->context->arena, room, sizeof *evidence);

    if (answer->evidence_count > 0)
        memcpy(evidence, answer->evidence,
            answer->evidence_count * sizeof *evidence);
    answer->evidence = evidence;
    return read_status(walk, sql, kind, status, answer, room, error);
}

static bool read_kind(struct walk *walk, const struct kind *kind,
    struct conformance_expectation *answer, struct error *error)
{
    for (size_t i = 0; i < kind->status_count; i++) {
        const struct status *status = &kind->statuses[i];
        const char *named = answer->expectation.statuses;

        if (named[0] == '\0' ? !status->live : !words_have(named, status->name))
            continue;
        if (!read_more(walk,
                "select number, title, dated from record "
                "where kind = $1 and status = $2 and dated > '' "
                "and dated <= $3 order by dated desc, id desc limit $4",
                kind->name, status->name, answer, error) ||
            !read_more(walk,
                "select number, title, substr(changed_at, 1, 10) from record "
                "where kind = $1 and status = $2 and dated = '' "
                "and substr(changed_at, 1, 10) <= $3 "
                "order by changed_at desc, id desc limit $4",
                kind->name, status->name, answer, error))
            return false;
    }
    return true;
}

static int newest_first(const void *left, const void *right)
{
    const struct conformance_evidence *a = left;
    const struct conformance_evidence *b = right;
    int order = strcmp(b->date, a->date);

    if (order == 0) /* audit:10 is newer than audit:9 */
        order = (strlen(a->ref) < strlen(b->ref)) -
                (strlen(a->ref) > strlen(b->ref));
    return order != 0 ? order : strcmp(b->ref, a->ref);
}

static bool answer_unlinked(struct walk *walk,
    struct conformance_expectation *answer, struct error *error)
{
    struct text rest = text_of(answer->expectation.kinds);
    struct text name;

    while (text_next(&rest, ' ', &name)) {
        const struct kind *kind = kind_find(
            walk->context->site, text_string(walk->context->arena, name));

        if (kind != NULL && !read_kind(walk, kind, answer, error))
            return false;
    }
    if (answer->evidence_count > 1)
        qsort(answer->evidence, answer->evidence_count,
            sizeof *answer->evidence, newest_first);
    if (answer->evidence_count > CONFORMANCE_EVIDENCE_LIMIT)
        answer->evidence_count = CONFORMANCE_EVIDENCE_LIMIT;
    set_state(answer);
    return true;
}

/* What is the same for all clauses that have this expectation; when it is not
 * a linked one, that is the whole answer. */
static bool know(struct walk *walk, const char *words,
    struct conformance_expectation **known, struct error *error)
{
    struct arena *arena = walk->context->arena;
    struct conformance_expectation *answer = map_get(walk->answers, words);

    *known = answer;
    if (answer != NULL)
        return true;
    answer = arena_alloc(arena, sizeof *answer);
    if (!expectation_parse(arena, text_of(words), &answer->expectation, error))
        return false;
    answer->explained = standard_explain(walk->context, &answer->expectation);
    answer->oldest =
        expectation_oldest(arena, &answer->expectation, walk->result->as_of);
    if (!answer->expectation.linked && !answer_unlinked(walk, answer, error))
        return false;
    map_set(walk->answers, words, answer);
    *known = answer;
    return true;
}

bool conformance_answer(struct walk *walk, long long position, size_t place,
    const char *words, struct conformance_expectation *answer,
    struct error *error)
{
    struct conformance_evidence *evidence;
    struct conformance_expectation *known;

    if (!know(walk, words, &known, error))
        return false;
    *answer = *known;
    if (answer->expectation.linked) {
        answer_linked(walk, position, place, answer);
        return true;
    }
    /* The clause's own copy, because it says which expectation it is for. */
    evidence = arena_array(
        walk->context->arena, answer->evidence_count + 1, sizeof *evidence);
    for (size_t i = 0; i < answer->evidence_count; i++) {
        evidence[i] = answer->evidence[i];
        evidence[i].expectation = place;
    }
    answer->evidence = evidence;
    return true;
}
