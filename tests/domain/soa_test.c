/* The table of states, both ways: each state from just the facts that make it,
 * and gone with any one of them. */
#include "domain/soa.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void is(struct soa_facts facts, enum soa_state state, const char *words)
{
    struct arena *arena = arena_create();

    assert_string_equal(
        soa_state_name(soa_state(&facts)), soa_state_name(state));
    if (strstr(soa_explain(arena, &facts), words) == NULL)
        fail_msg("“%s” does not say “%s”", soa_explain(arena, &facts), words);
    arena_destroy(arena);
}

#define FACTS(...) ((struct soa_facts){__VA_ARGS__})

static void what_is_excluded_is_nothing_else(void **state)
{
    (void)state;
    is(FACTS(.excluded = true), SOA_EXCLUDED, "does not apply");
    is(FACTS(.excluded = true, .provisions = 1, .approved = 1, .measures = 1,
           .in_place = 1, .tests = 1, .tested = 1, .fresh = 1),
        SOA_EXCLUDED, "does not apply");
    is(FACTS(.excluded = false), SOA_NOT_IMPLEMENTED, "no measure");
}

static void nothing_or_plans_only_are_not_implemented(void **state)
{
    (void)state;
    is(FACTS(.measures = 2), SOA_NOT_IMPLEMENTED,
        "2 measures are planned only");
    is(FACTS(.measures = 1, .tests = 1, .tested = 1, .fresh = 1),
        SOA_NOT_IMPLEMENTED, "1 measure is planned only");
    /* One that is in place is done, though no section says so. */
    is(FACTS(.measures = 2, .in_place = 1), SOA_NO_TEST, "would show");
    is(FACTS(.provisions = 1, .approved = 1), SOA_NO_TEST, "would show");
}

static void words_alone_are_not_in_place(void **state)
{
    (void)state;
    is(FACTS(.provisions = 1), SOA_DESCRIBED, "never approved");
    is(FACTS(.provisions = 2, .approved = 2, .measures = 3), SOA_DESCRIBED,
        "2 sections say how; no measure of 3");
    is(FACTS(.provisions = 2, .approved = 1), SOA_NO_TEST, "would show");
    is(FACTS(.provisions = 1, .measures = 1, .in_place = 1), SOA_NO_TEST,
        "would show");
}

static void without_a_test_nobody_knows(void **state)
{
    (void)state;
    is(FACTS(.provisions = 1, .approved = 1, .tests = 0), SOA_NO_TEST,
        "Nothing says");
    is(FACTS(.provisions = 1, .approved = 1, .tests = 1), SOA_NEVER_TESTED,
        "1 test defined, no evidence ever");
    is(FACTS(.provisions = 1, .approved = 1, .tests = 2), SOA_NEVER_TESTED,
        "2 tests");
}

static void a_fault_that_was_seen_comes_first(void **state)
{
    (void)state;
    is(FACTS(.provisions = 1, .approved = 1, .measures = 1, .in_place = 1,
           .failing = 1, .tests = 1, .tested = 1, .fresh = 1),
        SOA_FAILING, "1 measure showed a fault");
    is(FACTS(.provisions = 1, .approved = 1, .measures = 1, .in_place = 1,
           .tests = 1, .tested = 1, .fresh = 1),
        SOA_WORKING, "The test defined has");
}

static void old_evidence_is_overdue(void **state)
{
    (void)state;
    is(FACTS(.provisions = 1, .approved = 1, .tests = 1, .tested = 1),
        SOA_OVERDUE, "0 of 1 test with fresh");
    is(FACTS(.provisions = 1, .approved = 1, .tests = 3, .tested = 1,
           .fresh = 1),
        SOA_OVERDUE, "1 of 3 tests with fresh");
    is(FACTS(.provisions = 1, .approved = 1, .tests = 3, .tested = 3,
           .fresh = 3),
        SOA_WORKING, "All 3 tests");
}

static void every_state_has_its_words(void **state)
{
    enum soa_state found;

    (void)state;
    for (enum soa_state each = 0; each < SOA_STATE_COUNT; each++) {
        assert_true(soa_state_find(soa_state_name(each), &found));
        assert_int_equal(found, each);
        assert_true(strlen(soa_state_label(each)) > 3);
        assert_true(string_ends(soa_state_meaning(each), "."));
        assert_non_null(strstr("open active wait done", soa_state_style(each)));
    }
    assert_false(soa_state_find("", &found));
    assert_false(soa_state_find("Working", &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_excluded_is_nothing_else),
        cmocka_unit_test(nothing_or_plans_only_are_not_implemented),
        cmocka_unit_test(words_alone_are_not_in_place),
        cmocka_unit_test(without_a_test_nobody_knows),
        cmocka_unit_test(a_fault_that_was_seen_comes_first),
        cmocka_unit_test(old_evidence_is_overdue),
        cmocka_unit_test(every_state_has_its_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
