/*
 * What the rules found beyond the clauses, on the page of all standards.
 */
#ifndef RENDER_RULE_VIEW_H
#define RENDER_RULE_VIEW_H

#include "domain/rule_run.h"
#include "render/conformance_scene.h"

/* Fill the include `{{>BEYOND}}`. */
bool rule_view_fill(const struct scene *scene,
    const struct rule_findings *found, struct template_dictionary *page,
    struct error *error);

#endif
