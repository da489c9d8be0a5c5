/*
 * Blocks of a body: sections, paragraphs, code, tables, notes.
 *
 * Internal to the markup modules: the one pass behind markup_scan() and
 * markup_prepare(). Depends on base and domain/markup_document.
 */
#ifndef DOMAIN_MARKUP_BLOCK_H
#define DOMAIN_MARKUP_BLOCK_H

#include "base/text.h"
#include "domain/markup_document.h"

/* Read the body into `out`; headings get no slug or level to show yet. */
void markup_blocks_read(struct arena *arena, struct text body,
    size_t first_line, struct markup_document *out);

#endif
