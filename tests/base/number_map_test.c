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

static void room_made_beforehand_loses_nothing(void **state)
{
    struct arena *arena = arena_create();
    struct number_map *map = number_map_create(arena);
    size_t value;

    (void)state;
    for (long long i = 0; i < 1000; i++) {
        number_map_set(map, i, (size_t)i);
        if (i % 100 == 0)
            number_map_reserve(map, (size_t)i * 10);
    }
    number_map_reserve(map, 0);
    for (long long i = 0; i < 1000; i++) {
        assert_true(number_map_get(map, i, &value));
        assert_int_equal(value, i);
    }
    assert_false(number_map_get(map, 1000, &value));
    number_map_set(map, 5, SIZE_MAX - 1);
    assert_true(number_map_get(map, 5, &value));
    assert_true(value == SIZE_MAX - 1);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keeps_what_is_stored),
        cmocka_unit_test(room_made_beforehand_loses_nothing)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
