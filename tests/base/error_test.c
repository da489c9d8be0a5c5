/* base/error: set once, kept whole. */
#include "base/error.h"

#include "base/text.h"

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

static void test_set(void **state)
{
    struct error error = error_create(*state);

    assert_int_equal(error.code, ERROR_NONE);
    assert_string_equal(error.message, "");
    assert_null(error.field);
    assert_false(error_set(&error, ERROR_BUSY, "%s %d", "full", 3));
    assert_int_equal(error.code, ERROR_BUSY);
    assert_string_equal(error.message, "full 3");
    assert_null(error.field);
}

static void test_at(void **state)
{
    struct error error = error_create(*state);
    char field[] = "due";

    assert_false(error_at(&error, ERROR_INVALID, field, "not a date"));
    field[0] = 'x';
    assert_string_equal(error.field, "due");
    assert_string_equal(error.message, "not a date");
    assert_false(error_set(&error, ERROR_MISSING, "gone"));
    assert_null(error.field);
}

static void test_wrap(void **state)
{
    struct error error = error_create(*state);

    error_at(&error, ERROR_INVALID, "due", "not a %s", "date");
    assert_false(error_wrap(&error, "todo.sql"));
    assert_string_equal(error.message, "todo.sql: not a date");
    assert_string_equal(error.field, "due");
    assert_int_equal(error.code, ERROR_INVALID);
}

static void test_long(void **state)
{
    struct error error = error_create(*state);
    char *word = arena_alloc(*state, 100001);

    memset(word, 'x', 100000);
    error_set(&error, ERROR_INVALID, "%s%%", word);
    assert_int_equal(strlen(error.message), 100001);
    assert_true(string_ends(error.message, "x%"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_set, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_at, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_wrap, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_long, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
