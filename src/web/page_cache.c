/* An arena and a map, thrown away together. */
#include "web/page_cache.h"

#include "base/map.h"

enum { ASKED_FOR = 1024 };

struct page_cache {
    struct arena *own;   /* holds this struct */
    struct arena *arena; /* holds the entries */
    struct map *entries; /* key to struct text */
    long long generation;
    size_t limit;
    size_t used;
    size_t asked_for[ASKED_FOR]; /* hashes of keys */
};

struct page_cache *page_cache_create(size_t limit)
{
    struct arena *own = arena_create();
    struct page_cache *cache = arena_alloc(own, sizeof *cache);

    cache->own = own;
    cache->arena = arena_create();
    cache->entries = map_create(cache->arena);
    cache->limit = limit;
    cache->generation = -1;
    return cache;
}

void page_cache_destroy(struct page_cache *cache)
{
    if (cache == NULL)
        return;
    arena_destroy(cache->arena);
    arena_destroy(cache->own);
}

void page_cache_empty(struct page_cache *cache)
{
    arena_reset(cache->arena);
    cache->entries = map_create(cache->arena);
    cache->used = 0;
}

void page_cache_check(struct page_cache *cache, long long generation)
{
    if (cache->generation == generation)
        return;
    cache->generation = generation;
    page_cache_empty(cache);
}

bool page_cache_get(
    const struct page_cache *cache, const char *key, struct text *body)
{
    const struct text *kept = map_get(cache->entries, key);

    if (kept == NULL)
        return false;
    *body = *kept;
    return true;
}

bool page_cache_wants(struct page_cache *cache, const char *key)
{
    size_t hash = map_hash(key);
    size_t *place = &cache->asked_for[hash % ASKED_FOR];
    bool again = *place == hash;

    *place = hash;
    return again;
}

void page_cache_put(struct page_cache *cache, const char *key, struct text body)
{
    size_t need = size_add(body.size, text_of(key).size + 256);
    struct text *kept;

    if (need > cache->limit)
        return;
    if (size_add(cache->used, need) > cache->limit)
        page_cache_empty(cache);
    kept = arena_alloc(cache->arena, sizeof *kept);
    *kept =
        text_part(arena_copy(cache->arena, body.data, body.size), body.size);
    map_set(cache->entries, arena_string(cache->arena, key), kept);
    cache->used += need;
}
