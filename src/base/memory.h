/*
 * Large pieces of memory, straight from the system and straight back to it.
 *
 * Given by malloc() they would not go back: having freed such a piece once, the
 * C library expects more of them and keeps up to 64 MB from then on.
 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* A piece of this size is asked for as one of the system's large pages, which
 * costs one fault instead of 512. Much more is not: a virtual machine may have
 * given such pages back, and gets them anew at a price. */
enum { MEMORY_LARGE = 2 * 1024 * 1024 };

/* Zeroed memory of `size` bytes, or NULL when there is none. A piece smaller
 * than a large page is got whole, for it is filled soon: a fault for each of
 * its pages costs more. What is larger may be asked for and not filled. */
void *memory_map(size_t size);

/* Give back a piece and its size as asked for. */
void memory_unmap(void *memory, size_t size);

#endif
