/* Questions and answers between processes that save. */
#include "domain/record_group.h"

#include "base/clock.h"
#include "base/escape.h"
#include "base/json.h"
#include "domain/record_write.h"
#include "domain/site.h"

#include <stdlib.h>

/* Of questions and answers: a process of another release leaves them alone. */
static const char format[] = "1";

/* A save that another process asks for. */
struct question {
    struct context context;
    struct record record;
    const char *why;
};

static void put_member(struct builder *json, const char *name, const char *text)
{
    builder_byte(json, json->size == 0 ? '{' : ',');
    escape_json(json, text_of(name));
    builder_byte(json, ':');
    escape_json(json, text_of(text));
}

static void put_number(struct builder *json, const char *name, long long number)
{
    put_member(json, name, arena_format(json->arena, "%lld", number));
}

static void put_record(struct builder *json, const struct record *record)
{
    put_number(json, "id", record->id);
    put_number(json, "number", record->number);
    put_number(json, "revision", record->revision);
}

static long long member_number(const struct json_node *node, const char *name)
{
    return strtoll(json_node_text(node, name), NULL, 10);
}

static void read_record(const struct json_node *node, struct record *record)
{
    record->id = member_number(node, "id");
    record->number = member_number(node, "number");
    record->revision = member_number(node, "revision");
}

/* The save in a line, and its values in the next. */
static struct text write_question(
    const struct context *context, const struct record *record, const char *why)
{
    struct builder json = builder_create(context->arena);

    put_member(&json, "format", format);
    put_member(&json, "kinds", context->site->kinds_stamp);
    put_member(&json, "kind", record->kind->name);
    put_record(&json, record);
    put_member(&json, "now", context->now);
    put_member(&json, "person", context->person);
    put_member(&json, "form", context->form);
    put_member(&json, "why", why);
    builder_put(&json, "}\n");
    record_write_values(&json, record);
    return text_part(builder_string(&json), json.size);
}

/* False when it cannot be read, or is of other kinds than those known here:
 * then whoever asked writes it. */
static bool read_question(const struct context *here, struct arena *arena,
    struct text asked, struct question *question)
{
    struct error error = error_create(arena);
    struct text values =
        text_part(arena_copy(arena, asked.data, asked.size), asked.size);
    struct json_node *node;
    struct text line;
    const struct kind *kind;

    if (!text_next(&values, '\n', &line) ||
        !json_node_parse(arena, line, &node, &error) ||
        !string_equals(json_node_text(node, "format"), format) ||
        !string_equals(json_node_text(node, "kinds"), here->site->kinds_stamp))
        return false;
    kind = kind_find(here->site, json_node_text(node, "kind"));
    question->context = *here;
    question->context.arena = arena;
    question->context.now = json_node_text(node, "now");
    question->context.today = clock_date(arena, question->context.now);
    question->context.person = json_node_text(node, "person");
    question->context.form = json_node_text(node, "form");
    question->why = json_node_text(node, "why");
    if (kind == NULL ||
        !record_from_snapshot(&question->context, kind,
            text_string(arena, values), &question->record, &error))
        return false;
    read_record(node, &question->record);
    return true;
}

static struct text write_answer(struct arena *arena,
    const struct record *record, const struct error *problem)
{
    struct builder json = builder_create(arena);

    if (problem->code == ERROR_NONE) {
        put_record(&json, record);
    } else {
        put_number(&json, "code", problem->code);
        put_member(
            &json, "field", problem->field == NULL ? "" : problem->field);
        put_member(&json, "message", problem->message);
    }
    builder_byte(&json, '}');
    return text_part(builder_string(&json), json.size);
}

static bool read_answer(struct context *context, const char *answer,
    struct record *record, struct error *error)
{
    struct json_node *node;
    const char *field;
    long long code;

    if (!json_node_parse(context->arena, text_of(answer), &node, error))
        return false;
    code = member_number(node, "code");
    field = json_node_text(node, "field");
    if (code != ERROR_NONE)
        return error_at(error, (enum error_code)code,
            field[0] == '\0' ? NULL : field, "%s",
            json_node_text(node, "message"));
    read_record(node, record);
    return site_refresh(context->site, error);
}

/* Write what another process asks for. False: the transaction is spoiled. */
static bool write_other(
    struct context *here, struct arena *arena, size_t place, struct text asked)
{
    struct error problem = error_create(arena);
    long long changes = database_changes(here->db);
    struct question question;

    if (!read_question(here, arena, asked, &question))
        return true;
    if (!record_write(
            &question.context, &question.record, question.why, &problem) &&
        (problem.code == ERROR_SYSTEM || problem.code == ERROR_BUSY ||
            database_changes(here->db) != changes))
        return false;
    database_answer(
        here->db, place, write_answer(arena, &question.record, &problem));
    return true;
}

/* Those that ask while this goes on are not left to the next. */
static bool write_others(struct context *here)
{
    struct arena *arena = NULL;
    struct text asked;
    size_t place;
    bool fine = true;

    while (fine && database_next_question(here->db, &place, &asked)) {
        if (arena == NULL)
            arena = arena_create();
        fine = write_other(here, arena, place, asked);
        arena_reset(arena);
    }
    arena_destroy(arena);
    return fine;
}

/* While this save waited for its turn somebody may have changed what kinds
 * there are. */
static bool check_kinds(struct context *context, struct error *error)
{
    const char *stamp;

    if (!site_setting(context, "kinds", &stamp, error))
        return false;
    return string_equals(stamp, context->site->kinds_stamp) ||
           error_set(error, ERROR_BUSY,
               "The kinds of record were changed at this moment. Nothing was "
               "saved; send the form again.");
}

/* The save within its transaction. */
static bool write_own(struct context *context, struct record *record,
    const char *why, struct error *error)
{
    if (check_kinds(context, error) &&
        record_write(context, record, why, error))
        return true;
    site_rollback(context);
    return false;
}

/* Should another process's save spoil the transaction, this one is written
 * once more by itself, and the other left to that process. */
static bool save_begun(struct context *context, struct record *record,
    const char *why, struct error *error)
{
    struct record before = *record;

    if (!write_own(context, record, why, error))
        return false;
    if (!write_others(context)) {
        site_rollback(context);
        *record = before;
        if (!site_begin(context, error) ||
            !write_own(context, record, why, error))
            return false;
    }
    return site_commit(context, error);
}

bool record_group_save(struct context *context, struct record *record,
    const char *why, struct error *error)
{
    const char *answer = NULL;
    bool begun;

    if (!database_try_write(context->db, &begun, error))
        return false;
    if (!begun && !database_begin_group(context->db,
                      write_question(context, record, why), &answer, error))
        return false;
    return answer == NULL ? save_begun(context, record, why, error)
                          : read_answer(context, answer, record, error);
}
