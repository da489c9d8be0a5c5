/*
 * What the columns of the AIL-SOA say of an idea, as plain text.
 */
#ifndef RENDER_SOA_COLUMNS_H
#define RENDER_SOA_COLUMNS_H

#include "render/soa_scene.h"

struct soa_column {
    const char *name;    /* in CSV */
    const char *heading; /* in the spreadsheet; NULL: not there */
    double width;        /* there, in characters */
    const char *(*value)(
        const struct soa_view *view, const struct soa_idea *idea);
};

/* All of them, in order. */
const struct soa_column *soa_columns(size_t *count);

#endif
