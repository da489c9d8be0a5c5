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
        {"audit", {1, "audit", false, "", 0, UNIT_NONE, NULL}},
        {"audit is closed within 12 months",
            {1, "audit", false, "closed", 12, UNIT_MONTHS, NULL}},
        {"review is held or closed within 12 months",
            {1, "review", false, "held closed", 12, UNIT_MONTHS, NULL}},
        {"document linked", {1, "document", true, "", 0, UNIT_NONE, NULL}},
        {"at least 3 todo is closed within 1 years",
            {3, "todo", false, "closed", 1, UNIT_YEARS, NULL}},
        {"incident or change within 24 months",
            {1, "incident change", false, "", 24, UNIT_MONTHS, NULL}},
        {"any linked within 36 months",
            {1, "", true, "", 36, UNIT_MONTHS, NULL}},
        {"at least 2 any linked is open or closed within 90 days",
            {2, "", true, "open closed", 90, UNIT_DAYS, NULL}},
        {"risk-plan linked is in-force within 6 weeks",
            {1, "risk-plan", true, "in-force", 6, UNIT_WEEKS, NULL}},
        {"  audit   is  closed ",
            {1, "audit", false, "closed", 0, UNIT_NONE, NULL}},
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
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *message = refusal(*state, cases[i].words);

        if (strstr(message, cases[i].part) == NULL)
            fail_msg("“%s”: “%s” does not say “%s”", cases[i].words, message,
                cases[i].part);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(accepts_every_part, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            refuses_what_it_does_not_know, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            refuses_what_is_too_long, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            explains_in_plain_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            explains_without_labels, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            knows_the_oldest_fresh_date, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
