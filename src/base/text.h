/*
 * Text: slices for parsers, a builder for output, and UTF-8.
 *
 * A `struct text` points into memory somebody else owns and need not end in
 * NUL. Finished values elsewhere in the program are C strings in an arena:
 * valid UTF-8 without NUL, checked where they came in. A builder lives in an
 * arena and grows as needed; its bytes are followed by a NUL at all times.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

struct text {
    const char *data;
    size_t size;
};

struct builder {
    struct arena *arena;
    char *data;
    size_t size;
    size_t capacity;
};

/* A slice of a whole C string (NULL is empty). */
struct text text_of(const char *string);
struct text text_part(const char *data, size_t size);
bool text_equals(struct text text, const char *string);
bool text_begins(struct text text, const char *prefix);
/* The slice without white space at both ends. */
struct text text_trim(struct text text);
/* Cut the part before the first `separator` off the front of `rest`; false
 * when nothing is left. The last part has no separator after it. */
bool text_next(struct text *rest, char separator, struct text *part);
/* A C string copy in the arena. */
char *text_string(struct arena *arena, struct text text);
/* Whether the slice is decimal digits only, and its value when it fits. */
bool text_number(struct text text, long long *value);

/* C strings. */
bool string_equals(const char *a, const char *b);
bool string_begins(const char *string, const char *prefix);
bool string_ends(const char *string, const char *suffix);
bool string_empty(const char *string); /* NULL or "" */

/* Valid UTF-8 without NUL or control characters other than tab, LF and CR?
 * When not, `offset` (may be NULL) gets the first bad byte's place. */
bool text_is_clean(struct text text, size_t *offset);

/* A copy with CR LF and lone CR turned to LF, without spaces at line ends'
 * loss: nothing else changes. */
char *text_unix(struct arena *arena, struct text text);

/* The anchor of a heading: lower case ASCII letters and digits, other ASCII
 * runs as one `-`, bytes from 0x80 kept; "section" when nothing is left. */
char *text_slug(struct arena *arena, struct text text);

struct builder builder_create(struct arena *arena);
/* Make room for so many bytes at once, where they can be foreseen. */
void builder_reserve(struct builder *builder, size_t more);
void builder_add(struct builder *builder, const char *data, size_t size);
void builder_text(struct builder *builder, struct text text);
void builder_put(struct builder *builder, const char *string);
void builder_byte(struct builder *builder, char byte);
void builder_number(struct builder *builder, long long number); /* decimal */
void builder_format(struct builder *builder, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The bytes so far as a C string; "" when empty. Owned by the arena. */
const char *builder_string(const struct builder *builder);

#endif
