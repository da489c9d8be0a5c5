/* domain/kind_parse: the small words of definitions, and back again. */
#include "domain/kind_parse.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_choices(void **state)
{
    static const char text[] =
        "low=Low #green >=1; mid=In the middle #orange >=4.5; -old=Old; a=A=B";
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct choice *choices;
    size_t count;

    (void)state;
    assert_true(kind_parse_choices(arena, text, &choices, &count, &error));
    assert_int_equal(count, 4);
    assert_string_equal(choices[0].name, "low");
    assert_string_equal(choices[0].colour, "green");
    assert_true(choices[0].from == 1);
    assert_string_equal(choices[1].label, "In the middle");
    assert_true(choices[1].from == 4.5);
    assert_true(choices[2].retired && !choices[1].retired);
    assert_string_equal(choices[2].colour, "");
    assert_string_equal(choices[3].label, "A=B");
    assert_string_equal(kind_write_choices(arena, choices, count), text);
    assert_true(kind_parse_choices(arena, "", &choices, &count, &error));
    assert_int_equal(count, 0);
    arena_destroy(arena);
}

static void test_choices_refused(void **state)
{
    static const struct {
        const char *text;
        const char *message;
    } cases[] = {
        {"low", "“low” is not a choice: write name=Label"},
        {"=Low", "is not a name for a choice"},
        {"Low=Low", "is not a name for a choice"},
        {"a b=Low", "is not a name for a choice"},
        {"a=", "needs a label"},
        {"a=#red", "“a=#red”"},
        {"a=A #pink", "unknown colour “#pink”"},
        {"a=A >=many", "is not >= and a number"},
        {"a=A; a=B", "stands there twice"},
        {"-=A", "is not a name for a choice"},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error error = error_create(arena);
        struct choice *choices;
        size_t count;

        if (kind_parse_choices(
                arena, cases[i].text, &choices, &count, &error)) {
            /* A colour alone is a label that begins with a mark. */
            assert_string_equal(cases[i].text, "a=#red");
            continue;
        }
        if (strstr(error.message, cases[i].message) == NULL)
            fail_msg("%s: %s", cases[i].text, error.message);
    }
    arena_destroy(arena);
}

static void test_bounds(void **state)
{
    static const char *const refused[] = {
        "5", "..", "5..1", "a..b", "1...2", "1..2..3", "1e3..2", " 1..2"};
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    double low;
    double high;

    (void)state;
    assert_true(kind_parse_bounds("", &low, &high, &error));
    assert_true(isinf(low) && isinf(high));
    assert_true(kind_parse_bounds("0..100", &low, &high, &error));
    assert_true(low == 0 && high == 100);
    assert_true(kind_parse_bounds("-2.5..", &low, &high, &error));
    assert_true(low == -2.5 && isinf(high));
    assert_true(kind_parse_bounds("..5", &low, &high, &error));
    assert_true(isinf(low) && high == 5);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        error = error_create(arena);
        if (kind_parse_bounds(refused[i], &low, &high, &error))
            fail_msg("taken: %s", refused[i]);
        assert_non_null(strstr(error.message, "are no bounds"));
    }
    arena_destroy(arena);
}

static void test_initial(void **state)
{
    struct arena *arena = arena_create();
    struct context context = {.arena = arena,
        .now = "2026-11-21T10:30:45Z",
        .today = "2026-11-21",
        .person = "ines.marchetti"};

    (void)state;
    assert_string_equal(kind_initial_value(&context, ""), "");
    assert_string_equal(kind_initial_value(&context, "me"), "ines.marchetti");
    assert_string_equal(
        kind_initial_value(&context, "now"), "2026-11-21T10:30");
    assert_string_equal(kind_initial_value(&context, "today"), "2026-11-21");
    assert_string_equal(kind_initial_value(&context, "today+30"), "2026-12-21");
    assert_string_equal(kind_initial_value(&context, "today+"), "today+");
    assert_string_equal(kind_initial_value(&context, "high"), "high");
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_choices_refused),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_initial),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
