/* base/duration: what is read, what is refused, and adding to dates. */
#include "base/duration.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void test_forms(void **state)
{
    static const struct {
        const char *typed;
        const char *written;
        const char *shown;
        double minutes;
    } cases[] = {
        {"4 h", "PT4H", "4 hours", 240},
        {"4h", "PT4H", "4 hours", 240},
        {"30 min", "PT30M", "30 minutes", 30},
        {"1 day", "P1D", "1 day", 1440},
        {"14 days", "P2W", "2 weeks", 20160},
        {"2 weeks", "P2W", "2 weeks", 20160},
        {"1 day 4 hours", "P1DT4H", "1 day 4 hours", 1680},
        {"1 day, 4 hours", "P1DT4H", "1 day 4 hours", 1680},
        {"1 year", "P1Y", "1 year", 525600},
        {"3 months", "P3M", "3 months", 131400},
        {"PT72H", "PT72H", "72 hours", 4320},
        {"P1DT2H30M", "P1DT2H30M", "1 day 2 hours 30 minutes", 1590},
        {"P2W", "P2W", "2 weeks", 20160},
        {"0 h", "PT0M", "0 minutes", 0},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct duration d;

        if (!duration_parse(cases[i].typed, &d))
            fail_msg("%s", cases[i].typed);
        assert_string_equal(duration_write(arena, &d), cases[i].written);
        assert_string_equal(duration_show(arena, &d), cases[i].shown);
        assert_true(duration_minutes(&d) == cases[i].minutes);
        assert_true(duration_parse(cases[i].written, &d));
        assert_string_equal(duration_write(arena, &d), cases[i].written);
    }
    arena_destroy(arena);
}

static void test_refused(void **state)
{
    static const char *const cases[] = {"", " ", "4", "h", "-1 h", "4 parsecs",
        "4 h h", "1.5 h", "P", "PT", "P4", "P4H", "PT4D", "P1D4H", "P1DT",
        "PTT4H", "100001 h", "99999999999999999999 h", "4 H", "PT4H ",
        "60000 days 60000 days", "4\xc2\xa0h"};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct duration d;

        if (duration_parse(cases[i], &d))
            fail_msg("taken: “%s”", cases[i]);
    }
}

static void test_after(void **state)
{
    static const struct {
        const char *from;
        const char *length;
        const char *end;
    } cases[] = {
        {"2026-01-31", "P1M", "2026-02-28"},
        {"2026-11-21", "P1Y", "2027-11-21"},
        {"2026-11-21", "P2W", "2026-12-05"},
        {"2026-11-21", "PT25H", "2026-11-22"},
        {"2026-11-21T22:30", "PT2H", "2026-11-22T00:30"},
        {"2026-12-30T12:00", "PT72H", "2027-01-02T12:00"},
        {"2024-02-28T23:59", "PT1M", "2024-02-29T00:00"},
    };
    struct arena *arena = arena_create();
    struct duration d;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(duration_parse(cases[i].length, &d));
        assert_string_equal(
            duration_after(arena, cases[i].from, &d), cases[i].end);
    }
    assert_null(duration_after(arena, "soon", &d));
    assert_null(duration_after(arena, "", &d));
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_after),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
