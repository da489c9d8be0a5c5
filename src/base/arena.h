/*
 * Memory for one request or one command: many small allocations, one release.
 *
 * An arena hands out zeroed memory that lives until arena_reset() or
 * arena_destroy(); nothing in it is freed alone. Running out of memory ends
 * the process: a worker that dies takes one request with it. Not for sharing
 * between threads. Depends on libc only.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/* Create an empty arena; the caller ends it with arena_destroy(). */
struct arena *arena_create(void);

/* The same, for what is known to need a lot: large blocks from the start. */
struct arena *arena_create_large(void);

/* Give back all memory of the arena and the arena itself. NULL is fine. */
void arena_destroy(struct arena *arena);

/* Forget everything allocated; one block is kept for the next use. */
void arena_reset(struct arena *arena);

/* Zeroed memory of `size` bytes, aligned for any type; never NULL. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same, not zeroed: for bytes that will all be written. */
void *arena_room(struct arena *arena, size_t size);

/* Zeroed memory for `count` elements of `size` bytes; ends the process when
 * the product does not fit in size_t. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Room for one more in an array of `count` elements of `size` bytes that has
 * room for `*capacity` (NULL and 0 to begin with): the array itself, or when it
 * is full a copy with twice the room. What is put in must be written whole. */
void *arena_widen(struct arena *arena, void *array, size_t count,
    size_t *capacity, size_t size);

/* A NUL-terminated copy of `size` bytes at `data`. */
char *arena_copy(struct arena *arena, const char *data, size_t size);

/* A copy of a C string; NULL gives "". */
char *arena_string(struct arena *arena, const char *string);

/* A formatted C string, as printf. */
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes the arena holds from the system, for figures and tests. */
size_t arena_held(const struct arena *arena);

/* End the process: there is no such amount of memory. */
void arena_exhausted(void) __attribute__((noreturn));

/* `a * b` and `a + b`, ending the process where the result would not fit:
 * the only arithmetic allowed on sizes that come from outside. */
static inline size_t size_multiply(size_t a, size_t b)
{
    size_t product;

    if (__builtin_mul_overflow(a, b, &product))
        arena_exhausted();
    return product;
}

static inline size_t size_add(size_t a, size_t b)
{
    size_t sum;

    if (__builtin_add_overflow(a, b, &sum))
        arena_exhausted();
    return sum;
}

#endif
