/*
 * Every address in the application is built here.
 */
#ifndef RENDER_ADDRESS_H
#define RENDER_ADDRESS_H

#include "base/text.h"

/* /note/REF, what the footnote window shows. With `trail` (references
 * separated by `|`, "" for none) it knows the way back. */
const char *address_note(
    struct arena *arena, const char *ref, const char *trail);

/* Where the thing stands in the main window: /manual/..., /records/...,
 * /conformance/..., /files/...; its note's address when it has no page. */
const char *address_main(struct arena *arena, const char *ref);

/* /manual/NAME, with #SECTION unless that is "". */
const char *address_page(
    struct arena *arena, const char *name, const char *section);

/* /files/HASH/NAME, where the bytes of a kept file are downloaded. */
const char *address_file(
    struct arena *arena, const char *hash, const char *name);

/* `path?name=value&...` from pairs; pairs with an empty value are left out.
 * `pairs` ends with NULL. */
const char *address_query(
    struct arena *arena, const char *path, const char *const *pairs);

/* All links of the thing: /links?of=REF. */
const char *address_links(struct arena *arena, const char *ref);

/* The reference a page of this site is about, from its address: for the
 * trail. "" when it is about none. */
const char *address_ref_of_path(struct arena *arena, struct text path);

#endif
