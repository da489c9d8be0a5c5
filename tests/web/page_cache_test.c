/* web/page_cache: kept as long as the content stands, bounded by bytes. */
#include "web/page_cache.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    struct page_cache *cache = page_cache_create(10000);

    page_cache_check(cache, 1);
    *state = cache;
    return 0;
}

static int tear_down(void **state)
{
    page_cache_destroy(*state);
    return 0;
}

static const char *get(struct page_cache *cache, const char *key)
{
    struct text body;

    return page_cache_get(cache, key, &body) ? body.data : NULL;
}

static void test_kept(void **state)
{
    char key[] = "/a";
    char body[] = "text";

    assert_null(get(*state, "/a"));
    page_cache_put(*state, key, text_of(body));
    key[1] = 'x';
    body[0] = 'x';
    assert_string_equal(get(*state, "/a"), "text");
    assert_null(get(*state, "/x"));
    page_cache_put(*state, "/a", text_of("new"));
    assert_string_equal(get(*state, "/a"), "new");
    page_cache_put(*state, "/empty", text_of(""));
    assert_string_equal(get(*state, "/empty"), "");
}

static void test_generation(void **state)
{
    page_cache_put(*state, "/a", text_of("text"));
    page_cache_check(*state, 1);
    assert_non_null(get(*state, "/a"));
    page_cache_check(*state, 2);
    assert_null(get(*state, "/a"));
    page_cache_put(*state, "/a", text_of("text"));
    page_cache_check(*state, 1); /* a restored backup counts backwards */
    assert_null(get(*state, "/a"));
}

static void test_limit(void **state)
{
    char large[10001];

    memset(large, 'x', sizeof large);
    page_cache_put(*state, "/large", text_part(large, sizeof large));
    assert_null(get(*state, "/large"));
    page_cache_put(*state, "/a", text_part(large, 5000));
    assert_non_null(get(*state, "/a"));
    page_cache_put(*state, "/b", text_part(large, 5000));
    assert_null(get(*state, "/a")); /* full: it starts anew */
    assert_non_null(get(*state, "/b"));
    for (int i = 0; i < 1000; i++)
        page_cache_put(*state, "/c", text_part(large, 1000));
    assert_non_null(get(*state, "/c"));
}

static void test_destroy_nothing(void **state)
{
    (void)state;
    page_cache_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_generation, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_limit, set_up, tear_down),
        cmocka_unit_test(test_destroy_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
