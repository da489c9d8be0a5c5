/*
 * Home: the manual's first page, what is yours to do, what changed, and the
 * state of the system.
 */
#ifndef RENDER_HOME_VIEW_H
#define RENDER_HOME_VIEW_H

#include "render/page_view.h"

/* Fill home.tpl; `view` is the manual's page index, NULL when there is none. */
bool home_view_fill(struct context *context, const struct person *person,
    const struct page_view *view, struct template_dictionary *body,
    struct error *error);

#endif
