/*
 * Errors as values: what went wrong, in a sentence fit for the user.
 *
 * A function that can fail returns bool and takes `struct error *` last. On
 * failure it has set the error once; on success it leaves it alone. The layer
 * that talks to people (web/response, command/main) decides how it is shown.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "base/arena.h"

#include <stdbool.h>

enum error_code {
    ERROR_NONE,
    ERROR_INVALID,   /* the input is wrong; field or place says where */
    ERROR_MISSING,   /* what was asked for does not exist */
    ERROR_FORBIDDEN, /* the person may not do this */
    ERROR_CONFLICT,  /* somebody else changed it meanwhile, or it exists */
    ERROR_TOO_LARGE, /* over a limit, which the message names */
    ERROR_BUSY,      /* locked or full: try again later */
    ERROR_SCHEMA,    /* the site's schema is not the program's */
    ERROR_SYSTEM     /* the system or this program failed */
};

struct error {
    struct arena *arena; /* where messages are kept; set by the caller */
    enum error_code code;
    const char *field;   /* form field or "file:line" it concerns, or NULL */
    const char *message; /* one sentence, says what to do where it can */
};

/* A clean error whose messages live in `arena`. */
struct error error_create(struct arena *arena);

/* Set code and message; always returns false, for `return error_set(...)`. */
bool error_set(struct error *error, enum error_code code, const char *format,
    ...) __attribute__((format(printf, 3, 4)));

/* The same, naming the field or place. */
bool error_at(struct error *error, enum error_code code, const char *field,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Put "context: " before the message; returns false. */
bool error_wrap(struct error *error, const char *context);

#endif
