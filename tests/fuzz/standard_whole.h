/* What holds of every standard that a parser let through. */
#ifndef TESTS_FUZZ_STANDARD_WHOLE_H
#define TESTS_FUZZ_STANDARD_WHOLE_H

#include "base/map.h"
#include "domain/clause_kind.h"
#include "domain/standard_build.h"

#include <stdlib.h>

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

#endif
