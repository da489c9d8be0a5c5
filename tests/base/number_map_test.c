/* Numbers under numbers. */
#include "base/number_map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static void keeps_what_is_stored(void **state)
{
    struct arena *arena = arena_create();
    struct number_map *map = number_map_create(arena);
    size_t value = 7;

    (void)state;
    assert_false(number_map_get(map, 0, &value));
    assert_int_equal(value, 7);
    for (long long i = -5000; i < 5000; i++)
        number_map_set(map, i * 1048576, (size_t)(i + 5000));
    for (long long i = -5000; i < 5000; i++) {
        assert_true(number_map_get(map, i * 1048576, &value));
        assert_int_equal(value, i + 5000);
        assert_false(number_map_get(map, i * 1048576 + 1, &value));
    }
    number_map_set(map, 0, 3);
    assert_true(number_map_get(map, 0, &value));
    assert_int_equal(value, 3);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keeps_what_is_stored)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
