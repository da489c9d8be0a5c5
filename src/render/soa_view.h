/*
 * The AIL-SOA as a page: of every idea, does it apply, what calls for it, how
 * is it met or why not, and how far that is done. Who may edit fills it in
 * where it stands.
 *
 * For a standard with controls these are its rows, for any other all items.
 */
#ifndef RENDER_SOA_VIEW_H
#define RENDER_SOA_VIEW_H

#include "render/soa_scene.h"

/* Fill soa.tpl. */
bool soa_view_fill(const struct soa_view *view,
    struct template_dictionary *page, struct error *error);

#endif
