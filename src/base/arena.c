/* Blocks of memory in a list, the newest first. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024, ALIGNMENT = _Alignof(max_align_t) };

struct block {
    struct block *next; /* older block */
    size_t size;        /* usable bytes in data */
    size_t used;
    _Alignas(max_align_t) char data[];
};

struct arena {
    struct block *blocks;
};

static _Noreturn void arena_exhausted(void)
{
    fputs("ims: out of memory\n", stderr);
    abort();
}

size_t size_multiply(size_t a, size_t b)
{
    size_t product;

    if (__builtin_mul_overflow(a, b, &product))
        arena_exhausted();
    return product;
}

size_t size_add(size_t a, size_t b)
{
    size_t sum;

    if (__builtin_add_overflow(a, b, &sum))
        arena_exhausted();
    return sum;
}

static struct block *block_create(size_t size)
{
    struct block *block = malloc(size_add(sizeof *block, size));

    if (block == NULL)
        arena_exhausted();
    block->next = NULL;
    block->size = size;
    block->used = 0;
    return block;
}

struct arena *arena_create(void)
{
    struct arena *arena = malloc(sizeof *arena);

    if (arena == NULL)
        arena_exhausted();
    arena->blocks = block_create(BLOCK_SIZE);
    return arena;
}

void arena_reset(struct arena *arena)
{
    struct block *block = arena->blocks;

    while (block->next != NULL) {
        struct block *next = block->next;

        free(block);
        block = next;
    }
    block->used = 0;
    arena->blocks = block;
}

void arena_destroy(struct arena *arena)
{
    if (arena == NULL)
        return;
    arena_reset(arena);
    free(arena->blocks);
    free(arena);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    struct block *block = arena->blocks;
    size_t need = size_add(size == 0 ? 1 : size, ALIGNMENT - 1) &
                  ~(size_t)(ALIGNMENT - 1);
    void *memory;

    if (block->size - block->used < need) {
        block = block_create(need > BLOCK_SIZE ? need : BLOCK_SIZE);
        block->next = arena->blocks;
        arena->blocks = block;
    }
    memory = block->data + block->used;
    block->used += need;
    return memset(memory, 0, need);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    return arena_alloc(arena, size_multiply(count, size));
}

char *arena_copy(struct arena *arena, const char *data, size_t size)
{
    char *copy = arena_alloc(arena, size_add(size, 1));

    if (size > 0)
        memcpy(copy, data, size);
    return copy;
}

char *arena_string(struct arena *arena, const char *string)
{
    return string == NULL ? arena_copy(arena, "", 0)
                          : arena_copy(arena, string, strlen(string));
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_list again;
    int size;
    char *string;

    va_start(arguments, format);
    va_copy(again, arguments);
    size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0)
        arena_exhausted();
    string = arena_alloc(arena, size_add((size_t)size, 1));
    vsnprintf(string, (size_t)size + 1, format, again);
    va_end(again);
    return string;
}

size_t arena_held(const struct arena *arena)
{
    size_t held = 0;

    for (const struct block *b = arena->blocks; b != NULL; b = b->next)
        held += sizeof *b + b->size;
    return held;
}
