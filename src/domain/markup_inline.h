/*
 * Links, code spans and the like within a paragraph.
 *
 * Internal to the markup modules: copies a paragraph's words to the prepared
 * text with markers in place of all that the Markdown library must not see.
 * Depends on base and domain/markup_document.
 */
#ifndef DOMAIN_MARKUP_INLINE_H
#define DOMAIN_MARKUP_INLINE_H

#include "domain/markup_state.h"

struct markup_words {
    struct text text; /* lines with line ends between them */
    size_t line;      /* of the first one, in the file */
    size_t depth;     /* quotation marks before every line but the first */
};

/* Copy `words` to `out`, keeping the links found. */
void markup_inline_copy(
    struct markup_state *state, struct markup_words words, struct builder *out);

#endif
