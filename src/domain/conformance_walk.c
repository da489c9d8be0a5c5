/* Lists in which the elements of one clause stand together. */
#include "domain/conformance_walk.h"

#include <string.h>

struct walk_list walk_list_create(const struct walk *walk, size_t size)
{
    struct walk_list list = {.size = size};

    list.first = arena_array(
        walk->context->arena, size_add(walk->positions, 1), sizeof *list.first);
    return list;
}

static void grow(const struct walk *walk, struct walk_list *list)
{
    size_t capacity =
        list->capacity == 0 ? 16 : size_multiply(list->capacity, 2);
    char *items = arena_array(walk->context->arena, capacity, list->size);

    if (list->count > 0)
        memcpy(items, list->items, list->count * list->size);
    list->items = items;
    list->capacity = capacity;
}

void *walk_list_add(
    const struct walk *walk, struct walk_list *list, long long position)
{
    if (position < 0 || (size_t)position >= walk->positions)
        return NULL;
    while (list->reached <= (size_t)position)
        list->first[list->reached++] = list->count;
    if (list->count == list->capacity)
        grow(walk, list);
    return list->items + list->size * list->count++;
}

void walk_list_end(const struct walk *walk, struct walk_list *list)
{
    while (list->reached <= walk->positions)
        list->first[list->reached++] = list->count;
}

void *walk_list_at(
    const struct walk_list *list, long long position, size_t *count)
{
    size_t first = list->first[position];

    *count = list->first[position + 1] - first;
    return *count == 0 ? NULL : list->items + list->size * first;
}
