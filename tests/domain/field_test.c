/* domain/field: every type, what it takes and what it refuses. */
#include "domain/field.h"

#include "site_fixture.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    fixture_add_record(f, "todo", "type", "corrective", NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static struct choice choices[] = {
    {.name = "high", .label = "High", .colour = ""},
    {.name = "low", .label = "Low", .colour = ""}};

static bool check(struct fixture *f, const char *type, const char *kinds,
    const char *input, const char **value)
{
    struct field field = {.name = "x",
        .type = field_type_find(type),
        .kinds = kinds,
        .choices = choices,
        .choice_count = 2,
        .low = -HUGE_VAL,
        .high = HUGE_VAL,
        .unit = "EUR"};

    f->error = error_create(f->arena);
    assert_non_null(field.type);
    return field_check(&f->context, kind_find(f->site, "todo"), &field, input,
        value, &f->error);
}

static void takes(struct fixture *f, const char *type, const char *input,
    const char *expected)
{
    const char *value;

    if (!check(f, type, "", input, &value))
        fail_msg("%s %s: %s", type, input, f->error.message);
    assert_string_equal(value, expected);
    /* What was taken is taken again as it is. */
    assert_true(check(f, type, "", expected, &value));
    assert_string_equal(value, expected);
}

static void refuses(struct fixture *f, const char *type, const char *input)
{
    const char *value;

    if (check(f, type, "", input, &value))
        fail_msg("taken: %s %s", type, input);
    assert_int_equal(f->error.code, ERROR_INVALID);
    assert_true(strlen(f->error.message) > 10);
}

static const char *repeat(struct fixture *f, const char *word, int count)
{
    struct builder out = builder_create(f->arena);

    for (int i = 0; i < count; i++)
        builder_put(&out, word);
    return builder_string(&out);
}

static void test_every_type(void **state)
{
    struct fixture *f = *state;
    size_t count = 0;

    for (const struct field_type *type = field_type_next(NULL); type != NULL;
         type = field_type_next(type)) {
        takes(f, type->name, "", "");
        takes(f, type->name, " \t\r\n", "");
        refuses(f, type->name, "\xff");
        refuses(f, type->name, "a\x01");
        assert_ptr_equal(field_type_find(type->name), type);
        assert_true(type->label[0] != '\0');
        count++;
    }
    assert_int_equal(count, 23);
    assert_null(field_type_find("none"));
    assert_null(field_type_find(""));
}

static void test_texts(void **state)
{
    struct fixture *f = *state;

    takes(f, "text", "  a <b> é ", "a <b> é");
    takes(f, "text", repeat(f, "x", 1000), repeat(f, "x", 1000));
    refuses(f, "text", repeat(f, "x", 1001));
    refuses(f, "text", "two\nlines");
    takes(f, "text", "caf\u00e9 \u2013 \u65e5\u672c",
        "caf\u00e9 \u2013 \u65e5\u672c");
    refuses(f, "text", "\u00a0\u200b\ufeff");
    refuses(f, "text", "pay \u202e001 now");
    refuses(f, "text", "one\u2028two");
    refuses(f, "text", "bell \xc2\x9b");
    refuses(f, "text", "two\rlines");
    takes(f, "markdown", "\r\na\r\nb\rc\n", "a\nb\nc");
    takes(f, "markdown", repeat(f, "x", 131072), repeat(f, "x", 131072));
    refuses(f, "markdown", repeat(f, "x", 131073));
}

static void test_numbers(void **state)
{
    static const char *const fine[] = {
        "0", "-1", "1.5", "-0.25", "007", "123456789012345678"};
    static const char *const wrong[] = {"a", "1,5", "1.2.3", ".5", "5.", "-",
        "-.5", "1e3", "+1", "0x1", "1 000", "1234567890123456789", "--1",
        "NaN"};
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        takes(f, "number", fine[i], fine[i]);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        refuses(f, "number", wrong[i]);
}

static void test_amounts(void **state)
{
    struct fixture *f = *state;

    takes(f, "percent", "75", "75");
    takes(f, "percent", "99.5 %", "99.5");
    refuses(f, "percent", "101");
    refuses(f, "percent", "-1");
    refuses(f, "percent", "%");
    refuses(f, "percent", "a lot");
    takes(f, "money", "1250.5", "1250.50 EUR");
    takes(f, "money", "GBP 12", "12.00 GBP");
    takes(f, "money", "12gbp", "12.00 GBP");
    takes(f, "money", "-3.25 USD", "-3.25 USD");
    refuses(f, "money", "1,250");
    refuses(f, "money", "1.255");
    refuses(f, "money", "12 EURO");
    refuses(f, "money", "EUR");
    refuses(f, "money", "12 E");
    takes(f, "duration", "4 h", "PT4H");
    takes(f, "duration", "1 week", "P1W");
    refuses(f, "duration", "soon");
    refuses(f, "duration", "4");
}

static void test_bounds(void **state)
{
    struct fixture *f = *state;
    struct field field = {.name = "x",
        .type = field_type_find("number"),
        .low = 1,
        .high = 5,
        .unit = ""};
    const char *value;

    assert_true(field_check(&f->context, NULL, &field, "5", &value, &f->error));
    assert_false(
        field_check(&f->context, NULL, &field, "6", &value, &f->error));
    assert_non_null(strstr(f->error.message, "the most that fits here is 5"));
    f->error = error_create(f->arena);
    assert_false(
        field_check(&f->context, NULL, &field, "0", &value, &f->error));
    assert_non_null(strstr(f->error.message, "the least that fits here is 1"));
}

static void test_words(void **state)
{
    struct fixture *f = *state;

    takes(f, "choices", "low", "low");
    takes(f, "choices", "low high low", "high low");
    refuses(f, "choices", "low none");
    takes(f, "scale", "high", "high");
    refuses(f, "scale", "3");
    takes(f, "role", "auditor", "auditor");
    refuses(f, "role", "king");
    takes(
        f, "url", "https://example.org/a?b=c#d", "https://example.org/a?b=c#d");
    takes(f, "url", "http://10.0.0.1:8080/", "http://10.0.0.1:8080/");
    refuses(f, "url", "javascript:alert(1)");
    refuses(f, "url", "data:text/html,x");
    refuses(f, "url", "https://");
    refuses(f, "url", "https:///x");
    refuses(f, "url", "https://?q=1");
    refuses(f, "url", "http://#top");
    refuses(f, "url", "https://a b");
    refuses(f, "url", "https://a\"onclick=");
    refuses(f, "url", "//example.org/");
    refuses(f, "url", "example.org");
}

static void test_places(void **state)
{
    struct fixture *f = *state;

    fixture_put_page(f, "a.md", "# A\n\n## Part\n");
    takes(f, "section", "page:a#part", "page:a#part");
    takes(f, "section", "page:a", "page:a");
    refuses(f, "section", "todo:1");
    refuses(f, "section", "page:a#part page:a");
    refuses(f, "file", "page:a");
    refuses(f, "file", "file:zz");
    refuses(f, "clause", "27001/99.99");
    refuses(f, "clause", "todo:1");
}

static void test_shown(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *type;
        const char *value;
        const char *shown;
        double amount;
    } cases[] = {
        {"percent", "45", "45 %", 45},
        {"number", "4", "4 EUR", 4},
        {"duration", "PT90M", "90 minutes", 90},
        {"date", "2026-11-14", "14 Nov 2026", 0},
        {"scale", "low", "Low", 2},
        {"choices", "high low", "High, Low", 0},
        {"yesno", "yes", "Yes", 0},
        {"role", "forum", "IMS Forum", 0},
        {"money", "3.50 EUR", "3.50 EUR", 3.5},
        {"text", "", "", 0},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct field field = {.type = field_type_find(cases[i].type),
            .choices = choices,
            .choice_count = 2,
            .unit = "EUR"};

        assert_string_equal(
            field_show(f->arena, NULL, &field, cases[i].value), cases[i].shown);
        assert_true(
            field_amount(NULL, &field, cases[i].value) == cases[i].amount);
    }
}

static void test_dates(void **state)
{
    struct fixture *f = *state;

    takes(f, "date", " 2026-02-28 ", "2026-02-28");
    refuses(f, "date", "2026-02-29");
    refuses(f, "date", "28.02.2026");
    refuses(f, "date", "2026-02-28T10:00");
    takes(f, "moment", "2026-02-28T10:00", "2026-02-28T10:00");
    takes(f, "moment", "2026-02-28T10:00:59Z", "2026-02-28T10:00");
    refuses(f, "moment", "2026-02-28");
    refuses(f, "moment", "2026-02-28 10:00");
}

static void test_choices(void **state)
{
    struct fixture *f = *state;

    takes(f, "choice", "high", "high");
    refuses(f, "choice", "High");
    refuses(f, "choice", "hig");
    takes(f, "status", "open", "open");
    refuses(f, "status", "Open");
    refuses(f, "status", "none");
    takes(f, "yesno", "yes", "yes");
    takes(f, "yesno", "no", "no");
    refuses(f, "yesno", "maybe");
    refuses(f, "yesno", "1");
    takes(f, "person", "ines.marchetti", "ines.marchetti");
    refuses(f, "person", "Ines Marchetti");
    refuses(f, "person", "nobody");
    refuses(f, "person", "person:ines.marchetti");
}

static void test_references(void **state)
{
    struct fixture *f = *state;
    struct builder many = builder_create(f->arena);

    takes(f, "reference", "todo:1", "todo:1");
    refuses(f, "reference", "todo:1 todo:2");
    refuses(f, "reference", "todo");
    refuses(f, "reference", "https://example.org");
    takes(f, "references", "todo:1, todo:2;todo:1\ntodo:3",
        "todo:1 todo:2 todo:3");
    takes(f, "references", "clause:27001/9.2.1", "clause:27001:2022/9.2.1");
    takes(f, "references", "page:none", "page:none"); /* shown as broken */
    takes(f, "references", "term:x", "page:terms#x");
    refuses(f, "references", "todo:1 and todo:2");
    refuses(f, "references", "meets:27001/9.2.1");
    refuses(f, "references", "clause:27001/99.9");
    for (int i = 1; i <= 501; i++)
        builder_format(&many, "todo:%d ", i);
    refuses(f, "references", builder_string(&many));
}

static void test_clauses(void **state)
{
    struct fixture *f = *state;

    takes(f, "clauses", "27001/9.2.1", "clause:27001:2022/9.2.1");
    takes(f, "clauses", "27001/9.2.1, clause:27001:2022/9.2.1 27001/A.5.1",
        "clause:27001:2022/9.2.1 clause:27001:2022/A.5.1");
    refuses(f, "clauses", "9.2.1");
    refuses(f, "clauses", "27001/99.9");
    refuses(f, "clauses", "1234/1");
    refuses(f, "clauses", "todo:1");
    takes(f, "clauses", "27001/A.7", "clause:27001:2022/A.7");
    refuses(f, "clauses", "meets:27001/9.2.1");
}

/* A heading excludes nothing, so it cannot be said not to apply. */
static void test_demands(void **state)
{
    struct fixture *f = *state;

    takes(f, "demands", "27001/A.7.9 9001/7.1.5.1",
        "clause:27001:2022/A.7.9 clause:9001:2015/7.1.5.1");
    takes(f, "demands", "9001/9.3.2/d", "clause:9001:2015/9.3.2/d");
    refuses(f, "demands", "27001/A.7");
    refuses(f, "demands", "27001/A.7.9 9001/7.1.5");
    assert_non_null(strstr(f->error.message, "“9001:2015/7.1.5” is a heading"));
    assert_non_null(strstr(f->error.message, "Name the clauses themselves."));
    refuses(f, "demands", "9001/99");
    refuses(f, "demands", "todo:1");
}

static void test_kinds_that_fit(void **state)
{
    struct fixture *f = *state;
    const char *value;

    assert_true(check(f, "references", "todo file", "todo:1", &value));
    assert_false(check(f, "references", "todo file", "audit:1", &value));
    assert_non_null(strstr(f->error.message, "todo file"));
    assert_false(check(f, "references", "todo file", "page:index", &value));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_type),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_amounts),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_shown),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_choices),
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_clauses),
        cmocka_unit_test(test_demands),
        cmocka_unit_test(test_kinds_that_fit),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
