/*
 * Code blocks, fenced and indented.
 *
 * Internal to the markup modules. Depends on base and domain/markup_document.
 */
#ifndef DOMAIN_MARKUP_CODE_H
#define DOMAIN_MARKUP_CODE_H

#include "base/text.h"
#include "domain/markup_document.h"
#include "domain/markup_lines.h"

/* Read the code block that begins with `first`, the first of `count` lines,
 * into `insert`; how many lines it took. */
size_t markup_code_read(struct arena *arena, const struct markup_line *first,
    size_t count, struct markup_insert *insert);

#endif
