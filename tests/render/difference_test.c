/* Word differences: what they say, and that they stay bounded. */
#include "render/difference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* `same [gone] {added}`, without white space at the ends of parts. */
static const char *shown(
    struct arena *arena, const char *before, const char *after)
{
    struct difference difference = difference_of_texts(arena, before, after);
    struct builder out = builder_create(arena);

    for (size_t i = 0; i < difference.count; i++) {
        static const char *const marks[] = {"  ", "[]", "{}"};
        const struct difference_part *part = &difference.parts[i];

        builder_byte(&out, marks[part->sort][0]);
        builder_text(&out, text_trim(part->words));
        builder_byte(&out, marks[part->sort][1]);
    }
    return builder_string(&out);
}

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

static void differences_are_told(void **state)
{
    static const char *const cases[][3] = {
        {"", "", ""},
        {"a b", "a b", " a b "},
        {"a b", "a  b\n", " a  b "},
        {"", "a b", "{a b}"},
        {"a b", "", "[a b]"},
        {"one two three", "one TWO three", " one [two]{TWO} three "},
        {"one two", "one two three", " one two {three}"},
        {"one two", "zero one two", "{zero} one two "},
        {"a 1 2 3 b", "c 1 2 3 d", "[a]{c} 1 2 3 [b]{d}"},
        {"a 1 b", "c 1 d", "[a 1 b]{c 1 d}"},
        {"a a a", "a a", " a a [a]"},
        {" x", "x", " x "},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            shown(*state, cases[i][0], cases[i][1]), cases[i][2]);
}

static void long_texts_are_one_change(void **state)
{
    struct builder before = builder_create(*state);
    struct builder after = builder_create(*state);
    struct difference difference;

    builder_put(&before, "same ");
    builder_put(&after, "same ");
    for (int i = 0; i < 20000; i++) {
        builder_format(&before, "a%d ", i);
        builder_format(&after, "b%d ", i);
    }
    difference = difference_of_texts(
        *state, builder_string(&before), builder_string(&after));
    assert_int_equal(difference.count, 3);
    assert_int_equal(difference.parts[0].sort, DIFFERENCE_SAME);
    assert_int_equal(difference.parts[1].sort, DIFFERENCE_GONE);
    assert_int_equal(difference.parts[2].sort, DIFFERENCE_ADDED);
    assert_int_equal(difference.parts[2].words.size, after.size - 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(differences_are_told, setup, teardown),
        cmocka_unit_test_setup_teardown(
            long_texts_are_one_change, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
