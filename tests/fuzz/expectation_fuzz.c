/* Whatever is taken can be explained, dated, and read again as written. */
#include "domain/expectation.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct expectation expectation;
    struct expectation again;

    if (expectation_parse(
            arena, text_part((const char *)data, size), &expectation, &error)) {
        const char *oldest =
            expectation_oldest(arena, &expectation, "2026-11-21");

        if (expectation_explain(arena, &expectation, NULL)[0] == '\0' ||
            strcmp(oldest, "2026-11-21") >= 0 ||
            (oldest[0] == '\0') != (expectation.unit == UNIT_NONE))
            abort();
        if (!expectation_parse(
                arena, text_of(expectation.words), &again, &error) ||
            strcmp(again.kinds, expectation.kinds) != 0 ||
            strcmp(again.statuses, expectation.statuses) != 0 ||
            again.at_least != expectation.at_least ||
            again.within != expectation.within)
            abort();
    } else if (error.code == ERROR_NONE || error.message[0] == '\0') {
        abort();
    }
    arena_destroy(arena);
    return 0;
}
