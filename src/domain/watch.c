/* Watching. */
#include "domain/watch.h"

#include "domain/kind.h"
#include "domain/resolve.h"
#include "domain/site.h"

/* The scope in canonical form: "", a kind's name, `page` for all pages, or a
 * page or record there is. */
static bool check_scope(struct context *context, const char *input,
    const char **scope, struct error *error)
{
    struct target target;

    *scope = input;
    if (input[0] == '\0' || string_equals(input, "page") ||
        kind_find(context->site, input) != NULL)
        return true;
    if (!resolve_text(context, input, &target, error))
        return false;
    if (!target.present)
        return error_at(error, ERROR_INVALID, "scope",
            "scope: “%s” is not here to be watched.", input);
    if (!string_equals(target.kind, "page") &&
        kind_find(context->site, target.kind) == NULL)
        return error_at(error, ERROR_INVALID, "scope",
            "scope: only pages and records can be watched, and “%s” is "
            "neither.",
            input);
    *scope = target.ref;
    return true;
}

static bool start_locked(
    struct context *context, const char *scope, struct error *error)
{
    long long count = 0;

    if (!database_number(context->db,
            "select count(*) from watch where person = $1 and scope <> $2",
            VALUES(value_text(context->person), value_text(scope)), &count,
            error))
        return false;
    if (count >= WATCH_LIMIT)
        return error_at(error, ERROR_INVALID, "scope",
            "You watch %lld things already, and no more fit. Stop watching "
            "some of them first.",
            count);
    return database_run(context->db,
        "insert into watch (person, scope, since) values ($1, $2, $3) "
        "on conflict (person, scope) do nothing",
        VALUES(value_text(context->person), value_text(scope),
            value_text(context->now)),
        error);
}

static bool stop_locked(
    struct context *context, const char *scope, struct error *error)
{
    return database_run(context->db,
        "delete from watch where person = $1 and scope = $2",
        VALUES(value_text(context->person), value_text(scope)), error);
}

/* Pages show who watches them, so that what was drawn before is out of date
 * as after any other change. */
static bool write_watch(struct context *context, const char *scope,
    bool (*locked)(struct context *, const char *, struct error *),
    struct error *error)
{
    if (context->person[0] == '\0')
        return error_set(
            error, ERROR_FORBIDDEN, "Sign in to watch what changes.");
    if (!site_begin(context, error))
        return false;
    if (locked(context, scope, error))
        return site_commit(context, error);
    site_rollback(context);
    return false;
}

bool watch_start(
    struct context *context, const char *input, struct error *error)
{
    const char *scope;

    return check_scope(context, input, &scope, error) &&
           write_watch(context, scope, start_locked, error);
}

bool watch_stop(struct context *context, const char *scope, struct error *error)
{
    return write_watch(context, scope, stop_locked, error);
}

bool watch_is_on(struct context *context, const char *person, const char *scope,
    bool *on, struct error *error)
{
    long long count = 0;

    if (!database_number(context->db,
            "select count(*) from watch where person = $1 and scope = $2",
            VALUES(value_text(person), value_text(scope)), &count, error))
        return false;
    *on = count > 0;
    return true;
}

bool watch_list(struct context *context, const char *person,
    struct watched **list, size_t *count, struct error *error)
{
    struct rows rows;

    *list = arena_array(context->arena, WATCH_LIMIT + 1, sizeof **list);
    *count = 0;
    if (!database_query(context->db,
            "select watch.scope, watch.since, coalesce(item.id, 0), "
            "coalesce(item.kind, ''), coalesce(item.title, '') from watch "
            "left join item on item.ref = watch.scope "
            "where watch.person = $1 order by watch.scope limit $2",
            VALUES(value_text(person), value_number(WATCH_LIMIT + 1)), &rows,
            error))
        return false;
    while (rows_next(&rows)) {
        struct watched *watched = &(*list)[(*count)++];

        watched->scope = rows_text(&rows, 0);
        watched->since = rows_text(&rows, 1);
        watched->item = rows_number(&rows, 2);
        watched->kind = rows_text(&rows, 3);
        watched->title = rows_text(&rows, 4);
    }
    return rows_end(&rows, error);
}
