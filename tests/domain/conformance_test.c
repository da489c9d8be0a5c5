/* The checker: each verdict, each rule both ways, evidence and its age. */
#include "domain/conformance.h"

#include "base/file.h"
#include "domain/link.h"
#include "domain/link_manual.h"
#include "domain/standard.h"
#include "domain/standard_load.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"
#define TODAY "2026-11-21"

/* A small standard of its own, so that the shipped one may change. */
static const char own_standard[] =
    "standard 900:1\nname Own 900\ntitle Own rules\nscope yes\n"
    "clause 1\n kind clause\n heading First\n"
    "clause 1.1\n parent 1\n kind requirement\n heading Audits\n"
    "  expect audit is closed within 12 months\n"
    "clause 1.1/Amd1\n parent 1.1\n kind amendment\n heading Amended\n"
    "clause 1.2\n parent 1\n kind clause\n heading Below\n"
    "clause 1.2.1\n parent 1.2\n kind requirement\n heading Linked\n"
    "  expect document linked within 12 months\n"
    "clause 1.2/Note\n parent 1.2\n kind note\n heading A note\n"
    "clause A\n kind clause\n heading Annex\n"
    "clause A.1\n parent A\n kind theme\n heading Theme\n"
    "clause A.1.1\n parent A.1\n kind control\n heading Control one\n"
    "clause A.1.2\n parent A.1\n kind control\n heading Control two\n"
    "  expect at least 2 any linked within 12 months\n"
    "  expect todo is closed within 24 months\n";

static int set_up(void **state)
{
    struct fixture *f = fixture_create(NOW);
    const char *folder = file_join(f->arena, f->root, "standards");

    assert_true(file_make_folder(f->arena, folder, &f->error));
    assert_true(file_write(f->arena, file_join(f->arena, folder, "a.standard"),
        text_of(own_standard), &f->error));
    assert_true(site_begin(&f->context, &f->error));
    if (!standard_load_files(&f->context, folder, &f->error))
        fail_msg("%s", f->error.message);
    assert_true(site_commit(&f->context, &f->error));
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static const struct conformance *run_as_of(struct fixture *f, const char *as_of)
{
    const struct conformance *result;

    if (!conformance_run(&f->context, "900", as_of, &result, &f->error))
        fail_msg("%s", f->error.message);
    return result;
}

static const struct conformance_clause *check_as_of(
    struct fixture *f, const char *id, const char *as_of)
{
    const struct conformance_clause *clause =
        conformance_find(run_as_of(f, as_of), id);

    assert_non_null(clause);
    return clause;
}

static const struct conformance_clause *check(struct fixture *f, const char *id)
{
    return check_as_of(f, id, TODAY);
}

static void assert_verdict(
    const struct conformance_clause *clause, enum verdict expected)
{
    assert_string_equal(conformance_verdict_name(clause->verdict),
        conformance_verdict_name(expected));
}

static const struct conformance_finding *finding(
    const struct conformance_clause *clause, const char *rule)
{
    for (size_t i = 0; i < clause->finding_count; i++) {
        if (strcmp(clause->findings[i].rule, rule) == 0)
            return &clause->findings[i];
    }
    return NULL;
}

/* The clause has exactly these rules, in this order, separated by spaces. */
static void assert_rules(struct fixture *f,
    const struct conformance_clause *clause, const char *expected)
{
    struct builder rules = builder_create(f->arena);

    for (size_t i = 0; i < clause->finding_count; i++) {
        builder_format(
            &rules, "%s%s", i == 0 ? "" : " ", clause->findings[i].rule);
        assert_true(clause->findings[i].message[0] != '\0');
        assert_true(clause->findings[i].ref[0] != '\0');
        assert_true(clause->findings[i].mend[0] != '\0');
    }
    assert_string_equal(builder_string(&rules), expected);
}

/* The page "how" with one section that claims `claims`. */
static void put_page(
    struct fixture *f, const char *front, const char *claims, const char *body)
{
    fixture_put_page(f, "how.md",
        arena_format(f->arena,
            "---\ntitle: How\nversion: 1.0\n%s---\nLead.\n\n"
            "## Doing it\n\n%s\n\n%s\n",
            front, claims, body));
}

static void claim(struct fixture *f, const char *id)
{
    put_page(f, "", arena_format(f->arena, "[%s](meets:900/%s)", id, id),
        "So it is done.");
    fixture_approve(f, "how");
}

static void an_empty_site_misses_everything(void **state)
{
    struct fixture *f = *state;
    const struct conformance *result = run_as_of(f, TODAY);

    assert_int_equal(result->clause_count, 5);
    assert_int_equal(result->totals[VERDICT_MISSING], 5);
    assert_false(result->desktop);
    assert_false(result->conforms);
    assert_string_equal(result->as_of, TODAY);
    assert_string_equal(result->standard.id, "900:1");
    assert_int_equal(result->finding_count, 5);
    assert_rules(f, &result->clauses[0], "IMS001");
}

static void a_claim_makes_a_provision(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    claim(f, "1.1/Amd1");
    clause = check(f, "1.1/Amd1");
    assert_verdict(clause, VERDICT_EVIDENCED);
    assert_rules(f, clause, "");
    assert_int_equal(clause->provision_count, 1);
    assert_string_equal(clause->provisions[0].ref, "page:how#doing-it");
    assert_string_equal(clause->provisions[0].title, "Doing it");
    assert_string_equal(clause->provisions[0].page_ref, "page:how");
    assert_string_equal(clause->provisions[0].page_title, "How");
    assert_string_equal(clause->provisions[0].approved_at, TODAY);
    assert_string_equal(clause->provisions[0].approved_version, "1.0");
    assert_int_equal(clause->provisions[0].approval, APPROVAL_STANDS);
    assert_rules(f, check(f, "1.1"), "IMS001");
}

static void a_claim_counts_once_a_section(void **state)
{
    struct fixture *f = *state;

    put_page(f, "",
        "[a](meets:900/A.1.1) [b](meets:900:1/A.1.1) [c](clause:900/A.1.1)",
        "Text.\n\n## Again\n\n[a](meets:900/A.1.1)");
    fixture_approve(f, "how");
    assert_int_equal(check(f, "A.1.1")->provision_count, 2);
    /* A mere reference is no claim. */
    put_page(f, "", "See [c](clause:900/A.1.1).", "Text.");
    assert_int_equal(check(f, "A.1.1")->provision_count, 0);
}

static void the_page_must_be_approved(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    put_page(f, "", "[a](meets:900/A.1.1)", "Text.");
    clause = check(f, "A.1.1");
    assert_verdict(clause, VERDICT_ASSERTED);
    assert_rules(f, clause, "IMS002");
    assert_string_equal(clause->findings[0].ref, "page:how");
    fixture_approve(f, "how");
    assert_verdict(check(f, "A.1.1"), VERDICT_EVIDENCED);
    fixture_set_now(f, "2026-11-22T10:00:00Z");
    put_page(f, "", "[a](meets:900/A.1.1)", "Other text.");
    clause = check(f, "A.1.1");
    assert_verdict(clause, VERDICT_STALE);
    assert_rules(f, clause, "IMS003");
    assert_string_equal(clause->findings[0].message,
        "The page “How” was changed on 22 Nov 2026; what was approved is an "
        "earlier text (version 1.0, on 21 Nov 2026).");
    put_page(f, "", "[a](meets:900/A.1.1)", "Text.");
    assert_verdict(check(f, "A.1.1"), VERDICT_EVIDENCED);
}

static void one_approved_provision_is_enough(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    claim(f, "A.1.1");
    fixture_put_page(f, "too.md",
        "---\ntitle: Too\n---\n## One\n\n[a](meets:900/A.1.1)\n\nX.\n\n"
        "## Two\n\n[a](meets:900/A.1.1)\n\nX.\n");
    clause = check(f, "A.1.1");
    assert_int_equal(clause->provision_count, 3);
    assert_verdict(clause, VERDICT_EVIDENCED);
    assert_rules(f, clause, "IMS002"); /* once a page */
    assert_string_equal(clause->findings[0].ref, "page:too");
}

static void a_removed_claim_is_missed(void **state)
{
    struct fixture *f = *state;

    claim(f, "A.1.1");
    assert_verdict(check(f, "A.1.1"), VERDICT_EVIDENCED);
    claim(f, "1.1/Amd1");
    assert_verdict(check(f, "A.1.1"), VERDICT_MISSING);
}

static void a_review_of_the_page_may_be_late(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    put_page(f, "next_review: 2026-11-21\n", "[a](meets:900/A.1.1)", "Text.");
    fixture_approve(f, "how");
    assert_rules(f, check(f, "A.1.1"), "");
    clause = check_as_of(f, "A.1.1", "2026-11-22");
    assert_verdict(clause, VERDICT_STALE);
    assert_rules(f, clause, "IMS007");
    assert_string_equal(clause->findings[0].message,
        "The page “How” was due for review on 21 Nov 2026.");
}

static void a_broken_reference_is_named(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    put_page(f, "", "[a](meets:900/A.1.1)", "See [the to-do](todo:1).");
    fixture_approve(f, "how");
    clause = check(f, "A.1.1");
    assert_verdict(clause, VERDICT_EVIDENCED);
    assert_rules(f, clause, "IMS006");
    assert_string_equal(clause->findings[0].ref, "page:how#doing-it");
    assert_non_null(strstr(clause->findings[0].message, "todo:1"));
    fixture_add_record(f, "todo", "title", "There it is", NULL);
    assert_rules(f, check(f, "A.1.1"), "");
    /* Another section's references are not this provision's. */
    put_page(f, "", "[a](meets:900/A.1.1)",
        "Fine.\n\n## Other\n\nSee [x](todo:99).");
    fixture_approve(f, "how");
    assert_rules(f, check(f, "A.1.1"), "");
}

static void unlinked_evidence_counts_for_every_clause(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;
    long long number;

    claim(f, "1.1");
    clause = check(f, "1.1");
    assert_verdict(clause, VERDICT_ASSERTED);
    assert_rules(f, clause, "IMS004");
    assert_string_equal(clause->findings[0].ref, "clause:900:1/1.1");
    assert_string_equal(clause->findings[0].message,
        "Expected: A closed audit, at most 12 months old. There is none.");
    number = fixture_add_record(f, "audit", "title", "Store audit", "status",
        "running", "ended", "2026-05-02", NULL);
    assert_verdict(check(f, "1.1"), VERDICT_ASSERTED);
    fixture_change_record(f, "audit", number, "status", "closed", NULL);
    clause = check(f, "1.1");
    assert_verdict(clause, VERDICT_EVIDENCED);
    assert_rules(f, clause, "");
    assert_int_equal(clause->expectations[0].state, EXPECTATION_MET);
    assert_int_equal(clause->expectations[0].evidence_count, 1);
    assert_string_equal(clause->expectations[0].evidence[0].ref, "audit:1");
    assert_string_equal(
        clause->expectations[0].evidence[0].title, "Store audit");
    assert_string_equal(clause->expectations[0].evidence[0].date, "2026-05-02");
    assert_true(clause->expectations[0].evidence[0].fresh);
    /* Taken away again. */
    fixture_change_record(f, "audit", number, "status", "planned", NULL);
    assert_verdict(check(f, "1.1"), VERDICT_ASSERTED);
}

static void evidence_grows_old(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    claim(f, "1.1");
    fixture_add_record(f, "audit", "title", "Store audit", "status", "closed",
        "ended", "2026-05-02", NULL);
    assert_verdict(check_as_of(f, "1.1", "2027-05-02"), VERDICT_EVIDENCED);
    clause = check_as_of(f, "1.1", "2027-05-03");
    assert_verdict(clause, VERDICT_STALE);
    assert_rules(f, clause, "IMS005");
    assert_string_equal(clause->findings[0].ref, "audit:1");
    assert_string_equal(clause->findings[0].message,
        "Expected: A closed audit, at most 12 months old. The newest is "
        "“Store audit” of 2 May 2026.");
    assert_false(clause->expectations[0].evidence[0].fresh);
    assert_string_equal(clause->expectations[0].oldest, "2026-05-03");
    /* What lies in the future proves nothing yet. */
    assert_verdict(check_as_of(f, "1.1", "2026-05-02"), VERDICT_EVIDENCED);
    assert_verdict(check_as_of(f, "1.1", "2026-05-01"), VERDICT_ASSERTED);
    fixture_add_record(
        f, "audit", "status", "closed", "ended", "2027-04-01", NULL);
    assert_verdict(check_as_of(f, "1.1", "2027-05-03"), VERDICT_EVIDENCED);
}

static void linked_evidence_must_name_the_clause(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;
    long long number;

    claim(f, "1.2.1");
    number = fixture_add_record(f, "document", "status", "current", "issued",
        "2026-10-01", "clauses", "900/1.1", NULL);
    assert_rules(f, check(f, "1.2.1"), "IMS004");
    fixture_change_record(
        f, "document", number, "clauses", "900/1.1 900/1.2.1", NULL);
    clause = check(f, "1.2.1");
    assert_verdict(clause, VERDICT_EVIDENCED);
    assert_rules(f, clause, "");
    assert_string_equal(clause->expectations[0].evidence[0].ref, "document:1");
    fixture_change_record(f, "document", number, "clauses", "", "body",
        "Shows [how](clause:900:1/1.2.1) and [again](clause:900/1.2.1).", NULL);
    clause = check(f, "1.2.1");
    assert_verdict(clause, VERDICT_EVIDENCED);
    assert_int_equal(clause->expectations[0].total, 1);
    /* Not live: it does not count. */
    fixture_change_record(f, "document", number, "status", "draft", NULL);
    assert_verdict(check(f, "1.2.1"), VERDICT_ASSERTED);
    /* Another kind does not count either. */
    fixture_add_record(f, "audit", "status", "closed", "ended", "2026-10-01",
        "clauses", "900/1.2.1", NULL);
    assert_verdict(check(f, "1.2.1"), VERDICT_ASSERTED);
}

static void undated_evidence_is_dated_by_its_last_change(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    claim(f, "1.2.1");
    fixture_add_record(
        f, "document", "status", "current", "clauses", "900/1.2.1", NULL);
    clause = check(f, "1.2.1");
    assert_verdict(clause, VERDICT_EVIDENCED);
    assert_string_equal(clause->expectations[0].evidence[0].date, TODAY);
    claim(f, "1.1");
    fixture_add_record(f, "audit", "status", "closed", NULL);
    clause = check(f, "1.1");
    assert_verdict(clause, VERDICT_EVIDENCED);
    assert_string_equal(clause->expectations[0].evidence[0].date, TODAY);
    assert_verdict(check_as_of(f, "1.1", "2027-11-22"), VERDICT_STALE);
    assert_verdict(check_as_of(f, "1.1", "2026-11-20"), VERDICT_ASSERTED);
}

static void at_least_counts_fresh_ones(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;
    const struct conformance_finding *unmet;

    claim(f, "A.1.2");
    assert_rules(f, check(f, "A.1.2"), "IMS004 IMS004");
    fixture_add_record(f, "todo", "status", "closed", "closed_on", "2026-08-01",
        "clauses", "900/A.1.2", NULL);
    clause = check(f, "A.1.2");
    assert_rules(f, clause, "IMS004");
    unmet = finding(clause, "IMS004");
    assert_string_equal(unmet->message,
        "Expected: At least 2 records that refer to this clause, at most 12 "
        "months old. There is only 1.");
    fixture_add_record(f, "incident", "status", "closed", "detected_at",
        "2025-08-01T10:00", "clauses", "900/A.1.2", NULL);
    clause = check(f, "A.1.2");
    assert_verdict(clause, VERDICT_STALE);
    assert_rules(f, clause, "IMS005");
    assert_string_equal(clause->findings[0].message,
        "Expected: At least 2 records that refer to this clause, at most 12 "
        "months old. Only 1 of 2 are fresh enough.");
    assert_string_equal(clause->expectations[0].evidence[0].ref, "todo:1");
    assert_string_equal(clause->expectations[0].evidence[1].ref, "incident:1");
    fixture_add_record(f, "document", "status", "current", "issued",
        "2026-09-01", "clauses", "900/A.1.2", NULL);
    clause = check(f, "A.1.2");
    assert_verdict(clause, VERDICT_EVIDENCED);
    assert_int_equal(clause->expectations[0].fresh, 2);
    assert_int_equal(clause->expectations[0].total, 3);
    assert_string_equal(clause->expectations[0].evidence[0].ref, "document:1");
    assert_int_equal(clause->expectations[1].evidence[0].expectation, 1);
}

static void much_evidence_is_listed_newest_first(void **state)
{
    struct fixture *f = *state;
    const struct conformance_expectation *expectation;

    claim(f, "1.1");
    for (int day = 1; day <= 25; day++)
        fixture_add_record(f, "audit", "status", "closed", "ended",
            arena_format(f->arena, "2026-10-%02d", day), NULL);
    expectation = &check(f, "1.1")->expectations[0];
    assert_true(expectation->more);
    assert_true(expectation->total > CONFORMANCE_EVIDENCE_LIMIT);
    assert_int_equal(expectation->fresh, expectation->total);
    assert_int_equal(expectation->evidence_count, CONFORMANCE_EVIDENCE_LIMIT);
    assert_string_equal(expectation->evidence[0].date, "2026-10-25");
    assert_string_equal(
        expectation->evidence[CONFORMANCE_EVIDENCE_LIMIT - 1].date,
        "2026-10-14");
}

static void an_exclusion_needs_a_reason(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;
    long long number = fixture_add_record(f, "applicability", "title",
        "No software", "status", "agreed", "excludes", "900/A.1.1",
        "decided_on", "2026-03-01", NULL);

    clause = check(f, "A.1.1");
    assert_verdict(clause, VERDICT_MISSING);
    assert_rules(f, clause, "IMS001 IMS008");
    assert_string_equal(clause->findings[1].ref, "applicability:1");
    fixture_change_record(
        f, "applicability", number, "body", "We write none.", NULL);
    clause = check(f, "A.1.1");
    assert_verdict(clause, VERDICT_EXCLUDED);
    assert_rules(f, clause, "");
    assert_int_equal(clause->exclusion_count, 1);
    assert_string_equal(clause->exclusions[0].reason, "We write none.");
    assert_verdict(check(f, "A.1.2"), VERDICT_MISSING);
    /* Before it was decided, it did not hold. */
    assert_verdict(check_as_of(f, "A.1.1", "2026-02-28"), VERDICT_MISSING);
    fixture_change_record(
        f, "applicability", number, "status", "withdrawn", NULL);
    assert_verdict(check(f, "A.1.1"), VERDICT_MISSING);
    fixture_change_record(
        f, "applicability", number, "status", "proposed", NULL);
    assert_verdict(check(f, "A.1.1"), VERDICT_MISSING);
}

static void an_exclusion_and_a_claim_contradict(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    fixture_add_record(f, "applicability", "title", "No software", "status",
        "agreed", "excludes", "900/A.1.1", "body", "We write none.",
        "decided_on", "2026-03-01", NULL);
    put_page(f, "", "[a](meets:900/A.1.1)", "Text.");
    clause = check(f, "A.1.1");
    assert_verdict(clause, VERDICT_EXCLUDED);
    assert_rules(f, clause, "IMS009");
    assert_string_equal(clause->findings[0].ref, "applicability:1");
}

/* What is said not to apply is there all the same: it counts again. */
static void an_exclusion_and_a_record_contradict(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;
    long long number;

    fixture_add_record(f, "applicability", "title", "No software", "status",
        "agreed", "excludes", "900/A.1.1", "body", "We write none.",
        "decided_on", "2026-03-01", NULL);
    fixture_add_record(f, "finding", "clauses", "900/A.1.1", "status", "closed",
        "raised_on", "2026-03-01", NULL);
    number = fixture_add_record(f, "measure", "title", "Code review", "clauses",
        "900/A.1.1", "status", "planned", NULL);
    assert_verdict(check(f, "A.1.1"), VERDICT_EXCLUDED);
    assert_rules(f, check(f, "A.1.1"), "");
    fixture_change_record(f, "measure", number, "status", "running", NULL);
    clause = check(f, "A.1.1");
    assert_verdict(clause, VERDICT_MISSING);
    assert_rules(f, clause, "IMS001 IMS009");
    assert_non_null(strstr(clause->findings[1].message, "measure:1"));
    assert_string_equal(clause->findings[1].ref, "applicability:1");
    claim(f, "A.1.1");
    assert_verdict(check(f, "A.1.1"), VERDICT_EVIDENCED);
    fixture_change_record(f, "measure", number, "status", "retired", NULL);
    assert_verdict(check(f, "A.1.1"), VERDICT_EXCLUDED);
}

/* The section was linked to other words than the evidence has now, or the
 * evidence to other words than the section's page has. */
static void what_changed_since_it_was_linked_is_stale(void **state)
{
    static const char both[] = "[a](meets:900/1.2.1) [b](meets:900/A.1.1)";
    struct fixture *f = *state;
    const struct conformance_clause *clause;
    struct linked *links;
    struct link link;
    size_t count;
    long long item = 0;

    fixture_add_record(f, "document", "title", "Plan", "status", "current",
        "issued", "2026-10-01", "clauses", "900/1.2.1", "body", "What is done.",
        NULL);
    put_page(f, "", both, "See [the plan](document:1).");
    fixture_approve(f, "how");
    assert_verdict(check(f, "1.2.1"), VERDICT_EVIDENCED);
    fixture_change_record(f, "document", 1, "body", "Something else.", NULL);
    clause = check(f, "1.2.1");
    assert_verdict(clause, VERDICT_STALE);
    assert_rules(f, clause, "IMS012");
    assert_string_equal(clause->findings[0].ref, "document:1");
    /* It is no evidence of the other clause. */
    assert_verdict(check(f, "A.1.1"), VERDICT_EVIDENCED);
    fixture_change_record(f, "document", 1, "body", "What is done.", NULL);
    assert_verdict(check(f, "1.2.1"), VERDICT_EVIDENCED);
    /* The other way round. */
    fixture_change_record(
        f, "document", 1, "body", "As [told](page:how#doing-it).", NULL);
    put_page(f, "", both, "Done otherwise.");
    fixture_approve(f, "how");
    assert_verdict(check(f, "1.2.1"), VERDICT_STALE);
    assert_rules(f, check(f, "1.2.1"), "IMS012");
    assert_true(database_number(f->context.db,
        "select id from item where ref = 'document:1'", NO_VALUES, &item,
        &f->error));
    assert_true(link_list_from(&f->context, item, &links, &count, &f->error));
    assert_true(site_begin(&f->context, &f->error));
    for (size_t i = 0; i < count; i++)
        assert_true(!links[i].changed ||
                    (link_read(&f->context, links[i].id, &link, &f->error) &&
                        link_affirm(&f->context, link.id, link.fingerprint,
                            &f->error)));
    assert_true(site_commit(&f->context, &f->error));
    assert_verdict(check(f, "1.2.1"), VERDICT_EVIDENCED);
}

/* To write in an old record makes nothing fresh. */
static void a_record_without_its_date_is_as_old_as_itself(void **state)
{
    struct fixture *f = *state;

    claim(f, "1.2.1");
    fixture_set_now(f, "2024-01-10T10:00:00Z");
    fixture_add_record(f, "document", "title", "Plan", "status", "current",
        "clauses", "900/1.2.1", NULL);
    fixture_set_now(f, NOW);
    assert_verdict(check(f, "1.2.1"), VERDICT_STALE);
    fixture_change_record(f, "document", 1, "body", "Read again.", NULL);
    assert_verdict(check(f, "1.2.1"), VERDICT_STALE);
    fixture_change_record(f, "document", 1, "issued", "2026-10-01", NULL);
    assert_verdict(check(f, "1.2.1"), VERDICT_EVIDENCED);
    fixture_change_record(f, "document", 1, "issued", "", NULL);
    assert_verdict(check(f, "1.2.1"), VERDICT_STALE);
}

static void a_waiver_is_no_evidence(void **state)
{
    struct fixture *f = *state;

    claim(f, "A.1.2");
    fixture_add_record(f, "waiver", "status", "granted", "check", "ims004",
        "rule", "clause:900/A.1.2", NULL);
    assert_int_equal(check(f, "A.1.2")->expectations[0].total, 0);
}

static void an_exclusion_is_no_evidence(void **state)
{
    struct fixture *f = *state;

    claim(f, "A.1.2");
    fixture_add_record(f, "applicability", "status", "agreed", "excludes",
        "900/A.1.2", "decided_on", "2026-03-01", NULL);
    assert_int_equal(check(f, "A.1.2")->expectations[0].total, 0);
}

static void an_open_nonconformity_is_shown(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;
    long long number;

    claim(f, "A.1.1");
    number = fixture_add_record(f, "finding", "title", "No lock", "grade",
        "minor", "raised_on", "2026-10-01", "clauses", "900/A.1.1", NULL);
    clause = check(f, "A.1.1");
    assert_verdict(clause, VERDICT_EVIDENCED);
    assert_rules(f, clause, "IMS010");
    assert_string_equal(clause->findings[0].ref, "finding:1");
    assert_string_equal(clause->findings[0].message,
        "Finding 1 “No lock” (Minor nonconformity) has the status Open.");
    fixture_change_record(
        f, "finding", number, "status", "answered", "grade", "major", NULL);
    assert_rules(f, check(f, "A.1.1"), "IMS010");
    fixture_change_record(f, "finding", number, "grade", "observation", NULL);
    assert_rules(f, check(f, "A.1.1"), "");
    fixture_change_record(
        f, "finding", number, "grade", "major", "status", "closed", NULL);
    assert_rules(f, check(f, "A.1.1"), "");
}

static void a_late_action_is_shown(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;
    long long number;

    claim(f, "A.1.1");
    number = fixture_add_record(f, "todo", "title", "Fit a lock", "due",
        "2026-11-20", "clauses", "900/A.1.1", NULL);
    clause = check(f, "A.1.1");
    assert_verdict(clause, VERDICT_EVIDENCED);
    assert_rules(f, clause, "IMS011");
    assert_string_equal(clause->findings[0].severity, "note");
    assert_string_equal(clause->findings[0].message,
        "To-do 1 “Fit a lock” was due on 20 Nov 2026 and has the status "
        "Open.");
    fixture_change_record(f, "todo", number, "due", TODAY, NULL);
    assert_rules(f, check(f, "A.1.1"), "");
    fixture_change_record(
        f, "todo", number, "due", "2026-11-20", "status", "dropped", NULL);
    assert_rules(f, check(f, "A.1.1"), "");
    fixture_change_record(f, "todo", number, "due", "", "status", "open", NULL);
    assert_rules(f, check(f, "A.1.1"), "");
}

static const struct conformance_group *group(
    const struct conformance *result, const char *id)
{
    for (size_t i = 0; i < result->group_count; i++) {
        if (strcmp(result->groups[i].clause.id, id) == 0)
            return &result->groups[i];
    }
    fail_msg("no group %s", id);
    return NULL;
}

static void parents_roll_up(void **state)
{
    struct fixture *f = *state;
    const struct conformance *result;

    put_page(f, "",
        "[a](meets:900/1.1) [b](meets:900/1.1/Amd1) [c](meets:900/A.1.1)",
        "Text.");
    fixture_approve(f, "how");
    fixture_add_record(f, "applicability", "status", "agreed", "excludes",
        "900/1.2.1 900/A.1.2", "body", "No.", "decided_on", "2026-03-01", NULL);
    result = run_as_of(f, TODAY);
    assert_int_equal(result->group_count, 4);
    assert_int_equal(group(result, "1")->count, 3);
    assert_int_equal(group(result, "1")->totals[VERDICT_ASSERTED], 1);
    assert_int_equal(group(result, "1")->totals[VERDICT_EVIDENCED], 1);
    assert_int_equal(group(result, "1")->totals[VERDICT_EXCLUDED], 1);
    assert_int_equal(group(result, "1")->verdict, VERDICT_ASSERTED);
    assert_int_equal(group(result, "1")->depth, 0);
    assert_int_equal(group(result, "1.2")->verdict, VERDICT_EXCLUDED);
    assert_int_equal(group(result, "1.2")->depth, 1);
    assert_int_equal(group(result, "A")->verdict, VERDICT_EVIDENCED);
    assert_int_equal(group(result, "A")->count, 2);
    assert_int_equal(group(result, "A.1")->count, 2);
    assert_true(result->desktop);
    assert_false(result->conforms);
    assert_string_equal(
        result->groups[conformance_find(result, "A.1.1")->group].clause.id,
        "A.1");
    fixture_add_record(
        f, "audit", "status", "closed", "ended", "2026-05-02", NULL);
    assert_true(run_as_of(f, TODAY)->conforms);
}

static void one_clause_alone(void **state)
{
    struct fixture *f = *state;
    const struct conformance *result;
    const struct conformance_clause *clause;

    assert_true(conformance_run_clause(
        &f->context, "900", "1.1", TODAY, &result, &clause, &f->error));
    assert_string_equal(clause->clause.ref, "clause:900:1/1.1");
    assert_false(conformance_run_clause(
        &f->context, "900", "1.2", TODAY, &result, &clause, &f->error));
    assert_int_equal(f->error.code, ERROR_MISSING);
}

static void refuses_what_it_cannot_check(void **state)
{
    struct fixture *f = *state;
    const struct conformance *result;

    assert_false(
        conformance_run(&f->context, "901", TODAY, &result, &f->error));
    assert_int_equal(f->error.code, ERROR_MISSING);
    f->error = error_create(f->arena);
    assert_false(
        conformance_run(&f->context, "900", "2026-02-30", &result, &f->error));
    assert_int_equal(f->error.code, ERROR_INVALID);
}

static void add_documents(struct fixture *f, int count)
{
    assert_true(site_begin(&f->context, &f->error));
    for (int i = 0; i < count; i++)
        fixture_add_record(f, "document", "status", "current", "issued",
            "2026-10-01", "clauses", "900/1.2.1 900/A.1.2", NULL);
    assert_true(site_commit(&f->context, &f->error));
}

static void asks_as_often_however_much_there_is(void **state)
{
    struct fixture *f = *state;
    long long before;
    long long few;

    /* Not of today: that is kept, and asks nothing the second time. */
    claim(f, "1.2.1");
    add_documents(f, 100);
    run_as_of(f, "2026-11-20");
    before = database_statements(f->context.db);
    run_as_of(f, "2026-11-20");
    few = database_statements(f->context.db) - before;
    assert_true(few > 0);
    add_documents(f, 300);
    before = database_statements(f->context.db);
    run_as_of(f, "2026-11-20");
    assert_int_equal(database_statements(f->context.db) - before, few);
}

static void keeps_what_it_found_until_something_changes(void **state)
{
    struct fixture *f = *state;
    const struct conformance *first;
    const struct conformance *second;

    claim(f, "1.1");
    assert_true(site_begin_read(&f->context, &f->error));
    first = run_as_of(f, TODAY);
    assert_ptr_equal(run_as_of(f, TODAY), first);
    assert_verdict(conformance_find(first, "1.1"), VERDICT_ASSERTED);
    database_end_read(f->context.db);
    fixture_add_record(
        f, "audit", "status", "closed", "ended", "2026-10-01", NULL);
    assert_true(site_begin_read(&f->context, &f->error));
    second = run_as_of(f, TODAY);
    assert_verdict(conformance_find(second, "1.1"), VERDICT_EVIDENCED);
    database_end_read(f->context.db);
}

static void every_rule_has_its_help_page(void **state)
{
    struct fixture *f = *state;

    for (int i = 0; i < RULE_COUNT; i++) {
        const struct conformance_rule *rule =
            conformance_rule((enum conformance_rule_id)i);
        struct text page;

        /* IMS010 and IMS011 are made by data. */
        assert_string_equal(rule->id, arena_format(f->arena, "IMS%03d",
                                          i == RULE_LINK_CHANGED ? 12 : i + 1));
        assert_ptr_equal(conformance_rule_find(rule->id), rule);
        assert_true(file_read(f->arena,
            arena_format(
                f->arena, "%s/manual/help/rules/%s.md", f->shared, rule->id),
            1024 * 1024, &page, &f->error));
        assert_non_null(strstr(page.data,
            arena_format(f->arena, "Severity: %s.", rule->severity)));
    }
    assert_null(conformance_rule_find("IMS999"));
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_empty_site_misses_everything),
        TEST(a_claim_makes_a_provision),
        TEST(a_claim_counts_once_a_section),
        TEST(the_page_must_be_approved),
        TEST(one_approved_provision_is_enough),
        TEST(a_removed_claim_is_missed),
        TEST(a_review_of_the_page_may_be_late),
        TEST(a_broken_reference_is_named),
        TEST(unlinked_evidence_counts_for_every_clause),
        TEST(evidence_grows_old),
        TEST(linked_evidence_must_name_the_clause),
        TEST(undated_evidence_is_dated_by_its_last_change),
        TEST(at_least_counts_fresh_ones),
        TEST(much_evidence_is_listed_newest_first),
        TEST(an_exclusion_needs_a_reason),
        TEST(an_exclusion_and_a_claim_contradict),
        TEST(an_exclusion_and_a_record_contradict),
        TEST(what_changed_since_it_was_linked_is_stale),
        TEST(a_record_without_its_date_is_as_old_as_itself),
        TEST(a_waiver_is_no_evidence),
        TEST(an_exclusion_is_no_evidence),
        TEST(an_open_nonconformity_is_shown),
        TEST(a_late_action_is_shown),
        TEST(parents_roll_up),
        TEST(one_clause_alone),
        TEST(refuses_what_it_cannot_check),
        TEST(asks_as_often_however_much_there_is),
        TEST(keeps_what_it_found_until_something_changes),
        TEST(every_rule_has_its_help_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
