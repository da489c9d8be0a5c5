/* The scanner: headings, links, sections, limits. */
#include "domain/markup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = arena_create();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_destroy(arena);
    return 0;
}

static struct markup scan(const char *body)
{
    struct error error = error_create(arena);
    struct markup out;

    assert_true(markup_check(text_of(body), 1, &error));
    markup_scan(arena, text_of(body), 1, &out);
    return out;
}

static void expect_heading(const struct markup *m, size_t index, int level,
    int shown, const char *title, const char *slug, size_t line)
{
    const struct markup_heading *heading = &m->headings[index];

    assert_true(index < m->heading_count);
    assert_int_equal(heading->level, level);
    assert_int_equal(heading->shown, shown);
    assert_string_equal(heading->title, title);
    assert_string_equal(heading->slug, slug);
    assert_int_equal(heading->line, line);
}

static void expect_link(const struct markup *m, size_t index,
    const char *target, const char *words, size_t line, size_t heading)
{
    const struct markup_link *link = &m->links[index];

    assert_true(index < m->link_count);
    assert_string_equal(link->target, target);
    assert_string_equal(link->words, words);
    assert_int_equal(link->line, line);
    assert_int_equal(link->heading, heading);
}

static void test_headings(void **state)
{
    struct markup m = scan("text\n\n### One *two* `three` ###\n"
                           "##### [Four](todo:1) {#own anchor}\n"
                           "Setext\n===\n\nOther\n---\n#none\n"
                           "    # code\n  ## Indented\n");

    (void)state;
    assert_null(m.title);
    assert_int_equal(m.heading_count, 5);
    expect_heading(&m, 0, 3, 2, "One two three", "one-two-three", 3);
    expect_heading(&m, 1, 5, 3, "Four", "own-anchor", 4);
    expect_heading(&m, 2, 1, 2, "Setext", "setext", 5);
    expect_heading(&m, 3, 2, 3, "Other", "other", 8);
    expect_heading(&m, 4, 2, 3, "Indented", "indented", 12);
    assert_int_equal(m.link_count, 0);
}

static void test_levels(void **state)
{
    struct markup m = scan("x\n\n#### A\n###### B\n##### C\n### D\n###### E\n");
    static const int shown[] = {2, 3, 3, 2, 3};

    (void)state;
    assert_int_equal(m.heading_count, 5);
    for (size_t i = 0; i < m.heading_count; i++)
        assert_int_equal(m.headings[i].shown, shown[i]);
}

static void test_title(void **state)
{
    struct markup m = scan("\n<!-- remark -->\n# The `page`\n\n## A\n# B\n");

    (void)state;
    assert_string_equal(m.title, "The page");
    assert_int_equal(m.heading_count, 2);
    expect_heading(&m, 0, 2, 2, "A", "a", 5);
    expect_heading(&m, 1, 1, 2, "B", "b", 6);
    m = scan("Title\n=====\ntext\n");
    assert_string_equal(m.title, "Title");
    m = scan("text\n\n# Late\n");
    assert_null(m.title);
    assert_int_equal(m.heading_count, 1);
    m = scan("## Second level first\n\n# One\n");
    assert_null(m.title);
}

static void test_sections(void **state)
{
    static const char body[] = "lead\n\n## A\none\n\n## B\ntwo\n";
    struct markup m = scan(body);

    (void)state;
    assert_int_equal(m.heading_count, 2);
    assert_memory_equal(
        body + m.headings[0].offset, "## A\none\n\n", m.headings[0].size);
    assert_int_equal(m.headings[0].size, strlen("## A\none\n\n"));
    assert_memory_equal(
        body + m.headings[1].offset, "## B\ntwo\n", m.headings[1].size);
    assert_int_equal(m.headings[1].size, strlen("## B\ntwo\n"));
}

static void test_slugs(void **state)
{
    struct markup m = scan("## A b\n## a  B\n## X {#a-b}\n## ***\n## !!\n"
                           "## Caf\xc3\xa9\n");

    (void)state;
    assert_string_equal(m.headings[0].slug, "a-b");
    assert_string_equal(m.headings[1].slug, "a-b~2");
    assert_string_equal(m.headings[2].slug, "a-b~3");
    assert_string_equal(m.headings[5].slug, "caf\xc3\xa9");
    for (size_t i = 0; i < m.heading_count; i++) {
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(m.headings[i].slug, m.headings[k].slug);
    }
}

static void test_headings_not(void **state)
{
    struct markup m = scan("> # quoted\n\n- # in an item\n\n      # code\n\n"
                           "```\n# fenced\n```\n\n<!--\n# comment\n-->\n\n"
                           "two\nlines\n---\n\n| a |\n|---|\n\n\\# escaped\n");

    (void)state;
    assert_int_equal(m.heading_count, 0);
    assert_null(m.title);
}

static void test_links(void **state)
{
    struct markup m =
        scan("[One](todo:1) and [two *words*](<a b.md> \"T\")\n\n## H\n"
             "![alt](i.png)\n[over\nlines](page:x#y) [ref][R] [r]\n\n"
             "[r]: clause:27001/4.1 'Title'\n> [in\n> quote](todo:2)\n\n"
             "| [cell](todo:3) | b |\n|---|---|\n| `|` [d](todo:4) | e |\n");

    (void)state;
    assert_int_equal(m.link_count, 9);
    expect_link(&m, 0, "todo:1", "One", 1, MARKUP_NONE);
    expect_link(&m, 1, "a b.md", "two words", 1, MARKUP_NONE);
    assert_string_equal(m.links[1].title, "T");
    expect_link(&m, 2, "i.png", "alt", 4, 0);
    assert_true(m.links[2].is_image);
    expect_link(&m, 3, "page:x#y", "over lines", 5, 0);
    assert_false(m.links[3].is_image);
    expect_link(&m, 4, "clause:27001/4.1", "ref", 6, 0);
    expect_link(&m, 5, "clause:27001/4.1", "r", 6, 0);
    assert_string_equal(m.links[5].title, "Title");
    expect_link(&m, 6, "todo:2", "in quote", 9, 0);
    expect_link(&m, 7, "todo:3", "cell", 12, 0);
    expect_link(&m, 8, "todo:4", "d", 14, 0);
}

static void test_links_not(void **state)
{
    struct markup m =
        scan("`[a](b)` ``[a](b)`` \\[a](b) [a] (b) [a](b c) [a]() [a][b] "
             "<https://x.example/> https://x.example/\n\n    [a](b)\n\n"
             "```\n[a](b)\n```\n~~~~\n[a](b)\n~~~\n[a](b)\n~~~~\n"
             "<!-- [a](b)\n\n[a](b) -->\n\n- item\n\n      [a](b)\n\n"
             "> ```\n> [a](b)\n> ```\n\n# [a](b)\n\n```\nnot ended [a](b)\n");

    (void)state;
    assert_int_equal(m.link_count, 0);
}

static void test_first_line(void **state)
{
    struct markup m;

    (void)state;
    markup_scan(arena, text_of("## A\r\n\r\n[x](y)\r\n"), 11, &m);
    expect_heading(&m, 0, 2, 2, "A", "a", 11);
    expect_link(&m, 0, "y", "x", 13, 0);
}

static void test_html_table(void **state)
{
    struct markup m = scan("<table>\n<tr><td title=\"[no](todo:1)\">\n\n"
                           "[yes](todo:2)\n</table>\n[after](todo:3)\n");

    (void)state;
    assert_int_equal(m.link_count, 2);
    expect_link(&m, 0, "todo:2", "yes", 4, MARKUP_NONE);
    expect_link(&m, 1, "todo:3", "after", 6, MARKUP_NONE);
}

static void test_meets(void **state)
{
    struct markup_document d;

    (void)state;
    markup_prepare(arena,
        text_of("[a](meets:27001/1)\n\n## H\n\nMeets: [b](meets:27001/2), "
                "[c](meets:27001/3).\n\nAs [d](meets:27001/4) [e](todo:1).\n"),
        1, &d);
    assert_int_equal(d.part_count, 2);
    assert_int_equal(d.parts[0].meets_count, 1);
    assert_string_equal(d.parts[0].meets[0], "meets:27001/1");
    assert_int_equal(d.parts[1].meets_count, 3);
    assert_string_equal(d.parts[1].meets[2], "meets:27001/4");
    assert_null(strstr(d.parts[0].source, "[a]"));
    assert_null(strstr(d.parts[1].source, "Meets"));
    assert_non_null(strstr(d.parts[1].source, "As [d]"));
}

/* `count` times `part`. */
static const char *repeat(const char *part, size_t count)
{
    struct builder out = builder_create(arena);

    for (size_t i = 0; i < count; i++)
        builder_put(&out, part);
    return builder_string(&out);
}

static void expect_refusal(
    const char *body, enum error_code code, const char *message)
{
    struct error error = error_create(arena);

    assert_false(markup_check(text_of(body), 7, &error));
    assert_int_equal(error.code, code);
    assert_string_equal(error.message, message);
}

static void expect_accepted(const char *body)
{
    struct error error = error_create(arena);

    if (!markup_check(text_of(body), 1, &error))
        fail_msg("%s", error.message);
}

static void test_limits(void **state)
{
    (void)state;
    expect_refusal(repeat("12345678\n\n", 26215), ERROR_TOO_LARGE,
        "line 7: the text is longer than 256 KB; divide it into several "
        "pages");
    expect_refusal(arena_format(arena, "a\n\n%s", repeat("1234567\n", 8193)),
        ERROR_TOO_LARGE,
        "line 8201: this paragraph is longer than 64 KB; put an empty line "
        "in it");
    expect_refusal(repeat("[ ", 1025), ERROR_TOO_LARGE,
        "line 7: this paragraph has more than 1024 of the characters < [ ` "
        "^; put an empty line in it, or make it a code block");
    expect_refusal(repeat("x", 2001), ERROR_TOO_LARGE,
        "line 7: there is a word of more than 2000 bytes; put a space in "
        "it, or put it in a code block");
    expect_refusal(arena_format(arena, "%sx", repeat("> ", 33)),
        ERROR_TOO_LARGE,
        "line 7: quotations and lists nest more than 32 deep; take some of "
        "the marks at its head away");
    expect_refusal("a\nb\x01\n", ERROR_INVALID,
        "line 8, byte 2: this is not UTF-8 text, or is a control character; "
        "save the page as UTF-8 and take the character out");
    expect_refusal("\xed\xa0\x80", ERROR_INVALID,
        "line 7, byte 1: this is not UTF-8 text, or is a control character; "
        "save the page as UTF-8 and take the character out");
}

static void test_within_limits(void **state)
{
    (void)state;
    expect_accepted("");
    expect_accepted(repeat("123456789\n\n", 23831));
    expect_accepted(repeat("1234567\n", 8192));
    expect_accepted(repeat("[ ", 1024));
    expect_accepted(repeat("[ ` < ^\n\n", 2000));
    expect_accepted(repeat("x", 2000));
    expect_accepted(arena_format(arena, "%sx", repeat("> ", 32)));
    expect_accepted(repeat("-", 200));
    expect_accepted(repeat("* ", 200));
    expect_accepted(repeat("|-----", 100));
    /* code blocks have no limit of their own */
    expect_accepted(
        arena_format(arena, "```\n%s\n```\n", repeat("<[`^ 1.2.3.4\n", 10000)));
    expect_accepted(arena_format(arena, "```\n%s\n", repeat("x", 100000)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_headings, setup, teardown),
        cmocka_unit_test_setup_teardown(test_levels, setup, teardown),
        cmocka_unit_test_setup_teardown(test_title, setup, teardown),
        cmocka_unit_test_setup_teardown(test_sections, setup, teardown),
        cmocka_unit_test_setup_teardown(test_slugs, setup, teardown),
        cmocka_unit_test_setup_teardown(test_headings_not, setup, teardown),
        cmocka_unit_test_setup_teardown(test_links, setup, teardown),
        cmocka_unit_test_setup_teardown(test_links_not, setup, teardown),
        cmocka_unit_test_setup_teardown(test_first_line, setup, teardown),
        cmocka_unit_test_setup_teardown(test_html_table, setup, teardown),
        cmocka_unit_test_setup_teardown(test_meets, setup, teardown),
        cmocka_unit_test_setup_teardown(test_limits, setup, teardown),
        cmocka_unit_test_setup_teardown(test_within_limits, setup, teardown)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
