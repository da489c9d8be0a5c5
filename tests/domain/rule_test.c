/* Each rule beyond the clauses, found and not found; waivers; what is shipped
 * for every rule. */
#include "domain/rule.h"

#include "base/file.h"
#include "domain/conformance.h"
#include "domain/link_manual.h"
#include "domain/page.h"
#include "domain/record_index.h"
#include "domain/rule_kept.h"
#include "domain/rule_run.h"
#include "domain/rule_waiver.h"
#include "domain/soa_read.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"
#define TODAY "2026-11-21"

/* What is changed behind the program's back is seen by the next worker. */
static void restart(struct fixture *f)
{
    site_forget_rules(f->site);
    f->site->facts = NULL;
    f->site->plan = NULL;
}

static void run_sql(struct fixture *f, const char *sql)
{
    assert_true(site_begin(&f->context, &f->error));
    assert_true(database_run(f->context.db, sql, NO_VALUES, &f->error));
    assert_true(site_commit(&f->context, &f->error));
    restart(f);
}

static int set_up(void **state)
{
    struct fixture *f = fixture_create(NOW);

    run_sql(f, "update standard set scope = 1 where id = '27001:2022'");
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static void by(struct fixture *f, const char *person)
{
    f->context.person = person;
}

static void same_findings(
    const struct rule_findings *kept, const struct rule_findings *fresh)
{
    assert_int_equal(kept->count, fresh->count);
    assert_int_equal(kept->total, fresh->total);
    assert_int_equal(kept->wrong, fresh->wrong);
    assert_int_equal(kept->group_count, fresh->group_count);
    for (size_t i = 0; i < fresh->count; i++) {
        assert_string_equal(
            kept->findings[i].rule->id, fresh->findings[i].rule->id);
        assert_string_equal(kept->findings[i].ref, fresh->findings[i].ref);
        assert_string_equal(
            kept->findings[i].message, fresh->findings[i].message);
        assert_string_equal(
            kept->findings[i].waived, fresh->findings[i].waived);
    }
}

/* What is kept from request to request must say the same, whatever was done
 * since; a request's memory is gone after it. */
static void look_at_kept(struct fixture *f, const struct rule_findings *fresh)
{
    for (int i = 0; i < 2; i++) {
        struct arena *arena = arena_create();
        struct context context = f->context;
        struct error error = error_create(arena);
        const struct conformance_system *system;
        struct rule_findings kept;

        context.arena = arena;
        assert_true(site_begin_read(&context, &error));
        assert_true(conformance_run_all(
            &context, context.today, CONFORMANCE_NAMED, &system, &error));
        if (!rule_kept_run(&context, &kept, &error))
            fail_msg("%s", error.message);
        same_findings(&kept, fresh);
        database_end_read(context.db);
        arena_destroy(arena);
    }
}

static struct rule_findings run_as_of(struct fixture *f, const char *as_of)
{
    struct rule_findings found;

    if (!rule_run(&f->context, as_of, &found, &f->error))
        fail_msg("%s", f->error.message);
    if (string_equals(as_of, f->context.today))
        look_at_kept(f, &found);
    return found;
}

static const struct rule_group *group_in(
    const struct rule_findings *found, const char *rule)
{
    for (size_t i = 0; i < found->group_count; i++) {
        if (string_equals(found->groups[i].rule->id, rule))
            return &found->groups[i];
    }
    return NULL;
}

/* The rule finds nothing. */
static void quiet(struct fixture *f, const char *rule)
{
    struct rule_findings found = run_as_of(f, TODAY);
    const struct rule_group *group = group_in(&found, rule);

    if (group != NULL)
        fail_msg("%s: %s", rule, group->findings[0].message);
}

/* The rule finds one thing there, in these words among others. */
static const struct rule_finding *finds(
    struct fixture *f, const char *rule, const char *ref, const char *words)
{
    struct rule_findings found = run_as_of(f, TODAY);
    const struct rule_group *group = group_in(&found, rule);

    if (group == NULL)
        fail_msg("%s finds nothing", rule);
    assert_int_equal(group->count, 1);
    assert_int_equal(group->total, 1);
    assert_string_equal(group->findings[0].ref, ref);
    if (strstr(group->findings[0].message, words) == NULL)
        fail_msg("%s: %s", rule, group->findings[0].message);
    return &group->findings[0];
}

static void put(
    struct fixture *f, const char *path, const char *front, const char *body)
{
    fixture_put_page(f, path,
        arena_format(
            f->arena, "---\ntitle: %s\n%s---\n%s\n", path, front, body));
}

/* An empty site says nothing of climate, and of no idea why it applies. */
static void an_empty_site_has_no_climate(void **state)
{
    struct rule_findings found = run_as_of(*state, TODAY);

    assert_int_equal(found.group_count, 2);
    assert_string_equal(found.groups[0].rule->id, "IMS026");
    assert_int_equal(found.groups[0].total, 93);
    assert_string_equal(found.groups[1].rule->id, "IMS035");
    assert_true(found.wrong);
}

static void broken_references(void **state)
{
    struct fixture *f = *state;

    put(f, "index.md", "", "See [there](page:nowhere).");
    finds(f, "IMS020", "page:index", "“page:nowhere” in index.md, line 4");
    put(f, "index.md", "", "See [here](page:index).");
    quiet(f, "IMS020");
    fixture_add_record(f, "todo", "source", "todo:77", NULL);
    finds(f, "IMS020", "todo:1", "“todo:77” in todo:1 leads nowhere");
    fixture_change_record(f, "todo", 1, "source", "", NULL);
    fixture_put_page(f, "odd.md", "---\ntitle: Odd\nno colon here\n---\nX.\n");
    finds(f, "IMS020", "page:odd", "cannot be shown");
}

static void suspect_links(void **state)
{
    struct fixture *f = *state;
    struct link suspect;
    long long link = 0;

    put(f, "index.md", "", "Before.");
    fixture_add_record(f, "todo", "title", "Look", NULL);
    assert_true(link_manual_add(
        &f->context, "todo:1", "page:index", "related", &link, &f->error));
    quiet(f, "IMS021");
    put(f, "index.md", "", "After.");
    finds(f, "IMS021", "todo:1", "“Look” refers to “index.md”");
    assert_true(link_read(&f->context, link, &suspect, &f->error));
    assert_true(link_affirm(&f->context, link, suspect.fingerprint, &f->error));
    quiet(f, "IMS021");
    put(f, "index.md", "", "Before.");
    finds(f, "IMS021", "todo:1", "reads differently");
    put(f, "index.md", "", "After.");
    quiet(f, "IMS021"); /* it says again what was affirmed */
    put(f, "index.md", "", "Before.");
    fixture_change_record(f, "todo", 1, "status", "dropped", NULL);
    quiet(f, "IMS021"); /* what is closed tells of its own time */
}

static void pages_overdue(void **state)
{
    struct fixture *f = *state;

    put(f, "index.md", "next_review: " TODAY "\n", "X.");
    quiet(f, "IMS022");
    put(f, "index.md", "next_review: 2026-11-20\n", "X.");
    finds(f, "IMS022", "page:index", "was due for review on 20 Nov 2026");
}

static void actions_overdue(void **state)
{
    struct fixture *f = *state;

    fixture_add_record(f, "todo", "title", "Late", "due", TODAY, NULL);
    quiet(f, "IMS023");
    fixture_change_record(f, "todo", 1, "due", "2026-11-20", NULL);
    finds(f, "IMS023", "todo:1",
        "To-do 1 “Late” was due on 20 Nov 2026 and has the status Open.");
    fixture_change_record(f, "todo", 1, "status", "closed", NULL);
    quiet(f, "IMS023");
    quiet(f, "IMS024");
}

static void reviews_overdue(void **state)
{
    struct fixture *f = *state;

    fixture_add_record(f, "risk", "due", "2026-11-20", NULL);
    finds(f, "IMS024", "risk:1", "was to be looked at by 20 Nov 2026");
    fixture_change_record(f, "risk", 1, "due", "2027-01-01", NULL);
    quiet(f, "IMS024");
    fixture_add_record(
        f, "document", "status", "current", "next_review", "2026-11-20", NULL);
    finds(f, "IMS024", "document:1", "was to be reviewed by 20 Nov 2026");
    fixture_change_record(f, "document", 1, "status", "superseded", NULL);
    quiet(f, "IMS024");
    fixture_add_record(f, "supplier", "status", "approved", "certificate_until",
        "2026-11-20", NULL);
    finds(f, "IMS024", "supplier:1", "had a certificate until 20 Nov 2026");
    fixture_change_record(
        f, "supplier", 1, "certificate_until", "2027-11-20", NULL);
    fixture_add_record(f, "review", "due", "2026-11-20", NULL);
    finds(f, "IMS024", "review:1", "was planned for 20 Nov 2026");
    fixture_change_record(f, "review", 1, "status", "held", NULL);
    quiet(f, "IMS024");
}

static void controls_without_driver(void **state)
{
    struct fixture *f = *state;

    fixture_add_record(f, "measure", "title", "Seals", NULL);
    quiet(f, "IMS025"); /* it is only planned */
    fixture_change_record(f, "measure", 1, "status", "running", NULL);
    finds(f, "IMS025", "measure:1", "Measure 1 “Seals” is practised");
    fixture_add_record(f, "todo", "changes", "measure:1", NULL);
    finds(f, "IMS025", "measure:1", "calls for it");
    fixture_add_record(f, "risk", "measures", "measure:1", NULL);
    quiet(f, "IMS025");
    fixture_add_record(f, "obligation", NULL);
    fixture_add_record(
        f, "measure", "status", "partly", "duties", "obligation:1", NULL);
    quiet(f, "IMS025");
}

/* Does the rule find the idea? The Statement of Applicability must say the
 * same, of this and of every other. */
static bool lacks_cause(struct fixture *f, const char *id)
{
    const char *ref = arena_format(f->arena, "clause:27001:2022/%s", id);
    struct rule_findings found = run_as_of(f, TODAY);
    const struct rule_group *group = group_in(&found, "IMS026");
    const struct conformance *run;
    struct soa soa;
    bool there = false;
    size_t at = 0;

    assert_true(
        conformance_run(&f->context, "27001:2022", TODAY, &run, &f->error));
    assert_true(soa_read(&f->context, run, &soa, &f->error));
    for (size_t i = 0; i < soa.count; i++) {
        if (!soa_is_undriven(&soa.ideas[i]))
            continue;
        assert_string_equal(
            group->findings[at++].ref, soa.ideas[i].clause->clause.ref);
    }
    assert_int_equal(at, group->total);
    for (size_t i = 0; i < group->count; i++)
        there = there || string_equals(group->findings[i].ref, ref);
    return there;
}

static void ideas_without_driver(void **state)
{
    struct fixture *f = *state;

    assert_true(lacks_cause(f, "A.7.9"));
    put(f, "index.md", "",
        "## Doors\n\n[a](meets:27001/A.7.9)\n\nThey are locked.");
    assert_true(lacks_cause(f, "A.7.9"));
    fixture_add_record(
        f, "rtp", "clauses", "27001/A.7.9", "status", "approved", NULL);
    assert_false(lacks_cause(f, "A.7.9"));
    /* A draft calls for nothing. */
    fixture_change_record(f, "rtp", 1, "status", "draft", NULL);
    assert_true(lacks_cause(f, "A.7.9"));
    fixture_change_record(
        f, "rtp", 1, "clauses", "", "status", "approved", NULL);
    assert_true(lacks_cause(f, "A.7.9"));
    /* through a measure */
    fixture_add_record(f, "measure", "clauses", "27001/A.7.9", NULL);
    assert_true(lacks_cause(f, "A.7.9"));
    fixture_change_record(f, "rtp", 1, "measures", "measure:1", NULL);
    assert_false(lacks_cause(f, "A.7.9"));
    fixture_change_record(f, "rtp", 1, "measures", "", NULL);
    /* through the section that claims it */
    fixture_add_record(f, "obligation", "met_by", "page:index#doors", "status",
        "current", NULL);
    assert_false(lacks_cause(f, "A.7.9"));
    fixture_change_record(f, "obligation", 1, "met_by", "", NULL);
    assert_true(lacks_cause(f, "A.7.9"));
}

static void ideas_with_a_reason(void **state)
{
    struct fixture *f = *state;

    fixture_add_record(f, "applicability", "applies", "27001/A.7.9", "status",
        "proposed", "body", "The yard is open.", NULL);
    assert_true(lacks_cause(f, "A.7.9"));
    fixture_change_record(f, "applicability", 1, "status", "agreed",
        "decided_on", "2026-01-01", NULL);
    assert_false(lacks_cause(f, "A.7.9"));
    fixture_change_record(f, "applicability", 1, "body", "", NULL);
    assert_true(lacks_cause(f, "A.7.9"));
    fixture_add_record(f, "applicability", "excludes", "27001/A.7.9", "status",
        "agreed", "decided_on", "2026-01-01", "body", "No.", NULL);
    assert_false(lacks_cause(f, "A.7.9"));
    /* What does not apply needs nobody to call for it. */
    fixture_change_record(f, "applicability", 2, "body", "", NULL);
    assert_false(lacks_cause(f, "A.7.9"));
    run_sql(f, "update standard set scope = 0");
    fixture_change_record(f, "applicability", 2, "status", "withdrawn", NULL);
    quiet(f, "IMS026"); /* nobody works to the standard */
}

static void risks_left_alone(void **state)
{
    struct fixture *f = *state;

    fixture_add_record(f, "risk", "title", "Fire", NULL);
    finds(f, "IMS027", "risk:1", "Risk 1 “Fire” has the status Identified");
    fixture_change_record(f, "risk", 1, "accepted_on", "2026-05-05", NULL);
    quiet(f, "IMS027");
    /* An acceptance that is over is none. */
    fixture_change_record(f, "risk", 1, "accepted_until", "2026-11-20", NULL);
    finds(f, "IMS027", "risk:1", "was accepted until 20 Nov 2026");
    fixture_change_record(f, "risk", 1, "accepted_until", "2026-11-21", NULL);
    quiet(f, "IMS027");
    /* Neither is one that has not begun. */
    fixture_change_record(f, "risk", 1, "accepted_until", "", NULL);
    fixture_change_record(f, "risk", 1, "accepted_on", "2026-11-22", NULL);
    finds(f, "IMS027", "risk:1", "accepted only from 22 Nov 2026");
    fixture_change_record(f, "risk", 1, "accepted_on", "2026-11-21", NULL);
    quiet(f, "IMS027");
    fixture_change_record(f, "risk", 1, "accepted_on", "", NULL);
    fixture_add_record(f, "rtp", "risks", "risk:1", NULL);
    quiet(f, "IMS027");
    fixture_add_record(f, "measure", NULL);
    fixture_add_record(f, "risk", "measures", "measure:1", NULL);
    quiet(f, "IMS027");
    fixture_add_record(f, "risk", "status", "closed", NULL);
    quiet(f, "IMS027");
}

static void exclusions_contradicted(void **state)
{
    struct fixture *f = *state;

    fixture_add_record(f, "applicability", "title", "No code", "excludes",
        "27001/A.8.28", "status", "agreed", NULL);
    fixture_add_record(f, "audit", "status", "closed", "body",
        "[a](clause:27001/A.8.28)", NULL);
    quiet(f, "IMS028"); /* an audit looks at what does not apply, too */
    fixture_add_record(f, "measure", "title", "Reviews of code", "clauses",
        "27001/A.8.28", NULL);
    quiet(f, "IMS028"); /* not in place yet */
    fixture_change_record(f, "measure", 1, "status", "running", NULL);
    finds(f, "IMS028", "measure:1",
        "Measure 1 “Reviews of code” refers to 27001 A.8.28, which “No code” "
        "says does not apply.");
    fixture_change_record(f, "applicability", 1, "status", "withdrawn", NULL);
    quiet(f, "IMS028");
}

static void pages_nobody_can_reach(void **state)
{
    struct fixture *f = *state;

    put(f, "index.md", "", "Home.");
    put(f, "deep/two.md", "", "X.");
    put(f, "deep/one.md", "", "See [two](two.md).");
    put(f, "deep/two.md", "", "See [one](one.md).");
    assert_int_equal(
        group_in((struct rule_findings[]){run_as_of(f, TODAY)}, "IMS029")
            ->count,
        2);
    put(f, "index.md", "", "See [one](page:deep/one).");
    quiet(f, "IMS029");
    put(f, "deep/one.md", "", "Alone.");
    finds(f, "IMS029", "page:deep/two", "leads to the page “deep/two.md”");
    assert_true(
        file_write(f->arena, file_join(f->arena, f->site->manual, "menu.txt"),
            text_of("Home\tpage:index\nTwo\tpage:deep/two\n"), &f->error));
    quiet(f, "IMS029");
}

/* Pages are looked at by name: each of these before the one that leads to it.
 */
static void pages_reached_one_after_the_other(void **state)
{
    struct fixture *f = *state;

    put(f, "index.md", "", "See [four](page:deep/four).");
    put(f, "deep/one.md", "", "X.");
    put(f, "deep/two.md", "", "See [one](one.md), and again [one](one.md).");
    put(f, "deep/three.md", "", "## Part\n\nSee [two](two.md).");
    put(f, "deep/four.md", "", "See [a part](page:deep/three#part).");
    quiet(f, "IMS029");
    put(f, "deep/four.md", "", "Alone.");
    assert_int_equal(
        group_in((struct rule_findings[]){run_as_of(f, TODAY)}, "IMS029")
            ->count,
        3);
}

static void placeholders(void **state)
{
    struct fixture *f = *state;

    put(f, "index.md", "", "The owner is TODO.");
    finds(f, "IMS030", "page:index",
        "The page “index.md” still has the placeholder “TODO” (line 4).");
    put(f, "index.md", "", "X.\n\nThe owner is <name>, [insert date].");
    finds(f, "IMS030", "page:index",
        "still has 2 placeholders, the first in line 6: “<name>”.");
    put(f, "index.md", "", "The To-Do-List, see `TODO` and [to-do](todo:1).");
    quiet(f, "IMS030");
    quiet(f, "IMS031");
}

static void instructions(void **state)
{
    struct fixture *f = *state;

    put(f, "index.md", "", "X.\n\n> [!INSTRUCTION] Scope\n>\n> TODO: say it.");
    finds(f, "IMS031", "page:index",
        "still has an instruction to the writer “Scope” (line 6)");
    quiet(f, "IMS030"); /* what the box says is no text of the page */
    put(f, "index.md", "", "X.\n\n> [!NOTE] Scope\n>\n> Said.");
    quiet(f, "IMS031");
    /* After an upgrade all pages are looked at anew. */
    put(f, "index.md", "", "X.\n\n> [!INSTRUCTION]\n>\n> Say it.");
    run_sql(f, "delete from page_remark");
    quiet(f, "IMS031");
    assert_true(site_begin(&f->context, &f->error));
    assert_true(page_remark_rebuild(&f->context, &f->error));
    assert_true(site_commit(&f->context, &f->error));
    restart(f);
    finds(f, "IMS031", "page:index", "an instruction to the writer (line 6)");
}

static void approved_alone(void **state)
{
    struct fixture *f = *state;

    put(f, "index.md", "", "X.");
    fixture_approve(f, "index");
    finds(f, "IMS032", "page:index",
        "last changed by Ines Marchetti, who also approved it on 21 Nov 2026");
    by(f, "daniel.achterberg");
    fixture_approve(f, "index");
    quiet(f, "IMS032");
    put(f, "index.md", "", "Y.");
    quiet(f, "IMS032"); /* nobody approved this text yet */
    /* Of what was changed on disk the owner is the author. */
    by(f, "");
    put(f, "index.md", "owner: ines.marchetti\n", "Z.");
    by(f, "daniel.achterberg");
    fixture_approve(f, "index");
    quiet(f, "IMS032");
    by(f, "ines.marchetti");
    fixture_approve(f, "index");
    finds(f, "IMS032", "page:index",
        "changed on disk; its owner Ines Marchetti, who answers for the text, "
        "approved it on 21 Nov 2026");
}

static void approved_together(void **state)
{
    struct fixture *f = *state;
    const char *const pages[] = {"a", "b", "c"};

    for (size_t i = 0; i < 3; i++)
        put(f, arena_format(f->arena, "%s.md", pages[i]), "", "X.");
    by(f, "daniel.achterberg");
    fixture_approve(f, "a");
    fixture_approve(f, "b");
    quiet(f, "IMS033");
    fixture_set_now(f, "2026-11-21T10:01:00Z");
    fixture_approve(f, "c");
    quiet(f, "IMS033");
    fixture_set_now(f, "2026-11-21T10:00:59Z");
    fixture_approve(f, "c");
    finds(f, "IMS033", "page:a",
        "Daniel Achterberg approved 3 pages in one minute, on 21 Nov 2026, "
        "10:00");
}

static void the_same_interval(void **state)
{
    struct fixture *f = *state;

    for (int i = 0; i < 5; i++) {
        const char *name = arena_format(f->arena, "p%d", i);

        quiet(f, "IMS034");
        put(f, arena_format(f->arena, "%s.md", name),
            "next_review: 2027-11-21\n", "X.");
        fixture_approve(f, name);
    }
    finds(f, "IMS034", "page:p0",
        "5 of 5 pages are to be reviewed exactly "
        "365 days after their approval");
    put(f, "p3.md", "next_review: 2027-11-22\n", "X.");
    fixture_approve(f, "p3");
    quiet(f, "IMS034");
}

static void no_climate(void **state)
{
    struct fixture *f = *state;

    finds(f, "IMS035", "clause:27001:2022/4.1", "ISO/IEC 27001:2022");
    put(f, "a.md", "", "Climates are looked at.");
    finds(f, "IMS035", "clause:27001:2022/4.1", "climate");
    put(f, "b.md", "", "## Context\n\n[a](meets:27001/4.1)\n\nWe store.");
    finds(f, "IMS035", "clause:27001:2022/4.1", "climate");
    put(f, "b.md", "",
        "## Context\n\n[a](meets:27001/4.1)\n\nClimate change: floods.");
    quiet(f, "IMS035");
    put(f, "b.md", "", "We store.");
    fixture_add_record(f, "requirement", "title", "Count our climate gases",
        "clauses", "27001/4.2", NULL);
    quiet(f, "IMS035");
}

/* What answers for one standard answers for those that share the place. */
static void no_climate_in_several_standards(void **state)
{
    struct fixture *f = *state;

    run_sql(f, "update standard set scope = 1 where id = '9001:2015'");
    assert_int_equal(
        group_in((struct rule_findings[]){run_as_of(f, TODAY)}, "IMS035")
            ->count,
        2);
    put(f, "b.md", "", "## A\n\n[a](meets:9001/4.1)\n\nThe weather.");
    quiet(f, "IMS035");
    put(f, "b.md", "", "## A\n\n[a](meets:9001/4.3)\n\nThe weather.");
    assert_int_equal(
        group_in((struct rule_findings[]){run_as_of(f, TODAY)}, "IMS035")
            ->count,
        2);
}

static void closed_unchecked(void **state)
{
    struct fixture *f = *state;

    fixture_add_record(f, "todo", "title", "Door", "type", "corrective",
        "closed_on", "2026-11-02", NULL);
    quiet(f, "IMS036"); /* still open */
    fixture_change_record(f, "todo", 1, "status", "closed", NULL);
    finds(f, "IMS036", "todo:1",
        "To-do 1 “Door” was closed on 2 Nov 2026, and nobody checked");
    fixture_change_record(f, "todo", 1, "checker", "daniel.achterberg", NULL);
    finds(f, "IMS036", "todo:1", "without a date on which it was checked");
    fixture_change_record(f, "todo", 1, "checked_on", "2026-11-02", NULL);
    quiet(f, "IMS036");
    fixture_change_record(f, "todo", 1, "checker", "ines.marchetti", NULL);
    finds(f, "IMS036", "todo:1", "its owner alone checked");
    fixture_change_record(f, "todo", 1, "type", "improvement", NULL);
    quiet(f, "IMS036");
    fixture_add_record(
        f, "finding", "status", "closed", "grade", "minor", NULL);
    finds(f, "IMS036", "finding:1", "was closed on an unknown day");
    fixture_change_record(
        f, "finding", 1, "verified_by", "daniel.achterberg", NULL);
    quiet(f, "IMS036");
}

/* A waiver with these values, granted from the first of November. */
static void waive(struct fixture *f, const char *check, const char *until,
    const char *field, const char *ref)
{
    fixture_add_record(f, "waiver", "title", "Allowed", "status", "granted",
        "granted_on", "2026-11-01", "check", check, "due", until, field, ref,
        NULL);
}

static void a_waiver_marks(void **state)
{
    struct fixture *f = *state;

    run_sql(f, "update standard set scope = 0");
    fixture_add_record(f, "todo", "due", "2026-10-20", NULL);
    assert_string_equal(finds(f, "IMS023", "todo:1", "due")->waived, "");
    assert_true(run_as_of(f, TODAY).wrong);
    waive(f, "ims023", TODAY, "rule", "todo:1");
    assert_string_equal(
        finds(f, "IMS023", "todo:1", "due")->waived, "waiver:1");
    assert_false(run_as_of(f, TODAY).wrong);
    quiet(f, "IMS037");
    /* It did not hold before it was granted. */
    assert_true(run_as_of(f, "2026-10-31").wrong);
    assert_false(run_as_of(f, "2026-11-01").wrong);
}

static void a_waiver_ends(void **state)
{
    struct fixture *f = *state;

    run_sql(f, "update standard set scope = 0");
    fixture_add_record(f, "todo", "due", "2026-10-20", NULL);
    waive(f, "ims023", "2026-11-20", "rule", "todo:1");
    assert_string_equal(finds(f, "IMS023", "todo:1", "due")->waived, "");
    finds(f, "IMS037", "waiver:1",
        "Waiver 1 “Allowed” was granted until 20 Nov 2026");
    fixture_change_record(f, "waiver", 1, "status", "ended", NULL);
    quiet(f, "IMS037");
}

static void a_waiver_for_another_thing(void **state)
{
    struct fixture *f = *state;

    fixture_add_record(f, "todo", "due", "2026-10-20", NULL);
    fixture_add_record(f, "todo", "due", "2027-10-20", NULL);
    waive(f, "ims023", TODAY, "rule", "todo:2");
    assert_string_equal(finds(f, "IMS023", "todo:1", "due")->waived, "");
    waive(f, "ims036", TODAY, "rule", "todo:1");
    assert_string_equal(finds(f, "IMS023", "todo:1", "due")->waived, "");
    fixture_add_record(f, "waiver", "status", "requested", "check", "ims023",
        "due", TODAY, "granted_on", "2026-11-01", NULL);
    assert_string_equal(finds(f, "IMS023", "todo:1", "due")->waived, "");
    /* One that says nothing of where it holds, holds for all. */
    waive(f, "ims023", TODAY, "extent", "All");
    assert_string_equal(
        finds(f, "IMS023", "todo:1", "due")->waived, "waiver:4");
}

static void waivers_for_clauses(void **state)
{
    struct fixture *f = *state;
    struct rule_waivers *waivers;

    put(f, "how.md", "", "## Doing\n\nX.");
    waive(f, "ims001", TODAY, "rule", "clause:27001/A.5.7 page:how");
    assert_true(rule_waivers_read(&f->context, TODAY, &waivers, &f->error));
    assert_string_equal(
        rule_waived(waivers, "IMS001", "clause:27001:2022/A.5.7"), "waiver:1");
    assert_string_equal(
        rule_waived(waivers, "IMS001", "clause:27001:2022/A.5.8"), "");
    assert_string_equal(
        rule_waived(waivers, "IMS002", "clause:27001:2022/A.5.7"), "");
    assert_string_equal(
        rule_waived(waivers, "IMS001", "page:how#doing"), "waiver:1");
    assert_string_equal(rule_waived(waivers, "IMS001", "page:other"), "");
}

static void many_are_counted_and_some_told(void **state)
{
    struct fixture *f = *state;
    const struct rule_group *group;
    struct rule_findings found;

    assert_true(site_begin(&f->context, &f->error));
    for (int i = 0; i < 230; i++)
        fixture_add_record(f, "todo", "due", "2026-10-20", NULL);
    assert_true(site_commit(&f->context, &f->error));
    found = run_as_of(f, TODAY);
    group = group_in(&found, "IMS023");
    assert_int_equal(group->count, RULE_SHOWN_LIMIT);
    assert_int_equal(group->total, 230);
    /* With all that is told waived, what is not told may still be wrong. */
    waive(f, "ims023", TODAY, "extent", "All");
    assert_true(run_as_of(f, TODAY).wrong);
}

static void remarks_are_made_anew(void **state)
{
    struct fixture *f = *state;

    fixture_add_record(f, "todo", "due", "2026-10-20", NULL);
    run_sql(f, "delete from record_remark");
    quiet(f, "IMS023");
    assert_true(site_begin(&f->context, &f->error));
    assert_true(record_index_rebuild(&f->context, NULL, &f->error));
    assert_true(site_commit(&f->context, &f->error));
    restart(f);
    finds(f, "IMS023", "todo:1", "due");
}

static void watches_come_from_data(void **state)
{
    struct fixture *f = *state;
    const struct conformance_watch *watches;
    size_t count;

    assert_true(rule_watches(&f->context, &watches, &count, &f->error));
    assert_int_equal(count, 2);
    assert_string_equal(watches[0].rule->id, "IMS010");
    assert_string_equal(watches[0].kind, "finding");
    assert_string_equal(watches[0].field, "grade");
    assert_string_equal(watches[0].values, "major minor");
    assert_string_equal(watches[1].rule->id, "IMS011");
    assert_string_equal(watches[1].values, "");
}

/* Each rule has its page, with its title and severity, stands in the index and
 * can be chosen in a waiver (but for the one about waivers). */
static void every_rule_has_its_page(void **state)
{
    struct fixture *f = *state;
    const struct kind *kind = kind_find(f->site, "waiver");
    const struct field *field = &kind->fields[kind_field(kind, "check")];
    const char *folder = file_join(f->arena, f->shared, "manual/help/rules");
    const struct conformance_rule **rules;
    struct text index;
    size_t count;

    assert_true(rule_list(&f->context, &rules, &count, &f->error));
    assert_true(file_read(f->arena, file_join(f->arena, folder, "index.md"),
        (size_t)64 * 1024, &index, &f->error));
    for (size_t i = 0; i < count; i++) {
        const struct conformance_rule *rule = rules[i];
        const char *row = arena_format(f->arena, "| [%s](%s.md) | %s | %s |\n",
            rule->id, rule->id, rule->severity, rule->title);
        const char *head = arena_format(f->arena,
            "---\ntitle: %s %s\nsummary: %s (%s).\n---\n", rule->id,
            rule->title, rule->title, rule->severity);
        struct text page;

        if (!file_read(f->arena,
                file_join(f->arena, folder,
                    arena_format(f->arena, "%s.md", rule->id)),
                (size_t)64 * 1024, &page, &f->error))
            fail_msg("%s", f->error.message);
        if (!text_begins(page, head))
            fail_msg("%s does not begin: %s", rule->id, head);
        if (strstr(text_string(f->arena, index), row) == NULL)
            fail_msg("the index lacks: %s", row);
        if (!string_equals(rule->id, "IMS037"))
            assert_string_equal(
                field_choice_label(field, rule_waiver_name(f->arena, rule->id)),
                arena_format(f->arena, "%s %s", rule->id, rule->title));
    }
    assert_int_equal(field->choice_count, count - 1);
}

static void every_page_has_its_rule(void **state)
{
    struct fixture *f = *state;
    struct file_entry *entries;
    size_t count;
    size_t pages = 0;

    assert_true(
        file_walk(f->arena, file_join(f->arena, f->shared, "manual/help/rules"),
            &entries, &count, &f->error));
    for (size_t i = 0; i < count; i++) {
        const struct conformance_rule *rule;

        if (!string_begins(entries[i].path, "IMS"))
            continue;
        assert_true(rule_find(&f->context,
            arena_copy(f->arena, entries[i].path,
                strlen(entries[i].path) - strlen(".md")),
            &rule, &f->error));
        if (rule == NULL)
            fail_msg("%s has no rule", entries[i].path);
        pages++;
    }
    assert_true(pages > 20);
}

#define TEST(function)                                                         \
    cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_empty_site_has_no_climate),
        TEST(broken_references),
        TEST(suspect_links),
        TEST(pages_overdue),
        TEST(actions_overdue),
        TEST(reviews_overdue),
        TEST(controls_without_driver),
        TEST(ideas_without_driver),
        TEST(ideas_with_a_reason),
        TEST(risks_left_alone),
        TEST(exclusions_contradicted),
        TEST(pages_nobody_can_reach),
        TEST(pages_reached_one_after_the_other),
        TEST(placeholders),
        TEST(instructions),
        TEST(approved_alone),
        TEST(approved_together),
        TEST(the_same_interval),
        TEST(no_climate),
        TEST(no_climate_in_several_standards),
        TEST(closed_unchecked),
        TEST(a_waiver_marks),
        TEST(a_waiver_ends),
        TEST(a_waiver_for_another_thing),
        TEST(waivers_for_clauses),
        TEST(many_are_counted_and_some_told),
        TEST(remarks_are_made_anew),
        TEST(watches_come_from_data),
        TEST(every_rule_has_its_page),
        TEST(every_page_has_its_rule),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
