/* Every part of the expectation language on a site, both ways: what meets it,
 * and what does not. */
#include "base/crypto.h"
#include "conformance_fixture.h"
#include "domain/expectation_check.h"
#include "domain/person.h"
#include "domain/record_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"
#define TODAY "2026-11-21"

static int set_up(void **state)
{
    *state = fixture_create(NOW);
    return crypto_start() ? 0 : 1;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

/* Clauses 1, 2, … that expect these, all claimed on an approved page. */
static void ask(struct fixture *f, const char *const *expected)
{
    struct builder text = builder_create(f->arena);
    struct builder claims = builder_create(f->arena);

    builder_put(&text, "standard 900:1\nname Own\ntitle Own\nscope yes\n");
    for (int i = 0; expected[i] != NULL; i++) {
        builder_format(&text,
            "clause %d\n kind requirement\n heading H%d\n  expect %s\n", i + 1,
            i + 1, expected[i]);
        builder_format(&claims, "%s900/%d", i == 0 ? "" : " ", i + 1);
    }
    conformance_load(f, (const char *const[]){builder_string(&text), NULL});
    conformance_claim(f, "how", builder_string(&claims));
}
#define ASK(f, ...) ask(f, (const char *const[]){__VA_ARGS__, NULL})

/* One letter a clause: m met, s stale, u unmet. The verdict must go with it. */
static const char *states_as_of(struct fixture *f, const char *as_of)
{
    const struct conformance *result = conformance_of(f, "900", as_of);
    struct builder states = builder_create(f->arena);

    for (size_t i = 0; i < result->clause_count; i++) {
        static const struct {
            char letter;
            enum verdict verdict;
            const char *rules;
        } fits[] = {{'m', VERDICT_EVIDENCED, ""},
            {'s', VERDICT_STALE, "IMS005"}, {'u', VERDICT_ASSERTED, "IMS004"}};
        const struct conformance_clause *clause = &result->clauses[i];
        enum expectation_state state = clause->expectations[0].state;

        assert_int_equal(clause->verdict, fits[state].verdict);
        assert_string_equal(
            conformance_rules_of(f->arena, clause), fits[state].rules);
        builder_byte(&states, fits[state].letter);
    }
    return builder_string(&states);
}

static const char *states(struct fixture *f)
{
    return states_as_of(f, TODAY);
}

static const struct conformance_expectation *answer(
    struct fixture *f, const char *clause)
{
    return &conformance_clause_of(conformance_of(f, "900", TODAY), clause)
                ->expectations[0];
}

static const char *reason(struct fixture *f, const char *clause)
{
    return conformance_clause_of(conformance_of(f, "900", TODAY), clause)
        ->findings[0]
        .message;
}

#define ADD(f, kind, ...) fixture_add_record(f, kind, __VA_ARGS__, NULL)
#define CHANGE(f, kind, number, ...)                                           \
    fixture_change_record(f, kind, number, __VA_ARGS__, NULL)

static void at_least(void **state)
{
    struct fixture *f = *state;

    ASK(f, "at least 3 audit within 12 months");
    for (int i = 0; i < 2; i++)
        ADD(f, "audit", "status", "closed", "ended", "2026-10-01");
    assert_string_equal(states(f), "u");
    ADD(f, "audit", "status", "closed", "ended", "2025-10-01");
    assert_string_equal(states(f), "s");
    ADD(f, "audit", "status", "closed", "ended", "2026-10-02");
    assert_string_equal(states(f), "m");
}

/* Ten are there, each of which refers to the clause in many ways, behind very
 * many others that are newer and count for another expectation. */
static void at_least_counts_records_not_references(void **state)
{
    struct fixture *f = *state;

    ASK(f, "at least 20 document linked");
    assert_true(site_begin(&f->context, &f->error));
    for (int i = 0; i < 20; i++)
        ADD(f, "document", "status", "current", "issued", "2026-10-01",
            "clauses", "900/1", "body",
            "[a](clause:900/1) [b](clause:900:1/1) [c](clause:900/1) "
            "[d](clause:900/1) [e](clause:900/1)");
    assert_true(site_commit(&f->context, &f->error));
    assert_string_equal(states(f), "m");
    assert_int_equal(answer(f, "1")->total, 20);
    CHANGE(f, "document", 7, "status", "draft");
    assert_string_equal(states(f), "u");
    assert_int_equal(answer(f, "1")->total, 19);
}

static void any_linked(void **state)
{
    struct fixture *f = *state;
    long long number;

    ASK(f, "any linked within 12 months", "todo linked", "audit or todo");
    assert_string_equal(states(f), "uuu");
    number = ADD(f, "todo", "status", "closed", "closed_on", "2026-10-01",
        "clauses", "900/2");
    assert_string_equal(states(f), "umm");
    CHANGE(f, "todo", number, "clauses", "900/1");
    assert_string_equal(states(f), "mum");
    CHANGE(f, "todo", number, "clauses", "");
    assert_string_equal(states(f), "uum");
    /* A page that refers to it is no record. */
    fixture_put_page(f, "more.md", "---\ntitle: M\n---\n[a](clause:900/1)\n");
    assert_string_equal(states(f), "uum");
}

/* What only calls for a clause is no evidence for it, however much there is. */
static void very_many_that_call_for_it(void **state)
{
    struct fixture *f = *state;

    ASK(f, "any linked", "rtp linked");
    assert_true(site_begin(&f->context, &f->error));
    for (int i = 0; i < 90; i++)
        ADD(f, "rtp", "status", "accepted", "clauses", "900/1 900/2");
    assert_true(site_commit(&f->context, &f->error));
    conformance_seek(&f->context, &f->error);
    assert_string_equal(states(f), "um");
    ADD(f, "todo", "status", "closed", "clauses", "900/1");
    assert_string_equal(states(f), "mm");
}

/* An older one of the same kind and status that does count is behind them. */
static void very_many_before_one_that_counts(void **state)
{
    struct fixture *f = *state;

    ASK(f, "any linked", "any linked within 1 years");
    ADD(f, "obligation", "status", "current", "checked_on", "2024-01-01",
        "body", "[x](clause:900/1) [y](clause:900/2)");
    assert_true(site_begin(&f->context, &f->error));
    for (int i = 0; i < 90; i++)
        ADD(f, "obligation", "status", "current", "checked_on", "2026-10-01",
            "clauses", "900/1 900/2");
    assert_true(site_commit(&f->context, &f->error));
    conformance_seek(&f->context, &f->error);
    assert_string_equal(states(f), "ms");
}

static void is_status(void **state)
{
    struct fixture *f = *state;
    long long number;

    ASK(f, "review is held or closed", "review is planned", "review");
    number = ADD(f, "review", "status", "planned", "held_on", "2026-10-01");
    assert_string_equal(states(f), "umu");
    CHANGE(f, "review", number, "status", "held");
    assert_string_equal(states(f), "mum");
    CHANGE(f, "review", number, "status", "closed");
    assert_string_equal(states(f), "mum");
}

static void through_others(void **state)
{
    struct fixture *f = *state;
    long long measure;
    long long lower;

    ASK(f, "audit linked through measure within 12 months",
        "audit linked within 12 months");
    measure = ADD(f, "measure", "status", "running", "clauses", "900/1 900/2");
    assert_string_equal(states(f), "uu");
    ADD(f, "audit", "status", "closed", "ended", "2026-03-01", "body",
        "It looked at [m](measure:1).");
    assert_string_equal(states(f), "mu");
    assert_string_equal(answer(f, "1")->evidence[0].ref, "audit:1");
    /* What was given up carries nothing. */
    CHANGE(f, "measure", measure, "status", "retired");
    assert_string_equal(states(f), "uu");
    CHANGE(f, "measure", measure, "status", "planned");
    assert_string_equal(states(f), "mu");
    /* Another step. */
    lower = ADD(f, "measure", "status", "running", "body", "[m](measure:1)");
    CHANGE(f, "audit", 1, "body", "[m](measure:2)");
    assert_string_equal(states(f), "mu");
    CHANGE(f, "measure", lower, "body", "Nothing.");
    assert_string_equal(states(f), "uu");
    /* Of a kind that is not named. */
    ADD(f, "todo", "body", "[m](measure:1)");
    CHANGE(f, "audit", 1, "body", "[m](todo:1)");
    assert_string_equal(states(f), "uu");
    /* Towards it, not away from it. */
    CHANGE(f, "audit", 1, "body", "");
    CHANGE(f, "measure", measure, "evidence", "audit:1");
    assert_string_equal(states(f), "uu");
    CHANGE(f, "audit", 1, "clauses", "900/1");
    assert_string_equal(states(f), "mu");
}

static void through_a_circle(void **state)
{
    struct fixture *f = *state;

    ASK(f, "audit linked through measure or todo within 12 months");
    ADD(f, "measure", "status", "running", "clauses", "900/1", "body",
        "[x](measure:3)");
    ADD(f, "measure", "status", "running", "body", "[x](measure:1)");
    ADD(f, "measure", "status", "running", "body",
        "[x](measure:2) [y](measure:3)");
    assert_string_equal(states(f), "u");
    ADD(f, "todo", "body", "[x](measure:3)");
    ADD(f, "audit", "status", "closed", "ended", "2024-03-01", "body",
        "[x](todo:1)");
    assert_string_equal(states(f), "s");
    assert_string_equal(reason(f, "1"),
        "Expected: An audit that refers to this clause, itself or through "
        "measures or to-dos, at most 12 months old. The newest is “A test” of "
        "1 Mar 2024.");
    /* The newest of all ways wins. */
    ADD(f, "audit", "status", "closed", "ended", "2026-03-01", "body",
        "[x](measure:2)");
    assert_string_equal(states(f), "m");
    assert_string_equal(answer(f, "1")->evidence[0].ref, "audit:2");
    CHANGE(f, "audit", 2, "status", "running");
    assert_string_equal(states(f), "s");
}

/* The one that is proved is the oldest of very many. */
static void through_one_of_very_many(void **state)
{
    struct fixture *f = *state;

    ASK(f, "audit linked through measure");
    assert_true(site_begin(&f->context, &f->error));
    for (int i = 0; i < 120; i++)
        ADD(f, "measure", "status", "running", "checked_on",
            i == 0 ? "2020-01-01" : "2026-10-01", "clauses", "900/1");
    /* So many links that clauses are sought one by one. */
    for (int i = 0; i < 1800; i++)
        ADD(f, "todo", "status", "open", "body", "[x](person:ines.marchetti)");
    assert_true(site_commit(&f->context, &f->error));
    assert_string_equal(states(f), "u");
    ADD(f, "audit", "status", "closed", "body", "[m](measure:1)");
    assert_string_equal(states(f), "m");
}

static void with_a_field(void **state)
{
    struct fixture *f = *state;
    long long todo;

    ASK(f, "todo with cause", "todo linked with cause with criterion",
        "todo with evidence", "todo where severity is major with cause");
    todo = ADD(f, "todo", "status", "closed", "closed_on", "2026-10-01",
        "clauses", "900/2");
    assert_string_equal(states(f), "uuuu");
    CHANGE(f, "todo", todo, "cause", "It rained.");
    assert_string_equal(states(f), "muuu");
    CHANGE(f, "todo", todo, "criterion", "Dry feet.", "severity", "major");
    assert_string_equal(states(f), "mmum");
    CHANGE(f, "todo", todo, "severity", "minor");
    assert_string_equal(states(f), "mmuu");
    CHANGE(f, "todo", todo, "cause", "");
    assert_string_equal(states(f), "uuuu");
    /* What is referred to must be there. */
    ADD(f, "document", "status", "current");
    CHANGE(f, "todo", todo, "evidence", "document:1");
    assert_string_equal(states(f), "uumu");
    assert_true(site_begin(&f->context, &f->error) &&
                database_run(f->context.db,
                    "update item set present = 0 where ref = 'document:1'",
                    NO_VALUES, &f->error) &&
                site_commit(&f->context, &f->error));
    f->site->facts = NULL; /* as another worker sees it: there is no revision */
    assert_string_equal(states(f), "uuuu");
}

static void with_a_file(void **state)
{
    struct fixture *f = *state;
    struct record record;
    const char *hash;
    bool found;

    ASK(f, "document is current with file");
    ADD(f, "document", "status", "current", "issued", "2026-10-01", "body",
        "Filed under [x](file:"
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855).");
    assert_string_equal(states(f), "u"); /* it never came */
    assert_true(record_read(&f->context, kind_find(f->site, "document"), 1,
        &record, &found, &f->error));
    assert_true(record_file_add(&f->context, &record,
        &(struct record_file_draft){
            .name = "a.txt", .title = "A", .content = text_of("Words")},
        &hash, &f->error));
    assert_string_equal(states(f), "m");
    CHANGE(f, "document", 1, "status", "draft");
    assert_string_equal(states(f), "u");
}

static void where_a_field_says(void **state)
{
    struct fixture *f = *state;

    ASK(f, "finding is closed where grade is major or minor",
        "finding linked is closed where grade is observation within 12 months",
        "training where owner is nobody or daniel.achterberg",
        "training where method is room");
    ADD(f, "finding", "grade", "opportunity", "raised_on", "2026-10-01",
        "clauses", "900/2", "status", "closed");
    assert_string_equal(states(f), "uuuu");
    CHANGE(f, "finding", 1, "grade", "minor");
    assert_string_equal(states(f), "muuu");
    CHANGE(f, "finding", 1, "grade", "observation");
    assert_string_equal(states(f), "umuu");
    CHANGE(f, "finding", 1, "raised_on", "2025-10-01");
    assert_string_equal(states(f), "usuu");
    ADD(f, "training", "status", "done", "method", "online");
    assert_string_equal(states(f), "usuu");
    ADD(f, "training", "status", "done", "method", "room");
    assert_string_equal(states(f), "usum");
    ADD(f, "training", "status", "done", "owner", "daniel.achterberg");
    assert_string_equal(states(f), "usmm");
}

/* Worked out when it is asked for, as of the day that is asked for. */
static void where_a_live_field_says(void **state)
{
    struct fixture *f = *state;
    long long kpi;

    ASK(f, "kpi where on_target is yes", "kpi where on_target is no");
    kpi = ADD(f, "kpi", "status", "active", "target", "10", "direction", "up",
        "set_on", "2026-01-01");
    assert_int_equal(kpi, 1);
    assert_string_equal(states(f), "uu"); /* never measured */
    ADD(f, "measurement", "status", "confirmed", "kpi", "kpi:1", "value", "9",
        "measured_on", "2026-06-01");
    assert_string_equal(states(f), "um");
    ADD(f, "measurement", "status", "confirmed", "kpi", "kpi:1", "value", "11",
        "measured_on", "2026-09-01");
    assert_string_equal(states(f), "mu");
    assert_string_equal(states_as_of(f, "2026-08-31"), "um");
    assert_string_equal(states_as_of(f, "2026-05-31"), "uu");
    /* Void, and to come. */
    ADD(f, "measurement", "status", "void", "kpi", "kpi:1", "value", "1",
        "measured_on", "2026-10-01");
    ADD(f, "measurement", "status", "confirmed", "kpi", "kpi:1", "value", "1",
        "measured_on", "2027-01-01");
    assert_string_equal(states(f), "mu");
    CHANGE(f, "kpi", kpi, "target", "12");
    assert_string_equal(states(f), "um");
}

static void make_people(struct fixture *f, int count)
{
    assert_true(site_begin(&f->context, &f->error));
    for (int i = 0; i < count; i++) {
        struct person person = {.login = arena_format(f->arena, "person.%d", i),
            .name = "P",
            .post = "",
            .email = "",
            .roles = "staff",
            .active = true};

        assert_true(person_create(&f->context, &person, "", &f->error));
    }
    assert_true(site_commit(&f->context, &f->error));
}

static void covering_people(void **state)
{
    struct fixture *f = *state;

    make_people(f, 1); /* three with those of the fixture */
    ASK(f, "training covering 67% of people within 12 months",
        "training covering 66% of people within 12 months",
        "training covering 34% of people in others");
    assert_string_equal(states(f), "uuu");
    ADD(f, "training", "status", "done", "held_on", "2026-10-01");
    ADD(f, "training", "status", "done", "held_on", "2026-10-02");
    assert_string_equal(states(f), "uuu"); /* one person twice */
    ADD(f, "training", "status", "planned", "held_on", "2026-10-01", "owner",
        "person.0");
    assert_string_equal(states(f), "uuu");
    ADD(f, "training", "status", "passed", "held_on", "2026-10-01", "owner",
        "person.0", "others", "person:daniel.achterberg");
    assert_string_equal(states(f), "umu"); /* 66.6 %, rounded down */
    assert_int_equal(answer(f, "1")->fresh, 66);
    assert_string_equal(reason(f, "1"),
        arena_format(f->arena, "Expected: %s. It is so for 66 %%.",
            answer(f, "1")->explained));
    assert_int_equal(answer(f, "3")->fresh, 33);
    CHANGE(f, "training", 4, "others",
        "person:daniel.achterberg person:ines.marchetti");
    assert_string_equal(states(f), "umm");
    /* Who has left does not count, on either side. */
    assert_true(site_begin(&f->context, &f->error) &&
                database_run(f->context.db,
                    "update person set active = 0 where login = 'person.0'",
                    NO_VALUES, &f->error) &&
                site_commit(&f->context, &f->error));
    assert_string_equal(states(f), "uum");
    assert_int_equal(answer(f, "1")->fresh, 50);
    assert_int_equal(answer(f, "3")->fresh, 100);
    ADD(f, "training", "status", "done", "held_on", "2024-10-01", "owner",
        "daniel.achterberg");
    assert_string_equal(states(f), "ssm");
    assert_non_null(
        strstr(reason(f, "1"), "It is so for 50 %; for 100 % it once was."));
    ADD(f, "training", "status", "done", "held_on", "2026-11-21", "owner",
        "daniel.achterberg");
    assert_string_equal(states(f), "mmm");
    assert_string_equal(states_as_of(f, "2026-11-20"), "ssm");
    assert_string_equal(states_as_of(f, "2026-09-30"), "uuu");
}

/* The month, quarter, half-year or year that has not ended does not count. */
static void every_period(void **state)
{
    struct fixture *f = *state;

    ASK(f, "measurement every quarter within 12 months",
        "measurement every half-year within 1 years",
        "measurement every year within 2 years",
        "measurement every month within 2 months",
        "document linked every quarter within 6 months");
    ADD(f, "measurement", "status", "confirmed", "measured_on", "2026-11-01");
    assert_string_equal(states(f), "ssssu");
    ADD(f, "measurement", "status", "confirmed", "measured_on", "2026-09-30");
    ADD(f, "measurement", "status", "confirmed", "measured_on", "2026-06-30");
    ADD(f, "measurement", "status", "confirmed", "measured_on", "2026-01-01");
    assert_string_equal(states(f), "ssssu");
    assert_string_equal(answer(f, "1")->gap, "1 Oct 2025 to 31 Dec 2025");
    assert_non_null(
        strstr(reason(f, "1"), "There is none of 1 Oct 2025 to 31 Dec 2025."));
    ADD(f, "measurement", "status", "confirmed", "measured_on", "2025-10-01");
    assert_string_equal(states(f), "mmssu");
    assert_string_equal(answer(f, "3")->gap, "1 Jan 2024 to 31 Dec 2024");
    ADD(f, "measurement", "status", "confirmed", "measured_on", "2024-02-29");
    assert_string_equal(states(f), "mmmsu");
    assert_string_equal(answer(f, "4")->gap, "1 Oct 2026 to 31 Oct 2026");
    ADD(f, "measurement", "status", "confirmed", "measured_on", "2026-10-31");
    assert_string_equal(states(f), "mmmmu");
    CHANGE(f, "measurement", 3, "status", "void");
    assert_string_equal(states(f), "smmmu");
    ADD(f, "document", "status", "current", "issued", "2026-09-01", "clauses",
        "900/5");
    assert_string_equal(states(f), "smmms");
    ADD(f, "document", "status", "current", "issued", "2026-04-01", "clauses",
        "900/5");
    assert_string_equal(states(f), "smmmm");
    /* On the last day of a quarter it counts as whole. */
    assert_string_equal(states_as_of(f, "2026-12-30"), "smmmm");
    assert_string_equal(states_as_of(f, "2026-12-31"), "smmss");
}

static void only_old_periods(void **state)
{
    struct fixture *f = *state;

    ASK(f, "measurement every quarter within 6 months");
    ADD(f, "measurement", "status", "confirmed", "measured_on", "2023-01-01");
    assert_string_equal(states(f), "s");
    assert_string_equal(answer(f, "1")->gap, "1 Jul 2026 to 30 Sep 2026");
}

static void within_a_time(void **state)
{
    struct fixture *f = *state;

    ASK(f, "audit within 12 months", "audit within 365 days",
        "audit within 52 weeks", "audit within 1 years", "audit");
    ADD(f, "audit", "status", "closed", "ended", "2025-11-21");
    assert_string_equal(states(f), "mmsmm");
    assert_string_equal(states_as_of(f, "2026-11-22"), "ssssm");
    assert_string_equal(states_as_of(f, "2025-11-21"), "mmmmm");
    /* What lies in the future proves nothing. */
    assert_string_equal(states_as_of(f, "2025-11-20"), "uuuuu");
    CHANGE(f, "audit", 1, "ended", "2026-11-22");
    assert_string_equal(states(f), "uuuuu");
}

static void approved_by_somebody(void **state)
{
    struct fixture *f = *state;

    ASK(f, "approved within 6 months", "approved by administrator",
        "approved by forum or auditor", "approved");
    assert_string_equal(states(f), "mmum");
    assert_string_equal(states_as_of(f, "2027-05-21"), "mmum");
    assert_string_equal(states_as_of(f, "2027-05-22"), "smum");
    assert_true(site_begin(&f->context, &f->error) &&
                person_set_roles(
                    &f->context, "ines.marchetti", "forum staff", &f->error) &&
                site_commit(&f->context, &f->error));
    assert_string_equal(states(f), "mumm");
    assert_string_equal(answer(f, "3")->evidence[0].ref, "page:how");
}

static void approval_must_stand(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    ASK(f, "approved");
    fixture_put_page(f, "how.md",
        "---\ntitle: How\n---\n## Doing\n\n[x](meets:900/1)\n\nOther.\n");
    clause = conformance_clause_of(conformance_of(f, "900", TODAY), "1");
    assert_int_equal(clause->verdict, VERDICT_STALE);
    assert_int_equal(clause->expectations[0].state, EXPECTATION_STALE);
    assert_string_equal(
        conformance_rules_of(f->arena, clause), "IMS003 IMS005");
    fixture_put_page(f, "how.md", "---\ntitle: How\n---\nGone.\n");
    fixture_put_page(
        f, "new.md", "---\ntitle: New\n---\n## Doing\n\n[x](meets:900/1)\n");
    clause = conformance_clause_of(conformance_of(f, "900", TODAY), "1");
    assert_int_equal(clause->verdict, VERDICT_ASSERTED);
    assert_int_equal(clause->expectations[0].state, EXPECTATION_UNMET);
    assert_string_equal(
        conformance_rules_of(f->arena, clause), "IMS002 IMS004");
}

static void the_site_must_know_the_names(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *words;
        const char *problem; /* part of it, or NULL: fine */
    } cases[] = {
        {"audit is closed within 12 months", NULL},
        {"any linked is closed", NULL},
        {"audit or todo linked through measure is closed", NULL},
        {"finding where grade is major or minor", NULL},
        {"todo with cause with file", NULL},
        {"kpi where on_target is yes", NULL},
        {"training covering 90% of people", NULL},
        {"training covering 90% of people in others", NULL},
        {"approved by forum or auditor", NULL},
        {"ghost", "no kind of record “ghost”"},
        {"audit or ghost linked", "no kind of record “ghost”"},
        {"audit linked through ghost", "no kind of record “ghost”"},
        {"audit is dreamt", "no status “dreamt”"},
        {"audit is closed or dreamt", "no status “dreamt”"},
        {"audit or review is held", "audit has no status “held”"},
        {"any linked is dreamt", "no status “dreamt”"},
        {"audit with colour", "audit has no field “colour”"},
        {"audit or todo with cause", "audit has no field “cause”"},
        {"todo where colour is red", "todo has no field “colour”"},
        {"finding where grade is grave", "“grave” is none of the choices"},
        {"finding where grade is major or grave", "“grave” is none"},
        {"objective where status is x", "“x” does not fit the field status"},
        {"objective where status is agreed", NULL},
        {"kpi where on_target is maybe", "field on_target: Choose yes or no"},
        {"kpi where on_target is yes or no", NULL},
        {"todo where due is rubbish", "“rubbish” is not a date"},
        {"todo where due is 2026-02-30", "is not a date"},
        {"todo where due is 2026-02-28", NULL},
        {"risk where score is abc", "“abc” is not a number"},
        {"risk where score is 12 or 7.5", NULL},
        {"training where score is 75", NULL},
        {"training where score is 101", "too large"},
        {"training where score is lots", "not a percentage"},
        {"supplier where certificate_until is soon", "“soon” is not a date"},
        {"todo where owner is ines.marchetti", NULL},
        {"todo where owner is ines_marchetti", "named by login"},
        {"todo where title is anything", NULL},
        {"todo where clauses is 9", "“with clauses” asks"},
        {"approved by pope", "no role “pope”"},
        {"approved by forum or pope", "no role “pope”"},
        {"training covering 90% of people in course", "names no people"},
        {"training covering 90% of people in colour", "no field “colour”"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct expectation expectation;
        const char *problem;

        if (!expectation_parse(
                f->arena, text_of(cases[i].words), &expectation, &f->error))
            fail_msg("%s: %s", cases[i].words, f->error.message);
        problem = expectation_problem(f->arena, f->site, &expectation);
        if (cases[i].problem == NULL
                ? problem != NULL
                : problem == NULL || !strstr(problem, cases[i].problem))
            fail_msg("%s: %s", cases[i].words, problem);
    }
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(at_least),
        TEST(at_least_counts_records_not_references),
        TEST(any_linked),
        TEST(very_many_that_call_for_it),
        TEST(very_many_before_one_that_counts),
        TEST(is_status),
        TEST(through_others),
        TEST(through_a_circle),
        TEST(through_one_of_very_many),
        TEST(with_a_field),
        TEST(with_a_file),
        TEST(where_a_field_says),
        TEST(where_a_live_field_says),
        TEST(covering_people),
        TEST(every_period),
        TEST(only_old_periods),
        TEST(within_a_time),
        TEST(approved_by_somebody),
        TEST(approval_must_stand),
        TEST(the_site_must_know_the_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
