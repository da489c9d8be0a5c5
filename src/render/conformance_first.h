/*
 * Where to look first: the worst reasons of all standards, each once with the
 * clauses it stands against.
 */
#ifndef RENDER_CONFORMANCE_FIRST_H
#define RENDER_CONFORMANCE_FIRST_H

#include "render/conformance_scene.h"

/* Fill FIRST rows (FIRST_LIST around them) of conformance.tpl; with nothing to
 * mend, FIRST_NONE. */
void conformance_first_fill(const struct scene *scene,
    const struct conformance *const *runs, size_t count,
    struct template_dictionary *page);

#endif
