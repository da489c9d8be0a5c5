/*
 * Spreadsheets: the one door to libxlsxwriter.
 *
 * A book is described in the arena, sheet by sheet, and written out as a whole.
 * The library writes to a file; it stands in a folder of its own that is gone
 * when the call returns, and nobody else can look into it meanwhile.
 */
#ifndef BASE_XLSX_H
#define BASE_XLSX_H

#include "base/error.h"
#include "base/text.h"

enum xlsx_style {
    XLSX_PLAIN,  /* wraps, stands at the top */
    XLSX_LINE,   /* runs over the cells beside it */
    XLSX_TITLE,  /* the same, large and bold */
    XLSX_HEAD,   /* the heading of a column */
    XLSX_PART,   /* a row that heads those below it */
    XLSX_STRONG, /* bold */
    XLSX_GOOD,   /* green, amber, red, grey: never the only sign */
    XLSX_WATCH,
    XLSX_BAD,
    XLSX_QUIET,
    XLSX_STYLE_COUNT
};

struct xlsx_cell {
    const char *text; /* never a formula, whatever it begins with */
    enum xlsx_style style;
};

struct xlsx_row {
    const struct xlsx_cell *cells;
    size_t count;
};

struct xlsx_sheet {
    const char *name;     /* at most 31 characters, none of []:*?/\ */
    const double *widths; /* of the columns, in characters */
    size_t columns;
    const struct xlsx_row *rows;
    size_t row_count;
    size_t head;        /* row of the headings: frozen, and printed on every
                           page; with a filter where `filtered` */
    bool filtered;      /* the rows below the headings can be filtered */
    const char *footer; /* beside the page number when printed */
};

struct xlsx_book {
    const char *title;
    const char *organisation;
    long long seconds; /* when it is made, since 1970 */
    const struct xlsx_sheet *sheets;
    size_t count;
};

/* The longest text of a cell, in characters; the rest is cut. */
enum { XLSX_TEXT_LIMIT = 32767 };

/* Write the book, landscape on A4, as wide as a page. The bytes live in the
 * arena. */
bool xlsx_write(struct arena *arena, const struct xlsx_book *book,
    struct text *bytes, struct error *error);

#endif
