/* A file of texts is either refused by line or each clause has its own. */
#include "base/text.h"
#include "domain/clause_text.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct clause_text *texts;
    size_t count;

    if (clause_text_parse(arena, text_part((const char *)data, size), &texts,
            &count, &error)) {
        for (size_t i = 0; i < count; i++) {
            if (texts[i].clause[0] == '\0' || texts[i].words[0] == '\0')
                abort();
        }
        if (count == 0)
            abort();
    } else if (!string_begins(error.message, "line ")) {
        abort();
    }
    arena_destroy(arena);
    return 0;
}
