/* base/text: slices, builders, UTF-8. */
#include "base/text.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    *state = arena_create();
    return 0;
}

static int tear_down(void **state)
{
    arena_destroy(*state);
    return 0;
}

static void test_slices(void **state)
{
    assert_true(text_equals(text_of("abc"), "abc"));
    assert_false(text_equals(text_of("abc"), "ab"));
    assert_false(text_equals(text_of("ab"), "abc"));
    assert_true(text_equals(text_of(NULL), ""));
    assert_true(text_begins(text_of("abc"), "ab"));
    assert_true(text_begins(text_of("abc"), ""));
    assert_false(text_begins(text_of("a"), "ab"));
    assert_true(text_equals(text_trim(text_of(" \t a b\r\n")), "a b"));
    assert_true(text_equals(text_trim(text_of(" \n")), ""));
    assert_string_equal(text_string(*state, text_part("abc", 2)), "ab");
}

/* The parts of `string`, each in brackets. */
static const char *parts_of(struct arena *arena, const char *string)
{
    struct builder out = builder_create(arena);
    struct text rest = text_of(string);
    struct text part;

    while (text_next(&rest, ',', &part))
        builder_format(&out, "[%.*s]", (int)part.size, part.data);
    assert_false(text_next(&rest, ',', &part));
    return builder_string(&out);
}

static void test_next(void **state)
{
    assert_string_equal(parts_of(*state, ""), "");
    assert_string_equal(parts_of(*state, "a"), "[a]");
    assert_string_equal(parts_of(*state, "a,b,c"), "[a][b][c]");
    assert_string_equal(parts_of(*state, ",a"), "[][a]");
    assert_string_equal(parts_of(*state, "a,,b"), "[a][][b]");
    assert_string_equal(parts_of(*state, "a,"), "[a]");
    assert_string_equal(parts_of(*state, ","), "[]");
}

static void test_numbers(void **state)
{
    static const char *const refused[] = {"", "-1", "+1", " 1", "1 ", "1.0",
        "0x1", "9223372036854775808", "99999999999999999999", "a"};
    long long value = 5;

    (void)state;
    assert_true(text_number(text_of("0"), &value) && value == 0);
    assert_true(text_number(text_of("0042"), &value) && value == 42);
    assert_true(text_number(text_of("9223372036854775807"), &value));
    assert_true(value == LLONG_MAX);
    value = 5;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_false(text_number(text_of(refused[i]), &value));
    assert_true(value == 5);
}

static void test_strings(void **state)
{
    (void)state;
    assert_true(string_equals(NULL, ""));
    assert_true(string_equals("a", "a"));
    assert_false(string_equals("a", NULL));
    assert_true(string_begins("page:x", "page:"));
    assert_false(string_begins("pa", "page:"));
    assert_true(string_ends("x.md", ".md"));
    assert_false(string_ends("md", ".md"));
    assert_true(string_empty(NULL));
    assert_true(string_empty(""));
    assert_false(string_empty(" "));
}

static void test_clean(void **state)
{
    static const char *const fine[] = {"", "plain\ttext\r\n", "é€😀", "\xc2\x80",
        "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80",
        "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"};
    size_t place = 99;

    (void)state;
    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        assert_true(text_is_clean(text_of(fine[i]), &place));
    assert_int_equal(place, 99);
    assert_true(text_is_clean(text_of("x"), NULL));
}

static void test_not_clean(void **state)
{
    static const char *const refused[] = {"ab\x80", "ab\xc0\x80", "ab\xc1\xbf",
        "ab\xe0\x9f\xbf", "ab\xed\xa0\x80", "ab\xf0\x8f\xbf\xbf",
        "ab\xf4\x90\x80\x80", "ab\xf5\x80\x80\x80", "ab\xff", "ab\xc3",
        "ab\xe2\x82", "ab\xf0\x9f\x98", "ab\xc3(", "ab\xe2(\xac",
        "ab\xf0\x9f(\x80", "ab\x01", "ab\x1b[0m", "ab\x7f", "ab\b"};
    size_t place;

    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        place = 99;
        assert_false(text_is_clean(text_of(refused[i]), &place));
        assert_int_equal(place, 2);
        assert_false(text_is_clean(text_of(refused[i]), NULL));
    }
    assert_false(text_is_clean(text_part("ab\0c", 4), &place));
    assert_int_equal(place, 2);
}

static void test_unix(void **state)
{
    assert_string_equal(
        text_unix(*state, text_of("a\r\nb\rc\nd \n\r")), "a\nb\nc\nd \n\n");
    assert_string_equal(text_unix(*state, text_of("")), "");
}

static void test_slug(void **state)
{
    assert_string_equal(
        text_slug(*state, text_of("Backup & Recovery")), "backup-recovery");
    assert_string_equal(
        text_slug(*state, text_of("  1.2 Über uns! ")), "1-2-Über-uns");
    assert_string_equal(text_slug(*state, text_of("Who's who")), "whos-who");
    assert_string_equal(text_slug(*state, text_of("?!")), "section");
    assert_string_equal(text_slug(*state, text_of("")), "section");
}

static void test_builder(void **state)
{
    struct builder out = builder_create(*state);

    assert_string_equal(builder_string(&out), "");
    builder_add(&out, "", 0);
    builder_format(&out, "%s", "");
    assert_string_equal(builder_string(&out), "");
    builder_put(&out, "ab");
    builder_byte(&out, 'c');
    builder_text(&out, text_part("def", 2));
    builder_format(&out, "%d", 42);
    assert_string_equal(builder_string(&out), "abcde42");
    for (int i = 0; i < 100000; i++)
        builder_byte(&out, 'x');
    assert_int_equal(out.size, 100007);
    assert_int_equal(strlen(builder_string(&out)), 100007);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_slices, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_next, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_numbers, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_strings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_clean, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_not_clean, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_unix, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_slug, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_builder, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
