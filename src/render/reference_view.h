/*
 * How references look: label, address and mark, in pages and footnotes.
 */
#ifndef RENDER_REFERENCE_VIEW_H
#define RENDER_REFERENCE_VIEW_H

#include "domain/resolve.h"
#include "render/markdown.h"
#include "render/template.h"

/* Where a view is drawn, which decides where its references open. */
struct place {
    struct context *context;
    const char *trail; /* NULL in the main window; in a footnote the trail */
    const char *path;  /* file of the page whose text is drawn, or "" */
    bool help;         /* that file is one of the on-line help */
};

/* "To-do 17", "27001 A.8.13", a page's or person's title. */
const char *reference_label(struct context *context, const char *ref,
    const char *kind, const char *title);

/* "To-do 17, Restore the Vale image store", for lists of links. */
const char *reference_full_label(struct context *context, const char *ref,
    const char *kind, const char *title);

/* The class attribute of a reference: `ref ref-todo is-done`. */
const char *reference_css(struct context *context, const char *kind,
    const char *status, bool present);

/* The address a reference opens at in this place. */
const char *reference_href(const struct place *place, const char *ref);

/* Fill the values REF_HREF, REF_CSS and REF_LABEL and show REF_FOOTNOTE (it
 * opens in the footnote window) in a row of a template. */
void reference_fill(const struct place *place, struct template_dictionary *row,
    const char *ref, const char *kind, const char *label, const char *status,
    bool present);

/* A markdown_resolve for the text of a page or record; `user` is a
 * struct place. */
void reference_resolve_markdown(
    void *user, const char *target, size_t line, struct markdown_link *link);

#endif
