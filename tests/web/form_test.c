/* web/form: what is read and, as much, what is refused. */
#include "web/form.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int setup(void **state)
{
    *state = arena_create();
    return 0;
}

static int teardown(void **state)
{
    arena_destroy(*state);
    return 0;
}

static struct form parse(struct arena *arena, const char *string)
{
    struct error error = error_create(arena);
    struct form form;

    if (!form_parse(arena, text_of(string), NULL, &form, &error))
        fail_msg("%s: %s", string, error.message);
    return form;
}

static void refuse(struct arena *arena, struct text text,
    const struct form_limits *limits, enum error_code code, const char *field,
    const char *message)
{
    struct error error = error_create(arena);
    struct form form;

    if (form_parse(arena, text, limits, &form, &error))
        fail_msg("was taken: %.*s", (int)text.size, text.data);
    assert_int_equal(error.code, code);
    if (field == NULL)
        assert_null(error.field);
    else
        assert_string_equal(error.field, field);
    assert_string_equal(error.message, message);
    assert_int_equal(form.count, 0);
}

static void test_values(void **state)
{
    struct form form = parse(*state,
        "title=Restore+test%21&q=a%26b%3Dc&empty=&bare&%C3%A9=%e2%82%ac");

    assert_int_equal(form.count, 5);
    assert_string_equal(form_value(&form, "title"), "Restore test!");
    assert_string_equal(form_value(&form, "q"), "a&b=c");
    assert_string_equal(form_value(&form, "empty"), "");
    assert_string_equal(form_value(&form, "bare"), "");
    assert_string_equal(form_value(&form, "é"), "€");
    assert_string_equal(form_value(&form, "absent"), "");
    assert_true(form_has(&form, "empty"));
    assert_true(form_has(&form, "bare"));
    assert_false(form_has(&form, "absent"));
    assert_false(form_has(&form, "Title"));
}

static void test_empty_parts(void **state)
{
    assert_int_equal(parse(*state, "").count, 0);
    assert_int_equal(parse(*state, "&&").count, 0);
    assert_int_equal(parse(*state, "&a=1&&b=2&").count, 2);
}

static void test_equals_in_value(void **state)
{
    struct form form = parse(*state, "a=b=c=");

    assert_string_equal(form_value(&form, "a"), "b=c=");
}

static void test_unescaped_utf8(void **state)
{
    struct form form = parse(*state, "q=é");

    assert_string_equal(form_value(&form, "q"), "é");
}

static void test_line_ends(void **state)
{
    struct form form =
        parse(*state, "body=one%0D%0Atwo%0Athree%0Dfour%09tab&x=%0d%0a");

    assert_string_equal(
        form_value(&form, "body"), "one\ntwo\nthree\nfour\ttab");
    assert_string_equal(form_value(&form, "x"), "\n");
}

static void test_several_values(void **state)
{
    struct form form = parse(*state, "to=a&x=1&to=b&to=");
    size_t position = 0;

    assert_string_equal(form_value(&form, "to"), "a");
    assert_string_equal(form_next(&form, "to", &position), "a");
    assert_string_equal(form_next(&form, "to", &position), "b");
    assert_string_equal(form_next(&form, "to", &position), "");
    assert_null(form_next(&form, "to", &position));
    assert_null(form_next(&form, "to", &position));
}

static void test_order(void **state)
{
    struct form form = parse(*state, "b=1&a=2&b=3");

    assert_string_equal(form.fields[0].name, "b");
    assert_string_equal(form.fields[1].name, "a");
    assert_string_equal(form.fields[2].value, "3");
}

static void test_refused_escapes(void **state)
{
    static const char *const values[] = {
        "t=%", "t=%4", "t=a%zz", "t=%4g", "t=%%41", "t=%-1", "t=%u0041"};

    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        refuse(*state, text_of(values[i]), NULL, ERROR_INVALID, "t",
            "the field t has a % without two hex digits.");
    refuse(*state, text_of("a=1&%4=1"), NULL, ERROR_INVALID, NULL,
        "the name of field 2 has a % without two hex digits.");
}

static void test_refused_bytes(void **state)
{
    static const char *const values[] = {"t=%00", "t=%01", "t=%7F", "t=%1b[0m",
        "t=%ff", "t=%C3", "t=%C3%28", "t=%C0%80", "t=%ED%A0%80",
        "t=%F4%90%80%80", "t=\xe9"};

    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        refuse(*state, text_of(values[i]), NULL, ERROR_INVALID, "t",
            "the field t is not readable text from byte 1 on.");
    refuse(*state, text_of("t=abc%00d"), NULL, ERROR_INVALID, "t",
        "the field t is not readable text from byte 4 on.");
    refuse(*state, text_part("t=a\0b", 5), NULL, ERROR_INVALID, "t",
        "the field t is not readable text from byte 2 on.");
}

static void test_refused_names(void **state)
{
    static const char *const names[] = {
        "a%00=1", "a%0A=1", "a%0d=1", "%09=1", "%ff=1", "a\nb=1"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        refuse(*state, text_of(names[i]), NULL, ERROR_INVALID, NULL,
            "the name of field 1 is not readable text.");
    refuse(*state, text_of("a=1&=2"), NULL, ERROR_INVALID, NULL,
        "field 2 has no name.");
    refuse(*state, text_of("="), NULL, ERROR_INVALID, NULL,
        "field 1 has no name.");
}

static void test_limits(void **state)
{
    static const struct form_limits limits = {2, 3, 4};
    struct error error = error_create(*state);
    struct form form;

    assert_true(form_parse(
        *state, text_of("abc=1234&b=%41%42%43%44"), &limits, &form, &error));
    assert_int_equal(form.count, 2);
    refuse(*state, text_of("a&b&c"), &limits, ERROR_TOO_LARGE, NULL,
        "3 fields are too many, the limit is 2.");
    refuse(*state, text_of("abcd=1"), &limits, ERROR_TOO_LARGE, NULL,
        "the name of field 1 has 4 bytes, the limit is 3.");
    refuse(*state, text_of("abc=12345"), &limits, ERROR_TOO_LARGE, "abc",
        "the field abc has 5 bytes, the limit is 4.");
}

static void test_default_limits(void **state)
{
    struct builder builder = builder_create(*state);
    char *value;

    for (int i = 0; i < FORM_FIELDS; i++)
        builder_put(&builder, "a=1&");
    assert_int_equal(
        parse(*state, builder_string(&builder)).count, FORM_FIELDS);
    builder_put(&builder, "a=1");
    refuse(*state, text_of(builder_string(&builder)), NULL, ERROR_TOO_LARGE,
        NULL, "1001 fields are too many, the limit is 1000.");
    value = arena_alloc(*state, FORM_VALUE_SIZE + 4);
    memset(value, 'x', FORM_VALUE_SIZE + 3);
    memcpy(value, "v=", 2);
    refuse(*state, text_of(value), NULL, ERROR_TOO_LARGE, "v",
        "the field v has 524289 bytes, the limit is 524288.");
    value[FORM_VALUE_SIZE + 2] = '\0';
    assert_int_equal(parse(*state, value).count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_values, setup, teardown),
        cmocka_unit_test_setup_teardown(test_empty_parts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_equals_in_value, setup, teardown),
        cmocka_unit_test_setup_teardown(test_unescaped_utf8, setup, teardown),
        cmocka_unit_test_setup_teardown(test_line_ends, setup, teardown),
        cmocka_unit_test_setup_teardown(test_several_values, setup, teardown),
        cmocka_unit_test_setup_teardown(test_order, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refused_escapes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refused_bytes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refused_names, setup, teardown),
        cmocka_unit_test_setup_teardown(test_limits, setup, teardown),
        cmocka_unit_test_setup_teardown(test_default_limits, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
