/*
 * What one pass over a Markdown body gathers: links, inserts, definitions.
 *
 * Internal to the markup modules. Depends on base and domain/markup_document.
 */
#ifndef DOMAIN_MARKUP_STATE_H
#define DOMAIN_MARKUP_STATE_H

#include "base/map.h"
#include "domain/markup_document.h"
#include "domain/markup_target.h"

/* Where a link stands in the block it was found in. */
struct markup_place {
    size_t from;
    size_t to;
};

struct markup_state {
    struct arena *arena;
    struct markup_link *links;
    struct markup_place *places; /* one for each link */
    size_t link_count;
    size_t link_capacity;
    size_t place_capacity;
    struct markup_insert *inserts;
    size_t insert_count;
    size_t insert_capacity;
    struct map *targets; /* name to struct markup_target */
    struct map *notes;   /* name to size_t, the note's index */
    size_t heading;      /* of the section being read, or MARKUP_NONE */
    size_t borrowed;     /* bytes of targets used by name so far */
    struct text *pieces; /* room for markup_inline_copy() to work in */
    size_t piece_capacity;
};

struct markup_state markup_state_create(struct arena *arena);

/* Keep a link; returns its number. */
size_t markup_state_link(struct markup_state *state, struct markup_link link,
    struct markup_place place);

/* Keep an insert; returns its number. */
size_t markup_state_insert(
    struct markup_state *state, struct markup_insert insert);

/* Whether a paragraph, `source`, holds nothing but `meets:` links from number
 * `first` on, with spaces and `,;.` between them and perhaps "Meets:" before
 * them. */
bool markup_state_meets(
    const struct markup_state *state, struct text source, size_t first);

/* The marker that stands for insert `number`, in the arena. */
struct text markup_state_marker(struct markup_state *state, size_t number);

#endif
