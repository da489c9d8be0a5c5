/* A standard is either refused by line or complete. */
#include "domain/standard_file.h"
#include "standard_whole.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct standard_file file;

    if (standard_file_parse(
            arena, text_part((const char *)data, size), &file, &error))
        standard_must_be_whole(arena, &file);
    else if (error.code == ERROR_NONE || !string_begins(error.message, "line "))
        abort();
    arena_destroy(arena);
    return 0;
}
