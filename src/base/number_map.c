/* Open addressing, at most half full. */
#include "base/number_map.h"

#include <stdint.h>

struct place {
    long long key;
    size_t after; /* one more than the value; 0 where there is none */
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
    uint64_t hash = ((uint64_t)key >> 3) * 0x9e3779b97f4a7c15ULL;
    size_t at =
        ((size_t)(hash >> 20) << 3 | (size_t)(key & 7)) & (map->capacity - 1);

    while (map->places[at].after != 0 && map->places[at].key != key)
        at = (at + 1) & (map->capacity - 1);
    return &map->places[at];
}

static void grow(struct number_map *map, size_t capacity)
{
    struct place *old = map->places;
    size_t count = map->capacity;

    map->capacity = capacity;
    map->places = arena_array(map->arena, capacity, sizeof *map->places);
    for (size_t i = 0; i < count; i++) {
        if (old[i].after != 0)
            *find(map, old[i].key) = old[i];
    }
}

void number_map_reserve(struct number_map *map, size_t more)
{
    size_t needed = size_multiply(size_add(map->count, more), 2);
    size_t capacity = map->capacity;

    while (capacity < needed)
        capacity = size_multiply(capacity, 2);
    if (capacity > map->capacity)
        grow(map, capacity);
}

void number_map_set(struct number_map *map, long long key, size_t value)
{
    struct place *place = find(map, key);

    if (place->after == 0 && map->count + 1 > map->capacity / 2) {
        grow(map, size_multiply(map->capacity, 2));
        place = find(map, key);
    }
    map->count += place->after == 0;
    *place = (struct place){.key = key, .after = size_add(value, 1)};
}

bool number_map_get(const struct number_map *map, long long key, size_t *value)
{
    const struct place *place = find(map, key);

    if (place->after == 0)
        return false;
    *value = place->after - 1;
    return true;
}
