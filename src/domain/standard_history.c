/* Revisions of standards and of the expectations of their clauses. */
#include "domain/standard_history.h"

#include "base/escape.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/resolve.h"
#include "domain/standard.h"

#include <string.h>

static const struct {
    const char *action;
    const char *words;
} action_words[] = {
    {"added", "Added"},
    {"replaced", "Replaced by a newer file"},
    {"scoped", "Taken into scope"},
    {"unscoped", "Taken out of scope"},
    {"chosen", "Chosen as the edition that the number alone means"},
    {"texted", "Licensed text put beside it"},
    {"expected", "Expectation added"},
    {"withdrew", "Expectation withdrawn"},
};

const char *standard_history_words(const char *action)
{
    for (size_t i = 0; i < sizeof action_words / sizeof *action_words; i++) {
        if (string_equals(action_words[i].action, action))
            return action_words[i].words;
    }
    return action;
}

static const char *snapshot_of(struct arena *arena, const char *words)
{
    struct builder out = builder_create(arena);

    builder_put(&out, "{\"words\":");
    escape_json(&out, text_of(words));
    builder_byte(&out, '}');
    return builder_string(&out);
}

bool standard_history_add(struct context *context, const char *standard,
    const char *action, const char *why, const char *words, struct error *error)
{
    const char *name = standard;
    long long item = 0;
    long long number = 0;

    return database_text(context->db, "select name from standard where id = $1",
               VALUES(value_text(standard)), &name, error) &&
           resolve_put_item(context,
               arena_format(context->arena, "standard:%s", standard),
               "standard", name, "", &item, error) &&
           database_number(context->db,
               "select coalesce(max(number), 0) + 1 from revision "
               "where item = $1 and part = ''",
               VALUES(value_number(item)), &number, error) &&
           history_add(context, item, number, action, why,
               snapshot_of(context->arena, words), error) &&
           standard_touch(context, error);
}

bool standard_history_add_expectation(struct context *context, long long clause,
    long long position, const char *action, const char *why, const char *words,
    struct error *error)
{
    return history_add_part(context, clause,
               arena_format(context->arena, "expectation:%lld", position),
               action, why, snapshot_of(context->arena, words), error) &&
           standard_touch(context, error);
}

/* "standard:27001:2022", "clause:27001:2022/9.2.2". */
static void read_ref(
    struct arena *arena, const char *ref, struct standard_event *event)
{
    const char *name = strchr(ref, ':') + 1;
    const char *stroke = strchr(name, '/');

    event->standard = stroke == NULL
                          ? name
                          : arena_copy(arena, name, (size_t)(stroke - name));
    event->clause = stroke == NULL ? "" : stroke + 1;
}

static bool read_event(struct context *context, struct rows *rows,
    struct standard_event *event, struct error *error)
{
    struct json_node *snapshot;

    read_ref(context->arena, rows_text(rows, 0), event);
    event->revision = (struct revision){.number = rows_number(rows, 1),
        .part = rows_text(rows, 2),
        .at = rows_text(rows, 3),
        .by = rows_text(rows, 4),
        .by_name = rows_text(rows, 5),
        .action = rows_text(rows, 6),
        .why = rows_text(rows, 7),
        .snapshot = "",
        .hash = rows_text(rows, 9)};
    event->action = event->revision.action;
    if (!json_node_parse(context->arena, rows_slice(rows, 8), &snapshot, error))
        return false;
    event->words = json_node_text(snapshot, "words");
    return true;
}

#define EVENT_COLUMNS                                                          \
    "select item.ref, revision.number, part, made_at, made_by, "               \
    "coalesce(person.name, made_by), action, why, snapshot, hash "             \
    "from revision join item on item.id = revision.item "                      \
    "left join person on person.login = made_by "

static bool query(struct context *context, long long clause, long long limit,
    struct rows *rows, struct error *error)
{
    if (clause != 0)
        return database_query(context->db,
            EVENT_COLUMNS
            "where revision.item = $1 and part >= 'expectation:' "
            "and part < 'expectation;' order by revision.id desc limit $2",
            VALUES(value_number(clause), value_number(limit)), rows, error);
    return database_query(context->db,
        EVENT_COLUMNS "where revision.kind = 'standard' "
                      "or (revision.kind = 'clause' and part >= 'expectation:' "
                      "and part < 'expectation;') "
                      "order by revision.id desc limit $1",
        VALUES(value_number(limit)), rows, error);
}

bool standard_history_list(struct context *context, long long clause,
    long long limit, struct standard_event **events, size_t *count,
    struct error *error)
{
    struct rows rows;
    bool fine = true;

    *count = 0;
    *events = arena_array(context->arena, (size_t)limit + 1, sizeof **events);
    if (!query(context, clause, limit, &rows, error))
        return false;
    while (fine && rows_next(&rows))
        fine = read_event(context, &rows, &(*events)[(*count)++], error);
    return rows_end(&rows, error) && fine;
}
