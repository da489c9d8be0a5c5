/* What the checker keeps from one request to the next: after any change,
 * whoever made it, the kept result is what a process finds that has just been
 * started. Changes are random, but the same in every run. */
#include "base/file.h"
#include "conformance_fixture.h"
#include "domain/expectation_edit.h"
#include "domain/kind_edit.h"
#include "domain/kind_edit_status.h"
#include "domain/kind_load.h"
#include "domain/link_manual.h"
#include "domain/page.h"
#include "domain/record_file.h"
#include "domain/standard_edit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"

enum { CLAUSES = 14, PAGES = 5 };

/* Every part of the language at least once. */
static const char *const standards[] = {
    "standard 900:1\nname Own 900\ntitle Own rules\nscope yes\n"
    "clause 1\n kind clause\n heading First\n"
    "clause 1.1\n parent 1\n kind requirement\n heading A\n shares X.1\n"
    "  expect audit is closed within 12 months\n"
    "clause 1.2\n parent 1\n kind requirement\n heading B\n"
    "  expect any linked within 12 months\n"
    "clause 1.3\n parent 1\n kind requirement\n heading C\n shares X.3\n"
    "  expect at least 3 document linked within 6 months\n"
    "clause 1.4\n parent 1\n kind requirement\n heading D\n"
    "  expect incident or audit linked through measure or document is closed "
    "or running within 12 months\n"
    "clause 1.5\n parent 1\n kind requirement\n heading E\n"
    "  expect todo linked is closed with cause within 12 months\n"
    "clause 1.5/a\n parent 1.5\n kind item\n heading Ea\n shares X.5\n"
    "  expect todo linked with file\n"
    "clause 1.5/b\n parent 1.5\n kind item\n heading Eb\n"
    "clause 1.6\n parent 1\n kind requirement\n heading F\n"
    "  expect kpi where on_target is yes\n"
    "clause 1.7\n parent 1\n kind requirement\n heading G\n"
    "  expect training covering 60% of people within 12 months\n"
    "clause 1.8\n parent 1\n kind requirement\n heading H\n"
    "  expect approved by administrator within 2 months\n"
    "clause 2\n kind clause\n heading Second\n"
    "clause 2.1\n parent 2\n kind requirement\n heading I\n"
    "  expect measurement every quarter within 12 months\n"
    "clause 2.2\n parent 2\n kind requirement\n heading J\n"
    "  expect document linked every month within 3 months\n"
    "clause 2.3\n parent 2\n kind requirement\n heading K\n"
    "  expect finding where grade is major or minor within 12 months\n"
    "  expect document is current\n"
    "clause 2.4\n parent 2\n kind control\n heading L\n",
    "standard 901:1\nname Own 901\ntitle Other rules\nscope yes\n"
    "clause 1\n kind requirement\n heading A too\n shares X.1\n"
    "  expect document linked\n"
    "clause 3\n kind requirement\n heading C too\n shares X.3\n"
    "  expect any linked through measure is current within 12 months\n"
    "clause 5\n kind requirement\n heading E too\n"
    "clause 5/a\n parent 5\n kind item\n heading Ea too\n shares X.5\n",
    NULL};

static const char *const clauses[CLAUSES] = {"900/1.1", "900/1.2", "900/1.3",
    "900/1.4", "900/1.5", "900/1.5/a", "900/1.5/b", "900/1.6", "900/2.2",
    "900/2.3", "900/2.4", "901/1", "901/3", "901/5/a"};

struct trial {
    struct fixture *f;
    uint64_t random;
    struct site *reader; /* as another worker has it open */
    int step;
    const char *did;
    int hot; /* of ten links, how many go to 900/1.3 */
};

static unsigned draw(struct trial *trial, unsigned below)
{
    trial->random ^= trial->random << 13;
    trial->random ^= trial->random >> 7;
    trial->random ^= trial->random << 17;
    return (unsigned)(trial->random >> 33) % below;
}

static struct site *open_site(struct fixture *f)
{
    struct site *site = NULL;

    conformance_must(site_open(f->folder, f->shared, false, &site, &f->error) &&
                         kind_load_site(site, &f->error),
        &f->error, "site_open");
    return site;
}

static const char *dump(struct trial *trial, struct site *site,
    struct arena *arena, const char *as_of)
{
    struct context context = context_create(site, arena, "");
    struct error error = error_create(arena);

    context.now = trial->f->context.now;
    context.today = trial->f->context.today;
    conformance_must(site_refresh(site, &error), &error, "site_refresh");
    return conformance_dump(&context, arena, as_of, &error);
}

/* Where two texts part, with the lines about it. */
static void tell_difference(
    const struct trial *trial, const char *who, const char *a, const char *b)
{
    size_t at = 0;
    size_t begin;

    while (a[at] != '\0' && a[at] == b[at])
        at++;
    begin = at < 300 ? 0 : at - 300;
    fail_msg("step %d (%s), %s: kept\n…%.500s\nbut is\n…%.500s", trial->step,
        trial->did, who, a + begin, b + begin);
}

static void compare(struct trial *trial)
{
    struct arena *arena = arena_create();
    struct site *fresh = open_site(trial->f);
    const char *today = arena_string(arena, trial->f->context.today);
    const char *is = dump(trial, fresh, arena, today);
    const char *own = dump(trial, trial->f->site, arena, today);
    const char *other = dump(trial, trial->reader, arena, today);

    if (!string_equals(own, is))
        tell_difference(trial, "who writes", own, is);
    if (!string_equals(other, is))
        tell_difference(trial, "who reads", other, is);
    site_close(fresh);
    arena_destroy(arena);
}

/* ---- what may happen ---- */

static const char *pick_date(struct trial *trial)
{
    return arena_format(trial->f->arena, "202%u-%02u-%02u",
        5 + draw(trial, 2) + (draw(trial, 12) == 0), 1 + draw(trial, 12),
        1 + draw(trial, 28));
}

static const char *pick_clauses(struct trial *trial)
{
    const char *one = (int)draw(trial, 10) < trial->hot
                          ? "900/1.3"
                          : clauses[draw(trial, CLAUSES)];

    if (draw(trial, 4) == 0)
        return "";
    return draw(trial, 3) > 0 ? one
                              : arena_format(trial->f->arena, "%s %s", one,
                                    clauses[draw(trial, CLAUSES)]);
}

static const struct sort {
    const char *kind;
    const char *dated;
    const char *statuses[4];
    const char *link; /* a field of references to other records, or NULL */
} sorts[] = {
    {"document", "issued", {"draft", "current", "current", "superseded"}, NULL},
    {"audit", "ended", {"planned", "running", "closed", "closed"}, NULL},
    {"todo", "closed_on", {"open", "check", "closed", "dropped"}, "evidence"},
    {"incident", "detected_at", {"reported", "fixed", "closed", "closed"},
        NULL},
    {"measure", "checked_on", {"planned", "running", "running", "retired"},
        "evidence"},
    {"finding", "raised_on", {"open", "answered", "closed", "open"}, "led_to"},
    {"applicability", "decided_on",
        {"proposed", "agreed", "agreed", "withdrawn"}, NULL},
    {"training", "held_on", {"planned", "done", "passed", "expired"}, NULL},
};

enum { SORTS = sizeof sorts / sizeof *sorts };

static bool any_record(struct trial *trial, const char *kind, long long *number)
{
    long long count = 0;

    conformance_must(database_number(trial->f->context.db,
                         "select count(*) from record where kind = $1",
                         VALUES(value_text(kind)), &count, &trial->f->error),
        &trial->f->error, "count");
    if (count > 0)
        *number = 1 + (long long)draw(trial, (unsigned)count);
    return count > 0;
}

/* A reference to a record, which may not be there. */
static const char *pick_record(struct trial *trial)
{
    static const char *const kinds[] = {
        "document", "audit", "incident", "measure", "todo"};
    const char *kind = kinds[draw(trial, 5)];
    long long number = 999;

    if (draw(trial, 8) > 0)
        any_record(trial, kind, &number);
    return arena_format(trial->f->arena, "%s:%lld", kind, number);
}

static const char *date_for(struct trial *trial, const struct sort *sort)
{
    const char *date = draw(trial, 8) == 0 ? "" : pick_date(trial);

    return date[0] != '\0' && string_equals(sort->kind, "incident")
               ? arena_format(trial->f->arena, "%sT09:30", date)
               : date;
}

static const char *owner_for(struct trial *trial)
{
    static const char *const people[] = {
        "ines.marchetti", "daniel.achterberg", "eva.third", "otto.fourth"};

    return people[draw(trial, 4)];
}

static const char *body_for(struct trial *trial)
{
    switch (draw(trial, 5)) {
    case 0:
        return arena_format(trial->f->arena,
            "See [this](clause:%s) and [that](%s).",
            clauses[draw(trial, CLAUSES)], pick_record(trial));
    case 1:
        return "";
    default:
        return arena_format(trial->f->arena, "Words %u.", draw(trial, 100));
    }
}

static void add_record(struct trial *trial)
{
    const struct sort *sort = &sorts[draw(trial, SORTS)];
    bool excludes = string_equals(sort->kind, "applicability");

    trial->did = arena_format(trial->f->arena, "add %s", sort->kind);
    fixture_add_record(trial->f, sort->kind, "title",
        arena_format(trial->f->arena, "Made %d", trial->step), "status",
        sort->statuses[draw(trial, 4)], sort->dated, date_for(trial, sort),
        "owner", owner_for(trial), "body", body_for(trial),
        string_equals(sort->kind, "training") ? "title"
        : excludes                            ? "excludes"
                                              : "clauses",
        string_equals(sort->kind, "training") ? "Trained" : pick_clauses(trial),
        NULL);
}

static void change_record(struct trial *trial)
{
    const struct sort *sort = &sorts[draw(trial, SORTS)];
    struct fixture *f = trial->f;
    long long number;

    if (!any_record(trial, sort->kind, &number)) {
        add_record(trial);
        return;
    }
    trial->did = arena_format(f->arena, "change %s:%lld", sort->kind, number);
    switch (draw(trial, 7)) {
    case 0:
        fixture_change_record(f, sort->kind, number, "status",
            sort->statuses[draw(trial, 4)], NULL);
        return;
    case 1:
        fixture_change_record(
            f, sort->kind, number, sort->dated, date_for(trial, sort), NULL);
        return;
    case 2:
        if (string_equals(sort->kind, "training"))
            fixture_change_record(
                f, "training", number, "owner", owner_for(trial), NULL);
        else
            fixture_change_record(f, sort->kind, number,
                string_equals(sort->kind, "applicability") ? "excludes"
                                                           : "clauses",
                pick_clauses(trial), NULL);
        return;
    case 3:
        fixture_change_record(f, sort->kind, number, "title",
            arena_format(f->arena, "Changed %d", trial->step), NULL);
        return;
    case 4:
        fixture_change_record(
            f, sort->kind, number, "body", body_for(trial), NULL);
        return;
    case 5:
        if (string_equals(sort->kind, "finding"))
            fixture_change_record(f, "finding", number, "grade",
                draw(trial, 2) == 0 ? "major" : "observation", NULL);
        if (string_equals(sort->kind, "todo"))
            fixture_change_record(f, "todo", number, "due", pick_date(trial),
                "cause", draw(trial, 2) == 0 ? "" : "Because.", NULL);
        return;
    default:
        if (sort->link != NULL)
            fixture_change_record(f, sort->kind, number, sort->link,
                string_equals(sort->kind, "measure")
                    ? (draw(trial, 2) == 0 ? "audit:1 incident:1" : "")
                : string_equals(sort->kind, "todo") ? "document:1"
                                                    : "todo:1",
                NULL);
        return;
    }
}

static void measure_something(struct trial *trial)
{
    struct fixture *f = trial->f;
    long long number;

    trial->did = "measure";
    if (!any_record(trial, "kpi", &number) || draw(trial, 6) == 0) {
        fixture_add_record(f, "kpi", "status", "active", "target", "10",
            "direction", "up", "set_on", pick_date(trial), NULL);
        return;
    }
    fixture_add_record(f, "measurement", "value",
        draw(trial, 2) == 0 ? "9" : "11", "status",
        draw(trial, 4) == 0 ? "taken" : "confirmed", "measured_on",
        pick_date(trial), "kpi", arena_format(f->arena, "kpi:%lld", number),
        NULL);
}

static void link_by_hand(struct trial *trial)
{
    struct fixture *f = trial->f;
    struct error error = error_create(f->arena);
    const char *to = draw(trial, 2) == 0 ? arena_format(f->arena, "clause:%s",
                                               clauses[draw(trial, CLAUSES)])
                                         : pick_record(trial);
    long long id;

    trial->did = arena_format(f->arena, "link to %s", to);
    link_manual_add(
        &f->context, pick_record(trial), to, "supports", &id, &error);
}

static void unlink_by_hand(struct trial *trial)
{
    struct fixture *f = trial->f;
    long long id = 0;

    conformance_must(
        database_number(f->context.db,
            "select id from link where manual = 1 order by id % $1 desc, id "
            "limit 1",
            VALUES(value_number(2 + draw(trial, 7))), &id, &f->error),
        &f->error, "manual link");
    trial->did = arena_format(f->arena, "withdraw link %lld", id);
    if (id > 0)
        conformance_must(link_manual_withdraw(&f->context, id, &f->error),
            &f->error, trial->did);
}

static void file_something(struct trial *trial)
{
    struct fixture *f = trial->f;
    const char *hash;
    long long number;
    struct record record;
    bool found;

    trial->did = "file";
    if (!any_record(trial, "todo", &number))
        return;
    conformance_must(
        record_read(&f->context, kind_find(f->site, "todo"), number, &record,
            &found, &f->error) &&
            record_file_add(&f->context, &record,
                &(struct record_file_draft){.name = "a.txt",
                    .title = "A",
                    .content = text_of(arena_format(f->arena, "File %d %u",
                        trial->step, draw(trial, 1000000)))},
                &hash, &f->error),
        &f->error, "file");
}

static const char *page_of(struct trial *trial)
{
    return arena_format(trial->f->arena, "p%u", draw(trial, PAGES));
}

static void write_page(struct trial *trial)
{
    struct fixture *f = trial->f;
    struct builder text = builder_create(f->arena);
    unsigned sections = draw(trial, 4);

    builder_format(&text, "---\ntitle: Page %u\n%s---\nLead.\n\n",
        draw(trial, 3), draw(trial, 4) == 0 ? "next_review: 2026-10-01\n" : "");
    for (unsigned i = 0; i < sections; i++)
        builder_format(&text,
            "## Part %u\n\n[a](meets:%s) [b](meets:%s)\n\nSee [c](%s).\n\n",
            draw(trial, 6), clauses[draw(trial, CLAUSES)],
            clauses[draw(trial, CLAUSES)], pick_record(trial));
    trial->did = "write page";
    fixture_put_page(f, arena_format(f->arena, "%s.md", page_of(trial)),
        builder_string(&text));
}

static bool page_stands(struct trial *trial, const char *name)
{
    return access(file_join(trial->f->arena, trial->f->site->manual,
                      arena_format(trial->f->arena, "%s.md", name)),
               F_OK) == 0;
}

static void approve_page(struct trial *trial)
{
    const char *name = page_of(trial);

    trial->did = arena_format(trial->f->arena, "approve %s", name);
    if (page_stands(trial, name))
        fixture_approve(trial->f, name);
    else
        write_page(trial);
}

static void remove_page(struct trial *trial)
{
    struct fixture *f = trial->f;
    const char *name = page_of(trial);
    size_t changed;

    trial->did = arena_format(f->arena, "remove %s", name);
    unlink(file_join(
        f->arena, f->site->manual, arena_format(f->arena, "%s.md", name)));
    conformance_must(
        page_sync(&f->context, &changed, &f->error), &f->error, "page_sync");
}

static void waive(struct trial *trial)
{
    static const char *const rules[] = {"ims001", "ims004", "ims005"};

    trial->did = "waiver";
    fixture_add_record(trial->f, "waiver", "status",
        draw(trial, 3) > 0 ? "granted" : "requested", "check",
        rules[draw(trial, 3)], "granted_on", "2026-01-01", "due", "2026-12-31",
        "rule",
        arena_format(
            trial->f->arena, "clause:%s", clauses[draw(trial, CLAUSES)]),
        NULL);
}

/* Nobody is deactivated but by an administrator's SQL so far. */
static void switch_person(struct trial *trial)
{
    struct fixture *f = trial->f;

    trial->did = "switch a person";
    conformance_must(
        site_begin(&f->context, &f->error) &&
            database_run(f->context.db,
                "update person set active = 1 - active where login = $1",
                VALUES(value_text(
                    draw(trial, 2) == 0 ? "eva.third" : "otto.fourth")),
                &f->error) &&
            site_commit(&f->context, &f->error),
        &f->error, "person");
}

static void change_kind(struct trial *trial)
{
    struct fixture *f = trial->f;
    struct kind_save *save = arena_alloc(f->arena, sizeof *save);
    struct status_edit *statuses = NULL;
    struct kind_edit edit;
    size_t count = 0;
    bool found;

    trial->did = "change a kind";
    *save = (struct kind_save){.context = &f->context, .why = "a test"};
    conformance_must(
        kind_save_stamp(&f->context, &save->stamp, &f->error) &&
            kind_edit_read(&f->context, "document", &edit, &found, &f->error) &&
            kind_edit_read_statuses(
                &f->context, "document", &statuses, &count, &f->error),
        &f->error, "kind_edit_read");
    statuses[0].live = !statuses[0].live;
    statuses[1].label = arena_format(f->arena, "Current %d", trial->step);
    conformance_must(kind_edit_change(save, &edit, statuses, count, &f->error),
        &f->error,
        save->problem_count > 0 ? save->problems[0].message : "kind_edit");
}

static void change_scope(struct trial *trial)
{
    struct fixture *f = trial->f;
    bool scope = draw(trial, 3) > 0;

    trial->did = scope ? "901 in scope" : "901 out of scope";
    conformance_must(
        standard_edit_scope(&f->context, "901:1", scope, &f->error), &f->error,
        trial->did);
}

static void change_expectations(struct trial *trial)
{
    struct fixture *f = trial->f;
    struct error error = error_create(f->arena);
    struct clause clause;
    struct clause_expectation *own = NULL;
    size_t count = 0;
    bool found;

    trial->did = "expectations";
    conformance_must(
        clause_read(&f->context, "900:1", draw(trial, 2) == 0 ? "1.2" : "2.4",
            &clause, &found, &f->error) &&
            expectation_edit_list_own(&f->context, 10, &own, &count, &f->error),
        &f->error, "clause_read");
    if (count > 0 && draw(trial, 2) == 0)
        conformance_must(
            clause_read(&f->context, own[0].standard, own[0].clause, &clause,
                &found, &f->error) &&
                expectation_edit_withdraw(&f->context, &clause, own[0].position,
                    own[0].words, "a test", &f->error),
            &f->error, "withdraw");
    else
        expectation_edit_add(&f->context, &clause,
            draw(trial, 2) == 0 ? "at least 8 todo linked within 12 months"
                                : "document linked where status is current",
            "a test", &error);
}

static void next_day(struct trial *trial)
{
    struct fixture *f = trial->f;
    static const char *const days[] = {"2026-11-21T10:00:00Z",
        "2026-11-22T10:00:00Z", "2026-12-01T10:00:00Z", "2027-01-15T10:00:00Z"};

    trial->did = "another day";
    fixture_set_now(f, days[draw(trial, 4)]);
}

/* Written, and taken back. */
static void give_up(struct trial *trial)
{
    struct fixture *f = trial->f;

    conformance_must(
        site_begin(&f->context, &f->error), &f->error, "site_begin");
    add_record(trial);
    trial->did = "given up";
    site_rollback(&f->context);
}

/* More than is looked at one by one; most of it the same record. */
static void much_at_once(struct trial *trial)
{
    struct fixture *f = trial->f;
    long long number = fixture_add_record(f, "audit", NULL);

    for (int i = 0; i < 120; i++)
        fixture_change_record(f, "audit", number, "title",
            arena_format(f->arena, "Title %d of %d", i, trial->step), NULL);
    add_record(trial);
    change_record(trial);
    trial->did = "much at once";
}

static void happen(struct trial *trial)
{
    unsigned what = draw(trial, 100);

    if (what < 30)
        add_record(trial);
    else if (what < 58)
        change_record(trial);
    else if (what < 63)
        measure_something(trial);
    else if (what < 69)
        link_by_hand(trial);
    else if (what < 73)
        unlink_by_hand(trial);
    else if (what < 76)
        file_something(trial);
    else if (what < 82)
        write_page(trial);
    else if (what < 86)
        approve_page(trial);
    else if (what < 88)
        remove_page(trial);
    else if (what < 89)
        waive(trial);
    else if (what < 91)
        switch_person(trial);
    else if (what < 92)
        change_kind(trial);
    else if (what < 94)
        change_scope(trial);
    else if (what < 96)
        change_expectations(trial);
    else if (what < 97)
        next_day(trial);
    else if (what < 98)
        give_up(trial);
    else if (what < 99)
        much_at_once(trial);
    else {
        trial->did = "nothing";
    }
}

static void add_person(struct fixture *f, const char *login)
{
    conformance_must(
        site_begin(&f->context, &f->error) &&
            database_number(f->context.db,
                "insert into item (ref, kind, title, present) "
                "values ($1, 'person', $2, 1) returning id",
                VALUES(value_text(arena_format(f->arena, "person:%s", login)),
                    value_text(login)),
                &(long long){0}, &f->error) &&
            database_run(f->context.db,
                "insert into person (id, login, name, post, email, password, "
                "active) select id, $2, $2, '', '', '', 1 from item "
                "where ref = $1",
                VALUES(value_text(arena_format(f->arena, "person:%s", login)),
                    value_text(login)),
                &f->error) &&
            site_commit(&f->context, &f->error),
        &f->error, login);
}

/* So many that the lists of marks are cut, of several kinds and on both sides
 * of the way through. */
static void fill(struct trial *trial, int count)
{
    struct fixture *f = trial->f;

    conformance_must(
        site_begin(&f->context, &f->error), &f->error, "site_begin");
    for (int i = 0; i < count; i++) {
        /* Half of them on one day. */
        const char *date = arena_format(f->arena, "2026-%02d-%02d",
            1 + i / 28 % 12, i % 2 == 0 ? 14 : 1 + i % 28);

        fixture_add_record(f, "document", "status",
            i % 3 == 0 ? "draft" : "current", "issued", date, "clauses",
            "900/1.3", "body",
            "See [a](clause:900/1.3), [b](clause:900:1/1.3), "
            "[c](clause:900/2.2).",
            NULL);
        fixture_add_record(f, "measure", "status", "running", "checked_on",
            date, "clauses", "900/1.4 901/3", "evidence",
            i == 3 ? "audit:1" : "", NULL);
        fixture_add_record(f, "incident", "status", "reported", "detected_at",
            arena_format(f->arena, "%sT10:00", date), "clauses", "900/1.2",
            NULL);
        fixture_add_record(f, "audit", "status", "closed", "ended", date, NULL);
    }
    conformance_must(site_commit(&f->context, &f->error), &f->error, "commit");
}

/* With ISO/IEC 27001 in scope there are few links for many clauses, and the
 * whole index is read; without it, each clause is sought. */
static void try_all(uint64_t seed, int steps, bool shipped, int full)
{
    struct fixture *f = fixture_create(NOW);
    struct trial trial = {.f = f,
        .random = seed * 2654435761u + 88172645463325252u,
        .hot = full > 0 ? 4 : 1};

    conformance_load(f, standards);
    add_person(f, "eva.third");
    add_person(f, "otto.fourth");
    if (!shipped)
        conformance_must(
            standard_edit_scope(&f->context, "27001:2022", false, &f->error),
            &f->error, "scope");
    fill(&trial, full);
    trial.reader = open_site(f);
    compare(&trial);
    for (trial.step = 1; trial.step <= steps; trial.step++) {
        /* Sometimes several things happen between two requests. */
        for (unsigned i = draw(&trial, 4) == 0 ? draw(&trial, 5) : 0; i > 0;
             i--)
            happen(&trial);
        happen(&trial);
        compare(&trial);
    }
    site_close(trial.reader);
    fixture_destroy(f);
}

static void read_in_one_go(void **state)
{
    (void)state;
    try_all(1, 200, true, 0);
}

static void sought_clause_by_clause(void **state)
{
    (void)state;
    try_all(2, 200, false, 0);
}

static void with_very_much_on_one_clause(void **state)
{
    (void)state;
    try_all(3, 200, false, 100);
}

static void with_very_much_read_in_one_go(void **state)
{
    (void)state;
    try_all(4, 100, true, 100);
}

/* Now and then everything is read anew, lest what is kept grows for ever. */
static void after_very_many_requests(void **state)
{
    struct fixture *f = fixture_create(NOW);
    struct trial trial = {.f = f, .did = "one of very many"};
    const char *titles[] = {"One", "Two"};

    (void)state;
    conformance_load(f, standards);
    conformance_claim(f, "p0", "900/1.2");
    fixture_add_record(f, "audit", "status", "closed", "ended", "2026-10-01",
        "clauses", "900/1.2", NULL);
    trial.reader = open_site(f);
    for (trial.step = 0; trial.step < 420; trial.step++) {
        struct arena *arena = arena_create();

        fixture_change_record(
            f, "audit", 1, "title", titles[trial.step % 2], NULL);
        if (trial.step % 100 > 97 || trial.step % 100 < 3)
            compare(&trial);
        else
            assert_non_null(strstr(dump(&trial, f->site, arena, "2026-11-21"),
                titles[trial.step % 2]));
        arena_destroy(arena);
    }
    site_close(trial.reader);
    fixture_destroy(f);
}

/* A standard with very many headings, whose plan is too large to be kept: what
 * it finds must not lead into a request that is over. */
static void with_very_many_headings(void **state)
{
    struct fixture *f = fixture_create(NOW);
    struct builder many = builder_create(f->arena);
    const char *large[] = {NULL, NULL};
    const char *first = NULL;

    (void)state;
    builder_put(&many, "standard 901:1\nname Large\ntitle Large\nscope yes\n");
    for (int i = 1; i <= 4100; i++)
        builder_format(
            &many, "clause %d\n kind clause\n heading Heading %d\n", i, i);
    builder_put(&many, "clause A\n kind requirement\n heading Only one\n");
    large[0] = builder_string(&many);
    conformance_load(f, large);
    for (int i = 0; i < 3; i++) {
        struct arena *arena = arena_create();
        struct context context = f->context;
        struct error error = error_create(arena);
        const char *dump;

        context.arena = arena;
        dump = conformance_dump(&context, arena, context.today, &error);
        if (first == NULL)
            first = arena_string(f->arena, dump);
        assert_string_equal(dump, first);
        assert_null(f->site->facts);
        arena_destroy(arena);
    }
    fixture_destroy(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(read_in_one_go),
        cmocka_unit_test(sought_clause_by_clause),
        cmocka_unit_test(with_very_much_on_one_clause),
        cmocka_unit_test(with_very_much_read_in_one_go),
        cmocka_unit_test(after_very_many_requests),
        cmocka_unit_test(with_very_many_headings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
