/* Checks of links: what leads nowhere, and what has changed since. */
#include "domain/rule_running.h"

#include "base/map.h"
#include "domain/link.h"
#include "domain/page.h"

static const char *page_ref(
    struct context *context, const char *path, struct error *error)
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
                "The reference “%s” in %s leads nowhere: %s.", links[i].written,
                where, links[i].reason));
    }
    return true;
}

/* What a page or record refers to that reads differently now. */
struct suspect {
    const char *ref;
    const char *title;
    const char *first; /* titles of what it refers to */
    const char *second;
    size_t count;
    struct suspect *next;
};

/* A text may refer to one thing many times. */
static void add_target(struct context *context, struct suspect *suspect,
    struct map *seen, struct rows *rows)
{
    const char *target = rows_text(rows, 2);
    const char *key =
        arena_format(context->arena, "%s %s", suspect->ref, target);

    if (map_get(seen, key) != NULL)
        return;
    map_set(seen, key, suspect);
    if (suspect->count == 0)
        suspect->first = rows_text(rows, 3);
    if (suspect->count == 1)
        suspect->second = rows_text(rows, 3);
    suspect->count++;
}

static const char *suspect_message(
    struct context *context, const struct suspect *suspect)
{
    const char *begin = arena_format(
        context->arena, "“%s” refers to “%s”", suspect->title, suspect->first);

    if (suspect->count == 1)
        return arena_format(context->arena,
            "%s, which reads differently since the link was made.", begin);
    if (suspect->count == 2)
        return arena_format(context->arena,
            "%s and “%s”, which read differently since the links were made.",
            begin, suspect->second);
    return arena_format(context->arena,
        "%s, “%s” and %zu more, which read differently since the links were "
        "made.",
        begin, suspect->second, suspect->count - 2);
}

/* What is closed tells of its own time and need not be kept up to date. */
static bool read_suspects(
    struct rule_running *running, struct suspect **list, struct error *error)
{
    struct context *context = running->context;
    struct map *owners = map_create(context->arena);
    struct map *seen = map_create(context->arena);
    struct suspect **end = list;
    struct rows rows;

    if (!database_query(context->db,
            "select owner.ref, owner.title, target.ref, target.title "
            "from link join item owner on owner.id = link.owner "
            "join item target on target.id = link.target "
            "left join record on record.id = link.owner "
            "where link.suspect = 1 and owner.present = 1 "
            "and target.present = 1 and coalesce(record.closed, 0) = 0 "
            "and $1 not like '% ' || target.kind || ' %' "
            "order by link.id limit $2",
            VALUES(value_text(arena_format(context->arena, " %s ",
                       running->check->parts[RULE_EXCEPT])),
                value_number(RULE_COUNTED_LIMIT)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        const char *ref = rows_text(&rows, 0);
        struct suspect *suspect = map_get(owners, ref);

        if (suspect == NULL) {
            suspect = arena_alloc(context->arena, sizeof *suspect);
            suspect->ref = ref;
            suspect->title = rows_text(&rows, 1);
            map_set(owners, ref, suspect);
            *end = suspect;
            end = &suspect->next;
        }
        add_target(context, suspect, seen, &rows);
    }
    return rows_end(&rows, error);
}

bool rule_check_suspect(struct rule_running *running, struct error *error)
{
    struct suspect *list = NULL;

    if (!read_suspects(running, &list, error))
        return false;
    for (; list != NULL; list = list->next)
        rule_add(running, list->ref, suspect_message(running->context, list));
    return true;
}
