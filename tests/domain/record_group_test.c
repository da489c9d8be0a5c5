/* domain/record_group: saves of several processes that waited for one another
 * are what each would have been alone, in fewer commits. */
#include "domain/record_group.h"

#include "base/file.h"
#include "domain/history.h"
#include "domain/kind_load.h"
#include "site_fixture.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define TOKEN "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

enum { MOST = 8 };

static int set_up(void **state)
{
    *state = fixture_create("2026-11-21T10:00:00Z");
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

/* One save, and what is to come of it. */
struct wish {
    const char *person;
    const char *now; /* NULL: the clock's */
    const char *form;
    const char *title;
    const char *body;
    long long number; /* 0: a new record */
    long long revision;
    enum error_code code; /* expected */
    const char *message;  /* part of it */
    bool before;          /* expected: the form made it before */
};

struct saver {
    pid_t child;
    int go;
};

static void set(struct record *record, const char *field, const char *value)
{
    record->values[kind_field(record->kind, field)] = value;
}

static bool begin_record(struct context *context, const struct wish *wish,
    struct record *record, struct error *error)
{
    const struct kind *kind = kind_find(context->site, "todo");
    bool found = true;

    *record = record_create(context->arena, kind);
    if (wish->number != 0 &&
        (!record_read(context, kind, wish->number, record, &found, error) ||
            !found))
        return false;
    record->revision = wish->revision;
    set(record, "type", "corrective");
    set(record, "title", wish->title);
    if (wish->body != NULL)
        set(record, "body", wish->body);
    return true;
}

/* In a process of its own: 0 when all came as expected. */
static int save(struct fixture *f, const struct wish *wish, int ready, int go)
{
    struct site *site;
    struct context context;
    struct record record;
    bool fine;
    char byte;

    if (!site_open(f->folder, f->shared, false, &site, &f->error) ||
        !kind_load_site(site, &f->error))
        return 1;
    context = context_create(site, f->arena, wish->person);
    context.form = wish->form == NULL ? "" : wish->form;
    if (wish->now != NULL)
        context.now = wish->now;
    if (!begin_record(&context, wish, &record, &f->error) ||
        write(ready, "", 1) != 1 || read(go, &byte, 1) != 1)
        return 2;
    fine = record_save(&context, &record, "Said why", &f->error);
    if (database_is_busy(site->db) || f->error.code != wish->code)
        return 3;
    if (!fine)
        return strstr(f->error.message, wish->message) != NULL &&
                       record.revision == wish->revision &&
                       record.number == wish->number
                   ? 0
                   : 4;
    site_close(site);
    return record.id != 0 && record.number != 0 &&
                   record.revision == (wish->before ? 0 : wish->revision + 1)
               ? 0
               : 5;
}

static struct saver start(struct fixture *f, const struct wish *wish)
{
    struct saver saver;
    int ready[2];
    int go[2];
    char byte;

    assert_int_equal(pipe(ready), 0);
    assert_int_equal(pipe(go), 0);
    saver.child = fork();
    if (saver.child == 0)
        _exit(save(f, wish, ready[1], go[0]));
    close(ready[1]);
    close(go[0]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    saver.go = go[1];
    return saver;
}

static long long number_of(struct fixture *f, const char *sql)
{
    long long number = -1;

    assert_true(
        database_number(f->context.db, sql, NO_VALUES, &number, &f->error));
    return number;
}

static long long generation(struct fixture *f)
{
    return number_of(
        f, "select value + 0 from setting where name = 'generation'");
}

static int hold_lock(struct fixture *f)
{
    int lock =
        open(file_join(f->arena, f->folder, "ims.db.lock"), O_RDWR | O_CLOEXEC);

    assert_true(lock >= 0);
    assert_int_equal(flock(lock, LOCK_EX), 0);
    return lock;
}

/* Have all of them wait for the lock at once. How many commits it took. */
static long long save_all(
    struct fixture *f, const struct saver *savers, size_t count)
{
    long long before = generation(f);
    int lock = hold_lock(f);

    for (size_t i = 0; i < count; i++) {
        assert_int_equal(write(savers[i].go, "", 1), 1);
        close(savers[i].go);
    }
    usleep(150000);
    close(lock);
    for (size_t i = 0; i < count; i++) {
        int status = 0;

        assert_int_equal(waitpid(savers[i].child, &status, 0), savers[i].child);
        if (status != 0)
            fail_msg("save %zu ended with %d", i, WEXITSTATUS(status));
    }
    return generation(f) - before;
}

static void must_be_whole(struct fixture *f)
{
    const char *problem = "?";
    long long count;

    assert_true(history_verify(&f->context, &count, &problem, &f->error));
    assert_string_equal(problem, "");
    assert_true(database_check_integrity(f->context.db, &problem, &f->error));
    assert_string_equal(problem, "");
    assert_true(number_of(f, "select count(*) from record") ==
                number_of(f, "select max(number) from record"));
}

static const char *text_of_sql(struct fixture *f, const char *sql)
{
    const char *text = "?";

    assert_true(database_text(f->context.db, sql, NO_VALUES, &text, &f->error));
    return text;
}

/* New ones, a change, a refusal, and a form sent twice. */
static void test_together(void **state)
{
    struct fixture *f = *state;
    static const struct wish wishes[] = {
        {.person = "ines.marchetti",
            .title = "First \"one\"\n2 {",
            .body = "é"},
        {.person = "daniel.achterberg",
            .now = "2031-02-03T04:05:06Z",
            .title = "Second",
            .form = TOKEN},
        {.person = "ines.marchetti",
            .title = "Changed",
            .number = 1,
            .revision = 2},
        {.person = "daniel.achterberg",
            .title = "Too late",
            .number = 1,
            .revision = 1,
            .code = ERROR_CONFLICT,
            .message = "Somebody saved revision"},
        {.person = "ines.marchetti",
            .title = "Gone",
            .number = 0,
            .revision = 3,
            .code = ERROR_MISSING,
            .message = "There is no todo"},
        {.person = "ines.marchetti",
            .now = "2032-02-03T04:05:06Z",
            .title = "Third"},
    };
    enum { COUNT = sizeof wishes / sizeof *wishes };
    struct saver savers[COUNT];

    fixture_add_record(
        f, "todo", "title", "Present", "type", "corrective", NULL);
    fixture_change_record(f, "todo", 1LL, "title", "Present still", NULL);
    for (size_t i = 0; i < COUNT; i++)
        savers[i] = start(f, &wishes[i]);
    assert_true(save_all(f, savers, COUNT) < 4);
    must_be_whole(f);
    assert_true(number_of(f, "select count(*) from record") == 4);
    assert_string_equal(
        text_of_sql(f, "select title from record where number = 1"), "Changed");
    assert_true(
        number_of(f, "select revision from record where number = 1") == 3);
    assert_string_equal(
        text_of_sql(f, "select changed_by from record where title = 'Second'"),
        "daniel.achterberg");
    assert_true(number_of(f, "select count(*) from record where title = "
                             "'First \"one\"' || char(10) || '2 {' and "
                             "value like '%é%'") == 1);
    assert_true(number_of(f, "select count(*) from record where (title = "
                             "'Second' and created_at like '2031%') or (title "
                             "= 'Third' and created_at like '2032%')") == 2);
    assert_true(number_of(f, "select count(*) from revision where why = "
                             "'Said why'") == 4);
    assert_true(number_of(f, "select count(*) from search where search "
                             "match 'third'") == 1);
    assert_true(number_of(f, "select count(*) from sent") == 1);
}

static void test_form_twice(void **state)
{
    struct fixture *f = *state;
    static const struct wish wish = {
        .person = "ines.marchetti", .title = "Once", .form = TOKEN};
    static const struct wish again = {.person = "ines.marchetti",
        .title = "Once",
        .form = TOKEN,
        .before = true};
    static const struct wish other = {
        .person = "ines.marchetti", .title = "Other"};
    struct saver savers[3];

    savers[0] = start(f, &wish);
    assert_true(save_all(f, savers, 1) == 1);
    savers[0] = start(f, &again);
    savers[1] = start(f, &other);
    savers[2] = start(f, &again);
    assert_true(save_all(f, savers, 3) < 3);
    must_be_whole(f);
    assert_true(number_of(f, "select count(*) from record") == 2);
}

/* One that the database refuses half-way takes nobody with it. */
static void test_spoiled(void **state)
{
    struct fixture *f = *state;
    static const struct wish good = {
        .person = "ines.marchetti", .title = "Good"};
    static const struct wish bad = {.person = "daniel.achterberg",
        .title = "Bad",
        .code = ERROR_SYSTEM,
        .message = "not this one"};
    struct saver savers[MOST];

    assert_true(database_script(f->context.db,
        "create trigger spoil before insert on revision when new.snapshot "
        "like '%Bad%' begin select raise(abort, 'not this one'); end;",
        NULL, &f->error));
    for (int i = 0; i < 6; i++)
        savers[i] = start(f, i % 3 == 1 ? &bad : &good);
    save_all(f, savers, 6);
    must_be_whole(f);
    assert_true(number_of(f, "select count(*) from record") == 4);
    assert_true(number_of(f, "select count(*) from record_value, record where "
                             "record.id = record_value.record and "
                             "record.title = 'Bad'") == 0);
    assert_true(
        number_of(f, "select count(*) from item where title = 'Bad'") == 0);
}

/* Who knows other kinds than there are now is told so, and nobody writes for
 * them. */
static void test_other_kinds(void **state)
{
    struct fixture *f = *state;
    static const struct wish old = {.person = "ines.marchetti",
        .title = "Old",
        .code = ERROR_BUSY,
        .message = "kinds of record were changed"};
    static const struct wish fresh = {
        .person = "ines.marchetti", .title = "Fresh"};
    struct saver savers[MOST];

    savers[0] = start(f, &old);
    assert_true(site_begin(&f->context, &f->error));
    assert_true(
        site_set_setting(&f->context, "kinds", "others now", &f->error));
    assert_true(site_commit(&f->context, &f->error));
    for (int i = 1; i < MOST; i++)
        savers[i] = start(f, &fresh);
    assert_true(save_all(f, savers, MOST) < MOST - 1);
    must_be_whole(f);
    assert_true(number_of(f, "select count(*) from record") == MOST - 1);
}

/* Too long for a place beside the lock: it waits for its own turn. */
static void test_long(void **state)
{
    struct fixture *f = *state;
    char *body = arena_alloc(f->arena, 90001);
    struct wish large = {.person = "ines.marchetti", .title = "Large"};
    static const struct wish small = {
        .person = "ines.marchetti", .title = "Small"};
    struct saver savers[2];

    memset(body, 'x', 90000);
    large.body = body;
    savers[0] = start(f, &large);
    savers[1] = start(f, &small);
    save_all(f, savers, 2);
    must_be_whole(f);
    assert_true(number_of(f, "select count(*) from record where "
                             "length(value) > 90000") == 1);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_together),
        EACH(test_form_twice),
        EACH(test_spoiled),
        EACH(test_other_kinds),
        EACH(test_long),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
