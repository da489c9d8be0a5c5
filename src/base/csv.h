/*
 * CSV as RFC 4180 has it, row by row: values between commas, quoted where they
 * hold commas, quotes or line ends; a quote within is doubled. Where the first
 * line has semicolons and no comma, as spreadsheets of many languages write
 * it, semicolons stand between values.
 */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include "base/error.h"
#include "base/text.h"

enum { CSV_CELLS = 200 }; /* values a row may have */

struct csv {
    struct text rest;
    size_t line; /* the next row begins here */
    char separator;
};

struct csv_row {
    const char **cells;
    size_t count; /* 0 at the end of the file */
    size_t line;  /* where it begins */
};

/* Begin; a byte order mark is passed over. The text must live as long as it is
 * read, and be UTF-8. */
struct csv csv_begin(struct text text);

/* The next row that is not empty, in the arena; `row` is zeroed at first, and
 * the list of its cells is used again. The error is about the line
 * `row->line`, which it does not name. */
bool csv_next(struct csv *csv, struct arena *arena, struct csv_row *row,
    struct error *error);

#endif
