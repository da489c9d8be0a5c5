/* Statistics of a kind, and raising records from records. */
#include "domain/statistics.h"
#include "page_fixture.h"
#include "render/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static int setup(void **state)
{
    *state = fixture_create("2026-11-21T10:00:00Z");
    return 0;
}

static int teardown(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static struct page_answer get(struct fixture *fixture, const char *address)
{
    return page_get(fixture, EDITOR, address);
}

static void add_at(struct fixture *fixture, const char *now, const char *status)
{
    fixture_set_now(fixture, now);
    fixture_add_record(fixture, "todo", "title", "One", "type", "corrective",
        "priority", "high", "status", status, (const char *)NULL);
    fixture_set_now(fixture, "2026-11-21T10:00:00Z");
}

static void numbers_lead_to_the_list(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    add_at(*state, "2026-11-21T09:00:00Z", "open");
    add_at(*state, "2026-11-15T00:00:00Z", "active");
    add_at(*state, "2026-11-14T23:59:59Z", "open");
    add_at(*state, "2025-11-21T10:00:00Z", "open");
    add_at(*state, "2025-01-01T10:00:00Z", "dropped");
    answer = get(fixture, "/records/todo/statistics");
    page_is(answer, 200);
    page_has(answer.body, "<title>By status: Open 3, In progress 1, Awaiting "
                          "check 0, Closed 0, Dropped 1</title>");
    page_has(answer.body,
        "<a href=\"/records/todo?status=open\">3<span class=\"vh\">");
    page_has(answer.body, "<title>By owner: Ines Marchetti 4</title>");
    page_has(answer.body, "/records/todo?owner=ines.marchetti\">4<");
    page_has(answer.body,
        "<title>By age: Under 7 days 2, 7 to 29 days 1, 30 to 89 days 0, 90 "
        "to 179 days 0, 180 to 364 days 0, 365 days and more 1</title>");
    page_has(answer.body, "<title>By priority: High 5, Normal 0, Low 0<");
    page_has(answer.body, "role=\"img\"");
    page_has(answer.body, "width=\"100.0%\"");
    page_has(answer.body, "<td class=\"num\">60 %</td>");
    page_has_not(answer.body, "style=");
}

static void nothing_is_counted_where_nothing_is(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer = get(fixture, "/records/risk/statistics");

    page_is(answer, 200);
    page_has(answer.body, "Nothing to count yet");
    page_has_not(answer.body, "<svg class=\"chart-bars\"");
    page_refuses(get(fixture, "/records/odd/statistics"), ERROR_MISSING, NULL);
}

static void every_kind_has_statistics(void **state)
{
    struct fixture *fixture = *state;
    const struct kinds *kinds = fixture->site->kinds;

    for (size_t i = 0; i < kinds->count; i++) {
        const char *name = kinds->kinds[i].name;

        fixture_add_record(fixture, name, "title", "One", (const char *)NULL);
        page_is(get(fixture, arena_format(fixture->arena,
                                 "/records/%s/statistics", name)),
            200);
    }
}

static void fields_count_what_is_kept(void **state)
{
    struct fixture *fixture = *state;
    const struct kind *kind = kind_find(fixture->site, "todo");
    int priority = kind_field(kind, "priority");
    struct statistics_count *counts;
    size_t count;

    fixture_add_record(fixture, "todo", "title", "One", "type", "corrective",
        "priority", "low", (const char *)NULL);
    fixture_add_record(fixture, "todo", "title", "Two", "type", "corrective",
        "priority", "", (const char *)NULL);
    assert_true(site_begin(&fixture->context, &fixture->error));
    assert_true(database_run(fixture->context.db,
        "update record_value set value = 'odd' where field = 'priority' "
        "and value = 'low'",
        NO_VALUES, &fixture->error));
    assert_true(site_commit(&fixture->context, &fixture->error));
    assert_true(statistics_has_field(kind, (size_t)priority));
    assert_false(statistics_has_field(kind, (size_t)kind->title));
    assert_false(statistics_has_field(kind, (size_t)kind->status));
    assert_true(statistics_by_field(&fixture->context, kind, (size_t)priority,
        &counts, &count, &fixture->error));
    assert_int_equal(count, 5);
    assert_string_equal(counts[3].value, "odd");
    assert_int_equal(counts[3].count, 1);
    assert_string_equal(counts[4].value, "");
    assert_int_equal(counts[4].count, 1);
}

static void work_is_raised_from_a_record(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    fixture_add_record(fixture, "finding", "title", "Slow & late", "clauses",
        "27001/A.8.13", (const char *)NULL);
    answer = get(fixture, "/records/finding/1");
    page_has(answer.body, "Raise from this");
    page_has(answer.body, "/records/todo/new?title=Slow%20%26%20late&amp;"
                          "source=finding%3A1&amp;clauses=");
    page_has(answer.body, "/records/change/new?title=");
    page_has(answer.body, "/records/training/new?title=");
    page_has_not(answer.body, "/records/objective/new?title=");
    page_has_not(answer.body, "/records/measurement/new?title=");
    answer = get(fixture, "/records/todo/new?title=Slow%20%26%20late&"
                          "source=finding%3A1&clauses=27001%2FA.8.13");
    page_has(answer.body, "value=\"Slow &amp; late\"");
    page_has(answer.body, "value=\"finding:1\"");
    page_has(answer.body, "A.8.13\"");
    page_has_not(page_get(fixture, READER, "/records/finding/1").body,
        "Raise from this");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            numbers_lead_to_the_list, setup, teardown),
        cmocka_unit_test_setup_teardown(
            nothing_is_counted_where_nothing_is, setup, teardown),
        cmocka_unit_test_setup_teardown(
            every_kind_has_statistics, setup, teardown),
        cmocka_unit_test_setup_teardown(
            fields_count_what_is_kept, setup, teardown),
        cmocka_unit_test_setup_teardown(
            work_is_raised_from_a_record, setup, teardown),
    };

    if (!template_set_folder("templates"))
        return 2;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
