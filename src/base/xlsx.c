/* The one door to libxlsxwriter. */
#include "base/xlsx.h"

#include "base/file.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xlsxwriter.h>

enum { BOOK_LIMIT = 64 * 1024 * 1024, PAPER_A4 = 9 };

/* What one book is written with. */
struct writing {
    struct arena *arena;
    lxw_workbook *book;
    lxw_format *styles[XLSX_STYLE_COUNT];
};

static bool make_styles(struct writing *writing)
{
    static const struct {
        double size;
        bool bold;
        bool wraps;
        lxw_color_t ink;
        lxw_color_t paper;
    } looks[XLSX_STYLE_COUNT] = {
        [XLSX_PLAIN] = {10, false, true, 0, 0},
        [XLSX_LINE] = {10, false, false, 0, 0},
        [XLSX_TITLE] = {14, true, false, 0, 0},
        [XLSX_HEAD] = {10, true, true, 0xFFFFFF, 0x0D3B4E},
        [XLSX_PART] = {11, true, false, 0, 0xE4EAED},
        [XLSX_STRONG] = {10, true, true, 0, 0},
        [XLSX_GOOD] = {10, true, true, 0x14502D, 0},
        [XLSX_WATCH] = {10, true, true, 0x6B4000, 0},
        [XLSX_BAD] = {10, true, true, 0x8A1811, 0},
        [XLSX_QUIET] = {10, false, true, 0x555555, 0},
    };

    for (size_t i = 0; i < XLSX_STYLE_COUNT; i++) {
        lxw_format *format = workbook_add_format(writing->book);

        if (format == NULL)
            return false;
        format_set_font_size(format, looks[i].size);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        if (looks[i].bold)
            format_set_bold(format);
        if (looks[i].wraps)
            format_set_text_wrap(format);
        if (looks[i].ink != 0)
            format_set_font_color(format, looks[i].ink);
        if (looks[i].paper != 0)
            format_set_bg_color(format, looks[i].paper);
        if (looks[i].wraps) {
            format_set_bottom(format, LXW_BORDER_HAIR);
            format_set_bottom_color(format, 0x999999);
        }
        writing->styles[i] = format;
    }
    return true;
}

/* No more characters than a cell holds. */
static const char *cut(struct arena *arena, const char *text)
{
    size_t count = 0;

    for (const char *p = text; *p != '\0'; p++) {
        if (((unsigned char)*p & 0xC0) != 0x80 && count++ == XLSX_TEXT_LIMIT)
            return arena_copy(arena, text, (size_t)(p - text));
    }
    return text;
}

static bool put_row(struct writing *writing, lxw_worksheet *sheet,
    const struct xlsx_row *row, lxw_row_t at)
{
    for (size_t i = 0; i < row->count; i++) {
        const struct xlsx_cell *cell = &row->cells[i];
        lxw_format *format = writing->styles[cell->style];
        lxw_error fault =
            cell->text == NULL || cell->text[0] == '\0'
                ? worksheet_write_blank(sheet, at, (lxw_col_t)i, format)
                : worksheet_write_string(sheet, at, (lxw_col_t)i,
                      cut(writing->arena, cell->text), format);

        if (fault != LXW_NO_ERROR)
            return false;
    }
    return true;
}

/* Headings stay in sight and on every page; as wide as one page. */
static void set_up_page(struct writing *writing, lxw_worksheet *sheet,
    const struct xlsx_sheet *from)
{
    lxw_row_t head = (lxw_row_t)from->head;
    lxw_col_t last = (lxw_col_t)(from->columns - 1);

    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, PAPER_A4);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7);
    worksheet_repeat_rows(sheet, head, head);
    worksheet_freeze_panes(sheet, head + 1, 1);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    if (from->filtered && from->row_count > from->head + 1)
        worksheet_autofilter(
            sheet, head, 0, (lxw_row_t)(from->row_count - 1), last);
    /* The & of a footer begins a code; 255 characters fit. */
    if (strlen(from->footer) < 200 && strchr(from->footer, '&') == NULL)
        worksheet_set_footer(sheet,
            arena_format(writing->arena, "&L&8%s&R&8&P / &N", from->footer));
    else
        worksheet_set_footer(sheet, "&R&8&P / &N");
}

static bool put_sheet(struct writing *writing, const struct xlsx_sheet *from)
{
    lxw_worksheet *sheet = workbook_add_worksheet(writing->book, from->name);

    if (sheet == NULL || from->columns == 0 || from->columns > LXW_COL_MAX ||
        from->row_count > LXW_ROW_MAX)
        return false;
    for (size_t i = 0; i < from->columns; i++)
        worksheet_set_column(
            sheet, (lxw_col_t)i, (lxw_col_t)i, from->widths[i], NULL);
    set_up_page(writing, sheet, from);
    for (size_t i = 0; i < from->row_count; i++) {
        if (!put_row(writing, sheet, &from->rows[i], (lxw_row_t)i))
            return false;
    }
    return true;
}

static bool fill_book(struct writing *writing, const struct xlsx_book *book)
{
    lxw_doc_properties properties = {
        .title = arena_string(writing->arena, book->title),
        .company = arena_string(writing->arena, book->organisation),
        .created = (time_t)book->seconds};

    if (!make_styles(writing) ||
        workbook_set_properties(writing->book, &properties) != LXW_NO_ERROR)
        return false;
    for (size_t i = 0; i < book->count; i++) {
        if (!put_sheet(writing, &book->sheets[i]))
            return false;
    }
    return true;
}

static bool write_file(struct arena *arena, const struct xlsx_book *book,
    const char *folder, const char *path, struct error *error)
{
    lxw_workbook_options options = {.tmpdir = arena_string(arena, folder)};
    struct writing writing = {.arena = arena};
    bool fine;

    writing.book = workbook_new_opt(path, &options);
    if (writing.book == NULL)
        return error_set(
            error, ERROR_SYSTEM, "the spreadsheet cannot be written");
    fine = fill_book(&writing, book);
    /* Closing also gives back all of the library's memory. */
    fine = workbook_close(writing.book) == LXW_NO_ERROR && fine;
    return fine || error_set(error, ERROR_BUSY,
                       "The spreadsheet could not be written: the disk may be "
                       "full. Try again later.");
}

bool xlsx_write(struct arena *arena, const struct xlsx_book *book,
    struct text *bytes, struct error *error)
{
    const char *root = getenv("TMPDIR");
    char *folder = arena_format(arena, "%s/ims-xlsx-XXXXXX",
        root == NULL || root[0] == '\0' ? "/tmp" : root);
    const char *path;
    bool fine;

    if (mkdtemp(folder) == NULL)
        return error_set(error, ERROR_BUSY,
            "There is no room for a temporary file. Try again later.");
    path = file_join(arena, folder, "book.xlsx");
    fine = write_file(arena, book, folder, path, error) &&
           file_read(arena, path, BOOK_LIMIT, bytes, error);
    (void)unlink(path);
    (void)rmdir(folder);
    return fine;
}
