/* Checks of links: what leads nowhere, and what has changed since. */
#include "domain/rule_running.h"

#include "base/clock.h"
#include "base/map.h"
#include "domain/link.h"
#include "domain/page.h"

static const char *page_ref(struct context *context, const char *path,
    struct error *error)
{
    const char *name = "";

    if (!database_text(context->db, "select name from page where path = $1",
            VALUES(value_text(path)), &name, error))
        return NULL;
    return arena_format(context->arena, "page:%s", name);
}

/* A page that cannot be shown hides all that it refers to. */
static bool add_problems(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    struct page_problem *problems;
    size_t count;

    if (!page_list_problems(context, &problems, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *ref = page_ref(context, problems[i].path, error);

        if (ref == NULL)
            return false;
        rule_add(running, ref,
            arena_format(context->arena, "The page %s cannot be shown: %s.",
                problems[i].path, problems[i].problem));
    }
    return true;
}

bool rule_check_broken(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    struct broken_link *links;
    size_t count;

    if (!add_problems(running, error) ||
        !link_list_broken(context, 0, &links, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *where = arena_format(context->arena,
            links[i].line > 0 ? "%s, line %lld" : "%s", links[i].place,
            links[i].line);

        rule_add(running, links[i].owner_ref,
            arena_format(context->arena,
                "The reference “%s” in %s leads nowhere: %s.",
                links[i].written, where, links[i].reason));
    }
    return true;
}

static const char *suspect_message(struct context *context, struct rows *rows)
{
    const char *role = rows_text(rows, 2);
    const char *made = rows_text(rows, 5);

    return arena_format(context->arena,
        "“%s” refers to “%s”%s, which reads differently since%s%s.",
        rows_text(rows, 1), rows_text(rows, 4),
        string_equals(role, "text") ? " in its text" : "",
        made[0] == '\0' ? " then" : " the link was made on ",
        made[0] == '\0' ? "" : clock_show(context->arena,
                                   clock_date(context->arena, made)));
}

bool rule_check_suspect(struct rule_running *running, struct error *error)
{
    struct context *context = running->context;
    const char *except = arena_format(
        context->arena, " %s ", running->check->parts[RULE_EXCEPT]);
    struct map *seen = map_create(context->arena);
    struct rows rows;

    if (!database_query(context->db,
            "select owner.ref, owner.title, link.role, target.ref, "
            "target.title, link.made_at, owner.id, target.id from link "
            "join item owner on owner.id = link.owner "
            "join item target on target.id = link.target "
            "where link.suspect = 1 and owner.present = 1 "
            "and target.present = 1 "
            "and $1 not like '% ' || target.kind || ' %' "
            "order by link.id limit $2",
            VALUES(value_text(except), value_number(RULE_COUNTED_LIMIT)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        bool told = rule_is_told(running);
        const char *key = arena_format(context->arena, "%lld %lld",
            rows_number(&rows, 6), rows_number(&rows, 7));

        /* A text may refer to one thing many times. */
        if (map_get(seen, key) != NULL)
            continue;
        map_set(seen, key, seen);
        rule_add(running, told ? rows_text(&rows, 0) : NULL,
            told ? suspect_message(context, &rows) : NULL);
    }
    return rows_end(&rows, error);
}
