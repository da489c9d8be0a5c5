/*
 * The AIL-SOA: of every control, does it apply, how is it met or why not; as a
 * page, as CSV and as JSON.
 *
 * For a standard with controls these are its rows, for any other all items.
 */
#ifndef RENDER_SOA_VIEW_H
#define RENDER_SOA_VIEW_H

#include "render/conformance_filter.h"
#include "render/conformance_scene.h"

struct soa_view {
    const struct scene *scene;
    const struct conformance *run;
    const struct conformance_filter *filter;
    const char *applies; /* yes, no or "" for either */
};

/* ERROR_INVALID naming `applies` when it is neither. */
bool soa_view_check(const struct soa_view *view, struct error *error);

/* Fill soa.tpl. */
bool soa_view_fill(const struct soa_view *view,
    struct template_dictionary *page, struct error *error);

/* The same rows as CSV with a line of headings, or as JSON. */
void soa_view_csv(const struct soa_view *view, struct builder *out);
void soa_view_json(const struct soa_view *view, struct builder *out);

#endif
