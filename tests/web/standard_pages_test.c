/* The pages of standards: every verdict drawn in words and with its reasons,
 * and every address that is refused. */
#include "base/file.h"
#include "base/json.h"
#include "conformance_fixture.h"
#include "page_fixture.h"
#include "render/chrome.h"
#include "render/conformance_view.h"
#include "render/section_view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"

/* Two small standards that share their first part. */
static const char first_standard[] =
    "standard 900:1\nname Own 900\ntitle Own rules\nscope yes\norder 400\n"
    "clause 1\n kind clause\n heading Alike\n asks What is shared.\n"
    "clause 1.1\n parent 1\n kind requirement\n heading Audits\n"
    "  asks Audit now & then.\n  shares 99.1\n"
    "  expect audit is closed within 12 months\n"
    "clause 1.2\n parent 1\n kind clause\n heading Below\n"
    "  asks A heading.\n"
    "clause 1.2.1\n parent 1.2\n kind requirement\n heading Linked\n"
    "  asks Keep a paper.\n"
    "  expect document linked within 12 months\n"
    "clause 1.2/Note\n parent 1.2\n kind note\n heading A note\n"
    "  asks Only a remark.\n"
    "clause A\n kind theme\n heading Annex\n"
    "clause A.1\n parent A\n kind theme\n heading Controls\n"
    "  stage 1 Is it alive?\n stage 2 Does it breathe?\n"
    "clause A.1.1\n parent A.1\n kind control\n heading Proven\n"
    "  expect document linked within 12 months\n"
    "clause A.1.2\n parent A.1\n kind control\n heading Grown old\n"
    "  expect document linked within 12 months\n"
    "clause A.1.3\n parent A.1\n kind control\n heading Only said\n"
    "  documented document A <list>\n documented record Who signed\n"
    "  stage 1 Is there a list?\n stage surveillance What is new?\n"
    "  attribute type Preventive\n attribute property Integrity\n"
    "  expect document linked within 12 months\n"
    "clause A.1.3/a\n parent A.1.3\n kind item\n heading First of all\n"
    "  asks To begin & end.\n documented record When it began\n"
    "clause A.1.3/b\n parent A.1.3\n kind item\n heading At last\n"
    "  asks To stop.\n expect at least 3 document is current\n"
    "  expect course covering 90% of people\n"
    "clause A.1.4\n parent A.1\n kind control\n heading Nobody's\n"
    "clause A.1.5\n parent A.1\n kind control\n heading Not for us\n"
    "clause A.1.6\n parent A.1\n kind control\n heading Left out\n"
    "clause A.1.7\n parent A.1\n kind control\n heading A draft\n";

static const char second_standard[] =
    "standard 901:1\nname Own 901\ntitle Other rules\nscope yes\norder 399\n"
    "clause 1\n kind clause\n heading Alike\n"
    "clause 1.1\n parent 1\n kind requirement\n heading Audits\n"
    "  asks The same again.\n shares 99.1\n"
    "clause 1.2\n parent 1\n kind requirement\n heading [untitled] split off\n"
    "  asks The rest of it.\n shares 99.1\n"
    "clause 2\n kind clause\n heading Alone\n"
    "clause 2.1\n parent 2\n kind requirement\n heading Single\n"
    "  asks Something else.\n";

static const char page[] =
    "---\ntitle: Our <rules>\nreference: OR-1\nversion: 1.0\n"
    "owner: ines.marchetti\n---\nThe lead.\n\n"
    "## Proof\n[900 A.1.1](meets:900/A.1.1)\n\nWe prove *it*.\n\n"
    "### Details\n\nSmall things.\n\n"
    "## Age\n[900 A.1.2](meets:900/A.1.2) [900 1.1](meets:900/1.1)\n\n"
    "We grow older.\n\n"
    "## Words\n[900 A.1.3](meets:900/A.1.3)\n\nSee [gone](page:gone).\n";

static const char draft[] = "---\ntitle: Draft\n---\n"
                            "## Ideas\n[900 A.1.7](meets:900/A.1.7)\n\n"
                            "Not yet.\n";

static int set_up(void **state)
{
    struct fixture *f = fixture_create(NOW);

    assert_true(
        template_set_folder(file_join(f->arena, f->shared, "templates")));
    conformance_load(
        f, (const char *const[]){first_standard, second_standard, NULL});
    fixture_put_page(f, "rules.md", page);
    fixture_put_page(f, "draft.md", draft);
    fixture_approve(f, "rules");
    fixture_add_record(f, "document", "title", "Fresh paper", "status",
        "current", "issued", "2026-10-01", "clauses", "900/A.1.1", NULL);
    fixture_add_record(f, "document", "title", "Old paper", "status", "current",
        "issued", "2024-03-04", "clauses", "900/A.1.2", NULL);
    fixture_add_record(f, "applicability", "title", "No such thing", "status",
        "agreed", "excludes", "900/A.1.5", "body", "We have **none**.",
        "decided_on", "2026-01-02", NULL);
    fixture_add_record(f, "applicability", "title", "Without a word", "status",
        "agreed", "excludes", "900/A.1.6", NULL);
    fixture_add_record(f, "waiver", "title", "Not this year", "status",
        "granted", "granted_on", "2026-11-01", "check", "ims001", "due",
        "2026-12-31", "rule", "clause:900:1/A.1.4", NULL);
    fixture_add_record(f, "finding", "title", "Slow & <late>", "grade", "minor",
        "raised_on", "2026-10-05", "clauses", "900/A.1.1", NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static struct page_answer get_as(
    void **state, unsigned may, const char *address)
{
    struct page_answer answer = page_get(*state, may, address);

    assert_true(answer.flags & ROUTE_READ);
    return answer;
}

static const char *get(void **state, const char *address)
{
    return page_body(get_as(state, NOBODY, address));
}

static const char *get_as_editor(void **state, const char *address)
{
    return page_body(get_as(state, EDITOR, address));
}

static void refused(void **state, const char *address, enum error_code code,
    const char *message)
{
    page_refuses_saying(get_as(state, NOBODY, address), code, message);
}

static void redirects(void **state, const char *address, const char *location)
{
    page_leads(get_as(state, NOBODY, address), location);
}

/* What clauses and sections look like in the footnote window. */

struct noted {
    struct place place;
    const char *ref;
};

static bool fill_note(
    void *user, struct template_dictionary *note, struct error *error)
{
    const struct noted *noted = user;

    return conformance_view_fill_note(
        &noted->place, noted->ref, false, note, error);
}

static const char *draw_note(void **state, const char *ref)
{
    struct fixture *f = *state;
    struct noted noted = {
        {.context = &f->context, .trail = "page:rules", .path = ""}, ref};
    struct builder out = builder_create(f->arena);

    if (!chrome_render_alone(
            &f->context, "note_clause.tpl", fill_note, &noted, &out, &f->error))
        return NULL;
    return builder_string(&out);
}

static void unknown_things_are_refused(void **state)
{
    refused(state, "/conformance/9002:2026", ERROR_MISSING,
        "There is no standard 9002:2026 here.");
    refused(state, "/conformance/9002", ERROR_MISSING,
        "There is no standard 9002 here.");
    refused(state, "/conformance/900:1/A.1.3/c", ERROR_MISSING,
        "Own 900 has no clause A.1.3/c.");
    refused(state, "/conformance/27001:1999", ERROR_MISSING,
        "There is no standard 27001:1999 here.");
    refused(state, "/conformance/27001:2022/9.9", ERROR_MISSING,
        "ISO/IEC 27001:2022 has no clause 9.9.");
    refused(state, "/conformance/900:1/<b>", ERROR_MISSING,
        "Own 900 has no clause <b>.");
    refused(state, "/conformance/902:1.json", ERROR_MISSING,
        "There is no standard 902:1 here.");
    refused(state, "/walk/902:1", ERROR_MISSING, "no standard 902:1");
    refused(state, "/walk/900:1/7", ERROR_MISSING, "no clause 7");
    refused(state, "/soa/902:1", ERROR_MISSING, "no standard 902:1");
    refused(state, "/soa/902:1.csv", ERROR_MISSING, "no standard 902:1");
    refused(state, "/soa/902:1.json", ERROR_MISSING, "no standard 902:1");
}

static void bad_filters_are_refused_by_name(void **state)
{
    struct fixture *f = *state;
    static const char *const paths[] = {"/conformance", "/conformance/900:1",
        "/soa/900:1", "/soa/900:1.csv", "/soa/900:1.json"};

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct page_answer answer = get_as(state, NOBODY,
            arena_format(f->arena, "%s?verdict=perfect", paths[i]));

        page_refuses(answer, ERROR_INVALID, "verdict");
        page_has(answer.error.message, "“perfect”");
        refused(state, arena_format(f->arena, "%s?asof=2026-13-01", paths[i]),
            ERROR_INVALID, "“2026-13-01” is no date");
    }
    refused(state, "/conformance/900:1/1.1?asof=yesterday", ERROR_INVALID,
        "“yesterday” is no date");
    refused(state, "/walk/900:1?asof=2026-02-30", ERROR_INVALID,
        "“2026-02-30” is no date");
    refused(state, "/conformance.json?asof=1", ERROR_INVALID, "“1” is no date");
    refused(state, "/conformance/900:1.json?asof=1", ERROR_INVALID,
        "“1” is no date");
    refused(state, "/soa/900:1?applies=perhaps", ERROR_INVALID, "“perhaps”");
}

static void numbers_alone_lead_to_the_edition(void **state)
{
    redirects(state, "/conformance/900", "Location: /conformance/900:1\r");
    redirects(state, "/conformance/900?verdict=stale&q=a%20b",
        "Location: /conformance/900:1?verdict=stale&q=a%20b\r");
    redirects(
        state, "/conformance/900.json", "Location: /conformance/900:1.json\r");
    redirects(state, "/conformance/900/A.1.1",
        "Location: /conformance/900:1/A.1.1\r");
    redirects(state, "/walk/27001/9.2.2", "Location: /walk/27001:2022/9.2.2\r");
    redirects(state, "/walk/27001", "Location: /walk/27001:2022\r");
    redirects(state, "/soa/900", "Location: /soa/900:1\r");
    redirects(state, "/soa/900.csv", "Location: /soa/900:1.csv\r");
    redirects(state, "/soa/900.json", "Location: /soa/900:1.json\r");
}

static void every_verdict_has_word_and_reasons(void **state)
{
    const char *body = get(state, "/conformance/900:1/A.1.1");

    page_has(body, "is-evidenced\">Evidenced</span>");
    page_has(body, "IMS010");
    page_has(body, "Slow &amp; &lt;late&gt;");
    body = get(state, "/conformance/900:1/A.1.2");
    page_has(body, "is-stale\">Stale</span>");
    page_has(body, "href=\"/help/rules/IMS005\">IMS005</a>");
    page_has(body, "(too old)");
    page_has(body, "<time datetime=\"2024-03-04\">4 Mar 2024</time>");
    body = get(state, "/conformance/900:1/A.1.3");
    page_has(body, "is-asserted\">Asserted</span>");
    page_has(body, "IMS004");
    page_has(body, "IMS006");
    body = get(state, "/conformance/900:1/A.1.4");
    page_has(body, "is-missing\">Missing</span>");
    page_has(body, "IMS001");
    page_has(body, "[900 A.1.4](meets:900/A.1.4)");
    body = get(state, "/conformance/900:1/A.1.5");
    page_has(body, "is-excluded\">Excluded</span>");
    page_has(body, "We have <strong>none</strong>.");
    page_has(body, "<time datetime=\"2026-01-02\">2 Jan 2026</time>");
    page_has_not(body, "How we meet it");
    body = get(state, "/conformance/900:1/A.1.6");
    page_has(body, "is-missing\">Missing</span>");
    page_has(body, "IMS008");
    body = get(state, "/conformance/900:1/A.1.7");
    page_has(body, "is-asserted\">Asserted</span>");
    page_has(body, "IMS002");
    page_has(body, "never approved");
}

static void a_clause_page_shows_the_section(void **state)
{
    const char *body = get(state, "/conformance/900:1/A.1.1");

    page_has(body, "We prove <em>it</em>.");
    page_has(body, "<p><b>Details</b></p>");
    page_has(body, "Small things.");
    page_has_not(body, "We grow older.");
    page_has_not(body, "meets:900");
    page_has(body, "Our &lt;rules&gt;: Proof");
    page_has(body, "OR-1 version 1.0, approved 21 Nov 2026");
    page_has(body, "href=\"/manual/rules#proof\"");
    page_has(body, "href=\"/conformance/900:1/A.1.2\" data-key=\"j\"");
    page_has(body, "href=\"/conformance/900:1/1.2.1\" data-key=\"k\"");
    page_has_not(body, "/new?clauses=");
}

static void an_editor_gets_links_that_mend(void **state)
{
    const char *body = get_as_editor(state, "/conformance/900:1/A.1.3");

    page_has(body, "href=\"/records/finding/new?clauses="
                   "clause%3A900%3A1%2FA.1.3\">Raise a finding</a>");
    page_has(body, "href=\"/records/document/new?clauses="
                   "clause%3A900%3A1%2FA.1.3\">Add a document</a>");
    body = get_as_editor(state, "/conformance/900:1/1.1");
    page_has(body, "/records/audit/new?clauses=clause%3A900%3A1%2F1.1\">Add an "
                   "audit</a>");
    body = get_as_editor(state, "/conformance/900:1/A.1.7");
    page_has(body, "<a href=\"/manual/draft\">Draft</a>");
    body = get_as_editor(state, "/conformance/900:1/A.1.1");
    page_has(body, "<a href=\"/records/finding/1\">Finding 1</a>");
    body = get_as_editor(state, "/walk/900:1/A.1.1");
    page_has(body, "data-key=\"f\">Raise a finding</a>");
}

static void headings_and_notes_have_pages(void **state)
{
    const char *body = get(state, "/conformance/900:1/1");

    page_has(body, "What is below it");
    page_has(body, "href=\"/conformance/900:1/1.2\"");
    page_has(body, "is-missing\">Missing</span>");
    page_has(body, "0 evidenced, 0 stale, 1 asserted, 1 missing, 0 excluded");
    body = get(state, "/conformance/900:1/1.2/Note");
    page_has(body, "Only a remark.");
    page_has(body, "It asks for nothing by itself");
    page_has_not(body, "class=\"verdict");
    body = get(state, "/conformance/900:1/A");
    page_has(body, "<span class=\"num\">A.1</span> Controls");
    body = get(state, "/conformance/27001:2022/9.2");
    page_has(body, "<span class=\"num\">9.2.2</span>");
}

static void one_standard_is_drawn_with_its_parts(void **state)
{
    const char *body = get(state, "/conformance/900:1");

    page_has(body, "<h1>Own 900</h1>");
    page_has(body, "<b>1</b> of 8 applicable evidenced, 12 %");
    page_has(body, "aria-label=\"1 evidenced, 1 stale, 3 asserted, 3 missing, "
                   "1 excluded\"");
    page_has(body, "id=\"part-A.1\"");
    page_has(body, "<b>A.1 Controls</b>");
    page_has_not(body, "id=\"part-A\"");
    page_has(body, "Where to look first");
    page_has(body, "<b>5</b> of 8 applicable have a provision");
    page_has(body, "href=\"/conformance/900:1?verdict=missing\"");
    page_has(body, "<li class=\"old\">");
    page_has(body, "aria-current=\"page\">Own 900</a>");
    page_has(body, "href=\"/conformance/900:1.json\">Export</a>");
    page_has(body, "href=\"/soa/900:1\">AIL-SOA</a>");
}

static void standards_share_rows(void **state)
{
    const char *body = get(state, "/conformance?q=Audits");
    const char *row = strstr(body, "<b class=\"num\">1.1</b>");

    page_has(body, "<h1>Conformance</h1>");
    page_has(body, "aria-current=\"page\">All standards</a>");
    page_has(body, "Three standards, one structure");
    page_has(body, "The whole system: <b>3</b> of ");
    assert_non_null(row);
    assert_null(strstr(row + 1, "<b class=\"num\">1.1</b>"));
    page_has(row, "data-label=\"900\"><div><a class=\"cell-verdict\" "
                  "href=\"/conformance/900:1/1.1\">");
    page_has(
        row, "href=\"/conformance/901:1/1.1\"><span class=\"num\">1.1</span>");
    page_has(
        row, "href=\"/conformance/901:1/1.2\"><span class=\"num\">1.2</span>");
    page_has(row, "data-label=\"27001\" class=\"absent\"><div><span "
                  "class=\"none\"><span aria-hidden=\"true\">–</span><span "
                  "class=\"vh\">Not in 27001</span>");
    page_has(row, "900: Expected: A closed audit");
    page_has(body, "<b>1 Alike</b>");
    /* What one page says for all stands there once. */
    row = strstr(row, "page:rules%23age");
    assert_non_null(row);
    assert_null(strstr(row + 1, "page:rules%23age"));
}

/* By their files, not by their names. */
static void standards_stand_in_order(void **state)
{
    const char *body = get(state, "/conformance");
    const char *first = strstr(body, ">ISO/IEC 27001:2022</a></li>");
    const char *second = strstr(body, ">Own 901</a></li>");
    const char *third = strstr(body, ">Own 900</a></li>");

    assert_true(first != NULL && first < second && second < third);
    page_has(body, "<b>A Annex (900)</b>");
    page_has(
        body, "<b>Annex A information security controls reference (27001)</b>");
    page_has(body, "id=\"part-A-2\"");
    page_has_not(body, "[untitled]");
}

static void a_clause_lists_its_items(void **state)
{
    const char *body = get(state, "/conformance/900:1/A.1.3");
    const char *item = strstr(body, "<li id=\"a\">");

    redirects(state, "/conformance/900:1/A.1.3/b",
        "Location: /conformance/900:1/A.1.3#b\r");
    redirects(state, "/conformance/900/A.1.3/b",
        "Location: /conformance/900:1/A.1.3/b\r");
    redirects(state, "/walk/900:1/A.1.3/b", "Location: /walk/900:1/A.1.3\r");
    assert_non_null(item);
    page_has(item, "<a href=\"#a\">A.1.3 a)</a> First of all <span "
                   "class=\"verdict is-evidenced\">Evidenced</span></h3>"
                   "<p>To begin &amp; end.</p></li>");
    page_has(item, "<li id=\"b\"><h3><a href=\"#b\">A.1.3 b)</a> At last</h3>");
    page_has(item, "There are 2 of 3: at least 1 more");
    page_has(item, "0 % of people, 90 % asked");
    page_has_not(body, "Change what is expected");
    body = get_as_editor(state, "/walk/900:1/A.1.3");
    page_has(body, "<b>A.1.3 a) First of all</b>");
    page_has(body, "To begin &amp; end.");
    body = draw_note(state, "clause:900:1/A.1.3/b");
    assert_non_null(body);
    page_has(body, "<span class=\"kind\">900 A.1.3 b)</span> At last");
    page_has(body, "To stop.");
    page_has(body, "<dt>Item of</dt>");
    page_has(body, "<dt>Stage 1</dt><dd><div>Is there a list? "
                   "<span class=\"quiet\">from A.1.3 Only said</span></div>"
                   "</dd><dt>Stage 2</dt><dd><div>Does it breathe? "
                   "<span class=\"quiet\">from A.1 Controls</span></div></dd>");
    page_has(body, "is-asserted\">Asserted</span>");
    page_has(body, "0 % of people, 90 % asked");
    body = draw_note(state, "clause:900:1/A.1.3");
    page_has(body, ">A.1.3 b)</a> At last</li>");
    page_has(body, "<div>A &lt;list&gt;</div><div>Who signed</div>");
}

static void a_clause_tells_what_is_documented(void **state)
{
    const char *body = get(state, "/conformance/900:1/A.1.3");

    page_has(body, "<h3>Documents to keep up to date</h3><ul class=\"told\">"
                   "<li>A &lt;list&gt;</li></ul>");
    page_has(body,
        "<li>Who signed</li><li><span class=\"quiet\">A.1.3 a)</span> "
        "When it began</li>");
    page_has(body, "<h3>Stage 1</h3>");
    page_has(body, "<h3>Surveillance</h3>");
    /* Its own takes the place of what is said above it. */
    page_has_not(body, "Is it alive?");
    page_has(body,
        "<h3>Stage 2</h3><ul class=\"told\"><li>Does it breathe? "
        "<span class=\"quiet small\">from <a "
        "href=\"/conformance/900:1/A.1\">A.1 Controls</a></span></li>"
        "</ul><h3>Surveillance</h3>");
    page_has(
        get_as_editor(state, "/walk/900:1/A.1.3"), "Does it breathe? <span");
    page_has_not(body, "<h3>Recertification</h3>");
    page_has(body, "<th scope=\"row\">Control type</th><td>Preventive</td>");
    page_has(body, "<th scope=\"row\">Security properties</th>");
    body = get(state, "/conformance/900:1/A.1.4");
    page_has_not(body, "Documented information");
    page_has(body, "<li>Is it alive? <span");
    page_has_not(body, "Attributes");
    page_has_not(body, "Item by item");
    page_has(get(state, "/conformance/900:1/A.1"), "<li>Is it alive?</li>");
    page_has_not(
        get(state, "/conformance/900:1/1.2.1"), "What an auditor looks at");
}

static void what_asks_the_same_is_named(void **state)
{
    const char *body = get(state, "/conformance/901:1/1.2");

    page_has(body, "The same is asked by");
    page_has(body, "<a href=\"/conformance/900:1/1.1\">900 1.1</a><span "
                   "class=\"sub\">Audits</span></span><span class=\"verdict "
                   "is-asserted\">");
    page_has(body, "by way of <a class=\"ref ref-clause\" "
                   "href=\"/note/clause:900:1/1.1\"");
    page_has(body, "<span class=\"number\">1.2</span> Split off</h1>");
    page_has(body, "gives this clause no title");
    page_has_not(body, "[untitled]");
    body = get(state, "/walk/900:1/1.1");
    page_has(body, "Also answers <a");
    page_has(body, ">901 1.1</a> (evidenced), <a");
    page_has_not(get(state, "/conformance/900:1/A.1.1"), "by way of");
    page_has_not(get(state, "/conformance/900:1/A.1.1"), "The same is");
    body = draw_note(state, "clause:900:1/1.1");
    assert_non_null(body);
    page_has(body, "<dt>Same asked by</dt>");
}

static void a_waiver_is_named(void **state)
{
    static const char accepted[] =
        "<span class=\"waived\">Accepted by <a class=\"ref ref-waiver\"";

    page_has(get(state, "/conformance/900:1/A.1.4"), accepted);
    page_has(get(state, "/conformance/900:1?q=A.1.4"), accepted);
    page_has(get(state, "/walk/900:1/A.1.4"), accepted);
    page_has_not(get(state, "/conformance/900:1/A.1.6"), "Accepted by");
}

static void filters_hold_back(void **state)
{
    const char *body = get(state, "/conformance/900:1?verdict=stale");

    page_has(body, "1 of 9 clauses.");
    page_has(body, "<option value=\"stale\" selected>Stale</option>");
    page_has(body, ">Grown old</a>");
    page_has_not(body, ">Proven</a>");
    body = get(state, "/conformance/900:1?verdict=open");
    page_has(body, "7 of 9 clauses.");
    body = get(state, "/conformance/900:1?q=GROWN");
    page_has(body, "1 of 9 clauses.");
    body = get(state, "/conformance/900:1?q=fresh+paper");
    page_has(body, ">Proven</a>");
    body = get(state, "/conformance/900:1?q=NOW+then.+%26");
    page_has(body, "1 of 9 clauses.");
    page_has(body, ">Audits</a>");
    body = get(state, "/conformance/900:1?q=something+else");
    page_has(body, "No clause passes");
    body = get(state, "/conformance?q=something+else.");
    page_has(body, "/conformance/901:1/2.1\">Single</a>");
    body = get(state, "/conformance/900:1?q=%22%3E%3Cscript%3E");
    page_has(body, "No clause passes");
    page_has(body, "value=\"&quot;&gt;&lt;script&gt;\"");
    body = get(state, "/conformance/900:1?verdict=&q=+");
    page_has_not(body, "of 9 clauses.");
}

static void another_date_is_kept_in_links(void **state)
{
    const char *body = get(state, "/conformance/900:1/A.1.2?asof=2024-06-01");

    /* Excluded, found and proven as of that day. */
    page_has(body, "is-evidenced\">Evidenced</span>");
    page_has(body, "<time datetime=\"2024-06-01\">1 Jun 2024</time>");
    page_has(body, "href=\"/walk/900:1/A.1.2?asof=2024-06-01\"");
    body = get(state, "/conformance/900:1?asof=2024-06-01");
    page_has(body, "Back to today");
    body = get(state, "/conformance/900:1?asof=2026-11-21");
    page_has_not(body, "Back to today");
    body = get(state, "/conformance/900:1?asof=");
    page_has_not(body, "Back to today");
}

static void the_walk_goes_clause_by_clause(void **state)
{
    const char *body = get(state, "/walk/900:1");

    page_has(body, "<h1><span>1.1</span>Audits</h1>");
    page_has(body, "Audit now &amp; then.");
    page_has(body, "<b>Clause 1</b> of 9 in Own 900");
    page_has(body, "href=\"/walk/900:1/1.2.1\" data-key=\"j\"");
    page_has_not(body, "data-key=\"k\"");
    page_has(body, "src=\"/note/page:rules%23age\"");
    body = get(state, "/walk/900:1/A.1.1");
    page_has(body, "data-key=\"k\"");
    page_has(body, "src=\"/note/document:1\"");
    page_has(body, "<kbd>1</kbd>");
    page_has(body, "data-key=\"2\" aria-current=\"true\">Document 1</a>");
    page_has(body, "Findings against this clause");
    page_has(body, "href=\"/note/finding:1\"");
    page_has_not(body, "None open.");
    body = get(state, "/walk/900:1/A.1.1?note=finding:1");
    page_has(body, "src=\"/note/finding:1\"");
    body = get(state, "/walk/900:1/A.1.4");
    page_has(body, "src=\"/note/\"");
    page_has(body, "Nothing on record.");
    page_has(body, "None open.");
    body = get(state, "/walk/900:1/A.1.7");
    page_has(body, "The last clause");
    body = get(state, "/walk/900:1/A.1.5");
    page_has(body, "src=\"/note/applicability:1\"");
    page_has_not(body, "How we meet it");
    redirects(state, "/walk/900:1/1.2", "Location: /walk/900:1/1.2.1\r");
    redirects(state, "/walk/900:1/A", "Location: /walk/900:1/A.1.1\r");
}

static void the_report_is_json(void **state)
{
    static const char *const paths[] = {
        "/conformance.json", "/conformance/900:1.json"};

    for (size_t i = 0; i < 2; i++) {
        struct page_answer answer = get_as(state, NOBODY, paths[i]);
        struct json_node *node;

        assert_true(answer.fine);
        page_has(
            answer.head, "Content-Type: application/json; charset=utf-8\r");
        assert_true(json_node_parse(
            answer.error.arena, text_of(answer.body), &node, &answer.error));
        assert_string_equal(json_node_text(node, "asof"), "2026-11-21");
        page_has(answer.body, "\"id\":\"900:1\"");
    }
}

static void clauses_have_notes(void **state)
{
    struct fixture *f = *state;
    const char *body = draw_note(state, "clause:900:1/A.1.2");

    assert_non_null(body);
    page_has(body, "<span class=\"kind\">900 A.1.2</span> Grown old");
    page_has(body, "is-stale\">Stale</span>");
    page_has(body, "IMS005");
    page_has(body, "Why it is not evidenced");
    page_has(body, "target=\"_top\"");
    page_has_not(body, "target=\"footnote\"");
    page_has(body, "?trail=");
    assert_non_null(body = draw_note(state, "clause:900/1.2"));
    page_has(body, "What is below it");
    assert_non_null(body = draw_note(state, "meets:900/A.1.5"));
    page_has(body, "<dd>No</dd>");
    assert_non_null(body = draw_note(state, "clause:900:1/1.2/Note"));
    page_has(body, "it asks for nothing by itself");
    assert_null(draw_note(state, "clause:900:1/7"));
    assert_int_equal(f->error.code, ERROR_MISSING);
    assert_null(draw_note(state, "clause:902/7"));
    assert_int_equal(f->error.code, ERROR_MISSING);
    assert_null(draw_note(state, "todo:1"));
    assert_int_equal(f->error.code, ERROR_MISSING);
    assert_null(draw_note(state, "nonsense"));
    assert_int_equal(f->error.code, ERROR_INVALID);
}

static void sections_are_cut_out(void **state)
{
    struct fixture *f = *state;
    struct place place = {.context = &f->context, .trail = NULL, .path = ""};
    const char *html;
    bool found;

    assert_true(
        section_render(&place, "rules", "age", &html, &found, &f->error));
    assert_true(found);
    page_has(html, "We grow older.");
    page_has_not(html, "meets:");
    page_has_not(html, "We prove");
    assert_true(section_render(&place, "rules", "", &html, &found, &f->error));
    assert_true(found);
    page_has(html, "The lead.");
    page_has_not(html, "We prove");
    assert_true(section_render_ref(
        &place, "page:rules#details", &html, &found, &f->error));
    assert_true(found);
    page_has(html, "Small things.");
    assert_true(
        section_render(&place, "rules", "nowhere", &html, &found, &f->error));
    assert_false(found);
    assert_string_equal(html, "");
    assert_true(section_render(&place, "gone", "", &html, &found, &f->error));
    assert_false(found);
    assert_true(section_render_ref(&place, "todo:1", &html, &found, &f->error));
    assert_false(found);
    assert_true(
        section_render_ref(&place, "nonsense", &html, &found, &f->error));
    assert_false(found);
}

/* On the pages of the manual only what is in scope has a verdict. */
static void claims_are_marked_by_their_verdict(void **state)
{
    struct fixture *f = *state;
    const char *body;

    fixture_put_page(f, "claims.md",
        "---\ntitle: Claims\n---\n## All\n[a](meets:900/A.1.2) "
        "[b](meets:900/A.1.3/b) [c](meets:9001/8.1) [d](meets:900/Z)\n\nX.\n");
    body = get(state, "/manual/claims");
    page_has(body,
        "<li><a href=\"/note/clause:900:1/A.1.2\" target=\"footnote\">"
        "<span class=\"dot is-stale\"></span><span><b>900 A.1.2</b>");
    page_has(body,
        "<span class=\"dot is-asserted\"></span><span><b>900 A.1.3 b)</b> "
        "At last<span class=\"vh\"> (asserted)</span>");
    page_has(body,
        "<li class=\"outside\"><a href=\"/note/clause:9001:2015/8.1\" "
        "target=\"footnote\"><span><b>9001 8.1</b>");
    page_has(body, "(not a standard we work to)");
    page_has(
        body, "<span class=\"dot is-missing\"></span><span><b>meets:900/Z</b>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_things_are_refused),
        cmocka_unit_test(bad_filters_are_refused_by_name),
        cmocka_unit_test(numbers_alone_lead_to_the_edition),
        cmocka_unit_test(every_verdict_has_word_and_reasons),
        cmocka_unit_test(a_clause_page_shows_the_section),
        cmocka_unit_test(an_editor_gets_links_that_mend),
        cmocka_unit_test(headings_and_notes_have_pages),
        cmocka_unit_test(one_standard_is_drawn_with_its_parts),
        cmocka_unit_test(standards_share_rows),
        cmocka_unit_test(standards_stand_in_order),
        cmocka_unit_test(a_clause_lists_its_items),
        cmocka_unit_test(a_clause_tells_what_is_documented),
        cmocka_unit_test(what_asks_the_same_is_named),
        cmocka_unit_test(a_waiver_is_named),
        cmocka_unit_test(filters_hold_back),
        cmocka_unit_test(another_date_is_kept_in_links),
        cmocka_unit_test(the_walk_goes_clause_by_clause),
        cmocka_unit_test(the_report_is_json),
        cmocka_unit_test(clauses_have_notes),
        cmocka_unit_test(sections_are_cut_out),
        cmocka_unit_test(claims_are_marked_by_their_verdict),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
