/*
 * The page of the conformance checker, and a clause in the footnote window.
 */
#ifndef RENDER_CONFORMANCE_VIEW_H
#define RENDER_CONFORMANCE_VIEW_H

#include "render/conformance_filter.h"
#include "render/conformance_scene.h"

/* One or several standards on one page. */
struct conformance_view {
    const struct scene *scene;
    const struct conformance *const *runs; /* the standards shown */
    size_t count;
    const struct standard *standards; /* all there are, for the tabs */
    size_t standard_count;
    bool all; /* the page of all standards, not of one */
    const struct conformance_filter *filter;
};

/* Fill conformance.tpl. */
void conformance_view_fill(
    const struct conformance_view *view, struct template_dictionary *page);

/* Fill note_clause.tpl, what stands inside <main class="note-body"> of the
 * footnote window, for `ref` such as clause:27001:2022/A.8.13 (the edition may
 * be left out), as of context->today. Headings and notes of a standard have a
 * note, too. ERROR_MISSING when there is no such clause. */
bool conformance_view_fill_note(const struct place *place, const char *ref,
    bool may_edit, struct template_dictionary *note, struct error *error);

#endif
