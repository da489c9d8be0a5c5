/* A standard is either refused by line or complete. */
#include "domain/clause_kind.h"
#include "domain/standard_file.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct standard_file *file)
{
    if (file->id[0] == '\0' || file->number[0] == '\0' ||
        file->name[0] == '\0' || file->title[0] == '\0' ||
        file->clause_count == 0)
        abort();
    for (size_t i = 0; i < file->clause_count; i++) {
        const struct standard_file_clause *clause = &file->clauses[i];
        bool known = clause->parent[0] == '\0';

        for (size_t p = 0; p < i && !known; p++)
            known = string_equals(file->clauses[p].id, clause->parent);
        if (!known || clause->id[0] == '\0' || clause->kind[0] == '\0' ||
            clause->heading[0] == '\0' ||
            clause->expectation_count > STANDARD_EXPECTATION_LIMIT ||
            clause->detail_count > STANDARD_DETAIL_LIMIT)
            abort();
        if (!standard_kind_asks(clause->kind) &&
            clause->expectation_count + clause->detail_count > 0)
            abort();
        if (string_equals(clause->kind, "item") &&
            !string_begins(clause->id, clause->parent))
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct standard_file file;

    if (standard_file_parse(
            arena, text_part((const char *)data, size), &file, &error))
        check(&file);
    else if (error.code == ERROR_NONE || !string_begins(error.message, "line "))
        abort();
    arena_destroy(arena);
    return 0;
}
