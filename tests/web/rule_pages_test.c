/* What the rules find beyond the clauses, on the page of all standards and in
 * the reports. */
#include "base/json.h"
#include "domain/rule.h"
#include "domain/rule_run.h"
#include "page_fixture.h"
#include "render/report.h"
#include "render/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define TODAY "2026-11-21"

/* Every idea of the standard applies for a reason. */
static void give_reasons(struct fixture *f)
{
    struct builder ideas = builder_create(f->arena);
    struct rows rows;

    assert_true(database_query(f->context.db,
        "select item.ref from clause join item on item.id = clause.id "
        "where clause.standard = '27001:2022' and clause.kind = 'control'",
        NO_VALUES, &rows, &f->error));
    while (rows_next(&rows))
        builder_format(&ideas, "%s ", rows_text(&rows, 0));
    assert_true(rows_end(&rows, &f->error));
    fixture_add_record(f, "applicability", "status", "agreed", "decided_on",
        "2026-01-05", "body", "Asked for by a client.", "applies",
        builder_string(&ideas), NULL);
}

/* One to-do is late and waived, one is late; a box is left. */
static int setup(void **state)
{
    struct fixture *f = fixture_create(TODAY "T10:00:00Z");

    fixture_put_page(f, "index.md",
        "---\ntitle: Home\n---\n## Context\n\n[a](meets:27001/4.1)\n\n"
        "Climate.\n\n> [!INSTRUCTION]\n> Say it.\n");
    give_reasons(f);
    fixture_add_record(
        f, "todo", "title", "Doors & <locks>", "due", "2026-11-02", NULL);
    fixture_add_record(f, "todo", "title", "Keys", "due", "2026-11-03", NULL);
    fixture_add_record(f, "waiver", "status", "granted", "granted_on",
        "2026-11-04", "check", "ims023", "due", TODAY, "rule", "todo:2", NULL);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static void findings_stand_on_the_page(void **state)
{
    const char *body = page_body(page_get(*state, NOBODY, "/conformance"));

    body = strstr(body, "id=\"beyond\"");
    assert_non_null(body);
    page_has(body, "Beyond the clauses</h2>");
    page_has(body, "<b>An action is overdue</b><span class=\"num\">2, 1 "
                   "waived</span>");
    page_has(body, "To-do 1 “Doors &amp; &lt;locks&gt;” was due on 2 Nov 2026");
    page_has(body, "href=\"/note/todo:1\"");
    page_has(body, "Accepted by <a class=\"ref ref-waiver");
    page_has(body, "href=\"/help/rules/IMS023\">IMS023</a>");
    page_has(body, "<b>Note</b>");
    page_has(body, "The page “Home” still has an instruction");
    page_has_not(body, "Accept by a waiver");
}

static void editors_may_ask_for_a_waiver(void **state)
{
    const char *body = page_body(page_get(*state, EDITOR, "/conformance"));

    page_has(body, "href=\"/records/waiver/new?check=ims023\"");
}

static void the_page_of_one_standard_has_none(void **state)
{
    const char *body =
        page_body(page_get(*state, NOBODY, "/conformance/27001:2022"));

    page_has_not(body, "id=\"beyond\"");
    /* The data has them all the same, as the command's has. */
    body = page_body(page_get(*state, NOBODY, "/conformance/27001:2022.json"));
    page_has(body, "\"waived\":\"waiver:1\"");
}

static void nothing_found_is_said(void **state)
{
    struct fixture *f = *state;
    const char *body;

    fixture_put_page(f, "index.md",
        "---\ntitle: Home\n---\n[a](meets:27001/4.1)\n\nClimate.\n");
    fixture_change_record(f, "todo", 1, "due", "2027-11-02", NULL);
    fixture_change_record(f, "todo", 2, "due", "2027-11-02", NULL);
    body = page_body(page_get(f, NOBODY, "/conformance"));
    page_has(body, "find nothing.");
}

static void many_are_cut_off(void **state)
{
    struct fixture *f = *state;

    for (int i = 0; i < 30; i++)
        fixture_add_record(f, "todo", "due", "2026-11-05", NULL);
    page_has(page_body(page_get(f, NOBODY, "/conformance")), "And 12 more;");
}

static void the_json_has_findings(void **state)
{
    struct fixture *f = *state;
    const char *body = page_body(page_get(f, NOBODY, "/conformance.json"));
    const struct json_node *report;
    const struct json_node *finding;
    struct json_node *node;
    size_t count = 0;

    assert_true(json_node_parse(f->arena, text_of(body), &node, &f->error));
    report = node;
    assert_string_equal(report->first->next->next->next->key, "findings");
    finding = json_node_member(report, "findings")->first;
    assert_string_equal(json_node_text(finding, "rule"), "IMS023");
    assert_string_equal(json_node_text(finding, "severity"), "warning");
    assert_string_equal(json_node_text(finding, "ref"), "todo:1");
    assert_string_equal(json_node_text(finding, "waived"), "");
    assert_string_equal(json_node_text(finding->next, "waived"), "waiver:1");
    for (; finding != NULL; finding = finding->next)
        count++;
    assert_int_equal(count, 3);
}

static const char *written(
    struct fixture *f, void (*write)(struct builder *, const struct report *))
{
    struct report report = {.site = "S", .as_of = TODAY};
    struct builder out = builder_create(f->arena);
    const struct conformance_rule **rules;
    struct rule_findings found;

    assert_true(rule_run(&f->context, TODAY, &found, &f->error));
    assert_true(rule_list(&f->context, &rules, &report.rule_count, &f->error));
    report.found = &found;
    report.rules = rules;
    write(&out, &report);
    return builder_string(&out);
}

static void reports_tell_of_them(void **state)
{
    struct fixture *f = *state;
    const char *text = written(f, report_text);
    struct json_node *node;

    page_has(text, "3 findings of 2 rules, 1 accepted by waivers");
    page_has(text, "IMS023 warning  An action is overdue (2)");
    page_has(text, "accepted by waiver:1");
    text = written(f, report_junit);
    page_has(text, "tests=\"2\" failures=\"1\"");
    page_has(text, "<failure type=\"warning\"");
    page_has(text, "Doors &amp; &lt;locks&gt;");
    page_has(text, "<system-out>IMS031 note");
    text = written(f, report_sarif);
    page_has(text, "\"suppressions\":[{\"kind\":\"external\"");
    page_has(text, "\"id\":\"IMS037\"");
    assert_true(json_node_parse(f->arena, text_of(text), &node, &f->error));
}

static void what_is_waived_does_not_fail(void **state)
{
    struct fixture *f = *state;
    const char *text;

    fixture_change_record(f, "todo", 1, "due", "2027-11-02", NULL);
    text = written(f, report_junit);
    page_has(text, "tests=\"2\" failures=\"0\"");
    page_has_not(text, "<failure");
    page_has(text, "accepted by waiver:1");
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(findings_stand_on_the_page),
        EACH(editors_may_ask_for_a_waiver),
        EACH(the_page_of_one_standard_has_none),
        EACH(nothing_found_is_said),
        EACH(many_are_cut_off),
        EACH(the_json_has_findings),
        EACH(reports_tell_of_them),
        EACH(what_is_waived_does_not_fail),
    };

    if (!template_set_folder("templates"))
        return 2;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
