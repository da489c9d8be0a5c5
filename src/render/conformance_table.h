/*
 * The clauses of one or several standards as parts with a table each.
 */
#ifndef RENDER_CONFORMANCE_TABLE_H
#define RENDER_CONFORMANCE_TABLE_H

#include "render/conformance_rows.h"
#include "render/conformance_scene.h"

/* Fill COLUMN, HEAD and PART rows. With `open` every part is open, else those
 * that are short and have something to do. */
void conformance_table_fill(const struct scene *scene,
    const struct conformance_rows *table, bool open,
    struct template_dictionary *page);

#endif
