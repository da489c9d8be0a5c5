/* The pages of records, driven through their routes on a real site. */
#include "page_fixture.h"
#include "render/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define NOW "2026-11-21T10:00:00Z"

/* What a browser would run, and what breaks out of attributes. */
#define HOSTILE "<script>alert('x')</script> \"q\" & =1+1"

static int setup(void **state)
{
    *state = fixture_create(NOW);
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

static struct page_answer post(
    struct fixture *fixture, const char *path, const char *body)
{
    return page_post(fixture, EDITOR, path, body);
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;

    for (const char *p = strstr(text, part); p != NULL; p = strstr(p + 1, part))
        count++;
    return count;
}

static long long add_todo(
    struct fixture *fixture, const char *title, const char *due)
{
    return fixture_add_record(fixture, "todo", "title", title, "type",
        "corrective", "due", due, (const char *)NULL);
}

static void kinds_are_listed_with_their_counts(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    add_todo(fixture, "One", "2026-11-13");
    answer = get(fixture, "/records");
    page_is(answer, 200);
    page_has(answer.body, "/records/todo\">To-Do-List");
    page_has(answer.body, "<span class=\"late\">1</span>");
    page_has(answer.body, "<h1>Records</h1>");
}

static void a_person_sees_what_is_open(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    add_todo(fixture, "Mine", "2026-11-13");
    fixture_add_record(fixture, "todo", "title", "Done with", "status",
        "dropped", (const char *)NULL);
    fixture_add_record(fixture, "document", "title", "Only kept", "status",
        "current", (const char *)NULL);
    answer = get(fixture, "/records?owner=ines.marchetti");
    page_is(answer, 200);
    page_has(answer.body, "Mine");
    page_has(answer.body, "8 days late");
    page_has_not(answer.body, "Done with");
    page_has_not(answer.body, "Only kept");
    answer = get(fixture, "/records?owner=daniel.achterberg");
    page_is(answer, 200);
    page_has(answer.body, "Nothing is open");
    page_refuses(
        get(fixture, "/records?owner=nobody.here"), ERROR_INVALID, "owner");
    page_refuses(get(fixture, "/records?owner=ines.marchetti&page=2"),
        ERROR_MISSING, NULL);
}

static void lists_are_filtered(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    add_todo(fixture, "Late one", "2026-11-13");
    add_todo(fixture, "Later one", "2026-12-24");
    fixture_add_record(fixture, "todo", "title", "Closed one", "status",
        "dropped", "owner", "daniel.achterberg", (const char *)NULL);
    answer = get(fixture, "/records/todo");
    page_is(answer, 200);
    page_has(answer.body, "Late one");
    page_has(answer.body, "Later one");
    page_has_not(answer.body, "Closed one");
    page_has(answer.body, "<b>2</b> all open");
    page_has(answer.body, "<b>1</b> late");
    page_has(answer.body, "8 days late");
    answer = get(fixture, "/records/todo?status=all&sort=newest");
    page_has(answer.body, "Closed one");
    page_has(answer.body, "aria-sort=\"descending\"");
    answer = get(fixture, "/records/todo?status=dropped");
    page_has(answer.body, "Closed one");
    page_has_not(answer.body, "Late one");
    answer = get(fixture, "/records/todo?due=late");
    page_has(answer.body, "Late one");
    page_has_not(answer.body, "Later one");
    answer = get(fixture, "/records/todo?q=later");
    page_has(answer.body, "Later one");
    page_has_not(answer.body, "Late one");
    answer = get(fixture, "/records/todo?owner=daniel.achterberg&status=all");
    page_has(answer.body, "Closed one");
    page_has_not(answer.body, "Later one");
    answer = get(fixture, "/records/todo?q=zebra");
    page_has(answer.body, "Nothing matches");
}

static void lists_refuse_what_there_is_not(void **state)
{
    struct fixture *fixture = *state;
    static const char *const kinds[] = {
        "/records/todo", "/records/todo.csv", "/records/todo.json"};
    static const char *const cases[][2] = {{"status", "odd"}, {"owner", "odd"},
        {"sort", "odd"}, {"due", "odd"}, {"page", "0"}, {"page", "x"}};

    for (size_t i = 0; i < 3; i++) {
        for (size_t j = 0; j < sizeof cases / sizeof *cases; j++)
            page_refuses(get(fixture, arena_format(fixture->arena, "%s?%s=%s",
                                          kinds[i], cases[j][0], cases[j][1])),
                ERROR_INVALID, cases[j][0]);
    }
    page_refuses(get(fixture, "/records/todo?page=2"), ERROR_MISSING, NULL);
    page_refuses(get(fixture, "/records/odd"), ERROR_MISSING, NULL);
    page_refuses(get(fixture, "/records/odd.csv"), ERROR_MISSING, NULL);
}

static void lists_are_paged(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    for (int i = 0; i < 120; i++)
        add_todo(fixture, "Many", "2026-12-24");
    answer = get(fixture, "/records/todo");
    assert_int_equal(count_of(answer.body, "class=\"title\""), 50);
    page_has(answer.body, "1 to 50 of 120");
    page_has(answer.body, "/records/todo?page=2");
    answer = get(fixture, "/records/todo?page=3&sort=title");
    page_is(answer, 200);
    assert_int_equal(count_of(answer.body, "class=\"title\""), 20);
    page_has(answer.body, "101 to 120 of 120");
    page_has(answer.body, "sort=title&amp;page=2");
    page_refuses(get(fixture, "/records/todo?page=4"), ERROR_MISSING, NULL);
    answer = get(fixture, "/records/todo.json");
    page_has(answer.body, "\"total\":120,");
    assert_int_equal(count_of(answer.body, "\"ref\":"), 120);
    answer = get(fixture, "/records/todo.csv");
    assert_int_equal(count_of(answer.body, "\r\n"), 121);
}

static void a_record_is_shown_with_its_links(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    fixture_add_record(fixture, "finding", "title", "Too slow", "grade",
        "minor", "body", "Found.", (const char *)NULL);
    fixture_add_record(fixture, "todo", "title", "Be quick", "type",
        "corrective", "due", "2026-12-11", "source", "finding:1", "body",
        "See [it](finding:1) and [that](todo:99).", "checker",
        "daniel.achterberg", (const char *)NULL);
    answer = get(fixture, "/records/todo/1");
    page_is(answer, 200);
    page_has(answer.body, "<span class=\"number\">To-do 1</span> Be quick");
    page_has(answer.body, "in 20 days");
    page_has(answer.body, "<dt>Raised by</dt>");
    page_has(answer.body,
        "<a class=\"ref ref-finding\" href=\"/note/finding:1\" "
        "target=\"footnote\">Finding 1, Too slow</a>");
    page_has(answer.body, "Daniel Achterberg");
    page_has(answer.body, "ref-broken");
    page_has(answer.body, "/records/todo/1/edit");
    answer = get(fixture, "/records/finding/1");
    page_has(answer.body, "<dt>Led to</dt>");
    page_has(answer.body, "To-do 1, Be quick");
    page_has_not(answer.body, "Mentioned in");
    page_refuses(get(fixture, "/records/todo/2"), ERROR_MISSING, NULL);
    page_refuses(get(fixture, "/records/todo/01"), ERROR_MISSING, NULL);
    page_refuses(get(fixture, "/records/todo/x"), ERROR_MISSING, NULL);
}

static void a_new_record_is_saved(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer =
        get(fixture, "/records/todo/new?source=finding%3A8&title=From+a+link");

    page_is(answer, 200);
    page_has(answer.body, "value=\"From a link\"");
    page_has(answer.body, "name=\"source\" value=\"finding:8\"");
    page_has(answer.body, "ref-broken");
    page_has(answer.body, "value=\"the-token\"");
    page_has(answer.body, "value=\"ines.marchetti\" selected");
    answer = post(fixture, "/records/todo",
        "title=New+one&type=corrective&owner=ines.marchetti&"
        "source=finding%3A8&why=Because");
    page_leads(answer, "/records/todo/1?saved=1");
    answer = get(fixture, "/records/todo/1?saved=1");
    page_has(answer.body, "Saved as revision 1.");
    page_has(answer.body, "<code>finding:8</code>");
    page_has(answer.body, "Because");
    answer = post(fixture, "/records/todo/new",
        "title=Other&type=correction&owner=ines.marchetti");
    page_has(answer.head, "/records/todo/2");
}

static void a_bad_form_keeps_everything(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    answer = post(fixture, "/records/todo",
        "title=&body=Two%0A%22lines%22&due=tomorrow&owner=who&type=odd&"
        "source=audit%3A3+rubbish&status=odd&priority=high&why=Why+not");
    page_is(answer, 400);
    page_has(answer.body, "6 fields need another look");
    page_has(answer.body, "<a href=\"#f-title\">Title must be filled in.");
    page_has(answer.body, "Two\n&quot;lines&quot;</textarea>");
    page_has(answer.body, "type=\"text\" value=\"tomorrow\"");
    page_has(answer.body, "id=\"f-due-e\"");
    page_has(answer.body, "aria-invalid=\"true\"");
    page_has(answer.body, "<option value=\"who\" selected>");
    page_has(answer.body, "<option value=\"odd\" selected>");
    page_has(answer.body, "value=\"audit:3 rubbish\"");
    page_has(answer.body, "<option value=\"high\" selected>");
    page_has(answer.body, "value=\"Why not\"");
    page_has(answer.body, "name=\"status\" value=\"odd\" checked");
    page_refuses(get(fixture, "/records/todo/1"), ERROR_MISSING, NULL);
}

static void rules_between_fields_are_named(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    add_todo(fixture, "Rule", "2026-12-24");
    answer = post(fixture, "/records/todo/1",
        "revision=1&status=closed&checker=ines.marchetti&due=never");
    page_is(answer, 400);
    page_has(answer.body, "must be filled in when the status is Closed.");
    page_has(answer.body, "Checked by and Owner cannot be the same.");
    page_has(answer.body, "is not a date");
    page_has(answer.body, "name=\"revision\" value=\"1\"");
}

/* Each value is right by itself, and they cannot be together. */
static void forms_refuse_what_cannot_be(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    fixture_add_record(fixture, "activity", "title", "Dig", NULL);
    answer = post(fixture, "/records/activity/1",
        "revision=1&title=Dig&status=planned&part_of=activity%3A1");
    page_is(answer, 400);
    page_has(answer.body, "cannot be part of itself");
    answer = post(fixture, "/records/incident/new",
        "title=Fire&body=x&breach=no&status=reported"
        "&detected_at=2026-11-20T12:30&fixed_at=2026-11-20T12:00");
    page_is(answer, 400);
    page_has(answer.body, "Put right (Tf) cannot be before Noticed (Td)");
}

static void one_field_may_be_changed_alone(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    add_todo(fixture, "Whole", "2026-12-24");
    answer = post(fixture, "/records/todo/1", "revision=1&due=2027-01-01");
    page_leads(answer, "/records/todo/1?saved=1");
    answer = get(fixture, "/records/todo/1.json");
    page_has(answer.body, "\"revision\":2");
    page_has(answer.body, "\"title\":\"Whole\"");
    page_has(answer.body, "\"due\":\"2027-01-01\"");
    answer = post(fixture, "/records/todo/1/edit", "revision=2&due=");
    page_is(answer, 303);
    answer = get(fixture, "/records/todo/1.json");
    page_has_not(answer.body, "\"due\"");
    answer = post(fixture, "/records/todo/1", "revision=3&title=Whole");
    page_has(answer.head, "saved=0");
    page_refuses(
        post(fixture, "/records/todo/1", "title=x"), ERROR_INVALID, "revision");
    page_refuses(post(fixture, "/records/todo/1", "title=x&revision=3x"),
        ERROR_INVALID, "revision");
    page_refuses(post(fixture, "/records/todo/1", "title=x&revision=0"),
        ERROR_INVALID, "revision");
    page_refuses(
        post(fixture, "/records/todo/9", "revision=1"), ERROR_MISSING, NULL);
}

static void a_stale_form_loses_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    fixture_add_record(fixture, "todo", "title", "First", "type", "corrective",
        "body", "Before", "due", "2026-12-11", (const char *)NULL);
    fixture_change_record(fixture, "todo", 1, "due", "2026-12-04", "body",
        "Before and after", (const char *)NULL);
    answer = post(fixture, "/records/todo/1",
        "revision=1&title=Second&body=Before&due=2026-12-18&type=corrective&"
        "owner=ines.marchetti&status=open&cause=Mine%0A%22alone%22&why=Hm");
    page_is(answer, 409);
    page_has(answer.body, "name=\"revision\" value=\"2\"");
    page_has(answer.body, "name=\"csrf\" value=\"the-token\"");
    /* Both changed: mine is chosen, theirs is offered. */
    page_has(answer.body, "name=\"due\" value=\"2026-12-04\">");
    page_has(answer.body, "name=\"due\" value=\"2026-12-18\" checked>");
    /* Only they changed: theirs is chosen. */
    page_has(answer.body, "name=\"body\" value=\"Before and after\" checked>");
    page_has(answer.body, "name=\"body\" value=\"Before\">");
    /* Only I changed: mine is chosen. */
    page_has(answer.body, "name=\"title\" value=\"Second\" checked>");
    page_has(answer.body,
        "name=\"cause\" value=\"Mine\n&quot;alone&quot;\" checked>");
    /* The same in both: sent along. */
    page_has(answer.body,
        "<input type=\"hidden\" name=\"type\" value=\"corrective\">");
    page_has(answer.body, "value=\"Hm\"");
    page_has(answer.body, "Save as revision 3");
    answer = get(fixture, "/records/todo/1.json");
    page_has(answer.body, "\"title\":\"First\"");
    /* Choosing is an ordinary save. */
    answer = post(
        fixture, "/records/todo/1", "revision=2&title=Second&due=2026-12-18");
    page_is(answer, 303);
    /* Sent twice: nothing to choose. */
    answer = post(
        fixture, "/records/todo/1", "revision=2&title=Second&due=2026-12-18");
    page_leads(answer, "saved=0");
    /* A revision there never was. */
    answer = post(fixture, "/records/todo/1", "revision=77&title=Third");
    page_is(answer, 409);
    page_has(answer.body, "name=\"title\" value=\"Third\" checked>");
}

static void a_stale_and_wrong_form_loses_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    add_todo(fixture, "First", "2026-12-11");
    fixture_change_record(
        fixture, "todo", 1, "title", "Second", (const char *)NULL);
    answer = post(fixture, "/records/todo/1", "revision=1&due=tomorrow");
    page_is(answer, 409);
    page_has(answer.body, "name=\"due\" value=\"tomorrow\" checked>");
}

static void history_names_what_changed(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    fixture_add_record(fixture, "todo", "title", "First", "type", "corrective",
        "body", "one two three four five six seven", "due", "2026-12-11",
        "clauses", "27001/A.8.13", (const char *)NULL);
    fixture_change_record(fixture, "todo", 1, "due", "2026-12-04", "body",
        "one two three FOUR five six seven", "clauses",
        "27001/A.8.13 27001/A.5.30", (const char *)NULL);
    answer = get(fixture, "/records/todo/1/history");
    page_is(answer, 200);
    page_has(answer.body, "Due <del>11 Dec 2026</del> <ins>4 Dec 2026</ins>");
    page_has(answer.body, "<del>four </del>");
    page_has(answer.body, "<ins>FOUR </ins>");
    page_has(answer.body, "<ins>27001 A.5.30</ins>");
    page_has(answer.body, "<b>Recorded</b>");
    answer = get(fixture, "/records/todo/1");
    page_has(answer.body, "Action changed");
    for (int i = 0; i < 60; i++)
        fixture_change_record(fixture, "todo", 1, "due",
            i % 2 == 0 ? "2026-12-05" : "2026-12-06", (const char *)NULL);
    answer = get(fixture, "/records/todo/1");
    page_has(answer.body, "All 62 revisions");
    answer = get(fixture, "/records/todo/1/history?page=2");
    page_is(answer, 200);
    page_has(answer.body, "51 to 62 of 62");
    page_has(answer.body, "Due <del>11 Dec 2026</del> <ins>4 Dec 2026</ins>");
    page_refuses(
        get(fixture, "/records/todo/1/history?page=3"), ERROR_MISSING, NULL);
    page_refuses(get(fixture, "/records/todo/2/history"), ERROR_MISSING, NULL);
}

/* What was set for a day and held on it is not late, though its minutes may
 * wait; what was not held is. */
static void what_was_held_is_not_late(void **state)
{
    static const char *const kinds[] = {"review", "meeting"};
    struct fixture *fixture = *state;

    for (size_t i = 0; i < 2; i++) {
        const char *list =
            arena_format(fixture->arena, "/records/%s", kinds[i]);
        const char *late = arena_format(fixture->arena, "%s?due=late", list);

        fixture_add_record(fixture, kinds[i], "title", "One", "status", "held",
            "due", "2026-10-05", NULL);
        page_has_not(
            get(fixture, arena_format(fixture->arena, "%s/1", list)).body,
            "days late");
        page_has_not(get(fixture, late).body, ">One<");
        fixture_add_record(fixture, kinds[i], "title", "Two", "status",
            "planned", "due", "2026-10-05", NULL);
        page_has(get(fixture, arena_format(fixture->arena, "%s/2", list)).body,
            "47 days late");
        page_has(get(fixture, late).body, "Two");
    }
}

/* What changes from day to day is told everywhere alike. */
static void live_fields_are_in_json(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    add_todo(fixture, "Slow", "2026-11-01");
    fixture_change_record(
        fixture, "todo", 1LL, "raised_on", "2026-11-11", NULL);
    page_has(get(fixture, "/records/todo/1.json").body, "\"open_days\":\"10\"");
    answer = get(fixture, "/records/todo.json");
    page_has(answer.body, "\"open_days\":\"10\"");
    page_has(answer.body, "\"late\":\"yes\"");
    page_has(get(fixture, "/records/todo.csv").body, ",10,");
}

static void csv_and_json_are_escaped(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    add_todo(fixture, "=HYPERLINK(\"x\")", "2026-12-11");
    fixture_add_record(fixture, "todo", "title", "Say \"a, b\"", "body",
        "Two\nlines </script>", (const char *)NULL);
    answer = get(fixture, "/records/todo.csv");
    page_is(answer, 200);
    page_has(answer.head, "text/csv");
    page_has(answer.body, "number,title,");
    page_has(answer.body, "1,\"'=HYPERLINK(\"\"x\"\")\",");
    page_has(answer.body, "\"Say \"\"a, b\"\"\"");
    page_has(answer.body, "\"Two\nlines </script>\"");
    answer = get(fixture, "/records/todo.json");
    page_is(answer, 200);
    page_has(answer.head, "application/json");
    page_has(answer.body, "{\"kind\":\"todo\",\"total\":2,\"records\":[{");
    page_has(answer.body, "\"ref\":\"todo:1\",\"number\":1,\"revision\":1,");
    page_has(answer.body, "\"Say \\\"a, b\\\"\"");
    page_has(answer.body, "Two\\nlines \\u003c/script>");
}

static void hostile_values_are_only_shown(void **state)
{
    struct fixture *fixture = *state;
    static const char *const paths[] = {"/records/todo", "/records/todo/1",
        "/records/todo/1/edit", "/records/todo/1/history"};
    struct page_answer answer;

    fixture_add_record(fixture, "todo", "title", HOSTILE, "body", HOSTILE,
        "criterion", HOSTILE, "cause",
        "[x](javascript:alert(1)) [y](data:text/html,z)", (const char *)NULL);
    fixture_change_record(fixture, "todo", 1, "title", HOSTILE HOSTILE, "body",
        HOSTILE " more", (const char *)NULL);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        answer = get(fixture, paths[i]);
        page_is(answer, 200);
        page_has_not(answer.body, "<script>");
        page_has_not(answer.body, "href=\"javascript:");
        page_has_not(answer.body, "href=\"data:");
    }
    answer = get(
        fixture, "/records/todo?q=%22%3E%3Cscript%3E&sort=title&status=all");
    page_is(answer, 200);
    page_has_not(answer.body, "<script>");
    answer = get(fixture, "/records/todo/new?title=%22%3E%3Cscript%3E&"
                          "body=%3C/textarea%3E%3Cscript%3E&"
                          "owner=%3Cscript%3E&source=%3Cscript%3E");
    page_is(answer, 200);
    page_has_not(answer.body, "<script>");
    page_has_not(answer.body, "</textarea><script");
    answer = post(fixture, "/records/todo/1",
        "revision=1&title=%22%3E%3Cscript%3E&cause=%3Cscript%3E&why=%22%3E"
        "%3Cscript%3E");
    page_is(answer, 409);
    page_has_not(answer.body, "<script>");
}

#define STATEMENT                                                              \
    "title=No+such+thing&body=We+have+none.&owner=daniel.achterberg&"          \
    "decided_on=2026-11-20&"
#define APPLICABILITY "/records/applicability"

/* Forms are no way around the Forum. */
static void only_who_may_approve_agrees(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    answer = post(fixture, APPLICABILITY,
        STATEMENT "status=agreed&agreed_by=ines.marchetti");
    page_is(answer, 400);
    page_has(answer.body,
        "The status Agreed is given only by those who may approve.");
    answer = post(fixture, APPLICABILITY, STATEMENT "status=proposed");
    page_is(answer, 303);
    answer = post(fixture, APPLICABILITY "/1",
        STATEMENT "status=agreed&agreed_by=ines.marchetti&revision=1");
    page_is(answer, 400);
    answer = page_post(fixture, APPROVER, APPLICABILITY "/1",
        STATEMENT "status=agreed&revision=1");
    page_is(answer, 400);
    page_has(
        answer.body, "Agreed by must be filled in when the status is Agreed.");
    answer = page_post(fixture, APPROVER, APPLICABILITY "/1",
        STATEMENT "status=agreed&agreed_by=ines.marchetti&revision=1");
    page_is(answer, 303);
    /* What was agreed is not made to say something else. */
    answer = post(fixture, APPLICABILITY "/1", "title=Another&revision=2");
    page_is(answer, 400);
    page_has(answer.body, "is changed only by those who may approve");
    answer = post(fixture, APPLICABILITY "/1", "revision=2");
    page_is(answer, 303);
    answer = post(fixture, APPLICABILITY "/1", "status=proposed&revision=2");
    page_is(answer, 303);
}

static void nobody_grants_a_waiver_alone(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    answer = post(fixture, "/records/waiver",
        "title=Ours&owner=daniel.achterberg&status=granted&extent=All&"
        "instead=None&risk_level=low&approved_by=ines.marchetti&"
        "granted_on=2026-11-20&due=2027-01-01");
    page_is(answer, 400);
    page_has(answer.body,
        "The status Granted is given only by those who may approve.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define PAGE_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        PAGE_TEST(only_who_may_approve_agrees),
        PAGE_TEST(nobody_grants_a_waiver_alone),
        PAGE_TEST(kinds_are_listed_with_their_counts),
        PAGE_TEST(a_person_sees_what_is_open),
        PAGE_TEST(lists_are_filtered),
        PAGE_TEST(lists_refuse_what_there_is_not),
        PAGE_TEST(lists_are_paged),
        PAGE_TEST(a_record_is_shown_with_its_links),
        PAGE_TEST(a_new_record_is_saved),
        PAGE_TEST(a_bad_form_keeps_everything),
        PAGE_TEST(rules_between_fields_are_named),
        PAGE_TEST(forms_refuse_what_cannot_be),
        PAGE_TEST(one_field_may_be_changed_alone),
        PAGE_TEST(a_stale_form_loses_nothing),
        PAGE_TEST(a_stale_and_wrong_form_loses_nothing),
        PAGE_TEST(history_names_what_changed),
        PAGE_TEST(what_was_held_is_not_late),
        PAGE_TEST(live_fields_are_in_json),
        PAGE_TEST(csv_and_json_are_escaped),
        PAGE_TEST(hostile_values_are_only_shown),
    };

    if (!template_set_folder("templates"))
        return 2;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
