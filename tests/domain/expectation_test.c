/* The grammar of expectations: what is taken, what is refused, plain words. */
#include "domain/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    *state = arena_create();
    return 0;
}

static int tear_down(void **state)
{
    arena_destroy(*state);
    return 0;
}

static struct expectation parse(struct arena *arena, const char *words)
{
    struct expectation expectation;
    struct error error = error_create(arena);

    if (!expectation_parse(arena, text_of(words), &expectation, &error))
        fail_msg("“%s”: %s", words, error.message);
    return expectation;
}

static const char *refusal(struct arena *arena, const char *words)
{
    struct expectation expectation;
    struct error error = error_create(arena);

    if (expectation_parse(arena, text_of(words), &expectation, &error))
        fail_msg("“%s” was not refused", words);
    assert_int_not_equal(error.code, ERROR_NONE);
    assert_true(strlen(error.message) > 10);
    return error.message;
}

static void accepts_every_part(void **state)
{
    static const struct {
        const char *words;
        struct expectation expected;
    } cases[] = {
        {"audit", {.at_least = 1,
                      .kinds = "audit",
                      .linked = false,
                      .statuses = "",
                      .within = 0,
                      .unit = UNIT_NONE}},
        {"audit is closed within 12 months", {.at_least = 1,
                                                 .kinds = "audit",
                                                 .linked = false,
                                                 .statuses = "closed",
                                                 .within = 12,
                                                 .unit = UNIT_MONTHS}},
        {"review is held or closed within 12 months",
            {.at_least = 1,
                .kinds = "review",
                .linked = false,
                .statuses = "held closed",
                .within = 12,
                .unit = UNIT_MONTHS}},
        {"document linked", {.at_least = 1,
                                .kinds = "document",
                                .linked = true,
                                .statuses = "",
                                .within = 0,
                                .unit = UNIT_NONE}},
        {"at least 3 todo is closed within 1 years", {.at_least = 3,
                                                         .kinds = "todo",
                                                         .linked = false,
                                                         .statuses = "closed",
                                                         .within = 1,
                                                         .unit = UNIT_YEARS}},
        {"incident or change within 24 months", {.at_least = 1,
                                                    .kinds = "incident change",
                                                    .linked = false,
                                                    .statuses = "",
                                                    .within = 24,
                                                    .unit = UNIT_MONTHS}},
        {"any linked within 36 months", {.at_least = 1,
                                            .kinds = "",
                                            .linked = true,
                                            .statuses = "",
                                            .within = 36,
                                            .unit = UNIT_MONTHS}},
        {"at least 2 any linked is open or closed within 90 days",
            {.at_least = 2,
                .kinds = "",
                .linked = true,
                .statuses = "open closed",
                .within = 90,
                .unit = UNIT_DAYS}},
        {"risk-plan linked is in-force within 6 weeks",
            {.at_least = 1,
                .kinds = "risk-plan",
                .linked = true,
                .statuses = "in-force",
                .within = 6,
                .unit = UNIT_WEEKS}},
        {"  audit   is  closed ", {.at_least = 1,
                                      .kinds = "audit",
                                      .linked = false,
                                      .statuses = "closed",
                                      .within = 0,
                                      .unit = UNIT_NONE}},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct expectation got = parse(*state, cases[i].words);
        const struct expectation *expected = &cases[i].expected;

        assert_int_equal(got.at_least, expected->at_least);
        assert_string_equal(got.kinds, expected->kinds);
        assert_int_equal(got.linked, expected->linked);
        assert_string_equal(got.statuses, expected->statuses);
        assert_int_equal(got.within, expected->within);
        assert_int_equal(got.unit, expected->unit);
    }
    assert_string_equal(parse(*state, " audit linked ").words, "audit linked");
}

static void refuses_what_it_does_not_know(void **state)
{
    static const struct {
        const char *words;
        const char *part; /* of the sentence that says why */
    } cases[] = {
        {"", "where the expectation ends"},
        {"   ", "where the expectation ends"},
        {"any", "linked"},
        {"any within 12 months", "“any” needs “linked”"},
        {"audit closed", "“closed”"},
        {"audit within a year", "“a”"},
        {"audit within 12", "“days”, “weeks”, “months” or “years”"},
        {"audit within 12 month", "“month”"},
        {"audit within 12 fortnights", "“fortnights”"},
        {"audit within 12 months is closed", "“is”"},
        {"audit within 0 months", "at least 1"},
        {"audit within -1 months", "“-1”"},
        {"audit within 1.5 years", "“1.5”"},
        {"audit within months", "“months”"},
        {"audit within", "where the expectation ends"},
        {"audit within 101 years", "100 years at most"},
        {"audit within 99999999999999999999 days", "number"},
        {"at least audit", "“audit”"},
        {"at 3 audit", "“least”"},
        {"at least 0 audit", "at least 1"},
        {"at least 1001 audit", "1000"},
        {"at least 3", "a kind of record"},
        {"least 3 audit", "“least”"},
        {"audit or", "where the expectation ends"},
        {"or audit", "“or”"},
        {"audit or any linked", "“any”"},
        {"any or audit linked", "“or”"},
        {"audit or audit", "twice"},
        {"audit is", "where the expectation ends"},
        {"audit is closed or", "where the expectation ends"},
        {"audit is closed or closed", "twice"},
        {"audit is closed linked", "“linked”"},
        {"audit linked linked", "“linked”"},
        {"audit linked closed", "“closed”"},
        {"audit is linked", "“linked”"},
        {"audit, review", "“audit,”"},
        {"Audit is closed", "“Audit”"},
        {"1audit", "“1audit”"},
        {"audit and review", "“and”"},
        {"audit\tis closed", "“audit\tis”"},
        {"audit within 12 months please", "“please”"},
        {"audit within 12 months within 12 months", "“within”"},
        {"\xff", "UTF-8"},
        {"audit through measure", "“through”"},
        {"audit linked through", "where the expectation ends"},
        {"at least 2 audit linked through measure", "does not count"},
        {"any linked with file", "neither with “any”"},
        {"audit linked through measure with file", "nor with “through”"},
        {"audit with", "where the expectation ends"},
        {"audit with File", "“File”"},
        {"audit where grade major", "“is” after the field"},
        {"audit where is major", "“is”"},
        {"audit where grade is", "where the expectation ends"},
        {"audit with a with b with c with d with e", "4 times"},
        {"audit is closed with report is closed", "“is”"},
        {"training covering 90 of people", "a share"},
        {"training covering 0% of people", "a share"},
        {"training covering 101% of people", "a share"},
        {"training covering 90% people", "“of people”"},
        {"training covering 90% of staff", "“people”"},
        {"training linked covering 90% of people", "counts people"},
        {"at least 2 training covering 90% of people", "counts people"},
        {"any covering 90% of people", "“linked”"},
        {"training covering 90% of people every month within 1 years",
            "“every” asks"},
        {"audit every", "“quarter”"},
        {"audit every fortnight within 12 months", "“fortnight”"},
        {"audit every quarter", "where the expectation ends"},
        {"audit every quarter within 90 days", "months or years"},
        {"audit every quarter within 2 months", "shorter"},
        {"audit every month within 11 years", "120 periods"},
        {"at least 2 audit every quarter within 12 months", "“every” asks"},
        {"approved within", "where the expectation ends"},
        {"approved by", "where the expectation ends"},
        {"approved is closed", "“is”"},
        {"approved within 12 months by forum", "“by”"},
        {"at least 2 approved", "“approved”"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *message = refusal(*state, cases[i].words);

        if (strstr(message, cases[i].part) == NULL)
            fail_msg("“%s”: “%s” does not say “%s”", cases[i].words, message,
                cases[i].part);
    }
}

static void reads_what_records_must_say(void **state)
{
    struct expectation got = parse(*state,
        "finding is closed with cause with file where grade is major or minor "
        "every quarter within 1 years");

    assert_int_equal(got.term_count, 3);
    assert_string_equal(got.terms[0].field, "cause");
    assert_string_equal(got.terms[0].values, "");
    assert_false(got.terms[0].file);
    assert_true(got.terms[1].file);
    assert_string_equal(got.terms[2].field, "grade");
    assert_string_equal(got.terms[2].values, "major minor");
    assert_int_equal(got.every, 3);
    assert_int_equal(expectation_periods(&got), 4);
    got = parse(*state, "any linked through measure or test within 12 months");
    assert_true(got.linked);
    assert_string_equal(got.through, "measure test");
    got = parse(*state,
        "training is done covering 90% of people in others within 24 months");
    assert_int_equal(got.covering, 90);
    assert_string_equal(got.people, "others");
    got = parse(*state, "kpi where class is 1 or 2");
    assert_string_equal(got.terms[0].values, "1 2");
    got = parse(*state, "approved by forum or administrator within 12 months");
    assert_true(got.approved);
    assert_string_equal(got.approvers, "forum administrator");
    assert_int_equal(got.within, 12);
    assert_true(parse(*state, "approved").approved);
}

static void looks_back_on_whole_periods(void **state)
{
    static const struct {
        const char *words;
        const char *today;
        long long place;
        const char *first;
        const char *last;
    } cases[] = {
        {"a every quarter within 12 months", "2026-11-21", 0, "2026-07-01",
            "2026-09-30"},
        {"a every quarter within 12 months", "2026-11-21", 3, "2025-10-01",
            "2025-12-31"},
        {"a every quarter within 12 months", "2026-09-30", 0, "2026-07-01",
            "2026-09-30"},
        {"a every quarter within 12 months", "2026-09-29", 0, "2026-04-01",
            "2026-06-30"},
        {"a every month within 3 months", "2026-03-15", 0, "2026-02-01",
            "2026-02-28"},
        {"a every half-year within 1 years", "2026-11-21", 1, "2025-07-01",
            "2025-12-31"},
        {"a every year within 3 years", "2026-12-31", 0, "2026-01-01",
            "2026-12-31"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct expectation got = parse(*state, cases[i].words);
        const char *first;
        const char *last;

        expectation_period(
            *state, &got, cases[i].today, cases[i].place, &first, &last);
        assert_string_equal(first, cases[i].first);
        assert_string_equal(last, cases[i].last);
    }
    {
        struct expectation got =
            parse(*state, "a every quarter within 12 months");

        assert_string_equal(
            expectation_oldest(*state, &got, "2026-11-21"), "2025-10-01");
    }
}

static void refuses_what_is_too_long(void **state)
{
    struct builder words = builder_create(*state);

    builder_put(&words, "k0");
    for (int i = 1; i <= 16; i++)
        builder_format(&words, " or k%d", i);
    assert_non_null(
        strstr(refusal(*state, builder_string(&words)), "at most 16"));
    while (words.size <= EXPECTATION_LIMIT)
        builder_put(&words, " or k");
    assert_non_null(
        strstr(refusal(*state, builder_string(&words)), "500 bytes"));
    refusal(*state, "a23456789012345678901234567890123 linked");
}

static const char *label_kind(void *user, const char *kind)
{
    (void)user;
    return strcmp(kind, "todo") == 0     ? "To-do"
           : strcmp(kind, "policy") == 0 ? "Policy"
           : strcmp(kind, "oep") == 0    ? "OEP"
           : strcmp(kind, "box") == 0    ? "Box"
                                         : NULL;
}

static const char *label_status(
    void *user, const char *kind, const char *status)
{
    (void)user;
    (void)kind;
    return strcmp(status, "active") == 0 ? "Under way" : NULL;
}

static void explains_in_plain_words(void **state)
{
    static const struct {
        const char *words;
        const char *plain;
    } cases[] = {
        {"audit is closed within 12 months",
            "A closed audit, at most 12 months old"},
        {"at least 2 document linked is current within 12 months",
            "At least 2 documents that refer to this clause, current, "
            "at most 12 months old"},
        {"document linked", "A document that refers to this clause"},
        {"review is held or closed", "A held or closed review"},
        {"finding is open", "An open finding"},
        {"incident or change within 1 years",
            "An incident or change, at most 1 year old"},
        {"change is active", "A change, under way"},
        {"audit or review is closed", "An audit or review, closed"},
        {"any linked within 1 days",
            "Any record that refers to this clause, at most 1 day old"},
        {"at least 5 any linked",
            "At least 5 records that refer to this clause"},
        {"at least 3 todo is closed within 2 weeks",
            "At least 3 closed to-dos, at most 2 weeks old"},
        {"at least 2 policy", "At least 2 policies"},
        {"at least 2 box or oep", "At least 2 boxes or OEPs"},
        {"any linked through oep or box within 12 months",
            "Any record that refers to this clause, itself or through OEPs "
            "or boxes, at most 12 months old"},
        {"audit is closed with report with file where grade is major or minor",
            "A closed audit, with “report” filled in, with a file filed on "
            "it, where “grade” says “major” or “minor”"},
        {"audit is closed every quarter within 12 months",
            "A closed audit, one in every one of the last 4 whole quarters"},
        {"audit every year within 1 years",
            "An audit, one in the last whole year"},
        {"training is done covering 90% of people within 24 months",
            "For 90 % of people, a done training, at most 24 months old"},
        {"oep covering 5% of people in others",
            "For 5 % of people, an OEP that names them in “others”"},
        {"approved by forum within 12 months",
            "An approval of the section that meets this clause by a person "
            "with the role forum, at most 12 months old"},
    };
    const struct expectation_labels labels = {
        .kind = label_kind, .status = label_status};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct expectation expectation = parse(*state, cases[i].words);

        assert_string_equal(
            expectation_explain(*state, &expectation, &labels), cases[i].plain);
    }
}

static void explains_without_labels(void **state)
{
    struct expectation expectation =
        parse(*state, "at least 2 todo is active within 12 months");

    assert_string_equal(expectation_explain(*state, &expectation, NULL),
        "At least 2 active todos, at most 12 months old");
}

static void knows_the_oldest_fresh_date(void **state)
{
    static const struct {
        const char *words;
        const char *today;
        const char *oldest;
    } cases[] = {
        {"audit", "2026-11-21", ""},
        {"audit within 1 days", "2026-03-01", "2026-02-28"},
        {"audit within 2 weeks", "2026-11-21", "2026-11-07"},
        {"audit within 12 months", "2026-11-21", "2025-11-21"},
        {"audit within 1 months", "2026-03-31", "2026-02-28"},
        {"audit within 12 months", "2024-02-29", "2023-02-28"},
        {"audit within 3 years", "2026-11-21", "2023-11-21"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct expectation expectation = parse(*state, cases[i].words);

        assert_string_equal(
            expectation_oldest(*state, &expectation, cases[i].today),
            cases[i].oldest);
    }
}

/* A value may be a login or a number; names have no points. */
static void values_have_points_inside(void **state)
{
    struct arena *arena = *state;

    assert_string_equal(
        parse(arena, "todo where owner is ines.marchetti or x.1")
            .terms[0]
            .values,
        "ines.marchetti x.1");
    assert_string_equal(
        parse(arena, "risk where score is 7.5").terms[0].values, "7.5");
    refusal(arena, "todo where owner is ines.");
    refusal(arena, "todo where owner is .ines");
    refusal(arena, "todo where own.er is ines");
    refusal(arena, "to.do linked");
    refusal(arena, "approved by for.um");
    parse(arena,
        "todo where owner is "
        "a23456789.123456789.123456789.123456789.123456789.123456789.1234");
    refusal(arena,
        "todo where owner is "
        "a23456789.123456789.123456789.123456789.123456789.123456789.12345");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(accepts_every_part, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            refuses_what_it_does_not_know, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            reads_what_records_must_say, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            looks_back_on_whole_periods, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            refuses_what_is_too_long, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            explains_in_plain_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            explains_without_labels, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            knows_the_oldest_fresh_date, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            values_have_points_inside, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
