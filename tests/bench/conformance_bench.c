/* The conformance checker's own time.
 *
 *   conformance_bench demo SITE      first again kept, ms (median) for all
 *                                    standards in scope: nothing known yet,
 *                                    after a record changed, nothing changed
 *   conformance_bench grown SITE RECORDS
 *                                    the page of all standards, ms (median):
 *                                    kept, and after a record changed; the site
 *                                    is filled up with so many records first
 *   conformance_bench command PROGRAM SITE
 *                                    check, ms: processor time of the whole
 *                                    command `PROGRAM check SITE`, mean of 50
 *   conformance_bench case CLAUSES   walk bare, s: a generated standard of so
 *                                    many clauses with ten links a clause, and
 *                                    the recursive query that finds the gaps
 *                                    in the same graph by SQLite alone
 *
 * Figures go to stdout, progress to stderr. */
#include "base/clock.h"
#include "base/file.h"
#include "domain/conformance.h"
#include "domain/kind_load.h"
#include "domain/standard_load.h"
#include "page_fixture.h"
#include "render/template.h"
#include "web/standard_pages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TIMED = 41, PAGES = 100, COMMANDS = 50 };

static void must(bool fine, const struct error *error)
{
    if (fine)
        return;
    fprintf(stderr, "bench: %s\n", error->message);
    exit(2);
}

static int ascending(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;

    return (a > b) - (a < b);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, ascending);
    return values[count / 2];
}

/* ---- the command ---- */

/* Milliseconds of processor time, its own and the system's for it. */
static double run_command(const char *program, const char *site)
{
    pid_t child = fork();
    struct rusage used;
    int status = 0;

    if (child == 0) {
        if (freopen("/dev/null", "w", stdout) != NULL)
            execl(program, program, "check", site, (char *)NULL);
        _exit(127);
    }
    /* What it finds is no fault of its. */
    if (child < 0 || wait4(child, &status, 0, &used) != child ||
        !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        fprintf(stderr, "bench: %s check %s failed\n", program, site);
        exit(2);
    }
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
}

static void time_command(const char *program, const char *site)
{
    double all = 0;

    run_command(program, site);
    for (int i = 0; i < COMMANDS; i++)
        all += run_command(program, site);
    printf("check %.2f\n", all / COMMANDS);
}

/* ---- the demo ---- */

/* All standards in scope, as a page asks for them. */
static double run_once(struct site *site, struct arena *arena)
{
    struct context context = context_create(site, arena, "");
    struct error error = error_create(arena);
    const struct conformance_system *system;
    long long begun = clock_nanoseconds();

    must(site_refresh(site, &error) && site_begin_read(&context, &error) &&
             conformance_run_all(
                 &context, context.today, CONFORMANCE_NAMED, &system, &error),
        &error);
    database_end_read(context.db);
    return (double)(clock_nanoseconds() - begun) / 1e6;
}

static struct site *open_site(const char *folder, struct error *error)
{
    struct site *site = NULL;

    must(site_open(folder, site_shared(error->arena), false, &site, error),
        error);
    must(kind_load_site(site, error), error);
    return site;
}

/* As if somebody had saved something. */
static void change(struct site *site, struct arena *arena)
{
    struct context context = context_create(site, arena, "");
    struct error error = error_create(arena);

    must(site_begin(&context, &error) && site_commit(&context, &error), &error);
}

static void time_demo(const char *folder)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    double first[TIMED];
    double again[TIMED];
    double kept[TIMED];

    for (int i = 0; i < TIMED; i++) {
        struct site *site = open_site(folder, &error);

        first[i] = run_once(site, arena);
        change(site, arena);
        run_once(site, arena);
        change(site, arena);
        again[i] = run_once(site, arena);
        kept[i] = run_once(site, arena);
        site_close(site);
        arena_reset(arena);
        error = error_create(arena);
    }
    printf("first %.2f again %.2f kept %.3f\n", median(first, TIMED),
        median(again, TIMED), median(kept, TIMED));
}

/* ---- the page in a grown site ---- */

enum { PART = 1000 };

static struct fixture *open_fixture(const char *folder)
{
    struct arena *arena = arena_create();
    struct fixture *f = arena_alloc(arena, sizeof *f);

    f->arena = arena;
    f->error = error_create(arena);
    f->site = open_site(folder, &f->error);
    f->context = context_create(f->site, arena, "ines.marchetti");
    must(template_set_folder(
             arena_format(arena, "%s/templates", f->site->shared)),
        &f->error);
    return f;
}

/* A record that refers to clauses, as most do that come of daily work. */
static void save_one(struct fixture *f, struct arena *arena, long long i)
{
    static const char *const clauses[] = {"clause:27001:2022/A.8.13",
        "clause:27001:2022/9.2.2", "clause:9001:2015/8.5.1",
        "clause:22301:2019/8.5", "clause:27001:2022/A.5.26",
        "clause:9001:2015/9.1.2",
        "clause:27001:2022/A.8.8 clause:27001:2022/A.8.9",
        "clause:27001:2022/10.2 clause:9001:2015/10.2.1"};
    const struct kind *kind = kind_find(f->site, "todo");
    struct context context = f->context;
    struct error error = error_create(arena);
    struct record record = record_create(arena, kind);

    context.arena = arena;
    record.values[kind->title] =
        arena_format(arena, "What was found at the desk, %lld", i);
    record.values[kind->owner] = "ines.marchetti";
    record.values[kind->status] = i % 3 == 0 ? "closed" : "active";
    record.values[kind->due] = "2027-03-01";
    record.values[kind_field(kind, "closed_on")] =
        i % 3 == 0 ? clock_add_days(arena, "2026-01-01", (long)(i % 300)) : "";
    record.values[kind_field(kind, "clauses")] =
        clauses[i % (long long)(sizeof clauses / sizeof *clauses)];
    must(record_save(&context, &record, "", &error), &error);
}

static void fill(struct fixture *f, long long records)
{
    struct arena *arena = arena_create();

    for (long long i = 1; i <= records; i++) {
        if (i % PART == 1)
            must(site_begin(&f->context, &f->error), &f->error);
        save_one(f, arena, i);
        if (i % PART == 0 || i == records) {
            must(site_commit(&f->context, &f->error), &f->error);
            arena_reset(arena);
            if (isatty(2))
                fprintf(stderr, "\r%lld of %lld records", i, records);
        }
    }
    arena_destroy(arena);
}

static double time_page(struct fixture *f)
{
    struct page_answer answer;
    long long begun = clock_nanoseconds();

    must(site_refresh(f->site, &f->error) &&
             site_begin_read(&f->context, &f->error),
        &f->error);
    answer = page_get(f, READER, "/conformance");
    database_end_read(f->context.db);
    must(answer.fine, &answer.error);
    return (double)(clock_nanoseconds() - begun) / 1e6;
}

static void time_grown(const char *folder, long long records)
{
    struct fixture *f = open_fixture(folder);
    struct arena *arena = arena_create();
    double kept[TIMED];
    double changed[TIMED];

    fill(f, records);
    time_page(f);
    for (int i = 0; i < TIMED; i++) {
        save_one(f, arena, i);
        changed[i] = time_page(f);
        kept[i] = time_page(f);
    }
    printf("kept %.2f changed %.2f\n", median(kept, TIMED),
        median(changed, TIMED));
    arena_destroy(arena);
    site_close(f->site);
    arena_destroy(f->arena);
}

/* ---- the generated case ---- */

struct step {
    const char *what;
    const char *sql;
};

/* $1: clauses; $2: a moment. Numbers that look random but are the same in
 * every run come from multiplying by large primes. */
static const struct step steps[] = {
    {"clauses",
        "insert into item (id, ref, kind, title, present) "
        "with recursive n(i) as (select 1 union all select i + 1 from n "
        "where i < $1) select 1000000 + i, 'clause:big:1/' || i, 'clause', "
        "'Clause ' || i, 1 from n"},
    {"clauses",
        "insert into clause (id, standard, clause, parent, kind, heading, "
        "asks, position) with recursive n(i) as (select 1 union all select "
        "i + 1 from n where i < $1) select 1000000 + i, 'big:1', i, '', "
        "'requirement', 'Clause ' || i, 'What clause ' || i || ' asks for.', "
        "i from n"},
    {"expectations",
        "insert into expectation (clause, position, words) "
        "with recursive n(i) as (select 1 union all select i + 1 from n "
        "where i < $1) select 1000000 + i, 0, 'audit linked through measure "
        "is closed within 12 months' from n"},
    {"pages", "insert into item (id, ref, kind, title, present) "
              "with recursive n(i) as (select 1 union all select i + 1 from n "
              "where i < 100) select 2000000 + i, 'page:big/' || i, 'page', "
              "'Page ' || i, 1 from n"},
    {"pages",
        "insert into page (id, name, path, folder, alias, hash, size, mtime, "
        "inode, title, summary, reference, version, owner, next_review, "
        "classification, weight, problem, revision, changed_at, changed_by, "
        "approved_hash, approved_version, approved_by, approved_at, present) "
        "with recursive n(i) as (select 1 union all select i + 1 from n "
        "where i < 100) select 2000000 + i, 'big/' || i, 'big/' || i || "
        "'.md', 'big', '', 'x', 1, 1, i, 'Page ' || i, '', '', '1', '', '', "
        "'', 0, '', 1, $2, '', 'x', '1', '', $2, 1 from n"},
    {"sections",
        "insert into item (id, ref, kind, title, present) "
        "with recursive n(i) as (select 1 union all select i + 1 from n "
        "where i < $1) select 3000000 + i, 'page:big/' || (1 + i % 100) || "
        "'#s' || i, 'section', 'Section ' || i, 1 from n"},
    {"sections",
        "insert into section (id, page, slug, title, level, position, line, "
        "hash) with recursive n(i) as (select 1 union all select i + 1 from n "
        "where i < $1) select 3000000 + i, 2000001 + i % 100, 's' || i, "
        "'Section ' || i, 2, i, i, '' from n"},
    /* Two records a clause and a half: measures first, then audits. */
    {"records",
        "insert into item (id, ref, kind, title, present) "
        "with recursive n(i) as (select 1 union all select i + 1 from n "
        "where i < $1) select 4000000 + i, 'measure:' || i, 'measure', "
        "'Measure ' || i, 1 from n"},
    {"records",
        "insert into record (id, kind, number, title, status, owner, due, "
        "dated, value, revision, created_at, changed_at, changed_by, "
        "evidence_on) with recursive n(i) as (select 1 union all select i + 1 "
        "from n where i < $1) select 4000000 + i, 'measure', i, "
        "'Measure ' || i, 'running', '', '', '2026-06-01', '{}', 1, $2, $2, "
        "'', '2026-06-01' from n"},
    {"records",
        "insert into item (id, ref, kind, title, present) "
        "with recursive n(i) as (select 1 union all select i + 1 from n "
        "where i < $1 * 3 / 2) select 5000000 + i, 'audit:' || i, 'audit', "
        "'Audit ' || i, 1 from n"},
    {"records",
        "insert into record (id, kind, number, title, status, owner, due, "
        "dated, value, revision, created_at, changed_at, changed_by, "
        "evidence_on) with recursive n(i) as (select 1 union all select i + 1 "
        "from n where i < $1 * 3 / 2) select 5000000 + i, 'audit', i, "
        "'Audit ' || i, case when i % 3 = 0 then 'running' else 'closed' end, "
        "'', '', case when i % 4 = 0 then '2024-06-01' else '2026-06-01' end, "
        "'{}', 1, $2, $2, '', case when i % 4 = 0 then '2024-06-01' else "
        "'2026-06-01' end from n"},
};

/* Ten links a clause: its section, and now and then another that mentions it;
 * three measures; three from measure to
 * measure, some of them in circles; three from audits to measures. A tenth of
 * the clauses have no measure. $3 is which. */
#define GRAPH                                                                  \
    "with recursive n(i) as (select 1 union all select i + 1 from n "          \
    "where i < $1) "

static const struct step links[] = {
    {"mentions",
        "insert into link (source, owner, role, target, written, line, "
        "fingerprint) " GRAPH "select 3000000 + i, 2000001 + i % 100, "
        "'text', 1000001 + (i * 7) % $1, '', 1, '' from n where i % 10 < 3"},
    {"claims", "insert into link (source, owner, role, target, written, line, "
               "fingerprint) " GRAPH "select 3000000 + i, 2000001 + i % 100, "
               "'meets', 1000000 + i, '', 1, '' from n"},
    {"measures of clauses",
        "insert into link (source, owner, role, target, written, line, "
        "fingerprint, kind, status, evidence_on) " GRAPH
        "select m, m, 'clauses', 1000000 + i, '', 0, '', 'measure', "
        "'running', '2026-06-01' from (select i, 4000001 + (i * 7919 + $3 * "
        "104729) % $1 as m from n where i % 10 > 0)"},
    {"measures of measures",
        "insert into link (source, owner, role, target, written, line, "
        "fingerprint, kind, status, evidence_on) " GRAPH
        "select m, m, 'text', 4000000 + i, '', 0, '', 'measure', 'running', "
        "'2026-06-01' from (select i, 4000001 + (i * 3571 + $3 * 7907) % $1 "
        "as m from n)"},
    {"audits of measures",
        "insert into link (source, owner, role, target, written, line, "
        "fingerprint, kind, status, evidence_on) " GRAPH
        "select a, a, 'text', 4000000 + i, '', 0, '', 'audit', "
        "case when (a - 5000000) % 3 = 0 then 'running' else 'closed' end, "
        "case when (a - 5000000) % 4 = 0 then '2024-06-01' else '2026-06-01' "
        "end from (select i, 5000001 + (i * 6101 + $3 * 9973) % ($1 * 3 / 2) "
        "as a from n)"},
};

static void play(struct fixture *f, const struct step *step, long long clauses,
    long long which)
{
    fprintf(stderr, "%s ... ", step->what);
    must(database_run(f->context.db, step->sql,
             VALUES(value_number(clauses), value_text(f->context.now),
                 value_number(which)),
             &f->error),
        &f->error);
}

static void generate(struct fixture *f, long long clauses)
{
    must(site_begin(&f->context, &f->error), &f->error);
    must(database_run(f->context.db,
             "insert into standard (id, number, edition, name, title, "
             "position, chosen, scope) values ('big:1', 'big', '1', 'Big', "
             "'Big', 1, 1, 1)",
             NO_VALUES, &f->error),
        &f->error);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        play(f, &steps[i], clauses, 0);
    play(f, &links[0], clauses, 0);
    play(f, &links[1], clauses, 0);
    for (long long which = 1; which <= 3; which++) {
        for (size_t i = 2; i < sizeof links / sizeof *links; i++)
            play(f, &links[i], clauses, which);
    }
    must(site_commit(&f->context, &f->error), &f->error);
    fprintf(stderr, "\n");
}

/* The same graph as three narrow tables. */
static const char *const bare[] = {
    "create table bare_item (id integer primary key, kind int, state int, "
    "expires int)",
    "create table bare_clause (id integer primary key)",
    "create table bare_link (src int, dst int, kind int, "
    "primary key (src, dst, kind)) without rowid",
    "create index bare_reverse on bare_link (dst, src)",
    "insert into bare_item select id, case when kind = 'audit' then 2 else 1 "
    "end, case when kind = 'measure' or status = 'closed' then 1 else 0 end, "
    "case when evidence_on > '2025-11-21' then 2 else 0 end from record",
    "insert into bare_clause select id from clause where standard = 'big:1'",
    "insert into bare_link select distinct target, owner, 1 from link "
    "where true on conflict do nothing",
};

static const char gaps[] =
    "with recursive r(n) as (select id from bare_item where kind = 2 "
    "and state = 1 and expires > 1 union select l.src from r "
    "join bare_link l on l.dst = r.n) "
    "select count(*) from bare_clause where id not in (select n from r)";

static long long gaps_of(const struct conformance_system *system)
{
    for (size_t i = 0; i < system->standard_count; i++) {
        const struct conformance *each = &system->standards[i];

        if (string_equals(each->standard.id, "big:1"))
            return (long long)(each->clause_count -
                               each->totals[VERDICT_EVIDENCED]);
    }
    return -1;
}

static double time_walk(struct fixture *f, long long *gap_count)
{
    struct arena *arena = arena_create();
    struct context context = f->context;
    struct error error = error_create(arena);
    const struct conformance_system *system;
    long long begun = clock_nanoseconds();
    double seconds;

    context.arena = arena;
    must(site_begin_read(&context, &error) &&
             conformance_run_all(
                 &context, "2026-11-21", CONFORMANCE_VERDICTS, &system, &error),
        &error);
    database_end_read(context.db);
    seconds = (double)(clock_nanoseconds() - begun) / 1e9;
    *gap_count = gaps_of(system);
    arena_destroy(arena);
    return seconds;
}

static double time_bare(struct fixture *f, long long *gap_count)
{
    long long begun = clock_nanoseconds();

    must(database_number(f->context.db, gaps, NO_VALUES, gap_count, &f->error),
        &f->error);
    return (double)(clock_nanoseconds() - begun) / 1e9;
}

static void time_case(long long clauses)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");
    double walk[5];
    double alone[5];
    long long found = 0;
    long long expected = 0;

    generate(f, clauses);
    for (size_t i = 0; i < sizeof bare / sizeof *bare; i++)
        must(database_script(f->context.db, bare[i], NULL, &f->error),
            &f->error);
    /* Opened anew, so that all of it stands in the database and not its log;
     * and the system is done with writing it. */
    site_close(f->site);
    sync();
    f->site = open_site(f->folder, &f->error);
    f->context.site = f->site;
    f->context.db = f->site->db;
    /* Not by turns: memory that lies free for as long as the other takes is
     * given back by a virtual machine, and got anew at a price. */
    for (size_t i = 0; i < 5; i++)
        walk[i] = time_walk(f, &found);
    for (size_t i = 0; i < 5; i++)
        alone[i] = time_bare(f, &expected);
    printf("walk %.3f bare %.3f gaps %lld %lld\n", median(walk, 5),
        median(alone, 5), found, expected);
    fixture_destroy(f);
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "demo") == 0)
        time_demo(argv[2]);
    else if (argc == 4 && strcmp(argv[1], "command") == 0)
        time_command(argv[2], argv[3]);
    else if (argc == 3 && strcmp(argv[1], "case") == 0)
        time_case(atoll(argv[2]));
    else if (argc == 4 && strcmp(argv[1], "grown") == 0)
        time_grown(argv[2], atoll(argv[3]));
    else {
        fprintf(stderr,
            "conformance_bench demo SITE | grown SITE RECORDS | command "
            "PROGRAM SITE | case CLAUSES\n");
        return 2;
    }
    return 0;
}
