/*
 * Markdown as written: its headings and links, and whether it may be rendered.
 *
 * A pure scanner: it reads text and resolves nothing. It alone decides what a
 * heading, a link or code is; the renderer works from markup_prepare(), which
 * is the same pass, so that what is recorded of a page and what is shown of it
 * cannot differ. Depends on base only.
 */
#ifndef DOMAIN_MARKUP_H
#define DOMAIN_MARKUP_H

#include "base/error.h"
#include "base/text.h"
#include "domain/markup_document.h"

/* Limits that keep rendering short: size of the body, clean UTF-8, nesting,
 * size of a block and of a word, special characters in a block. `first_line`
 * is the line of the file on which the body begins. Fails with ERROR_INVALID
 * or ERROR_TOO_LARGE naming line, limit and remedy. */
bool markup_check(struct text body, size_t first_line, struct error *error)
    __attribute__((warn_unused_result));

/* Find headings and links of a body that passed markup_check(). Links in code,
 * comments and headings are none, and neither are bare addresses. Everything
 * in `out` lives in the arena. */
void markup_scan(struct arena *arena, struct text body, size_t first_line,
    struct markup *out);

/* The body made ready for rendering. A paragraph that consists of `meets:`
 * links only is left out. Everything in `out` lives in the arena. */
void markup_prepare(struct arena *arena, struct text body, size_t first_line,
    struct markup_document *out);

#endif
