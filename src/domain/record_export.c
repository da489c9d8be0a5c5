/* CSV and JSON. */
#include "domain/record_export.h"

#include "base/escape.h"
#include "domain/field_types.h"

#include <string.h>

void record_export_csv_head(struct builder *out, const struct kind *kind)
{
    builder_put(out, "number");
    for (size_t i = 0; i < kind->field_count; i++) {
        builder_byte(out, ',');
        escape_csv(out, text_of(kind->fields[i].name));
    }
    builder_put(out, "\r\n");
}

/* `-3.50`, or `-3.50 EUR`. */
static bool is_number(const char *value)
{
    value += *value == '-';
    if (*value < '0' || *value > '9')
        return false;
    value += strspn(value, "0123456789");
    if (*value == '.')
        value += 1 + strspn(value + 1, "0123456789");
    if (*value == ' ' && strlen(value) == 4)
        value += 1 + strspn(value + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return *value == '\0';
}

/* A number below zero is one, not the formula that a text with its sign in
 * front might be. */
static void put_csv(
    struct builder *out, const struct field *field, const char *value)
{
    if (field->type->amount == field_amount_number && is_number(value))
        builder_put(out, value);
    else
        escape_csv(out, text_of(value));
}

void record_export_csv_row(struct builder *out, const struct record *record)
{
    builder_format(out, "%lld", record->number);
    for (size_t i = 0; i < record->kind->field_count; i++) {
        builder_byte(out, ',');
        put_csv(out, &record->kind->fields[i], record->values[i]);
    }
    builder_put(out, "\r\n");
}

/* What is kept of a record leaves out what changes by itself; here it is
 * told as it is today, as in a row of CSV. */
static void put_values(struct builder *out, const struct record *record)
{
    const char *before = "{";

    for (size_t i = 0; i < record->kind->field_count; i++) {
        if (record->values[i][0] == '\0')
            continue;
        builder_put(out, before);
        escape_json(out, text_of(record->kind->fields[i].name));
        builder_byte(out, ':');
        escape_json(out, text_of(record->values[i]));
        before = ",";
    }
    builder_put(out, before[0] == '{' ? "{}" : "}");
}

void record_export_json(struct builder *out, const struct record *record)
{
    builder_put(out, "{\"ref\":");
    builder_format(out, "\"%s:%lld\",\"number\":%lld,\"revision\":%lld",
        record->kind->name, record->number, record->number, record->revision);
    builder_put(out, ",\"changed_at\":");
    escape_json(out, text_of(record->changed_at));
    builder_put(out, ",\"values\":");
    put_values(out, record);
    builder_byte(out, '}');
}
