/* A standard is refused in words or whole, whichever parser reads it. */
#ifndef TESTS_FUZZ_STANDARD_FUZZ_H
#define TESTS_FUZZ_STANDARD_FUZZ_H

#include "base/map.h"
#include "domain/clause_kind.h"
#include "domain/standard_naming.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef bool standard_parser(struct arena *arena, struct text content,
    const struct standard_naming *naming, struct standard_file *file,
    struct error *error);

/* What holds of every standard that was let through. */
static inline void standard_must_be_whole(
    struct arena *arena, const struct standard_file *file)
{
    struct map *above = map_create(arena);

    if (file->id[0] == '\0' || file->number[0] == '\0' ||
        file->name[0] == '\0' || file->title[0] == '\0' ||
        file->clause_count == 0)
        abort();
    for (size_t i = 0; i < file->clause_count; i++) {
        const struct standard_file_clause *clause = &file->clauses[i];

        if (clause->id[0] == '\0' || clause->kind[0] == '\0' ||
            clause->heading[0] == '\0' ||
            clause->expectation_count > STANDARD_EXPECTATION_LIMIT ||
            clause->detail_count > STANDARD_DETAIL_LIMIT)
            abort();
        if (clause->parent[0] != '\0' && map_get(above, clause->parent) == NULL)
            abort();
        if (map_get(above, clause->id) != NULL)
            abort();
        if (!standard_kind_asks(clause->kind) &&
            clause->expectation_count + clause->detail_count > 0)
            abort();
        if (string_equals(clause->kind, "item") &&
            !string_begins(clause->id, clause->parent))
            abort();
        if (!text_is_clean(text_of(clause->heading), NULL) ||
            !text_is_clean(text_of(clause->asks), NULL))
            abort();
        map_set(above, clause->id, above);
    }
}

/* A message begins with `begins`. */
static inline void standard_fuzz(
    standard_parser *parse, struct text content, const char *begins)
{
    const struct standard_naming naming = {
        .id = "", .name = "", .title = "", .file = "seed"};
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct standard_file file;

    if (parse(arena, content, &naming, &file, &error))
        standard_must_be_whole(arena, &file);
    else if (error.code == ERROR_NONE || error.message[0] == '\0' ||
             !string_begins(error.message, begins))
        abort();
    arena_destroy(arena);
}

/* The same for a parser that is given clean text only. */
static inline void standard_fuzz_clean(
    standard_parser *parse, struct text content, const char *begins)
{
    if (text_is_clean(content, NULL))
        standard_fuzz(parse, content, begins);
}

#endif
