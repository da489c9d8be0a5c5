/* Front matter: what is read, and what is refused with its line. */
#include "domain/front_matter.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct reading {
    struct arena *arena;
    struct error error;
    struct front_matter matter;
    bool fine;
};

static struct reading read(const char *page)
{
    struct reading r = {.arena = arena_create()};

    r.error = error_create(r.arena);
    r.fine = front_matter_parse(r.arena, text_of(page), &r.matter, &r.error);
    return r;
}

static void end(struct reading *r)
{
    arena_destroy(r->arena);
}

static void expect_refusal(const char *page, const char *message)
{
    struct reading r = read(page);

    assert_false(r.fine);
    assert_int_equal(r.error.code, ERROR_INVALID);
    assert_string_equal(r.error.message, message);
    end(&r);
}

static void test_pairs(void **state)
{
    struct reading r =
        read("---\ntitle: Backup and recovery\nreference:HV-POL-07\n"
             "version :  3.2 \nsummary: \"In quotes: yes\"\n"
             "note: 'single'\nempty:\nurl: https://example.com/\n"
             "half: \"open\n---\n\nBody\n");

    (void)state;
    assert_true(r.fine);
    assert_int_equal(r.matter.count, 8);
    assert_string_equal(r.matter.entries[0].key, "title");
    assert_int_equal(r.matter.entries[0].line, 2);
    assert_string_equal(
        front_matter_value(&r.matter, "title"), "Backup and recovery");
    assert_string_equal(
        front_matter_value(&r.matter, "reference"), "HV-POL-07");
    assert_string_equal(front_matter_value(&r.matter, "version"), "3.2");
    assert_string_equal(
        front_matter_value(&r.matter, "summary"), "In quotes: yes");
    assert_string_equal(front_matter_value(&r.matter, "note"), "single");
    assert_string_equal(front_matter_value(&r.matter, "empty"), "");
    assert_string_equal(
        front_matter_value(&r.matter, "url"), "https://example.com/");
    assert_string_equal(front_matter_value(&r.matter, "half"), "\"open");
    assert_string_equal(front_matter_value(&r.matter, "absent"), "");
    assert_int_equal(r.matter.body_line, 11);
    end(&r);
}

static void test_body(void **state)
{
    static const char page[] = "---\na: b\n---\nBody\n";
    struct reading r = read(page);

    (void)state;
    assert_true(r.fine);
    assert_string_equal(page + r.matter.body, "Body\n");
    assert_int_equal(r.matter.body_line, 4);
    end(&r);
}

static void test_none(void **state)
{
    static const char *const pages[] = {"", "Text\n---\na: b\n---\n",
        "\n---\na: b\n---\n", "----\n", "--- a\n", " ---\na: b\n---\n"};

    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct reading r = read(pages[i]);

        assert_true(r.fine);
        assert_int_equal(r.matter.count, 0);
        assert_int_equal(r.matter.body, 0);
        assert_int_equal(r.matter.body_line, 1);
        end(&r);
    }
}

static void test_passed_over(void **state)
{
    struct reading r =
        read("---\r\n# remark without colon\r\ntitle: T\r\n"
             "header-includes: |\r\n  \\usepackage{x}\r\n\t\\more: y\r\n"
             "tags:\r\n- one\r\n-\r\n  - two\r\n\r\nlast: 1\r\n---\r\nBody");

    (void)state;
    assert_true(r.fine);
    assert_int_equal(r.matter.count, 4);
    assert_string_equal(front_matter_value(&r.matter, "title"), "T");
    assert_string_equal(front_matter_value(&r.matter, "header-includes"), "|");
    assert_string_equal(front_matter_value(&r.matter, "tags"), "");
    assert_string_equal(front_matter_value(&r.matter, "last"), "1");
    assert_int_equal(r.matter.body_line, 14);
    end(&r);
}

static void test_empty_block(void **state)
{
    struct reading r = read("---\n---");

    (void)state;
    assert_true(r.fine);
    assert_int_equal(r.matter.count, 0);
    assert_int_equal(r.matter.body, 7);
    assert_int_equal(r.matter.body_line, 3);
    end(&r);
}

static void test_refused(void **state)
{
    (void)state;
    expect_refusal("---\ntitle: T\n",
        "line 1: the front matter that begins here does not end; put a line "
        "`---` after it");
    expect_refusal("---",
        "line 1: the front matter that begins here does not end; put a line "
        "`---` after it");
    expect_refusal("---\ntitle: T\nwords\n---\n",
        "line 3: a line of the front matter is `key: value`, and this one "
        "has no colon");
    expect_refusal(
        "---\n: T\n---\n", "line 2: there is no key before the colon");
    expect_refusal("---\na: 1\nb: 2\na: 3\n---\n",
        "line 4: the key `a` stands on line 2 already");
    expect_refusal("---\na: 1\xff\n---\n",
        "line 2, byte 5: this is not UTF-8 text, or is a control character; "
        "save the page as UTF-8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_body), cmocka_unit_test(test_none),
        cmocka_unit_test(test_passed_over), cmocka_unit_test(test_empty_block),
        cmocka_unit_test(test_refused)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
