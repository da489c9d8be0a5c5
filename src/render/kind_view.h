/*
 * What is shown of kinds of record beside their forms: the list of all, the
 * fields of one, its history, and what was saved meanwhile.
 */
#ifndef RENDER_KIND_VIEW_H
#define RENDER_KIND_VIEW_H

#include "domain/kind_history.h"
#include "domain/kind_use.h"
#include "render/template.h"

/* "/admin/kinds/permit" with what stands after it. */
const char *kind_view_address(
    struct arena *arena, const char *kind, const char *rest);

/* Where it came from: section MADE, CHANGED or SHIPPED. */
void kind_view_fill_origin(
    struct template_dictionary *row, const char *origin, long long own);

/* Row KIND of kinds.tpl. */
void kind_view_fill_summary(struct context *context,
    const struct kind_summary *summary, struct template_dictionary *row);

/* Rows FIELD of kind.tpl. */
void kind_view_fill_fields(struct context *context, const struct kind *kind,
    struct template_dictionary *page);

/* Revisions as history_list.tpl, included as HISTORY; `named` says which kind
 * each is of. */
void kind_view_fill_history(struct context *context,
    const struct kind_revision *revisions, size_t count, bool named,
    struct template_dictionary *page);

#endif
