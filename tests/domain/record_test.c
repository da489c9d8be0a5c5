/* domain/record: numbers, revisions, rules between fields, and that a save is
 * whole or not at all. */
#include "domain/record.h"

#include "base/file.h"
#include "domain/history.h"
#include "domain/kind_load.h"
#include "domain/link.h"
#include "domain/record_export.h"
#include "domain/record_owned.h"
#include "domain/search.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"

static int set_up(void **state)
{
    *state = fixture_create(NOW);
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static const struct kind *todo(struct fixture *f)
{
    return kind_find(f->site, "todo");
}

static long long add(struct fixture *f, const char *title)
{
    return fixture_add_record(
        f, "todo", "title", title, "type", "corrective", NULL);
}

static struct record read_record(struct fixture *f, long long number)
{
    struct record record;
    bool found = false;

    assert_true(
        record_read(&f->context, todo(f), number, &record, &found, &f->error));
    assert_true(found);
    return record;
}

static void set(struct record *record, const char *field, const char *value)
{
    int place = kind_field(record->kind, field);

    assert_true(place >= 0);
    record->values[place] = value;
}

static void must_save(struct fixture *f, struct record *record)
{
    if (!record_save(&f->context, record, "", &f->error))
        fail_msg("%s", f->error.message);
}

static long long number_of(struct fixture *f, const char *sql)
{
    long long number = -1;

    assert_true(
        database_number(f->context.db, sql, NO_VALUES, &number, &f->error));
    return number;
}

static void test_create_and_read(void **state)
{
    struct fixture *f = *state;
    struct record record;
    bool found = true;

    assert_true(add(f, "One") == 1);
    assert_true(add(f, "Two") == 2);
    assert_true(fixture_add_record(f, "audit", NULL) == 1);
    record = read_record(f, 2);
    assert_string_equal(record_value_of(&record, "title"), "Two");
    assert_string_equal(record_value_of(&record, "status"), "open");
    assert_string_equal(record_value_of(&record, "none"), "");
    assert_string_equal(record_ref(f->arena, &record), "todo:2");
    assert_true(record.revision == 1);
    assert_string_equal(record.changed_by, "ines.marchetti");
    assert_string_equal(record.created_at, NOW);
    assert_true(
        record_read(&f->context, todo(f), 3, &record, &found, &f->error));
    assert_false(found);
}

static void test_change(void **state)
{
    struct fixture *f = *state;
    struct record record;
    struct revision revision;
    struct record old;
    bool found;

    add(f, "Before");
    fixture_set_now(f, "2026-11-22T10:00:00Z");
    f->context.person = "daniel.achterberg";
    record = read_record(f, 1);
    set(&record, "title", "After");
    set(&record, "closed_on", "2026-11-20");
    assert_true(record_save(&f->context, &record, "because", &f->error));
    assert_true(record.revision == 2 && record.number == 1);
    record = read_record(f, 1);
    assert_string_equal(record_value_of(&record, "title"), "After");
    assert_string_equal(record.dated, "2026-11-20");
    assert_string_equal(record.created_at, NOW);
    assert_string_equal(record.changed_at, "2026-11-22T10:00:00Z");
    assert_string_equal(record.changed_by, "daniel.achterberg");
    assert_true(
        history_read(&f->context, record.id, 2, &revision, &found, &f->error));
    assert_true(found);
    assert_string_equal(revision.why, "because");
    assert_string_equal(revision.action, "changed");
    assert_string_equal(revision.by_name, "Daniel Achterberg");
    assert_true(
        history_read(&f->context, record.id, 1, &revision, &found, &f->error));
    assert_true(record_from_snapshot(
        &f->context, todo(f), revision.snapshot, &old, &f->error));
    assert_string_equal(record_value_of(&old, "title"), "Before");
    assert_false(record_equal(&old, &record));
}

static void test_unchanged(void **state)
{
    struct fixture *f = *state;
    struct record record;
    long long generation;

    add(f, "One");
    generation = f->site->generation;
    record = read_record(f, 1);
    fixture_set_now(f, "2026-11-22T10:00:00Z");
    must_save(f, &record);
    assert_true(record.revision == 1);
    assert_string_equal(read_record(f, 1).changed_at, NOW);
    assert_true(number_of(f, "select count(*) from revision r join item i "
                             "on i.id = r.item where i.ref = 'todo:1'") == 1);
    assert_true(f->site->generation >= generation);
}

static void test_stale(void **state)
{
    struct fixture *f = *state;
    struct record mine;
    struct record theirs;

    add(f, "One");
    mine = read_record(f, 1);
    theirs = read_record(f, 1);
    set(&theirs, "title", "Theirs");
    must_save(f, &theirs);
    set(&mine, "title", "Mine");
    assert_false(record_save(&f->context, &mine, "", &f->error));
    assert_int_equal(f->error.code, ERROR_CONFLICT);
    assert_true(mine.revision == 1);
    assert_string_equal(record_value_of(&mine, "title"), "Mine");
    mine = read_record(f, 1);
    assert_string_equal(record_value_of(&mine, "title"), "Theirs");
    assert_false(database_is_writing(f->context.db));
    mine.number = 99;
    mine.revision = 1;
    assert_false(record_save(&f->context, &mine, "", &f->error));
    assert_int_equal(f->error.code, ERROR_MISSING);
}

/* Check a todo's form: the fields given, all others empty. */
static struct record_problems check(struct fixture *f, const char *const *pairs)
{
    const char **inputs =
        arena_array(f->arena, todo(f)->field_count, sizeof *inputs);
    struct record record = record_create(f->arena, todo(f));
    struct record_problems problems;

    for (size_t i = 0; i < todo(f)->field_count; i++)
        inputs[i] = "";
    for (; pairs[0] != NULL; pairs += 2)
        inputs[kind_field(todo(f), pairs[0])] = pairs[1];
    if (!record_check(&f->context, &record, inputs, &problems, &f->error))
        fail_msg("%s", f->error.message);
    return problems;
}

static void has(struct record_problems problems, size_t place,
    const char *field, const char *message)
{
    assert_true(problems.count > place);
    assert_string_equal(problems.problems[place].field->name, field);
    if (strstr(problems.problems[place].message, message) == NULL)
        fail_msg("%s", problems.problems[place].message);
}

#define PAIRS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define GOOD "title", "T", "owner", "ines.marchetti", "type", "corrective"

static void test_rules(void **state)
{
    struct fixture *f = *state;
    struct record_problems p;

    assert_int_equal(check(f, PAIRS(GOOD, "status", "open")).count, 0);
    p = check(f, PAIRS("status", "open"));
    assert_int_equal(p.count, 3);
    has(p, 0, "title", "Title must be filled in.");
    has(p, 1, "owner", "Owner must be filled in.");
    has(p, 2, "type", "Kind must be filled in.");
    p = check(f, PAIRS(GOOD, "status", "closed"));
    assert_int_equal(p.count, 2);
    has(p, 0, "criterion",
        "It has worked when must be filled in when the status is Closed.");
    has(p, 1, "closed_on", "when the status is Closed.");
    assert_int_equal(check(f, PAIRS(GOOD, "status", "closed", "criterion", "c",
                                  "closed_on", "2026-11-21"))
                         .count,
        0);
    p = check(f, PAIRS(GOOD, "status", "open", "checker", "ines.marchetti"));
    assert_int_equal(p.count, 1);
    has(p, 0, "checker", "Checked by and Owner cannot be the same");
    assert_int_equal(
        check(f, PAIRS(GOOD, "status", "open", "checker", "daniel.achterberg"))
            .count,
        0);
    /* All that is wrong is said at once, in the order of the form. */
    p = check(f, PAIRS("title", "T", "due", "soon", "priority", "none"));
    assert_int_equal(p.count, 5);
    has(p, 0, "status", "Status must be filled in.");
    has(p, 1, "owner", "Owner must be filled in.");
    has(p, 2, "due", "not a date");
    has(p, 3, "priority", "not one of the choices");
    has(p, 4, "type", "Kind must be filled in.");
}

static void test_inputs_are_kept(void **state)
{
    struct fixture *f = *state;
    struct record record = record_create(f->arena, todo(f));
    const char **inputs =
        arena_array(f->arena, todo(f)->field_count, sizeof *inputs);
    struct record_problems problems;

    for (size_t i = 0; i < todo(f)->field_count; i++)
        inputs[i] = "";
    inputs[todo(f)->due] = "next week";
    inputs[todo(f)->title] = "  Good  ";
    assert_true(
        record_check(&f->context, &record, inputs, &problems, &f->error));
    assert_string_equal(record_value(&record, todo(f)->due), "next week");
    assert_string_equal(record_value(&record, todo(f)->title), "Good");
}

static size_t links_of(struct fixture *f, long long item, const char *role)
{
    struct linked *links;
    size_t count;
    size_t found = 0;

    assert_true(link_list_from(&f->context, item, &links, &count, &f->error));
    for (size_t i = 0; i < count; i++)
        found += strcmp(links[i].role, role) == 0;
    return found;
}

static void test_links(void **state)
{
    struct fixture *f = *state;
    struct record record;

    add(f, "One");
    fixture_add_record(f, "todo", "source", "todo:1 audit:9", "clauses",
        "27001/10.2", "body",
        "See [it](todo:1), [that](https://example.org) "
        "and [none](none.md).",
        "checker", "daniel.achterberg", NULL);
    record = read_record(f, 2);
    assert_int_equal(links_of(f, record.id, "source"), 2);
    assert_int_equal(links_of(f, record.id, "clauses"), 1);
    assert_int_equal(links_of(f, record.id, "text"), 2);
    assert_int_equal(links_of(f, record.id, "owner"), 1);
    assert_int_equal(links_of(f, record.id, "checker"), 1);
    set(&record, "source", "todo:1");
    set(&record, "body", "Nothing.");
    must_save(f, &record);
    assert_int_equal(links_of(f, record.id, "source"), 1);
    assert_int_equal(links_of(f, record.id, "text"), 0);
}

static size_t hits(struct fixture *f, const char *words)
{
    struct search_hit *list;
    size_t count;

    assert_true(search_find(
        &f->context, words, "todo", 10, 0, &list, &count, &f->error));
    return count;
}

static void test_search(void **state)
{
    struct fixture *f = *state;
    struct record record;

    add(f, "Extinguisher");
    assert_int_equal(hits(f, "extinguisher"), 1);
    assert_int_equal(hits(f, "to-do 1"), 1);
    record = read_record(f, 1);
    set(&record, "title", "Sprinkler");
    must_save(f, &record);
    assert_int_equal(hits(f, "extinguisher"), 0);
    assert_int_equal(hits(f, "sprink"), 1);
}

static size_t listed_of(struct fixture *f, const struct kind *kind,
    struct record_filter filter, long long expected_total, const char *titles)
{
    struct builder out = builder_create(f->arena);
    struct record *records;
    size_t count;
    long long total;

    if (filter.limit == 0)
        filter.limit = 100;
#define OR_EMPTY(x) x = x == NULL ? "" : x
    OR_EMPTY(filter.status);
    OR_EMPTY(filter.owner);
    OR_EMPTY(filter.words);
    OR_EMPTY(filter.due_before);
    if (!record_list(&f->context, kind, &filter, &records, &count, &f->error) ||
        !record_count(&f->context, kind, &filter, &total, &f->error))
        fail_msg("%s", f->error.message);
    for (size_t i = 0; i < count; i++)
        builder_put(&out, record_value_of(&records[i], "title"));
    assert_string_equal(builder_string(&out), titles);
    assert_true(total == expected_total);
    return count;
}

static size_t listed(struct fixture *f, struct record_filter filter,
    long long expected_total, const char *titles)
{
    return listed_of(f, todo(f), filter, expected_total, titles);
}

static void test_lists(void **state)
{
    struct fixture *f = *state;

    fixture_add_record(f, "todo", "title", "C", "due", "2026-12-01", NULL);
    fixture_add_record(f, "todo", "title", "A", "status", "closed", "body",
        "fire drill", NULL);
    fixture_add_record(f, "todo", "title", "B", "due", "2026-11-01", "owner",
        "daniel.achterberg", NULL);
    listed(f, (struct record_filter){.order = RECORD_BY_DUE}, 3, "BCA");
    listed(f, (struct record_filter){.order = RECORD_BY_NUMBER}, 3, "CAB");
    listed(f, (struct record_filter){.order = RECORD_BY_NEWEST}, 3, "BAC");
    listed(f, (struct record_filter){.order = RECORD_BY_TITLE}, 3, "ABC");
    listed(f, (struct record_filter){.order = RECORD_BY_STATUS}, 3, "ABC");
    listed(f, (struct record_filter){.order = RECORD_BY_OWNER}, 3, "BCA");
    listed(f, (struct record_filter){.order = RECORD_BY_TITLE, .limit = 2}, 3,
        "AB");
    listed(f,
        (struct record_filter){
            .order = RECORD_BY_TITLE, .limit = 2, .offset = 2},
        3, "C");
    listed(f, (struct record_filter){.status = "closed"}, 1, "A");
    listed(f, (struct record_filter){.status = "none"}, 0, "");
    listed(f, (struct record_filter){.open_only = true}, 2, "BC");
    listed(f, (struct record_filter){.owner = "daniel.achterberg"}, 1, "B");
    listed(f, (struct record_filter){.due_before = "2026-11-21"}, 1, "B");
    listed(f, (struct record_filter){.words = "fire"}, 1, "A");
    listed(f, (struct record_filter){.words = "?!"}, 0, "");
    listed(f, (struct record_filter){.words = "\" or 1"}, 0, "");
}

static void by_target(struct fixture *f, const char *up, const char *down)
{
    const struct kind *kpi = kind_find(f->site, "kpi");
    struct record_filter filter = {
        .order = RECORD_BY_VALUE, .sort_field = kind_field(kpi, "target")};
    long long total = (long long)strlen(up);

    for (int open = 0; open < 2; open++) {
        filter.open_only = open;
        filter.order = RECORD_BY_VALUE;
        listed_of(f, kpi, filter, total, up);
        filter.order = RECORD_BY_VALUE_DOWN;
        listed_of(f, kpi, filter, total, down);
    }
}

/* What is empty stands before every number, also before those below zero; in
 * a list that goes down it is last. */
static void test_sorted_by_number(void **state)
{
    static const char *const targets[][2] = {{"A", "10"}, {"B", ""},
        {"C", "-12.5"}, {"D", "0"}, {"E", "9"}, {"F", ""},
        {"G", "-999999999999999999"}, {"H", "-3"}};
    struct fixture *f = *state;
    const struct kind *kpi = kind_find(f->site, "kpi");
    struct record_filter filter = {.order = RECORD_BY_VALUE_DOWN,
        .sort_field = kind_field(kpi, "target"),
        .limit = 3,
        .offset = 5};

    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        fixture_add_record(
            f, "kpi", "title", targets[i][0], "target", targets[i][1], NULL);
    by_target(f, "BFGCHDEA", "AEDHCGFB");
    listed_of(f, kpi, filter, 8, "GFB");
    /* A value that changes is found in its new place alone. */
    fixture_change_record(f, "kpi", 2, "target", "-4", NULL);
    fixture_change_record(f, "kpi", 5, "target", "", NULL);
    by_target(f, "EFGCBHDA", "ADHBCGFE");
}

/* What a record no longer says does not lead to it. */
static void test_changed_values(void **state)
{
    struct fixture *f = *state;
    const struct kind *kpi = kind_find(f->site, "kpi");
    int direction = kind_field(kpi, "direction");
    struct record_filter up = {
        .by_field = {{direction, "up"}}, .field_count = 1};
    struct record_filter down = {
        .by_field = {{direction, "down"}}, .field_count = 1};

    fixture_add_record(f, "kpi", "title", "A", "direction", "up", NULL);
    fixture_add_record(f, "kpi", "title", "B", "direction", "up", NULL);
    listed_of(f, kpi, up, 2, "AB");
    listed_of(f, kpi, down, 0, "");
    fixture_change_record(f, "kpi", 1, "direction", "down", NULL);
    fixture_change_record(f, "kpi", 2, "direction", "", NULL);
    listed_of(f, kpi, up, 0, "");
    listed_of(f, kpi, down, 1, "A");
}

/* What is wanted comes whole, from the columns or from among all values; what
 * is not wanted does not come. */
static void test_list_of_some_fields(void **state)
{
    struct fixture *f = *state;
    const struct kind *kind = todo(f);
    bool *fields = arena_array(f->arena, kind->field_count, sizeof *fields);
    struct record_filter filter = {.status = "",
        .owner = "",
        .words = "",
        .due_before = "",
        .limit = 9,
        .fields = fields};
    struct record *records;
    size_t count;

    fixture_add_record(f, "todo", "title", "A", "due", "2026-11-20", "status",
        "closed", "closed_on", "2026-11-19", "body", "Text", NULL);
    fields[kind->title] = true;
    fields[kind->status] = true;
    fields[kind->due] = true;
    fields[kind_field(kind, "closed_on")] = true;
    for (int all = 0; all < 2; all++) {
        fields[kind->body] = all;
        assert_true(record_list(
            &f->context, kind, &filter, &records, &count, &f->error));
        assert_int_equal(count, 1);
        assert_string_equal(record_value_of(&records[0], "title"), "A");
        assert_string_equal(record_value_of(&records[0], "status"), "closed");
        assert_string_equal(record_value_of(&records[0], "due"), "2026-11-20");
        assert_string_equal(
            record_value_of(&records[0], "closed_on"), "2026-11-19");
        assert_string_equal(
            record_value_of(&records[0], "body"), all ? "Text" : "");
        assert_string_equal(record_value_of(&records[0], "owner"), "");
    }
}

static void add_title(void *user, const struct record *record)
{
    builder_put(user, record_value_of(record, "title"));
}

static void test_each_and_counts(void **state)
{
    struct fixture *f = *state;
    struct record_filter filter = {
        .status = "", .owner = "", .words = "", .due_before = ""};
    struct builder titles = builder_create(f->arena);
    struct status_count *counts;
    struct owned_record *owned;
    long long late;
    size_t count;
    long long total;

    fixture_add_record(f, "todo", "title", "A", "due", "2026-11-20", NULL);
    fixture_add_record(f, "todo", "title", "B", "due", "2026-11-21", NULL);
    fixture_add_record(
        f, "todo", "title", "C", "due", "2026-11-01", "status", "closed", NULL);
    assert_true(record_each(
        &f->context, todo(f), &filter, add_title, &titles, &f->error));
    assert_string_equal(builder_string(&titles), "ABC");
    assert_true(
        record_count_statuses(&f->context, todo(f), &counts, &late, &f->error));
    assert_true(counts[0].count == 2);
    assert_true(late == 1);
    assert_true(record_list_owned(&f->context, "ines.marchetti", 10, 0, &owned,
        &count, &total, &f->error));
    assert_int_equal(count, 2);
    assert_true(total == 2);
    assert_string_equal(owned[0].title, "A");
}

static void test_export(void **state)
{
    struct fixture *f = *state;
    struct builder out = builder_create(f->arena);
    struct record record;

    add(f, "=1+1, \"x\"");
    record = read_record(f, 1);
    record_export_csv_head(&out, todo(f));
    assert_true(string_begins(builder_string(&out), "number,title,happened,"));
    assert_true(string_ends(builder_string(&out), ",evidence\r\n"));
    out = builder_create(f->arena);
    record_export_csv_row(&out, &record);
    assert_true(string_begins(builder_string(&out), "1,\"'=1+1, \"\"x\"\"\","));
    /* Below zero is a number, not a formula. */
    record = record_create(f->arena, kind_find(f->site, "measurement"));
    record.values[kind_field(record.kind, "title")] = "-1";
    record.values[kind_field(record.kind, "value")] = "-3.5";
    out = builder_create(f->arena);
    record_export_csv_row(&out, &record);
    assert_true(string_begins(builder_string(&out), "0,\"'-1\",-3.5,"));
    record.values[kind_field(record.kind, "value")] = "-1+cmd";
    out = builder_create(f->arena);
    record_export_csv_row(&out, &record);
    assert_true(string_begins(builder_string(&out), "0,\"'-1\",\"'-1+cmd\","));
    record = read_record(f, 1);
    out = builder_create(f->arena);
    record_export_json(&out, &record);
    assert_true(string_begins(builder_string(&out),
        "{\"ref\":\"todo:1\",\"number\":1,\"revision\":1,\"changed_at\":\"" NOW
        "\",\"values\":{\"title\":\"=1+1, \\\"x\\\"\","));
}

/* A save that fails late, at its history, leaves nothing of itself. */
static void test_rollback(void **state)
{
    static const char *const tables[] = {"select count(*) from item",
        "select count(*) from record", "select count(*) from link",
        "select count(*) from revision", "select count(*) from search"};
    struct fixture *f = *state;
    struct record record = record_create(f->arena, todo(f));
    long long before[5];

    add(f, "One");
    assert_true(database_script(f->context.db,
        "create trigger refuse before insert on revision "
        "begin select raise(abort, 'not now'); end",
        NULL, &f->error));
    for (size_t i = 0; i < 5; i++)
        before[i] = number_of(f, tables[i]);
    set(&record, "title", "Two");
    set(&record, "source", "todo:1 audit:5");
    assert_false(record_save(&f->context, &record, "", &f->error));
    assert_true(record.number == 0 && record.revision == 0 && record.id == 0);
    for (size_t i = 0; i < 5; i++)
        assert_true(number_of(f, tables[i]) == before[i]);
    assert_true(
        database_script(f->context.db, "drop trigger refuse", NULL, &f->error));
    must_save(f, &record);
    assert_true(record.number == 2);
}

/* In a child whose files may not grow: 0 when the save was refused whole. */
static int save_on_full_disk(struct fixture *f)
{
    struct rlimit limit = {f->site == NULL ? 0 : 4096, 4096};
    struct record record = record_create(f->arena, todo(f));

    signal(SIGXFSZ, SIG_IGN);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 1;
    set(&record, "title", "Two");
    if (record_save(&f->context, &record, "", &f->error))
        return 2;
    if (f->error.code != ERROR_BUSY)
        return 3;
    if (record.number != 0 || record.revision != 0)
        return 4;
    return number_of(f, "select count(*) from record") == 1 ? 0 : 5;
}

static void test_disk_full(void **state)
{
    struct fixture *f = *state;
    int status = 1;
    pid_t child;

    add(f, "One");
    child = fork();
    if (child == 0)
        _exit(save_on_full_disk(f));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_true(add(f, "Two") == 2);
}

/* Four processes, fifty saves each: numbers without gaps, a whole chain. */
static void save_fifty(struct fixture *f)
{
    struct site *site;
    struct context context;

    if (!site_open(f->folder, f->shared, false, &site, &f->error) ||
        !kind_load_site(site, &f->error))
        _exit(1);
    context = context_create(site, f->arena, "ines.marchetti");
    for (int i = 0; i < 50; i++) {
        struct record record = record_create(f->arena, todo(f));

        set(&record, "title", "T");
        set(&record, "source", "todo:1");
        if (!record_save(&context, &record, "", &f->error))
            _exit(2);
    }
    _exit(0);
}

/* A save that waited while the kinds were changed is not made by the old ones.
 */
static void test_kinds_changed_meanwhile(void **state)
{
    struct fixture *f = *state;
    struct record record = record_create(f->arena, todo(f));

    set(&record, "title", "T");
    assert_true(site_begin(&f->context, &f->error));
    assert_true(
        site_set_setting(&f->context, "kinds", "others now", &f->error));
    assert_true(site_commit(&f->context, &f->error));
    assert_false(record_save(&f->context, &record, "", &f->error));
    assert_int_equal(f->error.code, ERROR_BUSY);
    assert_true(number_of(f, "select count(*) from record") == 0);
    f->error = error_create(f->arena);
    /* The old kinds are gone with all that speaks of them. */
    assert_true(kind_load_site(f->site, &f->error));
    record = record_create(f->arena, todo(f));
    set(&record, "title", "T");
    assert_true(record_save(&f->context, &record, "", &f->error));
}

static void test_many_writers(void **state)
{
    struct fixture *f = *state;
    const char *problem;
    long long count;
    pid_t children[4];

    for (int i = 0; i < 4; i++) {
        children[i] = fork();
        if (children[i] == 0)
            save_fifty(f);
    }
    for (int i = 0; i < 4; i++) {
        int status = 1;

        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    assert_true(number_of(f, "select count(*) from record") == 200);
    assert_true(number_of(f, "select max(number) from record") == 200);
    assert_true(number_of(f, "select min(number) from record") == 1);
    assert_true(history_verify(&f->context, &count, &problem, &f->error));
    assert_string_equal(problem, "");
    assert_true(count >= 200);
    assert_true(database_check_integrity(f->context.db, &problem, &f->error));
    assert_string_equal(problem, "");
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_create_and_read),
        EACH(test_change),
        EACH(test_unchanged),
        EACH(test_stale),
        EACH(test_rules),
        EACH(test_inputs_are_kept),
        EACH(test_links),
        EACH(test_search),
        EACH(test_lists),
        EACH(test_sorted_by_number),
        EACH(test_changed_values),
        EACH(test_list_of_some_fields),
        EACH(test_each_and_counts),
        EACH(test_export),
        EACH(test_rollback),
        EACH(test_disk_full),
        EACH(test_kinds_changed_meanwhile),
        EACH(test_many_writers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
