/* The renderer's interface: sections, links as the resolver says, records. */
#include "render/markdown.h"

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

/* Hands out the link it is given, and counts. */
struct answer {
    struct markdown_link link;
    const char *target;
    size_t line;
    size_t count;
    bool is_image;
};

static void resolve(
    void *user, const char *target, size_t line, struct markdown_link *link)
{
    struct answer *answer = user;

    assert_null(link->href);
    assert_null(link->css);
    assert_false(link->blocked || link->footnote || link->external);
    answer->target = target;
    answer->line = line;
    answer->is_image = link->is_image;
    answer->count++;
    *link = answer->link;
}

static struct markdown_page render(const char *body, struct answer *answer)
{
    struct error error = error_create(arena);
    struct markdown_page page;

    if (!markdown_render(
            arena, text_of(body), 5, resolve, answer, &page, &error))
        fail_msg("%s", error.message);
    return page;
}

static void expect_html(
    const char *body, struct markdown_link link, const char *html)
{
    struct answer answer = {.link = link};
    struct markdown_page page = render(body, &answer);

    assert_int_equal(page.count, 1);
    assert_string_equal(page.sections[0].html, html);
}

static void test_sections(void **state)
{
    struct answer answer = {.link = {.href = "/x"}};
    struct markdown_page page =
        render("# Title\n\nLead.\n\n### A & B\n\n[c](meets:27001/1)\n\n"
               "One.\n\n##### C {#see}\n",
            &answer);

    (void)state;
    assert_string_equal(page.title, "Title");
    assert_int_equal(page.count, 3);
    assert_int_equal(page.sections[0].level, 0);
    assert_string_equal(page.sections[0].slug, "");
    assert_string_equal(page.sections[0].html, "<p class=\"lead\">Lead.</p>");
    assert_int_equal(page.sections[1].level, 2);
    assert_string_equal(page.sections[1].title, "A & B");
    assert_string_equal(page.sections[1].slug, "a-b");
    assert_string_equal(page.sections[1].html, "<p>One.</p>");
    assert_int_equal(page.sections[1].meets_count, 1);
    assert_string_equal(page.sections[1].meets[0], "meets:27001/1");
    assert_int_equal(page.sections[2].level, 3);
    assert_string_equal(page.sections[2].slug, "see");
    assert_string_equal(page.sections[2].html, "");
    assert_int_equal(answer.count, 0);
}

static void test_empty(void **state)
{
    struct answer answer = {0};
    struct markdown_page page = render("", &answer);

    (void)state;
    assert_null(page.title);
    assert_int_equal(page.count, 1);
    assert_string_equal(page.sections[0].html, "");
    page = render("## A\n", &answer);
    assert_int_equal(page.count, 2);
}

static void test_resolver(void **state)
{
    struct answer answer = {.link = {.href = "/x"}};

    (void)state;
    render("a\n\n[w](todo:1)\n", &answer);
    assert_string_equal(answer.target, "todo:1");
    assert_int_equal(answer.line, 7);
    assert_false(answer.is_image);
    render("![w](i.png)\n", &answer);
    assert_true(answer.is_image);
    render("https://x.example/\n", &answer);
    assert_string_equal(answer.target, "https://x.example/");
    assert_int_equal(answer.line, 0);
    assert_int_equal(answer.count, 3);
}

static void test_link_forms(void **state)
{
    (void)state;
    expect_html("- [w](t)\n", (struct markdown_link){.href = "/a"},
        "<ul>\n<li><a href=\"/a\">w</a></li>\n</ul>\n");
    expect_html("- [w](t \"T\")\n",
        (struct markdown_link){.href = "/a?b&c\"<>",
            .css = "x\"y",
            .footnote = true,
            .external = true},
        "<ul>\n<li><a class=\"x&quot;y\" href=\"/a?b&amp;c%22%3C%3E\" "
        "target=\"footnote\" rel=\"noopener noreferrer\" "
        "title=\"T\">w</a></li>\n</ul>\n");
    expect_html("- [w](t \"T\")\n",
        (struct markdown_link){.href = "/a", .title = "Mine"},
        "<ul>\n<li><a href=\"/a\" title=\"Mine\">w</a></li>\n</ul>\n");
    expect_html("- [*w*](t)\n",
        (struct markdown_link){.href = "/a", .blocked = true},
        "<ul>\n<li><span class=\"ref ref-broken\"><em>w</em></span></li>\n"
        "</ul>\n");
    expect_html("- ![w](t)\n", (struct markdown_link){0},
        "<ul>\n<li><span class=\"image\">w</span></li>\n</ul>\n");
    expect_html("- ![w](t)\n", (struct markdown_link){.href = "/i"},
        "<ul>\n<li><img src=\"/i\" alt=\"w\"></li>\n</ul>\n");
}

/* The renderer stops what a browser would run, even when the resolver does
 * not. */
static void test_addresses(void **state)
{
    static const char *const bad[] = {"javascript:x", "JavaScript:x", "data:x",
        "vbscript:x", " javascript:x", "java\nscript:x", "\x01javascript:x",
        "file:x", "todo:1"};
    static const char *const good[] = {"/a:b", "a/b:c", "?a:b", "#a:b", "",
        "http://x", "HTTPS://x", "mailto:a@b", "../a.md", "//host/x"};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        expect_html("- [w](t)\n", (struct markdown_link){.href = bad[i]},
            "<ul>\n<li><span class=\"ref ref-broken\">w</span></li>\n"
            "</ul>\n");
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        expect_html("- [w](t)\n", (struct markdown_link){.href = good[i]},
            arena_format(arena, "<ul>\n<li><a href=\"%s\">w</a></li>\n</ul>\n",
                good[i]));
}

static void expect_text(const char *text, const char *html)
{
    struct answer answer = {.link = {.href = "/x"}};
    struct error error = error_create(arena);
    const char *result;

    assert_true(markdown_render_text(
        arena, text_of(text), resolve, &answer, &result, &error));
    assert_string_equal(result, html);
}

static void test_text(void **state)
{
    (void)state;
    expect_text("", "");
    expect_text("One [w](t).\n\nTwo.", "<p>One <a href=\"/x\">w</a>.</p>\n"
                                       "<p>Two.</p>");
    expect_text("One.\n\n## A <b>\n\nTwo.\n\n#### B\n",
        "<p>One.</p>\n<h3>A &lt;b&gt;</h3>\n<p>Two.</p>\n<h4>B</h4>\n");
    expect_text("# A\n\nOne.\n\n## B\n\n###### C\n",
        "<h3>A</h3>\n<p>One.</p>\n<h4>B</h4>\n\n<h5>C</h5>\n");
}

static void test_refused(void **state)
{
    struct answer answer = {0};
    struct error error = error_create(arena);
    struct markdown_page page;
    const char *html;

    (void)state;
    assert_false(markdown_render(
        arena, text_of("a\nb \x02"), 5, resolve, &answer, &page, &error));
    assert_int_equal(error.code, ERROR_INVALID);
    assert_int_equal(page.count, 0);
    assert_non_null(strstr(error.message, "line 6, byte 3"));
    assert_false(markdown_render_text(
        arena, text_of("\xff"), resolve, &answer, &html, &error));
    assert_string_equal(html, "");
    assert_int_equal(answer.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_sections, setup, teardown),
        cmocka_unit_test_setup_teardown(test_empty, setup, teardown),
        cmocka_unit_test_setup_teardown(test_resolver, setup, teardown),
        cmocka_unit_test_setup_teardown(test_link_forms, setup, teardown),
        cmocka_unit_test_setup_teardown(test_addresses, setup, teardown),
        cmocka_unit_test_setup_teardown(test_text, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refused, setup, teardown)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
