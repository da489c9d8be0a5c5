/*
 * Links, code spans and the like within a paragraph.
 *
 * Internal to the markup modules: copies a paragraph's words to the prepared
 * text with markers in place of all that the Markdown library must not see.
 * Depends on base and domain/markup.
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

/* Size of the code span at the head of `text`, of which the first byte is a
 * tick; 0 when it does not end. */
size_t markup_code_size(struct text text);

/* The target and title of `text`, which begins behind the opening parenthesis
 * of a link; size with the closing one, 0 when it is no target. */
size_t markup_target_read(
    struct text text, struct text *target, struct text *title);

/* Undo escapes and entities of a target read. */
struct markup_target markup_target_clean(
    struct arena *arena, struct text target, struct text title);

#endif
