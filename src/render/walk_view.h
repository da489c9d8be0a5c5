/*
 * The auditor's walk: one clause at a time, its evidence a key away.
 */
#ifndef RENDER_WALK_VIEW_H
#define RENDER_WALK_VIEW_H

#include "render/conformance_scene.h"

/* What the footnote window shows when the walk comes to the clause: its first
 * evidence, else its first provision, else why it is excluded, else "". */
const char *walk_view_note(
    const struct scene *scene, const struct conformance_clause *clause);

/* Fill walk.tpl for an item of the run; `note` is the reference open in the
 * footnote window. */
bool walk_view_fill(const struct scene *scene, const struct conformance *run,
    const struct conformance_clause *clause, const char *note,
    struct template_dictionary *page, struct error *error);

#endif
