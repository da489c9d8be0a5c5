/* The statement read and filled in on a small site: what calls for an idea by
 * each way, what counts, what is refused. */
#include "domain/soa_save.h"

#include "base/file.h"
#include "domain/conformance.h"
#include "domain/soa_read.h"
#include "domain/standard_load.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"

static const char standard_text[] =
    "standard 900:1\nname Own 900\ntitle Own rules\n"
    "clause 1\n kind clause\n heading Clauses\n"
    "clause 1.1\n parent 1\n kind requirement\n heading Not an idea\n"
    "clause A\n kind theme\n heading Ideas\n"
    "clause A.1\n parent A\n kind control\n heading First\n"
    "  expect document linked within 12 months\n"
    "clause A.2\n parent A\n kind control\n heading Second\n"
    "clause A.3\n parent A\n kind control\n heading Third\n"
    "clause A.4\n parent A\n kind control\n heading Fourth\n";

static const char page_text[] =
    "---\ntitle: Rules\n---\n"
    "## Way one\n[900 A.1](meets:900/A.1)\n\nIt.\n\n"
    "## Story\nWe rely on [it](clause:900/A.3).\n";

static int set_up(void **state)
{
    struct fixture *f = fixture_create(NOW);
    const char *folder = file_join(f->arena, f->root, "standards");

    assert_true(file_make_folder(f->arena, folder, &f->error));
    assert_true(file_write(f->arena, file_join(f->arena, folder, "a.standard"),
        text_of(standard_text), &f->error));
    assert_true(site_begin(&f->context, &f->error));
    if (!standard_load_files(&f->context, folder, &f->error))
        fail_msg("%s", f->error.message);
    assert_true(site_commit(&f->context, &f->error));
    fixture_put_page(f, "rules.md", page_text);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static struct soa read_at(struct fixture *f, const char *as_of)
{
    const struct conformance *run;
    struct soa soa = {.count = 0};

    if (!conformance_run(&f->context, "900:1", as_of, &run, &f->error) ||
        !soa_read(&f->context, run, &soa, &f->error))
        fail_msg("%s", f->error.message);
    return soa;
}

static struct soa read_now(struct fixture *f)
{
    return read_at(f, f->context.today);
}

static const struct soa_idea *idea(const struct soa *soa, const char *id)
{
    const struct soa_idea *found = soa_find(soa, id);

    assert_non_null(found);
    return found;
}

/* The row as a form would send it after these changes. */
static struct soa_entry entry(struct fixture *f, const char *id, bool applies,
    const char *reason, const char *drivers)
{
    struct soa soa = read_now(f);
    const struct soa_idea *of = idea(&soa, id);
    struct soa_row now = soa_row_of(f->arena, of->agreed, of->proposed);

    return (struct soa_entry){.id = id,
        .row = {.applies = applies,
            .reason = reason,
            .drivers = drivers,
            .stamp = now.stamp}};
}

static size_t save(struct fixture *f, struct soa_entry *entries, size_t count)
{
    size_t saved;

    if (!soa_save(&f->context, "900:1", entries, count, &saved, &f->error))
        fail_msg("%s", f->error.message);
    return saved;
}

static size_t save_row(struct fixture *f, const char *id, bool applies,
    const char *reason, const char *drivers)
{
    struct soa_entry row = entry(f, id, applies, reason, drivers);
    size_t saved = save(f, &row, 1);

    if (row.problem != NULL)
        fail_msg("%s: %s", id, row.problem);
    return saved;
}

static void refuse_row(struct fixture *f, struct soa_entry row,
    const char *field, const char *words)
{
    assert_int_equal(save(f, &row, 1), 0);
    assert_non_null(row.problem);
    assert_string_equal(row.field, field);
    if (strstr(row.problem, words) == NULL)
        fail_msg("“%s” does not say “%s”", row.problem, words);
}

static bool agree(struct fixture *f, const char *id)
{
    struct soa soa = read_now(f);
    const struct soa_statement *said = idea(&soa, id)->proposed;
    const char *name;

    assert_non_null(said);
    name = arena_format(f->arena, "%lld@%lld", said->number, said->revision);
    return soa_agree(&f->context, &name, 1, &f->error);
}

static bool has_driver(
    const struct soa_idea *of, const char *ref, enum soa_way way)
{
    for (const struct soa_driver *each = of->drivers; each != NULL;
         each = each->next) {
        if (string_equals(each->ref, ref))
            return each->way == way;
    }
    return false;
}

static void every_way_leads_to_a_driver(void **state)
{
    struct fixture *f = *state;
    struct soa soa = read_now(f);

    assert_int_equal(soa.count, 4); /* controls only */
    assert_int_equal(soa.undriven, 4);
    fixture_add_record(f, "rtp", "title", "Named", "status", "accepted",
        "approved_on", "2026-10-01", "clauses", "900/A.1", NULL);
    fixture_add_record(f, "rtp", "title", "Told", "status", "approved",
        "approved_on", "2026-10-01", "told_at", "page:rules#story", NULL);
    fixture_add_record(f, "obligation", "title", "A law", "status", "current",
        "checked_on", "2026-10-01", "met_by", "page:rules#way-one", NULL);
    fixture_add_record(f, "obligation", "title", "A duty", "status", "current",
        "checked_on", "2026-10-01", NULL);
    fixture_add_record(f, "measure", "title", "Lock", "status", "running",
        "clauses", "900/A.2", "duties", "obligation:2", NULL);
    fixture_add_record(f, "risk", "title", "Theft", "status", "assessed",
        "assessed_on", "2026-10-01", "measures", "measure:1", NULL);
    soa = read_now(f);
    assert_true(has_driver(idea(&soa, "A.1"), "rtp:1", SOA_NAMED));
    assert_true(has_driver(idea(&soa, "A.1"), "obligation:1", SOA_SECTION));
    assert_true(has_driver(idea(&soa, "A.2"), "obligation:2", SOA_MEASURE));
    assert_true(has_driver(idea(&soa, "A.2"), "risk:1", SOA_MEASURE));
    assert_true(has_driver(idea(&soa, "A.3"), "rtp:2", SOA_STORY));
    assert_int_equal(idea(&soa, "A.4")->driver_count, 0);
    assert_int_equal(soa.undriven, 1);
    assert_true(soa_is_undriven(idea(&soa, "A.4")));
}

static void only_what_is_in_force_calls_for_anything(void **state)
{
    struct fixture *f = *state;
    struct soa soa = {.count = 0};

    fixture_add_record(f, "rtp", "title", "A draft", "status", "draft",
        "clauses", "900/A.1", NULL);
    fixture_add_record(f, "requirement", "title", "A wish", "status",
        "declined", "decided_on", "2026-01-01", "clauses", "900/A.2", NULL);
    fixture_add_record(f, "obligation", "title", "Later", "status", "current",
        "checked_on", "2026-11-01", "clauses", "900/A.3", NULL);
    fixture_add_record(
        f, "todo", "title", "No driver", "clauses", "900/A.4", NULL);
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.1")->driver_count, 0);
    assert_int_equal(idea(&soa, "A.2")->driver_count, 0);
    assert_int_equal(idea(&soa, "A.3")->driver_count, 1);
    assert_int_equal(idea(&soa, "A.4")->driver_count, 0);
    soa = read_at(f, "2026-10-31");
    assert_int_equal(idea(&soa, "A.3")->driver_count, 0);
}

/* Each way once more, with something on it that does not stand. */
static void no_way_leads_through_what_is_not_in_force(void **state)
{
    struct fixture *f = *state;
    struct soa soa = {.count = 0};

    fixture_add_record(f, "rtp", "title", "A draft", "status", "draft",
        "told_at", "page:rules#story", "clauses", "900/A.1", NULL);
    fixture_add_record(f, "obligation", "title", "Gone", "status", "ended",
        "met_by", "page:rules#way-one", NULL);
    fixture_add_record(f, "measure", "title", "Lock", "status", "running",
        "clauses", "900/A.2", "duties", "obligation:1", NULL);
    fixture_add_record(f, "rtp", "title", "Another draft", "status", "draft",
        "measures", "measure:1", NULL);
    fixture_add_record(f, "rtp", "title", "In force", "status", "accepted",
        "approved_on", "2026-10-01", NULL);
    fixture_add_record(f, "applicability", "title", "Said", "status",
        "proposed", "applies", "900/A.3", "body", "So.", "drivers", "rtp:3",
        NULL);
    fixture_add_record(f, "applicability", "title", "Agreed", "status",
        "agreed", "decided_on", "2026-10-01", "applies", "900/A.4", "body",
        "So.", "drivers", "rtp:1", NULL);
    soa = read_now(f);
    for (size_t i = 0; i < soa.count; i++)
        assert_int_equal(soa.ideas[i].driver_count, 0);
    fixture_change_record(f, "applicability", 1, "status", "agreed",
        "decided_on", "2026-10-01", NULL);
    fixture_change_record(
        f, "rtp", 1, "status", "accepted", "approved_on", "2026-10-01", NULL);
    soa = read_now(f);
    assert_true(has_driver(idea(&soa, "A.1"), "rtp:1", SOA_NAMED));
    assert_true(has_driver(idea(&soa, "A.4"), "rtp:1", SOA_STATED));
    assert_int_equal(idea(&soa, "A.3")->driver_count, 2);
    assert_int_equal(idea(&soa, "A.2")->driver_count, 0);
}

static void states_follow_from_what_there_is(void **state)
{
    struct fixture *f = *state;
    struct soa soa = read_now(f);

    assert_int_equal(idea(&soa, "A.1")->state, SOA_DESCRIBED);
    assert_int_equal(idea(&soa, "A.2")->state, SOA_NOT_IMPLEMENTED);
    fixture_approve(f, "rules");
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.1")->state, SOA_NEVER_TESTED);
    fixture_add_record(f, "document", "title", "Old", "status", "current",
        "issued", "2024-01-01", "clauses", "900/A.1", NULL);
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.1")->state, SOA_OVERDUE);
    fixture_add_record(f, "document", "title", "New", "status", "current",
        "issued", "2026-11-01", "clauses", "900/A.1", NULL);
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.1")->state, SOA_WORKING);
    fixture_add_record(f, "measure", "title", "Planned", "status", "planned",
        "clauses", "900/A.2", NULL);
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.2")->state, SOA_NOT_IMPLEMENTED);
    fixture_change_record(f, "measure", 1, "status", "running", NULL);
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.2")->state, SOA_NO_TEST);
    fixture_change_record(f, "measure", 1, "test", "Look at it.", NULL);
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.2")->state, SOA_NEVER_TESTED);
    fixture_change_record(f, "measure", 1, "checked_on", "2026-06-01", "due",
        "2026-12-01", "result", "yes", NULL);
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.2")->state, SOA_WORKING);
    fixture_change_record(f, "measure", 1, "due", "2026-11-20", NULL);
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.2")->state, SOA_OVERDUE);
    fixture_change_record(f, "measure", 1, "result", "partly", NULL);
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.2")->state, SOA_FAILING);
}

static void risks_left_alone_are_listed(void **state)
{
    struct fixture *f = *state;
    struct soa soa = {.count = 0};

    fixture_add_record(f, "risk", "title", "Alone", "status", "assessed", NULL);
    soa = read_now(f);
    assert_int_equal(soa.risks_open, 1);
    assert_int_equal(soa.risks_alone, 1);
    assert_string_equal(soa.risks[0].ref, "risk:1");
    fixture_change_record(f, "risk", 1, "accepted_on", "2026-10-01",
        "accepted_until", "2026-12-31", NULL);
    soa = read_now(f);
    assert_int_equal(soa.risks_alone, 0);
    /* An acceptance that has ended is none. */
    soa = read_at(f, "2026-11-21");
    fixture_change_record(f, "risk", 1, "accepted_until", "2026-11-20", NULL);
    soa = read_now(f);
    assert_int_equal(soa.risks_alone, 1);
    /* Neither is one that has not begun. */
    fixture_change_record(f, "risk", 1, "accepted_on", "2026-12-01",
        "accepted_until", "2026-12-31", NULL);
    soa = read_now(f);
    assert_int_equal(soa.risks_alone, 1);
    fixture_add_record(f, "rtp", "title", "Plan", "risks", "risk:1", NULL);
    soa = read_now(f);
    assert_int_equal(soa.risks_alone, 0);
    fixture_change_record(f, "rtp", 1, "status", "retired", NULL);
    soa = read_now(f);
    assert_int_equal(soa.risks_alone, 1);
    fixture_add_record(f, "measure", "title", "Lock", NULL);
    fixture_change_record(f, "risk", 1, "measures", "measure:1", NULL);
    soa = read_now(f);
    assert_int_equal(soa.risks_alone, 0);
    fixture_change_record(
        f, "risk", 1, "measures", "", "status", "closed", NULL);
    soa = read_now(f);
    assert_int_equal(soa.risks_open, 0);
}

static void what_is_proposed_counts_when_agreed(void **state)
{
    struct fixture *f = *state;
    struct soa soa = {.count = 0};

    assert_int_equal(save_row(f, "A.4", false, "We have **none**.", ""), 1);
    soa = read_now(f);
    assert_true(idea(&soa, "A.4")->applies);
    assert_null(idea(&soa, "A.4")->agreed);
    assert_int_equal(soa.proposed, 1);
    assert_int_equal(soa.version.changes, 0);
    assert_string_equal(
        idea(&soa, "A.4")->proposed->title, "A.4 Fourth does not apply");
    fixture_set_now(f, "2026-11-22T09:00:00Z");
    assert_true(agree(f, "A.4"));
    soa = read_now(f);
    assert_false(idea(&soa, "A.4")->applies);
    assert_int_equal(idea(&soa, "A.4")->state, SOA_EXCLUDED);
    assert_int_equal(soa.proposed, 0);
    assert_int_equal(soa.version.changes, 1);
    assert_string_equal(soa.version.date, "2026-11-22");
    assert_string_equal(soa.version.agreed_by, "ines.marchetti");
    /* Not before the day on which it was agreed. */
    soa = read_at(f, "2026-11-21");
    assert_true(idea(&soa, "A.4")->applies);
}

static void what_was_agreed_stands_until_the_next(void **state)
{
    struct fixture *f = *state;
    struct soa soa = {.count = 0};

    fixture_add_record(f, "rtp", "title", "Plan", "status", "accepted",
        "approved_on", "2026-10-01", NULL);
    fixture_add_record(f, "applicability", "title", "Both", "status", "agreed",
        "excludes", "900/A.3 900/A.4", "body", "Neither.", "decided_on",
        "2026-10-01", NULL);
    assert_int_equal(save_row(f, "A.4", true, "", "rtp:1"), 1);
    soa = read_now(f);
    assert_false(idea(&soa, "A.4")->applies);
    assert_true(idea(&soa, "A.4")->proposed->applies);
    assert_true(agree(f, "A.4"));
    soa = read_now(f);
    assert_true(idea(&soa, "A.4")->applies);
    assert_true(has_driver(idea(&soa, "A.4"), "rtp:1", SOA_STATED));
    /* The other idea is still out, by the same statement. */
    assert_false(idea(&soa, "A.3")->applies);
    assert_int_equal(idea(&soa, "A.3")->agreed->ideas, 1);
    assert_int_equal(save_row(f, "A.3", true, "Now we do.", ""), 1);
    assert_true(agree(f, "A.3"));
    soa = read_now(f);
    assert_true(soa_is_words_only(idea(&soa, "A.3")));
    assert_int_equal(soa.applying, 4);
}

static void a_proposal_can_be_changed_and_taken_back(void **state)
{
    struct fixture *f = *state;
    struct soa soa = {.count = 0};

    save_row(f, "A.2", false, "Because.", "");
    save_row(f, "A.2", false, "Because of that.", "");
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.2")->proposed->number, 1);
    assert_int_equal(idea(&soa, "A.2")->proposed->revision, 2);
    assert_int_equal(save_row(f, "A.2", true, "", ""), 1);
    soa = read_now(f);
    assert_null(idea(&soa, "A.2")->proposed);
    assert_int_equal(save_row(f, "A.2", true, " \n ", " "), 0);
}

static void a_shared_proposal_is_taken_apart(void **state)
{
    struct fixture *f = *state;
    struct soa soa = {.count = 0};

    fixture_add_record(f, "applicability", "title", "Both", "status",
        "proposed", "excludes", "900/A.3 900/A.4", "body", "Neither.", NULL);
    assert_int_equal(save_row(f, "A.4", false, "Not this one.", ""), 1);
    soa = read_now(f);
    assert_int_equal(idea(&soa, "A.3")->proposed->number, 1);
    assert_string_equal(idea(&soa, "A.3")->proposed->reason, "Neither.");
    assert_int_equal(idea(&soa, "A.4")->proposed->number, 2);
    assert_string_equal(idea(&soa, "A.4")->proposed->reason, "Not this one.");
}

static void wrong_rows_are_refused_and_nothing_saved(void **state)
{
    struct fixture *f = *state;
    struct soa_entry rows[2];
    struct soa soa = {.count = 0};

    refuse_row(f, entry(f, "A.1", false, "", ""), "reason", "Say why");
    refuse_row(f, entry(f, "A.1", false, " \n", ""), "reason", "Say why");
    refuse_row(f, entry(f, "A.1", true, "", "rubbish"), "drivers", "rubbish");
    refuse_row(f, entry(f, "A.1", true, "", "rtp:9"), "drivers", "“rtp:9”");
    fixture_add_record(f, "todo", "title", "A to-do", NULL);
    refuse_row(f, entry(f, "A.1", true, "", "todo:1"), "drivers",
        "not one of the kinds");
    /* One wrong row keeps the good one back. */
    rows[0] = entry(f, "A.1", true, "Good.", "");
    rows[1] = entry(f, "A.2", false, "", "");
    assert_int_equal(save(f, rows, 2), 0);
    assert_null(rows[0].problem);
    assert_false(rows[0].saved);
    assert_non_null(rows[1].problem);
    soa = read_now(f);
    assert_int_equal(soa.proposed, 0);
    rows[1] = entry(f, "A.2", false, "A reason.", "");
    rows[0].problem = NULL;
    assert_int_equal(save(f, rows, 2), 2);
}

static void ideas_that_are_none_are_refused(void **state)
{
    struct fixture *f = *state;
    struct soa_entry row = {.id = "A.9",
        .row = {.applies = false, .reason = "x", .drivers = "", .stamp = ""}};
    size_t saved;

    assert_false(soa_save(&f->context, "900:1", &row, 1, &saved, &f->error));
    assert_int_equal(f->error.code, ERROR_INVALID);
    assert_false(database_is_writing(f->context.db));
}

static void a_stale_row_is_told(void **state)
{
    struct fixture *f = *state;
    struct soa_entry mine = entry(f, "A.1", true, "Mine.", "");
    struct soa_entry untouched = entry(f, "A.1", true, "", "");
    struct soa soa = {.count = 0};

    f->context.person = "daniel.achterberg";
    save_row(f, "A.1", true, "Theirs.", "");
    f->context.person = "ines.marchetti";
    /* Who wrote nothing is not told anything. */
    assert_int_equal(save(f, &untouched, 1), 0);
    assert_null(untouched.problem);
    refuse_row(f, mine, "applies", "Daniel Achterberg saved this row");
    refuse_row(f, mine, "applies", "Theirs.");
    soa = read_now(f);
    assert_string_equal(idea(&soa, "A.1")->proposed->reason, "Theirs.");
    assert_int_equal(save_row(f, "A.1", true, "Mine.", ""), 1);
}

static void agreeing_is_refused_where_it_must_be(void **state)
{
    struct fixture *f = *state;
    const char *old = "1@1";
    const char *none = "99@1";
    const char *bad[] = {"", "1", "x@1", "1@x", "0@1", "-1@1"};

    save_row(f, "A.1", true, "One.", "");
    save_row(f, "A.1", true, "Two.", "");
    assert_false(soa_agree(&f->context, &old, 1, &f->error));
    assert_int_equal(f->error.code, ERROR_CONFLICT);
    assert_false(soa_agree(&f->context, &none, 1, &f->error));
    assert_int_equal(f->error.code, ERROR_MISSING);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(soa_agree(&f->context, &bad[i], 1, &f->error));
        assert_int_equal(f->error.code, ERROR_INVALID);
    }
    fixture_add_record(f, "applicability", "title", "No words", "status",
        "proposed", "excludes", "900/A.2", NULL);
    assert_false(agree(f, "A.2"));
    assert_non_null(strstr(f->error.message, "gives no reason"));
    assert_false(database_is_writing(f->context.db));
}

/* As many queries for twenty drivers as for none; a statement is asked for its
 * drivers. */
static void queries_do_not_grow_with_what_is_read(void **state)
{
    struct fixture *f = *state;
    long long before;
    long long few;
    struct soa soa = {.count = 0};

    read_now(f);
    before = database_statements(f->context.db);
    read_now(f);
    few = database_statements(f->context.db) - before;
    for (int i = 0; i < 20; i++)
        fixture_add_record(f, "rtp", "title", "Plan", "status", "accepted",
            "approved_on", "2026-10-01", "clauses",
            "900/A.1 900/A.2 900/A.3 900/A.4", NULL);
    read_now(f);
    before = database_statements(f->context.db);
    soa = read_now(f);
    assert_int_equal(database_statements(f->context.db) - before, few);
    assert_int_equal(idea(&soa, "A.3")->driver_count, 20);
    fixture_add_record(f, "applicability", "title", "Words", "status", "agreed",
        "applies", "900/A.1 900/A.2", "body", "So.", "drivers", "rtp:1 rtp:2",
        "decided_on", "2026-10-01", NULL);
    before = database_statements(f->context.db);
    read_now(f);
    assert_in_range(database_statements(f->context.db) - before, few, few + 2);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_way_leads_to_a_driver),
        TEST(only_what_is_in_force_calls_for_anything),
        TEST(no_way_leads_through_what_is_not_in_force),
        TEST(states_follow_from_what_there_is),
        TEST(risks_left_alone_are_listed),
        TEST(what_is_proposed_counts_when_agreed),
        TEST(what_was_agreed_stands_until_the_next),
        TEST(a_proposal_can_be_changed_and_taken_back),
        TEST(a_shared_proposal_is_taken_apart),
        TEST(wrong_rows_are_refused_and_nothing_saved),
        TEST(ideas_that_are_none_are_refused),
        TEST(a_stale_row_is_told),
        TEST(agreeing_is_refused_where_it_must_be),
        TEST(queries_do_not_grow_with_what_is_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
