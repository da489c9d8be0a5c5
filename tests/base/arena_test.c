/* base/arena: memory is zeroed, aligned, reused; sizes that do not fit end
 * the process. */
#include "base/arena.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static int set_up(void **state)
{
    *state = arena_create();
    return 0;
}

static int tear_down(void **state)
{
    arena_destroy(*state);
    return 0;
}

static void test_memory(void **state)
{
    for (size_t size = 0; size < 300; size++) {
        unsigned char *memory = arena_alloc(*state, size);

        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xff, size);
    }
}

static void test_reset(void **state)
{
    size_t before = arena_held(*state);
    unsigned char *memory;

    memset(arena_alloc(*state, 1000), 0xff, 1000);
    memset(arena_alloc(*state, 1000 * 1000), 0xff, 1000 * 1000);
    memset(arena_alloc(*state, 3000 * 1000), 0xff, 3000 * 1000);
    assert_true(arena_held(*state) > before + 4000 * 1000);
    arena_reset(*state);
    assert_int_equal(arena_held(*state), before);
    memory = arena_alloc(*state, 1000);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(memory[i], 0);
}

static void test_large_and_many(void **state)
{
    char *large = arena_alloc(*state, 5 * 1000 * 1000);
    char *small = arena_alloc(*state, 10);

    memset(large, 'x', 5 * 1000 * 1000);
    assert_int_equal(small[0], 0);
    for (int i = 0; i < 100000; i++)
        *(int *)arena_alloc(*state, sizeof(int)) = i;
}

/* Sizes of the blocks that 20 MB are taken from, a page at a time. */
static size_t fill(struct arena *arena, size_t sizes[], size_t most)
{
    size_t held = arena_held(arena);
    size_t count = 0;

    for (size_t i = 0; i < 20 * 256; i++) {
        arena_room(arena, 4096);
        if (arena_held(arena) == held)
            continue;
        assert_true(count < most);
        sizes[count++] = arena_held(arena) - held;
        held = arena_held(arena);
    }
    return count;
}

/* Ordinary blocks double; then four large ones; then ordinary ones again. */
static void test_blocks(void **state)
{
    const size_t kb = 1024;
    const size_t grown[] = {128, 256, 512, 2048, 2048, 2048, 2048, 512};
    size_t sizes[64];
    size_t count = fill(*state, sizes, 64);

    assert_true(count > 20);
    for (size_t i = 0; i < count; i++) {
        size_t expected = kb * grown[i < 7 ? i : 7];

        assert_in_range(sizes[i], expected, expected + 64);
    }
}

/* Much is needed: large from the second block on, as often, and again after
 * it is emptied. */
static void test_large_blocks(void **state)
{
    struct arena *arena = arena_create_large();
    size_t first[64];
    size_t again[64];
    size_t held;

    (void)state;
    fill(arena, first, 64);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(first[i], 2048 * 1024);
    assert_true(first[4] < 600 * 1024);
    arena_reset(arena);
    held = arena_held(arena);
    assert_true(held < 600 * 1024);
    fill(arena, again, 64);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(again[i], first[i]);
    arena_reset(arena);
    assert_int_equal(arena_held(arena), held);
    arena_destroy(arena);
}

/* What is larger than a block has one of its own, and counts for none. */
static void test_large_of_its_own(void **state)
{
    struct arena *arena = arena_create_large();
    size_t sizes[64];

    (void)state;
    for (size_t i = 0; i < 4; i++)
        memset(arena_room(arena, 3000 * 1000), 1, 3000 * 1000);
    fill(arena, sizes, 64);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(sizes[i], 2048 * 1024);
    arena_destroy(arena);
}

/* It moves only when it is full, and takes along what is in it. */
static void test_widen(void **state)
{
    long *numbers = NULL;
    size_t capacity = 0;
    size_t moved = 0;

    for (size_t i = 0; i < 5000; i++) {
        bool full = i == capacity;
        long *wider =
            arena_widen(*state, numbers, i, &capacity, sizeof *numbers);

        assert_true(full || wider == numbers);
        assert_true(capacity > i);
        moved += wider != numbers;
        numbers = wider;
        numbers[i] = (long)i;
    }
    assert_true(moved < 15);
    for (size_t i = 0; i < 5000; i++)
        assert_int_equal(numbers[i], i);
}

static void test_strings(void **state)
{
    assert_string_equal(arena_copy(*state, "abcdef", 3), "abc");
    assert_string_equal(arena_copy(*state, NULL, 0), "");
    assert_memory_equal(arena_copy(*state, "a\0b", 3), "a\0b", 4);
    assert_string_equal(arena_string(*state, "word"), "word");
    assert_string_equal(arena_string(*state, NULL), "");
    assert_string_equal(arena_format(*state, "%s-%d", "a", 7), "a-7");
    assert_string_equal(arena_format(*state, "%s", ""), "");
    assert_int_equal(strlen(arena_format(*state, "%0200000d", 1)), 200000);
}

/* Strings stand end to end, and what comes between them where it must. */
static void test_strings_between(void **state)
{
    char text[300];
    const char *first = arena_copy(*state, "abc", 3);

    assert_ptr_equal(arena_copy(*state, "de", 2), first + 4);
    memset(text, 'x', sizeof text);
    for (size_t size = 0; size < sizeof text; size++) {
        const char *before = arena_copy(*state, text, size);
        unsigned char *memory = arena_alloc(*state, size);
        const char *after = arena_format(*state, "%.*s", (int)size, text);

        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        memset(memory, 0xff, size);
        assert_int_equal(strlen(before), size);
        assert_string_equal(after, before);
    }
}

static void test_sizes(void **state)
{
    (void)state;
    assert_int_equal(size_add(1, 2), 3);
    assert_int_equal(size_add(SIZE_MAX, 0), SIZE_MAX);
    assert_int_equal(size_multiply(3, 4), 12);
    assert_int_equal(size_multiply(0, SIZE_MAX), 0);
}

/* Does the process end by abort() when it does this? */
static int signal_of(int what)
{
    pid_t child = fork();
    int status = 0;

    if (child == 0) {
        struct arena *arena = arena_create();

        if (freopen("/dev/null", "w", stderr) == NULL)
            _exit(3);
        if (what == 0)
            _exit(size_add(SIZE_MAX, 1) == 0 ? 1 : 2);
        if (what == 1)
            _exit(size_multiply(SIZE_MAX / 2, 3) == 0 ? 1 : 2);
        if (what == 2)
            _exit(arena_array(arena, SIZE_MAX / 4, 8) == NULL ? 1 : 2);
        _exit(arena_alloc(arena, SIZE_MAX - 4) == NULL ? 1 : 2);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void test_what_does_not_fit(void **state)
{
    (void)state;
    for (int what = 0; what < 4; what++)
        assert_int_equal(signal_of(what), SIGABRT);
}

static void test_destroy_nothing(void **state)
{
    (void)state;
    arena_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_memory, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_reset, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_large_and_many, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_blocks, set_up, tear_down),
        cmocka_unit_test(test_large_blocks),
        cmocka_unit_test(test_large_of_its_own),
        cmocka_unit_test_setup_teardown(test_widen, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_strings, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_strings_between, set_up, tear_down),
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_what_does_not_fit),
        cmocka_unit_test(test_destroy_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
