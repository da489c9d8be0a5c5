/* The AIL-SOA through its routes: shown, filled in, agreed to, handed over, and
 * every way in which it is refused. */
#include "web/soa_pages.h"

#include "base/file.h"
#include "base/json.h"
#include "domain/standard_load.h"
#include "render/template.h"
#include "site_fixture.h"
#include "web/call.h"

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

static void load_standards(struct fixture *f)
{
    const char *folder = file_join(f->arena, f->root, "standards");

    assert_true(file_make_folder(f->arena, folder, &f->error));
    assert_true(file_write(f->arena, file_join(f->arena, folder, "a.standard"),
        text_of(first_standard), &f->error));
    assert_true(file_write(f->arena, file_join(f->arena, folder, "b.standard"),
        text_of(second_standard), &f->error));
    assert_true(site_begin(&f->context, &f->error));
    if (!standard_load_files(&f->context, folder, &f->error))
        fail_msg("%s", f->error.message);
    assert_true(site_commit(&f->context, &f->error));
}

static int set_up(void **state)
{
    struct fixture *f = fixture_create(NOW);

    assert_true(
        template_set_folder(file_join(f->arena, f->shared, "templates")));
    load_standards(f);
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

/* What came back. */
struct answer {
    bool fine;
    int status;
    const char *body;
    const char *head;
    struct error error;
};

static struct answer send_as(struct fixture *f, unsigned permissions,
    enum request_method method, const char *path, const char *query,
    const char *body)
{
    static const struct route *const tables[] = {soa_routes, NULL};
    struct person person = {.login = "ines.marchetti",
        .name = "Ines Marchetti",
        .post = "",
        .email = "",
        .roles = "implementer",
        .permissions = permissions,
        .active = true};
    struct request request = {.arena = f->arena,
        .method = method,
        .path = path,
        .query_string = query};
    struct response response = response_create(f->arena);
    struct route_values values = {.count = 0};
    struct call call = {.context = &f->context,
        .request = &request,
        .response = &response,
        .values = &values,
        .person = permissions == 0 ? NULL : &person,
        .csrf = "the-token",
        .token = ""};
    struct answer answer = {.error = error_create(f->arena)};
    const struct route *route;
    bool known;

    assert_true(form_parse(
        f->arena, text_of(query), NULL, &request.query, &answer.error));
    assert_true(form_parse(
        f->arena, text_of(body), NULL, &request.form, &answer.error));
    route = route_match(tables, &request, &values, &known);
    assert_non_null(route);
    answer.fine = route->handler(&call, &answer.error);
    answer.status = response.status;
    answer.body = builder_string(&response.body);
    if (response.has_slice)
        answer.body = text_string(f->arena, response.slice);
    answer.head = answer.fine ? response_head(&response) : "";
    assert_false(database_is_writing(f->context.db));
    return answer;
}

enum {
    EDITOR = MAY_READ | MAY_EDIT,
    FORUM = MAY_READ | MAY_EDIT | MAY_APPROVE
};

static const char *get_as(
    void **state, unsigned permissions, const char *path, const char *query)
{
    struct answer answer = send_as(*state, permissions, GET, path, query, "");

    if (!answer.fine)
        fail_msg("%s?%s: %s", path, query, answer.error.message);
    assert_int_equal(answer.status, 200);
    return answer.body;
}

static const char *get(void **state, const char *path, const char *query)
{
    return get_as(state, 0, path, query);
}

static void has(const char *body, const char *part)
{
    if (strstr(body, part) == NULL)
        fail_msg("missing: %s\nin: %.9000s", part,
            strstr(body, "<main") == NULL ? body : strstr(body, "<main"));
}

static void has_not(const char *body, const char *part)
{
    if (strstr(body, part) != NULL)
        fail_msg("there is: %.200s", strstr(body, part));
}

static void refused(struct answer answer, enum error_code code,
    const char *field, const char *words)
{
    assert_false(answer.fine);
    assert_int_equal(answer.error.code, code);
    if (field != NULL)
        assert_string_equal(answer.error.field, field);
    has(answer.error.message, words);
}

/* The stamp of a row as the page has it. */
static const char *stamp(void **state, const char *id)
{
    struct fixture *f = *state;
    const char *body = get_as(state, EDITOR, "/soa/900:1", "");
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
    const char *body = get(state, "/soa/900:1", "");

    has(body, "<dd>6: 4 apply, 2 do not</dd>");
    has(body, "A.1 Controls");
    has(body, "A.2 More");
    has(body, "&lt;Grown&gt; old");
    has(body, "We have <strong>none</strong>.");
    has(body, "IMS008");
    has(body, "Nothing is said yet");
    has_not(body, "Audits");
    has(body, ">Risk treatment plan 1</a>");
    has(body, "Theft &amp; &lt;loss&gt;, names the idea");
    has(body, "Our &lt;rules&gt;: Proof");
    has(body, "soa-state\">Working</span>");
    has(body, "soa-state\">Test overdue</span>");
    has(body, "soa-state\">Not implemented</span>");
    has(body, "soa-state\">Excluded</span>");
    has(body, "<dd>2, of 2 Jan 2026</dd>");
    has(body, "<dd>Daniel Achterberg</dd>");
    /* A standard without controls lists all it asks. */
    body = get(state, "/soa/901:1", "");
    has(body, "<dd>2: 2 apply, 0 do not</dd>");
    has(body, "<th scope=\"col\">Clause</th>");
    has(body, "because we work to the standard");
    has(body, "the standard itself");
    has(body, "Nothing agreed yet");
    has(get(state, "/soa/27001:2022", ""), "<dd>93: 93 apply, 0 do not</dd>");
}

static void the_proof_goes_both_ways(void **state)
{
    const char *body = get(state, "/soa/900:1", "");

    has(body, "<b>3 ideas apply</b>");
    has(body, "<a href=\"#row-A.1.3\">A.1.3 Nobody&#39;s</a>");
    has(body, "<b>1 of 1 open risks stand alone:</b>");
    has(body, "Risk 1, Left &lt;alone&gt;");
    has(body, "href=\"/records/risk/1\">Open");
    fixture_change_record(*state, "rtp", 1, "clauses",
        "900/A.1.1 900/A.1.2 900/A.1.3 900/A.2.1", "risks", "risk:1", NULL);
    body = get(state, "/soa/900:1", "");
    has(body, "No idea is applied without cause.");
    has(body, "No risk is left alone.");
    has_not(body, "What did we overlook");
}

static void filters_hold_rows_back(void **state)
{
    const char *body = get(state, "/soa/900:1", "applies=no&verdict=excluded");

    has(body, "1 of 6, filtered");
    has(body, "href=\"/soa/900:1.csv?applies=no&amp;verdict=excluded\"");
    has(body, "href=\"/soa/900:1.xlsx?applies=no&amp;verdict=excluded\"");
    has(get(state, "/soa/900:1", "state=working"), "1 of 6, filtered");
    has(get(state, "/soa/900:1", "driver=none"), "3 of 6, filtered");
    has(get(state, "/soa/900:1", "driver=rtp"), "1 of 6, filtered");
    has(get(state, "/soa/900:1", "driver=words"), "No row passes");
    has(get(state, "/soa/900:1", "q=nothing-like-it"), "No row passes");
    body = get(state, "/soa/900:1", "asof=2026-01-01");
    has(body, "<dd>6: 5 apply, 1 do not</dd>");
    has(body, "<dd>1, of 1 Jan 2026</dd>");
}

static void bad_addresses_are_refused(void **state)
{
    refused(send_as(*state, 0, GET, "/soa/902:1", "", ""), ERROR_MISSING, NULL,
        "no standard 902:1");
    refused(send_as(*state, 0, GET, "/soa/902:1.xlsx", "", ""), ERROR_MISSING,
        NULL, "no standard 902:1");
    refused(send_as(*state, 0, GET, "/soa/900:1", "state=fine", ""),
        ERROR_INVALID, "state", "“fine”");
    refused(send_as(*state, 0, GET, "/soa/900:1", "driver=ghost", ""),
        ERROR_INVALID, "driver", "“ghost”");
    refused(send_as(*state, 0, GET, "/soa/900:1.xlsx", "verdict=perfect", ""),
        ERROR_INVALID, "verdict", "“perfect”");
    refused(send_as(*state, 0, GET, "/soa/900:1.csv", "asof=soon", ""),
        ERROR_INVALID, "asof", "“soon”");
    refused(send_as(*state, EDITOR, POST, "/soa/902:1", "", "stamp.A=1"),
        ERROR_MISSING, NULL, "no standard 902:1");
}

static void only_who_may_edit_has_inputs(void **state)
{
    struct fixture *f = *state;
    const char *body = get(state, "/soa/900:1", "");

    has_not(body, "name=\"stamp.");
    has_not(body, "soa.js");
    body = get_as(state, EDITOR, "/soa/900:1", "");
    has(body, "name=\"stamp.A.1.1\"");
    has(body, "<label class=\"vh\" for=\"reason-A.1.1\">");
    has(body, "data-suggest=\"rtp oep risk obligation requirement party "
              "measure\"");
    has(body, "soa.js");
    has(body, "We have **none**.</textarea>");
    /* What was is not written. */
    has_not(get_as(state, EDITOR, "/soa/900:1", "asof=2026-06-01"),
        "name=\"stamp.");
    /* A kind may be for some roles only. */
    assert_true(site_begin(&f->context, &f->error));
    assert_true(database_run(f->context.db,
        "insert into kind_role (kind, role) values ('applicability', 'forum')",
        NO_VALUES, &f->error));
    assert_true(site_set_setting(&f->context, "kinds", "other", &f->error));
    assert_true(site_commit(&f->context, &f->error));
    has_not(get_as(state, EDITOR, "/soa/900:1", ""), "name=\"stamp.");
    refused(send_as(f, EDITOR, POST, "/soa/900:1", "", "stamp.A.1.1=x"),
        ERROR_FORBIDDEN, NULL, "do not allow you");
    refused(send_as(f, EDITOR, POST, "/soa/900:1.json", "", "stamp.A.1.1=x"),
        ERROR_FORBIDDEN, NULL, "do not allow you");
    refused(send_as(f, FORUM, POST, "/soa/900:1/agree", "", "statement=1@1"),
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
    struct answer answer = send_as(*state, EDITOR, POST, "/soa/900:1", "",
        row(state, "A.1.2",
            "row=A.1.2&keep-applies=yes&reason.A.1.2=Not+%3Cours%3E"));
    const char *body;

    assert_true(answer.fine);
    assert_int_equal(answer.status, 303);
    has(answer.head, "Location: /soa/900:1?applies=yes&saved=1#row-A.1.2\r");
    body = get_as(state, FORUM, "/soa/900:1", "saved=1");
    has(body, "Saved as proposed");
    has(body, "A change is proposed for one idea.");
    has(body, "does not apply, because: Not &lt;ours&gt;");
    has(body, "data-agree>Agree");
    has(body, "<dd>6: 4 apply, 2 do not</dd>");
    has(body, "Agree to it");
    has_not(get_as(state, EDITOR, "/soa/900:1", ""), "data-agree>");
    has_not(get(state, "/soa/900:1", ""), "Agree to it");
}

static void what_is_agreed_counts(void **state)
{
    struct answer answer;
    const char *body;

    send_as(*state, EDITOR, POST, "/soa/900:1", "",
        row(state, "A.1.2", "reason.A.1.2=Not+ours"));
    answer =
        send_as(*state, FORUM, POST, "/soa/900:1/agree", "", "statement=3@1");
    assert_true(answer.fine);
    assert_int_equal(answer.status, 303);
    has(answer.head, "Location: /soa/900:1?agreed=1\r");
    body = get_as(state, FORUM, "/soa/900:1", "agreed=1");
    has(body, "Agreed: it counts from today.");
    has(body, "<dd>6: 3 apply, 3 do not</dd>");
    has(body, "<dd>3, of 21 Nov 2026</dd>");
    has(body, "<dd>Ines Marchetti</dd>");
    refused(
        send_as(*state, FORUM, POST, "/soa/900:1/agree", "", "statement=3@1"),
        ERROR_CONFLICT, NULL, "Somebody changed");
    refused(send_as(*state, FORUM, POST, "/soa/900:1/agree", "", "x=1"),
        ERROR_INVALID, "statement", "nothing was named");
    refused(send_as(*state, FORUM, POST, "/soa/900:1/agree", "", "statement=3"),
        ERROR_INVALID, "statement", "“3”");
}

static void wrong_rows_come_back_as_typed(void **state)
{
    struct answer answer = send_as(*state, EDITOR, POST, "/soa/900:1", "",
        row(state, "A.1.1",
            "reason.A.1.1=Typed+%3Cb%3E&applies.A.1.1=yes&"
            "drivers.A.1.1=rtp%3A77"));

    assert_true(answer.fine);
    assert_int_equal(answer.status, 400);
    has(answer.body, "Not saved yet: one row needs another look");
    has(answer.body, "href=\"#drivers-A.1.1\"");
    has(answer.body, "“rtp:77” leads nowhere");
    has(answer.body, "value=\"rtp:77\"");
    has(answer.body, "Typed &lt;b&gt;</textarea>");
    has(answer.body, "aria-describedby=\"wrong-A.1.1\"");
    answer = send_as(*state, EDITOR, POST, "/soa/900:1", "",
        row(state, "A.1.1", "reason.A.1.1="));
    assert_int_equal(answer.status, 400);
    has(answer.body, "Say why it does not apply");
    refused(send_as(*state, EDITOR, POST, "/soa/900:1", "", "row=A.1.1"),
        ERROR_INVALID, "stamp", "no row was sent");
    refused(send_as(*state, EDITOR, POST, "/soa/900:1", "",
                "stamp.A.9=1&reason.A.9=x"),
        ERROR_INVALID, "idea", "no clause A.9");
    has(get(state, "/soa/900:1", ""), "<dd>2, of 2 Jan 2026</dd>");
}

static void a_stale_row_is_not_written_over(void **state)
{
    struct fixture *f = *state;
    const char *mine =
        row(state, "A.1.3", "applies.A.1.3=yes&reason.A.1.3=Mine");
    struct answer answer;

    f->context.person = "daniel.achterberg";
    send_as(f, EDITOR, POST, "/soa/900:1", "",
        row(state, "A.1.3", "applies.A.1.3=yes&reason.A.1.3=Theirs"));
    f->context.person = "ines.marchetti";
    answer = send_as(f, EDITOR, POST, "/soa/900:1", "", mine);
    assert_int_equal(answer.status, 400);
    has(answer.body, "Daniel Achterberg saved this row");
    has(answer.body, "because: Theirs");
    has(answer.body, "Mine</textarea>");
}

static void nothing_changed_is_said(void **state)
{
    struct answer answer = send_as(*state, EDITOR, POST, "/soa/900:1", "",
        row(state, "A.1.3", "row=A.1.3&applies.A.1.3=yes"));

    assert_int_equal(answer.status, 303);
    has(answer.head, "?saved=0#row-A.1.3\r");
    has(get_as(state, EDITOR, "/soa/900:1", "saved=0"), "Nothing was changed");
}

static void agreeing_loses_nothing_typed(void **state)
{
    const char *form;
    struct answer answer;

    send_as(*state, EDITOR, POST, "/soa/900:1", "",
        row(state, "A.1.2", "reason.A.1.2=Not+ours"));
    form = row(
        state, "A.1.3", "applies.A.1.3=yes&reason.A.1.3=Half+a&statement=3@1");
    answer = send_as(*state, FORUM, POST, "/soa/900:1/agree", "", form);
    assert_int_equal(answer.status, 400);
    has(answer.body, "Half a</textarea>");
    has(answer.body, "This row is not saved yet");
    has(answer.body, "<dd>6: 4 apply, 2 do not</dd>");
}

static void the_script_gets_the_row(void **state)
{
    struct fixture *f = *state;
    struct answer answer = send_as(f, EDITOR, POST, "/soa/900:1.json", "",
        row(state, "A.1.3", "applies.A.1.3=yes&drivers.A.1.3=rtp:1"));
    struct json_node *node;
    const struct json_node *first;

    assert_true(answer.fine);
    assert_int_equal(answer.status, 200);
    assert_true(
        json_node_parse(f->arena, text_of(answer.body), &node, &answer.error));
    first = json_node_member(node, "rows")->first;
    assert_string_equal(json_node_text(first, "id"), "A.1.3");
    assert_int_equal(json_node_member(first, "saved")->type, NODE_TRUE);
    assert_string_equal(json_node_text(first, "problem"), "");
    has(json_node_text(first, "html"), "<tr id=\"row-A.1.3\"");
    has(json_node_text(first, "html"), "called for by rtp:1");
    assert_string_equal(json_node_text(first, "stamp"), stamp(state, "A.1.3"));
    answer = send_as(f, EDITOR, POST, "/soa/900:1.json", "",
        row(state, "A.1.3", "drivers.A.1.3=rtp:1"));
    assert_int_equal(answer.status, 400);
    has(answer.body, "\"saved\":false");
    has(answer.body, "Say why it does not apply");
    has(answer.body, "\"field\":\"reason\"");
    refused(send_as(f, EDITOR, POST, "/soa/900:1.json", "", "a=b"),
        ERROR_INVALID, "stamp", "no row was sent");
}

static void it_is_written_out(void **state)
{
    struct fixture *f = *state;
    struct answer answer = send_as(f, 0, GET, "/soa/900:1.csv", "", "");
    struct json_node *node;

    assert_true(answer.fine);
    has(answer.head, "soa-900-1.csv");
    has(answer.head, "text/csv");
    assert_true(string_begins(answer.body,
        "control,title,applies,called_for_by,why,how,measures,state,"
        "explained,verdict,evidence,statement,proposed,drivers,provisions,"
        "state_means,organisation,standard,version,agreed_by,as_of\r\n"
        "A.1.1,Proven,yes,\"Risk treatment plan 1, Theft & <loss>\",,"
        "Our <rules>: Proof,,Working,"));
    has(answer.body, "A.1.4,Not for us,no,,We have **none**.,");
    has(answer.body, "Fixture Ltd,Own 900,\"2, of 2 Jan 2026\","
                     "Daniel Achterberg,2026-11-21\r\n");
    answer = send_as(f, 0, GET, "/soa/900:1.csv", "applies=yes&q=proven", "");
    has_not(answer.body, "A.1.2");
    answer = send_as(f, 0, GET, "/soa/900:1.json", "", "");
    assert_true(answer.fine);
    assert_true(
        json_node_parse(f->arena, text_of(answer.body), &node, &answer.error));
    assert_string_equal(json_node_text(node, "standard"), "900:1");
    assert_string_equal(
        json_node_text(json_node_member(node, "version"), "date"),
        "2026-01-02");
    has(answer.body, "\"without_driver\":[\"A.1.2\",\"A.1.3\",\"A.2.1\"]");
    has(answer.body, "\"risks\":[\"risk:1\"]");
    has(answer.body, "\"id\":\"A.1.4\",\"title\":\"Not for us\","
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
    struct request request = {.arena = f->arena,
        .method = GET,
        .path = "/soa/900:1.xlsx",
        .query_string = ""};
    struct response response = response_create(f->arena);
    struct route_values values = {.count = 0};
    struct call call = {.context = &f->context,
        .request = &request,
        .response = &response,
        .values = &values,
        .csrf = "",
        .token = ""};
    static const struct route *const tables[] = {soa_routes, NULL};
    const struct route *route;
    const char *cells;
    bool known;

    route = route_match(tables, &request, &values, &known);
    assert_non_null(route);
    if (!route->handler(&call, &f->error))
        fail_msg("%s", f->error.message);
    assert_true(response.has_slice);
    has(response_head(&response), "spreadsheetml.sheet");
    has(response_head(&response), "soa-900-1.xlsx");
    cells = cells_of(f, response.slice);
    has(cells, "Fixture Ltd: Statement of Applicability, Own 900");
    has(cells, "Version: 2, of 2 Jan 2026, agreed by Daniel Achterberg. As of "
               "21 Nov 2026.");
    has(cells, "Risk treatment plan 1, Theft &amp; &lt;loss&gt;");
    has(cells, "Nothing calls for it: overlooked?");
    has(cells, "In place, never tested"); /* the legend */
    has(cells, "name=\"Two-way proof\"");
    has(cells, "name=\"Legend\"");
    has(cells, "state=\"frozen\"");
    has(cells, "_xlnm.Print_Titles");
}

/* Whose word it is stands in the statement: neither who answers for it nor who
 * wrote it last speaks for the Forum. */
static void the_head_names_who_agreed(void **state)
{
    has(get(state, "/soa/900:1", ""),
        "<dt>Agreed by</dt><dd>Daniel Achterberg");
    fixture_add_record(*state, "applicability", "title", "Later", "status",
        "agreed", "excludes", "900/A.1.5", "decided_on", "2026-02-01", NULL);
    has_not(get(state, "/soa/900:1", ""), "<dt>Agreed by</dt>");
    has(get(state, "/soa/900:1.json", ""), "\"agreed_by\":\"\"");
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
