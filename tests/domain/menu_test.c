/* domain/menu: the file line by line, and the folder where there is none. */
#include "domain/menu.h"

#include "base/file.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    *state = fixture_create("2026-11-21T10:00:00Z");
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static void test_parse(void **state)
{
    struct fixture *f = *state;
    struct menu_entry *entries;
    size_t count;

    assert_true(menu_parse(f->arena,
        text_of("# comment\nHome\t/\n\n\r\n Policy \t page:policy/a \r\n"
                "Part\tpage:b#part\n# c\nRecords\t/records/todo?status=open"),
        &entries, &count, &f->error));
    assert_int_equal(count, 4);
    assert_string_equal(entries[0].label, "Home");
    assert_string_equal(entries[0].address, "/");
    assert_string_equal(entries[0].page, "");
    assert_true(entries[0].begins_group);
    assert_string_equal(entries[1].label, "Policy");
    assert_string_equal(entries[1].page, "policy/a");
    assert_true(entries[1].begins_group);
    assert_string_equal(entries[2].page, "b");
    assert_false(entries[2].begins_group);
    assert_string_equal(entries[3].address, "/records/todo?status=open");
    assert_true(menu_parse(f->arena, text_of(""), &entries, &count, &f->error));
    assert_int_equal(count, 0);
    assert_true(
        menu_parse(f->arena, text_of("\n\n#x\n"), &entries, &count, &f->error));
    assert_int_equal(count, 0);
}

static void refuse(struct fixture *f, struct text text, const char *message)
{
    struct menu_entry *entries;
    size_t count;

    f->error = error_create(f->arena);
    assert_false(menu_parse(f->arena, text, &entries, &count, &f->error));
    assert_int_equal(f->error.code, ERROR_INVALID);
    if (strstr(f->error.message, message) == NULL)
        fail_msg("%s", f->error.message);
}

static void test_refused(void **state)
{
    struct fixture *f = *state;
    struct builder many = builder_create(f->arena);

    refuse(f, text_of("Home"), "menu.txt:1: write a label, a tab");
    refuse(f, text_of("Home\t/\n\nHome /x"), "menu.txt:3: write a label");
    refuse(f, text_of("Home\t"), "menu.txt:1:");
    refuse(f, text_of("\t/x"), "menu.txt:1:");
    refuse(f, text_of("A\tx"), "menu.txt:1: x: an address is");
    refuse(f, text_of("A\thttps://example.org"), "an address is page:NAME");
    refuse(f, text_of("A\t//example.org"), "an address is page:NAME");
    refuse(f, text_of("A\tjavascript:alert(1)"), "an address is page:NAME");
    refuse(f, text_of("A\tpage:a//b"), "menu.txt:1: page:a//b: a page is");
    refuse(f, text_of("A\t/\nB\tpage:"), "menu.txt:2:");
    refuse(f, text_of("A\t/\xff"), "is not UTF-8 text");
    refuse(f, text_part("A\t/\0", 4), "is not UTF-8 text");
    for (int i = 0; i <= 500; i++)
        builder_put(&many, "A\t/\n");
    refuse(f, text_of(builder_string(&many)), "menu.txt:501: at most 500");
    for (int i = 0; i < 20000; i++)
        builder_put(&many, "A\t/\n");
    refuse(f, text_of(builder_string(&many)), "at most 64 KB");
}

static void write_menu(struct fixture *f, const char *text)
{
    assert_true(
        file_write(f->arena, file_join(f->arena, f->site->manual, "menu.txt"),
            text_of(text), &f->error));
}

static void test_of_site(void **state)
{
    struct fixture *f = *state;
    struct menu_entry *entries;
    const char *problem;
    size_t count;

    fixture_put_page(f, "index.md", "# Home\n");
    fixture_put_page(f, "b.md", "---\nweight: 1\n---\n# Bee\n");
    fixture_put_page(f, "a.md", "# Aye\n");
    fixture_put_page(f, "deep/c.md", "# Sea\n");
    assert_true(menu_read(&f->context, &entries, &count, &problem, &f->error));
    assert_string_equal(problem, "");
    assert_true(count > 3);
    assert_string_equal(entries[0].label, "Home");
    assert_string_equal(entries[1].label, "Bee");
    assert_string_equal(entries[2].page, "a");
    assert_true(entries[3].begins_group);
    write_menu(f, "Aye\tpage:a\nNone\tpage:none\n");
    assert_true(menu_read(&f->context, &entries, &count, &problem, &f->error));
    assert_int_equal(count, 2);
    assert_false(entries[0].missing);
    assert_true(entries[1].missing);
    write_menu(f, "nonsense\n");
    assert_true(menu_read(&f->context, &entries, &count, &problem, &f->error));
    assert_non_null(strstr(problem, "menu.txt:1"));
    assert_string_equal(entries[1].label, "Bee");
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_parse),
        EACH(test_refused),
        EACH(test_of_site),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
