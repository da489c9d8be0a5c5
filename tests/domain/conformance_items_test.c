/* Lettered items of a clause, and clauses of several standards that ask the
 * same. */
#include "conformance_fixture.h"
#include "domain/standard_edit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"
#define TODAY "2026-11-21"

/* 9.3.2 has two items, one with an expectation of its own; 1 and 2 stand for
 * the same place, as do 901's 1, 902's 1 and an item. */
static const char *const standards[] = {
    "standard 900:1\nname Own 900\ntitle Own\nscope yes\n"
    "clause 9\n kind clause\n heading Nine\n"
    "clause 9.3.2\n parent 9\n kind requirement\n heading Inputs\n"
    "clause 9.3.2/a\n parent 9.3.2\n kind item\n heading First\n"
    "  expect audit linked within 12 months\n"
    "clause 9.3.2/b\n parent 9.3.2\n kind item\n heading Second\n"
    "clause 9.4\n parent 9\n kind requirement\n heading Plain\n"
    "clause 1\n kind requirement\n heading One\n shares X.1\n"
    "  expect todo linked is closed within 12 months\n"
    "clause 2\n kind requirement\n heading Two\n shares X.1\n"
    "clause 3\n kind requirement\n heading Three\n"
    "clause 3/a\n parent 3\n kind item\n heading Item\n shares X.3\n"
    "  expect todo linked is closed within 12 months\n",
    "standard 901:1\nname Own 901\ntitle Own\nscope yes\n"
    "clause 1\n kind requirement\n heading One\n shares X.1\n"
    "  expect todo linked is closed within 12 months\n"
    "clause 3\n kind requirement\n heading Three\n shares X.3\n",
    "standard 902:1\nname Own 902\ntitle Own\n"
    "clause 1\n kind requirement\n heading One\n shares X.1\n",
    "standard 903:1\nname Own 903\ntitle Own\nscope yes\n"
    "clause 5\n kind clause\n heading Five\n"
    "clause 5.1\n parent 5\n kind clause\n heading Below\n"
    "clause 5.1.1\n parent 5.1\n kind requirement\n heading A\n"
    " shares X.51\n"
    "clause 5.1.1/a\n parent 5.1.1\n kind item\n heading Item\n"
    "clause 5.1.2\n parent 5.1\n kind clause\n heading Deeper\n"
    "clause 5.1.2.1\n parent 5.1.2\n kind requirement\n heading B\n"
    "clause 5.2\n parent 5\n kind requirement\n heading C\n"
    "clause 6\n kind clause\n heading Six\n"
    "clause 6.1\n parent 6\n kind theme\n heading Theme\n"
    "clause 6.1.1\n parent 6.1\n kind control\n heading D\n",
    "standard 904:1\nname Own 904\ntitle Own\nscope yes\n"
    "clause 5\n kind requirement\n heading Five\n shares X.51\n",
    NULL};

static int set_up(void **state)
{
    struct fixture *f = fixture_create(NOW);

    conformance_load(f, standards);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static const struct conformance_clause *check(
    struct fixture *f, const char *standard, const char *id)
{
    return conformance_clause_of(conformance_of(f, standard, TODAY), id);
}

/* "verdict: RULE RULE" */
static const char *told(struct fixture *f, const char *standard, const char *id)
{
    const struct conformance_clause *clause = check(f, standard, id);

    return arena_format(f->arena, "%s: %s",
        conformance_verdict_name(clause->verdict),
        conformance_rules_of(f->arena, clause));
}

static const char *told_of(struct fixture *f, const char *id)
{
    return told(f, "900", id);
}

#define ADD(f, kind, ...) fixture_add_record(f, kind, __VA_ARGS__, NULL)
#define CHANGE(f, kind, number, ...)                                           \
    fixture_change_record(f, kind, number, __VA_ARGS__, NULL)

static void totals_count_clauses_only(void **state)
{
    struct fixture *f = *state;
    const struct conformance *result = conformance_of(f, "900", TODAY);

    assert_int_equal(result->clause_count, 5);
    assert_int_equal(result->totals[VERDICT_MISSING], 5);
    assert_int_equal(result->groups[0].count, 2);
    assert_int_equal(check(f, "900", "9.3.2")->item_count, 2);
    assert_null(conformance_find(result, "9.3.2/a"));
    /* What nobody claims is told once, not for every item. */
    assert_string_equal(told_of(f, "9.3.2"), "missing: IMS001");
    assert_string_equal(told_of(f, "9.3.2/a"), "missing: ");
}

static void a_claim_of_the_clause_answers_its_items(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    conformance_claim(f, "how", "900/9.3.2");
    clause = check(f, "900", "9.3.2");
    /* The item's expectation is not met: nor is the clause. */
    assert_string_equal(told_of(f, "9.3.2"), "asserted: IMS004");
    assert_string_equal(told_of(f, "9.3.2/a"), "asserted: ");
    assert_string_equal(told_of(f, "9.3.2/b"), "evidenced: ");
    assert_string_equal(clause->findings[0].message,
        "9.3.2 a): Expected: An audit that refers to this clause, at most 12 "
        "months old. There is none.");
    assert_string_equal(clause->findings[0].ref, "clause:900:1/9.3.2/a");
    /* Evidence for the clause is evidence for the item. */
    ADD(f, "audit", "status", "closed", "ended", "2026-10-01", "clauses",
        "900/9.3.2");
    assert_string_equal(told_of(f, "9.3.2"), "evidenced: ");
    CHANGE(f, "audit", 1, "clauses", "900/9.3.2/a");
    assert_string_equal(told_of(f, "9.3.2"), "evidenced: ");
    CHANGE(f, "audit", 1, "ended", "2025-10-01");
    assert_string_equal(told_of(f, "9.3.2"), "stale: IMS005");
    /* That of its brother is not. */
    CHANGE(f, "audit", 1, "clauses", "900/9.3.2/b", "ended", "2026-10-01");
    assert_string_equal(told_of(f, "9.3.2"), "asserted: IMS004");
}

static void a_claim_of_one_item_leaves_the_others(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    conformance_claim(f, "how", "900/9.3.2/a");
    ADD(f, "audit", "status", "closed", "ended", "2026-10-01", "clauses",
        "900/9.3.2/a");
    clause = check(f, "900", "9.3.2");
    assert_string_equal(told_of(f, "9.3.2"), "missing: IMS001");
    assert_string_equal(told_of(f, "9.3.2/a"), "evidenced: ");
    assert_string_equal(told_of(f, "9.3.2/b"), "missing: ");
    assert_string_equal(clause->findings[0].message,
        "9.3.2 b): No section of the manual says how this is met.");
    conformance_claim(f, "too", "900/9.3.2/b");
    assert_string_equal(told_of(f, "9.3.2"), "evidenced: ");
    assert_int_equal(check(f, "900", "9.3.2")->provision_count, 2);
    assert_int_equal(check(f, "900", "9.3.2/a")->provision_count, 1);
    /* An item's provision is one of the clause: what is wrong with it counts.
     */
    fixture_put_page(f, "too.md",
        "---\ntitle: Too\n---\n## Doing\n\n[x](meets:900/9.3.2/b)\n\nY.\n");
    assert_string_equal(told_of(f, "9.3.2"), "stale: IMS003");
    assert_string_equal(told_of(f, "9.3.2/b"), "stale: ");
}

static void exclude(struct fixture *f, const char *clauses, const char *reason)
{
    ADD(f, "applicability", "status", "agreed", "excludes", clauses, "body",
        reason, "decided_on", "2026-03-01", "title", "Not here");
}

static void an_excluded_clause_takes_its_items_out(void **state)
{
    struct fixture *f = *state;

    exclude(f, "900/9.3.2", "We have none.");
    assert_string_equal(told_of(f, "9.3.2"), "excluded: ");
    assert_string_equal(told_of(f, "9.3.2/a"), "excluded: ");
    assert_string_equal(told_of(f, "9.4"), "missing: IMS001");
    conformance_claim(f, "how", "900/9.3.2/a");
    assert_string_equal(told_of(f, "9.3.2"), "excluded: IMS009");
}

static void an_item_may_be_excluded_alone(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    conformance_claim(f, "how", "900/9.3.2");
    exclude(f, "900/9.3.2/a", "");
    assert_string_equal(told_of(f, "9.3.2"), "asserted: IMS004 IMS008");
    clause = check(f, "900", "9.3.2");
    assert_string_equal(clause->findings[1].message,
        "9.3.2 a): “Not here” says that the clause does not apply, but not "
        "why; so it still counts.");
    CHANGE(f, "applicability", 1, "body", "We have none.");
    assert_string_equal(told_of(f, "9.3.2"), "evidenced: ");
    assert_string_equal(told_of(f, "9.3.2/a"), "excluded: ");
    /* The page claims the clause, not this item; now it does. */
    conformance_claim(f, "how", "900/9.3.2 900/9.3.2/a");
    assert_string_equal(told_of(f, "9.3.2"), "evidenced: IMS009");
    assert_non_null(strstr(check(f, "900", "9.3.2")->findings[0].message,
        "9.3.2 a): “Not here” says that the clause does not apply, but the "
        "page “How how” claims it"));
}

static void a_reason_missing_is_told_once(void **state)
{
    struct fixture *f = *state;

    exclude(f, "900/9.3.2", "");
    assert_string_equal(told_of(f, "9.3.2"), "missing: IMS001 IMS008");
    conformance_claim(f, "how", "900/9.3.2");
    assert_string_equal(told_of(f, "9.3.2"), "asserted: IMS004 IMS008");
}

static void what_stands_against_an_item_is_told(void **state)
{
    struct fixture *f = *state;

    conformance_claim(f, "how", "900/9.3.2");
    ADD(f, "finding", "grade", "major", "raised_on", "2026-10-01", "clauses",
        "900/9.3.2/b");
    assert_string_equal(told_of(f, "9.3.2"), "asserted: IMS004 IMS010");
}

/* ---- the shared structure ---- */

static void one_claim_answers_several_standards(void **state)
{
    struct fixture *f = *state;
    const struct conformance_clause *clause;

    conformance_claim(f, "how", "901/1");
    clause = check(f, "900", "1");
    assert_int_equal(clause->provision_count, 1);
    assert_string_equal(clause->provisions[0].via, "clause:901:1/1");
    assert_string_equal(check(f, "901", "1")->provisions[0].via, "");
    assert_string_equal(told_of(f, "1"), "asserted: IMS004");
    assert_string_equal(told_of(f, "2"), "evidenced: ");
    /* So does evidence, whichever of them it names. */
    ADD(f, "todo", "status", "closed", "closed_on", "2026-10-01", "clauses",
        "901/1");
    assert_string_equal(told_of(f, "1"), "evidenced: ");
    assert_string_equal(told(f, "901", "1"), "evidenced: ");
    CHANGE(f, "todo", 1, "clauses", "900/1");
    assert_string_equal(told_of(f, "1"), "evidenced: ");
    assert_string_equal(told(f, "901", "1"), "evidenced: ");
}

static void not_within_one_standard(void **state)
{
    struct fixture *f = *state;

    conformance_claim(f, "how", "900/1");
    assert_string_equal(told_of(f, "2"), "missing: IMS001");
    assert_string_equal(told(f, "901", "1"), "asserted: IMS004");
    assert_string_equal(
        check(f, "901", "1")->provisions[0].via, "clause:900:1/1");
    conformance_claim(f, "how", "900/1 900/2");
    assert_int_equal(check(f, "900", "1")->provision_count, 1);
    assert_string_equal(check(f, "900", "1")->provisions[0].via, "");
    ADD(f, "todo", "status", "closed", "closed_on", "2026-10-01", "clauses",
        "900/2");
    assert_string_equal(told_of(f, "1"), "asserted: IMS004");
    assert_string_equal(told(f, "901", "1"), "evidenced: ");
}

static void only_what_is_in_scope_answers(void **state)
{
    struct fixture *f = *state;

    conformance_claim(f, "how", "902/1");
    assert_string_equal(told_of(f, "1"), "missing: IMS001");
    assert_string_equal(told(f, "902", "1"), "evidenced: ");
    assert_true(standard_edit_scope(&f->context, "902:1", true, &f->error));
    assert_string_equal(told_of(f, "1"), "asserted: IMS004");
    conformance_claim(f, "how", "901/1");
    assert_true(standard_edit_scope(&f->context, "901:1", false, &f->error));
    assert_string_equal(told_of(f, "1"), "missing: IMS001");
    assert_string_equal(told(f, "902", "1"), "missing: IMS001");
    /* Asked for itself, it has what it claims. */
    assert_string_equal(told(f, "901", "1"), "asserted: IMS004");
}

static void exclusions_are_not_shared(void **state)
{
    struct fixture *f = *state;

    exclude(f, "901/1", "Not there.");
    assert_string_equal(told(f, "901", "1"), "excluded: ");
    assert_string_equal(told_of(f, "1"), "missing: IMS001");
    /* A claim of the other does not contradict it. */
    conformance_claim(f, "how", "900/1");
    assert_string_equal(told(f, "901", "1"), "excluded: ");
    conformance_claim(f, "how", "901/1");
    assert_string_equal(told(f, "901", "1"), "excluded: IMS009");
}

static void an_item_shares_as_well(void **state)
{
    struct fixture *f = *state;

    conformance_claim(f, "how", "901/3");
    ADD(f, "todo", "status", "closed", "closed_on", "2026-10-01", "clauses",
        "901/3");
    assert_string_equal(told_of(f, "3/a"), "evidenced: ");
    assert_string_equal(
        check(f, "900", "3/a")->provisions[0].via, "clause:901:1/3");
    /* Nobody says how the rest of the clause is met. */
    assert_string_equal(told_of(f, "3"), "missing: IMS001");
    conformance_claim(f, "how", "900/3/a");
    assert_string_equal(told(f, "901", "3"), "evidenced: ");
}

/* But for whole chapters and themes. */
static void a_claim_of_a_heading_answers_what_is_below(void **state)
{
    struct fixture *f = *state;

    conformance_claim(f, "how", "903/5 903/6.1");
    assert_string_equal(told(f, "903", "5.2"), "missing: IMS001");
    assert_string_equal(told(f, "903", "5.1.1"), "missing: IMS001");
    assert_string_equal(told(f, "903", "6.1.1"), "missing: IMS001");
    conformance_claim(f, "how", "903/5.1");
    assert_string_equal(told(f, "903", "5.1.1"), "evidenced: ");
    assert_string_equal(told(f, "903", "5.1.1/a"), "evidenced: ");
    assert_string_equal(told(f, "903", "5.1.2.1"), "evidenced: ");
    assert_string_equal(told(f, "903", "5.2"), "missing: IMS001");
    assert_string_equal(told(f, "904", "5"), "evidenced: ");
    assert_string_equal(
        check(f, "904", "5")->provisions[0].via, "clause:903:1/5.1.1");
    assert_int_equal(check(f, "903", "5.1.1")->provision_count, 1);
    /* The same section claims both: it is one provision. */
    conformance_claim(f, "how", "903/5.1 903/5.1.1");
    assert_int_equal(check(f, "903", "5.1.1")->provision_count, 1);
    conformance_claim(f, "how", "903/5.1.2");
    assert_string_equal(told(f, "903", "5.1.2.1"), "evidenced: ");
    assert_string_equal(told(f, "903", "5.1.1"), "missing: IMS001");
}

/* ---- the shipped standards ---- */

/* Does the page's claim stand behind the clause? */
static bool is_claimed(struct fixture *f, const char *standard, const char *id)
{
    return check(f, standard, id)->provision_count > 0;
}

/* Whether the clause is claimed, and which of its items are not: "claimed -ab".
 */
static const char *unclaimed(
    struct fixture *f, const char *standard, const char *id)
{
    const struct conformance_clause *clause = check(f, standard, id);
    struct builder out = builder_create(f->arena);

    builder_put(&out, clause->provision_count > 0 ? "claimed -" : "not -");
    for (size_t i = 0; i < clause->item_count; i++) {
        if (clause->items[i].provision_count == 0)
            builder_put(&out, strchr(clause->items[i].clause.id, '/') + 1);
    }
    return builder_string(&out);
}

/* 27001:2013 asks in one clause, with letters, what the others ask in several.
 */
static void a_whole_answers_its_parts_and_they_it(void **state)
{
    static const struct {
        const char *claims;
        const char *audit;  /* 27001:2013 9.2 */
        const char *review; /* and 9.3 */
    } whole[] = {
        {"9001/9.2.1", "claimed -cdefg", "not -abcdef"},
        {"9001/9.2.2", "claimed -ab", "not -abcdef"},
        {"9001/9.2.1 9001/9.2.2", "claimed -", "not -abcdef"},
        {"9001/9.2", "claimed -", "not -abcdef"},
        {"9001/9.3", "not -abcdefg", "claimed -"},
        {"9001/9.2.1/a", "not -abcdefg", "not -abcdef"},
        {"9001/9.3.1", "not -abcdefg", "claimed -abcdef"},
        {"9001/9.3.2", "not -abcdefg", "claimed -"},
        {"9001/9.3.3", "not -abcdefg", "claimed -abcdef"},
        {"9001/9.1.1", "not -abcdefg", "not -abcdef"},
    };
    static const struct {
        const char *claim;
        const char *clauses; /* of 9001 that it answers, of those asked */
    } parts[] = {
        {"27001:2013/9.2", "9.2.1 9.2.2 "},
        {"27001:2013/9.3", "9.3.1 9.3.2 9.3.3 "},
        {"27001:2013/9.2/a", "9.2.1 "},
        {"27001:2013/9.2/d", "9.2.2 "},
        {"27001:2013/9.3/c", "9.3.2 "},
        {"27001:2013/9.1", "9.1.1 9.1.3 "},
    };
    static const char *const asked[] = {
        "9.1.1", "9.1.2", "9.1.3", "9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3"};
    struct fixture *f = *state;

    assert_true(
        standard_edit_scope(&f->context, "27001:2013", true, &f->error));
    assert_true(standard_edit_scope(&f->context, "9001:2015", true, &f->error));
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        conformance_claim(f, "how", whole[i].claims);
        assert_string_equal(unclaimed(f, "27001:2013", "9.2"), whole[i].audit);
        assert_string_equal(unclaimed(f, "27001:2013", "9.3"), whole[i].review);
    }
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct builder out = builder_create(f->arena);

        conformance_claim(f, "how", parts[i].claim);
        for (size_t j = 0; j < sizeof asked / sizeof *asked; j++) {
            if (is_claimed(f, "9001:2015", asked[j]))
                builder_format(&out, "%s ", asked[j]);
        }
        assert_string_equal(builder_string(&out), parts[i].clauses);
    }
    /* All that is claimed of a clause is claimed of its items. */
    conformance_claim(f, "how", "27001:2013/9.2");
    assert_string_equal(unclaimed(f, "9001:2015", "9.2.2"), "claimed -");
    assert_string_equal(check(f, "9001:2015", "9.2.2")->provisions[0].via,
        "clause:27001:2013/9.2");
}

static void the_decision_on_climate_is_taken_once(void **state)
{
    static const char *const standards_asking[] = {
        "27001:2022", "9001:2015", "22301:2019"};
    struct fixture *f = *state;

    assert_true(standard_edit_scope(&f->context, "9001:2015", true, &f->error));
    assert_true(
        standard_edit_scope(&f->context, "22301:2019", true, &f->error));
    for (size_t i = 0; i < 3; i++) {
        conformance_claim(f, "how",
            arena_format(f->arena, "%s/4.1/Amd1", standards_asking[i]));
        for (size_t j = 0; j < 3; j++)
            assert_true(is_claimed(f, standards_asking[j], "4.1/Amd1"));
        assert_false(is_claimed(f, standards_asking[i], "4.1"));
    }
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(totals_count_clauses_only),
        TEST(a_claim_of_the_clause_answers_its_items),
        TEST(a_claim_of_one_item_leaves_the_others),
        TEST(an_excluded_clause_takes_its_items_out),
        TEST(an_item_may_be_excluded_alone),
        TEST(a_reason_missing_is_told_once),
        TEST(what_stands_against_an_item_is_told),
        TEST(one_claim_answers_several_standards),
        TEST(not_within_one_standard),
        TEST(only_what_is_in_scope_answers),
        TEST(exclusions_are_not_shared),
        TEST(an_item_shares_as_well),
        TEST(a_claim_of_a_heading_answers_what_is_below),
        TEST(a_whole_answers_its_parts_and_they_it),
        TEST(the_decision_on_climate_is_taken_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
