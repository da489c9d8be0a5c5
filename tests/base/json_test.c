/* base/json: values in order, refusals by line. */
#include "base/json.h"

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

static struct json_node *parse(struct arena *arena, const char *json)
{
    struct error error = error_create(arena);
    struct json_node *node = NULL;

    if (!json_node_parse(arena, text_of(json), &node, &error))
        fail_msg("%s", error.message);
    return node;
}

static void refuse(struct arena *arena, struct text json, const char *message)
{
    struct error error = error_create(arena);
    struct json_node *node = NULL;

    assert_false(json_node_parse(arena, json, &node, &error));
    assert_int_equal(error.code, ERROR_INVALID);
    assert_non_null(strstr(error.message, message));
}

static void test_types(void **state)
{
    const struct json_node *node = parse(*state,
        "{\"s\":\"é\\n\\u003c\",\"i\":-42,\"r\":1.5,\"t\":true,\"f\":false,"
        "\"n\":null,\"a\":[1,\"x\",[]],\"o\":{}}");

    assert_int_equal(node->type, NODE_OBJECT);
    assert_string_equal(json_node_text(node, "s"), "é\n<");
    assert_string_equal(json_node_text(node, "i"), "-42");
    assert_string_equal(json_node_text(node, "r"), "1.5");
    assert_string_equal(json_node_text(node, "t"), "");
    assert_int_equal(json_node_member(node, "t")->type, NODE_TRUE);
    assert_int_equal(json_node_member(node, "f")->type, NODE_FALSE);
    assert_int_equal(json_node_member(node, "n")->type, NODE_NULL);
    assert_int_equal(json_node_member(node, "o")->type, NODE_OBJECT);
    assert_null(json_node_member(node, "o")->first);
    node = json_node_member(node, "a")->first;
    assert_int_equal(node->type, NODE_NUMBER);
    assert_null(node->key);
    assert_string_equal(node->next->string, "x");
    assert_int_equal(node->next->next->type, NODE_ARRAY);
    assert_null(node->next->next->next);
}

static void test_order(void **state)
{
    const struct json_node *m = parse(*state, "{\"z\":1,\"a\":2,\"m\":3}");

    assert_string_equal(m->first->key, "z");
    assert_string_equal(m->first->next->key, "a");
    assert_string_equal(m->first->next->next->key, "m");
}

static void test_lookups(void **state)
{
    assert_null(json_node_member(NULL, "a"));
    assert_null(json_node_member(parse(*state, "[1]"), "a"));
    assert_null(json_node_member(parse(*state, "{}"), "a"));
    assert_string_equal(json_node_text(NULL, "a"), "");
    assert_string_equal(parse(*state, "\"alone\"")->string, "alone");
}

static void test_refused(void **state)
{
    refuse(*state, text_of(""), "not valid JSON");
    refuse(*state, text_of("{"), "line 1");
    refuse(*state, text_of("{\n\"a\":1,\n}"), "line 3");
    refuse(*state, text_of("{\"a\":1,\"a\":2}"), "duplicate");
    refuse(*state, text_of("[1] x"), "line 1");
    refuse(*state, text_of("'a'"), "line 1");
    refuse(*state, text_of("[01]"), "line 1");
    refuse(*state, text_of("[1e999]"), "line 1");
    refuse(*state, text_of("[99999999999999999999]"), "line 1");
    refuse(*state, text_of("\"\xff\""), "line 1");
    refuse(*state, text_of("\"\\ud800\""), "line 1");
    refuse(*state, text_of("\"a\nb\""), "line 1");
    refuse(*state, text_of("\"\\u0000\""), "line 1");
    refuse(*state, text_of("{\"a\\u0000b\":1}"), "line 1");
    refuse(*state, text_part("\"a\0b\"", 5), "line 1");
}

/* `levels` arrays, one in the other, with a number inside. */
static const char *nested(struct arena *arena, int levels)
{
    struct builder out = builder_create(arena);

    for (int i = 0; i < levels; i++)
        builder_byte(&out, '[');
    builder_byte(&out, '1');
    for (int i = 0; i < levels; i++)
        builder_byte(&out, ']');
    return builder_string(&out);
}

static void test_nesting(void **state)
{
    parse(*state, nested(*state, 64));
    refuse(*state, text_of(nested(*state, 65)), "more than 64 levels");
    refuse(*state, text_of(nested(*state, 1000)), "more than 64 levels");
    refuse(*state, text_of(nested(*state, 100000)), "not valid JSON");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_types, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_lookups, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nesting, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
