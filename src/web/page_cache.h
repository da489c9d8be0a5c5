/*
 * Whole answers kept in a worker, for as long as nothing they show has
 * changed.
 *
 * A key is what the answer depends on besides the content: address, session
 * and day. The caller says which state of the content it is in (the site's
 * generation); when that moves on, everything is forgotten. Bounded by bytes:
 * when full, it starts anew.
 */
#ifndef WEB_PAGE_CACHE_H
#define WEB_PAGE_CACHE_H

#include "base/text.h"

struct page_cache;

/* A cache of at most `limit` bytes; ends with page_cache_destroy(). */
struct page_cache *page_cache_create(size_t limit);
void page_cache_destroy(struct page_cache *cache);

/* Forget everything unless the content is still in this state. */
void page_cache_check(struct page_cache *cache, long long generation);

/* Forget everything. */
void page_cache_empty(struct page_cache *cache);

/* The bytes kept under the key; false when there are none. They live until
 * the next call that changes the cache. */
bool page_cache_get(
    const struct page_cache *cache, const char *key, struct text *body);

/* Is the answer worth keeping? When it was asked for before, as far as is
 * remembered: what is asked for once must not drive the others out. */
bool page_cache_wants(struct page_cache *cache, const char *key);

void page_cache_put(
    struct page_cache *cache, const char *key, struct text body);

#endif
