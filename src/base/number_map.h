/*
 * A map from numbers to numbers, in an arena.
 */
#ifndef BASE_NUMBER_MAP_H
#define BASE_NUMBER_MAP_H

#include "base/arena.h"

#include <stdbool.h>

struct number_map;

struct number_map *number_map_create(struct arena *arena);

/* Make room for so many keys at once, where they can be foreseen. */
void number_map_reserve(struct number_map *map, size_t more);

/* Store `value`, less than SIZE_MAX, under `key`, replacing what stood there.
 */
void number_map_set(struct number_map *map, long long key, size_t value);

/* Is there a value under `key`? Then it is in `value`. */
bool number_map_get(const struct number_map *map, long long key, size_t *value);

#endif
