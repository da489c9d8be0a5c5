/* Choices that are taken can be written and read again as the same; bounds
 * that are taken have an order. */
#include "domain/kind_parse.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_choices(struct arena *arena, const char *text)
{
    struct error error = error_create(arena);
    struct choice *choices;
    struct choice *again;
    size_t count;
    size_t count_again;

    if (!kind_parse_choices(arena, text, &choices, &count, &error)) {
        if (error.message[0] == '\0')
            abort();
        return;
    }
    if (!kind_parse_choices(arena, kind_write_choices(arena, choices, count),
            &again, &count_again, &error) ||
        count != count_again)
        abort();
    for (size_t i = 0; i < count; i++) {
        if (strcmp(choices[i].name, again[i].name) != 0 ||
            strcmp(choices[i].label, again[i].label) != 0 ||
            strcmp(choices[i].colour, again[i].colour) != 0 ||
            choices[i].retired != again[i].retired)
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    const char *text = text_string(arena, text_part((const char *)data, size));
    double low;
    double high;

    check_choices(arena, text);
    if (kind_parse_bounds(text, &low, &high, &error) ? !(low <= high)
                                                     : error.message[0] == '\0')
        abort();
    arena_destroy(arena);
    return 0;
}
