/* Mappings of their own. */
#include "base/memory.h"

#include <stdint.h>
#include <sys/mman.h>

static char *map_anew(size_t size)
{
    void *memory = mmap(
        NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return memory == MAP_FAILED ? NULL : memory;
}

/* One large page more is mapped than asked for, and what stands out at both
 * ends given back: what is left begins where a large page can. */
static void *map_aligned(size_t size)
{
    char *memory = map_anew(size + MEMORY_LARGE);
    size_t over = (size_t)((uintptr_t)memory % MEMORY_LARGE);
    size_t before = over == 0 ? 0 : MEMORY_LARGE - over;

    if (memory == NULL)
        return NULL;
    if (before > 0)
        munmap(memory, before);
    munmap(memory + before + size, MEMORY_LARGE - before);
#ifdef MADV_HUGEPAGE
    /* A system without them goes on with small pages. */
    (void)madvise(memory + before, size, MADV_HUGEPAGE);
#endif
    return memory + before;
}

void *memory_map(size_t size)
{
    return size == MEMORY_LARGE ? map_aligned(size) : map_anew(size);
}

void memory_unmap(void *memory, size_t size)
{
    munmap(memory, size);
}
