/* Blocks of memory in a list, the newest first. */
#include "base/arena.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Ordinary blocks grow, so that an arena used again and again soon does with
 * the one block it keeps. What does not fit in a few of them needs much more,
 * and goes on in large ones, which are not kept. */
enum {
    BLOCK_FIRST = 64 * 1024,
    BLOCK_MOST = 512 * 1024, /* from here on not by malloc() */
    LARGE_BLOCKS = 4, /* of 2 MB; what needs more goes on in ordinary ones */
    ALIGNMENT = _Alignof(max_align_t),
    ARRAY_FIRST = 4 /* elements of one that grows */
};

struct block {
    struct block *next; /* older block */
    size_t size;        /* usable bytes in data */
    size_t used;
    _Alignas(max_align_t) char data[];
};

struct arena {
    struct block *blocks; /* the first is being filled */
    size_t most;          /* the size from which on they are large */
    size_t large;         /* how many were */
};

void arena_exhausted(void)
{
    fputs("ims: out of memory\n", stderr);
    abort();
}

static struct block *block_create(size_t size)
{
    size_t whole = size_add(sizeof(struct block), size);
    struct block *block = size < BLOCK_MOST ? malloc(whole) : memory_map(whole);

    if (block == NULL)
        arena_exhausted();
    block->next = NULL;
    block->size = size;
    block->used = 0;
    return block;
}

static void block_destroy(struct block *block)
{
    if (block->size < BLOCK_MOST)
        free(block);
    else
        memory_unmap(block, sizeof *block + block->size);
}

static struct arena *create(size_t most)
{
    struct arena *arena = malloc(sizeof *arena);

    if (arena == NULL)
        arena_exhausted();
    arena->blocks = block_create(BLOCK_FIRST);
    arena->most = most;
    arena->large = 0;
    return arena;
}

struct arena *arena_create(void)
{
    return create(BLOCK_MOST);
}

struct arena *arena_create_large(void)
{
    return create(BLOCK_FIRST);
}

void arena_reset(struct arena *arena)
{
    struct block *kept = arena->blocks;
    struct block *block;

    /* The first of all was an ordinary one. */
    while (kept->size > BLOCK_MOST) {
        block = kept->next;
        block_destroy(kept);
        kept = block;
    }
    block = kept->next;
    while (block != NULL) {
        struct block *next = block->next;

        block_destroy(block);
        block = next;
    }
    kept->next = NULL;
    kept->used = 0;
    arena->blocks = kept;
    arena->large = 0;
}

void arena_destroy(struct arena *arena)
{
    if (arena == NULL)
        return;
    arena_reset(arena);
    block_destroy(arena->blocks);
    free(arena);
}

static size_t next_size(const struct arena *arena)
{
    size_t size = arena->blocks->size;

    if (size < arena->most)
        return size * 2;
    return arena->large < LARGE_BLOCKS ? MEMORY_LARGE - sizeof(struct block)
                                       : BLOCK_MOST;
}

/* What does not fit: a new block to fill, or one of its own for what is larger
 * than blocks are. */
static void *arena_more(struct arena *arena, size_t need)
{
    struct block *filled = arena->blocks;
    size_t size = next_size(arena);
    struct block *block = block_create(need > size ? need : size);

    block->used = need;
    if (need > size) {
        block->next = filled->next;
        filled->next = block;
    } else {
        block->next = filled;
        arena->blocks = block;
        arena->large += size > BLOCK_MOST;
    }
    return block->data;
}

/* Bytes from `start` on in the block being filled, or in a new one. */
static void *take_room(struct arena *arena, size_t start, size_t size)
{
    struct block *block = arena->blocks;

    if (start > block->size || block->size - start < size)
        return arena_more(arena, size);
    block->used = start + size;
    return block->data + start;
}

void *arena_room(struct arena *arena, size_t size)
{
    size_t start =
        (arena->blocks->used + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);

    return take_room(arena, start, size == 0 ? ALIGNMENT : size);
}

/* Strings stand end to end. */
static char *string_room(struct arena *arena, size_t size)
{
    return take_room(arena, arena->blocks->used, size);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(arena_room(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    return arena_alloc(arena, size_multiply(count, size));
}

void *arena_widen(struct arena *arena, void *array, size_t count,
    size_t *capacity, size_t size)
{
    void *wider;

    if (count < *capacity)
        return array;
    *capacity = *capacity == 0 ? ARRAY_FIRST : size_multiply(*capacity, 2);
    wider = arena_room(arena, size_multiply(*capacity, size));
    if (count > 0)
        memcpy(wider, array, size_multiply(count, size));
    return wider;
}

char *arena_copy(struct arena *arena, const char *data, size_t size)
{
    char *copy = string_room(arena, size_add(size, 1));

    if (size > 0)
        memcpy(copy, data, size);
    copy[size] = '\0';
    return copy;
}

char *arena_string(struct arena *arena, const char *string)
{
    return string == NULL ? arena_copy(arena, "", 0)
                          : arena_copy(arena, string, strlen(string));
}

/* Written where the room is, and only then measured: most strings are short. */
char *arena_format(struct arena *arena, const char *format, ...)
{
    struct block *block = arena->blocks;
    size_t left = block->size - block->used;
    char *string = block->data + block->used;
    va_list arguments;
    int size;

    va_start(arguments, format);
    size = vsnprintf(string, left, format, arguments);
    va_end(arguments);
    if (size < 0)
        arena_exhausted();
    if ((size_t)size < left) {
        string_room(arena, (size_t)size + 1);
        return string;
    }
    string = string_room(arena, size_add((size_t)size, 1));
    va_start(arguments, format);
    vsnprintf(string, (size_t)size + 1, format, arguments);
    va_end(arguments);
    return string;
}

size_t arena_held(const struct arena *arena)
{
    size_t held = 0;

    for (const struct block *b = arena->blocks; b != NULL; b = b->next)
        held += sizeof *b + b->size;
    return held;
}
