/*
 * A bar of verdicts: shares of a whole, told apart by shape as well as colour.
 */
#ifndef RENDER_VERDICT_BAR_H
#define RENDER_VERDICT_BAR_H

#include "domain/conformance_result.h"
#include "render/template.h"

/* Fill the include `{{>BAR}}` of the row with bar.tpl, so many units wide and
 * high. Shares too small to be seen are drawn wider than they are; without any
 * items nothing is drawn. */
void verdict_bar_fill(struct arena *arena, struct template_dictionary *row,
    const size_t totals[VERDICT_COUNT], int width, int height);

#endif
