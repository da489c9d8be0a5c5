/* Errors as values. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>

struct error error_create(struct arena *arena)
{
    return (struct error){.arena = arena, .message = ""};
}

static __attribute__((format(printf, 4, 0))) void error_fill(
    struct error *error, enum error_code code, const char *field,
    const char *format, va_list arguments)
{
    va_list again;
    int size;
    char *message;

    va_copy(again, arguments);
    size = vsnprintf(NULL, 0, format, arguments);
    message = arena_alloc(error->arena, size < 0 ? 1 : (size_t)size + 1);
    if (size >= 0)
        vsnprintf(message, (size_t)size + 1, format, again);
    va_end(again);
    error->code = code;
    error->field = field == NULL ? NULL : arena_string(error->arena, field);
    error->message = message;
}

bool error_set(
    struct error *error, enum error_code code, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    error_fill(error, code, NULL, format, arguments);
    va_end(arguments);
    return false;
}

bool error_at(struct error *error, enum error_code code, const char *field,
    const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    error_fill(error, code, field, format, arguments);
    va_end(arguments);
    return false;
}

bool error_wrap(struct error *error, const char *context)
{
    error->message =
        arena_format(error->arena, "%s: %s", context, error->message);
    return false;
}
