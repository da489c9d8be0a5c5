/*
 * What a text still has that a finished one has not: words that stand for
 * others, and boxes that tell the writer what to put.
 *
 * A pure scanner beside domain/markup; it looks at no code, comments, tables in
 * HTML or addresses of links. Depends on base only.
 */
#ifndef DOMAIN_MARKUP_REMARK_H
#define DOMAIN_MARKUP_REMARK_H

#include "base/text.h"

enum markup_remark_kind {
    MARKUP_REMARK_PLACEHOLDER, /* TODO, [insert name], <name> */
    MARKUP_REMARK_INSTRUCTION  /* a box `> [!INSTRUCTION]` */
};

struct markup_remark {
    enum markup_remark_kind kind;
    size_t line; /* in the file */
    const char *words;
};

enum { MARKUP_REMARK_LIMIT = 50 }; /* of one text; more say nothing new */

/* Find them in a body that passed markup_check(). Placeholders are `words`
 * (space separated; one written in small letters is found in any case), what
 * stands in angle brackets, and what stands in square brackets, begins with
 * "insert" and is no link. What a box says is not looked at. `remarks` has room
 * for MARKUP_REMARK_LIMIT; gives how many there are. */
size_t markup_remark_find(struct arena *arena, struct text body,
    size_t first_line, const char *words, struct markup_remark *remarks);

#endif
