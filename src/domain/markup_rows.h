/*
 * Tables drawn with bars: `| a | b |`.
 *
 * Internal to the markup modules. Depends on base and domain/markup_document.
 */
#ifndef DOMAIN_MARKUP_ROWS_H
#define DOMAIN_MARKUP_ROWS_H

#include "domain/markup_lines.h"
#include "domain/markup_state.h"

/* The columns of the table that begins with `first`, the first of `count`
 * lines; 0 when none does. It takes a head, a line of dashes with as many
 * columns, and a row. */
size_t markup_rows_columns(const struct markup_line *first, size_t count);

/* Copy the table's rows to `out`, keeping the links found; how many lines it
 * took. The library fills rows that are short, so that there is a limit to the
 * cells; what is left over is shown as text. */
size_t markup_rows_copy(struct markup_state *state,
    const struct markup_line *first, size_t count, size_t columns,
    struct builder *out);

#endif
