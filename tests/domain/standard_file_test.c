/* The format of standards: what is taken, what is refused by line. */
#include "domain/standard_file.h"

#include "base/file.h"
#include "domain/clause_kind.h"

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

#define LEAF "clause 5\n kind requirement\n heading Five\n"
#define ITEM " kind item\n heading An item\n"

static void reads_items_and_details(void **state)
{
    struct standard_file file = parse(*state, HEAD
        "scope yes\norder 12\n" LEAF " asks Do it\n shares 9.2.2\n"
        " documented document A  plan\n documented record Minutes\n"
        " stage 1 Is there a plan?\n stage 2 Was it done?\n"
        " stage surveillance Again\n stage recertification All of it\n"
        " stage 2 Ask somebody\n attribute type Preventive\n"
        " attribute property Confidentiality, Integrity\n"
        " attribute concept Protect\n attribute capability Governance\n"
        " attribute domain Defence\n expect audit\n"
        "clause 5/a\n parent 5\n" ITEM " stage 1 Look\n expect review linked\n"
        "clause 6\n kind clause\n heading Six\n shares 6\n");
    const struct standard_file_clause *clause = &file.clauses[0];
    static const char *const details[][3] = {
        {"document", "", "A  plan"},
        {"record", "", "Minutes"},
        {"stage-1", "", "Is there a plan?"},
        {"stage-2", "", "Was it done?"},
        {"surveillance", "", "Again"},
        {"recertification", "", "All of it"},
        {"stage-2", "", "Ask somebody"},
        {"attribute", "type", "Preventive"},
        {"attribute", "property", "Confidentiality, Integrity"},
        {"attribute", "concept", "Protect"},
        {"attribute", "capability", "Governance"},
        {"attribute", "domain", "Defence"},
    };

    assert_string_equal(file.scope, "yes");
    assert_int_equal(file.order, 12);
    assert_string_equal(clause->shares, "9.2.2");
    assert_int_equal(clause->detail_count, 12);
    for (size_t i = 0; i < 12; i++) {
        assert_string_equal(clause->details[i].kind, details[i][0]);
        assert_string_equal(clause->details[i].name, details[i][1]);
        assert_string_equal(clause->details[i].words, details[i][2]);
        assert_int_equal(clause->details[i].line, 11 + i);
    }
    assert_string_equal(file.clauses[1].id, "5/a");
    assert_string_equal(file.clauses[1].kind, "item");
    assert_string_equal(file.clauses[1].parent, "5");
    assert_string_equal(file.clauses[1].shares, "");
    assert_int_equal(file.clauses[1].expectation_count, 1);
    assert_int_equal(file.clauses[1].detail_count, 1);
    assert_string_equal(file.clauses[2].shares, "6");
}

static void shows_the_letters_of_items(void **state)
{
    static const char *const cases[][2] = {
        {"9.3.2/a", "9.3.2 a)"},
        {"9.3.2/ab", "9.3.2 ab)"},
        {"4.1/Amd1", "4.1/Amd1"},
        {"9.3.2", "9.3.2"},
        {"A.5/1", "A.5/1"},
        {"A/abc", "A/abc"},
        {"A/", "A/"},
        {"A/a/b", "A/a b)"},
        {"", ""},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(clause_label(*state, cases[i][0]), cases[i][1]);
}

static void a_standard_needs_no_edition(void **state)
{
    struct standard_file file =
        parse(*state, "standard OWN-1\nname Own\ntitle Rules\n" CLAUSE);

    assert_string_equal(file.number, "OWN-1");
    assert_string_equal(file.edition, "");
}

static void knows_what_kinds_are(void **state)
{
    (void)state;
    assert_true(standard_kind_is_leaf("requirement"));
    assert_true(standard_kind_is_leaf("control"));
    assert_true(standard_kind_is_leaf("amendment"));
    assert_false(standard_kind_is_leaf("clause"));
    assert_false(standard_kind_is_leaf("theme"));
    assert_false(standard_kind_is_leaf("note"));
    assert_false(standard_kind_is_leaf("item"));
    assert_false(standard_kind_is_leaf("other"));
    assert_true(standard_kind_asks("requirement"));
    assert_true(standard_kind_asks("control"));
    assert_true(standard_kind_asks("amendment"));
    assert_true(standard_kind_asks("item"));
    assert_false(standard_kind_asks("clause"));
    assert_false(standard_kind_asks("theme"));
    assert_false(standard_kind_asks("note"));
    assert_false(standard_kind_asks("other"));
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
            "line 7: “or”, “linked”, “is”, “with”, “where”, “covering”, "
            "“every”, “within” or the end was expected, "
            "not “closed”"},
        {HEAD CLAUSE " expect audit\n", "line 7: clause 4 is a clause"},
        {HEAD "clause 5\n kind note\n heading X\n expect audit\n",
            "line 7: clause 5 is a note"},
        {HEAD "scope maybe\n" CLAUSE, "line 4: after “scope” comes yes or no"},
        {HEAD "scope yes\nscope no\n" CLAUSE, "line 5: a second “scope”"},
        {HEAD CLAUSE "scope yes\n", "line 7: “scope” must stand before"},
        {HEAD "order 0\n" CLAUSE,
            "line 4: after “order” comes a number from 1 to 500, not “0”"},
        {HEAD "order 501\n" CLAUSE, "line 4: after “order” comes a number"},
        {HEAD "order first\n" CLAUSE,
            "line 4: after “order” comes a number from 1 to 500, not “first”"},
        {HEAD "order -1\n" CLAUSE,
            "line 4: after “order” comes a number from 1 to 500, not “-1”"},
        {HEAD "order 1 2\n" CLAUSE,
            "line 4: after “order” comes a number from 1 to 500, not “1 2”"},
        {HEAD "order 1\norder 1\n" CLAUSE, "line 5: “order” is given twice"},
        {HEAD CLAUSE "order 1\n", "line 7: “order” must stand before"},
        {HEAD "shares 4\n", "line 4: “shares” must stand below a clause"},
        {HEAD CLAUSE " shares 4\n shares 5\n", "line 8: a second “shares”"},
        {HEAD CLAUSE " shares 4 5\n", "line 7: “4 5” is no place"},
        {HEAD CLAUSE " shares\n", "line 7: nothing stands after “shares”"},
        {HEAD CLAUSE " stage 1 Look\n attribute type X\n",
            "line 8: clause 4 is a clause"},
        {HEAD "clause 5\n kind note\n heading X\n stage 1 Look\n",
            "line 7: clause 5 is a note"},
        {HEAD CLAUSE " documented record X\n", "line 7: clause 4 is a clause"},
        {HEAD CLAUSE " attribute type X\n", "line 7: clause 4 is a clause"},
        {HEAD LEAF " stage 3 Look\n",
            "line 7: after “stage” comes 1, 2, surveillance or "
            "recertification, not “3”"},
        {HEAD LEAF " stage 1\n", "line 7: nothing stands after “stage 1”"},
        {HEAD LEAF " stage\n", "line 7: nothing stands after “stage”"},
        {HEAD LEAF " documented plan X\n",
            "line 7: after “documented” comes document or record, not “plan”"},
        {HEAD LEAF " attribute colour Red\n",
            "line 7: after “attribute” comes type, property, concept, "
            "capability or domain, not “colour”"},
        {HEAD LEAF " attribute type A\n attribute type B\n",
            "line 8: a second “attribute type”"},
        {HEAD LEAF "clause 5/a\n" ITEM, "line 7: item 5/a needs a parent"},
        {HEAD CLAUSE "clause 4/a\n parent 4\n" ITEM,
            "line 7: item 4/a needs a parent that is a requirement"},
        {HEAD LEAF "clause 6/a\n parent 5\n" ITEM,
            "line 7: item 6/a must be called after its parent, such as 5/a"},
        {HEAD LEAF "clause 5/a\n parent 5\n" ITEM
                   "clause 5/a/b\n parent 5/a\n" ITEM,
            "line 11: 5/a is an item: nothing can stand below it"},
        {HEAD LEAF "clause 5/a\n parent 5\n" ITEM
                   "clause 5.1\n parent 5/a\n kind note\n heading X\n",
            "line 11: 5/a is an item: nothing can stand below it"},
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
    struct builder details = builder_create(*state);
    struct error error = error_create(*state);
    struct standard_file file;

    builder_put(&clauses, HEAD);
    for (int i = 0; i <= STANDARD_CLAUSE_LIMIT; i++)
        builder_format(&clauses, "clause %d\nkind clause\nheading X\n", i);
    refuse_long(*state, &clauses, "may have 200000 clauses");

    builder_put(&line, HEAD CLAUSE " asks ");
    for (int i = 0; i < STANDARD_LINE_LIMIT; i++)
        builder_byte(&line, 'x');
    refuse_long(*state, &line, "line 7: a line may have");

    builder_put(&expectations, HEAD LEAF);
    for (int i = 0; i <= STANDARD_EXPECTATION_LIMIT; i++)
        builder_put(&expectations, "expect audit\n");
    refuse_long(*state, &expectations, "line 23: a clause may have 16");

    builder_put(&details, HEAD LEAF);
    for (int i = 0; i <= STANDARD_DETAIL_LIMIT; i++)
        builder_put(&details, "stage 1 Look\n");
    refuse_long(*state, &details, "line 71: a clause may have 64 lines");

    /* Refused before it is read. */
    assert_false(standard_file_parse(*state,
        text_part(HEAD, (size_t)STANDARD_FILE_LIMIT + 1), &file, &error));
    assert_non_null(strstr(error.message, "a standard may have"));
    assert_int_equal(error.code, ERROR_TOO_LARGE);
}

static void read_shipped(struct arena *arena, const char *name, size_t expected)
{
    const char *shared = getenv("IMS_SHARE");
    struct error error = error_create(arena);
    struct text content;
    struct standard_file file;
    size_t leaves = 0;

    assert_true(file_read(arena,
        file_join(arena, string_empty(shared) ? "." : shared, name),
        STANDARD_FILE_LIMIT, &content, &error));
    if (!standard_file_parse(arena, content, &file, &error))
        fail_msg("%s: %s", name, error.message);
    for (size_t i = 0; i < file.clause_count; i++) {
        bool leaf = standard_kind_is_leaf(file.clauses[i].kind);

        leaves += leaf;
        assert_true(!leaf || file.clauses[i].expectation_count > 0);
        assert_true(file.clauses[i].asks[0] != '\0');
    }
    assert_int_equal(leaves, expected);
}

static void reads_the_shipped_standards(void **state)
{
    read_shipped(
        *state, "schema/standards/iso27001-2022.standard", 30 + 1 + 93);
    read_shipped(*state, "schema/standards/iso27001-2013.standard", 26 + 114);
    read_shipped(*state, "schema/standards/iso22301-2019.standard", 47);
    read_shipped(*state, "schema/standards/iso9001-2015.standard", 65 + 1);
    read_shipped(*state, "schema/standards/iso9001-2026.standard", 65);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_a_standard, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            reads_items_and_details, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            shows_the_letters_of_items, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_standard_needs_no_edition, set_up, tear_down),
        cmocka_unit_test(knows_what_kinds_are),
        cmocka_unit_test_setup_teardown(refuses_by_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            refuses_what_is_too_much, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            reads_the_shipped_standards, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
