/* domain/evidence_file: kept once, by content, and checked against it. */
#include "domain/evidence_file.h"

#include "base/file.h"
#include "domain/site.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

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

static struct evidence_file put(
    struct fixture *f, const char *name, const char *content)
{
    struct evidence_file file;
    const char *hash;
    bool found = false;

    assert_true(site_begin(&f->context, &f->error));
    if (!evidence_file_put(
            &f->context, name, "A title", text_of(content), &hash, &f->error))
        fail_msg("%s", f->error.message);
    assert_true(site_commit(&f->context, &f->error));
    assert_true(
        evidence_file_read(&f->context, hash, &file, &found, &f->error));
    assert_true(found);
    return file;
}

static const char *verify(struct fixture *f, long long expected)
{
    const char *problem;
    long long count;

    assert_true(evidence_file_verify(&f->context, &count, &problem, &f->error));
    assert_true(count == expected);
    return problem;
}

static void test_put(void **state)
{
    struct fixture *f = *state;
    struct evidence_file file = put(f, "log.txt", "abc");
    struct text content;

    assert_string_equal(file.name, "log.txt");
    assert_string_equal(file.title, "A title");
    assert_string_equal(file.media, "text/plain; charset=utf-8");
    assert_string_equal(file.added_by, "Ines Marchetti");
    assert_true(file.size == 3);
    assert_true(file_read(f->arena, file.path, 10, &content, &f->error));
    assert_true(text_equals(content, "abc"));
    assert_string_equal(
        put(f, "x.exe", "MZ").media, "application/octet-stream");
    assert_string_equal(verify(f, 2), "");
}

static void test_same_again(void **state)
{
    struct fixture *f = *state;
    struct evidence_file one = put(f, "log.txt", "abc");
    struct evidence_file two;

    fixture_set_now(f, "2026-11-22T10:00:00Z");
    two = put(f, "other.txt", "abc");
    assert_string_equal(two.hash, one.hash);
    assert_string_equal(two.name, "log.txt");
    assert_string_equal(two.added_at, "2026-11-21T10:00:00Z");
    assert_string_equal(verify(f, 1), "");
}

static void test_missing(void **state)
{
    struct fixture *f = *state;
    struct evidence_file file;
    bool found = true;

    assert_true(evidence_file_read(
        &f->context, "../../etc/passwd", &file, &found, &f->error));
    assert_false(found);
}

static void test_verify(void **state)
{
    struct fixture *f = *state;
    struct evidence_file file = put(f, "log.txt", "abc");

    assert_true(file_write(f->arena, file.path, text_of("abd"), &f->error));
    assert_string_equal(verify(f, 1), "the file log.txt is not what was filed");
    assert_int_equal(unlink(file.path), 0);
    assert_true(string_begins(verify(f, 1), "the file log.txt is gone"));
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_put),
        EACH(test_same_again),
        EACH(test_missing),
        EACH(test_verify),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
