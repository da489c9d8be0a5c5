/*
 * Tables as HTML.
 *
 * Internal to render/markdown. Depends on base and domain/markup.
 */
#ifndef RENDER_MARKDOWN_TABLE_H
#define RENDER_MARKDOWN_TABLE_H

#include "render/markdown_link.h"

/* The opening tags of the next table and of the box it scrolls in; their
 * closing tags are MARKDOWN_TABLE_END. */
void markdown_table_open(struct markdown_writer *writer, struct builder *out);

#define MARKDOWN_TABLE_END "</table></div>"

/* Write a table that was written in HTML. A first row of which all words are
 * strong is its head. */
void markdown_table_put(struct markdown_writer *writer,
    const struct markup_insert *table, struct builder *out);

/* Take spaces off the end of `out`. */
void markdown_trim_end(struct builder *out);

#endif
