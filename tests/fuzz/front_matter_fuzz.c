/* Any file either parses, with a body inside of it, or is refused in words. */
#include "domain/front_matter.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_matter(const struct front_matter *matter, struct text page)
{
    size_t lines = 1;

    if (matter->body > page.size)
        abort();
    for (size_t i = 0; i < matter->body; i++)
        lines += page.data[i] == '\n';
    if (matter->body_line > lines + 1 || matter->body_line < lines)
        abort();
    for (size_t i = 0; i < matter->count; i++) {
        const struct front_matter_entry *entry = &matter->entries[i];

        if (entry->key[0] == '\0' || entry->line >= matter->body_line ||
            !text_is_clean(text_of(entry->value), NULL) ||
            front_matter_value(matter, entry->key) != entry->value)
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct front_matter matter;
    char *copy = malloc(size == 0 ? 1 : size);

    if (copy == NULL)
        abort();
    memcpy(copy, data, size);
    if (front_matter_parse(arena, text_part(copy, size), &matter, &error))
        check_matter(&matter, text_part(copy, size));
    else if (error.code != ERROR_INVALID ||
             !string_begins(error.message, "line "))
        abort();
    free(copy);
    arena_destroy(arena);
    return 0;
}
