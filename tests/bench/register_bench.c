/* A register that has grown: the program's own time for a record's page, its
 * form and a save, and saves a second by several workers beside what SQLite
 * itself does for the same rows.
 *
 *   register_bench time RECORDS      view form save, median ms of each
 *   register_bench rate RECORDS SECONDS WORKERS ROUNDS
 *                                    the same, then in every round saves and
 *                                    bare commits, a second
 *
 * The site has four links and ten revisions a record. Figures go to stdout,
 * progress to stderr. */
#include "base/clock.h"
#include "base/crypto.h"
#include "domain/history.h"
#include "domain/kind_load.h"
#include "page_fixture.h"
#include "render/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LINKS = 4, REVISIONS = 10, PART = 2000, TIMED = 400 };

static void must(bool fine, const struct error *error)
{
    if (fine)
        return;
    fprintf(stderr, "bench: %s\n", error->message);
    exit(2);
}

/* Numbers that are the same in every run. */
static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525U + 1013904223U;
    return *state >> 8;
}

/* A record of ordinary size that refers to LINKS others. */
static struct record draft(
    struct context *context, long long number, long long known, unsigned *state)
{
    struct arena *arena = context->arena;
    const struct kind *kind = kind_find(context->site, "todo");
    struct record record = record_create(arena, kind);
    struct builder links = builder_create(arena);

    record.values[kind->title] = arena_format(
        arena, "Put right what audit %lld found at the desk", number);
    record.values[kind->owner] =
        number % 2 == 0 ? "ines.marchetti" : "daniel.achterberg";
    record.values[kind->status] =
        kind->statuses[number % (long long)kind->status_count].name;
    record.values[kind->due] =
        clock_add_days(arena, "2026-01-01", (long)(next_random(state) % 700));
    record.values[kind->body] = arena_format(arena,
        "The entry %lld describes what is done, by whom, and how somebody else "
        "will see that it worked; it is as long as such texts are.",
        number);
    record.values[kind_field(kind, "criterion")] = "Two samples without fault";
    record.values[kind_field(kind, "closed_on")] = "2026-11-20";
    record.values[kind_field(kind, "type")] = "corrective";
    record.values[kind_field(kind, "priority")] =
        number % 3 == 0 ? "high" : "normal";
    for (int i = 0; known > 0 && i < LINKS; i++)
        builder_format(&links, "%stodo:%lld", i > 0 ? " " : "",
            (long long)next_random(state) % known + 1);
    record.values[kind_field(kind, "source")] = builder_string(&links);
    return record;
}

static void add_records(struct fixture *f, long long from, long long to,
    unsigned *state, struct arena *arena)
{
    struct context context = f->context;
    struct error error = error_create(arena);

    context.arena = arena;
    must(site_begin(&context, &error), &error);
    for (long long number = from; number <= to; number++) {
        struct record record = draft(&context, number, number - 1, state);

        must(record_save(&context, &record, "", &error), &error);
    }
    must(site_commit(&context, &error), &error);
    arena_reset(arena);
}

/* Nine more revisions of each, as changes would have left them. */
static void add_revisions(
    struct fixture *f, long long from, long long to, struct arena *arena)
{
    struct context context = f->context;
    struct error error = error_create(arena);
    struct rows rows;

    context.arena = arena;
    must(site_begin(&context, &error), &error);
    must(database_query(context.db,
             "select id, value from record where number between $1 and $2 "
             "order by number",
             VALUES(value_number(from), value_number(to)), &rows, &error),
        &error);
    while (rows_next(&rows)) {
        for (int i = 2; i <= REVISIONS; i++)
            must(history_add(&context, rows_number(&rows, 0), i, "changed",
                     "Progress", rows_text(&rows, 1), &error),
                &error);
    }
    must(rows_end(&rows, &error), &error);
    must(database_run(context.db,
             "update record set revision = $3 where number between $1 and $2",
             VALUES(
                 value_number(from), value_number(to), value_number(REVISIONS)),
             &error),
        &error);
    must(site_commit(&context, &error), &error);
    arena_reset(arena);
}

static void fill(struct fixture *f, long long records)
{
    struct arena *arena = arena_create();
    unsigned state = 7;

    for (long long from = 1; from <= records; from += PART) {
        long long to = from + PART - 1 < records ? from + PART - 1 : records;

        add_records(f, from, to, &state, arena);
        add_revisions(f, from, to, arena);
        if (isatty(2))
            fprintf(stderr, "\r%lld of %lld records", to, records);
    }
    if (isatty(2))
        fprintf(stderr, "\n");
    arena_destroy(arena);
}

/* One request through its route with an arena of its own, and how long it
 * took; `form` is what is sent, NULL to get the page. */
static double timed(struct fixture *f, const char *path, const char *form)
{
    struct fixture once = *f;
    struct page_answer answer;
    long long begin;
    double took;

    once.arena = arena_create();
    once.context.arena = once.arena;
    once.error = error_create(once.arena);
    begin = clock_nanoseconds();
    if (form != NULL) {
        answer = page_post(&once, EDITOR, path, form);
    } else {
        must(database_begin_read(once.context.db, &once.error), &once.error);
        answer = page_get(&once, EDITOR, path);
        database_end_read(once.context.db);
    }
    took = (double)(clock_nanoseconds() - begin) / 1e6;
    must(answer.fine, &answer.error);
    if (answer.status >= 400) {
        fprintf(stderr, "bench: %s answers %d\n", path, answer.status);
        exit(2);
    }
    arena_destroy(once.arena);
    return took;
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;

    return (x > y) - (x < y);
}

static void time_requests(struct fixture *f, long long records)
{
    static const char *const what[] = {"view", "form", "save"};
    double times[3][TIMED];
    unsigned state = 11;

    for (int i = 0; i < TIMED; i++) {
        long long number = (long long)next_random(&state) % records + 1;
        const char *path = arena_format(f->arena, "/records/todo/%lld", number);
        struct record record;
        bool found;

        times[0][i] = timed(f, path, NULL);
        times[1][i] = timed(f, arena_format(f->arena, "%s/edit", path), NULL);
        must(record_read(&f->context, kind_find(f->site, "todo"), number,
                 &record, &found, &f->error),
            &f->error);
        times[2][i] = timed(f, path,
            arena_format(f->arena,
                "revision=%lld&title=Changed+%d&body=Other+words+%d",
                record.revision, i, i));
    }
    for (int i = 0; i < 3; i++) {
        qsort(times[i], TIMED, sizeof *times[i], compare_doubles);
        printf("%s %.3f ", what[i], times[i][TIMED / 2]);
    }
    printf("\n");
}

/* One worker: saves new records until the time is up. */
static long long save_for(const char *folder, const char *shared,
    double seconds, long long records, unsigned seed)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    long long end;
    struct arena *each = arena_create();
    struct site *site = NULL;
    long long count = 0;
    unsigned state = seed;

    must(site_open(folder, shared, false, &site, &error), &error);
    must(kind_load_site(site, &error), &error);
    end = clock_nanoseconds() + (long long)(seconds * 1e9);
    while (clock_nanoseconds() < end) {
        struct context context = context_create(site, each, "ines.marchetti");
        struct record record = draft(&context, count, records, &state);

        context.form = crypto_token(each); /* as a form has one */
        must(record_save(&context, &record, "", &error), &error);
        count++;
        arena_reset(each);
    }
    site_close(site);
    arena_destroy(each);
    arena_destroy(arena);
    return count;
}

static long long save_together(
    struct fixture *f, double seconds, long long records, int workers)
{
    long long *counts = mmap(NULL, sizeof *counts * (size_t)workers,
        PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    long long all = 0;

    if (counts == MAP_FAILED)
        exit(2);
    for (int i = 0; i < workers; i++) {
        if (fork() == 0) {
            counts[i] = save_for(
                f->folder, f->shared, seconds, records, 100U + (unsigned)i);
            _exit(0);
        }
    }
    for (int i = 0; i < workers; i++) {
        int status = 1;

        wait(&status);
        if (status != 0)
            exit(2);
    }
    for (int i = 0; i < workers; i++)
        all += counts[i];
    munmap(counts, sizeof *counts * (size_t)workers);
    return all;
}

/* The rows a save writes, by SQLite alone: copies of the last record's. */
static long long bare_for(struct fixture *f, long long last, double seconds)
{
    const char *ref = arena_format(f->arena, "todo:%lld", last);
    static const char *const statements[] = {
        "insert into item (ref, kind, title, fingerprint, present) select "
        "'todo:b' || (select max(id) from item), kind, title, fingerprint, 1 "
        "from item where ref = $1",
        "insert into record select (select max(id) from item), kind, (select "
        "max(number) + 1 from record where kind = 'todo'), title, status, "
        "owner, due, dated, value, 1, created_at, changed_at, changed_by, "
        "closed, due_order, evidence_on from record where kind = 'todo' and "
        "number = $2",
        "insert into link (source, owner, role, target, written, line, "
        "fingerprint, made_at, made_by, kind, status, evidence_on) "
        "select (select max(id) from item), "
        "(select max(id) from item), role, target, written, line, "
        "fingerprint, made_at, made_by, kind, status, evidence_on from link "
        "where owner = (select id "
        "from item where ref = $1)",
        "insert into record_value select kind, field, value, amount, (select "
        "max(id) from item) from record_value where record = (select id from "
        "item where ref = $1)",
        "insert into search (rowid, ref, kind, title, body) select (select "
        "max(id) from item), 'x', kind, title, body from search where rowid = "
        "(select id from item where ref = $1)",
        "insert into revision (item, part, number, kind, made_at, made_by, "
        "action, why, snapshot, previous, hash) select (select max(id) from "
        "item), '', 1, kind, made_at, made_by, action, why, snapshot, "
        "previous, hash from revision where item = (select id from item where "
        "ref = $1) and number = 1",
        "update setting set value = value + 1 where name = 'generation'",
    };
    long long end = clock_nanoseconds() + (long long)(seconds * 1e9);
    long long count = 0;

    while (clock_nanoseconds() < end) {
        must(database_begin_write(f->site->db, &f->error), &f->error);
        for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
            must(database_run(f->site->db, statements[i],
                     VALUES(value_text(ref), value_number(last)), &f->error),
                &f->error);
        must(database_commit(f->site->db, &f->error), &f->error);
        count++;
    }
    return count;
}

/* Each round after what was written before is on the disk. */
static void rate_saves(struct fixture *f, long long records, double seconds,
    int workers, int rounds)
{
    for (int i = 0; i < rounds; i++) {
        sync();
        printf("saves %.0f ",
            (double)save_together(f, seconds, records, workers) / seconds);
        sync();
        printf("bare %.0f ", (double)bare_for(f, records, seconds) / seconds);
    }
    printf("\n");
}

int main(int count, char **words)
{
    bool rate = count == 6 && string_equals(words[1], "rate");
    struct fixture *f;
    long long records;

    if (!rate && (count != 3 || !string_equals(words[1], "time")))
        return 2;
    records = atoll(words[2]);
    f = fixture_create("2026-11-21T10:00:00Z");
    must(template_set_folder(arena_format(f->arena, "%s/templates", f->shared)),
        &f->error);
    fill(f, records);
    time_requests(f, records);
    if (rate)
        rate_saves(f, records, atof(words[3]), atoi(words[4]), atoi(words[5]));
    fixture_destroy(f);
    return 0;
}
