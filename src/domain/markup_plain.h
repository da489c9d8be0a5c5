/*
 * Inline Markdown to plain words, and character entities.
 *
 * Internal to the markup modules and the renderer. Depends on base only.
 */
#ifndef DOMAIN_MARKUP_PLAIN_H
#define DOMAIN_MARKUP_PLAIN_H

#include "base/text.h"

/* A character that a backslash may stand before. */
bool markup_is_punctuation(char c);

/* Size of the character entity at the head of `text` (`&amp;`, `&#8211;`), 0
 * when there is none that HTML knows; the character itself, as UTF-8, goes to
 * `character` with a NUL, unless that is NULL. */
size_t markup_entity(struct text text, char character[5]);

/* The words a reader sees: emphasis, code ticks and link targets taken away,
 * escapes and entities undone, white space runs made one space. */
const char *markup_plain(struct arena *arena, struct text text);

/* White space runs made one space, entities undone, nothing else. */
const char *markup_unfold(struct arena *arena, struct text text);

/* Backslash escapes and entities undone, as in an address. */
const char *markup_unescape(struct arena *arena, struct text text);

#endif
