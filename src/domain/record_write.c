/* Writing records, within a transaction. */
#include "domain/record_write.h"

#include "base/clock.h"
#include "base/escape.h"
#include "domain/computation.h"
#include "domain/history.h"
#include "domain/link.h"
#include "domain/record_index.h"
#include "domain/record_link.h"
#include "domain/resolve.h"
#include "domain/search.h"
#include "domain/sent.h"

void record_write_values(struct builder *out, const struct record *record)
{
    bool first = true;

    builder_byte(out, '{');
    for (size_t i = 0; i < record->kind->field_count; i++) {
        if (record->values[i][0] == '\0' ||
            computation_is_live(&record->kind->fields[i]))
            continue;
        if (!first)
            builder_byte(out, ',');
        first = false;
        escape_json(out, text_of(record->kind->fields[i].name));
        builder_byte(out, ':');
        escape_json(out, text_of(record->values[i]));
    }
    builder_byte(out, '}');
}

bool record_equal(const struct record *a, const struct record *b)
{
    for (size_t i = 0; i < a->kind->field_count; i++) {
        if (!computation_is_live(&a->kind->fields[i]) &&
            !string_equals(a->values[i], b->values[i]))
            return false;
    }
    return true;
}

static bool put_search(
    struct context *context, const struct record *record, struct error *error)
{
    struct builder body = builder_create(context->arena);
    const struct kind *kind = record->kind;

    builder_format(&body, "%s %lld\n", kind->label, record->number);
    for (size_t i = 0; i < kind->field_count; i++) {
        if ((int)i != kind->title && (int)i != kind->status) {
            builder_put(&body, record->values[i]);
            builder_byte(&body, '\n');
        }
    }
    return (record->revision == 1 ? search_add : search_put)(context,
        record_ref(context->arena, record), kind->name,
        record_value(record, kind->title), builder_string(&body), error);
}

static bool next_number(
    struct context *context, struct record *record, struct error *error)
{
    record->number = 0;
    return database_number(context->db,
        "select coalesce(max(number), 0) + 1 from record where kind = $1",
        VALUES(value_text(record->kind->name)), &record->number, error);
}

static bool write_record(struct context *context, struct record *record,
    const char *json, struct error *error)
{
    const struct kind *kind = record->kind;
    const char *dated = record_value_of(record, kind->dated);
    const char *due = record_value(record, kind->due);
    const struct status *status = record_status(record);

    record->dated = clock_date(context->arena, dated);
    return database_run(context->db,
        "insert into record (id, kind, number, title, status, owner, due, "
        "dated, value, revision, created_at, changed_at, changed_by, closed, "
        "due_order, evidence_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
        "$10, $11, $11, $12, $13, $14, $15) "
        "on conflict (id) do update set title = excluded.title, "
        "status = excluded.status, owner = excluded.owner, "
        "due = excluded.due, dated = excluded.dated, value = excluded.value, "
        "revision = excluded.revision, changed_at = excluded.changed_at, "
        "changed_by = excluded.changed_by, closed = excluded.closed, "
        "due_order = excluded.due_order, "
        "evidence_on = case when excluded.dated <> '' "
        "then excluded.evidence_on else substr(record.created_at, 1, 10) end",
        VALUES(value_number(record->id), value_text(kind->name),
            value_number(record->number),
            value_text(record_value(record, kind->title)),
            value_text(record_value(record, kind->status)),
            value_text(record_value(record, kind->owner)), value_text(due),
            value_text(record->dated), value_text(json),
            value_number(record->revision), value_text(context->now),
            value_text(context->person),
            value_number(status != NULL && status->closed),
            value_text(due[0] == '\0' ? "~" : due),
            value_text(record->dated[0] == '\0'
                           ? clock_date(context->arena, context->now)
                           : record->dated)),
        error);
}

/* Is the record still at the revision it was opened on? Says whether there is
 * anything to write. */
static bool check_revision(struct context *context, const struct record *record,
    const char **status, bool *same, struct error *error)
{
    struct record present;
    bool found;

    *status = "";
    *same = false;
    if (record->revision == 0)
        return true;
    if (!record_read(
            context, record->kind, record->number, &present, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING, "There is no %s %lld.",
            record->kind->name, record->number);
    if (present.revision != record->revision)
        return error_set(error, ERROR_CONFLICT,
            "Somebody saved revision %lld while you were writing.",
            present.revision);
    *status = record_value(&present, present.kind->status);
    *same = record_equal(&present, record);
    return true;
}

/* All that there is of the record, at its next revision. */
static bool write_whole(struct context *context, struct record *record,
    const char *before, const char *json, const char *why, struct error *error)
{
    record->revision++;
    return resolve_put_item(context, record_ref(context->arena, record),
               record->kind->name, record_value(record, record->kind->title),
               record_index_fingerprint(context->arena, record), &record->id,
               error) &&
           write_record(context, record, json, error) &&
           record_link_put(
               context, record->kind, record->id, record->values, error) &&
           (record->revision == 1 || link_mark(context, record->id, error)) &&
           record_index_put(context, record, before, error) &&
           put_search(context, record, error) &&
           history_add(context, record->id, record->revision,
               record->revision == 1 ? "created" : "changed", why, json, error);
}

/* A new one; or, when the same form made it already, that: at revision 0, for
 * nothing is written. */
static bool write_new(struct context *context, struct record *record,
    const char *json, const char *why, struct error *error)
{
    const char *key = sent_key(context, record->kind->name, json);

    if (!sent_find(context, key, &record->id, error))
        return false;
    if (record->id == 0)
        return next_number(context, record, error) &&
               write_whole(context, record, "", json, why, error) &&
               sent_note(context, key, record->id, error);
    return database_number(context->db,
        "select number from record where id = $1",
        VALUES(value_number(record->id)), &record->number, error);
}

/* What follows anew whenever it is looked at is nothing to keep a state of. */
static void drop_live(struct record *record)
{
    for (size_t i = 0; i < record->kind->field_count; i++) {
        if (computation_is_live(&record->kind->fields[i]))
            record->values[i] = "";
    }
}

bool record_write(struct context *context, struct record *record,
    const char *why, struct error *error)
{
    struct builder json = builder_create(context->arena);
    const char *before;
    bool same;

    drop_live(record);
    if (!computation_fill(context, record, error) ||
        !check_revision(context, record, &before, &same, error))
        return false;
    if (same)
        return true;
    record_write_values(&json, record);
    return record->revision == 0
               ? write_new(context, record, builder_string(&json), why, error)
               : write_whole(context, record, before, builder_string(&json),
                     why, error);
}
