/*
 * Any text, rendered as a page and as a record's field, gives HTML of known
 * elements only, well nested and without an address that runs; and the
 * resolver is asked for links that the scanner found, each once.
 */
#include "../render/html_check.h"
#include "render/markdown.h"

#include "domain/markup.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct seen {
    const struct markup *scan;
    size_t asked;
};

/* Hands every target back as it is, as no real resolver would: the renderer
 * must stop the dangerous ones itself. */
static void resolve(
    void *user, const char *target, size_t line, struct markdown_link *link)
{
    struct seen *seen = user;

    link->href = target;
    link->css = "ref \"<>&";
    link->footnote = (line & 1) != 0;
    link->external = (line & 2) != 0;
    link->blocked = string_begins(target, "b");
    if (line == 0)
        return;
    for (size_t i = 0; i < seen->scan->link_count; i++) {
        const struct markup_link *known = &seen->scan->links[i];

        if (known->line == line && string_equals(known->target, target) &&
            known->is_image == link->is_image) {
            seen->asked++;
            return;
        }
    }
    fprintf(stderr, "resolved but not scanned: %s\n", target);
    abort();
}

static void fail(const struct html_check *check)
{
    fprintf(stderr, "%s\n", check->problem);
    abort();
}

static void check_page(struct arena *arena, struct text body)
{
    struct html_check *check = arena_alloc(arena, sizeof *check);
    struct error error = error_create(arena);
    struct markup scan;
    struct seen seen = {.scan = &scan};
    struct markdown_page page;

    check->arena = arena;
    if (!markup_check(body, 1, &error)) {
        if (error.code == ERROR_NONE || error.message[0] == '\0')
            abort();
        return;
    }
    markup_scan(arena, body, 1, &scan);
    if (!markdown_render(arena, body, 1, resolve, &seen, &page, &error))
        abort();
    if (page.count != scan.heading_count + 1 || seen.asked > scan.link_count)
        abort();
    for (size_t i = 0; i < page.count; i++) {
        const struct markdown_section *section = &page.sections[i];

        if (i > 0 &&
            (section->level < 2 || section->level > 6 ||
                !string_equals(section->slug, scan.headings[i - 1].slug) ||
                !html_keep_id(check, text_of(section->slug))))
            abort();
        if (!html_check_piece(check, section->html))
            fail(check);
    }
}

static void check_text(struct arena *arena, struct text body)
{
    struct html_check *check = arena_alloc(arena, sizeof *check);
    struct error error = error_create(arena);
    struct markup scan;
    struct seen seen = {.scan = &scan};
    const char *html;

    check->arena = arena;
    if (!markup_check(body, 1, &error))
        return;
    markup_scan(arena, body, 1, &scan);
    if (!markdown_render_text(arena, body, resolve, &seen, &html, &error))
        abort();
    if (!html_check_piece(check, html))
        fail(check);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    char *copy = malloc(size == 0 ? 1 : size);

    if (copy == NULL)
        abort();
    memcpy(copy, data, size);
    check_page(arena, text_part(copy, size));
    check_text(arena, text_part(copy, size));
    free(copy);
    arena_destroy(arena);
    return 0;
}
