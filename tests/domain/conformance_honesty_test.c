/* Sites in which every clause is in a random state that is known by
 * construction: the checker finds exactly what is wrong with it, no less and
 * no more. */
#include "base/clock.h"
#include "base/crypto.h"
#include "base/file.h"
#include "conformance_fixture.h"
#include "domain/evidence_file.h"
#include "domain/page.h"
#include "domain/person.h"
#include "domain/record_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"
#define TODAY "2026-11-21"
#define YEAR_AGO "2025-11-21"

enum { CLAUSES = 300, SEEDS = 6, WORDS_MOST = 40 };

/* States of a page that may claim a clause. */
enum page_state {
    PAGE_FINE,
    PAGE_NEW,     /* never approved */
    PAGE_CHANGED, /* since its approval */
    PAGE_LATE,    /* its review is */
    PAGE_BROKEN,  /* the section has a reference that leads nowhere */
    PAGE_CUT,     /* the section was taken out; the page is changed */
    PAGE_GONE,    /* removed */
    PAGE_STATES
};

static const char *const page_names[PAGE_STATES] = {
    "fine", "new", "changed", "late", "broken", "cut", "gone"};

enum asked {
    ASK_DOCUMENT,
    ASK_TWO,
    ASK_EVERY,
    ASK_CAUSE,
    ASK_FILE,
    ASK_GRADE,
    ASK_THROUGH,
    ASK_KPI,
    ASK_ANY,
    ASK_APPROVED,
    ASK_REVIEW, /* of no clause in particular, and so is the next */
    ASK_PEOPLE,
    ASK_COUNT
};

static const char *const asked_words[ASK_COUNT] = {
    "document linked is current within 12 months",
    "at least 2 todo linked is closed within 12 months",
    "incident linked every quarter within 12 months",
    "todo linked is closed with cause within 12 months",
    "document linked with file",
    "finding linked is closed where grade is minor",
    "audit linked through measure within 12 months",
    "kpi linked where on_target is yes",
    "any linked within 12 months",
    "approved within 6 months",
    "review is held or closed within 12 months",
    "training covering 60% of people within 12 months",
};

enum exclusion {
    EXCLUDED_NOT,
    EXCLUDED_FINE,
    EXCLUDED_NO_REASON,
    EXCLUDED_PROPOSED,
    EXCLUDED_WITHDRAWN,
    EXCLUDED_LATER,
    EXCLUSIONS
};

/* What was made of a clause, and what must be found. */
struct made {
    bool claimed[PAGE_STATES];
    enum asked asked[2];
    enum expectation_state state[2];
    const char *how[2]; /* for who reads the failure */
    size_t asked_count;
    enum exclusion exclusion;
    bool major;   /* an open finding */
    bool overdue; /* an action */
    bool shared;  /* 911 has a clause that asks the same */
    bool live;    /* a record that would be evidence refers to it */
};

struct trial {
    struct fixture *f;
    uint64_t random;
    struct made made[CLAUSES];
    enum expectation_state review;
    enum expectation_state people;
};

static unsigned draw(struct trial *trial, unsigned below)
{
    trial->random ^= trial->random << 13;
    trial->random ^= trial->random >> 7;
    trial->random ^= trial->random << 17;
    return (unsigned)(trial->random >> 33) % below;
}

#define ADD(kind, ...) fixture_add_record(trial->f, kind, __VA_ARGS__, NULL)

static const char *word(struct trial *trial, const char *format, long long n)
{
    return arena_format(trial->f->arena, format, n);
}

static const char *days_from(
    struct trial *trial, const char *date, unsigned days)
{
    return clock_add_days(trial->f->arena, date, (long)days);
}

/* Often the very first or last day that counts. */
static const char *fresh_day(struct trial *trial)
{
    switch (draw(trial, 6)) {
    case 0:
        return YEAR_AGO;
    case 1:
        return TODAY;
    default:
        return days_from(trial, YEAR_AGO, draw(trial, 365));
    }
}

static const char *old_day(struct trial *trial)
{
    return draw(trial, 3) == 0
               ? "2025-11-20"
               : days_from(trial, "2023-01-01", draw(trial, 1000));
}

static const char *later_day(struct trial *trial)
{
    return days_from(trial, "2026-11-22", draw(trial, 3) * draw(trial, 100));
}

/* Choose what the expectation is to be. */
static enum expectation_state choose(struct trial *trial)
{
    unsigned chosen = draw(trial, 10);

    return chosen < 5   ? EXPECTATION_MET
           : chosen < 7 ? EXPECTATION_STALE
                        : EXPECTATION_UNMET;
}

/* ---- evidence, clause by clause ---- */

static enum expectation_state make_document(
    struct trial *trial, const char *clause, const char **how)
{
    enum expectation_state state = choose(trial);

    if (state != EXPECTATION_UNMET) {
        if (state == EXPECTATION_MET && draw(trial, 2) == 0)
            ADD("document", "status", "current", "issued", old_day(trial),
                "clauses", clause);
        *how = "a document";
        ADD("document", "status", "current", "issued",
            state == EXPECTATION_MET ? fresh_day(trial) : old_day(trial),
            "body", word(trial, "Shows it.", 0), "clauses", clause);
        return state;
    }
    switch (draw(trial, 7)) {
    case 0:
        *how = "a draft";
        ADD("document", "status", "draft", "issued", fresh_day(trial),
            "clauses", clause);
        return state;
    case 1:
        *how = "superseded";
        ADD("document", "status", "superseded", "issued", fresh_day(trial),
            "clauses", clause);
        return state;
    case 2:
        *how = "another kind";
        ADD("change", "status", "done", "done_on", fresh_day(trial), "clauses",
            clause);
        return state;
    case 3:
        *how = "not linked";
        ADD("document", "status", "current", "issued", fresh_day(trial));
        return state;
    case 4:
        *how = "of a day to come";
        ADD("document", "status", "current", "issued", later_day(trial),
            "clauses", clause);
        return state;
    case 5:
        *how = "linked to a clause that is not there";
        ADD("document", "status", "current", "issued", fresh_day(trial), "body",
            "See [x](clause:910/9999) and [y](clause:999/1).");
        return state;
    default:
        *how = "nothing";
        return state;
    }
}

static void add_closed(struct trial *trial, const char *clause, bool fresh)
{
    ADD("todo", "status", "closed", "closed_on",
        fresh ? fresh_day(trial) : old_day(trial), "clauses", clause);
}

static enum expectation_state make_two(
    struct trial *trial, const char *clause, const char **how)
{
    enum expectation_state state = choose(trial);

    *how = "two to-dos";
    if (state != EXPECTATION_UNMET) {
        add_closed(trial, clause, true);
        add_closed(trial, clause, state == EXPECTATION_MET);
        return state;
    }
    *how = "one to-do, twice linked";
    if (draw(trial, 2) == 0)
        ADD("todo", "status", "closed", "closed_on", fresh_day(trial),
            "clauses", clause, "body",
            arena_format(trial->f->arena, "[x](clause:%s)", clause));
    return state;
}

static enum expectation_state make_every(
    struct trial *trial, const char *clause, const char **how)
{
    static const char *const quarters[] = {
        "2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01"};
    enum expectation_state state = choose(trial);
    unsigned gap = draw(trial, 4);

    *how = word(trial, "quarter %lld", gap);
    /* Of the present quarter, and of before. */
    if (state == EXPECTATION_STALE) {
        ADD("incident", "detected_at", "2026-10-01T08:00", "clauses", clause);
        ADD("incident", "detected_at", "2025-09-30T08:00", "clauses", clause);
    }
    for (unsigned i = 0; state != EXPECTATION_UNMET && i < 4; i++) {
        if (state == EXPECTATION_MET || i != gap)
            ADD("incident", "detected_at",
                arena_format(trial->f->arena, "%sT23:59",
                    days_from(trial, quarters[i],
                        draw(trial, 3) == 0 ? 89 : draw(trial, 90))),
                "clauses", clause);
    }
    return state;
}

static enum expectation_state make_cause(
    struct trial *trial, const char *clause, const char **how)
{
    enum expectation_state state = choose(trial);

    *how = "a cause";
    if (state == EXPECTATION_UNMET && draw(trial, 2) == 0)
        return state;
    if (state == EXPECTATION_UNMET)
        *how = "no cause";
    ADD("todo", "status", "closed", "closed_on",
        state == EXPECTATION_STALE ? old_day(trial) : fresh_day(trial),
        "clauses", clause, "cause",
        state == EXPECTATION_UNMET ? "" : "It rained.");
    return state;
}

static void file_on(struct trial *trial, long long number)
{
    struct fixture *f = trial->f;
    const char *hash;
    struct record record;
    bool found;

    conformance_must(
        record_read(&f->context, kind_find(f->site, "document"), number,
            &record, &found, &f->error) &&
            record_file_add(&f->context, &record,
                &(struct record_file_draft){.name = "a.txt",
                    .title = "A",
                    .content = text_of(word(trial, "File %lld", number))},
                &hash, &f->error),
        &f->error, "file");
}

static enum expectation_state make_file(
    struct trial *trial, const char *clause, const char **how)
{
    unsigned chosen = draw(trial, 4);
    long long number;

    *how = "no file";
    if (chosen == 0)
        return EXPECTATION_UNMET;
    if (chosen == 1)
        *how = "a reference to a file that is not there";
    number = ADD("document", "status", "current", "issued", old_day(trial),
        "clauses", clause, "body",
        chosen == 1 ? arena_format(trial->f->arena, "[x](file:%s)",
                          crypto_sha256(trial->f->arena, text_of(clause)))
                    : "Words.");
    if (chosen < 3)
        return EXPECTATION_UNMET;
    *how = "a file";
    file_on(trial, number);
    return EXPECTATION_MET;
}

static enum expectation_state make_grade(
    struct trial *trial, const char *clause, const char **how)
{
    unsigned chosen = draw(trial, 3);

    *how = chosen == 2 ? "minor" : "observation";
    if (chosen > 0)
        ADD("finding", "status", "closed", "grade", *how, "raised_on",
            old_day(trial), "clauses", clause);
    return chosen == 2 ? EXPECTATION_MET : EXPECTATION_UNMET;
}

static enum expectation_state make_through(
    struct trial *trial, const char *clause, const char **how)
{
    enum expectation_state state = choose(trial);
    unsigned chosen = draw(trial, 5);
    bool closed = state == EXPECTATION_UNMET && chosen == 0;
    bool other = state == EXPECTATION_UNMET && chosen == 1;
    long long number;

    *how = "nothing";
    if (state == EXPECTATION_UNMET && chosen > 3)
        return state;
    *how = closed ? "a closed measure" : other ? "an objective" : "a measure";
    number = other ? ADD("objective", "clauses", clause)
                   : ADD("measure", "clauses", clause, "status",
                         closed ? "retired" : "running");
    if (state != EXPECTATION_UNMET && draw(trial, 3) == 0) {
        *how = "two measures";
        number = ADD("measure", "status", "planned", "body",
            word(trial, "[m](measure:%lld)", number));
    }
    if (state == EXPECTATION_UNMET && chosen > 1) {
        *how = chosen == 2 ? "an audit that runs" : "an audit to come";
        ADD("audit", "status", chosen == 2 ? "running" : "closed", "ended",
            chosen == 2 ? fresh_day(trial) : later_day(trial), "body",
            word(trial, "[m](measure:%lld)", number));
        return state;
    }
    ADD("audit", "status", "closed", "ended",
        state == EXPECTATION_STALE ? old_day(trial) : fresh_day(trial), "body",
        word(trial, other ? "[m](objective:%lld)" : "[m](measure:%lld)",
            number));
    return state;
}

static enum expectation_state make_kpi(
    struct trial *trial, const char *clause, const char **how)
{
    unsigned chosen = draw(trial, 4);
    long long number = ADD("kpi", "status", "active", "target", "10",
        "direction", "up", "set_on", old_day(trial), "clauses", clause);
    const char *kpi = word(trial, "kpi:%lld", number);

    *how = "never measured";
    if (chosen == 0)
        return EXPECTATION_UNMET;
    *how = "measured";
    ADD("measurement", "status", "confirmed", "kpi", kpi, "value",
        chosen == 1 ? "12" : "8", "measured_on", "2026-03-01");
    if (chosen == 3) {
        *how = "only on target in future, or void";
        ADD("measurement", "status", "confirmed", "kpi", kpi, "value", "12",
            "measured_on", later_day(trial));
        ADD("measurement", "status", "void", "kpi", kpi, "value", "12",
            "measured_on", "2026-05-01");
    }
    return chosen == 1 ? EXPECTATION_MET : EXPECTATION_UNMET;
}

static enum expectation_state make_any(
    struct trial *trial, const char *clause, const char **how)
{
    static const struct {
        const char *kind;
        const char *status;
        const char *dated;
    } sorts[] = {{"audit", "closed", "ended"},
        {"document", "current", "issued"}, {"measure", "running", "checked_on"},
        {"todo", "closed", "closed_on"}, {"review", "held", "held_on"}};
    enum expectation_state state = choose(trial);
    unsigned sort = draw(trial, 4); /* reviews answer others as well */

    *how = sorts[sort].kind;
    if (state == EXPECTATION_UNMET && draw(trial, 2) == 0)
        ADD("todo", "status", "open", "clauses", clause);
    if (state != EXPECTATION_UNMET)
        ADD(sorts[sort].kind, "status", sorts[sort].status, sorts[sort].dated,
            state == EXPECTATION_MET ? fresh_day(trial) : old_day(trial),
            "clauses", clause);
    return state;
}

static enum expectation_state make_evidence(struct trial *trial,
    const struct made *made, enum asked asked, const char *clause,
    const char **how)
{
    static enum expectation_state (*const makers[ASK_APPROVED])(
        struct trial * trial, const char *clause, const char **how) = {
        make_document, make_two, make_every, make_cause, make_file, make_grade,
        make_through, make_kpi, make_any};

    *how = "of the site";
    switch (asked) {
    case ASK_APPROVED:
        if (made->claimed[PAGE_FINE] || made->claimed[PAGE_LATE] ||
            made->claimed[PAGE_BROKEN])
            return EXPECTATION_MET;
        return made->claimed[PAGE_CHANGED] ? EXPECTATION_STALE
                                           : EXPECTATION_UNMET;
    case ASK_REVIEW:
        return trial->review;
    case ASK_PEOPLE:
        return trial->people;
    default:
        return makers[asked](trial, clause, how);
    }
}

/* Records of one kind answer one expectation of a clause only. */
static bool goes_with(enum asked a, enum asked b)
{
    bool documents = (a == ASK_DOCUMENT || a == ASK_FILE) &&
                     (b == ASK_DOCUMENT || b == ASK_FILE);
    bool actions =
        (a == ASK_TWO || a == ASK_CAUSE) && (b == ASK_TWO || b == ASK_CAUSE);

    return a != b && !documents && !actions && a != ASK_ANY && b != ASK_ANY;
}

/* ---- a site ---- */

static void choose_clause(struct trial *trial, struct made *made)
{
    unsigned claims = draw(trial, 8);

    for (unsigned i = 0; i < (claims == 0 ? 0 : claims > 5 ? 2u : 1u); i++)
        made->claimed[draw(trial, 3) == 0 ? draw(trial, PAGE_STATES)
                                          : (unsigned)PAGE_FINE] = true;
    made->asked[0] = (enum asked)draw(trial, ASK_COUNT);
    made->asked[1] = (enum asked)draw(trial, ASK_COUNT);
    made->asked_count =
        draw(trial, 2) == 0 && goes_with(made->asked[0], made->asked[1]) ? 2
                                                                         : 1;
    if (draw(trial, 4) == 0)
        made->exclusion = (enum exclusion)draw(trial, EXCLUSIONS);
    /* Findings that are open count as anything does. */
    made->major = made->asked[0] != ASK_ANY && draw(trial, 8) == 0;
    made->overdue = draw(trial, 8) == 0;
    made->shared = draw(trial, 5) == 0;
}

static void load(struct trial *trial)
{
    struct fixture *f = trial->f;
    struct builder own = builder_create(f->arena);
    struct builder other = builder_create(f->arena);

    builder_put(&own, "standard 910:1\nname A\ntitle A\nscope yes\n");
    builder_put(&other, "standard 911:1\nname B\ntitle B\nscope yes\n");
    for (int i = 0; i < CLAUSES; i++) {
        const struct made *made = &trial->made[i];
        struct builder *both[] = {&own, &other};

        for (int b = 0; b < (made->shared ? 2 : 1); b++) {
            builder_format(both[b],
                "clause %d\n kind requirement\n heading H%d\n", i + 1, i + 1);
            if (made->shared)
                builder_format(both[b], " shares S.%d\n", i + 1);
            for (size_t e = 0; e < made->asked_count; e++)
                builder_format(
                    both[b], " expect %s\n", asked_words[made->asked[e]]);
        }
    }
    conformance_load(f, (const char *const[]){builder_string(&own),
                            builder_string(&other), NULL});
}

static void put_page(struct trial *trial, enum page_state page, bool with)
{
    struct fixture *f = trial->f;
    struct builder text = builder_create(f->arena);

    builder_format(&text, "---\ntitle: Page %s\n%s---\nLead%s.\n",
        page_names[page],
        page == PAGE_LATE ? "next_review: 2026-11-20\n"
                          : "next_review: 2026-11-21\n",
        with ? "" : " changed");
    for (int i = 0; i < CLAUSES; i++) {
        if (!trial->made[i].claimed[page] || (page == PAGE_CUT && !with))
            continue;
        builder_format(&text,
            "\n## Clause %d\n\n[x](meets:%s/%d)\n\nSo it is done.\n", i + 1,
            "910", i + 1);
        if (page == PAGE_BROKEN)
            builder_put(&text, "\nSee [x](todo:99999).\n");
    }
    fixture_put_page(f, arena_format(f->arena, "%s.md", page_names[page]),
        builder_string(&text));
}

static void put_pages(struct trial *trial)
{
    struct fixture *f = trial->f;
    size_t changed = 0;

    for (int page = 0; page < PAGE_STATES; page++) {
        put_page(trial, (enum page_state)page, true);
        if (page != PAGE_NEW)
            fixture_approve(f, page_names[page]);
        if (page == PAGE_CHANGED || page == PAGE_CUT)
            put_page(trial, (enum page_state)page, false);
    }
    unlink(file_join(f->arena, f->site->manual, "gone.md"));
    conformance_must(
        page_sync(&f->context, &changed, &f->error), &f->error, "page_sync");
}

static void exclude(
    struct trial *trial, const char *clause, enum exclusion exclusion)
{
    if (exclusion == EXCLUDED_NOT)
        return;
    ADD("applicability", "excludes", clause, "status",
        exclusion == EXCLUDED_PROPOSED    ? "proposed"
        : exclusion == EXCLUDED_WITHDRAWN ? "withdrawn"
                                          : "agreed",
        "body", exclusion == EXCLUDED_NO_REASON ? "" : "We have none.",
        "decided_on",
        exclusion == EXCLUDED_LATER ? later_day(trial) : old_day(trial));
}

static void speak_against(
    struct trial *trial, const char *clause, const struct made *made)
{
    if (made->major)
        ADD("finding", "status", "answered", "grade", "major", "raised_on",
            old_day(trial), "clauses", clause);
    else if (draw(trial, 4) == 0)
        ADD("finding", "status", "closed", "grade", "major", "raised_on",
            old_day(trial));
    if (made->overdue)
        ADD("todo", "status", "open", "due", "2026-11-20", "clauses", clause);
    else if (draw(trial, 4) == 0)
        ADD("todo", "status", "open", "due", TODAY, "clauses", clause);
}

/* Five people in all, three of whom make sixty per cent. */
static void train(struct trial *trial)
{
    static const char *const people[] = {
        "ines.marchetti", "daniel.achterberg", "eva.third"};
    struct fixture *f = trial->f;

    conformance_must(site_begin(&f->context, &f->error), &f->error, "begin");
    for (int i = 0; i < 3; i++) {
        struct person person = {
            .login = i == 0 ? "eva.third" : word(trial, "person.%lld", i),
            .name = "P",
            .post = "",
            .email = "",
            .roles = "staff",
            .active = true};

        conformance_must(person_create(&f->context, &person, "", &f->error),
            &f->error, "person");
    }
    conformance_must(site_commit(&f->context, &f->error), &f->error, "commit");
    trial->people = choose(trial);
    for (int i = 0; i < 3; i++) {
        if (i == 2 && trial->people == EXPECTATION_UNMET)
            continue;
        ADD("training", "status", "done", "owner", people[i], "held_on",
            i == 2 && trial->people == EXPECTATION_STALE ? old_day(trial)
                                                         : fresh_day(trial));
    }
    trial->review = choose(trial);
    ADD("review", "status", "planned", "held_on", fresh_day(trial));
    ADD("review", "status", "held", "held_on", later_day(trial));
    if (trial->review != EXPECTATION_UNMET)
        ADD("review", "status", "held", "held_on",
            trial->review == EXPECTATION_MET ? fresh_day(trial)
                                             : old_day(trial));
}

/* Is there a record that an exclusion cannot stand beside? */
static bool is_lived(struct trial *trial, const char *clause)
{
    struct fixture *f = trial->f;
    long long count = -1;

    conformance_must(
        database_number(f->context.db,
            "select count(*) from link join item on item.id = link.target "
            "join record on record.id = link.owner "
            "join status on status.kind = record.kind "
            "and status.name = record.status where item.ref = $1 "
            "and link.role <> 'excludes' and status.live = 1 "
            "and record.kind not in ('applicability', 'audit', 'programme', "
            "'questionnaire', 'waiver', 'finding', 'decision', 'review', "
            "'meeting') and case when record.dated <> '' then record.dated "
            "else substr(record.created_at, 1, 10) end <= $2",
            VALUES(value_text(clause), value_text(TODAY)), &count, &f->error),
        &f->error, "is_lived");
    return count > 0;
}

static void build(struct trial *trial)
{
    struct fixture *f = trial->f;

    for (int i = 0; i < CLAUSES; i++)
        choose_clause(trial, &trial->made[i]);
    load(trial);
    train(trial);
    put_pages(trial);
    for (int i = 0; i < CLAUSES; i++) {
        struct made *made = &trial->made[i];
        const char *clause = word(trial, "910/%lld", i + 1);

        for (size_t e = 0; e < made->asked_count; e++)
            made->state[e] = make_evidence(
                trial, made, made->asked[e], clause, &made->how[e]);
        exclude(trial, clause, made->exclusion);
        speak_against(trial, clause, made);
        made->live = is_lived(trial, word(trial, "clause:910:1/%lld", i + 1));
    }
    fixture_set_now(f, NOW);
}

/* ---- what must be found ---- */

struct expected {
    enum verdict verdict;
    int rules[12]; /* how often each, IMS001 first */
};

static bool is_claimed(const struct made *made)
{
    return made->claimed[PAGE_FINE] || made->claimed[PAGE_NEW] ||
           made->claimed[PAGE_CHANGED] || made->claimed[PAGE_LATE] ||
           made->claimed[PAGE_BROKEN];
}

static void expect_provided(const struct made *made, struct expected *expected)
{
    bool unmet = false;
    bool stale = made->claimed[PAGE_LATE];
    bool stands = made->claimed[PAGE_FINE] || made->claimed[PAGE_LATE] ||
                  made->claimed[PAGE_BROKEN];

    expected->rules[2] += made->claimed[PAGE_NEW];
    expected->rules[3] += made->claimed[PAGE_CHANGED];
    expected->rules[6] += made->claimed[PAGE_BROKEN];
    expected->rules[7] += made->claimed[PAGE_LATE];
    for (size_t e = 0; e < made->asked_count; e++) {
        unmet = unmet || made->state[e] == EXPECTATION_UNMET;
        stale = stale || made->state[e] == EXPECTATION_STALE;
        expected->rules[4] += made->state[e] == EXPECTATION_UNMET;
        expected->rules[5] += made->state[e] == EXPECTATION_STALE;
    }
    if (unmet || (!stands && !made->claimed[PAGE_CHANGED]))
        expected->verdict = VERDICT_ASSERTED;
    else
        expected->verdict =
            stale || !stands ? VERDICT_STALE : VERDICT_EVIDENCED;
}

/* `own`: of 910, where it is claimed; else of 911, which shares. */
static struct expected expect(const struct made *made, bool own)
{
    struct expected expected = {.verdict = VERDICT_MISSING};

    if (own) {
        expected.rules[10] = made->major;
        expected.rules[11] = made->overdue;
        expected.rules[8] = made->exclusion == EXCLUDED_NO_REASON;
    }
    if (own && made->exclusion == EXCLUDED_FINE)
        expected.rules[9] = made->live || is_claimed(made);
    if (own && made->exclusion == EXCLUDED_FINE && !made->live) {
        expected.verdict = VERDICT_EXCLUDED;
    } else if (!is_claimed(made)) {
        expected.rules[1] = 1;
    } else {
        expect_provided(made, &expected);
    }
    return expected;
}

/* What is wrong with the answer, or NULL. */
static const char *compare(struct arena *arena, const struct made *made,
    const struct expected *expected, const struct conformance_clause *clause)
{
    int rules[WORDS_MOST] = {0};

    if (clause->verdict != expected->verdict)
        return arena_format(arena, "%s, not %s",
            conformance_verdict_name(clause->verdict),
            conformance_verdict_name(expected->verdict));
    for (size_t i = 0; i < clause->finding_count; i++)
        rules[atoi(clause->findings[i].rule + 3) % WORDS_MOST]++;
    for (int rule = 0; rule < WORDS_MOST; rule++) {
        int wanted = rule < 12 ? expected->rules[rule] : 0;

        if (rules[rule] != wanted)
            return arena_format(
                arena, "IMS%03d %d times, not %d", rule, rules[rule], wanted);
    }
    for (size_t e = 0; e < made->asked_count; e++) {
        if (clause->expectations[e].state != made->state[e])
            return arena_format(arena, "expectation %zu is %d, not %d", e + 1,
                (int)clause->expectations[e].state, (int)made->state[e]);
    }
    return NULL;
}

static void tell(const struct made *made,
    const struct conformance_clause *clause, const char *problem)
{
    print_error("%s: %s\n", clause->clause.ref, problem);
    for (int page = 0; page < PAGE_STATES; page++) {
        if (made->claimed[page])
            print_error("  claimed by %s\n", page_names[page]);
    }
    for (size_t e = 0; e < made->asked_count; e++)
        print_error("  %s: to be %d, %s\n", asked_words[made->asked[e]],
            (int)made->state[e], made->how[e]);
    print_error("  exclusion %d, major %d, overdue %d\n", (int)made->exclusion,
        made->major, made->overdue);
    for (size_t i = 0; i < clause->finding_count; i++)
        print_error(
            "  %s %s\n", clause->findings[i].rule, clause->findings[i].message);
}

static size_t check(struct trial *trial, const char *standard, bool own,
    size_t *cases, size_t *verdicts)
{
    const struct conformance *result =
        conformance_of(trial->f, standard, TODAY);
    size_t wrong = 0;

    for (size_t i = 0; i < result->clause_count; i++) {
        const struct conformance_clause *clause = &result->clauses[i];
        const struct made *made = &trial->made[atoi(clause->clause.id) - 1];
        struct expected expected = expect(made, own);
        const char *problem = compare(trial->f->arena, made, &expected, clause);

        if (problem != NULL && wrong++ < 5)
            tell(made, clause, problem);
        verdicts[clause->verdict]++;
        (*cases)++;
    }
    return wrong;
}

/* Without names it is the same. */
static void compare_totals(struct trial *trial)
{
    struct context *context = &trial->f->context;
    const struct conformance_system *named = NULL;
    const struct conformance_system *bare = NULL;

    conformance_must(conformance_run_all(context, TODAY, CONFORMANCE_NAMED,
                         &named, &trial->f->error) &&
                         conformance_run_all(context, TODAY,
                             CONFORMANCE_VERDICTS, &bare, &trial->f->error),
        &trial->f->error, "conformance_run_all");
    assert_memory_equal(named->totals, bare->totals, sizeof named->totals);
    assert_int_equal(named->finding_count, bare->finding_count);
}

static void finds_what_is_wrong_and_nothing_else(void **state)
{
    size_t verdicts[VERDICT_COUNT] = {0};
    size_t cases = 0;
    size_t wrong = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct fixture *f = fixture_create(NOW);
        struct trial *trial = arena_alloc(f->arena, sizeof *trial);

        trial->f = f;
        trial->random = seed * 2654435761u + 88172645463325252u;
        build(trial);
        if (seed % 2 == 0)
            conformance_seek(&f->context, &f->error);
        wrong += check(trial, "910", true, &cases, verdicts);
        wrong += check(trial, "911", false, &cases, verdicts);
        compare_totals(trial);
        fixture_destroy(f);
    }
    print_message("%zu clauses of %d sites: %zu evidenced, %zu stale, %zu "
                  "asserted, %zu missing, %zu excluded; %zu wrong\n",
        cases, SEEDS, verdicts[VERDICT_EVIDENCED], verdicts[VERDICT_STALE],
        verdicts[VERDICT_ASSERTED], verdicts[VERDICT_MISSING],
        verdicts[VERDICT_EXCLUDED], wrong);
    assert_int_equal(wrong, 0);
    assert_true(cases >= (size_t)SEEDS * CLAUSES);
    for (int v = 0; v < VERDICT_COUNT; v++)
        assert_true(verdicts[v] > 20);
}

/* ---- references that lead nowhere ---- */

static const char small_standard[] =
    "standard 910:1\nname A\ntitle A\nscope yes\n"
    "clause 1\n kind requirement\n heading One\n"
    "clause 2\n kind requirement\n heading Two\n"
    "  expect audit linked through measure\n"
    "clause 3\n kind requirement\n heading Three\n"
    "  expect document linked with file\n"
    "clause 4\n kind requirement\n heading Four\n"
    "  expect todo linked is closed with evidence\n"
    "clause 5\n kind requirement\n heading Five\n"
    "  expect any linked\n";

/* "verdict: RULE RULE" */
static const char *told(struct fixture *f, const char *id)
{
    const struct conformance_clause *clause =
        conformance_clause_of(conformance_of(f, "910", TODAY), id);

    return arena_format(f->arena, "%s: %s",
        conformance_verdict_name(clause->verdict),
        conformance_rules_of(f->arena, clause));
}

static void make_small(struct fixture *f)
{
    conformance_load(f, (const char *const[]){small_standard, NULL});
    conformance_claim(f, "how", "910/1 910/2 910/3 910/4 910/5");
    assert_string_equal(told(f, "1"), "evidenced: ");
    for (int i = 2; i < 6; i++)
        assert_string_equal(
            told(f, arena_format(f->arena, "%d", i)), "asserted: IMS004");
}

static void a_section_that_is_gone_claims_nothing(void **state)
{
    struct fixture *f = fixture_create(NOW);
    size_t changed = 0;

    (void)state;
    make_small(f);
    fixture_put_page(f, "how.md", "---\ntitle: How\n---\n## Doing it\n\nX.\n");
    fixture_approve(f, "how");
    assert_string_equal(told(f, "1"), "missing: IMS001");
    /* Neither does a page that cannot be read. */
    conformance_claim(f, "how", "910/1");
    assert_string_equal(told(f, "1"), "evidenced: ");
    conformance_must(
        file_write(f->arena, file_join(f->arena, f->site->manual, "how.md"),
            text_of("## Doing it\n\n[x](meets:910/1)\n\n\xff\n"), &f->error) &&
            page_sync(&f->context, &changed, &f->error),
        &f->error, "page_sync");
    assert_int_equal(changed, 1);
    assert_string_equal(told(f, "1"), "missing: IMS001");
    conformance_claim(f, "how", "910/1");
    unlink(file_join(f->arena, f->site->manual, "how.md"));
    conformance_must(
        page_sync(&f->context, &changed, &f->error), &f->error, "page_sync");
    assert_string_equal(told(f, "1"), "missing: IMS001");
    /* A reference is no claim, nor is a claim of something else. */
    fixture_put_page(f, "how.md",
        "---\ntitle: How\n---\n## Doing it\n\n[x](meets:910/11) "
        "[y](meets:999/1) [z](meets:27001/4.1)\n\nSee [x](clause:910/1).\n");
    fixture_approve(f, "how");
    assert_string_equal(told(f, "1"), "missing: IMS001");
    fixture_destroy(f);
}

static void records_that_are_not_there_prove_nothing(void **state)
{
    struct fixture *f = fixture_create(NOW);

    (void)state;
    make_small(f);
    /* By way of a measure that nobody has written yet. */
    fixture_add_record(f, "audit", "status", "closed", "ended", "2026-10-01",
        "body", "[m](measure:1)", NULL);
    assert_string_equal(told(f, "2"), "asserted: IMS004");
    fixture_add_record(f, "measure", "status", "running", NULL);
    assert_string_equal(told(f, "2"), "asserted: IMS004");
    fixture_change_record(f, "measure", 1, "clauses", "910/2", NULL);
    assert_string_equal(told(f, "2"), "evidenced: ");
    /* A page that speaks of records is none. */
    fixture_put_page(
        f, "too.md", "---\ntitle: T\n---\n[a](clause:910/5) [b](document:9)\n");
    fixture_approve(f, "too");
    assert_string_equal(told(f, "5"), "asserted: IMS004");
    fixture_add_record(f, "document", "status", "current", "body",
        "[x](clause:910/55) [y](clause:911/5) [z](page:too)", NULL);
    assert_string_equal(told(f, "5"), "asserted: IMS004");
    /* Fields that refer to what is not there, or no more. */
    fixture_add_record(f, "todo", "status", "closed", "closed_on", "2026-10-01",
        "clauses", "910/4", "evidence", "document:1", NULL);
    assert_string_equal(told(f, "4"), "evidenced: ");
    assert_true(site_begin(&f->context, &f->error) &&
                database_run(f->context.db,
                    "update item set present = 0 where ref = 'document:1'",
                    NO_VALUES, &f->error) &&
                site_commit(&f->context, &f->error));
    assert_string_equal(told(f, "4"), "asserted: IMS004");
    fixture_destroy(f);
}

static const char *evidence_path(struct fixture *f)
{
    struct evidence_file file;
    const char *hash = "";
    bool found;

    conformance_must(
        database_text(f->context.db, "select hash from file", NO_VALUES, &hash,
            &f->error) &&
            evidence_file_read(&f->context, hash, &file, &found, &f->error),
        &f->error, "file");
    return file.path;
}

static void files_that_never_came_prove_nothing(void **state)
{
    struct fixture *f = fixture_create(NOW);
    struct trial trial = {.f = f};
    const char *hash = crypto_sha256(f->arena, text_of("never"));

    (void)state;
    make_small(f);
    fixture_add_record(f, "document", "status", "current", "clauses", "910/3",
        "body", arena_format(f->arena, "[x](file:%s)", hash), NULL);
    assert_string_equal(told(f, "3"), "asserted: IMS004");
    file_on(&trial, 1);
    assert_string_equal(told(f, "3"), "evidenced: ");
    /* And one that is gone. */
    assert_int_equal(unlink(evidence_path(f)), 0);
    fixture_change_record(f, "document", 1, "title", "Other", NULL);
    assert_string_equal(told(f, "3"), "asserted: IMS004");
    fixture_destroy(f);
}

static int start(void **state)
{
    (void)state;
    return crypto_start() ? 0 : 1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_wrong_and_nothing_else),
        cmocka_unit_test(a_section_that_is_gone_claims_nothing),
        cmocka_unit_test(records_that_are_not_there_prove_nothing),
        cmocka_unit_test(files_that_never_came_prove_nothing),
    };

    return cmocka_run_group_tests(tests, start, NULL);
}
