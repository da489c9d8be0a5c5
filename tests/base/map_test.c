/* base/map. */
#include "base/map.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

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

static void test_few(void **state)
{
    struct map *map = map_create(*state);
    int one = 1;
    int two = 2;
    char key[] = "one";

    assert_null(map_get(map, "one"));
    map_set(map, "one", &one);
    map_set(map, "", &two);
    assert_ptr_equal(map_get(map, key), &one);
    assert_ptr_equal(map_get(map, ""), &two);
    assert_null(map_get(map, "on"));
    assert_null(map_get(map, "ones"));
    map_set(map, key, &two);
    assert_ptr_equal(map_get(map, "one"), &two);
    map_set(map, "one", NULL);
    assert_null(map_get(map, "one"));
}

static void test_many(void **state)
{
    struct map *map = map_create(*state);
    static int values[20000];

    for (int i = 0; i < 20000; i++) {
        values[i] = i;
        map_set(map, arena_format(*state, "key %d", i), &values[i]);
    }
    for (int i = 0; i < 20000; i++)
        assert_int_equal(
            *(int *)map_get(map, arena_format(*state, "key %d", i)), i);
    assert_null(map_get(map, "key 20000"));
    for (int i = 0; i < 20000; i += 2)
        map_set(map, arena_format(*state, "key %d", i), &values[0]);
    assert_int_equal(*(int *)map_get(map, "key 19998"), 0);
    assert_int_equal(*(int *)map_get(map, "key 19999"), 19999);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_few, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_many, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
