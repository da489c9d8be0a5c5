/*
 * The lettered items of a clause: what each asks, and what it has of its own.
 */
#ifndef RENDER_CLAUSE_ITEMS_H
#define RENDER_CLAUSE_ITEMS_H

#include "render/conformance_scene.h"

/* Fill LETTER rows in section LETTERS: LABEL ("9.3.2 a)"), ANCHOR ("a"),
 * HEADING, ASKS, section DIFFERS with the verdict where it is not that of the
 * clause, OWN_EXPECTATION rows, and MET_BY rows for provisions of the item
 * itself; OWN_LICENSED and OWN_EXPECT.
 * Nothing when the clause has no items. */
bool clause_items_fill(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *page,
    struct error *error);

/* The letter of an item's id: "a" of 9.3.2/a; its end for others. */
const char *clause_items_anchor(const char *id);

#endif
