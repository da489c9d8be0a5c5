/* Mappings of their own. */
#include "base/memory.h"

#include <stdint.h>
#include <sys/mman.h>

#ifndef MAP_POPULATE
#define MAP_POPULATE 0
#endif

static char *map_anew(size_t size, int flags)
{
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE,
        MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0);

    return memory == MAP_FAILED ? NULL : memory;
}

/* Room for two is mapped, and what stands out at both ends given back: what is
 * left begins where a large page can. */
static void *map_large(void)
{
    char *memory = map_anew(2 * (size_t)MEMORY_LARGE, 0);
    size_t before;

    if (memory == NULL)
        return NULL;
    before = (MEMORY_LARGE - (uintptr_t)memory % MEMORY_LARGE) % MEMORY_LARGE;
    if (before > 0)
        munmap(memory, before);
    munmap(memory + before + MEMORY_LARGE, MEMORY_LARGE - before);
#ifdef MADV_HUGEPAGE
    /* A system without them goes on with small pages. */
    (void)madvise(memory + before, MEMORY_LARGE, MADV_HUGEPAGE);
#endif
    return memory + before;
}

void *memory_map(size_t size)
{
    if (size == MEMORY_LARGE)
        return map_large();
    return map_anew(size, size < MEMORY_LARGE ? MAP_POPULATE : 0);
}

void memory_unmap(void *memory, size_t size)
{
    munmap(memory, size);
}
