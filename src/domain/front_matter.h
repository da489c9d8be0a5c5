/*
 * The front matter of a manual page: `key: value` lines between two `---`
 * lines at the head of the file.
 *
 * Only what pages need of YAML: one value a line, in quotes or not. Comments,
 * indented lines and list items below a key are passed over, so that pages
 * kept for other programs can be read. Depends on base only.
 */
#ifndef DOMAIN_FRONT_MATTER_H
#define DOMAIN_FRONT_MATTER_H

#include "base/error.h"
#include "base/text.h"

struct front_matter_entry {
    const char *key;
    const char *value; /* trimmed, surrounding quotes removed; may be "" */
    size_t line;       /* counted from 1 */
};

struct front_matter {
    struct front_matter_entry *entries; /* in the order of the page */
    size_t count;
    size_t body;      /* offset of the first byte after the block */
    size_t body_line; /* line on which the body begins, counted from 1 */
};

/* Read the block at the head of `page`, which is the whole file. A page
 * without one gives no entries and a body that begins at 0. The entries live
 * in the arena. Fails with ERROR_INVALID, naming the line, when the block does
 * not end, a key stands twice or a line has no colon. */
bool front_matter_parse(struct arena *arena, struct text page,
    struct front_matter *out, struct error *error)
    __attribute__((warn_unused_result));

/* The value of `key`, "" when the page does not give it. */
const char *front_matter_value(
    const struct front_matter *matter, const char *key);

#endif
