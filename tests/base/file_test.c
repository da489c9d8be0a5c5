/* base/file: read with a limit, write whole or not at all, walk. */
#include "base/file.h"

#include "temporary_folder.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

struct place {
    struct arena *arena;
    const char *folder;
    struct error error;
};

static int set_up(void **state)
{
    struct arena *arena = arena_create();
    struct place *place = arena_alloc(arena, sizeof *place);

    place->arena = arena;
    place->folder = temporary_folder_create(arena);
    place->error = error_create(arena);
    *state = place;
    return 0;
}

static int tear_down(void **state)
{
    struct place *place = *state;

    temporary_folder_remove(place->folder);
    arena_destroy(place->arena);
    return 0;
}

static const char *in(const struct place *place, const char *name)
{
    return file_join(place->arena, place->folder, name);
}

static void put(struct place *place, const char *name, const char *content)
{
    if (!file_write(
            place->arena, in(place, name), text_of(content), &place->error))
        fail_msg("%s", place->error.message);
}

static void make(struct place *place, const char *name)
{
    if (!file_make_folder(place->arena, in(place, name), &place->error))
        fail_msg("%s", place->error.message);
}

static void test_write_and_read(void **state)
{
    struct place *p = *state;
    struct text content;

    put(p, "a", "first");
    put(p, "a", "second é");
    assert_true(file_read(p->arena, in(p, "a"), 100, &content, &p->error));
    assert_true(text_equals(content, "second é"));
    assert_int_equal(content.data[content.size], '\0');
    assert_int_equal(file_stat(in(p, "a")).size, strlen("second é"));
    assert_true(file_stat(in(p, "a")).exists);
    assert_false(file_stat(in(p, "a")).is_folder);
    put(p, "empty", "");
    assert_true(file_read(p->arena, in(p, "empty"), 0, &content, &p->error));
    assert_int_equal(content.size, 0);
}

static void refuse_read(struct place *p, const char *name, size_t limit,
    enum error_code code, const char *message)
{
    struct text content;

    p->error = error_create(p->arena);
    assert_false(file_read(p->arena, in(p, name), limit, &content, &p->error));
    assert_int_equal(p->error.code, code);
    assert_non_null(strstr(p->error.message, message));
    assert_non_null(strstr(p->error.message, in(p, name)));
}

static void test_read_refused(void **state)
{
    struct place *p = *state;

    put(p, "a", "12345");
    make(p, "folder");
    refuse_read(p, "none", 100, ERROR_MISSING, "cannot read");
    refuse_read(p, "folder", 100, ERROR_INVALID, "is not a file");
    refuse_read(p, "a", 4, ERROR_TOO_LARGE, "5 bytes, the limit is 4");
    assert_false(file_stat(in(p, "none")).exists);
}

static void test_write_refused(void **state)
{
    struct place *p = *state;
    struct file_entry *entries;
    size_t count;

    make(p, "folder/full");
    assert_false(
        file_write(p->arena, in(p, "none/a"), text_of("x"), &p->error));
    assert_int_equal(p->error.code, ERROR_MISSING);
    assert_false(
        file_write(p->arena, in(p, "folder"), text_of("x"), &p->error));
    assert_int_equal(p->error.code, ERROR_SYSTEM);
    assert_true(file_walk(p->arena, p->folder, &entries, &count, &p->error));
    assert_int_equal(count, 0); /* the temporary file is gone */
}

/* In a child that may write files of 1000 bytes only: 0 when all is well. */
static int write_too_much(struct place *p)
{
    struct rlimit limit = {1000, 1000};
    char *large = arena_alloc(p->arena, 5000);
    struct file_entry *entries;
    struct text content;
    size_t count = 0;

    signal(SIGXFSZ, SIG_IGN);
    memset(large, 'x', 5000);
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
        return 1;
    if (file_write(p->arena, in(p, "a"), text_part(large, 5000), &p->error))
        return 2;
    if (p->error.code != ERROR_BUSY)
        return 3;
    if (!file_walk(p->arena, p->folder, &entries, &count, &p->error) ||
        count != 1)
        return 4;
    if (!file_read(p->arena, in(p, "a"), 10000, &content, &p->error) ||
        !text_equals(content, "old"))
        return 5;
    return 0;
}

static void test_disk_full(void **state)
{
    struct place *p = *state;
    int status = 0;
    pid_t child;

    put(p, "a", "old");
    child = fork();
    if (child == 0)
        _exit(write_too_much(p));
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void test_folders(void **state)
{
    struct place *p = *state;

    make(p, "a/b/c");
    make(p, "a/b/c");
    assert_true(file_stat(in(p, "a/b/c")).is_folder);
    put(p, "file", "x");
    assert_false(file_make_folder(p->arena, in(p, "file"), &p->error));
    assert_int_equal(p->error.code, ERROR_INVALID);
    assert_false(file_make_folder(p->arena, in(p, "file/b"), &p->error));
    assert_non_null(strstr(p->error.message, "cannot make the folder"));
}

static void test_walk(void **state)
{
    static const char *const expected[] = {
        "a.md", "a/b.md", "a/b/c.md", "z.md"};
    struct place *p = *state;
    struct file_entry *entries;
    size_t count;

    make(p, "a/b");
    make(p, ".git");
    put(p, "z.md", "z");
    put(p, "a.md", "a");
    put(p, "a/b.md", "bb");
    put(p, "a/b/c.md", "c");
    put(p, ".git/config", "x");
    put(p, "a/.hidden", "x");
    assert_int_equal(symlink(in(p, "z.md"), in(p, "link.md")), 0);
    assert_int_equal(symlink(p->folder, in(p, "ring")), 0);
    assert_true(file_walk(p->arena, p->folder, &entries, &count, &p->error));
    assert_int_equal(count, 4);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(entries[i].path, expected[i]);
    assert_int_equal(entries[1].state.size, 2);
    assert_false(
        file_walk(p->arena, in(p, "none"), &entries, &count, &p->error));
    assert_int_equal(p->error.code, ERROR_MISSING);
}

static void test_copy_tree(void **state)
{
    struct place *p = *state;
    struct text content;

    make(p, "from/a/b");
    put(p, "from/x", "1");
    put(p, "from/a/b/y", "2");
    assert_true(
        file_copy_tree(p->arena, in(p, "from"), in(p, "to/there"), &p->error));
    assert_true(
        file_read(p->arena, in(p, "to/there/a/b/y"), 10, &content, &p->error));
    assert_true(text_equals(content, "2"));
    assert_false(
        file_copy_tree(p->arena, in(p, "none"), in(p, "to"), &p->error));
}

static void test_sync(void **state)
{
    struct place *p = *state;

    assert_true(file_sync_folder(p->folder, &p->error));
    assert_false(
        file_sync_folder(file_join(p->arena, p->folder, "none"), &p->error));
    assert_int_equal(p->error.code, ERROR_MISSING);
}

static void test_names(void **state)
{
    static const char *const fine[] = {
        "a", "a/b", "a.b", "..a", "a..", "...", ".a"};
    static const char *const refused[] = {"", "/", "/a", "a/", "a//b", ".",
        "..", "a/..", "../a", "a/../b", "a/./b", "a\\b", "..\\a"};
    struct place *p = *state;

    for (size_t i = 0; i < sizeof fine / sizeof *fine; i++)
        assert_true(file_is_inside(fine[i]));
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_false(file_is_inside(refused[i]));
    assert_string_equal(file_join(p->arena, "a", "b"), "a/b");
    assert_string_equal(file_join(p->arena, "a/", "b"), "a/b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_write_and_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_read_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_write_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_disk_full, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_folders, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_walk, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_copy_tree, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sync, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_names, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
