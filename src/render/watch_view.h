/*
 * The button that begins or ends watching something.
 */
#ifndef RENDER_WATCH_VIEW_H
#define RENDER_WATCH_VIEW_H

#include "domain/person.h"
#include "render/template.h"

/* Fill the include WATCH (watch.tpl) for the scope, as of domain/watch; `what`
 * is how it is called. Nothing for somebody who is not signed in (NULL). */
bool watch_view_fill(struct context *context, const struct person *person,
    const char *scope, const char *what, struct template_dictionary *page,
    struct error *error);

#endif
