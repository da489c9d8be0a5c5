/*
 * Targets of links and bare addresses, as they are written.
 *
 * Internal to the markup modules. Depends on base only.
 */
#ifndef DOMAIN_MARKUP_TARGET_H
#define DOMAIN_MARKUP_TARGET_H

#include "base/text.h"

struct markup_target {
    const char *target;
    const char *title;
};

/* The target and title of `text`, which begins behind the opening parenthesis
 * of a link; size with the closing one, 0 when it is no target. */
size_t markup_target_read(
    struct text text, struct text *target, struct text *title);

/* Undo escapes and entities of a target read. */
struct markup_target markup_target_clean(
    struct arena *arena, struct text target, struct text title);

/* Size of the address (http, https) at the head of `text`, without the marks
 * of the sentence around it; 0 when there is none. */
size_t markup_address_size(struct text text);

/* Size of `<address>` at the head of `text`, with its target; 0 when it is
 * none of http, https or mail. */
size_t markup_address_in_angles(
    struct arena *arena, struct text text, const char **target);

#endif
