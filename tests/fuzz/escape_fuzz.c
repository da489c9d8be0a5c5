/* What is encoded for an address is decoded to what it was, and what is decoded
 * is the same after it was encoded again. */
#include "base/escape.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void comes_back(struct arena *arena, struct text text)
{
    struct builder out = builder_create(arena);
    struct text again;

    escape_url(&out, text, "/");
    if (!escape_undo_url(arena, text_of(builder_string(&out)), &again) ||
        again.size != text.size ||
        memcmp(again.data, text.data, text.size) != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct text text = text_part((const char *)data, size);
    struct text plain;

    if (size > 0) {
        comes_back(arena, text);
        if (escape_undo_url(arena, text, &plain) && plain.size > 0)
            comes_back(arena, plain);
    }
    arena_destroy(arena);
    return 0;
}
