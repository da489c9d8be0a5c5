/*
 * A map from strings to pointers, in an arena.
 *
 * Keys are compared by content and are not copied: they must live as long as
 * the map. Entries are never removed alone.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"

struct map;

struct map *map_create(struct arena *arena);

/* A number that tells most keys apart. */
size_t map_hash(const char *key);

/* Store `value` under `key`, replacing what stood there. */
void map_set(struct map *map, const char *key, void *value);

/* The value under `key`, or NULL. */
void *map_get(const struct map *map, const char *key);

#endif
