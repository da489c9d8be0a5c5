/*
 * Charts of how the records of a kind are spread: bars, and the same numbers
 * as a table.
 */
#ifndef RENDER_STATISTICS_VIEW_H
#define RENDER_STATISTICS_VIEW_H

#include "domain/record.h"
#include "render/template.h"

/* Draw the kind's charts as rows CHART of the page (statistics.tpl). `list` is
 * the address of the kind's list, where the numbers lead to. */
bool statistics_view_fill(struct context *context, const struct kind *kind,
    const char *list, struct template_dictionary *page, struct error *error);

#endif
