/*
 * Forms and query strings: application/x-www-form-urlencoded, strictly.
 *
 * Names and values come out as clean C strings in the arena: valid UTF-8,
 * no control characters but tab and line feed in values (CR LF becomes LF)
 * and none at all in names. Fields keep the order they were sent in.
 */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

struct form_field {
    const char *name;
    const char *value;
};

struct form {
    const struct form_field *fields;
    size_t count;
};

enum { FORM_FIELDS = 1000, FORM_NAME_SIZE = 200, FORM_VALUE_SIZE = 512 * 1024 };

struct form_limits {
    size_t fields;
    size_t name_size;  /* bytes after decoding */
    size_t value_size; /* bytes after decoding */
};

/* Read `text` into `form`; `limits` NULL means the constants above. Refuses, by
 * field: %-escapes without two hex digits, NUL, what is not UTF-8, control
 * characters, a field without a name (ERROR_INVALID), and what is over a
 * limit (ERROR_TOO_LARGE). Empty parts (`a=1&&b=2`) are skipped. */
bool form_parse(struct arena *arena, struct text text,
    const struct form_limits *limits, struct form *form, struct error *error);

/* The first value of the name, or "". */
const char *form_value(const struct form *form, const char *name);

/* Was the field sent at all? */
bool form_has(const struct form *form, const char *name);

/* The values of a name one after the other, for lists of boxes: start with
 * `*position` 0; NULL when there are no more. */
const char *form_next(
    const struct form *form, const char *name, size_t *position);

#endif
