/* Tables drawn with bars, put so that the library reads them as we do. */
#include "domain/markup_rows.h"

#include "domain/markup_inline.h"
#include "domain/markup_line.h"

#include <string.h>

enum { COLUMN_LIMIT = 64, CELL_LIMIT = 16 * 1024 };

static bool has_bar(const struct markup_line *line)
{
    return memchr(line->text.data, '|', line->text.size) != NULL;
}

static size_t count_cells(struct text row)
{
    size_t cells = 1;

    for (size_t size; (size = markup_cell_size(row)) < row.size; cells++)
        row = markup_rest(row, size + 1);
    return cells;
}

/* Does line `i` of the `count` from `first` on go on with its table? */
static bool is_row(const struct markup_line *first, size_t count, size_t i)
{
    const struct markup_line *line = &first[i];

    return i < count && line->kind == MARKUP_LINE_TEXT &&
           line->depth == first->depth && line->note == first->note &&
           has_bar(line);
}

size_t markup_rows_columns(const struct markup_line *first, size_t count)
{
    size_t columns;

    if (!is_row(first, count, 0) || !is_row(first, count, 1) ||
        !is_row(first, count, 2) ||
        markup_columns(markup_line_words(first)) > 0)
        return 0;
    columns = markup_columns(markup_line_words(first + 1));
    return columns > 0 && columns <= COLUMN_LIMIT &&
                   count_cells(markup_row(markup_line_words(first))) == columns
               ? columns
               : 0;
}

/* The line of dashes, with a bar at both ends as the rows have. */
static void put_dashes(const struct markup_line *line, struct builder *out)
{
    builder_add(out, line->text.data, line->prefix + line->indent);
    builder_byte(out, '|');
    builder_text(out, markup_row(markup_line_words(line)));
    builder_put(out, "|\n");
}

/* A row, cell by cell. */
static void put_row(struct markup_state *state, const struct markup_line *line,
    struct builder *out)
{
    struct text row = markup_row(markup_line_words(line));

    builder_add(out, line->text.data, line->prefix + line->indent);
    for (;;) {
        struct text cell = text_part(row.data, markup_cell_size(row));

        builder_byte(out, '|');
        markup_inline_copy(state,
            (struct markup_words){.text = cell, .line = line->number}, out);
        if (cell.size == row.size)
            break;
        row = markup_rest(row, cell.size + 1);
    }
    builder_put(out, "|\n");
}

size_t markup_rows_copy(struct markup_state *state,
    const struct markup_line *first, size_t count, size_t columns,
    struct builder *out)
{
    size_t at = 0;

    for (; at * columns < CELL_LIMIT && is_row(first, count, at); at++) {
        if (at == 1)
            put_dashes(&first[at], out);
        else
            put_row(state, &first[at], out);
    }
    return at;
}
