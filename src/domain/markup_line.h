/*
 * Single lines of Markdown: what their words begin.
 *
 * Internal to the markup modules. `words` is a line without quotation marks
 * and indent. Depends on base only.
 */
#ifndef DOMAIN_MARKUP_LINE_H
#define DOMAIN_MARKUP_LINE_H

#include "base/text.h"

/* The slice from `from` on. */
struct text markup_rest(struct text text, size_t from);

/* How many characters `c` stand at the head of `text`. */
size_t markup_leading(struct text text, char c);

/* Is `text` a run of `c`, white space around it aside? */
bool markup_is_only(struct text text, char c);

/* The size of the quotation marks (`>`) at the head of a line, at most `limit`
 * of them; `depth` gets how many they are. */
size_t markup_quote_prefix(struct text line, size_t limit, size_t *depth);

/* How many ticks or tildes open a code block, 0 for none; `info` gets what
 * follows them. */
size_t markup_fence_size(struct text words, struct text *info);

/* Do `words` close a block that `size` characters `c` opened? */
bool markup_fence_ends(struct text words, char c, size_t size);

/* The size of a list marker with the spaces after it, 0 when there is none. */
size_t markup_item_size(struct text words);

/* A thematic break: three or more of `-`, `*` or `_`. */
bool markup_is_rule(struct text words);

/* 1 to 6 for a heading with `#`, else 0. */
int markup_heading_level(struct text words);

/* The words of a heading, without its `#`s, and the slug that the writer gave
 * it as `{#slug}`, or "". */
struct text markup_heading_words(struct text words, struct text *slug);

/* `[name]: target` or `[^name]: words`: the name, and where the rest begins;
 * 0 when the line is neither. */
size_t markup_definition_head(struct text words, struct text *name);

/* `[name]: target`, with or without a title in quotes. */
bool markup_is_definition(struct text words);

/* An HTML table: does it begin here, and where does `</table>` end (0: it does
 * not stand in `text`)? */
bool markup_table_begins(struct text words);
size_t markup_table_end(struct text text);

/* Size of the code span at the head of `text`, of which the first byte is a
 * tick; 0 when it does not end. */
size_t markup_code_size(struct text text);

/* The columns that the line under a table's head gives (`|---|--:|`), 0 when
 * it is no such line. */
size_t markup_columns(struct text words);

/* The size of the first cell of a row, up to its `|` or the end of `row`; a
 * bar in code or after a backslash does not end it. */
size_t markup_cell_size(struct text row);

/* A row without the bars at its ends. */
struct text markup_row(struct text words);

/* A name in brackets as it is compared: lower case, single spaces. */
const char *markup_name(struct arena *arena, struct text name);

#endif
