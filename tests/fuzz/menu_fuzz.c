/* Every entry that is taken has a label and leads to a page or an address of
 * the site. */
#include "domain/menu.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must_be_fine(const struct menu_entry *entry)
{
    if (entry->label[0] == '\0' ||
        !text_is_clean(text_of(entry->label), NULL) ||
        strchr(entry->address, '\n') != NULL)
        abort();
    if (entry->page[0] == '\0' &&
        (entry->address[0] != '/' || entry->address[1] == '/'))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct menu_entry *entries;
    size_t count;

    if (menu_parse(arena, text_part((const char *)data, size), &entries, &count,
            &error)) {
        for (size_t i = 0; i < count; i++)
            must_be_fine(&entries[i]);
    } else if (error.code != ERROR_INVALID ||
               !string_begins(error.message, "menu.txt:") ||
               !text_is_clean(text_of(error.message), NULL)) {
        abort();
    }
    arena_destroy(arena);
    return 0;
}
