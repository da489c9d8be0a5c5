/* The narrow index of records. */
#include "domain/record_index.h"

#include "base/crypto.h"
#include "domain/computation.h"
#include "domain/field.h"
#include "domain/record_rework.h"
#include "domain/rule_record.h"

#include <string.h>

/* Longer values are not filtered by, and sort alike from there on. */
enum { VALUE_SIZE = 200 };

bool record_index_has(const struct kind *kind, size_t field)
{
    const struct field *f = &kind->fields[field];
    enum field_control control = f->type->control;

    if ((int)field == kind->title || (int)field == kind->status ||
        (int)field == kind->owner || (int)field == kind->due || f->retired ||
        computation_is_live(f))
        return false;
    return f->listed || control == CONTROL_SELECT || control == CONTROL_RADIO ||
           control == CONTROL_PERSON;
}

const char *record_index_fingerprint(
    struct arena *arena, const struct record *record)
{
    struct builder text = builder_create(arena);

    for (size_t i = 0; i < record->kind->field_count; i++) {
        const struct field *field = &record->kind->fields[i];

        if (field->type->says && field->computed[0] == '\0' &&
            record->values[i][0] != '\0')
            builder_format(&text, "%s %zu\n%s\n", field->name,
                strlen(record->values[i]), record->values[i]);
    }
    return crypto_sha256(arena, text_part(text.data, text.size));
}

/* At most `size` bytes, and no half of a letter. */
static const char *head_of(struct arena *arena, const char *text, size_t size)
{
    if (strlen(text) <= size)
        return text;
    while (size > 0 && ((unsigned char)text[size] & 0xc0) == 0x80)
        size--;
    return arena_copy(arena, text, size);
}

static bool put_values(
    struct context *context, const struct record *record, struct error *error)
{
    const struct kind *kind = record->kind;

    for (size_t i = 0; i < kind->field_count; i++) {
        const char *value = record->values[i];

        /* Nobody looks for what is empty; a sorted column shows it, though. */
        if (record_index_has(kind, i) &&
            (value[0] != '\0' || kind->fields[i].listed) &&
            !database_run(context->db,
                "insert into record_value (kind, field, value, amount, "
                "record) values ($1, $2, $3, $4, $5)",
                VALUES(value_text(kind->name), value_text(kind->fields[i].name),
                    value_text(head_of(context->arena, value, VALUE_SIZE)),
                    value_real(field_amount(kind, &kind->fields[i], value)),
                    value_number(record->id)),
                error))
            return false;
    }
    return true;
}

static bool count_status(struct context *context, const struct kind *kind,
    const char *status, long long more, struct error *error)
{
    return database_run(context->db,
        "insert into record_tally (kind, status, count) values ($1, $2, $3) "
        "on conflict (kind, status) do update "
        "set count = record_tally.count + excluded.count",
        VALUES(value_text(kind->name), value_text(status), value_number(more)),
        error);
}

static bool tally(struct context *context, const struct record *record,
    const char *before, struct error *error)
{
    const char *status = record_value(record, record->kind->status);

    if (record->revision > 1 && string_equals(status, before))
        return true;
    return (record->revision == 1 ||
               count_status(context, record->kind, before, -1, error)) &&
           count_status(context, record->kind, status, 1, error);
}

static bool forget(struct context *context, long long id, struct error *error)
{
    return database_run(context->db,
               "delete from record_value where record = $1",
               VALUES(value_number(id)), error) &&
           database_run(context->db,
               "delete from record_remark where record = $1",
               VALUES(value_number(id)), error);
}

bool record_index_put(struct context *context, const struct record *record,
    const char *before, struct error *error)
{
    return (record->revision == 1 || forget(context, record->id, error)) &&
           put_values(context, record, error) &&
           rule_record_put(context, record, error) &&
           tally(context, record, before, error);
}

static bool rebuild_one(
    struct context *context, const struct record *record, struct error *error)
{
    const struct status *status = record_status(record);

    return forget(context, record->id, error) &&
           put_values(context, record, error) &&
           rule_record_put(context, record, error) &&
           database_run(context->db,
               "update record set closed = $2 where id = $1 and closed <> $2",
               VALUES(value_number(record->id),
                   value_number(status != NULL && status->closed)),
               error) &&
           database_run(context->db,
               "update item set fingerprint = $2 where id = $1 "
               "and fingerprint = ''",
               VALUES(value_number(record->id),
                   value_text(
                       record_index_fingerprint(context->arena, record))),
               error);
}

bool record_index_rebuild(
    struct context *context, const struct kind *kind, struct error *error)
{
    const struct kinds *kinds = context->site->kinds;

    if (kind != NULL)
        return record_rework(context, kind, rebuild_one, error);
    for (size_t i = 0; i < kinds->count; i++) {
        if (!record_rework(context, &kinds->kinds[i], rebuild_one, error))
            return false;
    }
    return database_run(context->db,
        "update link set fingerprint = (select fingerprint from item "
        "where item.id = link.target) where fingerprint = ''",
        NO_VALUES, error);
}
