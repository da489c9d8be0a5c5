/*
 * The text of one section of a manual page, drawn wherever it is quoted: in a
 * footnote, beside a clause, on the auditor's walk.
 */
#ifndef RENDER_SECTION_VIEW_H
#define RENDER_SECTION_VIEW_H

#include "render/reference_view.h"

/* Draw the section `slug` of the page `page_name` with the sections below it,
 * whose headings become bold lines, so that they fit below any heading. `slug`
 * "" is the text before the first heading, or the page's summary where there
 * is none. References open as they do in `place`, whatever its path. `found`
 * is false, and `html` "", when the page or section does not exist or the page
 * cannot be shown. `html` is for a value marked `:none` and lives in the
 * context's arena. */
bool section_render(const struct place *place, const char *page_name,
    const char *slug, const char **html, bool *found, struct error *error);

/* The same for a reference `page:NAME` or `page:NAME#SLUG`. Another reference
 * is not found. */
bool section_render_ref(const struct place *place, const char *ref,
    const char **html, bool *found, struct error *error);

#endif
