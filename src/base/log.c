/* The log. */
#include "base/log.h"

#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>

void log_line(const char *format, ...)
{
    va_list arguments;
    va_list again;
    struct arena *arena;
    char *line;
    int size;

    va_start(arguments, format);
    va_copy(again, arguments);
    size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0) {
        va_end(again);
        return;
    }
    arena = arena_create();
    line = arena_alloc(arena, (size_t)size + 1);
    vsnprintf(line, (size_t)size + 1, format, again);
    va_end(again);
    for (char *p = line; *p != '\0'; p++) {
        if ((unsigned char)*p < 0x20 || *p == 0x7f)
            *p = '?';
    }
    fprintf(stderr, "ims: %s\n", line);
    arena_destroy(arena);
}
