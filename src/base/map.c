/* Open addressing with linear probing; at most half full. */
#include "base/map.h"

#include <stdint.h>
#include <string.h>

struct entry {
    const char *key;
    void *value;
};

struct map {
    struct arena *arena;
    struct entry *entries;
    size_t capacity; /* a power of two */
    size_t count;
};

/* FNV-1a by words of eight bytes, the last one filled up with zeros; keys may
 * be as long as a statement. */
size_t map_hash(const char *key)
{
    uint64_t hash = 14695981039346656037ULL;
    size_t left = strlen(key);

    for (;; key += sizeof(uint64_t), left -= sizeof(uint64_t)) {
        uint64_t word = 0;

        if (left < sizeof word) {
            memcpy(&word, key, left);
            hash = (hash ^ word ^ left) * 1099511628211ULL;
            return (size_t)(hash ^ hash >> 32);
        }
        memcpy(&word, key, sizeof word);
        hash = (hash ^ word) * 1099511628211ULL;
        hash ^= hash >> 29;
    }
}

static struct entry *map_place(const struct map *map, const char *key)
{
    size_t i = map_hash(key) & (map->capacity - 1);

    while (map->entries[i].key != NULL && strcmp(map->entries[i].key, key) != 0)
        i = (i + 1) & (map->capacity - 1);
    return &map->entries[i];
}

struct map *map_create(struct arena *arena)
{
    struct map *map = arena_alloc(arena, sizeof *map);

    map->arena = arena;
    map->capacity = 16;
    map->entries = arena_array(arena, map->capacity, sizeof *map->entries);
    return map;
}

static void map_grow(struct map *map)
{
    struct entry *old = map->entries;
    size_t capacity = map->capacity;

    map->capacity = size_multiply(capacity, 2);
    map->entries = arena_array(map->arena, map->capacity, sizeof *map->entries);
    for (size_t i = 0; i < capacity; i++) {
        if (old[i].key != NULL)
            *map_place(map, old[i].key) = old[i];
    }
}

void map_set(struct map *map, const char *key, void *value)
{
    struct entry *entry;

    if ((map->count + 1) * 2 > map->capacity)
        map_grow(map);
    entry = map_place(map, key);
    if (entry->key == NULL) {
        entry->key = key;
        map->count++;
    }
    entry->value = value;
}

void *map_get(const struct map *map, const char *key)
{
    return map_place(map, key)->value;
}
