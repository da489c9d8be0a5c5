/*
 * The page of all links of one thing: what it is linked to and from what, who
 * made each, and which are suspect.
 */
#ifndef RENDER_LINK_VIEW_H
#define RENDER_LINK_VIEW_H

#include "domain/link_manual.h"
#include "render/reference_view.h"

/* What a role is headed by: that of a hand-made link, of a kind's field, or of
 * the manual's text. `from` says at which end. */
const char *link_view_heading(struct context *context, const char *role,
    const char *source_kind, bool from);

/* Fill the rows LINK of a table; `from` says that `links` stand in the thing
 * itself, `may_change` of each whether to show what it takes to affirm it and
 * to take it back. */
bool link_view_fill(const struct place *place, const struct link *links,
    const bool *may_change, size_t count, bool from,
    struct template_dictionary *table, struct error *error);

/* Fill the options ROLE of the form, `chosen` being the one chosen. */
void link_view_fill_roles(const char *chosen, struct template_dictionary *form);

#endif
