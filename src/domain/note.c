/* Notes. */
#include "domain/note.h"

#include "base/escape.h"
#include "domain/history.h"
#include "domain/sent.h"
#include "domain/site.h"

#include <stdint.h>

/* What a reader may see in it, or why it cannot be kept. */
static bool check_body(struct context *context, const char *input,
    const char **body, struct error *error)
{
    struct text text =
        text_trim(text_of(text_unix(context->arena, text_of(input))));

    if (text.size == 0)
        return error_at(error, ERROR_INVALID, "body",
            "The note is empty. Write something, or leave.");
    if (text.size > NOTE_SIZE)
        return error_at(error, ERROR_INVALID, "body",
            "The note is too long: at most %d KB fit, this has %zu. Shorten "
            "it, or file it as a document and refer to that.",
            NOTE_SIZE / 1024, (text.size + 1023) / 1024);
    if (!text_is_clean(text, NULL))
        return error_at(error, ERROR_INVALID, "body",
            "The note has characters that cannot be shown. Take them out.");
    *body = text_string(context->arena, text);
    return true;
}

static const char *snapshot_of(
    struct context *context, const struct note *note, const char *body)
{
    struct builder json = builder_create(context->arena);

    builder_put(&json, "{\"body\":");
    escape_json(&json, text_of(body));
    if (note->parent != 0)
        builder_format(&json, ",\"answers\":\"%lld\"", note->parent);
    builder_byte(&json, '}');
    return builder_string(&json);
}

static bool record_history(struct context *context, const struct note *note,
    const char *action, const char *body, struct error *error)
{
    return history_add_part(context, note->item,
        arena_format(context->arena, "note:%lld", note->id), action, "",
        snapshot_of(context, note, body), error);
}

/* Finish what was begun here; what was begun further out ends there. */
static bool finish(
    struct context *context, bool inside, bool fine, struct error *error)
{
    if (inside)
        return fine;
    if (fine)
        return site_commit(context, error);
    site_rollback(context);
    return false;
}

static bool find_thread(
    struct context *context, struct note *note, struct error *error)
{
    struct note above = {.id = 0};
    bool found = false;

    if (note->parent == 0)
        return true;
    if (!note_read(context, note->item, note->parent, &above, &found, error))
        return false;
    if (!found)
        return error_at(error, ERROR_MISSING, "parent",
            "The note %lld that this answers is not here.", note->parent);
    if (above.withdrawn)
        return error_at(error, ERROR_INVALID, "parent",
            "The note that this answers has been withdrawn. Write a note of "
            "your own instead.");
    if (above.parent != 0)
        note->parent = above.parent;
    return true;
}

static bool write_new(struct context *context, struct note *note,
    const char *body, struct error *error)
{
    return find_thread(context, note, error) &&
           database_insert(context->db,
               "insert into note (item, parent, body, made_at, made_by, "
               "changed_at, revision, withdrawn) "
               "values ($1, $2, $3, $4, $5, $4, 1, 0)",
               VALUES(value_number(note->item), value_number(note->parent),
                   value_text(body), value_text(context->now),
                   value_text(context->person)),
               &note->id, error) &&
           record_history(context, note, "noted", body, error);
}

static bool add_locked(struct context *context, struct note *note,
    const char *body, struct error *error)
{
    const char *key = sent_key(context,
        arena_format(
            context->arena, "note %lld %lld", note->item, note->parent),
        body);
    long long stands = 0;

    if (!sent_find(context, key, &note->id, error) ||
        !database_number(context->db,
            "select count(*) from note where id = $1 and withdrawn = 0",
            VALUES(value_number(note->id)), &stands, error))
        return false;
    return stands > 0 || (write_new(context, note, body, error) &&
                             sent_note(context, key, note->id, error));
}

bool note_add(struct context *context, long long item, long long parent,
    const char *input, long long *id, struct error *error)
{
    struct note note = {.item = item, .parent = parent};
    bool inside = database_is_writing(context->db);
    const char *body = "";

    if (!check_body(context, input, &body, error) ||
        (!inside && !site_begin(context, error)))
        return false;
    if (!finish(
            context, inside, add_locked(context, &note, body, error), error))
        return false;
    *id = note.id;
    return true;
}

/* The note as it is now, for the one who may change it. */
static bool read_own(struct context *context, const struct note *note,
    struct note *now, struct error *error)
{
    bool found = false;

    if (!note_read(context, note->item, note->id, now, &found, error))
        return false;
    if (!found)
        return error_set(
            error, ERROR_MISSING, "There is no note %lld here.", note->id);
    if (context->person[0] == '\0' || !string_equals(now->by, context->person))
        return error_set(error, ERROR_FORBIDDEN,
            "Only %s, who wrote this note, may change or withdraw it. You can "
            "answer it.",
            now->by_name);
    return true;
}

static bool write_note(struct context *context, const struct note *now,
    const char *body, bool withdrawn, struct error *error)
{
    return database_run(context->db,
        "update note set body = $2, changed_at = $3, revision = revision + 1, "
        "withdrawn = $4 where id = $1",
        VALUES(value_number(now->id), value_text(body),
            value_text(context->now), value_number(withdrawn ? 1 : 0)),
        error);
}

static bool change_locked(struct context *context, const struct note *note,
    long long revision, const char *body, struct error *error)
{
    struct note now = {.id = 0};

    if (!read_own(context, note, &now, error))
        return false;
    if (now.withdrawn)
        return error_set(error, ERROR_CONFLICT,
            "This note has been withdrawn and can no longer be changed.");
    if (now.revision != revision)
        return error_set(error, ERROR_CONFLICT,
            "You changed this note in another window meanwhile. Below is what "
            "you wrote here; compare the two before you save it.");
    return string_equals(now.body, body) ||
           (write_note(context, &now, body, false, error) &&
               record_history(context, &now, "note changed", body, error));
}

bool note_change(struct context *context, const struct note *note,
    long long revision, const char *input, struct error *error)
{
    bool inside = database_is_writing(context->db);
    const char *body = "";

    if (!check_body(context, input, &body, error) ||
        (!inside && !site_begin(context, error)))
        return false;
    return finish(context, inside,
        change_locked(context, note, revision, body, error), error);
}

static bool withdraw_locked(
    struct context *context, const struct note *note, struct error *error)
{
    struct note now = {.id = 0};

    return read_own(context, note, &now, error) &&
           (now.withdrawn ||
               (write_note(context, &now, "", true, error) &&
                   record_history(context, &now, "note withdrawn", "", error)));
}

bool note_withdraw(
    struct context *context, const struct note *note, struct error *error)
{
    bool inside = database_is_writing(context->db);

    if (!inside && !site_begin(context, error))
        return false;
    return finish(
        context, inside, withdraw_locked(context, note, error), error);
}

static void read_row(struct rows *rows, struct note *note)
{
    note->id = rows_number(rows, 0);
    note->item = rows_number(rows, 1);
    note->parent = rows_number(rows, 2);
    note->body = rows_text(rows, 3);
    note->made_at = rows_text(rows, 4);
    note->by = rows_text(rows, 5);
    note->by_name = rows_text(rows, 6);
    note->changed_at = rows_text(rows, 7);
    note->revision = rows_number(rows, 8);
    note->withdrawn = rows_number(rows, 9) != 0;
}

bool note_read(struct context *context, long long item, long long id,
    struct note *note, bool *found, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select note.id, item, parent, body, made_at, made_by, "
            "coalesce(person.name, made_by), changed_at, revision, withdrawn "
            "from note left join person on person.login = made_by "
            "where note.id = $1 and item = $2",
            VALUES(value_number(id), value_number(item)), &rows, error))
        return false;
    *found = rows_next(&rows);
    if (*found)
        read_row(&rows, note);
    return rows_end(&rows, error);
}

/* What came newest first is read oldest first. */
static void turn(struct note *notes, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct note kept = notes[i];

        notes[i] = notes[count - 1 - i];
        notes[count - 1 - i] = kept;
    }
}

bool note_list(struct context *context, long long item, long long before,
    long long limit, struct note **notes, size_t *count, bool *more,
    struct error *error)
{
    struct rows rows;

    *notes = arena_array(context->arena, (size_t)limit + 1, sizeof **notes);
    *count = 0;
    if (!database_query(context->db,
            "select note.id, item, parent, body, made_at, made_by, "
            "coalesce(person.name, made_by), changed_at, revision, withdrawn "
            "from note left join person on person.login = made_by "
            "where item = $1 and note.id < $2 order by note.id desc limit $3",
            VALUES(value_number(item),
                value_number(before == 0 ? INT64_MAX : before),
                value_number(limit + 1)),
            &rows, error))
        return false;
    while (rows_next(&rows))
        read_row(&rows, &(*notes)[(*count)++]);
    *more = *count > (size_t)limit;
    if (*more)
        --*count;
    turn(*notes, *count);
    return rows_end(&rows, error);
}

bool note_count(struct context *context, long long item, long long *count,
    struct error *error)
{
    *count = 0;
    return database_number(context->db,
        "select count(*) from note where item = $1", VALUES(value_number(item)),
        count, error);
}
