/* store/database: values by name, transactions, locks, and what happens when
 * the disk or the folder says no. */
#include "store/database.h"

#include "base/file.h"
#include "temporary_folder.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct place {
    struct arena *arena;
    const char *folder;
    const char *path;
    struct error error;
    struct database *db;
};

static void must(const struct place *p, bool fine)
{
    if (!fine)
        fail_msg("%s", p->error.message);
}

static int set_up(void **state)
{
    struct arena *arena = arena_create();
    struct place *p = arena_alloc(arena, sizeof *p);

    p->arena = arena;
    p->error = error_create(arena);
    p->folder = temporary_folder_create(arena);
    p->path = file_join(arena, p->folder, "ims.db");
    must(p, database_open(p->path, DATABASE_CREATE, &p->db, &p->error));
    must(p, database_script(p->db,
                "create table t (a text not null, b integer not null);"
                "create table other (a text not null);",
                NULL, &p->error));
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    struct place *p = *state;

    database_close(p->db);
    temporary_folder_remove(p->folder);
    arena_destroy(p->arena);
    return 0;
}

static bool insert(struct place *p, const char *text, long long number)
{
    return database_run(p->db, "insert into t (b, a) values ($2, $1)",
        VALUES(value_text(text), value_number(number)), &p->error);
}

static long long count_in(struct place *p, struct database *db)
{
    long long count = -1;

    must(p, database_number(
                db, "select count(*) from t", NO_VALUES, &count, &p->error));
    return count;
}

static long long count(struct place *p)
{
    return count_in(p, p->db);
}

static void test_values_by_number(void **state)
{
    struct place *p = *state;
    const char *text = "";
    struct rows rows;

    must(p, insert(p, "é 'quoted'", 7));
    must(p, insert(p, NULL, -1));
    must(p, database_query(p->db,
                "select $3, a, b, $1, $2, $1 from t where b >= $4 order by b",
                VALUES(value_text("one"), value_number(2), value_text("three"),
                    value_number(-1)),
                &rows, &p->error));
    assert_true(rows_next(&rows));
    assert_string_equal(rows_text(&rows, 1), "");
    assert_true(rows_next(&rows));
    assert_string_equal(rows_text(&rows, 0), "three");
    assert_string_equal(rows_text(&rows, 1), "é 'quoted'");
    assert_true(rows_number(&rows, 2) == 7);
    assert_string_equal(rows_text(&rows, 3), "one");
    assert_true(rows_number(&rows, 4) == 2);
    assert_string_equal(rows_text(&rows, 5), "one");
    assert_false(rows_next(&rows));
    assert_false(rows_next(&rows));
    must(p, rows_end(&rows, &p->error));
    must(p, database_text(p->db, "select a from t where b = $1",
                VALUES(value_number(99)), &text, &p->error));
    assert_string_equal(text, ""); /* kept: there is no row */
}

/* The words of a column, whatever it holds; what is kept outlives the row. */
static void test_text_of_columns(void **state)
{
    struct place *p = *state;
    struct arena *arena = arena_create();
    const char *kept;
    struct rows rows;

    must(p, database_query(p->db,
                "select 'é', '', null, 42, 'a' || 'b' union all "
                "select 'other words, that are longer', 'x', 'y', 4, 'c'",
                NO_VALUES, &rows, &p->error));
    assert_true(rows_next(&rows));
    assert_true(text_equals(rows_slice(&rows, 0), "é"));
    assert_true(text_equals(rows_slice(&rows, 1), ""));
    assert_true(text_equals(rows_slice(&rows, 2), ""));
    assert_true(text_equals(rows_slice(&rows, 3), "42"));
    assert_true(rows_number(&rows, 3) == 42);
    assert_true(text_equals(rows_slice(&rows, 4), "ab"));
    assert_true(text_equals(rows_slice(&rows, 4), "ab"));
    kept = rows_keep(&rows, 0, arena);
    assert_string_equal(rows_keep(&rows, 2, arena), "");
    assert_true(rows_next(&rows));
    assert_string_equal(rows_text(&rows, 0), "other words, that are longer");
    assert_string_equal(kept, "é");
    must(p, rows_end(&rows, &p->error));
    assert_string_equal(kept, "é");
    arena_destroy(arena);
}

/* The same statement may run inside itself. */
static void test_nested(void **state)
{
    static const char sql[] = "select b from t order by b";
    struct place *p = *state;
    struct rows outer;
    long long sum = 0;

    for (int i = 1; i <= 3; i++)
        must(p, insert(p, "x", i));
    must(p, database_query(p->db, sql, NO_VALUES, &outer, &p->error));
    while (rows_next(&outer)) {
        struct rows inner;

        must(p, database_query(p->db, sql, NO_VALUES, &inner, &p->error));
        while (rows_next(&inner))
            sum += rows_number(&outer, 0) * rows_number(&inner, 0);
        must(p, rows_end(&inner, &p->error));
    }
    must(p, rows_end(&outer, &p->error));
    assert_true(sum == 36);
    assert_true(database_statements(p->db) > 0);
}

static void test_mistakes(void **state)
{
    struct place *p = *state;
    long long number = 5;
    struct rows rows;

    assert_false(database_run(p->db, "selec 1", NO_VALUES, &p->error));
    assert_int_equal(p->error.code, ERROR_SYSTEM);
    assert_false(database_number(
        p->db, "select x from none", NO_VALUES, &number, &p->error));
    assert_true(number == 5);
    assert_false(database_query(
        p->db, "select x from none", NO_VALUES, &rows, &p->error));
    assert_false(rows_next(&rows));
    assert_false(rows_end(&rows, &p->error));
    /* A statement that failed can be used again. */
    assert_false(database_run(p->db, "insert into t (a, b) values ($1, null)",
        VALUES(value_text("x")), &p->error));
    assert_false(database_run(p->db, "insert into t (a, b) values ($1, null)",
        VALUES(value_text("x")), &p->error));
    assert_true(count(p) == 0);
}

static void test_transactions(void **state)
{
    struct place *p = *state;

    assert_false(database_is_writing(p->db));
    must(p, database_begin_write(p->db, &p->error));
    assert_true(database_is_writing(p->db));
    must(p, insert(p, "x", 1));
    assert_false(database_begin_write(p->db, &p->error));
    database_rollback(p->db);
    assert_false(database_is_writing(p->db));
    assert_true(count(p) == 0);
    database_rollback(p->db); /* nothing to do */
    must(p, database_begin_write(p->db, &p->error));
    must(p, insert(p, "x", 1));
    must(p, database_commit(p->db, &p->error));
    assert_false(database_is_writing(p->db));
    assert_true(count(p) == 1);
    must(p, database_begin_read(p->db, &p->error));
    assert_false(database_begin_write(p->db, &p->error));
    database_end_read(p->db);
    database_end_read(p->db);
}

/* A read transaction sees one state, whatever others write meanwhile. */
static void test_one_state(void **state)
{
    struct place *p = *state;
    struct database *other;
    long long version = database_data_version(p->db);

    must(p, database_open(p->path, DATABASE_EXISTING, &other, &p->error));
    must(p, database_begin_read(p->db, &p->error));
    assert_true(count(p) == 0);
    must(p, database_begin_write(other, &p->error));
    must(p, database_run(other, "insert into t (a, b) values ('x', 1)",
                NO_VALUES, &p->error));
    must(p, database_commit(other, &p->error));
    assert_true(count(p) == 0);
    database_end_read(p->db);
    assert_true(count(p) == 1);
    assert_true(database_data_version(p->db) != version);
    version = database_data_version(p->db);
    assert_true(database_data_version(p->db) == version);
    database_close(other);
}

static void test_open_refused(void **state)
{
    struct place *p = *state;
    struct database *other = NULL;
    const char *none = file_join(p->arena, p->folder, "none.db");

    assert_false(database_open(none, DATABASE_EXISTING, &other, &p->error));
    assert_int_equal(p->error.code, ERROR_MISSING);
    assert_false(file_stat(none).exists);
    assert_false(database_open(p->path, DATABASE_CREATE, &other, &p->error));
    assert_int_equal(p->error.code, ERROR_CONFLICT);
    assert_false(database_open(file_join(p->arena, p->folder, "no/x.db"),
        DATABASE_CREATE, &other, &p->error));
    assert_int_equal(p->error.code, ERROR_SYSTEM);
    must(p, file_write(p->arena, none,
                text_of("this is no database, whatever its name may say; it "
                        "is long enough to be taken for one at first sight, "
                        "but the first bytes are wrong"),
                &p->error));
    assert_false(database_open(none, DATABASE_EXISTING, &other, &p->error));
    assert_non_null(strstr(p->error.message, "damaged"));
    assert_null(other);
}

/* What watchers of the folder see change with each commit. */
static char announced(struct place *p)
{
    struct text content;

    must(p, file_read(p->arena, arena_format(p->arena, "%s.lock", p->path),
                4 * 1024 * 1024, &content, &p->error));
    return content.size == 0 ? '\0' : content.data[0];
}

/* Watchers of the folder hear of a commit once it can be seen, not only while
 * its log is being written. */
static void test_announced(void **state)
{
    struct place *p = *state;

    assert_int_equal(announced(p), '\0');
    must(p, database_begin_write(p->db, &p->error));
    must(p, insert(p, "a", 1));
    database_rollback(p->db);
    assert_int_equal(announced(p), '\0');
    must(p, database_begin_write(p->db, &p->error));
    must(p, insert(p, "a", 1));
    must(p, database_commit(p->db, &p->error));
    assert_int_equal(announced(p), '\n');
}

/* Another program, one that knows nothing of our lock, is writing. */
static void test_busy(void **state)
{
    struct place *p = *state;
    struct database *other;

    must(p, database_open(p->path, DATABASE_EXISTING, &other, &p->error));
    must(p, database_run(other, "begin immediate", NO_VALUES, &p->error));
    must(p,
        database_run(p->db, "pragma busy_timeout = 20", NO_VALUES, &p->error));
    assert_false(database_begin_write(p->db, &p->error));
    assert_int_equal(p->error.code, ERROR_BUSY);
    assert_non_null(strstr(p->error.message, "nothing was saved"));
    assert_false(database_is_writing(p->db));
    must(p, database_run(other, "rollback", NO_VALUES, &p->error));
    must(p, database_begin_write(p->db, &p->error));
    must(p, database_commit(p->db, &p->error));
    database_close(other);
}

/* Writers of several processes wait for each other and lose nothing. */
static void test_writers_queue(void **state)
{
    struct place *p = *state;
    pid_t children[4];

    for (int i = 0; i < 4; i++) {
        children[i] = fork();
        if (children[i] != 0)
            continue;
        if (!database_open(p->path, DATABASE_EXISTING, &p->db, &p->error))
            _exit(1);
        for (int n = 0; n < 25; n++) {
            long long next = 0;

            if (!database_begin_write(p->db, &p->error) ||
                !database_number(p->db, "select coalesce(max(b), 0) + 1 from t",
                    NO_VALUES, &next, &p->error) ||
                !insert(p, "x", next) || !database_commit(p->db, &p->error))
                _exit(2);
        }
        _exit(0);
    }
    for (int i = 0; i < 4; i++) {
        int status = 1;

        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_int_equal(status, 0);
    }
    assert_true(count(p) == 100);
}

/* In a child whose files may not grow: 0 when the save failed as it should
 * and nothing of it is there. */
static int save_too_much(struct place *p)
{
    struct rlimit limit = {256 * 1024, 256 * 1024};
    char *large = arena_alloc(p->arena, 100001);
    bool fine = true;

    signal(SIGXFSZ, SIG_IGN);
    memset(large, 'x', 100000);
    if (!database_open(p->path, DATABASE_EXISTING, &p->db, &p->error) ||
        setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 1;
    if (!database_begin_write(p->db, &p->error))
        return 2;
    for (int i = 0; i < 20 && fine; i++)
        fine = insert(p, large, i);
    if (fine)
        fine = database_commit(p->db, &p->error);
    else
        database_rollback(p->db);
    if (fine)
        return 3;
    if (p->error.code != ERROR_BUSY || database_is_writing(p->db) ||
        strstr(p->error.message, "nothing was saved") == NULL)
        return 4;
    return count(p) == 1 ? 0 : 5;
}

static void test_disk_full(void **state)
{
    struct place *p = *state;
    const char *problem;
    int status = 1;
    pid_t child;

    must(p, insert(p, "kept", 1));
    child = fork();
    if (child == 0)
        _exit(save_too_much(p));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_true(WIFEXITED(status));
    assert_true(count(p) == 1);
    must(p, database_check_integrity(p->db, &problem, &p->error));
    assert_string_equal(problem, "");
    must(p, insert(p, "after", 2));
}

/* Nobody has the lock, or not for long. */
static bool is_free(struct place *p)
{
    struct database *other;
    bool begun = false;

    if (!database_open(p->path, DATABASE_EXISTING, &other, &p->error))
        return false;
    for (int i = 0; i < 1000 && !begun; i++) {
        if (!database_try_write(other, &begun, &p->error))
            return false;
        usleep(1000);
    }
    database_close(other);
    return begun;
}

/* In a child: ask for a row of 5 to be written; whether it was, and what was
 * answered, by its exit: 0 answered "fine", 1 not answered and written here. */
static int ask_for_row(struct place *p)
{
    const char *answer;

    if (!database_open(p->path, DATABASE_EXISTING, &p->db, &p->error) ||
        !database_begin_group(p->db, text_of("row 5"), &answer, &p->error))
        return 3;
    if (answer != NULL)
        return string_equals(answer, "fine") && !database_is_busy(p->db) &&
                       is_free(p) && count(p) == 2
                   ? 0
                   : 4;
    return insert(p, "own", 5) && database_commit(p->db, &p->error) ? 1 : 5;
}

/* One that asks when it is told to: SQLite must not be in the midst of
 * anything when a process forks. */
struct asker {
    pid_t child;
    int go;
};

static struct asker make_asker(struct place *p)
{
    struct asker asker;
    int ends[2];
    char byte;

    if (pipe(ends) != 0 || (asker.child = fork()) < 0)
        exit(1);
    if (asker.child == 0)
        _exit(read(ends[0], &byte, 1) == 1 ? ask_for_row(p) : 6);
    close(ends[0]);
    asker.go = ends[1];
    return asker;
}

static void let_ask(const struct asker *asker)
{
    if (write(asker->go, "", 1) != 1)
        exit(1);
    close(asker->go);
}

/* How the child ended. */
static int end_of(pid_t child)
{
    int status = 0;

    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* The next question, which may still be on its way. */
static size_t wait_for_question(struct place *p, struct text *question)
{
    size_t at = 0;

    for (int i = 0; !database_next_question(p->db, &at, question); i++) {
        if (i == 10000)
            exit(1);
        usleep(1000);
    }
    return at;
}

/* Who waits is answered with the commit, and has not had to write. */
static void test_group(void **state)
{
    struct place *p = *state;
    struct asker asker = make_asker(p);
    struct text question;
    size_t at = 0;

    assert_false(database_next_question(p->db, &at, &question));
    must(p, database_begin_write(p->db, &p->error));
    assert_false(database_next_question(p->db, &at, &question));
    let_ask(&asker);
    at = wait_for_question(p, &question);
    assert_true(text_equals(question, "row 5"));
    must(p, insert(p, "mine", 1));
    must(p, insert(p, "theirs", 5));
    database_answer(p->db, at, text_of("fine"));
    usleep(50000); /* no answer before the commit */
    assert_int_equal(waitpid(asker.child, NULL, WNOHANG), 0);
    must(p, database_commit(p->db, &p->error));
    assert_int_equal(end_of(asker.child), 0);
    assert_true(count(p) == 2);
}

/* What came of nothing, or has no answer, is written by who asked. */
static void test_group_left(void **state)
{
    struct place *p = *state;
    struct text question;

    for (int i = 0; i < 2; i++) {
        struct asker asker = make_asker(p);

        must(p, database_begin_write(p->db, &p->error));
        let_ask(&asker);
        database_answer(p->db, wait_for_question(p, &question),
            i == 0 ? text_of("fine")
                   : text_part(arena_alloc(p->arena, 65536), 65536));
        if (i == 0)
            database_rollback(p->db);
        else
            must(p, database_commit(p->db, &p->error));
        assert_int_equal(end_of(asker.child), 1);
        assert_true(count(p) == i + 1);
    }
}

/* In a child: take the question and die of it. */
static int die_of_question(struct place *p)
{
    struct asker asker = make_asker(p);
    struct text question;

    if (!database_open(p->path, DATABASE_EXISTING, &p->db, &p->error) ||
        !database_begin_write(p->db, &p->error) || !insert(p, "lost", 9))
        return 1;
    let_ask(&asker);
    database_answer(p->db, wait_for_question(p, &question), text_of("fine"));
    return 7;
}

/* Nobody waits for the dead, and nothing of theirs is written. */
static void test_group_death(void **state)
{
    struct place *p = *state;
    struct text question;
    int status = 0;
    struct asker asker;
    pid_t child;
    size_t at;

    assert_int_equal(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
    child = fork();
    if (child == 0)
        _exit(die_of_question(p));
    assert_int_equal(end_of(child), 7);
    assert_true(wait(&status) > 0); /* whoever asked */
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 1);
    assert_int_equal(prctl(PR_SET_CHILD_SUBREAPER, 0), 0);
    assert_true(count(p) == 1);
    /* Who asks and dies. */
    asker = make_asker(p);
    must(p, database_begin_write(p->db, &p->error));
    let_ask(&asker);
    usleep(300000);
    kill(asker.child, SIGKILL);
    assert_int_equal(waitpid(asker.child, NULL, 0), asker.child);
    assert_false(database_next_question(p->db, &at, &question));
    must(p, database_commit(p->db, &p->error));
}

/* An answer may be long in coming: whoever asked waits in the lock's queue by
 * then, and does not keep the lock. Nor when there is none. */
static void test_group_late(void **state)
{
    struct place *p = *state;
    struct text question;

    for (int i = 0; i < 2; i++) {
        struct asker asker = make_asker(p);
        size_t at;

        must(p, database_begin_write(p->db, &p->error));
        let_ask(&asker);
        at = wait_for_question(p, &question);
        usleep(400000);
        if (i == 0)
            must(p, insert(p, "mine", 1));
        if (i == 0)
            must(p, insert(p, "theirs", 5));
        if (i == 0)
            database_answer(p->db, at, text_of("fine"));
        must(p, database_commit(p->db, &p->error));
        assert_int_equal(end_of(asker.child), i);
    }
    assert_true(count(p) == 3);
}

static mode_t mode_of(const char *path)
{
    struct stat file;

    assert_int_equal(stat(path, &file), 0);
    return file.st_mode & 0777;
}

/* What stands in the group's file is for those only who may read and write the
 * data; where it is not, everybody writes alone. */
static void test_group_guarded(void **state)
{
    struct place *p = *state;
    const char *path = arena_format(p->arena, "%s.group", p->path);
    struct asker asker;
    struct text question;
    size_t at;

    assert_int_equal(mode_of(path), mode_of(p->path));
    database_close(p->db);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(chmod(p->path, 0600), 0);
    must(p, database_open(p->path, DATABASE_EXISTING, &p->db, &p->error));
    assert_int_equal(mode_of(path), 0600);
    assert_int_equal(chmod(path, 0660), 0);
    asker = make_asker(p);
    must(p, database_begin_write(p->db, &p->error));
    let_ask(&asker);
    usleep(300000);
    assert_false(database_next_question(p->db, &at, &question));
    must(p, database_commit(p->db, &p->error));
    assert_int_equal(end_of(asker.child), 1);
    assert_int_equal(mode_of(path), 0660); /* left as it is */
}

static bool is_sound(struct place *p, struct database *db)
{
    const char *problem = "?";

    return database_check_integrity(db, &problem, &p->error) &&
           problem[0] == '\0';
}

static bool save(
    struct place *p, struct database *db, const char *text, int from, int rows)
{
    bool fine = database_begin_write(db, &p->error);

    for (int i = from; fine && i < from + rows; i++)
        fine = database_run(db, "insert into t (b, a) values ($2, $1)",
            VALUES(value_text(text), value_number(i)), &p->error);
    if (fine)
        return database_commit(db, &p->error);
    database_rollback(db);
    return false;
}

/* In a child: a commit fails for want of room; then another handle writes to
 * the same place of the log. Nothing of the first may come after it. */
static int save_after_failure(struct place *p)
{
    struct rlimit limit;
    struct database *other;
    char *text = arena_alloc(p->arena, 4001);

    signal(SIGXFSZ, SIG_IGN);
    memset(text, 'x', 4000);
    if (!database_open(p->path, DATABASE_EXISTING, &p->db, &p->error) ||
        !database_open(p->path, DATABASE_EXISTING, &other, &p->error) ||
        getrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 1;
    limit.rlim_cur = 200 * 1024;
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0 || save(p, p->db, text, 0, 100))
        return 2;
    limit.rlim_cur = limit.rlim_max;
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 3;
    for (int i = 0; i < 5; i++) {
        if (!save(p, other, text, i * 20, 20))
            return 4;
    }
    if (count_in(p, p->db) != 101 || !is_sound(p, p->db))
        return 5;
    return save(p, p->db, text, 500, 50) && count_in(p, other) == 151 &&
                   is_sound(p, other)
               ? 0
               : 6;
}

static void test_failed_commit(void **state)
{
    struct place *p = *state;
    int status = 1;
    pid_t child;

    must(p, insert(p, "kept", 1));
    child = fork();
    if (child == 0)
        _exit(save_after_failure(p));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_true(count(p) == 151);
    assert_true(is_sound(p, p->db));
}

/* Calls by which this process has written anything so far, or -1. */
static long long writes_made(void)
{
    FILE *io = fopen("/proc/self/io", "r");
    long long count = -1;
    char line[100];

    while (io != NULL && fgets(line, sizeof line, io) != NULL)
        sscanf(line, "syscw: %lld", &count);
    if (io != NULL)
        fclose(io);
    return count;
}

/* A page and its header each would be two calls. */
static void test_gathered(void **state)
{
    struct place *p = *state;
    char *text = arena_alloc(p->arena, 3001);
    long long before;

    memset(text, 'y', 3000);
    must(p, save(p, p->db, "first", 0, 1));
    before = writes_made();
    if (before < 0)
        skip();
    must(p, save(p, p->db, text, 1, 50));
    assert_true(writes_made() - before < 20);
}

static long long page_size(struct place *p, struct database *db)
{
    long long size = 0;

    must(p,
        database_number(db, "pragma page_size", NO_VALUES, &size, &p->error));
    return size;
}

/* What was made with larger pages keeps them, and so does its backup. */
static void test_page_size(void **state)
{
    struct place *p = *state;
    const char *old = file_join(p->arena, p->folder, "old.db");
    const char *copy = file_join(p->arena, p->folder, "copy.db");
    struct database *db;

    assert_int_equal(page_size(p, p->db), 2048);
    must(p, file_write(p->arena, old, text_of(""), &p->error));
    must(p, database_open(old, DATABASE_EXISTING, &db, &p->error));
    must(p, database_script(db,
                "pragma journal_mode = delete; pragma page_size = 4096; "
                "create table t (a text not null, b integer not null); vacuum",
                NULL, &p->error));
    database_close(db);
    must(p, database_open(old, DATABASE_EXISTING, &db, &p->error));
    assert_int_equal(page_size(p, db), 4096);
    must(p, save(p, db, "of old", 1, 3));
    assert_true(is_sound(p, db));
    must(p, database_backup(db, copy, &p->error));
    database_close(db);
    must(p, database_open(copy, DATABASE_EXISTING, &db, &p->error));
    assert_int_equal(page_size(p, db), 4096);
    assert_int_equal(count_in(p, db), 3);
    database_close(db);
}

/* More than the cache holds, and the same pages again and again. */
static void test_large_commit(void **state)
{
    struct place *p = *state;
    char *text = arena_alloc(p->arena, 3001);
    struct database *other;
    long long sum = 0;

    memset(text, 'y', 3000);
    must(p, database_open(p->path, DATABASE_EXISTING, &other, &p->error));
    must(p, save(p, p->db, "small", 5000, 1));
    must(p, database_begin_write(p->db, &p->error));
    for (int i = 0; i < 2000; i++)
        must(p, insert(p, text, i));
    for (int i = 0; i < 3; i++)
        must(p, database_run(
                    p->db, "update t set b = b + 1", NO_VALUES, &p->error));
    assert_true(count_in(p, other) == 1);
    must(p, database_commit(p->db, &p->error));
    must(p, database_number(
                other, "select sum(b) from t", NO_VALUES, &sum, &p->error));
    assert_true(sum == 1999LL * 2000 / 2 + 3LL * 2000 + 5003);
    assert_true(is_sound(p, other));
    /* Given up half way: the next commit takes the same place. */
    must(p, database_begin_write(p->db, &p->error));
    must(p, database_run(p->db, "update t set b = 0", NO_VALUES, &p->error));
    database_rollback(p->db);
    must(p, database_begin_write(other, &p->error));
    must(p, database_run(other, "update t set b = 7, a = a || 'z'", NO_VALUES,
                &p->error));
    must(p, database_commit(other, &p->error));
    must(p, save(p, other, "other", 7, 10));
    must(p, save(p, p->db, "own", 7, 10));
    must(p, database_number(other,
                "select count(*) from t where b between 7 and 17", NO_VALUES,
                &sum, &p->error));
    assert_true(sum == 2021);
    assert_true(count_in(p, other) == 2021);
    assert_true(is_sound(p, p->db));
    database_close(other);
}

/* In a child of another user: 0 when everything is refused in words. */
static int open_as_stranger(struct place *p)
{
    struct database *db = NULL;

    if (setgid(65534) != 0 || setuid(65534) != 0)
        return 1;
    if (database_open(p->path, DATABASE_EXISTING, &db, &p->error))
        return database_begin_write(db, &p->error) ? 2
               : p->error.code == ERROR_BUSY       ? 0
                                                   : 3;
    return strstr(p->error.message, p->folder) != NULL ? 0 : 4;
}

static void test_read_only(void **state)
{
    struct place *p = *state;
    int status = 1;
    pid_t child;

    if (geteuid() != 0)
        skip();
    must(p, insert(p, "kept", 1));
    assert_int_equal(chmod(p->folder, 0755), 0);
    child = fork();
    if (child == 0)
        _exit(open_as_stranger(p));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_true(count(p) == 1);
}

static void refuse_script(struct place *p, const char *script,
    const char *const *tables, const char *message)
{
    p->error = error_create(p->arena);
    if (database_script(p->db, script, tables, &p->error))
        fail_msg("taken: %s", script);
    assert_int_equal(p->error.code, ERROR_INVALID);
    if (strstr(p->error.message, message) == NULL)
        fail_msg("%s: %s", script, p->error.message);
}

static void test_scripts(void **state)
{
    static const char *const tables[] = {"t", NULL};
    static const char *const refused[] = {"delete from t",
        "update t set a = 'x'", "drop table t", "create table u (a)",
        "insert into other values ('x')", "pragma user_version = 9",
        "attach ':memory:' as m", "begin", "commit", "rollback", "savepoint s",
        "create trigger g after insert on t begin delete from t; end",
        "alter table t add column c", "vacuum", "analyze",
        ("with recursive n(i) as (select 1 union all select i + 1 from n) "
         "insert into t select 'x', i from n"),
        "create temp table u (a)", "insert into sqlite_master values (1)"};
    struct place *p = *state;

    must(p, database_script(p->db,
                "-- a comment; with a mark\n"
                "insert into t values ('a;b', 1);;\n"
                "insert into t select upper(a), 2 from t;",
                tables, &p->error));
    assert_true(count(p) == 2);
    must(p, database_script(p->db, " \n-- only this", tables, &p->error));
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        refuse_script(p, refused[i], tables, "line 1");
    assert_true(count(p) == 2);
    refuse_script(p, "\n\n-- why\ndelete from t", tables,
        "line 4: only insert into t is allowed here");
    refuse_script(
        p, "insert into t values ('x', 1);\ninsert into t (", tables, "line 2");
    refuse_script(p, "insert into t\n values ('x',\n none)", NULL, "line 3");
    refuse_script(p, "\ninsert into t values ('x', null)", NULL, "line 2");
    /* Without the list everything goes again. */
    must(p, database_script(p->db, "delete from t", NULL, &p->error));
    must(p, insert(p, "x", 1));
}

static void test_versions(void **state)
{
    struct place *p = *state;
    long long version = -1;

    must(p, database_schema_version(p->db, &version, &p->error));
    assert_true(version == 0);
    must(p, database_set_schema_version(p->db, 12, &p->error));
    must(p, database_schema_version(p->db, &version, &p->error));
    assert_true(version == 12);
}

static void test_backup(void **state)
{
    struct place *p = *state;
    const char *path = file_join(p->arena, p->folder, "copy.db");
    const char *nowhere = file_join(p->arena, p->folder, "no/copy.db");
    struct database *copy;

    must(p, insert(p, "x", 1));
    must(p, database_backup(p->db, path, &p->error));
    must(p, insert(p, "y", 2));
    must(p, database_open(path, DATABASE_EXISTING, &copy, &p->error));
    assert_true(count_in(p, copy) == 1);
    database_close(copy);
    assert_false(database_backup(p->db, path, &p->error));
    assert_int_equal(p->error.code, ERROR_CONFLICT);
    assert_false(database_backup(p->db, nowhere, &p->error));
    assert_non_null(strstr(p->error.message, nowhere));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_values_by_number, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_text_of_columns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nested, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_mistakes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_transactions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_one_state, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_open_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_announced, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_busy, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_writers_queue, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_group, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_group_left, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_group_death, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_group_late, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_group_guarded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_disk_full, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_failed_commit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_gathered, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_page_size, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_large_commit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_read_only, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_scripts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_versions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_backup, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
