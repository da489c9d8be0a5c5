/* domain/reference: the grammar, both ways. */
#include "domain/reference.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HASH "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

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

static const struct example {
    const char *text;
    enum reference_type type;
    const char *name;
    const char *section;
    long long number;
} examples[] = {
    {"page:index", REFERENCE_PAGE, "index", "", 0},
    {"page:policy/backup-and-recovery", REFERENCE_PAGE,
        "policy/backup-and-recovery", "", 0},
    {"page:a_b.c/d e#1.2-x_y~z:1", REFERENCE_PAGE, "a_b.c/d e", "1.2-x_y~z:1",
        0},
    {"page:über/Straße#größe", REFERENCE_PAGE, "über/Straße", "größe", 0},
    {"page:...", REFERENCE_PAGE, "...", "", 0},
    {"todo:17", REFERENCE_RECORD, "", "", 17},
    {"a1-b:1", REFERENCE_RECORD, "", "", 1},
    {"todo:999999999999999", REFERENCE_RECORD, "", "", 999999999999999},
    {"clause:27001:2022/9.2.1", REFERENCE_CLAUSE, "27001:2022", "9.2.1", 0},
    {"clause:27001/A.5.1", REFERENCE_CLAUSE, "27001", "A.5.1", 0},
    {"clause:27001/6.1.1(e)", REFERENCE_CLAUSE, "27001", "6.1.1(e)", 0},
    {"clause:9001/4.1/Amd1", REFERENCE_CLAUSE, "9001", "4.1/Amd1", 0},
    {"meets:27001/10.2", REFERENCE_MEETS, "27001", "10.2", 0},
    {"file:" HASH, REFERENCE_FILE, HASH, "", 0},
    {"person:ines.marchetti", REFERENCE_PERSON, "ines.marchetti", "", 0},
    {"person:zoë", REFERENCE_PERSON, "zoë", "", 0},
    {"term:risk-owner", REFERENCE_TERM, "risk-owner", "", 0},
};

static void test_accepted(void **state)
{
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        const struct example *e = &examples[i];
        struct error error = error_create(*state);
        struct reference r;

        if (!reference_parse(*state, text_of(e->text), &r, &error))
            fail_msg("%s: %s", e->text, error.message);
        assert_int_equal(r.type, e->type);
        assert_string_equal(r.name, e->name);
        assert_string_equal(r.section, e->section);
        assert_true(r.type != REFERENCE_RECORD || r.number == e->number);
        assert_string_equal(reference_format(*state, &r), e->text);
        assert_true(reference_is_claimed(text_of(e->text)));
    }
}

static const char *const refused[] = {
    "",
    ":",
    "page",
    "page:",
    "page:#a",
    "page:a#",
    "page:a#b#c",
    "page:a#b c",
    "page:/a",
    "page:a/",
    "page:a//b",
    "page:..",
    "page:.",
    "page:../a",
    "page:a/../b",
    "page:a/./b",
    "page:a?b",
    "page:a%20b",
    "page:a\\b",
    "page:a:b",
    "page:a\nb",
    "page:a\x7f",
    "page:\xff",
    "page:<script>",
    " page:a",
    "Page:a",
    "todo:",
    "todo:0",
    "todo:01",
    "todo:-1",
    "todo:+1",
    "todo:1 ",
    "todo: 1",
    "todo:1.0",
    "todo:x",
    "todo:1000000000000000",
    "todo:1#a",
    "1todo:1",
    "-a:1",
    "to do:1",
    "TODO:1",
    "a23456789012345678901234567890123:1",
    "clause:",
    "clause:27001",
    "clause:27001/",
    "clause:/9.2",
    "clause::2022/9.2",
    "clause:27001:/9.2",
    "clause:27001:2022:1/9.2",
    "clause:27 001/9.2",
    "clause:27001/9 2",
    "clause:27001/9.2#a",
    "clause:27001/é",
    "meets:27001",
    "meets:27001/9\n",
    "file:",
    "file:abc",
    "file:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
    "file:" HASH "0",
    "file:ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "person:",
    "person:a b",
    "person:a/b",
    "person:a#b",
    "person:\xc3",
    "term:",
    "term:a/b",
    "term:a:b",
    "javascript:alert(1)",
    "http://example.org",
    "mailto:a@example.org",
};

static void test_refused(void **state)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct error error = error_create(*state);
        struct reference r;

        if (reference_parse(*state, text_of(refused[i]), &r, &error))
            fail_msg("taken: %s", refused[i]);
        assert_int_equal(error.code, ERROR_INVALID);
        assert_true(strlen(error.message) > 10);
    }
}

static void test_odd_bytes(void **state)
{
    static const char *const texts[] = {
        "page:a\0b", "todo:1\0002", "person:\0ab", "clause:1/2\0a"};
    struct error error = error_create(*state);
    struct reference r;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(reference_parse(
            *state, text_part(texts[i], strlen(texts[i]) + 2), &r, &error));
}

static void test_limit(void **state)
{
    struct error error = error_create(*state);
    char *text = arena_alloc(*state, REFERENCE_LIMIT + 2);
    struct reference r;

    memset(text, 'a', REFERENCE_LIMIT + 1);
    memcpy(text, "page:", 5);
    assert_false(reference_parse(*state, text_of(text), &r, &error));
    assert_non_null(strstr(error.message, "at most 512 bytes"));
    text[REFERENCE_LIMIT] = '\0';
    assert_true(reference_parse(*state, text_of(text), &r, &error));
}

static void test_claimed(void **state)
{
    static const char *const claimed[] = {
        "todo:17", "nonsense:1", "page:", "term:", "clause:x", "todo:1abc"};
    static const char *const ordinary[] = {"", "x", "todo", "todo:", "todo:x",
        "http://a", "mailto:a@b", "javascript:alert(1)", "../x.md", "#a",
        "Page:a", "/a:1"};

    (void)state;
    for (size_t i = 0; i < sizeof claimed / sizeof *claimed; i++)
        assert_true(reference_is_claimed(text_of(claimed[i])));
    for (size_t i = 0; i < sizeof ordinary / sizeof *ordinary; i++)
        assert_false(reference_is_claimed(text_of(ordinary[i])));
}

static void test_reserved(void **state)
{
    (void)state;
    assert_true(reference_is_reserved("page"));
    assert_true(reference_is_reserved("meets"));
    assert_false(reference_is_reserved("todo"));
    assert_false(reference_is_reserved(""));
    assert_false(reference_is_reserved("pag"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_accepted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_odd_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_limit, set_up, tear_down),
        cmocka_unit_test(test_claimed),
        cmocka_unit_test(test_reserved),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
