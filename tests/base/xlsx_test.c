/* A book is written, opened again with unzip, and leaves nothing behind. */
#include "base/xlsx.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "temporary_folder.h"

#include <cmocka.h>

static const double widths[] = {8, 30};

static struct xlsx_book book_of(const struct xlsx_sheet *sheet)
{
    return (struct xlsx_book){.title = "A & <b>",
        .organisation = "Harbour \"and\" Vale",
        .seconds = 1795000000,
        .sheets = sheet,
        .count = 1};
}

/* What one file of the book holds. */
static const char *member(
    struct arena *arena, const char *path, const char *name)
{
    struct builder out = builder_create(arena);
    char bytes[4096];
    size_t count;
    FILE *pipe =
        popen(arena_format(arena, "unzip -p '%s' '%s'", path, name), "r");

    assert_non_null(pipe);
    while ((count = fread(bytes, 1, sizeof bytes, pipe)) > 0)
        builder_add(&out, bytes, count);
    assert_int_equal(pclose(pipe), 0);
    return builder_string(&out);
}

static void has(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("missing: %s\nin: %.3000s", part, text);
}

static void a_book_can_be_opened(void **state)
{
    static const struct xlsx_cell title[] = {{"Statement", XLSX_TITLE}};
    static const struct xlsx_cell head[] = {
        {"No.", XLSX_HEAD}, {"Idea", XLSX_HEAD}};
    static const struct xlsx_cell row[] = {
        {"=1+1", XLSX_STRONG}, {"Grün & <b>", XLSX_GOOD}};
    static const struct xlsx_cell empty[] = {
        {"", XLSX_PLAIN}, {NULL, XLSX_PLAIN}};
    static const struct xlsx_row rows[] = {
        {title, 1}, {head, 2}, {row, 2}, {empty, 2}};
    struct xlsx_sheet sheet = {.name = "Ideas",
        .widths = widths,
        .columns = 2,
        .rows = rows,
        .row_count = 4,
        .head = 1,
        .filtered = true,
        .footer = "Version 3"};
    struct xlsx_book book = book_of(&sheet);
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    const char *folder = *state;
    const char *path = file_join(arena, folder, "book.xlsx");
    struct text bytes;
    const char *text;
    struct file_entry *entries;
    size_t count;

    assert_int_equal(setenv("TMPDIR", folder, 1), 0);
    if (!xlsx_write(arena, &book, &bytes, &error))
        fail_msg("%s", error.message);
    assert_memory_equal(bytes.data, "PK", 2);
    /* Nothing is left where it was written. */
    assert_true(file_walk(arena, folder, &entries, &count, &error));
    assert_int_equal(count, 0);
    assert_true(file_write(arena, path, bytes, &error));
    text = member(arena, path, "xl/sharedStrings.xml");
    has(text, "<t>=1+1</t>"); /* text, no formula */
    has(text, "Grün &amp; &lt;b&gt;");
    text = member(arena, path, "xl/worksheets/sheet1.xml");
    has(text, "state=\"frozen\"");
    has(text, "topLeftCell=\"B3\"");
    has(text, "<autoFilter ref=\"A2:B4\"");
    has(text, "orientation=\"landscape\"");
    has(text, "paperSize=\"9\"");
    has(text, "fitToHeight=\"0\"");
    has(text, "customWidth=\"1\"");
    has(text, "Version 3");
    assert_null(strstr(text, "<f>"));
    has(member(arena, path, "xl/workbook.xml"), "_xlnm.Print_Titles");
    has(member(arena, path, "docProps/core.xml"), "A &amp; &lt;b&gt;");
    arena_destroy(arena);
}

static void what_cannot_be_written_is_said(void **state)
{
    static const struct xlsx_cell cell[] = {{"x", XLSX_PLAIN}};
    static const struct xlsx_row rows[] = {{cell, 1}};
    struct xlsx_sheet sheet = {.name = "not[allowed]",
        .widths = widths,
        .columns = 1,
        .rows = rows,
        .row_count = 1,
        .footer = ""};
    struct xlsx_book book = book_of(&sheet);
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct text bytes;

    assert_int_equal(setenv("TMPDIR", *state, 1), 0);
    assert_false(xlsx_write(arena, &book, &bytes, &error));
    assert_int_equal(error.code, ERROR_BUSY);
    sheet.name = "Fine";
    sheet.columns = 0;
    assert_false(xlsx_write(arena, &book, &bytes, &error));
    assert_int_equal(setenv("TMPDIR", "/nowhere/at/all", 1), 0);
    sheet.columns = 1;
    assert_false(xlsx_write(arena, &book, &bytes, &error));
    assert_int_equal(error.code, ERROR_BUSY);
    arena_destroy(arena);
}

static void long_text_is_cut_between_characters(void **state)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct builder long_text = builder_create(arena);
    struct xlsx_cell cell = {.style = XLSX_PLAIN};
    struct xlsx_row rows[] = {{&cell, 1}};
    struct xlsx_sheet sheet = {.name = "Long",
        .widths = widths,
        .columns = 1,
        .rows = rows,
        .row_count = 1,
        .footer = "100 & more"};
    struct xlsx_book book = book_of(&sheet);
    struct text bytes;

    assert_int_equal(setenv("TMPDIR", *state, 1), 0);
    for (size_t i = 0; i < XLSX_TEXT_LIMIT + 5; i++)
        builder_put(&long_text, "ü");
    cell.text = builder_string(&long_text);
    if (!xlsx_write(arena, &book, &bytes, &error))
        fail_msg("%s", error.message);
    arena_destroy(arena);
}

/* The arena only holds the folder's name. */
static struct arena *names;

static int set_up(void **state)
{
    names = arena_create();
    *state = arena_string(names, temporary_folder_create(names));
    return 0;
}

static int tear_down(void **state)
{
    unsetenv("TMPDIR");
    temporary_folder_remove(*state);
    arena_destroy(names);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_book_can_be_opened, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            what_cannot_be_written_is_said, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            long_text_is_cut_between_characters, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
