/* domain/record_sense: values that cannot be together, and those that can. */
#include "domain/record_sense.h"

#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    *state = fixture_create("2026-11-21T10:00:00Z");
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static struct record read(struct fixture *f, const char *kind, long long number)
{
    struct record record;
    bool found;

    assert_true(record_read(&f->context, kind_find(f->site, kind), number,
        &record, &found, &f->error));
    assert_true(found);
    return record;
}

/* What is wrong with one field of the record, "" for nothing; "?" when
 * anything is wrong with another one. */
static const char *wrong(
    struct fixture *f, const struct record *record, const char *field)
{
    struct field_problem list[100];
    struct record_problems problems = {.problems = list};

    if (!record_sense_check(&f->context, record, &problems, &f->error))
        fail_msg("%s", f->error.message);
    if (problems.count == 0)
        return "";
    assert_int_equal(problems.count, 1);
    return string_equals(list[0].field->name, field) ? list[0].message : "?";
}

static void put(struct record *record, const char *field, const char *value)
{
    record->values[kind_field(record->kind, field)] = value;
}

static void test_times(void **state)
{
    static const struct {
        const char *happened;
        const char *noticed;
        const char *fixed;
        const char *field;
        const char *message;
    } cases[] = {
        {"2026-01-01T08:00", "2026-01-01T09:00", "2026-01-01T10:00", "", ""},
        {"2026-01-01T08:00", "2026-01-01T08:00", "2026-01-01T08:00", "", ""},
        {"", "2026-01-01T09:00", "", "", ""},
        {"2026-01-01T08:00", "2026-01-01T09:00", "", "", ""},
        /* Prevented. */
        {"2026-01-01T08:00", "2026-01-01T06:00", "2026-01-01T07:00", "", ""},
        {"2026-01-01T08:00", "2026-01-01T11:00", "2026-01-01T10:00", "fixed_at",
            "Put right (Tf) cannot be before Noticed (Td)"},
        {"", "2026-01-01T11:00", "2026-01-01T10:00", "fixed_at",
            "cannot be before"},
        {"2026-01-01T08:00", "2026-01-01T07:00", "2026-01-01T10:00",
            "detected_at", "Noticed (Td) cannot be before It happened (Te)"},
        {"2026-01-01T08:00", "2026-01-01T07:00", "", "detected_at",
            "cannot be before"},
    };
    struct fixture *f = *state;
    struct record record =
        record_create(f->arena, kind_find(f->site, "incident"));

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *message;

        put(&record, "event_at", cases[i].happened);
        put(&record, "detected_at", cases[i].noticed);
        put(&record, "fixed_at", cases[i].fixed);
        message = wrong(f, &record, cases[i].field);
        if (strstr(message, cases[i].message) == NULL ||
            (cases[i].message[0] == '\0') != (message[0] == '\0'))
            fail_msg("%zu: %s", i, message);
    }
}

/* Nothing ends before it began; on the day itself it may. */
static void test_spans(void **state)
{
    struct fixture *f = *state;
    struct record record = record_create(f->arena, kind_find(f->site, "todo"));

    put(&record, "raised_on", "2026-11-02");
    assert_string_equal(wrong(f, &record, "closed_on"), "");
    put(&record, "closed_on", "2026-11-02");
    assert_string_equal(wrong(f, &record, "closed_on"), "");
    put(&record, "closed_on", "2026-11-01");
    assert_string_equal(wrong(f, &record, "closed_on"),
        "Closed on cannot be before Raised on.");
    ((struct field *)&record.kind->fields[kind_field(record.kind, "raised_on")])
        ->retired = true; /* nobody could see why */
    assert_string_equal(wrong(f, &record, "closed_on"), "");
    put(&record, "raised_on", "");
    assert_string_equal(wrong(f, &record, "closed_on"), "");
}

static void add(struct fixture *f, const char *kind, const char *whole)
{
    fixture_add_record(f, kind, "title", "A", "part_of", whole, NULL);
}

static const char *part_of(
    struct fixture *f, const char *kind, long long number, const char *whole)
{
    struct record record = read(f, kind, number);

    put(&record, "part_of", whole);
    return wrong(f, &record, "part_of");
}

static void test_trees(void **state)
{
    struct fixture *f = *state;

    fixture_add_record(f, "project", "title", "All", NULL);
    add(f, "phase", "project:1");
    add(f, "activity", "phase:1");
    add(f, "activity", "activity:1");
    add(f, "activity", "activity:2");
    assert_string_equal(part_of(f, "activity", 1, "phase:1"), "");
    assert_string_equal(part_of(f, "activity", 3, "activity:1"), "");
    assert_non_null(strstr(
        part_of(f, "activity", 1, "activity:1"), "cannot be part of itself"));
    assert_non_null(strstr(part_of(f, "activity", 1, "activity:2"),
        "activity:2 is part of this one already"));
    assert_non_null(
        strstr(part_of(f, "activity", 1, "activity:3"), "its own part"));
    assert_non_null(
        strstr(part_of(f, "phase", 1, "activity:3"), "its own part"));
    /* A ring that is there already, elsewhere, is no trap. */
    fixture_change_record(f, "activity", 1LL, "part_of", "activity:3", NULL);
    add(f, "activity", "phase:1");
    assert_string_equal(part_of(f, "activity", 4, "activity:3"), "");
}

/* Other references may lead round. */
static void test_other_references(void **state)
{
    struct fixture *f = *state;
    struct record record;

    fixture_add_record(f, "review", "title", "One", NULL);
    record = read(f, "review", 1);
    put(&record, "previous", "review:1");
    assert_string_equal(wrong(f, &record, ""), "");
}

/* What is wrong by itself is not said twice. */
static void test_problems_stay(void **state)
{
    struct fixture *f = *state;
    const struct kind *kind = kind_find(f->site, "incident");
    struct record record = record_create(f->arena, kind);
    struct field_problem list[100] = {
        {&kind->fields[kind_field(kind, "fixed_at")], "Odd."}};
    struct record_problems problems = {.problems = list, .count = 1};

    put(&record, "detected_at", "2026-01-01T11:00");
    put(&record, "fixed_at", "2026");
    assert_true(record_sense_check(&f->context, &record, &problems, &f->error));
    assert_int_equal(problems.count, 1);
    assert_string_equal(list[0].message, "Odd.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_times, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_spans, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_trees, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_other_references, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_problems_stay, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
