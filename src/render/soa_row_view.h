/*
 * One row of the AIL-SOA, in the page or alone.
 */
#ifndef RENDER_SOA_ROW_VIEW_H
#define RENDER_SOA_ROW_VIEW_H

#include "render/soa_scene.h"

/* Fill soa_row.tpl for the idea. */
bool soa_row_view_fill(const struct soa_view *view, const struct soa_idea *idea,
    struct template_dictionary *row, struct error *error);

/* The id of the form that the rows of the idea's part belong to. */
const char *soa_row_view_form(
    const struct soa_view *view, const struct soa_idea *idea);

#endif
