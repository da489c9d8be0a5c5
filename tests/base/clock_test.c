/* base/clock: real dates only, arithmetic over month ends and leap years. */
#include "base/clock.h"

#include <limits.h>
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

static void test_dates(void **state)
{
    static const char *const fine[] = {
        "2026-11-21", "2024-02-29", "2000-02-29", "1900-01-01", "9999-12-31"};
    static const char *const refused[] = {"", "2026", "2026-11", "2026-11-2",
        "2026-02-29", "1900-02-29", "2100-02-29", "2026-13-01", "2026-00-01",
        "2026-01-00", "2026-04-31", "1899-12-31", "26-11-21", "2026/11/21",
        "2026-11-21 ", " 2026-11-21", "2026-11-21T10:00", "2026-1a-01",
        "21.11.2026", "-026-11-21"};

    (void)state;
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        assert_true(clock_is_date(fine[i]));
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_false(clock_is_date(refused[i]));
}

static void test_moments(void **state)
{
    static const char *const fine[] = {"2026-11-21T10:00",
        "2026-11-21T10:00:59", "2026-11-21T23:59:59Z", "2026-11-21T00:00Z"};
    static const char *const refused[] = {"", "2026-11-21", "2026-11-21T",
        "2026-11-21T10", "2026-11-21T10:0", "2026-11-21 10:00",
        "2026-11-21T24:00", "2026-11-21T10:60", "2026-11-21T10:00:60",
        "2026-11-21T10:00:5", "2026-11-21T10:00ZZ", "2026-11-21T10:00+01:00",
        "2026-02-30T10:00", "2026-11-21T1a:00", "2026-11-21T10-00"};

    (void)state;
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        assert_true(clock_is_moment(fine[i]));
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_false(clock_is_moment(refused[i]));
}

static void test_moment_of_seconds(void **state)
{
    assert_string_equal(clock_moment(*state, 0), "1970-01-01T00:00:00Z");
    assert_string_equal(clock_moment(*state, -1), "1969-12-31T23:59:59Z");
    assert_string_equal(
        clock_moment(*state, 951782400), "2000-02-29T00:00:00Z");
    assert_string_equal(
        clock_moment(*state, 1795255262), "2026-11-21T10:01:02Z");
    assert_true(clock_is_moment(clock_now(*state)));
    assert_true(strcmp(clock_now(*state), "2024") > 0);
    assert_true(clock_nanoseconds() <= clock_nanoseconds());
}

static void test_days(void **state)
{
    assert_int_equal(clock_days("2026-11-21", "2026-11-21"), 0);
    assert_int_equal(clock_days("2026-12-31", "2027-01-01"), 1);
    assert_int_equal(clock_days("2027-01-01", "2026-12-31"), -1);
    assert_int_equal(clock_days("2024-02-28", "2024-03-01"), 2);
    assert_int_equal(clock_days("1900-01-01", "2000-01-01"), 36524);
    assert_int_equal(clock_days("junk", "2026-11-21"), 0);
    assert_string_equal(clock_add_days(*state, "2024-02-28", 1), "2024-02-29");
    assert_string_equal(clock_add_days(*state, "2026-01-01", -1), "2025-12-31");
    assert_string_equal(clock_add_days(*state, "junk", 1), "junk");
    for (long n = -100000; n <= 100000; n += 997)
        assert_int_equal(
            clock_days("2400-06-15", clock_add_days(*state, "2400-06-15", n)),
            n);
}

static void test_months(void **state)
{
    assert_string_equal(
        clock_add_months(*state, "2026-01-31", 1), "2026-02-28");
    assert_string_equal(
        clock_add_months(*state, "2024-01-31", 1), "2024-02-29");
    assert_string_equal(
        clock_add_months(*state, "2026-03-31", -1), "2026-02-28");
    assert_string_equal(
        clock_add_months(*state, "2026-11-21", -12), "2025-11-21");
    assert_string_equal(
        clock_add_months(*state, "2026-01-15", -1), "2025-12-15");
    assert_string_equal(
        clock_add_months(*state, "2026-12-15", 1), "2027-01-15");
    assert_string_equal(clock_add_months(*state, "junk", 1), "junk");
}

/* However far away, a date comes out, in the order of time. */
static void test_far_away(void **state)
{
    static const long far[] = {-30001, -24312, -24313, INT_MIN, LONG_MIN};

    for (size_t i = 0; i < sizeof far / sizeof *far; i++) {
        const char *by_month = clock_add_months(*state, "2026-11-21", far[i]);

        assert_int_equal(strlen(by_month), 10);
        assert_true(strcmp(by_month, "0002") < 0);
    }
    assert_int_equal(
        strlen(clock_add_months(*state, "2026-11-21", LONG_MAX)), 10);
    assert_string_equal(
        clock_add_days(*state, "2026-11-21", LONG_MAX), "9999-12-31");
    assert_string_equal(
        clock_add_days(*state, "2026-11-21", LONG_MIN), "0000-01-01");
}

static void test_show(void **state)
{
    assert_string_equal(clock_show(*state, "2026-11-04"), "4 Nov 2026");
    assert_string_equal(
        clock_show(*state, "2026-11-14T16:02:59Z"), "14 Nov 2026, 16:02");
    assert_string_equal(clock_show(*state, ""), "");
    assert_string_equal(clock_show(*state, "soon"), "soon");
    assert_string_equal(clock_show(*state, "2026-02-30"), "2026-02-30");
    assert_string_equal(
        clock_date(*state, "2026-11-14T16:02:59Z"), "2026-11-14");
    assert_string_equal(clock_date(*state, ""), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_dates, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_moments, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_moment_of_seconds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_days, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_months, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_far_away, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_show, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
