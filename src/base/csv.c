/* One cell at a time. */
#include "base/csv.h"

#include <string.h>

static bool line_has(struct text line, char byte)
{
    return line.size > 0 && memchr(line.data, byte, line.size) != NULL;
}

struct csv csv_begin(struct text text)
{
    struct csv csv = {.rest = text, .line = 1, .separator = ','};
    struct text line = text_of("");
    struct text rest;

    if (text_begins(text, "\xef\xbb\xbf"))
        csv.rest = text_part(text.data + 3, text.size - 3);
    rest = csv.rest;
    text_next(&rest, '\n', &line);
    if (line_has(line, ';') && !line_has(line, ','))
        csv.separator = ';';
    return csv;
}

static bool at_end(const struct csv *csv)
{
    return csv->rest.size == 0;
}

static char take(struct csv *csv)
{
    char byte = *csv->rest.data;

    csv->rest = text_part(csv->rest.data + 1, csv->rest.size - 1);
    csv->line += byte == '\n';
    return byte;
}

/* CR LF is one line end. */
static bool at_line_end(const struct csv *csv)
{
    return at_end(csv) || *csv->rest.data == '\n' ||
           (*csv->rest.data == '\r' &&
               (csv->rest.size == 1 || csv->rest.data[1] == '\n'));
}

static bool read_quoted(
    struct csv *csv, struct builder *cell, struct error *error)
{
    take(csv);
    for (;;) {
        char byte;

        if (at_end(csv))
            return error_set(
                error, ERROR_INVALID, "a quote is opened and never closed");
        byte = take(csv);
        if (byte != '"') {
            builder_byte(cell, byte);
        } else if (!at_end(csv) && *csv->rest.data == '"') {
            builder_byte(cell, take(csv));
        } else {
            break;
        }
    }
    if (!at_line_end(csv) && *csv->rest.data != csv->separator)
        return error_set(error, ERROR_INVALID,
            "after a closing quote comes a “%c” or the end of the line",
            csv->separator);
    return true;
}

static bool read_cell(struct csv *csv, struct arena *arena, struct csv_row *row,
    struct error *error)
{
    struct builder cell = builder_create(arena);

    if (row->count == CSV_CELLS)
        return error_set(
            error, ERROR_TOO_LARGE, "a row may have %d values", CSV_CELLS);
    if (!at_end(csv) && *csv->rest.data == '"') {
        if (!read_quoted(csv, &cell, error))
            return false;
    } else {
        while (!at_line_end(csv) && *csv->rest.data != csv->separator)
            builder_byte(&cell, take(csv));
    }
    row->cells[row->count++] = builder_string(&cell);
    return true;
}

static bool read_row(struct csv *csv, struct arena *arena, struct csv_row *row,
    struct error *error)
{
    row->count = 0;
    row->line = csv->line;
    for (;;) {
        if (!read_cell(csv, arena, row, error))
            return false;
        if (at_line_end(csv))
            break;
        take(csv); /* the comma */
    }
    while (!at_end(csv) && take(csv) != '\n')
        ;
    return true;
}

static bool is_empty(const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (text_trim(text_of(row->cells[i])).size > 0)
            return false;
    }
    return true;
}

bool csv_next(struct csv *csv, struct arena *arena, struct csv_row *row,
    struct error *error)
{
    if (row->cells == NULL)
        row->cells = arena_array(arena, CSV_CELLS, sizeof *row->cells);
    row->count = 0;
    row->line = csv->line;
    while (!at_end(csv)) {
        if (!read_row(csv, arena, row, error))
            return false;
        if (!is_empty(row))
            return true;
    }
    row->count = 0;
    return true;
}
