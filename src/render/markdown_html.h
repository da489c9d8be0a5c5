/*
 * From the Markdown library's HTML to what may stand in a page.
 *
 * Internal to render/markdown. Takes the HTML apart tag by tag, lets through
 * what it knows, and writes what stands behind the markers that
 * markup_prepare() left. Depends on base and domain/markup.
 */
#ifndef RENDER_MARKDOWN_HTML_H
#define RENDER_MARKDOWN_HTML_H

#include "domain/markup.h"
#include "render/markdown.h"

/* What one page has in common: numbers run through all its parts. */
struct markdown_writer {
    struct arena *arena;
    const struct markup_document *document;
    markdown_resolve *resolve;
    void *user;
    size_t tables;
    size_t *note_number;     /* for each note: its number, 0 until it is met */
    size_t *note_references; /* for each note: how often it was referred to */
    size_t *note_order;      /* the notes met, in that order */
    size_t note_count;
};

struct markdown_writer markdown_writer_create(struct arena *arena,
    const struct markup_document *document, markdown_resolve *resolve,
    void *user);

/* Write the library's `html` of one part to `out`. `lead`: a paragraph that
 * comes first in it is the page's lead. */
void markdown_writer_put(struct markdown_writer *writer, struct text html,
    bool lead, struct builder *out);

/* Write the reference that leads back from note `index`, of which the words
 * end `out`. */
void markdown_writer_return(
    struct markdown_writer *writer, size_t index, struct builder *out);

#endif
