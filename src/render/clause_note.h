/*
 * A clause in the footnote window.
 */
#ifndef RENDER_CLAUSE_NOTE_H
#define RENDER_CLAUSE_NOTE_H

#include "render/conformance_scene.h"

/* Fill note_clause.tpl for a clause of the run, or a lettered item of one: what
 * is asked, our provisions, evidence and reasons; a heading shows what is below
 * it. */
bool clause_note_fill(const struct scene *scene, const struct conformance *run,
    const struct clause *clause, struct template_dictionary *note,
    struct error *error);

#endif
