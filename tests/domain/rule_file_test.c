/* Files of rules: what is understood, what is refused and where. */
#include "domain/rule_file.h"

#include "base/file.h"
#include "domain/rule.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "rule IMS900\n severity note\n title T\n mend M\n"

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

static struct rule_file accepted(struct arena *arena, const char *content)
{
    struct error error = error_create(arena);
    struct rule_file file;

    if (!rule_file_parse(arena, text_of(content), &file, &error))
        fail_msg("%s", error.message);
    return file;
}

static void refused(
    struct arena *arena, const char *content, const char *message)
{
    struct error error = error_create(arena);
    struct rule_file file;

    assert_false(rule_file_parse(arena, text_of(content), &file, &error));
    if (strstr(error.message, message) == NULL)
        fail_msg("“%s” is not in: %s", message, error.message);
}

static struct rule_check check_of(struct arena *arena, const char *words)
{
    struct error error = error_create(arena);
    struct rule_check check;

    if (!rule_check_parse(arena, text_of(words), &check, &error))
        fail_msg("%s: %s", words, error.message);
    return check;
}

static void check_refused(
    struct arena *arena, const char *words, const char *message)
{
    struct error error = error_create(arena);
    struct rule_check check;

    assert_false(rule_check_parse(arena, text_of(words), &check, &error));
    if (strstr(error.message, message) == NULL)
        fail_msg("“%s” is not in: %s", message, error.message);
}

static void a_file_is_read(void **state)
{
    struct rule_file file = accepted(*state,
        "# Rules\n\nrule IMS023\n  severity warning\n  title  Late \n"
        "  mend Do it.\n  check records todo where due has passed\n"
        "  says {kind} {number} is late.\n  check pages-overdue\n"
        "rule IMS1234\nseverity error\ntitle T\nmend M\ncheck instructions\n");

    assert_int_equal(file.count, 2);
    assert_string_equal(file.rules[0].id, "IMS023");
    assert_string_equal(file.rules[0].severity, "warning");
    assert_string_equal(file.rules[0].title, "Late");
    assert_string_equal(file.rules[0].mend, "Do it.");
    assert_int_equal(file.rules[0].check_count, 2);
    assert_int_equal(file.rules[0].checks[0].line, 7);
    assert_string_equal(
        file.rules[0].checks[0].check.says, "{kind} {number} is late.");
    assert_string_equal(file.rules[0].checks[1].check.name, "pages-overdue");
    assert_string_equal(file.rules[1].id, "IMS1234");
}

static void checks_are_read(void **state)
{
    struct rule_check check = check_of(*state,
        "records  measure or risk is running or partly "
        "where a is b or c and d is empty and e is filled and f as g and "
        "due has passed without rtp or oep except waiver");

    assert_string_equal(check.name, "records");
    assert_string_equal(check.parts[RULE_KINDS], "measure risk");
    assert_string_equal(check.parts[RULE_STATUSES], "running partly");
    assert_string_equal(check.parts[RULE_WITHOUT], "rtp oep");
    assert_string_equal(check.parts[RULE_EXCEPT], "waiver");
    assert_int_equal(check.condition_count, 5);
    assert_int_equal(check.conditions[0].test, RULE_IS);
    assert_string_equal(check.conditions[0].values, "b c");
    assert_int_equal(check.conditions[1].test, RULE_EMPTY);
    assert_int_equal(check.conditions[2].test, RULE_FILLED);
    assert_int_equal(check.conditions[3].test, RULE_AS);
    assert_string_equal(check.conditions[3].values, "g");
    assert_int_equal(check.conditions[4].test, RULE_PASSED);
    assert_true(strstr(check.words, "  ") == NULL);
    assert_true(rule_check_says(&check));
    check = check_of(*state, "approved-together at least 3");
    assert_int_equal(check.least, 3);
    assert_false(rule_check_says(&check));
    check = check_of(*state, "unmentioned of 4.1 or 4.2 saying rain");
    assert_string_equal(check.parts[RULE_CLAUSES], "4.1 4.2");
    assert_string_equal(check.parts[RULE_WORDS], "rain");
    check = check_of(
        *state, "waivers waiver is granted naming c until due for a or b");
    assert_string_equal(check.parts[RULE_FOR], "a b");
    check_of(*state, "watch finding where grade is major");
}

static void checks_are_refused(void **state)
{
    check_refused(*state, "", "there is no check called “”");
    check_refused(*state, "sniff", "there is no check called “sniff”");
    check_refused(*state, "records", "after “records” a word is missing");
    check_refused(*state, "records or", "a word is missing");
    check_refused(*state, "records todo or", "a word is missing");
    check_refused(*state, "records todo is", "after “is” a word is missing");
    check_refused(
        *state, "records todo naming x", "“naming” is not understood");
    check_refused(*state, "records todo is a is b", "a second “is”");
    check_refused(*state, "records todo where", "begins with the name");
    check_refused(*state, "records todo where due", "is followed by");
    check_refused(*state, "records todo where due has", "is followed by");
    check_refused(*state, "records todo where due is", "a word is missing");
    check_refused(*state, "records todo where due as", "after “as”");
    check_refused(*state, "records todo where a is b and", "begins with");
    check_refused(
        *state, "records todo where a has passed and b has passed", "only one");
    check_refused(*state, "records todo where a has passed and b has not come",
        "only one");
    check_refused(*state, "records todo where a has not", "has not come");
    check_refused(*state, "ideas-undriven risk", "“risk” is not understood");
    check_refused(*state, "records {todo}", "a word is missing");
    check_refused(*state, "approved-together", "needs “at”");
    check_refused(*state, "approved-together at least", "a number from 2");
    check_refused(*state, "approved-together at least 1", "a number from 2");
    check_refused(*state, "approved-together at least x", "a number from 2");
    check_refused(*state, "approved-together at most 3", "a number from 2");
    check_refused(*state, "instructions left", "“left” is not understood");
    check_refused(*state, "placeholders", "needs “saying”");
    check_refused(*state, "unmentioned of 4.1", "needs “saying”");
    check_refused(*state, "waivers waiver is granted", "needs");
    check_refused(*state, "watch finding", "needs “where”");
    check_refused(*state, "watch a or b where c is d", "names one kind");
    check_refused(*state, "watch a where c is empty", "names one kind");
    check_refused(*state, "watch a where c is d and e is f", "names one kind");
}

static void files_are_refused_by_line(void **state)
{
    struct arena *arena = *state;

    refused(arena, "", "line 1: there is no rule");
    refused(arena, "# none\n", "line 1: there is no rule");
    refused(arena, "severity note\n", "line 1: “severity” must stand below");
    refused(arena, "rule\n", "line 1: nothing stands after “rule”");
    refused(arena, "rule IMS\n", "“IMS” is no rule's name");
    refused(arena, "rule ims900\n", "is no rule's name");
    refused(arena, "rule IMS9a0\n", "is no rule's name");
    refused(arena, "rule IMS9000000\n", "is no rule's name");
    refused(arena, HEAD "check instructions\n" HEAD "check instructions\n",
        "line 6: rule IMS900 stands there twice");
    refused(arena, "rule IMS900\ncolour red\n",
        "line 2: the word “colour” is not known");
    refused(arena, "rule IMS900\nseverity bad\n", "line 2: “bad” is no");
    refused(arena, "rule IMS900\nseverity note\nseverity note\n",
        "line 3: a second “severity”");
    refused(arena, "rule IMS900\ntitle T\nmend M\ncheck instructions\n",
        "line 1: rule IMS900 has no severity");
    refused(arena, "rule IMS900\nseverity note\nmend M\ncheck instructions\n",
        "has no line “title”");
    refused(arena, "rule IMS900\nseverity note\ntitle T\ncheck instructions\n",
        "has no line “mend”");
    refused(arena, HEAD, "line 1: rule IMS900 has no check");
    refused(arena, HEAD "check sniff\n", "line 5: there is no check");
    refused(arena, HEAD "check records todo\n",
        "line 5: “records” needs a line “says”");
    refused(arena, HEAD "check records todo\nrule IMS901\n",
        "line 5: “records” needs a line “says”");
    refused(arena, HEAD "says X\n", "line 5: “says” must stand below a check");
    refused(arena, HEAD "check instructions\nsays X\n",
        "line 6: “instructions” finds its own words");
    refused(arena, HEAD "check records todo\nsays {title\n", "line 6: “says”");
    refused(arena, HEAD "check records todo\nsays title}\n", "line 6: “says”");
    refused(arena, HEAD "check records todo\nsays {}\n", "line 6: “says”");
    refused(arena, HEAD "check records todo\nsays X\nsays Y\n",
        "line 7: a second “says”");
    refused(arena, HEAD "check instructions\n\xff\n", "line 6: this is not");
}

static void there_are_limits(void **state)
{
    struct arena *arena = *state;
    struct builder many = builder_create(arena);
    char *line = arena_alloc(arena, RULE_LINE_LIMIT + 2);

    memset(line, 'x', RULE_LINE_LIMIT + 1);
    refused(arena, line, "line 1: a line may have");
    builder_put(&many, HEAD);
    for (int i = 0; i <= RULE_CHECK_LIMIT; i++)
        builder_put(&many, "check instructions\n");
    refused(arena, builder_string(&many), "line 21: a rule may have 16 checks");
    many = builder_create(arena);
    builder_put(&many, "records todo where a is b");
    for (int i = 0; i < RULE_CONDITION_LIMIT; i++)
        builder_put(&many, " and a is b");
    check_refused(arena, builder_string(&many), "may have 8 conditions");
    many = builder_create(arena);
    builder_put(&many, "records todo");
    for (int i = 0; i < RULE_WORD_LIMIT; i++)
        builder_put(&many, " or todo");
    check_refused(arena, builder_string(&many), "may have 64 words");
}

/* What is refused because the site has no such kind, status or field. */
static void unknown(struct fixture *f, const char *check, const char *message)
{
    const char *folder = file_join(f->arena, f->root, "rules");
    const char *content = arena_format(f->arena, HEAD " check %s\n", check);

    if (string_begins(check, "records") || string_begins(check, "waivers"))
        content = arena_format(f->arena, "%s says {title}\n", content);
    assert_true(file_make_folder(f->arena, folder, &f->error));
    assert_true(file_write(f->arena, file_join(f->arena, folder, "a.rule"),
        text_of(content), &f->error));
    assert_true(site_begin(&f->context, &f->error));
    assert_false(rule_load_files(&f->context, folder, &f->error));
    site_rollback(&f->context);
    if (strstr(f->error.message, "a.rule:5: ") == NULL ||
        strstr(f->error.message, message) == NULL)
        fail_msg("“%s” is not in: %s", message, f->error.message);
}

static void what_does_not_exist_is_refused(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    (void)state;
    unknown(f, "records dragon", "no kind of record “dragon”");
    unknown(f, "records todo is slain", "todo has no status “slain”");
    unknown(f, "records todo or risk is open", "risk has no status “open”");
    unknown(f, "records todo where mane is long", "todo has no field “mane”");
    unknown(f, "records todo where type is big", "type of todo cannot be");
    unknown(f, "records todo where owner as mane", "no field “mane”");
    unknown(f, "records todo where type has passed", "type of todo is no date");
    unknown(f, "records todo without dragon", "no kind of record “dragon”");
    unknown(f, "records todo except dragon", "no kind of record “dragon”");
    unknown(f, "records any where type is big", "not every record has");
    unknown(f, "records any is open", "not every record has such a status");
    unknown(f, "watch dragon where a is b", "no kind of record “dragon”");
    unknown(f, "suspect-links except dragon", "“dragon”");
    unknown(f, "waivers waiver is granted naming x until due for rule",
        "waiver has no field “x”");
    unknown(f, "waivers waiver is granted naming check until title for rule",
        "title of waiver is no date");
    unknown(f, "waivers waiver is granted naming check until due for x",
        "waiver has no field “x”");
    fixture_destroy(f);
}

static void messages_name_fields_that_exist(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");
    const char *folder = file_join(f->arena, f->root, "rules");
    const char *const files[][2] = {
        {HEAD "check records todo\nsays {mane}\n", "todo has no field “mane”"},
        {HEAD "check records any\nsays {type}\n",
            "not every record has a field “type”"},
        {"rule IMS001\n severity note\n title T\n mend M\n"
         "check instructions\n",
            "the rule IMS001 stands in the program already"},
    };

    (void)state;
    assert_true(file_make_folder(f->arena, folder, &f->error));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        assert_true(file_write(f->arena, file_join(f->arena, folder, "a.rule"),
            text_of(files[i][0]), &f->error));
        assert_true(site_begin(&f->context, &f->error));
        assert_false(rule_load_files(&f->context, folder, &f->error));
        site_rollback(&f->context);
        if (strstr(f->error.message, files[i][1]) == NULL)
            fail_msg("%s", f->error.message);
    }
    fixture_destroy(f);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_read),
        TEST(checks_are_read),
        TEST(checks_are_refused),
        TEST(files_are_refused_by_line),
        TEST(there_are_limits),
        cmocka_unit_test(what_does_not_exist_is_refused),
        cmocka_unit_test(messages_name_fields_that_exist),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
