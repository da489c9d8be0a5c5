/* Values of fields that need no database: what is taken is taken again as the
 * same, and can be shown and ordered. */
#include "domain/field.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(struct arena *arena, const char *type, const char *input)
{
    struct context context = {.arena = arena};
    struct choice choices[] = {{.name = "a", .label = "A", .colour = ""},
        {.name = "b", .label = "B", .colour = ""}};
    struct field field = {.name = "x",
        .type = field_type_find(type),
        .choices = choices,
        .choice_count = 2,
        .unit = "EUR",
        .low = -HUGE_VAL,
        .high = HUGE_VAL};
    struct error error = error_create(arena);
    const char *value;
    const char *again;

    if (!field_check(&context, NULL, &field, input, &value, &error)) {
        if (error.message[0] == '\0')
            abort();
        return;
    }
    if (!field_check(&context, NULL, &field, value, &again, &error) ||
        strcmp(value, again) != 0)
        abort();
    if (!isfinite(field_amount(NULL, &field, value)) ||
        (value[0] != '\0' && field_show(arena, NULL, &field, value)[0] == '\0'))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const types[] = {"text", "markdown", "number", "percent",
        "money", "date", "moment", "duration", "yesno", "choice", "choices",
        "url", "role"};
    struct arena *arena = arena_create();

    if (size > 1)
        check(arena, types[data[0] % (sizeof types / sizeof *types)],
            text_string(arena, text_part((const char *)data + 1, size - 1)));
    arena_destroy(arena);
    return 0;
}
