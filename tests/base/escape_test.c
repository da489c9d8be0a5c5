/* base/escape: every context, every character that means something there. */
#include "base/escape.h"

#include "base/json.h"

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

typedef void escape(struct builder *out, struct text text);

static const char *with(struct arena *arena, escape *function, const char *text)
{
    struct builder out = builder_create(arena);

    function(&out, text_of(text));
    return builder_string(&out);
}

static void test_html(void **state)
{
    assert_string_equal(with(*state, escape_html, ""), "");
    assert_string_equal(with(*state, escape_html, "é plain"), "é plain");
    assert_string_equal(with(*state, escape_html, "<a b=\"c\" d='e'>&amp;"),
        "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;");
    assert_string_equal(with(*state, escape_xml, "<&>"), "&lt;&amp;&gt;");
}

static void test_url(void **state)
{
    struct builder out = builder_create(*state);

    escape_url(&out, text_of("a-b._~/c d:é?&=#%+\"<\n"), "/:");
    assert_string_equal(
        builder_string(&out), "a-b._~/c%20d:%C3%A9%3F%26%3D%23%25%2B%22%3C%0A");
    out = builder_create(*state);
    escape_url(&out, text_part("a\0/", 3), "");
    assert_string_equal(builder_string(&out), "a%00%2F");
}

static void test_url_back(void **state)
{
    static const char *const bad[] = {"%", "%2", "a%2g", "%%20", "100%", "% 2"};
    struct text plain;

    assert_true(escape_undo_url(*state, text_of("a%20b+%c3%A9%25"), &plain));
    assert_true(text_equals(plain, "a b+é%"));
    assert_true(escape_undo_url(*state, text_of(""), &plain));
    assert_int_equal(plain.size, 0);
    assert_true(escape_undo_url(*state, text_of("%00%fF"), &plain));
    assert_int_equal(plain.size, 2);
    assert_memory_equal(plain.data, "\0\xff", 2);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(escape_undo_url(*state, text_of(bad[i]), &plain));
}

static void test_json(void **state)
{
    assert_string_equal(with(*state, escape_json, ""), "\"\"");
    assert_string_equal(with(*state, escape_json, "a\"b\\c\n\t\r\x01\x7f é"),
        "\"a\\\"b\\\\c\\n\\u0009\\u000d\\u0001\\u007f é\"");
    assert_string_equal(
        with(*state, escape_json, "</script>"), "\"\\u003c/script>\"");
}

/* What is written is read back as it was. */
static void test_json_back(void **state)
{
    struct error error = error_create(*state);
    struct json_node *node;
    char text[130];

    for (int i = 0; i < 127; i++)
        text[i] = (char)(i + 1);
    text[127] = '\0';
    assert_true(json_node_parse(
        *state, text_of(with(*state, escape_json, text)), &node, &error));
    assert_string_equal(node->string, text);
}

static void test_csv(void **state)
{
    assert_string_equal(with(*state, escape_csv, ""), "");
    assert_string_equal(with(*state, escape_csv, "plain é"), "plain é");
    assert_string_equal(with(*state, escape_csv, "a,b"), "\"a,b\"");
    assert_string_equal(with(*state, escape_csv, "a\"b"), "\"a\"\"b\"");
    assert_string_equal(with(*state, escape_csv, "a\nb"), "\"a\nb\"");
    assert_string_equal(with(*state, escape_csv, "=1+1"), "\"'=1+1\"");
    assert_string_equal(
        with(*state, escape_csv, "@SUM(\"a\")"), "\"'@SUM(\"\"a\"\")\"");
    assert_string_equal(with(*state, escape_csv, "+1"), "\"'+1\"");
    assert_string_equal(with(*state, escape_csv, "-1"), "\"'-1\"");
    assert_string_equal(with(*state, escape_csv, "\t=1"), "\"'\t=1\"");
    assert_string_equal(with(*state, escape_csv, "a=1"), "a=1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_html, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_url, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_url_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_json, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_json_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_csv, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
