/* Choosing, and leading the links after it. */
#include "domain/standard_edition.h"

#include "base/text.h"
#include "domain/resolve.h"

#include <string.h>

/* A link to a clause of some edition of the number. */
struct follower {
    long long link;
    const char *ref; /* what it led to */
    const char *to;  /* what it is to lead to */
};

/* Is it written without an edition: clause:27001/9.2.2, 27001/9.2.2? */
static bool is_bare(const char *written, const char *number)
{
    size_t size = strlen(number);

    if (string_begins(written, "clause:"))
        written += strlen("clause:");
    else if (string_begins(written, "meets:"))
        written += strlen("meets:");
    return strncmp(written, number, size) == 0 && written[size] == '/';
}

static bool list_followers(struct context *context, const char *id,
    const char *number, struct follower **followers, size_t *count,
    struct error *error)
{
    const char *from = arena_format(context->arena, "clause:%s", number);
    size_t capacity = 0;
    struct rows rows;

    /* After all of `clause:27001/` and `clause:27001:`. */
    const char *end = arena_format(context->arena, "%s;", from);

    *count = 0;
    *followers = NULL;
    if (!database_query(context->db,
            "select link.id, link.written, item.ref from item "
            "join link on link.target = item.id "
            "where item.ref >= $1 and item.ref < $2 order by link.id",
            VALUES(value_text(from), value_text(end)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        const char *ref = rows_text(&rows, 2);
        const char *clause = strchr(ref, '/');
        struct follower *follower;

        if (clause == NULL || !is_bare(rows_text(&rows, 1), number))
            continue;
        *followers = arena_widen(
            context->arena, *followers, *count, &capacity, sizeof **followers);
        follower = &(*followers)[*count];
        *follower = (struct follower){.link = rows_number(&rows, 0),
            .ref = ref,
            .to = arena_format(context->arena, "clause:%s%s", id, clause)};
        *count += !string_equals(follower->to, ref);
    }
    return rows_end(&rows, error);
}

/* What it was made against stays: where the editions say different things the
 * link is suspect until somebody affirms it. */
static bool lead_on(struct context *context, const struct follower *follower,
    struct error *error)
{
    long long target = 0;

    return resolve_make_item(context, follower->to, "clause", &target, error) &&
           database_run(context->db,
               "update link set target = item.id, "
               "fingerprint = case when link.fingerprint <> '' "
               "then link.fingerprint else item.fingerprint end, "
               "suspect = case when link.fingerprint <> '' "
               "and item.fingerprint <> '' "
               "and link.fingerprint <> item.fingerprint then 1 else 0 end "
               "from item where item.id = $2 and link.id = $1",
               VALUES(value_number(follower->link), value_number(target)),
               error);
}

static bool lead_links(struct context *context, const char *id,
    const char *number, struct error *error)
{
    struct follower *followers;
    size_t count;

    if (!list_followers(context, id, number, &followers, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!lead_on(context, &followers[i], error))
            return false;
    }
    return true;
}

bool standard_edition_choose(struct context *context, const char *id,
    const char *number, struct error *error)
{
    return database_run(context->db,
               "update standard set chosen = case when id = $1 then 1 else 0 "
               "end where number = $2",
               VALUES(value_text(id), value_text(number)), error) &&
           lead_links(context, id, number, error);
}

/* One without a chosen edition: its id and number; "" when there is none. */
static bool find_first(struct context *context, const char **id,
    const char **number, struct error *error)
{
    struct rows rows;

    *id = "";
    *number = "";
    if (!database_query(context->db,
            "select id, number from standard where not exists "
            "(select 1 from standard other "
            "where other.number = standard.number and other.chosen = 1) "
            "order by number, scope desc, position, id limit 1",
            NO_VALUES, &rows, error))
        return false;
    if (rows_next(&rows)) {
        *id = rows_text(&rows, 0);
        *number = rows_text(&rows, 1);
    }
    return rows_end(&rows, error);
}

bool standard_edition_choose_first(struct context *context, struct error *error)
{
    for (;;) {
        const char *id;
        const char *number;

        if (!find_first(context, &id, &number, error))
            return false;
        if (id[0] == '\0')
            return true;
        if (!standard_edition_choose(context, id, number, error))
            return false;
    }
}
