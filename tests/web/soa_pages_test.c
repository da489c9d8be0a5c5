/* The AIL-SOA through its routes: shown, filled in, agreed to, handed over, and
 * every way in which it is refused. */
#include "web/soa_pages.h"

#include "base/file.h"
#include "base/json.h"
#include "conformance_fixture.h"
#include "page_fixture.h"
#include "render/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"

static const char first_standard[] =
    "standard 900:1\nname Own 900\ntitle Own rules\n"
    "clause 1\n kind clause\n heading Clauses\n"
    "clause 1.1\n parent 1\n kind requirement\n heading Audits\n"
    "clause A\n kind theme\n heading Annex\n"
    "clause A.1\n parent A\n kind theme\n heading Controls\n"
    "clause A.1.1\n parent A.1\n kind control\n heading Proven\n"
    "  expect document linked within 12 months\n"
    "clause A.1.2\n parent A.1\n kind control\n heading <Grown> old\n"
    "  expect document linked within 12 months\n"
    "clause A.1.3\n parent A.1\n kind control\n heading Nobody's\n"
    "clause A.1.4\n parent A.1\n kind control\n heading Not for us\n"
    "clause A.1.5\n parent A.1\n kind control\n heading Left out\n"
    "clause A.2\n parent A\n kind theme\n heading More\n"
    "clause A.2.1\n parent A.2\n kind control\n heading Last\n";

static const char second_standard[] =
    "standard 901:1\nname Own 901\ntitle Other rules\n"
    "clause 1\n kind clause\n heading Clauses\n"
    "clause 1.1\n parent 1\n kind requirement\n heading Single\n"
    "clause 1.2\n parent 1\n kind requirement\n heading Double\n";

static const char page[] = "---\ntitle: Our <rules>\n---\n"
                           "## Proof\n[900 A.1.1](meets:900/A.1.1)\n\nIt.\n\n"
                           "## Age\n[900 A.1.2](meets:900/A.1.2)\n\nOld.\n";

static int set_up(void **state)
{
    struct fixture *f = fixture_create(NOW);

    assert_true(
        template_set_folder(file_join(f->arena, f->shared, "templates")));
    conformance_load(
        f, (const char *const[]){first_standard, second_standard, NULL});
    fixture_put_page(f, "rules.md", page);
    fixture_approve(f, "rules");
    fixture_add_record(f, "document", "title", "Fresh", "status", "current",
        "issued", "2026-10-01", "clauses", "900/A.1.1", NULL);
    fixture_add_record(f, "document", "title", "Old", "status", "current",
        "issued", "2024-03-04", "clauses", "900/A.1.2", NULL);
    fixture_add_record(f, "applicability", "title", "No such thing", "status",
        "agreed", "excludes", "900/A.1.4", "body", "We have **none**.",
        "decided_on", "2026-01-02", "agreed_by", "daniel.achterberg", NULL);
    fixture_add_record(f, "applicability", "title", "Without a word", "status",
        "agreed", "excludes", "900/A.1.5", "decided_on", "2026-01-01", NULL);
    fixture_add_record(f, "rtp", "title", "Theft & <loss>", "status",
        "accepted", "approved_on", "2026-10-01", "clauses", "900/A.1.1", NULL);
    fixture_add_record(
        f, "risk", "title", "Left <alone>", "status", "assessed", NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static const char *get_as(void **state, unsigned may, const char *address)
{
    return page_body(page_get(*state, may, address));
}

static const char *get(void **state, const char *address)
{
    return get_as(state, NOBODY, address);
}

static void refused(struct page_answer answer, enum error_code code,
    const char *field, const char *words)
{
    page_refuses_saying(answer, code, words);
    if (field != NULL)
        assert_string_equal(answer.error.field, field);
}

/* The stamp of a row as the page has it. */
static const char *stamp(void **state, const char *id)
{
    struct fixture *f = *state;
    const char *body = get_as(state, EDITOR, "/soa/900:1");
    const char *name = arena_format(f->arena, "name=\"stamp.%s\" value=\"", id);
    const char *at = strstr(body, name);

    if (at == NULL)
        fail_msg("no row %s", id);
    at += strlen(name);
    return arena_copy(f->arena, at, strcspn(at, "\""));
}

/* A form with one row; `rest` are its other fields, encoded. */
static const char *row(void **state, const char *id, const char *rest)
{
    struct fixture *f = *state;

    return arena_format(f->arena, "stamp.%s=%s&%s", id, stamp(state, id), rest);
}

static void every_idea_is_listed(void **state)
{
    const char *body = get(state, "/soa/900:1");

    page_has(body, "<dd>6: 4 apply, 2 do not</dd>");
    page_has(body, "A.1 Controls");
    page_has(body, "A.2 More");
    page_has(body, "&lt;Grown&gt; old");
    page_has(body, "We have <strong>none</strong>.");
    page_has(body, "IMS008");
    page_has(body, "Nothing is said yet");
    page_has_not(body, "Audits");
    page_has(body, ">Risk treatment plan 1</a>");
    page_has(body, "Theft &amp; &lt;loss&gt;, names the idea");
    page_has(body, "Our &lt;rules&gt;: Proof");
    page_has(body, "soa-state\">Working</span>");
    page_has(body, "soa-state\">Test overdue</span>");
    page_has(body, "soa-state\">Not implemented</span>");
    page_has(body, "soa-state\">Excluded</span>");
    page_has(body, "<dd>2, of 2 Jan 2026</dd>");
    page_has(body, "<dd>Daniel Achterberg</dd>");
    /* A standard without controls lists all it asks. */
    body = get(state, "/soa/901:1");
    page_has(body, "<dd>2: 2 apply, 0 do not</dd>");
    page_has(body, "<th scope=\"col\">Clause</th>");
    page_has(body, "because we work to the standard");
    page_has(body, "the standard itself");
    page_has(body, "Nothing agreed yet");
    page_has(get(state, "/soa/27001:2022"), "<dd>93: 93 apply, 0 do not</dd>");
}

static void the_proof_goes_both_ways(void **state)
{
    const char *body = get(state, "/soa/900:1");

    page_has(body, "<b>3 ideas apply</b>");
    page_has(body, "<a href=\"#row-A.1.3\">A.1.3 Nobody&#39;s</a>");
    page_has(body, "<b>1 of 1 open risks stand alone:</b>");
    page_has(body, "Risk 1, Left &lt;alone&gt;");
    page_has(body, "href=\"/records/risk/1\">Open");
    fixture_change_record(*state, "rtp", 1, "clauses",
        "900/A.1.1 900/A.1.2 900/A.1.3 900/A.2.1", "risks", "risk:1", NULL);
    body = get(state, "/soa/900:1");
    page_has(body, "No idea is applied without cause.");
    page_has(body, "No risk is left alone.");
    page_has_not(body, "What did we overlook");
}

static void filters_hold_rows_back(void **state)
{
    const char *body = get(state, "/soa/900:1?applies=no&verdict=excluded");

    page_has(body, "1 of 6, filtered");
    page_has(body, "href=\"/soa/900:1.csv?applies=no&amp;verdict=excluded\"");
    page_has(body, "href=\"/soa/900:1.xlsx?applies=no&amp;verdict=excluded\"");
    page_has(get(state, "/soa/900:1?state=working"), "1 of 6, filtered");
    page_has(get(state, "/soa/900:1?driver=none"), "3 of 6, filtered");
    page_has(get(state, "/soa/900:1?driver=rtp"), "1 of 6, filtered");
    page_has(get(state, "/soa/900:1?driver=words"), "No row passes");
    page_has(get(state, "/soa/900:1?q=nothing-like-it"), "No row passes");
    body = get(state, "/soa/900:1?asof=2026-01-01");
    page_has(body, "<dd>6: 5 apply, 1 do not</dd>");
    page_has(body, "<dd>1, of 1 Jan 2026</dd>");
}

static void bad_addresses_are_refused(void **state)
{
    refused(page_get(*state, NOBODY, "/soa/902:1"), ERROR_MISSING, NULL,
        "no standard 902:1");
    refused(page_get(*state, NOBODY, "/soa/902:1.xlsx"), ERROR_MISSING, NULL,
        "no standard 902:1");
    refused(page_get(*state, NOBODY, "/soa/900:1?state=fine"), ERROR_INVALID,
        "state", "“fine”");
    refused(page_get(*state, NOBODY, "/soa/900:1?driver=ghost"), ERROR_INVALID,
        "driver", "“ghost”");
    refused(page_get(*state, NOBODY, "/soa/900:1.xlsx?verdict=perfect"),
        ERROR_INVALID, "verdict", "“perfect”");
    refused(page_get(*state, NOBODY, "/soa/900:1.csv?asof=soon"), ERROR_INVALID,
        "asof", "“soon”");
    refused(page_post(*state, EDITOR, "/soa/902:1", "stamp.A=1"), ERROR_MISSING,
        NULL, "no standard 902:1");
}

static void only_who_may_edit_has_inputs(void **state)
{
    struct fixture *f = *state;
    const char *body = get(state, "/soa/900:1");

    page_has_not(body, "name=\"stamp.");
    page_has_not(body, "soa.js");
    body = get_as(state, EDITOR, "/soa/900:1");
    page_has(body, "name=\"stamp.A.1.1\"");
    page_has(body, "<label class=\"vh\" for=\"reason-A.1.1\">");
    page_has(body, "data-suggest=\"rtp oep risk obligation requirement party "
                   "measure\"");
    page_has(body, "soa.js");
    page_has(body, "We have **none**.</textarea>");
    /* What was is not written. */
    page_has_not(
        get_as(state, EDITOR, "/soa/900:1?asof=2026-06-01"), "name=\"stamp.");
    /* A kind may be for some roles only. */
    assert_true(site_begin(&f->context, &f->error));
    assert_true(database_run(f->context.db,
        "insert into kind_role (kind, role) values ('applicability', 'forum')",
        NO_VALUES, &f->error));
    assert_true(site_set_setting(&f->context, "kinds", "other", &f->error));
    assert_true(site_commit(&f->context, &f->error));
    page_has_not(get_as(state, EDITOR, "/soa/900:1"), "name=\"stamp.");
    refused(page_post(f, EDITOR, "/soa/900:1", "stamp.A.1.1=x"),
        ERROR_FORBIDDEN, NULL, "do not allow you");
    refused(page_post(f, EDITOR, "/soa/900:1.json", "stamp.A.1.1=x"),
        ERROR_FORBIDDEN, NULL, "do not allow you");
    refused(page_post(f, APPROVER, "/soa/900:1/agree", "statement=1@1"),
        ERROR_FORBIDDEN, NULL, "do not allow you");
}

static void every_post_asks_for_what_it_needs(void **state)
{
    (void)state;
    for (const struct route *route = soa_routes; route->pattern != NULL;
         route++) {
        if (route->method != POST)
            continue;
        assert_true(route->flags & ROUTE_EDIT);
        assert_int_equal((route->flags & ROUTE_APPROVE) != 0,
            strstr(route->pattern, "agree") != NULL);
    }
}

static void a_row_is_saved_as_proposed(void **state)
{
    struct page_answer answer = page_post(*state, EDITOR, "/soa/900:1",
        row(state, "A.1.2",
            "row=A.1.2&keep-applies=yes&reason.A.1.2=Not+%3Cours%3E"));
    const char *body;

    page_leads(answer, "Location: /soa/900:1?applies=yes&saved=1#row-A.1.2\r");
    body = get_as(state, APPROVER, "/soa/900:1?saved=1");
    page_has(body, "Saved as proposed");
    page_has(body, "A change is proposed for one idea.");
    page_has(body, "does not apply, because: Not &lt;ours&gt;");
    page_has(body, "data-agree>Agree");
    page_has(body, "<dd>6: 4 apply, 2 do not</dd>");
    page_has(body, "Agree to it");
    page_has_not(get_as(state, EDITOR, "/soa/900:1"), "data-agree>");
    page_has_not(get(state, "/soa/900:1"), "Agree to it");
}

static void what_is_agreed_counts(void **state)
{
    struct page_answer answer;
    const char *body;

    page_post(*state, EDITOR, "/soa/900:1",
        row(state, "A.1.2", "reason.A.1.2=Not+ours"));
    answer = page_post(*state, APPROVER, "/soa/900:1/agree", "statement=3@1");
    page_leads(answer, "Location: /soa/900:1?agreed=1\r");
    body = get_as(state, APPROVER, "/soa/900:1?agreed=1");
    page_has(body, "Agreed: it counts from today.");
    page_has(body, "<dd>6: 3 apply, 3 do not</dd>");
    page_has(body, "<dd>3, of 21 Nov 2026</dd>");
    page_has(body, "<dd>Ines Marchetti</dd>");
    refused(page_post(*state, APPROVER, "/soa/900:1/agree", "statement=3@1"),
        ERROR_CONFLICT, NULL, "Somebody changed");
    refused(page_post(*state, APPROVER, "/soa/900:1/agree", "x=1"),
        ERROR_INVALID, "statement", "nothing was named");
    refused(page_post(*state, APPROVER, "/soa/900:1/agree", "statement=3"),
        ERROR_INVALID, "statement", "“3”");
}

static void wrong_rows_come_back_as_typed(void **state)
{
    struct page_answer answer = page_post(*state, EDITOR, "/soa/900:1",
        row(state, "A.1.1",
            "reason.A.1.1=Typed+%3Cb%3E&applies.A.1.1=yes&"
            "drivers.A.1.1=rtp%3A77"));

    page_is(answer, 400);
    page_has(answer.body, "Not saved yet: one row needs another look");
    page_has(answer.body, "href=\"#drivers-A.1.1\"");
    page_has(answer.body, "“rtp:77” leads nowhere");
    page_has(answer.body, "value=\"rtp:77\"");
    page_has(answer.body, "Typed &lt;b&gt;</textarea>");
    page_has(answer.body, "aria-describedby=\"wrong-A.1.1\"");
    answer = page_post(
        *state, EDITOR, "/soa/900:1", row(state, "A.1.1", "reason.A.1.1="));
    page_is(answer, 400);
    page_has(answer.body, "Say why it does not apply");
    refused(page_post(*state, EDITOR, "/soa/900:1", "row=A.1.1"), ERROR_INVALID,
        "stamp", "no row was sent");
    refused(page_post(*state, EDITOR, "/soa/900:1", "stamp.A.9=1&reason.A.9=x"),
        ERROR_INVALID, "idea", "no clause A.9");
    page_has(get(state, "/soa/900:1"), "<dd>2, of 2 Jan 2026</dd>");
}

static void a_stale_row_is_not_written_over(void **state)
{
    struct fixture *f = *state;
    const char *mine =
        row(state, "A.1.3", "applies.A.1.3=yes&reason.A.1.3=Mine");
    struct page_answer answer;

    f->context.person = "daniel.achterberg";
    page_post(f, EDITOR, "/soa/900:1",
        row(state, "A.1.3", "applies.A.1.3=yes&reason.A.1.3=Theirs"));
    f->context.person = "ines.marchetti";
    answer = page_post(f, EDITOR, "/soa/900:1", mine);
    page_is(answer, 400);
    page_has(answer.body, "Daniel Achterberg saved this row");
    page_has(answer.body, "because: Theirs");
    page_has(answer.body, "Mine</textarea>");
}

static void nothing_changed_is_said(void **state)
{
    struct page_answer answer = page_post(*state, EDITOR, "/soa/900:1",
        row(state, "A.1.3", "row=A.1.3&applies.A.1.3=yes"));

    page_leads(answer, "?saved=0#row-A.1.3\r");
    page_has(
        get_as(state, EDITOR, "/soa/900:1?saved=0"), "Nothing was changed");
}

static void agreeing_loses_nothing_typed(void **state)
{
    const char *form;
    struct page_answer answer;

    page_post(*state, EDITOR, "/soa/900:1",
        row(state, "A.1.2", "reason.A.1.2=Not+ours"));
    form = row(
        state, "A.1.3", "applies.A.1.3=yes&reason.A.1.3=Half+a&statement=3@1");
    answer = page_post(*state, APPROVER, "/soa/900:1/agree", form);
    page_is(answer, 400);
    page_has(answer.body, "Half a</textarea>");
    page_has(answer.body, "This row is not saved yet");
    page_has(answer.body, "<dd>6: 4 apply, 2 do not</dd>");
}

static void the_script_gets_the_row(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer = page_post(f, EDITOR, "/soa/900:1.json",
        row(state, "A.1.3", "applies.A.1.3=yes&drivers.A.1.3=rtp:1"));
    struct json_node *node;
    const struct json_node *first;

    page_is(answer, 200);
    assert_true(
        json_node_parse(f->arena, text_of(answer.body), &node, &answer.error));
    first = json_node_member(node, "rows")->first;
    assert_string_equal(json_node_text(first, "id"), "A.1.3");
    assert_int_equal(json_node_member(first, "saved")->type, NODE_TRUE);
    assert_string_equal(json_node_text(first, "problem"), "");
    page_has(json_node_text(first, "html"), "<tr id=\"row-A.1.3\"");
    page_has(json_node_text(first, "html"), "called for by rtp:1");
    assert_string_equal(json_node_text(first, "stamp"), stamp(state, "A.1.3"));
    answer = page_post(f, EDITOR, "/soa/900:1.json",
        row(state, "A.1.3", "drivers.A.1.3=rtp:1"));
    page_is(answer, 400);
    page_has(answer.body, "\"saved\":false");
    page_has(answer.body, "Say why it does not apply");
    page_has(answer.body, "\"field\":\"reason\"");
    refused(page_post(f, EDITOR, "/soa/900:1.json", "a=b"), ERROR_INVALID,
        "stamp", "no row was sent");
}

static void it_is_written_out(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer = page_get(f, NOBODY, "/soa/900:1.csv");
    struct json_node *node;

    assert_true(answer.fine);
    page_has(answer.head, "soa-900-1.csv");
    page_has(answer.head, "text/csv");
    assert_true(string_begins(answer.body,
        "control,title,applies,called_for_by,why,how,measures,state,"
        "explained,verdict,evidence,statement,proposed,drivers,provisions,"
        "state_means,organisation,standard,version,agreed_by,as_of\r\n"
        "A.1.1,Proven,yes,\"Risk treatment plan 1, Theft & <loss>\",,"
        "Our <rules>: Proof,,Working,"));
    page_has(answer.body, "A.1.4,Not for us,no,,We have **none**.,");
    page_has(answer.body, "Fixture Ltd,Own 900,\"2, of 2 Jan 2026\","
                          "Daniel Achterberg,2026-11-21\r\n");
    answer = page_get(f, NOBODY, "/soa/900:1.csv?applies=yes&q=proven");
    page_has_not(answer.body, "A.1.2");
    answer = page_get(f, NOBODY, "/soa/900:1.json");
    assert_true(answer.fine);
    assert_true(
        json_node_parse(f->arena, text_of(answer.body), &node, &answer.error));
    assert_string_equal(json_node_text(node, "standard"), "900:1");
    assert_string_equal(
        json_node_text(json_node_member(node, "version"), "date"),
        "2026-01-02");
    page_has(answer.body, "\"without_driver\":[\"A.1.2\",\"A.1.3\",\"A.2.1\"]");
    page_has(answer.body, "\"risks\":[\"risk:1\"]");
    page_has(answer.body, "\"id\":\"A.1.4\",\"title\":\"Not for us\","
                          "\"applies\":false,\"state\":\"excluded\"");
}

/* The text of the spreadsheet's cells. */
static const char *cells_of(struct fixture *f, struct text bytes)
{
    const char *path = file_join(f->arena, f->root, "soa.xlsx");
    struct builder out = builder_create(f->arena);
    char part[4096];
    size_t count;
    FILE *pipe;

    assert_true(file_write(f->arena, path, bytes, &f->error));
    pipe = popen(arena_format(f->arena,
                     "unzip -p '%s' xl/sharedStrings.xml "
                     "xl/worksheets/sheet1.xml xl/workbook.xml",
                     path),
        "r");
    assert_non_null(pipe);
    while ((count = fread(part, 1, sizeof part, pipe)) > 0)
        builder_add(&out, part, count);
    assert_int_equal(pclose(pipe), 0);
    return builder_string(&out);
}

static void the_spreadsheet_can_be_handed_over(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer = page_get(f, NOBODY, "/soa/900:1.xlsx");
    const char *cells;

    page_is(answer, 200);
    assert_true(answer.slice.size > 0);
    page_has(answer.head, "spreadsheetml.sheet");
    page_has(answer.head, "soa-900-1.xlsx");
    cells = cells_of(f, answer.slice);
    page_has(cells, "Fixture Ltd: Statement of Applicability, Own 900");
    page_has(cells,
        "Version: 2, of 2 Jan 2026, agreed by Daniel Achterberg. As of "
        "21 Nov 2026.");
    page_has(cells, "Risk treatment plan 1, Theft &amp; &lt;loss&gt;");
    page_has(cells, "Nothing calls for it: overlooked?");
    page_has(cells, "In place, never tested"); /* the legend */
    page_has(cells, "name=\"Two-way proof\"");
    page_has(cells, "name=\"Legend\"");
    page_has(cells, "state=\"frozen\"");
    page_has(cells, "_xlnm.Print_Titles");
}

/* Whose word it is stands in the statement: neither who answers for it nor who
 * wrote it last speaks for the Forum. */
static void the_head_names_who_agreed(void **state)
{
    page_has(
        get(state, "/soa/900:1"), "<dt>Agreed by</dt><dd>Daniel Achterberg");
    fixture_add_record(*state, "applicability", "title", "Later", "status",
        "agreed", "excludes", "900/A.1.5", "decided_on", "2026-02-01", NULL);
    page_has_not(get(state, "/soa/900:1"), "<dt>Agreed by</dt>");
    page_has(get(state, "/soa/900:1.json"), "\"agreed_by\":\"\"");
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_idea_is_listed),
        TEST(the_proof_goes_both_ways),
        TEST(filters_hold_rows_back),
        TEST(bad_addresses_are_refused),
        TEST(only_who_may_edit_has_inputs),
        TEST(every_post_asks_for_what_it_needs),
        TEST(a_row_is_saved_as_proposed),
        TEST(what_is_agreed_counts),
        TEST(wrong_rows_come_back_as_typed),
        TEST(a_stale_row_is_not_written_over),
        TEST(nothing_changed_is_said),
        TEST(agreeing_loses_nothing_typed),
        TEST(the_script_gets_the_row),
        TEST(it_is_written_out),
        TEST(the_head_names_who_agreed),
        TEST(the_spreadsheet_can_be_handed_over),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
