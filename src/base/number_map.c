/* Open addressing, at most half full. */
#include "base/number_map.h"

#include <stdint.h>

struct place {
    long long key;
    size_t value;
    bool used;
};

struct number_map {
    struct arena *arena;
    struct place *places;
    size_t capacity; /* a power of two */
    size_t count;
};

struct number_map *number_map_create(struct arena *arena)
{
    struct number_map *map = arena_alloc(arena, sizeof *map);

    map->arena = arena;
    map->capacity = 16;
    map->places = arena_array(arena, map->capacity, sizeof *map->places);
    return map;
}

static struct place *find(const struct number_map *map, long long key)
{
    uint64_t hash = (uint64_t)key * 0x9e3779b97f4a7c15ULL;
    size_t at = (size_t)(hash >> 20) & (map->capacity - 1);

    while (map->places[at].used && map->places[at].key != key)
        at = (at + 1) & (map->capacity - 1);
    return &map->places[at];
}

static void grow(struct number_map *map)
{
    struct place *old = map->places;
    size_t count = map->capacity;

    map->capacity = size_multiply(map->capacity, 2);
    map->places = arena_array(map->arena, map->capacity, sizeof *map->places);
    for (size_t i = 0; i < count; i++) {
        if (old[i].used)
            *find(map, old[i].key) = old[i];
    }
}

void number_map_set(struct number_map *map, long long key, size_t value)
{
    struct place *place = find(map, key);

    if (!place->used && map->count + 1 > map->capacity / 2) {
        grow(map);
        place = find(map, key);
    }
    map->count += !place->used;
    *place = (struct place){.key = key, .value = value, .used = true};
}

bool number_map_get(const struct number_map *map, long long key, size_t *value)
{
    const struct place *place = find(map, key);

    if (place->used)
        *value = place->value;
    return place->used;
}
