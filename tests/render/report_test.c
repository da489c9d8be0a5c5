/* The reports: what is in them, that they are well formed, that text from
 * outside stays text. */
#include "render/report.h"

#include "base/json.h"
#include "domain/conformance.h"
#include "domain/rule.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"
#define TODAY "2026-11-21"

struct world {
    struct fixture *fixture;
    const struct conformance *result;
    struct report report;
};

/* 9.2.1 and 9.2.2 are claimed; an audit with an awkward title proves them;
 * A.8.28 is excluded; A.5.1 is claimed by a draft. */
static int set_up(void **state)
{
    struct fixture *f = fixture_create(NOW);
    struct world *world = arena_alloc(f->arena, sizeof *world);
    const struct conformance_rule **rules;

    fixture_put_page(f, "audit.md",
        "---\ntitle: Audit\nversion: 1.0\n---\n## Programme\n\n"
        "[a](meets:27001/9.2.1) [b](meets:27001/9.2.2)\n\nX.\n");
    fixture_approve(f, "audit");
    fixture_put_page(f, "policy.md",
        "---\ntitle: Policy\n---\n## All\n\n[a](meets:27001/A.5.1)\n\nX.\n");
    fixture_add_record(f, "audit", "title", "Stores & \"vans\" <all> ]]>",
        "status", "closed", "ended", "2026-05-02", NULL);
    fixture_add_record(f, "finding", "title", "Doors & <locks>", "grade",
        "minor", "raised_on", "2026-05-02", "clauses", "27001/9.2.2", NULL);
    fixture_add_record(f, "applicability", "excludes", "27001/A.8.28", "status",
        "agreed", "body", "No.", "decided_on", "2026-01-01", NULL);
    world->fixture = f;
    if (!conformance_run(
            &f->context, "27001", TODAY, &world->result, &f->error))
        fail_msg("%s", f->error.message);
    world->report = (struct report){.site = "Box & <Co>",
        .as_of = TODAY,
        .results = &world->result,
        .count = 1};
    if (!rule_list(&f->context, &rules, &world->report.rule_count, &f->error))
        fail_msg("%s", f->error.message);
    world->report.rules = rules;
    *state = world;
    return 0;
}

static int tear_down(void **state)
{
    struct world *world = *state;

    fixture_destroy(world->fixture);
    return 0;
}

static const char *written(
    struct world *world, void (*write)(struct builder *, const struct report *))
{
    struct builder out = builder_create(world->fixture->arena);

    write(&out, &world->report);
    assert_true(text_is_clean(text_part(out.data, out.size), NULL));
    return builder_string(&out);
}

static const struct json_node *parsed(struct world *world, const char *json)
{
    struct json_node *node;

    if (!json_node_parse(world->fixture->arena, text_of(json), &node,
            &world->fixture->error))
        fail_msg("%s", world->fixture->error.message);
    return node;
}

static void assert_has(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("missing: %s\nin: %.2000s", part, text);
}

/* The element of the array whose member `key` is `value`. */
static const struct json_node *element(
    const struct json_node *array, const char *key, const char *value)
{
    assert_non_null(array);
    for (const struct json_node *n = array->first; n != NULL; n = n->next) {
        if (string_equals(json_node_text(n, key), value))
            return n;
    }
    fail_msg("no element %s", value);
    return NULL;
}

static void assert_keys(const struct json_node *object, const char *keys)
{
    struct text rest = text_of(keys);
    struct text key;
    const struct json_node *member = object->first;

    while (text_next(&rest, ' ', &key)) {
        assert_non_null(member);
        assert_true(text_equals(key, member->key));
        member = member->next;
    }
    assert_null(member);
}

static void json_keeps_the_contract(void **state)
{
    struct world *world = *state;
    const struct json_node *report = parsed(world, written(world, report_json));
    const struct json_node *standard;
    const struct json_node *clauses;
    const struct json_node *clause;
    const struct json_node *item;
    const struct json_node *evidence;
    size_t count = 0;
    size_t excluded = 0;

    assert_keys(report, "site asof standards");
    assert_string_equal(json_node_text(report, "site"), "Box & <Co>");
    assert_string_equal(json_node_text(report, "asof"), TODAY);
    standard =
        element(json_node_member(report, "standards"), "id", "27001:2022");
    assert_keys(standard, "id name totals groups clauses");
    assert_keys(json_node_member(standard, "totals"),
        "evidenced stale asserted missing excluded");
    assert_string_equal(
        json_node_text(json_node_member(standard, "totals"), "evidenced"), "2");
    clauses = json_node_member(standard, "clauses");
    for (const struct json_node *n = clauses->first; n != NULL; n = n->next) {
        assert_keys(n,
            arena_format(world->fixture->arena,
                "id title verdict provisions evidence findings%s%s",
                json_node_member(n, "exclusions") == NULL ? "" : " exclusions",
                json_node_member(n, "items") == NULL ? "" : " items"));
        excluded += json_node_member(n, "exclusions") != NULL;
        count++;
    }
    assert_int_equal(count, 124);
    assert_int_equal(excluded, 1);
    clause = element(clauses, "id", "9.2.2");
    assert_string_equal(json_node_text(clause, "verdict"), "evidenced");
    assert_string_equal(json_node_member(clause, "provisions")->first->string,
        "page:audit#programme");
    item = element(json_node_member(clause, "items"), "id", "9.2.2/b");
    assert_keys(item, "id verdict");
    assert_string_equal(json_node_text(item, "verdict"), "evidenced");
    assert_null(json_node_member(element(clauses, "id", "4.1"), "items"));
    evidence = element(json_node_member(clause, "evidence"), "ref", "audit:1");
    assert_keys(evidence, "ref title date fresh");
    assert_string_equal(
        json_node_text(evidence, "title"), "Stores & \"vans\" <all> ]]>");
    assert_string_equal(json_node_text(evidence, "date"), "2026-05-02");
    assert_int_equal(json_node_member(evidence, "fresh")->type, NODE_TRUE);
    assert_keys(element(json_node_member(clause, "findings"), "rule", "IMS010"),
        "rule severity message ref");
    assert_string_equal(
        json_node_text(element(clauses, "id", "A.8.28"), "verdict"),
        "excluded");
    assert_string_equal(
        json_node_text(element(clauses, "id", "A.5.1"), "verdict"), "asserted");
}

static void waivers_are_named(void **state)
{
    struct world *world = *state;
    struct fixture *f = world->fixture;
    const struct json_node *report;
    const struct json_node *findings;

    fixture_add_record(f, "waiver", "title", "Doors", "status", "granted",
        "granted_on", "2026-11-01", "check", "ims010", "due", "2026-12-31",
        "rule", "finding:1", NULL);
    assert_true(conformance_run(
        &f->context, "27001", TODAY, &world->result, &f->error));
    assert_has(written(world, report_text), "Accepted by waiver:1\n");
    report = parsed(world, written(world, report_json));
    findings = json_node_member(
        element(json_node_member(
                    json_node_member(report, "standards")->first, "clauses"),
            "id", "9.2.2"),
        "findings");
    assert_keys(element(findings, "rule", "IMS010"),
        "rule severity message ref waived");
    assert_string_equal(
        json_node_text(element(findings, "rule", "IMS010"), "waived"),
        "waiver:1");
}

static void json_rolls_up(void **state)
{
    struct world *world = *state;
    const struct json_node *report = parsed(world, written(world, report_json));
    const struct json_node *groups = json_node_member(
        json_node_member(report, "standards")->first, "groups");
    const struct json_node *group = element(groups, "id", "9.2");

    assert_keys(group, "id title parent verdict totals");
    assert_string_equal(json_node_text(group, "verdict"), "evidenced");
    assert_string_equal(json_node_text(group, "parent"), "9");
    assert_string_equal(
        json_node_text(element(groups, "id", "9"), "verdict"), "missing");
}

static void json_without_standards(void **state)
{
    struct world *world = *state;
    const struct json_node *report;

    world->report.count = 0;
    report = parsed(world, written(world, report_json));
    assert_null(json_node_member(report, "standards")->first);
}

static void text_is_for_people(void **state)
{
    struct world *world = *state;
    const char *text = written(world, report_text);

    assert_has(text, "Box & <Co>, as of 21 Nov 2026\n");
    assert_has(text, "ISO/IEC 27001:2022  Information security");
    assert_has(text, "124 clauses: 2 evidenced, 0 stale, 1 asserted, "
                     "120 missing, 1 excluded\n");
    assert_has(text, "  missing    4.1  Understanding");
    assert_has(text, "    IMS001 error    No section of the manual says");
    assert_has(text, "    IMS002 warning  The page “Policy” has never");
    assert_has(text, "  evidenced  9.2.2  Internal audit programme\n"
                     "    IMS010 warning  Finding 1 “Doors & <locks>”");
    assert_has(text, "(finding:1)");
    assert_has(text, " errors, ");
    assert_has(text, "Not every clause has a provision yet.\n");
    assert_null(strstr(text, "A.8.28 "));
    assert_null(strstr(text, "9.2.1"));
}

/* Tags balance, and no character that XML forbids stands in the text. */
static void assert_xml(const char *xml)
{
    int depth = 0;

    for (const char *p = xml; (p = strchr(p, '<')) != NULL; p++) {
        const char *end = strchr(p, '>');

        assert_non_null(end);
        if (p[1] == '?')
            continue;
        if (p[1] == '/')
            depth--;
        else if (end[-1] != '/')
            depth++;
        assert_true(depth >= 0);
    }
    assert_int_equal(depth, 0);
}

static void junit_has_a_test_for_each_clause(void **state)
{
    struct world *world = *state;
    const char *xml = written(world, report_junit);
    size_t count = 0;

    assert_xml(xml);
    for (const char *p = xml; (p = strstr(p, "<testcase")) != NULL; p++)
        count++;
    assert_int_equal(count, 124);
    assert_has(xml, "<testsuites name=\"Box &amp; &lt;Co&gt;\" tests=\"124\" "
                    "failures=\"121\">");
    assert_has(xml, "<testsuite name=\"ISO/IEC 27001:2022\" tests=\"124\" "
                    "failures=\"121\" errors=\"0\" skipped=\"1\"");
    assert_has(xml, "<failure type=\"asserted\" message=\"The page");
    assert_has(xml, "<skipped message=\"does not apply (applicability:1)\"/>");
    assert_has(xml, "Doors &amp; &lt;locks&gt;");
}

static void sarif_has_a_result_for_each_finding(void **state)
{
    struct world *world = *state;
    const char *text = written(world, report_sarif);
    const struct json_node *sarif = parsed(world, text);
    const struct json_node *run = json_node_member(sarif, "runs")->first;
    const struct json_node *driver =
        json_node_member(json_node_member(run, "tool"), "driver");
    const struct json_node *rules = json_node_member(driver, "rules");
    const struct json_node *results = json_node_member(run, "results");
    size_t count = 0;

    assert_string_equal(json_node_text(sarif, "version"), "2.1.0");
    /* It would have to be a whole address, which the command does not know. */
    assert_null(json_node_member(element(rules, "id", "IMS011"), "helpUri"));
    assert_true(
        json_node_text(json_node_member(element(rules, "id", "IMS011"), "help"),
            "text")[0] != '\0');
    for (const struct json_node *n = results->first; n != NULL; n = n->next) {
        const char *id = json_node_text(n, "ruleId");

        element(rules, "id", id);
        count++;
    }
    assert_int_equal(count, world->result->finding_count);
    assert_string_equal(
        json_node_text(element(results, "ruleId", "IMS010"), "level"),
        "warning");
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(json_keeps_the_contract),
        TEST(json_rolls_up),
        TEST(waivers_are_named),
        TEST(json_without_standards),
        TEST(text_is_for_people),
        TEST(junit_has_a_test_for_each_clause),
        TEST(sarif_has_a_result_for_each_finding),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
