/* base/memory: pieces of every size are zeroed and go back whole, a large page
 * stands where one can begin; a size that there is none of gives NULL. */
#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include <cmocka.h>

static void test_sizes(void **state)
{
    const size_t sizes[] = {1, 4096, 600000, MEMORY_LARGE - 1, MEMORY_LARGE,
        MEMORY_LARGE + 1, (size_t)3 * MEMORY_LARGE};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        unsigned char *memory = memory_map(sizes[i]);
        unsigned char there;

        assert_non_null(memory);
        for (size_t at = 0; at < sizes[i]; at++)
            assert_int_equal(memory[at], 0);
        if (sizes[i] == MEMORY_LARGE)
            assert_int_equal((uintptr_t)memory % MEMORY_LARGE, 0);
        memset(memory, 0xff, sizes[i]);
        memory_unmap(memory, sizes[i]);
        /* Neither its first nor its last page is there any more. */
        assert_int_equal(mincore(memory, 1, &there), -1);
        assert_int_equal(
            mincore(memory + (sizes[i] - 1) / 4096 * 4096, 1, &there), -1);
    }
}

static void test_none(void **state)
{
    (void)state;
    assert_null(memory_map(SIZE_MAX));
    assert_null(memory_map(SIZE_MAX - 4096));
    assert_null(memory_map(PTRDIFF_MAX));
    assert_null(memory_map((size_t)1 << 60));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
