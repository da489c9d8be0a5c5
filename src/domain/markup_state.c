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

size_t markup_state_link(struct markup_state *state, struct markup_link link,
    struct markup_place place)
{
    size_t count = state->link_count;

    state->links = arena_widen(
        state->arena, state->links, count, &state->link_capacity, sizeof link);
    state->places = arena_widen(state->arena, state->places, count,
        &state->place_capacity, sizeof place);
    link.heading = state->heading;
    state->links[count] = link;
    state->places[count] = place;
    return state->link_count++;
}

size_t markup_state_insert(
    struct markup_state *state, struct markup_insert insert)
{
    size_t count = state->insert_count;

    state->inserts = arena_widen(state->arena, state->inserts, count,
        &state->insert_capacity, sizeof insert);
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
