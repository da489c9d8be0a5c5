/* The format of standards: what is taken, what is refused by line. */
#include "domain/standard_file.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "standard 27001:2022\nname ISO 27001\ntitle Requirements\n"
#define CLAUSE "clause 4\n kind clause\n heading Context\n"

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

static struct standard_file parse(struct arena *arena, const char *content)
{
    struct standard_file file;
    struct error error = error_create(arena);

    if (!standard_file_parse(arena, text_of(content), &file, &error))
        fail_msg("%s", error.message);
    return file;
}

static void reads_a_standard(void **state)
{
    struct standard_file file =
        parse(*state, "# A comment\n\n" HEAD CLAUSE
                      "clause 4.1\r\n  parent 4\n  kind requirement\n"
                      "  heading Its   context\n  asks Know  it. All of it.\n"
                      "  # Another\n  expect review is held within 12 months\n"
                      "  expect any linked\n");
    const struct standard_file_clause *clause = &file.clauses[1];

    assert_string_equal(file.id, "27001:2022");
    assert_string_equal(file.number, "27001");
    assert_string_equal(file.edition, "2022");
    assert_string_equal(file.name, "ISO 27001");
    assert_string_equal(file.title, "Requirements");
    assert_int_equal(file.clause_count, 2);
    assert_string_equal(file.clauses[0].id, "4");
    assert_string_equal(file.clauses[0].parent, "");
    assert_string_equal(file.clauses[0].asks, "");
    assert_string_equal(clause->id, "4.1");
    assert_string_equal(clause->parent, "4");
    assert_string_equal(clause->kind, "requirement");
    assert_string_equal(clause->heading, "Its   context");
    assert_string_equal(clause->asks, "Know  it. All of it.");
    assert_int_equal(clause->expectation_count, 2);
    assert_string_equal(clause->expectations[0].expectation.statuses, "held");
    assert_int_equal(clause->expectations[0].line, 15);
    assert_true(clause->expectations[1].expectation.linked);
}

static void a_standard_needs_no_edition(void **state)
{
    struct standard_file file =
        parse(*state, "standard OWN-1\nname Own\ntitle Rules\n" CLAUSE);

    assert_string_equal(file.number, "OWN-1");
    assert_string_equal(file.edition, "");
}

static void knows_which_kinds_are_items(void **state)
{
    (void)state;
    assert_true(standard_kind_is_leaf("requirement"));
    assert_true(standard_kind_is_leaf("control"));
    assert_true(standard_kind_is_leaf("amendment"));
    assert_false(standard_kind_is_leaf("clause"));
    assert_false(standard_kind_is_leaf("theme"));
    assert_false(standard_kind_is_leaf("note"));
    assert_false(standard_kind_is_leaf("other"));
}

static void refuses_by_line(void **state)
{
    static const struct {
        const char *content;
        const char *message; /* how it begins */
    } cases[] = {
        {"", "line 1: there is no line “standard”"},
        {"# nothing\n", "line 1: there is no line “standard”"},
        {"name X\n", "line 1: the first line must be “standard”"},
        {CLAUSE, "line 1: the first line must be “standard”"},
        {"standard\n", "line 1: nothing stands after “standard”"},
        {"standard 27 001\n", "line 1: a standard is written"},
        {"standard :2022\n", "line 1: a standard is written"},
        {"standard 27001:\n", "line 1: a standard is written"},
        {"standard 27001:20/22\n", "line 1: a standard is written"},
        {"standard 1:2\nstandard 1:2\n", "line 2: a second “standard”"},
        {"standard 1:2\nname A\nname B\n", "line 3: a second “name”"},
        {"standard 1:2\nname A\n" CLAUSE, "line 5: there is no line “title”"},
        {"standard 1:2\ntitle A\n" CLAUSE, "line 5: there is no line “name”"},
        {HEAD, "line 3: there is no clause"},
        {HEAD "colour red\n", "line 4: the word “colour” is not known"},
        {HEAD "kind clause\n", "line 4: “kind” must stand below a clause"},
        {HEAD CLAUSE "title Late\n", "line 7: “title” must stand before"},
        {HEAD CLAUSE " Heading X\n", "line 7: the word “Heading”"},
        {HEAD CLAUSE " heading\n", "line 7: nothing stands after “heading”"},
        {HEAD CLAUSE " heading B\n", "line 7: a second “heading”"},
        {HEAD CLAUSE " kind clause\n", "line 7: a second “kind”"},
        {HEAD CLAUSE " asks A\n asks B\n", "line 8: a second “asks”"},
        {HEAD "clause 4\n heading X\n", "line 4: clause 4 has no kind"},
        {HEAD "clause 4\n kind clause\n", "line 4: clause 4 has no heading"},
        {HEAD "clause 4\n kind clause\n" CLAUSE, "line 4: clause 4 has no"},
        {HEAD CLAUSE CLAUSE, "line 7: clause 4 stands there twice"},
        {HEAD CLAUSE "clause A B\n", "line 7: “A B” is no clause id"},
        {HEAD CLAUSE "clause A#1\n", "line 7: “A#1” is no clause id"},
        {HEAD CLAUSE " parent 3\n", "line 7: parent “3” is no clause"},
        {HEAD CLAUSE " parent 4\n", "line 7: parent “4” is no clause"},
        {HEAD "clause 5\n kind part\n", "line 5: “part” is no kind of clause"},
        {HEAD "clause 5\n kind control\n heading X\n expect audit closed\n",
            "line 7: “or”, “linked”, “is”, “within” or the end was expected, "
            "not “closed”"},
        {HEAD CLAUSE " expect audit\n", "line 7: clause 4 is a clause"},
        {HEAD "clause 5\n kind note\n heading X\n expect audit\n",
            "line 7: clause 5 is a note"},
        {HEAD CLAUSE " asks caf\xe9\n", "line 7: this is not UTF-8"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct standard_file file;
        struct error error = error_create(*state);

        if (standard_file_parse(
                *state, text_of(cases[i].content), &file, &error))
            fail_msg("not refused: %s", cases[i].content);
        if (!string_begins(error.message, cases[i].message))
            fail_msg("“%s” instead of “%s”", error.message, cases[i].message);
    }
}

static void refuse_long(
    struct arena *arena, struct builder *content, const char *part)
{
    struct standard_file file;
    struct error error = error_create(arena);

    assert_false(standard_file_parse(
        arena, text_of(builder_string(content)), &file, &error));
    assert_true(string_begins(error.message, "line "));
    if (strstr(error.message, part) == NULL)
        fail_msg("“%s” does not say “%s”", error.message, part);
}

static void refuses_what_is_too_much(void **state)
{
    struct builder clauses = builder_create(*state);
    struct builder line = builder_create(*state);
    struct builder expectations = builder_create(*state);
    struct builder all = builder_create(*state);

    builder_put(&clauses, HEAD);
    for (int i = 0; i <= STANDARD_CLAUSE_LIMIT; i++)
        builder_format(&clauses, "clause %d\nkind clause\nheading X\n", i);
    refuse_long(*state, &clauses, "may have 5000 clauses");

    builder_put(&line, HEAD CLAUSE " asks ");
    for (int i = 0; i < STANDARD_LINE_LIMIT; i++)
        builder_byte(&line, 'x');
    refuse_long(*state, &line, "line 7: a line may have");

    builder_put(&expectations, HEAD "clause 5\nkind control\nheading X\n");
    for (int i = 0; i <= STANDARD_EXPECTATION_LIMIT; i++)
        builder_put(&expectations, "expect audit\n");
    refuse_long(*state, &expectations, "line 23: a clause may have 16");

    for (int i = 0; i <= STANDARD_FILE_LIMIT / 16; i++)
        builder_put(&all, "# a comment....\n");
    refuse_long(*state, &all, "a standard may have");
}

static void reads_the_shipped_standard(void **state)
{
    const char *shared = getenv("IMS_SHARE");
    struct error error = error_create(*state);
    struct text content;
    struct standard_file file;
    size_t items = 0;

    assert_true(file_read(*state,
        file_join(*state, string_empty(shared) ? "." : shared,
            "schema/standards/iso27001-2022.standard"),
        STANDARD_FILE_LIMIT, &content, &error));
    if (!standard_file_parse(*state, content, &file, &error))
        fail_msg("%s", error.message);
    for (size_t i = 0; i < file.clause_count; i++) {
        bool leaf = standard_kind_is_leaf(file.clauses[i].kind);

        items += leaf;
        assert_true(!leaf || file.clauses[i].expectation_count > 0);
        assert_true(file.clauses[i].asks[0] != '\0');
    }
    assert_int_equal(items, 30 + 1 + 93);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_a_standard, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_standard_needs_no_edition, set_up, tear_down),
        cmocka_unit_test(knows_which_kinds_are_items),
        cmocka_unit_test_setup_teardown(refuses_by_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            refuses_what_is_too_much, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            reads_the_shipped_standard, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
