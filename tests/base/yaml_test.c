/* YAML into the tree of JSON: what is taken, what is refused by line. */
#include "base/yaml.h"

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

static const struct json_node *parse(struct arena *arena, const char *content)
{
    struct error error = error_create(arena);
    struct json_node *node;

    if (!yaml_node_parse(arena, text_of(content), &node, &error))
        fail_msg("%s", error.message);
    return node;
}

static void reads_a_document(void **state)
{
    const struct json_node *root = parse(*state,
        "---\n# remark\nname: Code\nnumber: 4.10\nquoted: 'true'\n"
        "yes: true\nno: false\nnothing:\nnull_too: ~\n"
        "list:\n- a\n- {b: c}\ntext: |-\n  One\n\n  Two\nempty: ''\n");
    const struct json_node *list = json_node_member(root, "list");

    assert_int_equal(root->type, NODE_OBJECT);
    assert_int_equal(root->line, 3);
    assert_string_equal(json_node_text(root, "name"), "Code");
    assert_string_equal(json_node_text(root, "number"), "4.10");
    assert_int_equal(json_node_member(root, "quoted")->type, NODE_STRING);
    assert_int_equal(json_node_member(root, "yes")->type, NODE_TRUE);
    assert_int_equal(json_node_member(root, "no")->type, NODE_FALSE);
    assert_int_equal(json_node_member(root, "nothing")->type, NODE_NULL);
    assert_int_equal(json_node_member(root, "null_too")->type, NODE_NULL);
    assert_int_equal(json_node_member(root, "empty")->type, NODE_STRING);
    assert_int_equal(list->type, NODE_ARRAY);
    assert_string_equal(list->first->string, "a");
    assert_int_equal(list->first->next->line, 12);
    assert_string_equal(json_node_text(list->first->next, "b"), "c");
    assert_null(list->first->next->next);
    assert_string_equal(json_node_text(root, "text"), "One\n\nTwo");
}

static void reads_a_scalar_alone(void **state)
{
    assert_string_equal(parse(*state, "word")->string, "word");
    assert_int_equal(parse(*state, "[]")->type, NODE_ARRAY);
    assert_int_equal(parse(*state, "a: 1\n...\n")->type, NODE_OBJECT);
}

static void refuse(struct arena *arena, const char *content, const char *begin)
{
    struct error error = error_create(arena);
    struct json_node *node;

    if (yaml_node_parse(arena, text_of(content), &node, &error))
        fail_msg("not refused: %s", content);
    if (!string_begins(error.message, begin))
        fail_msg("“%s” instead of “%s”", error.message, begin);
}

static void refuses_by_line(void **state)
{
    static const char *const cases[][2] = {
        {"", "line 1: the file is empty"},
        {"# nothing\n", "line 2: the file is empty"},
        {"a: 1\nb: &x 2\nc: *x\n", "line 3: aliases (*name) are not taken"},
        {"a: 1\nb: 2\na: 3\n", "line 3: the key “a” stands there twice"},
        {"a: 1\n? [b]\n: c\n", "line 2: a key must be a plain word"},
        {"a: 1\n---\nb: 2\n", "line 2: only one document is taken"},
        {"a: [1\nb: 2\n", "line 2: not valid YAML"},
        {"a: \"open\n", "line 2: not valid YAML"},
        {"\ta: 1\n", "line 1: not valid YAML"},
    };
    struct builder deep = builder_create(*state);
    struct builder wide = builder_create(*state);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        refuse(*state, cases[i][0], cases[i][1]);
    for (int i = 0; i <= YAML_DEPTH_LIMIT; i++)
        builder_byte(&deep, '[');
    refuse(*state, builder_string(&deep), "line 1: nested more than 32");
    for (int i = 0; i <= YAML_KEY_LIMIT; i++)
        builder_format(&wide, "k%d: 1\n", i);
    refuse(*state, builder_string(&wide), "line 1001: a mapping may have 1000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_a_document, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            reads_a_scalar_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_by_line, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
