/*
 * Pages of the manual for people: control line, sections with what they meet,
 * what refers to them, history; and the help pages, which are pages without
 * control.
 */
#ifndef RENDER_PAGE_VIEW_H
#define RENDER_PAGE_VIEW_H

#include "domain/page.h"
#include "domain/person.h"
#include "render/reference_view.h"

struct page_view {
    struct place place;
    const struct page *page;
    const struct person *person; /* NULL when nobody is signed in */
    bool may_approve;
    bool may_edit;
    bool approved_now; /* say that it has just been approved */
};

/* Fill page.tpl. A page that cannot be shown says why instead. */
bool page_view_fill(const struct page_view *view,
    struct template_dictionary *body, struct error *error);

/* Fill SECTION rows (section.tpl) from the Markdown text of a file, front
 * matter included: for pages, help and home alike. */
bool page_view_fill_text(const struct place *place, struct text content,
    struct template_dictionary *body, struct error *error);

/* Fill page_history.tpl. */
bool page_view_fill_history(const struct page_view *view, long long offset,
    struct template_dictionary *body, struct error *error);

/* Fill page_revision.tpl: what changed in one revision of the page's text.
 * ERROR_MISSING when there is none with that number. */
bool page_view_fill_revision(const struct page_view *view, long long number,
    struct template_dictionary *body, struct error *error);

/* "3.2, approved", "draft, changed since 3.1 was approved" ... */
const char *page_view_state(struct arena *arena, const struct page *page);

#endif
