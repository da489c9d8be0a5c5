/* A record in memory. */
#include "domain/record.h"

struct record record_create(struct arena *arena, const struct kind *kind)
{
    struct record record = {.kind = kind,
        .dated = "",
        .created_at = "",
        .changed_at = "",
        .changed_by = ""};

    record.values =
        arena_array(arena, kind->field_count + 1, sizeof *record.values);
    for (size_t i = 0; i < kind->field_count; i++)
        record.values[i] = "";
    for (size_t i = kind->status_count; i > 0 && kind->status >= 0; i--) {
        if (!kind->statuses[i - 1].retired)
            record.values[kind->status] = kind->statuses[i - 1].name;
    }
    return record;
}

const char *record_value(const struct record *record, int field)
{
    return field < 0 ? "" : record->values[field];
}

const char *record_value_of(const struct record *record, const char *field)
{
    return record_value(record, kind_field(record->kind, field));
}

const struct status *record_status(const struct record *record)
{
    return kind_status(
        record->kind, record_value(record, record->kind->status));
}

const char *record_ref(struct arena *arena, const struct record *record)
{
    struct builder ref = builder_create(arena);

    builder_put(&ref, record->kind->name);
    builder_byte(&ref, ':');
    builder_number(&ref, record->number);
    return builder_string(&ref);
}
