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

/* What is given, and a part of the sentence that refuses it. */
struct refusal {
    const char *given;
    const char *message;
};

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

static void must_refuse(bool taken, const struct error *error,
    const char *given, const char *message)
{
    if (taken)
        fail_msg("taken: %s", given);
    if (strstr(error->message, message) == NULL)
        fail_msg("“%s” is not in: %s", message, error->message);
}

static void refused(
    struct arena *arena, const char *content, const char *message)
{
    struct error error = error_create(arena);
    struct rule_file file;

    must_refuse(rule_file_parse(arena, text_of(content), &file, &error), &error,
        content, message);
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

    must_refuse(rule_check_parse(arena, text_of(words), &check, &error), &error,
        words, message);
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
    static const struct refusal cases[] = {
        {"", "there is no check called “”"},
        {"sniff", "there is no check called “sniff”"},
        {"records", "after “records” a word is missing"},
        {"records or", "a word is missing"},
        {"records todo or", "a word is missing"},
        {"records todo is", "after “is” a word is missing"},
        {"records todo naming x", "“naming” is not understood"},
        {"records todo is a is b", "a second “is”"},
        {"records todo where", "begins with the name"},
        {"records todo where due", "is followed by"},
        {"records todo where due has", "is followed by"},
        {"records todo where due is", "a word is missing"},
        {"records todo where due as", "after “as”"},
        {"records todo where a is b and", "begins with"},
        {"records todo where a has passed and b has passed", "only one"},
        {"records todo where a has passed and b has not come", "only one"},
        {"records todo where a has not", "has not come"},
        {"ideas-undriven risk", "“risk” is not understood"},
        {"records {todo}", "a word is missing"},
        {"approved-together", "needs “at”"},
        {"approved-together at least", "a number from 2"},
        {"approved-together at least 1", "a number from 2"},
        {"approved-together at least x", "a number from 2"},
        {"approved-together at most 3", "a number from 2"},
        {"instructions left", "“left” is not understood"},
        {"placeholders", "needs “saying”"},
        {"unmentioned of 4.1", "needs “saying”"},
        {"waivers waiver is granted", "needs"},
        {"watch finding", "needs “where”"},
        {"watch a or b where c is d", "names one kind"},
        {"watch a where c is empty", "names one kind"},
        {"watch a where c is d and e is f", "names one kind"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_refused(*state, cases[i].given, cases[i].message);
}

static void files_are_refused_by_line(void **state)
{
    static const struct refusal cases[] = {
        {"", "line 1: there is no rule"},
        {"# none\n", "line 1: there is no rule"},
        {"severity note\n", "line 1: “severity” must stand below"},
        {"rule\n", "line 1: nothing stands after “rule”"},
        {"rule IMS\n", "“IMS” is no rule's name"},
        {"rule ims900\n", "is no rule's name"},
        {"rule IMS9a0\n", "is no rule's name"},
        {"rule IMS9000000\n", "is no rule's name"},
        {HEAD "check instructions\n" HEAD "check instructions\n",
            "line 6: rule IMS900 stands there twice"},
        {"rule IMS900\ncolour red\n", "line 2: the word “colour” is not known"},
        {"rule IMS900\nseverity bad\n", "line 2: “bad” is no"},
        {"rule IMS900\nseverity note\nseverity note\n",
            "line 3: a second “severity”"},
        {"rule IMS900\ntitle T\nmend M\ncheck instructions\n",
            "line 1: rule IMS900 has no severity"},
        {"rule IMS900\nseverity note\nmend M\ncheck instructions\n",
            "has no line “title”"},
        {"rule IMS900\nseverity note\ntitle T\ncheck instructions\n",
            "has no line “mend”"},
        {HEAD, "line 1: rule IMS900 has no check"},
        {HEAD "check sniff\n", "line 5: there is no check"},
        {HEAD "check records todo\n", "line 5: “records” needs a line “says”"},
        {HEAD "check records todo\nrule IMS901\n",
            "line 5: “records” needs a line “says”"},
        {HEAD "says X\n", "line 5: “says” must stand below a check"},
        {HEAD "check instructions\nsays X\n",
            "line 6: “instructions” finds its own words"},
        {HEAD "check records todo\nsays {title\n", "line 6: “says”"},
        {HEAD "check records todo\nsays title}\n", "line 6: “says”"},
        {HEAD "check records todo\nsays {}\n", "line 6: “says”"},
        {HEAD "check records todo\nsays X\nsays Y\n",
            "line 7: a second “says”"},
        {HEAD "check instructions\n\xff\n", "line 6: this is not"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        refused(*state, cases[i].given, cases[i].message);
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

/* A file of rules that is well written, but not for this site. */
static void load_refused(
    struct fixture *f, const char *content, const char *message)
{
    const char *folder = file_join(f->arena, f->root, "rules");

    assert_true(file_make_folder(f->arena, folder, &f->error));
    assert_true(file_write(f->arena, file_join(f->arena, folder, "a.rule"),
        text_of(content), &f->error));
    assert_true(site_begin(&f->context, &f->error));
    must_refuse(rule_load_files(&f->context, folder, &f->error), &f->error,
        content, message);
    site_rollback(&f->context);
}

/* What is refused because the site has no such kind, status or field. */
static void unknown(struct fixture *f, const char *check, const char *message)
{
    const char *content = arena_format(f->arena, HEAD " check %s\n", check);

    if (string_begins(check, "records") || string_begins(check, "waivers"))
        content = arena_format(f->arena, "%s says {title}\n", content);
    load_refused(f, content, message);
    assert_non_null(strstr(f->error.message, "a.rule:5: "));
}

static void what_does_not_exist_is_refused(void **state)
{
    static const struct refusal cases[] = {
        {"records dragon", "no kind of record “dragon”"},
        {"records todo is slain", "todo has no status “slain”"},
        {"records todo or risk is open", "risk has no status “open”"},
        {"records todo where mane is long", "todo has no field “mane”"},
        {"records todo where type is big", "type of todo cannot be"},
        {"records todo where owner as mane", "no field “mane”"},
        {"records todo where type has passed", "type of todo is no date"},
        {"records todo without dragon", "no kind of record “dragon”"},
        {"records todo except dragon", "no kind of record “dragon”"},
        {"records any where type is big", "not every record has"},
        {"records any is open", "not every record has such a status"},
        {"watch dragon where a is b", "no kind of record “dragon”"},
        {"suspect-links except dragon", "“dragon”"},
        {"waivers waiver is granted naming x until due for rule",
            "waiver has no field “x”"},
        {"waivers waiver is granted naming check until title for rule",
            "title of waiver is no date"},
        {"waivers waiver is granted naming check until due for x",
            "waiver has no field “x”"},
    };
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        unknown(f, cases[i].given, cases[i].message);
    fixture_destroy(f);
}

static void messages_name_fields_that_exist(void **state)
{
    static const struct refusal cases[] = {
        {HEAD "check records todo\nsays {mane}\n", "todo has no field “mane”"},
        {HEAD "check records any\nsays {type}\n",
            "not every record has a field “type”"},
        {"rule IMS001\n severity note\n title T\n mend M\n"
         "check instructions\n",
            "the rule IMS001 stands in the program already"},
    };
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        load_refused(f, cases[i].given, cases[i].message);
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
