/* CSV row by row: what is taken, what is refused. */
#include "base/csv.h"

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

/* All rows as `a|b@line;c|d@line;`, or the error with its line. */
static const char *rows(struct arena *arena, const char *content)
{
    struct builder out = builder_create(arena);
    struct error error = error_create(arena);
    struct csv csv = csv_begin(text_of(content));
    struct csv_row row = {.count = 0};

    for (;;) {
        if (!csv_next(&csv, arena, &row, &error))
            return arena_format(arena, "%zu: %s", row.line, error.message);
        if (row.count == 0)
            return builder_string(&out);
        for (size_t i = 0; i < row.count; i++)
            builder_format(&out, "%s%s", i > 0 ? "|" : "", row.cells[i]);
        builder_format(&out, "@%zu;", row.line);
    }
}

static void reads_rows(void **state)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"\n\n", ""},
        {"a", "a@1;"},
        {"a,b\nc,d\n", "a|b@1;c|d@2;"},
        {"a,b\r\nc,d\r\n", "a|b@1;c|d@2;"},
        {"a,,\n,b\n", "a||@1;|b@2;"},
        {",,\n \na\n", "a@3;"},
        {"\xef\xbb\xbf"
         "a,b\n",
            "a|b@1;"},
        {"\"a,b\",c\n", "a,b|c@1;"},
        {"\"a \"\"b\"\"\"\n", "a \"b\"@1;"},
        {"\"\",x\n", "|x@1;"},
        {"\"a\nb\",c\nd\n", "a\nb|c@1;d@3;"},
        {"a \"b\" c\n", "a \"b\" c@1;"},
        {"a\rb\n", "a\rb@1;"},
        {"a;b\nc,d;\"e;f\"\n", "a|b@1;c,d|e;f@2;"},
        {"a;b,c\nd;e\n", "a;b|c@1;d;e@2;"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(rows(*state, cases[i][0]), cases[i][1]);
}

static void refuses(void **state)
{
    struct builder wide = builder_create(*state);

    assert_string_equal(
        rows(*state, "a\n\"b\n\nc"), "2: a quote is opened and never closed");
    assert_string_equal(rows(*state, "\"a\"b,c\n"),
        "1: after a closing quote comes a “,” or the end of the line");
    for (int i = 0; i <= CSV_CELLS; i++)
        builder_put(&wide, "x,");
    assert_string_equal(
        rows(*state, builder_string(&wide)), "1: a row may have 200 values");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
