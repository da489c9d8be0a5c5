/* Records that refer to clauses come in one query, clause by clause and newest
 * first. For the rest each kind and status is asked once, along the index
 * record_dated. */
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
    /* Copies: the site's kinds may be loaded anew before the result is used. */
    const char *name = arena_string(walk->context->arena, kind->name);

    for (size_t i = 0; i < kind->status_count; i++) {
        const struct status *status = &kind->statuses[i];
        const char *named = answer->expectation.statuses;
        const char *word;

        if (named[0] == '\0' ? !status->live : !words_have(named, status->name))
            continue;
        word = arena_string(walk->context->arena, status->name);
        if (!read_more(walk,
                "select number, title, dated from record "
                "where kind = $1 and status = $2 and dated > '' "
                "and dated <= $3 order by dated desc, id desc limit $4",
                name, word, answer, error) ||
            !read_more(walk,
                "select number, title, substr(changed_at, 1, 10) from record "
                "where kind = $1 and status = $2 and dated = '' "
                "and substr(changed_at, 1, 10) <= $3 "
                "order by changed_at desc, id desc limit $4",
                name, word, answer, error))
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
 * a linked one, that is the whole answer. `answers` keeps it by its words. */
static bool know(struct walk *walk, struct map *answers, const char *words,
    struct conformance_expectation **known, struct error *error)
{
    struct arena *arena = walk->context->arena;
    struct conformance_expectation *answer = map_get(answers, words);

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
    map_set(answers, words, answer);
    *known = answer;
    return true;
}

/* The clause's own copy, because it says which expectation it is for. */
static void copy_answer(struct walk *walk,
    const struct conformance_expectation *known, size_t place,
    struct conformance_expectation *answer)
{
    size_t room = known->expectation.linked ? CONFORMANCE_EVIDENCE_LIMIT
                                            : known->evidence_count;

    *answer = *known;
    answer->evidence =
        arena_array(walk->context->arena, room + 1, sizeof *answer->evidence);
    for (size_t i = 0; i < known->evidence_count; i++) {
        answer->evidence[i] = known->evidence[i];
        answer->evidence[i].expectation = place;
    }
}

static bool read_expectations(struct walk *walk, struct error *error)
{
    struct map *answers = map_create(walk->context->arena);
    struct conformance_expectation *known;
    struct conformance_expectation *answer;
    struct rows rows;
    bool fine = true;

    walk->expectations =
        walk_list_create(walk, sizeof(struct conformance_expectation));
    if (!database_query(walk->context->db,
            "select clause.position, expectation.position, expectation.words "
            "from clause join expectation on expectation.clause = clause.id "
            "where clause.standard = $1 "
            "order by clause.position, expectation.position",
            VALUES(value_text(walk->result->standard.id)), &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        fine = know(walk, answers, rows_text(&rows, 2), &known, error);
        answer =
            walk_list_add(walk, &walk->expectations, rows_number(&rows, 0));
        if (fine && answer != NULL)
            copy_answer(walk, known, (size_t)rows_number(&rows, 1), answer);
    }
    walk_list_end(walk, &walk->expectations);
    return rows_end(&rows, error) && fine;
}

static bool record_counts(const struct site *site,
    const struct expectation *expectation, const char *kind, const char *status)
{
    const struct kind *known;
    const struct status *state;

    if (expectation->kinds[0] != '\0' && !words_have(expectation->kinds, kind))
        return false;
    if (expectation->statuses[0] != '\0')
        return words_have(expectation->statuses, status);
    known = kind_find(site, kind);
    state = known == NULL ? NULL : kind_status(known, status);
    return state != NULL && state->live;
}

/* One record that refers to the clause at `position`. Its text is copied only
 * where it will be listed: there may be many of them. */
static void add_linked(struct walk *walk, struct rows *rows, long long position)
{
    const char *kind = rows_text(rows, 2);
    const char *status = rows_text(rows, 3);
    const char *date = rows_text(rows, 4);
    size_t count;
    struct conformance_expectation *answers =
        walk_list_at(&walk->expectations, position, &count);

    for (size_t i = 0; i < count; i++) {
        struct conformance_expectation *answer = &answers[i];
        struct conformance_evidence evidence = {
            .kind = kind, .status = status, .date = date, .expectation = i};

        if (!answer->expectation.linked ||
            !record_counts(
                walk->context->site, &answer->expectation, kind, status))
            continue;
        evidence.fresh = is_fresh(answer, date);
        if (answer->evidence_count < CONFORMANCE_EVIDENCE_LIMIT) {
            evidence.ref = arena_format(
                walk->context->arena, "%s:%lld", kind, rows_number(rows, 5));
            evidence.title = rows_text(rows, 6);
        }
        add_evidence(answer, &evidence, CONFORMANCE_EVIDENCE_LIMIT);
    }
}

static bool read_linked(struct walk *walk, struct error *error)
{
    struct rows rows;
    long long last_position = -1;
    long long last_record = -1;

    if (!database_query(walk->context->db,
            "select clause.position, record.id, record.kind, "
            "record.status, " WALK_RECORD_DATE ", record.number, record.title "
            "from clause join link on link.target = clause.id "
            "join record on record.id = link.owner "
            "where clause.standard = $1 and link.role <> 'excludes' "
            "and " WALK_RECORD_DATE " <= $2 "
            "order by clause.position, 5 desc, record.id desc",
            VALUES(value_text(walk->result->standard.id),
                value_text(walk->result->as_of)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        long long position = rows_number(&rows, 0);
        long long id = rows_number(&rows, 1);

        if (position == last_position && id == last_record)
            continue;
        last_position = position;
        last_record = id;
        add_linked(walk, &rows, position);
    }
    return rows_end(&rows, error);
}

bool conformance_read_evidence(struct walk *walk, struct error *error)
{
    struct conformance_expectation *answers;

    if (!read_expectations(walk, error) || !read_linked(walk, error))
        return false;
    answers =
        (struct conformance_expectation *)(void *)walk->expectations.items;
    for (size_t i = 0; i < walk->expectations.count; i++)
        set_state(&answers[i]);
    return true;
}
