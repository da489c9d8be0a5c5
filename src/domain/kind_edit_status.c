/* Statuses: relabelled, ordered, added, retired. */
#include "domain/kind_edit_status.h"

#include "domain/kind_change.h"
#include "domain/kind_limits.h"
#include "domain/kind_use.h"

enum { LABEL_LIMIT = 60, NAME_LIMIT = 40 };

/* What lists and forms mean by these. */
static const char *const taken_names[] = {"all", "always", "none", NULL};

bool kind_edit_read_statuses(struct context *context, const char *kind,
    struct status_edit **statuses, size_t *count, struct error *error)
{
    struct rows rows;

    *statuses = arena_array(context->arena, STATUS_LIMIT, sizeof **statuses);
    *count = 0;
    if (!database_query(context->db,
            "select name, label, style, live, closed, retired, origin, "
            "approves "
            "from status where kind = $1 order by position, name limit $2",
            VALUES(value_text(kind), value_number(STATUS_LIMIT)), &rows, error))
        return false;
    while (rows_next(&rows))
        (*statuses)[(*count)++] =
            (struct status_edit){.name = rows_text(&rows, 0),
                .label = rows_text(&rows, 1),
                .style = rows_text(&rows, 2),
                .live = rows_number(&rows, 3) != 0,
                .closed = rows_number(&rows, 4) != 0,
                .retired = rows_number(&rows, 5) != 0,
                .own = !string_equals(rows_text(&rows, 6), "shipped"),
                .approves = rows_number(&rows, 7) != 0};
    return rows_end(&rows, error);
}

static const struct status_edit *find(
    const struct status_edit *statuses, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (string_equals(statuses[i].name, name))
            return &statuses[i];
    }
    return NULL;
}

static bool is_taken(const char *name)
{
    for (size_t i = 0; taken_names[i] != NULL; i++) {
        if (string_equals(taken_names[i], name))
            return true;
    }
    return false;
}

static void check_one(
    struct kind_save *save, const struct status_edit *statuses, size_t place)
{
    static const char *const styles[] = {
        "open", "active", "wait", "done", NULL};
    struct arena *arena = save->context->arena;
    const struct status_edit *status = &statuses[place];
    const char *name = arena_format(arena, "status-%zu-name", place + 1);
    const char *style = arena_format(arena, "status-%zu-style", place + 1);
    bool known = false;

    if (!kind_change_is_name(status->name, "-_", NAME_LIMIT))
        kind_change_problem(save, name,
            "“%s” cannot be the name of a status. Use small letters, digits, "
            "- and _, beginning with a letter.",
            status->name);
    else if (is_taken(status->name))
        kind_change_problem(save, name,
            "“%s” means something else in lists. Choose another name.",
            status->name);
    else if (find(statuses, place, status->name) != NULL)
        kind_change_problem(
            save, name, "There is a status “%s” already.", status->name);
    kind_change_check_text(save,
        arena_format(arena, "status-%zu-label", place + 1), status->label, true,
        LABEL_LIMIT);
    for (size_t i = 0; styles[i] != NULL; i++)
        known = known || string_equals(styles[i], status->style);
    if (!known)
        kind_change_problem(
            save, style, "There is no look called “%s”.", status->style);
}

/* Those that are to go: never one that a record has or had. */
static bool check_gone(struct kind_save *save, const char *kind,
    const struct status_edit *status, struct error *error)
{
    struct kind_use use;

    if (!status->own) {
        kind_change_problem(save, "statuses",
            "The status “%s” came with the program and cannot be removed. "
            "Retire it instead.",
            status->label);
        return true;
    }
    if (!kind_use_count(
            save->context, kind, "status", status->name, &use, error))
        return false;
    if (use.count > 0)
        kind_change_problem(save, "statuses",
            "The status “%s” cannot be removed: %lld record%s, first %s, %s "
            "or had it. Retire it instead.",
            status->label, use.count, use.count == 1 ? "" : "s", use.first,
            use.count == 1 ? "has" : "have");
    return true;
}

bool kind_edit_status_check(struct kind_save *save, const char *kind,
    const struct status_edit *statuses, size_t count, struct error *error)
{
    struct status_edit *old;
    size_t old_count;
    bool offered = false;

    if (!kind_edit_read_statuses(save->context, kind, &old, &old_count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        check_one(save, statuses, i);
        offered = offered || !statuses[i].retired;
    }
    if (!offered)
        kind_change_problem(save, "statuses",
            "At least one status must be offered, or nothing new could be "
            "recorded.");
    if (count > STATUS_LIMIT)
        kind_change_problem(
            save, "statuses", "At most %d statuses fit here.", STATUS_LIMIT);
    for (size_t i = 0; i < old_count; i++) {
        if (find(statuses, count, old[i].name) == NULL &&
            !check_gone(save, kind, &old[i], error))
            return false;
    }
    return true;
}

static bool put_one(struct context *context, const char *kind,
    const struct status_edit *status, long long position, struct error *error)
{
    return database_run(context->db,
        "insert into status (kind, name, position, label, style, live, "
        "closed, retired, approves, origin) values ($1, $2, $3, $4, $5, $6, "
        "$7, $8, $9, 'site') on conflict (kind, name) do update set "
        "position = excluded.position, label = excluded.label, "
        "style = excluded.style, live = excluded.live, "
        "closed = excluded.closed, retired = excluded.retired, "
        "approves = excluded.approves, "
        "origin = excluded.origin",
        VALUES(value_text(kind), value_text(status->name),
            value_number(position), value_text(status->label),
            value_text(status->style), value_number(status->live),
            value_number(status->closed), value_number(status->retired),
            value_number(status->approves)),
        error);
}

static bool is_same(const struct status_edit *a, const struct status_edit *b)
{
    return string_equals(a->label, b->label) &&
           string_equals(a->style, b->style) && a->live == b->live &&
           a->closed == b->closed && a->retired == b->retired &&
           a->approves == b->approves;
}

/* Those that changed become the site's own, also those that no longer stand
 * behind the one before them. */
static bool put_changed(struct context *context, const char *kind,
    const struct status_edit *statuses, size_t count,
    const struct status_edit *old, size_t old_count, bool *lists,
    struct error *error)
{
    long long last = 0;

    for (size_t i = 0; i < count; i++) {
        const struct status_edit *was = find(old, old_count, statuses[i].name);
        long long position = 0;
        bool stays;

        if (!database_number(context->db,
                "select position from status where kind = $1 and name = $2",
                VALUES(value_text(kind), value_text(statuses[i].name)),
                &position, error))
            return false;
        stays = was != NULL && position > last;
        last = stays ? position : last + 1;
        *lists = *lists || !stays || was->closed != statuses[i].closed;
        if (!(stays && is_same(was, &statuses[i])) &&
            !put_one(context, kind, &statuses[i], last, error))
            return false;
    }
    return true;
}

bool kind_edit_status_put(struct context *context, const char *kind,
    const struct status_edit *statuses, size_t count, bool *lists,
    struct error *error)
{
    struct status_edit *old;
    size_t old_count;

    if (!kind_edit_read_statuses(context, kind, &old, &old_count, error))
        return false;
    for (size_t i = 0; i < old_count; i++) {
        if (find(statuses, count, old[i].name) != NULL)
            continue;
        *lists = true; /* those behind it move up */
        if (!database_run(context->db,
                "delete from status where kind = $1 and name = $2",
                VALUES(value_text(kind), value_text(old[i].name)), error))
            return false;
    }
    return put_changed(
        context, kind, statuses, count, old, old_count, lists, error);
}
