/* What is taken is written back as it was, and claims to be a reference. */
#include "domain/reference.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct text text = text_part((const char *)data, size);
    struct reference reference;

    if (reference_parse(arena, text, &reference, &error)) {
        const char *again = reference_format(arena, &reference);

        if (!text_equals(text, again) || !text_is_clean(text, NULL) ||
            !reference_is_claimed(text) || error.code != ERROR_NONE)
            abort();
    } else if (error.code != ERROR_INVALID || error.message[0] == '\0' ||
               !text_is_clean(text_of(error.message), NULL)) {
        abort();
    }
    arena_destroy(arena);
    return 0;
}
