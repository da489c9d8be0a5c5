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
    assert_string_equal(two.title, "A title");
    assert_string_equal(two.name, "log.txt");
    assert_string_equal(two.added_at, "2026-11-21T10:00:00Z");
    assert_string_equal(verify(f, 1), "");
}

static void test_media(void **state)
{
    static const struct {
        const char *name;
        const char *media;
    } cases[] = {{"a.pdf", "application/pdf"}, {"A.PDF", "application/pdf"},
        {"a.b.PnG", "image/png"}, {"x.html", "application/octet-stream"},
        {"x.exe", "application/octet-stream"},
        {"pdf", "application/octet-stream"},
        {".pdf", "application/octet-stream"}, {"", "application/octet-stream"},
        {"x.csv", "text/csv; charset=utf-8"},
        {"x.odt", "application/vnd.oasis.opendocument.text"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(evidence_file_media(cases[i].name), cases[i].media);
}

static void refuse(struct fixture *f, const char *name, const char *title,
    struct text content, enum error_code code, const char *words)
{
    const char *hash;

    f->error = error_create(f->arena);
    assert_true(site_begin(&f->context, &f->error));
    assert_false(
        evidence_file_put(&f->context, name, title, content, &hash, &f->error));
    site_rollback(&f->context);
    assert_int_equal(f->error.code, code);
    if (strstr(f->error.message, words) == NULL)
        fail_msg("“%s” is not in “%s”", words, f->error.message);
}

static void test_refused(void **state)
{
    struct fixture *f = *state;
    struct text some = text_of("abc");
    char *most = arena_alloc(f->arena, EVIDENCE_FILE_LIMIT + 1);
    char *long_name = arena_alloc(f->arena, EVIDENCE_FILE_TITLE + 2);
    const char *hash;

    memset(long_name, 'a', EVIDENCE_FILE_TITLE + 1);
    refuse(f, "a.txt", "", text_of(""), ERROR_INVALID, "is empty");
    refuse(f, "", "", some, ERROR_INVALID, "name of the file");
    refuse(f, "a/b", "", some, ERROR_INVALID, "name of the file");
    refuse(f, "a\nb", "", some, ERROR_INVALID, "name of the file");
    refuse(f, "\xff", "", some, ERROR_INVALID, "name of the file");
    refuse(f, long_name, "", some, ERROR_TOO_LARGE, "longer than 200 bytes");
    refuse(f, "a", "b\nc", some, ERROR_INVALID, "title");
    refuse(f, "a", long_name, some, ERROR_TOO_LARGE, "title");
    refuse(f, "a", "", text_part(most, EVIDENCE_FILE_LIMIT + 1),
        ERROR_TOO_LARGE, "the limit is 20971520 (20 MB)");
    assert_string_equal(verify(f, 0), "");
    assert_true(evidence_file_keep(&f->context, "most.bin",
        text_part(most, EVIDENCE_FILE_LIMIT), &hash, &f->error));
    assert_string_equal(verify(f, 1), "");
}

/* Bytes that no row speaks of do no harm, and are taken when one does. */
static void test_orphan(void **state)
{
    struct fixture *f = *state;
    struct evidence_file file;
    const char *hash;
    bool found = true;

    assert_true(site_begin(&f->context, &f->error));
    assert_true(evidence_file_put(
        &f->context, "a.txt", "", text_of("abc"), &hash, &f->error));
    site_rollback(&f->context);
    assert_true(
        evidence_file_read(&f->context, hash, &file, &found, &f->error));
    assert_false(found);
    assert_string_equal(verify(f, 0), "");
    file = put(f, "b.txt", "abc");
    assert_string_equal(file.name, "b.txt");
    assert_string_equal(verify(f, 1), "");
}

/* What was left half written is written anew. */
static void test_half_written(void **state)
{
    struct fixture *f = *state;
    const char *hash;
    const char *path;

    assert_true(
        evidence_file_store(&f->context, text_of("abcdef"), &hash, &f->error));
    path = arena_format(f->arena, "%s/%.2s/%s", f->site->files, hash, hash);
    assert_true(file_write(f->arena, path, text_of("abc"), &f->error));
    put(f, "a.txt", "abcdef");
    assert_string_equal(verify(f, 1), "");
}

/* No row without the file. */
static void test_not_written(void **state)
{
    struct fixture *f = *state;
    struct evidence_file file;
    const char *hash = "";
    bool found = true;

    f->site->files = file_join(f->arena, f->folder, "ims.db");
    assert_false(evidence_file_keep(
        &f->context, "a.txt", text_of("abc"), &hash, &f->error));
    assert_true(
        evidence_file_read(&f->context, hash, &file, &found, &f->error));
    assert_false(found);
    assert_false(database_is_writing(f->site->db));
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
        EACH(test_media),
        EACH(test_refused),
        EACH(test_orphan),
        EACH(test_half_written),
        EACH(test_not_written),
        EACH(test_missing),
        EACH(test_verify),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
