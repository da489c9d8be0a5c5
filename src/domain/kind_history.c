/* Definitions as text, and how they differ. */
#include "domain/kind_history.h"

#include "base/escape.h"
#include "base/json.h"
#include "domain/resolve.h"

#include <string.h>

enum { DIFFERENCE_LIMIT = 400 };

/* What the columns are called for people. */
static const struct word {
    const char *key;
    const char *words;
} words[] = {
    {"label", "label"},
    {"plural", "heading of the list"},
    {"description", "description"},
    {"category", "category"},
    {"dated", "field that dates it as evidence"},
    {"owner_label", "what the owner is called"},
    {"roles", "who may edit"},
    {"style", "look"},
    {"live", "counts as evidence"},
    {"closed", "nothing more to do"},
    {"approves", "given only by who may approve"},
    {"retired", "retired"},
    {"section", "section"},
    {"type", "type"},
    {"help", "help"},
    {"required", "required"},
    {"choices", "choices"},
    {"kinds", "what it may refer to"},
    {"differs", "must differ from"},
    {"listed", "in the list"},
    {"back", "heading at the other end"},
    {"initial", "initial value"},
    {"bounds", "bounds"},
    {"unit", "unit"},
    {"computed", "computed"},
};

static const char *const kind_keys[] = {"name", "label", "plural",
    "description", "category", "dated", "owner_label", NULL};
static const char *const status_keys[] = {
    "name", "label", "style", "live", "closed", "approves", "retired", NULL};
static const char *const field_keys[] = {"name", "section", "label", "type",
    "help", "required", "choices", "kinds", "differs", "listed", "back",
    "initial", "bounds", "unit", "computed", "retired", NULL};

const char *kind_history_ref(struct arena *arena, const char *kind)
{
    return arena_format(arena, "kind:%s", kind);
}

static void put_member(
    struct builder *out, const char *key, const char *value, bool *first)
{
    if (value[0] == '\0' || string_equals(value, "0"))
        return;
    if (!*first)
        builder_byte(out, ',');
    *first = false;
    escape_json(out, text_of(key));
    builder_byte(out, ':');
    escape_json(out, text_of(value));
}

static void put_row(struct builder *out, struct rows *rows,
    const char *const *keys, bool *first)
{
    for (int i = 0; keys[i] != NULL; i++)
        put_member(out, keys[i], rows_text(rows, i), first);
}

static bool put_rows(struct context *context, struct builder *out,
    const char *name, const char *sql, const char *kind,
    const char *const *keys, struct error *error)
{
    struct rows rows;
    bool first_row = true;

    builder_format(out, ",\"%s\":[", name);
    if (!database_query(
            context->db, sql, VALUES(value_text(kind)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        bool first = true;

        builder_put(out, first_row ? "{" : ",{");
        first_row = false;
        put_row(out, &rows, keys, &first);
        builder_byte(out, '}');
    }
    builder_byte(out, ']');
    return rows_end(&rows, error);
}

static bool put_roles(struct context *context, struct builder *out,
    const char *kind, struct error *error)
{
    struct builder list = builder_create(context->arena);
    struct rows rows;
    bool first = false;

    if (!database_query(context->db,
            "select role from kind_role where kind = $1 order by role",
            VALUES(value_text(kind)), &rows, error))
        return false;
    while (rows_next(&rows))
        builder_format(
            &list, "%s%s", list.size > 0 ? " " : "", rows_text(&rows, 0));
    put_member(out, "roles", builder_string(&list), &first);
    return rows_end(&rows, error);
}

bool kind_history_snapshot(struct context *context, const char *kind,
    const char **json, struct error *error)
{
    struct builder out = builder_create(context->arena);
    struct rows rows;
    bool first = true;
    bool found;

    *json = "";
    builder_byte(&out, '{');
    if (!database_query(context->db,
            "select name, label, plural, description, category, dated, "
            "owner_label from kind where name = $1",
            VALUES(value_text(kind)), &rows, error))
        return false;
    found = rows_next(&rows);
    if (found)
        put_row(&out, &rows, kind_keys, &first);
    if (!rows_end(&rows, error) || !found)
        return !found;
    if (!put_roles(context, &out, kind, error) ||
        !put_rows(context, &out, "statuses",
            "select name, label, style, live, closed, approves, retired "
            "from status "
            "where kind = $1 order by position, name",
            kind, status_keys, error) ||
        !put_rows(context, &out, "fields",
            "select name, section, label, type, help, required, choices, "
            "kinds, differs, listed, back, initial, bounds, unit, computed, "
            "retired from field where kind = $1 order by position, name",
            kind, field_keys, error))
        return false;
    builder_byte(&out, '}');
    *json = builder_string(&out);
    return true;
}

static bool add_revision(struct context *context, const char *kind,
    const char *action, const char *why, const char *json, struct error *error)
{
    const char *title = "";
    long long id = 0;
    long long number = 0;

    return database_text(context->db, "select label from kind where name = $1",
               VALUES(value_text(kind)), &title, error) &&
           resolve_put_item(context, kind_history_ref(context->arena, kind),
               "kind", title, "", &id, error) &&
           database_number(context->db,
               "select coalesce(max(number), 0) + 1 from revision "
               "where item = $1 and part = ''",
               VALUES(value_number(id)), &number, error) &&
           history_add(context, id, number, action, why, json, error);
}

/* The definition now and in the last revision, "" when there is none. */
static bool read_both(struct context *context, const char *kind,
    const char **json, const char **last, struct error *error)
{
    *last = "";
    return kind_history_snapshot(context, kind, json, error) &&
           database_text(context->db,
               "select snapshot from revision join item on item.id = item "
               "where item.ref = $1 order by revision.id desc limit 1",
               VALUES(value_text(kind_history_ref(context->arena, kind))), last,
               error);
}

bool kind_history_take_up(
    struct context *context, const char *kind, struct error *error)
{
    struct context program = *context;
    const char *last;
    const char *json;

    program.person = "";
    if (!read_both(context, kind, &json, &last, error))
        return false;
    if (json[0] == '\0' || string_equals(json, last))
        return true;
    return add_revision(&program, kind,
        last[0] == '\0' ? "shipped" : "upgraded", "", json, error);
}

bool kind_history_is_last(
    struct context *context, const char *kind, bool *same, struct error *error)
{
    const char *last;
    const char *json;

    *same = false;
    if (!read_both(context, kind, &json, &last, error))
        return false;
    *same = string_equals(json, last);
    return true;
}

bool kind_history_add(struct context *context, const char *kind,
    const char *action, const char *why, struct error *error)
{
    const char *json;

    return kind_history_snapshot(context, kind, &json, error) &&
           add_revision(context, kind, action, why, json, error);
}

/* Collecting what differs. */
struct comparison {
    struct arena *arena;
    struct kind_difference *differences;
    size_t count;
};

static void add_difference(struct comparison *comparison, const char *what,
    const char *before, const char *after)
{
    if (comparison->count == DIFFERENCE_LIMIT)
        return;
    comparison->differences[comparison->count++] =
        (struct kind_difference){what, before, after};
}

static const char *words_of(const char *key)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (string_equals(words[i].key, key))
            return words[i].words;
    }
    return key;
}

static const char *shown(const char *key, const char *value)
{
    bool flag = string_equals(key, "live") || string_equals(key, "closed") ||
                string_equals(key, "approves") || string_equals(key, "retired");

    if (flag)
        return value[0] == '\0' ? "no" : "yes";
    if (string_equals(key, "listed"))
        return string_equals(value, "1")   ? "column"
               : string_equals(value, "2") ? "below the title"
                                           : "no";
    return value;
}

static void compare_members(struct comparison *comparison, const char *of,
    const struct json_node *before, const struct json_node *after,
    const char *const *keys)
{
    for (size_t i = 1; keys[i] != NULL; i++) {
        const char *old = json_node_text(before, keys[i]);
        const char *new = json_node_text(after, keys[i]);

        if (!string_equals(old, new))
            add_difference(comparison,
                arena_format(comparison->arena, "%s%s", of, words_of(keys[i])),
                shown(keys[i], old), shown(keys[i], new));
    }
}

static const struct json_node *named(
    const struct json_node *list, const char *name)
{
    for (const struct json_node *p = list == NULL ? NULL : list->first;
         p != NULL; p = p->next) {
        if (string_equals(json_node_text(p, "name"), name))
            return p;
    }
    return NULL;
}

/* The names of `list` that `other` has too, in their order. */
static const char *common(struct arena *arena, const struct json_node *list,
    const struct json_node *other)
{
    struct builder out = builder_create(arena);

    for (const struct json_node *p = list == NULL ? NULL : list->first;
         p != NULL; p = p->next) {
        const char *name = json_node_text(p, "name");

        if (named(other, name) != NULL)
            builder_format(&out, "%s%s", out.size > 0 ? " " : "", name);
    }
    return builder_string(&out);
}

static void compare_lists(struct comparison *comparison, const char *what,
    const struct json_node *before, const struct json_node *after,
    const char *const *keys)
{
    struct arena *arena = comparison->arena;
    const char *old = common(arena, before, after);
    const char *new = common(arena, after, before);

    for (const struct json_node *p = after == NULL ? NULL : after->first;
         p != NULL; p = p->next) {
        const char *name = json_node_text(p, "name");
        const struct json_node *was = named(before, name);

        if (was == NULL)
            add_difference(comparison, arena_format(arena, "%s added:", what),
                "",
                arena_format(
                    arena, "%s (%s)", json_node_text(p, "label"), name));
        else
            compare_members(comparison,
                arena_format(arena, "%s %s, ", what, name), was, p, keys);
    }
    for (const struct json_node *p = before == NULL ? NULL : before->first;
         p != NULL; p = p->next) {
        const char *name = json_node_text(p, "name");

        if (named(after, name) == NULL)
            add_difference(
                comparison, arena_format(arena, "%s removed:", what), name, "");
    }
    if (!string_equals(old, new))
        add_difference(
            comparison, arena_format(arena, "%s order", what), old, new);
}

static void compare(struct context *context, const char *before,
    const char *after, struct kind_revision *revision)
{
    struct comparison comparison = {.arena = context->arena};
    struct error problem = error_create(context->arena);
    struct json_node *old;
    struct json_node *new;
    static const char *const whole_keys[] = {"name", "label", "plural",
        "description", "category", "dated", "owner_label", "roles", NULL};

    if (!json_node_parse(context->arena, text_of(before), &old, &problem) ||
        !json_node_parse(context->arena, text_of(after), &new, &problem))
        return;
    comparison.differences = arena_array(
        context->arena, DIFFERENCE_LIMIT, sizeof *comparison.differences);
    compare_members(&comparison, "", old, new, whole_keys);
    compare_lists(&comparison, "Status", json_node_member(old, "statuses"),
        json_node_member(new, "statuses"), status_keys);
    compare_lists(&comparison, "Field", json_node_member(old, "fields"),
        json_node_member(new, "fields"), field_keys);
    revision->differences = comparison.differences;
    revision->count = comparison.count;
}

bool kind_history_list(struct context *context, const char *kind,
    long long since, long long limit, struct kind_revision **list,
    size_t *count, struct error *error)
{
    struct rows rows;

    *list = arena_array(context->arena, (size_t)limit + 1, sizeof **list);
    *count = 0;
    if (!database_query(context->db,
            "select item.ref, revision.number, made_at, made_by, "
            "coalesce(person.name, made_by), action, why, hash, snapshot, "
            "coalesce((select older.snapshot from revision older "
            "where older.item = revision.item and older.part = '' "
            "and older.number = revision.number - 1), '') "
            "from revision join item on item.id = revision.item "
            "left join person on person.login = made_by "
            "where revision.kind = 'kind' and part = '' and revision.id > $1 "
            "and ($2 = '' or item.ref = $2) order by revision.id desc limit $3",
            VALUES(value_number(since),
                value_text(kind[0] == '\0'
                               ? ""
                               : kind_history_ref(context->arena, kind)),
                value_number(limit)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct kind_revision *one = &(*list)[(*count)++];

        *one = (struct kind_revision){.kind = rows_text(&rows, 0) + 5};
        one->revision = (struct revision){.number = rows_number(&rows, 1),
            .part = "",
            .at = rows_text(&rows, 2),
            .by = rows_text(&rows, 3),
            .by_name = rows_text(&rows, 4),
            .action = rows_text(&rows, 5),
            .why = rows_text(&rows, 6),
            .hash = rows_text(&rows, 7),
            .snapshot = ""};
        compare(context, rows_text(&rows, 9), rows_text(&rows, 8), one);
    }
    return rows_end(&rows, error);
}
