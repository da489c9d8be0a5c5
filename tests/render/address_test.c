/* render/address: every address, and nothing that breaks out of one. */
#include "render/address.h"

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

static void test_main_window(void **state)
{
    static const char *const pairs[][2] = {
        {"page:index", "/"},
        {"page:index#a", "/#a"},
        {"page:policy/backup", "/manual/policy/backup"},
        {"page:two words#wer-größe", "/manual/two%20words#wer-gr%C3%B6%C3%9Fe"},
        {"todo:17", "/records/todo/17"},
        {"clause:27001:2022/9.2.1", "/conformance/27001:2022/9.2.1"},
        {"clause:27001:2022/6.1.1(e)", "/conformance/27001:2022/6.1.1(e)"},
        {"file:abc", "/files/abc/file"},
        {"person:ines.marchetti", "/note/person:ines.marchetti"},
        {"nonsense", "/note/nonsense"},
    };

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(address_main(*state, pairs[i][0]), pairs[i][1]);
}

static void test_note(void **state)
{
    assert_string_equal(address_note(*state, "", ""), "/note/");
    assert_string_equal(
        address_note(*state, "page:a#b", ""), "/note/page:a%23b");
    assert_string_equal(address_note(*state, "todo:1", "page:a|todo:2"),
        "/note/todo:1?trail=page:a%7Ctodo:2");
    assert_string_equal(
        address_note(*state, "\"><?&", ""), "/note/%22%3E%3C%3F%26");
}

static void test_query(void **state)
{
    static const char *const pairs[] = {
        "a", "x y&z", "none", "", "null", NULL, "b", "é", NULL};

    assert_string_equal(
        address_query(*state, "/p", pairs), "/p?a=x%20y%26z&b=%C3%A9");
    assert_string_equal(address_query(*state, "/p", pairs + 8), "/p");
}

static void test_of_path(void **state)
{
    static const char *const pairs[][2] = {
        {"/", "page:index"},
        {"/manual/policy/backup", "page:policy/backup"},
        {"/conformance/27001:2022/9.2.1", "clause:27001:2022/9.2.1"},
        {"/conformance/27001:2022", ""},
        {"/walk/27001:2022/9.2.1", "clause:27001:2022/9.2.1"},
        {"/walk/27001:2022", ""},
        {"/records/todo/17", "todo:17"},
        {"/records/todo", ""},
        {"/records/todo/new", ""},
        {"/records/todo/17/edit", ""},
        {"/search", ""},
        {"", ""},
    };

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_string_equal(
            address_ref_of_path(*state, text_of(pairs[i][0])), pairs[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_main_window, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_note, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_query, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_of_path, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
