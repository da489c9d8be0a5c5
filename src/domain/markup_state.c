/* Growing lists of links and inserts. */
#include "domain/markup_state.h"

#include <string.h>

struct markup_state markup_state_create(struct arena *arena)
{
    return (struct markup_state){.arena = arena,
        .targets = map_create(arena),
        .notes = map_create(arena),
        .heading = MARKUP_NONE};
}

static size_t grown(size_t capacity)
{
    return capacity == 0 ? 32 : size_multiply(capacity, 2);
}

/* A bigger copy of `count` elements. */
static void *grow(struct arena *arena, const void *old, size_t count,
    size_t capacity, size_t size)
{
    void *data = arena_array(arena, capacity, size);

    if (count > 0)
        memcpy(data, old, count * size);
    return data;
}

size_t markup_state_link(struct markup_state *state, struct markup_link link,
    struct markup_place place)
{
    size_t count = state->link_count;

    if (count == state->link_capacity) {
        size_t capacity = grown(state->link_capacity);

        state->links =
            grow(state->arena, state->links, count, capacity, sizeof link);
        state->places =
            grow(state->arena, state->places, count, capacity, sizeof place);
        state->link_capacity = capacity;
    }
    link.heading = state->heading;
    state->links[count] = link;
    state->places[count] = place;
    return state->link_count++;
}

size_t markup_state_insert(
    struct markup_state *state, struct markup_insert insert)
{
    size_t count = state->insert_count;

    if (count == state->insert_capacity) {
        size_t capacity = grown(state->insert_capacity);

        state->inserts =
            grow(state->arena, state->inserts, count, capacity, sizeof insert);
        state->insert_capacity = capacity;
    }
    state->inserts[count] = insert;
    return state->insert_count++;
}

struct text markup_state_marker(struct markup_state *state, size_t number)
{
    return text_of(arena_format(
        state->arena, "%c%zu%c", MARKUP_MARK, number, MARKUP_MARK));
}

bool markup_state_meets(
    const struct markup_state *state, struct text source, size_t first)
{
    struct text head = text_trim(source);
    size_t at = (size_t)(head.data - source.data);

    if (state->link_count == first)
        return false;
    if (text_begins(head, "Meets"))
        at += head.size > 5 && head.data[5] == ':' ? 6 : 5;
    for (size_t i = first; i <= state->link_count; i++) {
        size_t to = i < state->link_count ? state->places[i].from : source.size;

        if (i < state->link_count &&
            (state->links[i].is_image ||
                !string_begins(state->links[i].target, "meets:")))
            return false;
        for (; at < to; at++) {
            if (strchr(" \t\n,;.", source.data[at]) == NULL)
                return false;
        }
        if (i < state->link_count)
            at = state->places[i].to;
    }
    return true;
}
