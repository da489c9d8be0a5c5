/*
 * Pages and what they become: every `.md` in tests/render/markdown gives the
 * `.html` beside it, every `.refused` the message in its `.message`. With
 * IMS_GOLDEN=write in the environment the results are written instead, to be
 * read through before they are kept.
 */
#include "base/file.h"
#include "domain/front_matter.h"
#include "domain/markup.h"
#include "html_check.h"
#include "render/markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char folder[] = "tests/render/markdown";

struct asked {
    struct arena *arena;
    struct markup_link links[1024];
    size_t count;
};

/* References as a site would resolve them; `javascript:` is handed through,
 * for the renderer to stop. */
static void resolve(
    void *user, const char *target, size_t line, struct markdown_link *link)
{
    struct asked *asked = user;
    const char *colon = strchr(target, ':');

    if (line > 0) {
        assert_true(asked->count < sizeof asked->links / sizeof *asked->links);
        asked->links[asked->count++] = (struct markup_link){
            .target = target, .line = line, .is_image = link->is_image};
    }
    link->href = target;
    link->blocked = string_equals(target, "todo:404");
    if (link->is_image) {
        link->blocked = !string_begins(target, "ok/");
    } else if (string_begins(target, "http")) {
        link->external = true;
    } else if (colon != NULL && memchr("tcpmf", target[0], 5) != NULL &&
               !string_begins(target, "mailto:")) {
        link->href = arena_format(asked->arena, "/note/%s", target);
        link->css = arena_format(
            asked->arena, "ref ref-%.*s", (int)(colon - target), target);
        link->footnote = true;
    }
}

static const char *dump(struct arena *arena, const struct markdown_page *page)
{
    struct builder out = builder_create(arena);

    if (page->title != NULL)
        builder_format(&out, "<!-- title: %s -->\n", page->title);
    for (size_t i = 0; i < page->count; i++) {
        const struct markdown_section *section = &page->sections[i];

        builder_format(&out, "<!-- level %d, slug: %s, title: %s",
            section->level, section->slug, section->title);
        for (size_t k = 0; k < section->meets_count; k++)
            builder_format(&out, ", %s", section->meets[k]);
        builder_format(&out, " -->\n%s\n", section->html);
    }
    return builder_string(&out);
}

static const char *beside(
    struct arena *arena, const char *path, const char *end)
{
    const char *dot = strrchr(path, '.');

    return arena_format(arena, "%.*s%s", (int)(dot - path), path, end);
}

/* Compare with what is kept in `path`, or keep it. */
static void compare(struct arena *arena, const char *path, const char *result)
{
    struct error error = error_create(arena);
    struct text kept;

    if (getenv("IMS_GOLDEN") != NULL) {
        assert_true(file_write(arena, path, text_of(result), &error));
        return;
    }
    if (!file_read(arena, path, 4 * 1024 * 1024, &kept, &error))
        fail_msg("%s: %s", path, error.message);
    if (!text_equals(kept, result))
        fail_msg("%s differs; it is now:\n%s", path, result);
}

static void check_html(
    struct arena *arena, const char *path, const struct markdown_page *page)
{
    struct html_check *check = arena_alloc(arena, sizeof *check);

    check->arena = arena;
    for (size_t i = 0; i < page->count; i++) {
        if (i > 0)
            assert_true(html_keep_id(check, text_of(page->sections[i].slug)));
        if (!html_check_piece(check, page->sections[i].html))
            fail_msg("%s: %s", path, check->problem);
    }
}

static bool is_same(const struct markup_link *a, const struct markup_link *b)
{
    return a->line == b->line && a->is_image == b->is_image &&
           string_equals(a->target, b->target);
}

/* Scanner and renderer agree: the same headings in the same order, and every
 * link scanned is resolved as often as it stands on the page, but for claims
 * (`meets:`), which may be left out, and links in notes nobody refers to. */
static void check_agreement(const char *path, const struct markup *scan,
    const struct markdown_page *page, const struct asked *asked)
{
    bool has_notes = strstr(path, "/notes.md") != NULL;
    size_t before = 0;

    assert_int_equal(page->count, scan->heading_count + 1);
    for (size_t i = 0; i < scan->heading_count; i++) {
        const struct markdown_section *section = &page->sections[i + 1];

        assert_string_equal(section->slug, scan->headings[i].slug);
        assert_string_equal(section->title, scan->headings[i].title);
        assert_int_equal(section->level, scan->headings[i].shown);
    }
    for (size_t i = 0; i < scan->link_count; i++) {
        const struct markup_link *link = &scan->links[i];
        size_t scanned = 0;
        size_t shown = 0;

        for (size_t k = 0; k < scan->link_count; k++)
            scanned += is_same(link, &scan->links[k]);
        for (size_t k = 0; k < asked->count; k++)
            shown += is_same(link, &asked->links[k]);
        if (shown != scanned && !string_begins(link->target, "meets:") &&
            !string_equals(link->words, "link"))
            fail_msg("%s:%zu: link to %s scanned %zu times, shown %zu", path,
                link->line, link->target, scanned, shown);
    }
    for (size_t i = 0; i < asked->count; i++) {
        bool found = false;

        for (size_t k = 0; k < scan->link_count && !found; k++)
            found = is_same(&asked->links[i], &scan->links[k]);
        if (!found)
            fail_msg(
                "%s: %s shown but not scanned", path, asked->links[i].target);
        /* notes come after the text, all else in the order of the page */
        if (!has_notes && i > 0 && asked->links[i].line < before)
            fail_msg("%s: %s shown out of order", path, asked->links[i].target);
        before = asked->links[i].line;
    }
}

static void check_page(
    struct arena *arena, const char *path, struct text body, size_t line)
{
    struct error error = error_create(arena);
    struct asked *asked = arena_alloc(arena, sizeof *asked);
    struct markdown_page page;
    struct markup scan;
    const char *html;

    asked->arena = arena;
    if (!markdown_render(arena, body, line, resolve, asked, &page, &error))
        fail_msg("%s: %s", path, error.message);
    markup_scan(arena, body, line, &scan);
    check_html(arena, path, &page);
    check_agreement(path, &scan, &page, asked);
    if (string_begins(path, folder))
        compare(arena, beside(arena, path, ".html"), dump(arena, &page));
    if (!markdown_render_text(arena, body, resolve, asked, &html, &error))
        fail_msg("%s: %s", path, error.message);
    {
        struct html_check *check = arena_alloc(arena, sizeof *check);

        check->arena = arena;
        if (!html_check_piece(check, html))
            fail_msg("%s as text: %s", path, check->problem);
    }
}

static void check_refusal(
    struct arena *arena, const char *path, struct text body)
{
    struct error error = error_create(arena);
    struct error again = error_create(arena);
    struct asked *asked = arena_alloc(arena, sizeof *asked);
    struct markdown_page page;
    const char *html;

    if (markdown_render(arena, body, 1, resolve, asked, &page, &error))
        fail_msg("%s is not refused", path);
    assert_int_equal(page.count, 0);
    assert_false(
        markdown_render_text(arena, body, resolve, asked, &html, &again));
    assert_string_equal(again.message, error.message);
    compare(arena, beside(arena, path, ".message"),
        arena_format(arena, "%s\n", error.message));
}

static struct text read(struct arena *arena, const char *path)
{
    struct error error = error_create(arena);
    struct text content;

    if (!file_read(arena, path, 4 * 1024 * 1024, &content, &error))
        fail_msg("%s: %s", path, error.message);
    return content;
}

static void test_golden(void **state)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct file_entry *entries;
    size_t count;
    size_t pages = 0;
    size_t refused = 0;

    (void)state;
    assert_true(file_walk(arena, folder, &entries, &count, &error));
    for (size_t i = 0; i < count; i++) {
        const char *path = file_join(arena, folder, entries[i].path);

        if (string_ends(path, ".md")) {
            check_page(arena, path, read(arena, path), 1);
            pages++;
        } else if (string_ends(path, ".refused")) {
            check_refusal(arena, path, read(arena, path));
            refused++;
        }
    }
    assert_true(pages >= 25);
    assert_true(refused >= 10);
    arena_destroy(arena);
}

/* Every page below `path` with its front matter; how many there are. */
static size_t check_manual(struct arena *arena, const char *path)
{
    struct error error = error_create(arena);
    struct file_entry *entries;
    size_t count;
    size_t pages = 0;

    if (!file_walk(arena, path, &entries, &count, &error))
        fail_msg("%s: %s", path, error.message);
    for (size_t i = 0; i < count; i++) {
        const char *file = file_join(arena, path, entries[i].path);
        struct front_matter matter;
        struct text page;

        if (!string_ends(file, ".md"))
            continue;
        page = read(arena, file);
        if (!front_matter_parse(arena, page, &matter, &error))
            fail_msg("%s: %s", file, error.message);
        check_page(arena, file,
            text_part(page.data + matter.body, page.size - matter.body),
            matter.body_line);
        pages++;
    }
    return pages;
}

static void test_shipped_manual(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    assert_true(check_manual(arena, "manual") > 0);
    arena_destroy(arena);
}

/* A published set of policies, where it is at hand. */
static void test_published_manual(void **state)
{
    static const char path[] = "../shared/manuals/tailscale";
    struct arena *arena;

    (void)state;
    if (!file_stat(path).exists)
        skip();
    arena = arena_create();
    assert_int_equal(check_manual(arena, path), 17);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_golden),
        cmocka_unit_test(test_shipped_manual),
        cmocka_unit_test(test_published_manual)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
