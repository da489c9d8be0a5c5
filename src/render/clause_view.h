/*
 * The page of one clause: what is asked, what must exist, what does, and what
 * is left to do. A clause that is only a heading lists what is below it.
 */
#ifndef RENDER_CLAUSE_VIEW_H
#define RENDER_CLAUSE_VIEW_H

#include "render/conformance_scene.h"

/* Fill clause.tpl for a clause of the run; `clause` may be an item, a heading,
 * a theme or a note of the standard. */
bool clause_view_fill(const struct scene *scene, const struct conformance *run,
    const struct clause *clause, struct template_dictionary *page,
    struct error *error);

/* The provisions with the text of their sections: PROVISION rows, or
 * NO_PROVISION, in section MEETING; nothing when the clause is excluded and
 * nobody claims it. */
bool clause_view_fill_provisions(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *page,
    struct error *error);

/* The records that take the clause out, with their reasons: EXCLUSION rows in
 * section EXCLUDED; nothing when there are none. */
bool clause_view_fill_exclusions(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *page,
    struct error *error);

/* The items and headings directly below a heading: CHILD rows. */
void clause_view_fill_children(const struct scene *scene,
    const struct conformance *run, const struct clause *clause,
    struct template_dictionary *page);

/* The verdict of a clause of the run, rolled up for a heading; false when it
 * has none, as a note has not. */
bool clause_view_verdict(const struct conformance *run,
    const struct clause *clause, enum verdict *verdict);

#endif
