/* domain/record_file: filed, listed, withdrawn; the file itself stays. */
#include "domain/record_file.h"

#include "base/file.h"
#include "domain/evidence_file.h"
#include "domain/history.h"
#include "domain/link.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    fixture_add_record(f, "todo", "title", "One", NULL);
    fixture_add_record(f, "todo", "title", "Two", NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static struct record record(struct fixture *f, long long number)
{
    struct record read;
    bool found = false;

    assert_true(record_read(&f->context, kind_find(f->site, "todo"), number,
        &read, &found, &f->error));
    assert_true(found);
    return read;
}

static bool add(struct fixture *f, long long number, const char *name,
    const char *title, const char *content, const char **hash)
{
    struct record_file_draft draft = {
        .name = name, .title = title, .content = text_of(content)};
    struct record on = record(f, number);

    f->error = error_create(f->arena);
    return record_file_add(&f->context, &on, &draft, hash, &f->error);
}

static struct record_file *list(
    struct fixture *f, long long number, size_t expected)
{
    struct record on = record(f, number);
    struct record_file *files;
    size_t count;

    assert_true(record_file_list(&f->context, &on, &files, &count, &f->error));
    assert_int_equal(count, expected);
    return files;
}

static bool withdraw(
    struct fixture *f, long long number, long long link, const char *hash)
{
    struct record on = record(f, number);

    f->error = error_create(f->arena);
    return record_file_withdraw(&f->context, &on, link, hash, &f->error);
}

static void test_add(void **state)
{
    struct fixture *f = *state;
    struct record_file *files;
    const char *hash;
    const char *actions = "";

    list(f, 1, 0);
    assert_true(add(f, 1, "log.txt", "The log", "abc", &hash));
    fixture_set_now(f, "2026-11-22T10:00:00Z");
    f->context.person = "daniel.achterberg";
    assert_true(add(f, 1, "more.pdf", "", "defg", &hash));
    files = list(f, 1, 2);
    assert_string_equal(files[0].name, "log.txt");
    assert_string_equal(files[0].title, "The log");
    assert_true(files[0].size == 3);
    assert_string_equal(files[0].filed_by_name, "Ines Marchetti");
    assert_string_equal(files[0].filed_at, "2026-11-21T10:00:00Z");
    assert_string_equal(files[1].title, "more.pdf");
    assert_string_equal(files[1].filed_by, "daniel.achterberg");
    assert_string_equal(files[1].hash, hash);
    list(f, 2, 0);
    assert_true(database_text(f->site->db,
        "select action || ' ' || part || ' ' || made_by || ' ' || snapshot "
        "from revision order by id desc limit 1",
        NO_VALUES, &actions, &f->error));
    assert_string_equal(actions,
        arena_format(f->arena,
            "filed link:%lld daniel.achterberg {\"role\":\"file\",\"target\":"
            "\"file:%s\",\"name\":\"more.pdf\"}",
            files[1].link, hash));
}

/* The footnote of the file names the record. */
static void test_is_a_link(void **state)
{
    struct fixture *f = *state;
    struct linked *links;
    const char *hash;
    long long item = 0;
    size_t count;

    assert_true(add(f, 1, "log.txt", "", "abc", &hash));
    assert_true(add(f, 2, "log.txt", "", "abc", &hash));
    assert_true(database_number(
        f->site->db, "select id from file", NO_VALUES, &item, &f->error));
    assert_true(link_list_to(&f->context, item, 10, &links, &count, &f->error));
    assert_int_equal(count, 2);
    assert_string_equal(links[0].ref, "todo:2");
    assert_true(links[0].manual);
    assert_string_equal(links[0].role, "file");
}

/* Saving the record leaves its files alone. */
static void test_saving_keeps(void **state)
{
    struct fixture *f = *state;
    const char *hash;

    assert_true(add(f, 1, "log.txt", "", "abc", &hash));
    fixture_change_record(
        f, "todo", 1, "body", "See [it](todo:2).", (const char *)NULL);
    list(f, 1, 1);
    assert_true(record(f, 1).revision == 2);
}

static void test_twice(void **state)
{
    struct fixture *f = *state;
    const char *hash;

    assert_true(add(f, 1, "log.txt", "First", "abc", &hash));
    assert_false(add(f, 1, "other.txt", "Second", "abc", &hash));
    assert_int_equal(f->error.code, ERROR_CONFLICT);
    assert_false(database_is_writing(f->site->db));
    assert_true(add(f, 2, "other.txt", "Second", "abc", &hash));
    assert_string_equal(list(f, 2, 1)[0].name, "log.txt");
    assert_string_equal(list(f, 1, 1)[0].title, "First");
}

static void test_refused(void **state)
{
    struct fixture *f = *state;
    const char *hash;

    assert_false(add(f, 1, "log.txt", "", "", &hash));
    assert_int_equal(f->error.code, ERROR_INVALID);
    assert_false(add(f, 1, "", "", "abc", &hash));
    assert_int_equal(f->error.code, ERROR_INVALID);
    assert_false(add(f, 1, "a.txt", "two\nlines", "abc", &hash));
    assert_int_equal(f->error.code, ERROR_INVALID);
    assert_false(database_is_writing(f->site->db));
    list(f, 1, 0);
}

static void test_withdraw(void **state)
{
    struct fixture *f = *state;
    struct record_file *files;
    struct evidence_file file;
    const char *action = "";
    const char *problem;
    const char *hash;
    const char *other;
    long long count = 0;
    bool found = false;

    assert_true(add(f, 1, "log.txt", "", "abc", &hash));
    assert_true(add(f, 2, "other.txt", "", "def", &other));
    files = list(f, 1, 1);
    assert_false(withdraw(f, 2, files[0].link, hash));
    assert_int_equal(f->error.code, ERROR_MISSING);
    assert_false(withdraw(f, 1, files[0].link, other));
    assert_int_equal(f->error.code, ERROR_MISSING);
    assert_false(withdraw(f, 1, 0, hash));
    assert_false(withdraw(f, 1, list(f, 2, 1)[0].link, other));
    assert_true(withdraw(f, 1, files[0].link, hash));
    assert_false(withdraw(f, 1, files[0].link, hash));
    list(f, 1, 0);
    list(f, 2, 1);
    assert_true(
        evidence_file_read(&f->context, hash, &file, &found, &f->error));
    assert_true(found && file_stat(file.path).exists);
    assert_true(database_text(f->site->db,
        "select action || ' ' || part from revision order by id desc limit 1",
        NO_VALUES, &action, &f->error));
    assert_string_equal(
        action, arena_format(f->arena, "withdrew link:%lld", files[0].link));
    assert_true(add(f, 1, "log.txt", "", "abc", &hash));
    list(f, 1, 1);
    assert_true(history_verify(&f->context, &count, &problem, &f->error));
    assert_string_equal(problem, "");
}

/* A link that a field or a text holds is not withdrawn so. */
static void test_other_links_stay(void **state)
{
    struct fixture *f = *state;
    const char *hash;
    long long link = 0;

    assert_true(add(f, 1, "log.txt", "", "abc", &hash));
    fixture_change_record(f, "todo", 2, "body",
        arena_format(f->arena, "See [it](file:%s).", hash), (const char *)NULL);
    assert_true(database_number(f->site->db,
        "select link.id from link join file on file.id = link.target "
        "where manual = 0",
        NO_VALUES, &link, &f->error));
    assert_true(link > 0);
    assert_false(withdraw(f, 2, link, hash));
    list(f, 2, 0);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_add),
        EACH(test_is_a_link),
        EACH(test_saving_keeps),
        EACH(test_twice),
        EACH(test_refused),
        EACH(test_withdraw),
        EACH(test_other_links_stay),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
