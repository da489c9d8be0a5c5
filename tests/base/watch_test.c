/* base/watch: every change is noticed once, in folders new and old. */
#include "base/watch.h"

#include "base/file.h"
#include "temporary_folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct place {
    struct arena *arena;
    const char *root;
    const char *folder;
    struct error error;
    struct watch *watch;
};

static int set_up(void **state)
{
    struct arena *arena = arena_create();
    struct place *place = arena_alloc(arena, sizeof *place);

    place->arena = arena;
    place->error = error_create(arena);
    place->root = temporary_folder_create(arena);
    place->folder = file_join(arena, place->root, "manual");
    *state = place;
    return file_make_folder(
               arena, file_join(arena, place->folder, "below"), &place->error)
               ? 0
               : 1;
}

static int tear_down(void **state)
{
    struct place *place = *state;

    watch_close(place->watch);
    temporary_folder_remove(place->root);
    arena_destroy(place->arena);
    return 0;
}

static void put(struct place *p, const char *name)
{
    assert_true(file_write(p->arena, file_join(p->arena, p->folder, name),
        text_of("x"), &p->error));
}

static void open_watch(struct place *p)
{
    p->watch = watch_open(p->folder);
    assert_true(watch_changed(p->watch)); /* the first answer is yes */
    assert_false(watch_changed(p->watch));
}

static void test_files(void **state)
{
    struct place *p = *state;

    open_watch(p);
    put(p, "a.md");
    assert_true(watch_changed(p->watch));
    assert_false(watch_changed(p->watch));
    put(p, "below/b.md");
    assert_true(watch_changed(p->watch));
    assert_false(watch_changed(p->watch));
    assert_int_equal(unlink(file_join(p->arena, p->folder, "a.md")), 0);
    assert_true(watch_changed(p->watch));
    assert_false(watch_changed(p->watch));
}

static void test_new_folder(void **state)
{
    struct place *p = *state;

    open_watch(p);
    assert_true(file_make_folder(
        p->arena, file_join(p->arena, p->folder, "new"), &p->error));
    assert_true(watch_changed(p->watch));
    assert_false(watch_changed(p->watch));
    put(p, "new/a.md");
    assert_true(watch_changed(p->watch));
    assert_int_equal(rename(file_join(p->arena, p->folder, "new"),
                         file_join(p->arena, p->folder, "other")),
        0);
    assert_true(watch_changed(p->watch));
    watch_changed(p->watch);
    put(p, "other/b.md");
    assert_true(watch_changed(p->watch));
}

/* The folder itself is exchanged for another one. */
static void test_moved_away(void **state)
{
    struct place *p = *state;

    open_watch(p);
    assert_int_equal(rename(p->folder, file_join(p->arena, p->root, "old")), 0);
    assert_int_equal(mkdir(p->folder, 0777), 0);
    assert_true(watch_changed(p->watch));
    watch_changed(p->watch);
    put(p, "a.md");
    assert_true(watch_changed(p->watch));
}

/* Links in a ring must not be walked. */
static void test_ring(void **state)
{
    struct place *p = *state;

    for (int i = 0; i < 4; i++)
        assert_int_equal(
            symlink(p->folder, file_join(p->arena, p->folder,
                                   arena_format(p->arena, "ring%d", i))),
            0);
    open_watch(p);
    put(p, "a.md");
    assert_true(watch_changed(p->watch));
}

/* Without anything to watch the caller looks itself, once a second. */
static void test_nothing_there(void **state)
{
    struct place *p = *state;

    p->watch = watch_open(file_join(p->arena, p->root, "none"));
    assert_true(watch_changed(p->watch));
    assert_false(watch_changed(p->watch));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_files, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_new_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_moved_away, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_ring, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_nothing_there, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
