/*
 * Markdown to HTML that may stand in a page as it is.
 *
 * The only file that knows the Markdown library. It knows nothing of
 * references: a callback says what a link becomes. Raw HTML is shown as text
 * (tables are kept, comments dropped), and whatever comes out of the library
 * passes a whitelist of elements and attributes. Not for use by two threads at
 * once. Depends on base and domain/markup.
 */
#ifndef RENDER_MARKDOWN_H
#define RENDER_MARKDOWN_H

#include "base/error.h"
#include "base/text.h"
#include "render/markdown_resolve.h"

struct markdown_section {
    int level;          /* 2 to 6; 0 for the text before the first heading */
    const char *slug;   /* anchor for the heading, not in the HTML; "" at 0 */
    const char *title;  /* plain text, not escaped; "" at 0 */
    const char *html;   /* the section without its heading */
    const char **meets; /* targets of its `meets:` links, in order */
    size_t meets_count;
};

struct markdown_page {
    const char *title; /* of a level 1 heading that opens the body, or NULL */
    struct markdown_section *sections; /* the first has level 0, even empty */
    size_t count;
};

/* Render a body, which begins on `first_line` of its file. The result lives in
 * the arena. Fails as markup_check() does, naming the line. */
bool markdown_render(struct arena *arena, struct text body, size_t first_line,
    markdown_resolve *resolve, void *user, struct markdown_page *out,
    struct error *error) __attribute__((warn_unused_result));

/* Render the text of a record's field in one piece: headings become h3 and
 * below, without anchors. The result lives in the arena. */
bool markdown_render_text(struct arena *arena, struct text text,
    markdown_resolve *resolve, void *user, const char **html,
    struct error *error) __attribute__((warn_unused_result));

#endif
