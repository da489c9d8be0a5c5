/*
 * From the Markdown library's HTML to what may stand in a page.
 *
 * Internal to render/markdown. Takes the HTML apart tag by tag, lets through
 * what it knows, and writes what stands behind the markers that
 * markup_prepare() left. Depends on base and domain/markup.
 */
#ifndef RENDER_MARKDOWN_HTML_H
#define RENDER_MARKDOWN_HTML_H

#include "render/markdown_link.h"

/* Write the library's `html` of one part to `out`. `lead`: a paragraph that
 * comes first in it is the page's lead. */
void markdown_html_put(struct markdown_writer *writer, struct text html,
    bool lead, struct builder *out);

#endif
