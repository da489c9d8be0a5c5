/* domain/computation: every computation, what is missing for it, and
 * definitions that make no sense. The kinds are the shipped ones. */
#include "domain/computation.h"

#include "domain/field.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

/* The value of one field of a record with the values given. */
static const char *computed(
    struct fixture *f, const char *kind, const char *field, ...)
{
    const struct kind *known = kind_find(f->site, kind);
    struct record record = record_create(f->arena, known);
    va_list list;
    const char *name;

    va_start(list, field);
    while ((name = va_arg(list, const char *)) != NULL) {
        assert_true(kind_field(known, name) >= 0);
        record.values[kind_field(known, name)] = va_arg(list, const char *);
    }
    va_end(list);
    assert_true(computation_fill(&f->context, &record, &f->error));
    assert_true(computation_fill_live(&f->context, &record, NULL, &f->error));
    return record_value_of(&record, field);
}

/* Level and product of two scales, and nothing of one. */
static void test_risk(void **state)
{
    struct fixture *f = *state;
    const struct kind *risk = kind_find(f->site, "risk");
    const struct field *likelihood =
        &risk->fields[kind_field(risk, "likelihood")];
    const struct field *impact = &risk->fields[kind_field(risk, "impact")];
    const struct field *level = &risk->fields[kind_field(risk, "level")];
    size_t last = likelihood->choice_count - 1;

    assert_string_equal(
        computed(f, "risk", "level", "likelihood", likelihood->choices[0].name,
            "impact", impact->choices[0].name, NULL),
        level->choices[0].name);
    assert_string_equal(
        computed(f, "risk", "level", "likelihood",
            likelihood->choices[last].name, "impact",
            impact->choices[impact->choice_count - 1].name, NULL),
        level->choices[level->choice_count - 1].name);
    assert_string_equal(computed(f, "risk", "level", "likelihood",
                            likelihood->choices[last].name, NULL),
        "");
    assert_string_equal(
        computed(f, "risk", "score", "likelihood", likelihood->choices[2].name,
            "impact", impact->choices[3].name, NULL),
        "12");
}

static void test_time_class(void **state)
{
    static const struct {
        const char *happened;
        const char *noticed;
        const char *fixed;
        const char *window;
        const char *plan;
        const char *class;
    } cases[] = {
        {"2026-01-01T10:00", "2026-01-01T09:00", "2026-01-01T09:30",
            "2026-01-01T14:00", "", "1"},
        {"2026-01-01T10:00", "2026-01-01T10:10", "2026-01-01T12:00",
            "2026-01-01T14:00", "", "2"},
        {"2026-01-01T10:00", "2026-01-01T10:10", "2026-01-01T12:01",
            "2026-01-01T14:00", "", "3"},
        {"2026-01-01T10:00", "2026-01-01T10:10", "2026-01-01T14:01",
            "2026-01-01T14:00", "", "4"},
        /* Missed; which of the last three classes is in the plan. */
        {"2026-01-01T10:00", "2026-01-02T10:00", "", "2026-01-01T14:00", "",
            ""},
        {"2026-01-01T08:00", "2026-01-01T12:30", "2026-01-01T13:00",
            "2026-01-01T12:00", "", ""},
        {"2026-01-01T10:00", "2026-01-02T10:00", "", "2026-01-01T14:00",
            "partly", "5"},
        {"2026-01-01T10:00", "2026-01-02T10:00", "", "2026-01-01T14:00", "plan",
            "6"},
        {"2026-01-01T10:00", "2026-01-02T10:00", "", "2026-01-01T14:00", "none",
            "7"},
        {"2026-01-01T10:00", "2026-01-01T10:10", "", "2026-01-01T14:00", "",
            ""},
        {"2026-01-01T10:00", "2026-01-01T10:10", "2026-01-01T12:00", "", "",
            ""},
        {"", "2026-01-01T10:10", "2026-01-01T12:00", "2026-01-01T14:00", "",
            ""},
        /* A day as the end of the window is that whole day. */
        {"2026-01-01T10:00", "2026-01-01T10:10", "2026-01-02T14:01",
            "2026-01-01", "", "4"},
        {"2026-01-01T10:00", "2026-01-01T10:10", "2026-01-02T00:10",
            "2026-01-02", "", "2"},
        {"2026-01-01T10:00", "2026-01-02T10:10", "", "2026-01-01", "plan", "6"},
        {"2026-01-01T10:00", "2026-01-01T10:10", "", "2026-01-01", "plan", ""},
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            computed(f, "incident", "class", "event_at", cases[i].happened,
                "detected_at", cases[i].noticed, "fixed_at", cases[i].fixed,
                "window_at", cases[i].window, "continuity", cases[i].plan,
                NULL),
            cases[i].class);
}

/* What depends on the day is not saved with the record. */
static void test_late(void **state)
{
    struct fixture *f = *state;
    struct builder json = builder_create(f->arena);
    struct record record;
    bool found;

    assert_string_equal(
        computed(f, "todo", "late", "due", "2026-11-20", NULL), "yes");
    assert_string_equal(
        computed(f, "todo", "late", "due", "2026-11-21", NULL), "no");
    assert_string_equal(computed(f, "todo", "late", "due", "2026-11-20",
                            "status", "closed", NULL),
        "no");
    assert_string_equal(computed(f, "todo", "late", NULL), "");
    fixture_add_record(f, "todo", "title", "A", "due", "2026-11-01", NULL);
    assert_true(record_read(&f->context, kind_find(f->site, "todo"), 1, &record,
        &found, &f->error));
    assert_string_equal(record_value_of(&record, "late"), "yes");
    record_write_values(&json, &record);
    assert_null(strstr(builder_string(&json), "\"late\""));
}

static void test_indicator(void **state)
{
    struct fixture *f = *state;
    const struct kind *kpi = kind_find(f->site, "kpi");
    struct record record;
    bool found;

    fixture_add_record(f, "kpi", "title", "Restores in time", NULL);
    fixture_add_record(f, "measurement", "title", "Q2", "kpi", "kpi:1", "value",
        "80", "measured_on", "2026-07-01", NULL);
    fixture_add_record(f, "measurement", "title", "Q1", "kpi", "kpi:1", "value",
        "60", "measured_on", "2026-04-01", NULL);
    assert_true(record_read(&f->context, kpi, 1, &record, &found, &f->error));
    assert_string_equal(record_value_of(&record, "value"), "80");
}

/* Days are counted from the day it was raised, and none before it comes. */
static void test_days_open(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(
        computed(f, "todo", "open_days", "raised_on", "2026-11-01", NULL),
        "20");
    assert_string_equal(computed(f, "todo", "open_days", "raised_on",
                            "2026-11-01", "closed_on", "2026-11-04", NULL),
        "3");
    assert_string_equal(
        computed(f, "todo", "open_days", "raised_on", "2027-01-01", NULL), "0");
    assert_string_equal(computed(f, "todo", "open_days", NULL), "");
}

/* What is done is done whole; what was dropped stays as far as it came. */
static void test_ended(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(computed(f, "deliverable", "progress", "done", "30",
                            "status", "accepted", NULL),
        "100");
    assert_string_equal(computed(f, "deliverable", "progress", "done", "30",
                            "status", "dropped", NULL),
        "30");
}

/* Progress rolls up, and what was dropped does not count. */
static void test_progress(void **state)
{
    struct fixture *f = *state;
    struct record record;
    bool found;

    fixture_add_record(f, "project", "title", "P", NULL);
    fixture_add_record(f, "phase", "title", "1", "part_of", "project:1", NULL);
    fixture_add_record(
        f, "phase", "title", "2", "part_of", "project:1", "done", "50", NULL);
    fixture_add_record(f, "deliverable", "title", "D", "part_of", "phase:1",
        "done", "20", NULL);
    fixture_add_record(f, "deliverable", "title", "E", "part_of", "phase:1",
        "done", "40", NULL);
    assert_true(record_read(&f->context, kind_find(f->site, "project"), 1,
        &record, &found, &f->error));
    assert_string_equal(record_value_of(&record, "progress"), "40");
}

/* What a list shows of a computed field is what the record shows, though the
 * list reads only what it shows. */
static void test_in_lists(void **state)
{
    struct fixture *f = *state;
    const struct kind *kpi = kind_find(f->site, "kpi");
    bool *fields = arena_array(f->arena, kpi->field_count, sizeof *fields);
    struct record_filter filter = {.status = "",
        .owner = "",
        .words = "",
        .due_before = "",
        .limit = 9,
        .sort_field = -1,
        .fields = fields};
    struct record *records;
    size_t count;

    fixture_add_record(f, "kpi", "title", "Time to restore", "target", "4",
        "direction", "down", NULL);
    fixture_add_record(f, "measurement", "title", "Q2", "kpi", "kpi:1", "value",
        "6.67", "measured_on", "2026-07-01", NULL);
    fields[kind_field(kpi, "on_target")] = true;
    assert_true(
        record_list(&f->context, kpi, &filter, &records, &count, &f->error));
    assert_int_equal(count, 1);
    assert_string_equal(record_value_of(&records[0], "on_target"), "no");
}

/* A circle of parts ends. */
static void test_circle(void **state)
{
    struct fixture *f = *state;
    struct record record;
    bool found;

    fixture_add_record(f, "activity", "title", "A", "part_of", "activity:2",
        "done", "10", NULL);
    fixture_add_record(f, "activity", "title", "B", "part_of", "activity:1",
        "done", "30", NULL);
    assert_true(record_read(&f->context, kind_find(f->site, "activity"), 1,
        &record, &found, &f->error));
    assert_true(record_value_of(&record, "progress")[0] != '\0');
}

static void test_definitions(void **state)
{
    static const struct {
        const char *type;
        const char *computed;
        const char *message;
    } cases[] = {
        {"number", "magic a b", "unknown computation"},
        {"number", "product likelihood", "something is missing"},
        {"number", "product likelihood impact level", "is too much"},
        {"number", "product likelihood nothing",
            "“nothing” is no field of this kind"},
        {"text", "product likelihood impact", "gives no text"},
        {"date", "after likelihood P", "“likelihood” is no date"},
        {"yesno", "overdue title", "is too much"},
        {"number", "product score likelihood", "must stand before"},
    };
    struct fixture *f = *state;
    const struct kind *risk = kind_find(f->site, "risk");
    /* It stands first, before everything. */
    struct field field = {.name = "x"};
    struct kind first = *risk;

    first.fields =
        arena_array(f->arena, risk->field_count + 1, sizeof *first.fields);
    memcpy(first.fields + 1, risk->fields,
        risk->field_count * sizeof *first.fields);
    first.field_count++;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        f->error = error_create(f->arena);
        field.type = field_type_find(cases[i].type);
        field.computed = cases[i].computed;
        first.fields[0] = field;
        assert_false(computation_check(
            f->site->kinds, &first, &first.fields[0], &f->error));
        if (strstr(f->error.message, cases[i].message) == NULL)
            fail_msg("%s: %s", cases[i].computed, f->error.message);
    }
    field.type = field_type_find("number");
    field.computed = "product likelihood impact";
    f->error = error_create(f->arena);
    assert_true(computation_check(f->site->kinds, risk, &field, &f->error));
    field.computed = "";
    assert_true(computation_check(f->site->kinds, risk, &field, &f->error));
}

/* A computed value cannot be typed. */
static void test_not_typed(void **state)
{
    struct fixture *f = *state;
    const struct kind *kind = kind_find(f->site, "risk");
    struct record record = record_create(f->arena, kind);
    struct record_problems problems;
    const char **inputs =
        arena_array(f->arena, kind->field_count, sizeof *inputs);

    for (size_t i = 0; i < kind->field_count; i++)
        inputs[i] = record.values[i];
    inputs[kind_field(kind, "level")] = "extreme";
    inputs[kind_field(kind, "score")] = "25";
    assert_true(
        record_check(&f->context, &record, inputs, &problems, &f->error));
    assert_string_equal(record_value_of(&record, "level"), "");
    assert_string_equal(record_value_of(&record, "score"), "");
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_risk),
        EACH(test_time_class),
        EACH(test_days_open),
        EACH(test_ended),
        EACH(test_late),
        EACH(test_indicator),
        EACH(test_progress),
        EACH(test_in_lists),
        EACH(test_circle),
        EACH(test_definitions),
        EACH(test_not_typed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
