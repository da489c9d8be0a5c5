/* A table of clauses is either refused by line or complete. */
#include "domain/standard_csv.h"
#include "standard_whole.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct standard_naming naming = {
        .id = "", .name = "", .title = "", .file = "seed"};
    struct text content = text_part((const char *)data, size);
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct standard_file file;

    if (!text_is_clean(content, NULL)) {
        arena_destroy(arena);
        return 0;
    }
    if (standard_csv_parse(arena, content, &naming, &file, &error))
        standard_must_be_whole(arena, &file);
    else if (error.code == ERROR_NONE ||
             !(string_begins(error.message, "line ")))
        abort();
    arena_destroy(arena);
    return 0;
}
