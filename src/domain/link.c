/* Links, both ways. */
#include "domain/link.h"

#include "domain/resolve.h"
#include "domain/site.h"

#include <string.h>

bool link_clear(struct context *context, long long owner, struct error *error)
{
    return database_run(context->db, "delete from link where owner = $1",
        VALUES(value_number(owner)), error);
}

/* The scheme of a reference is the kind of item it would be. */
static const char *kind_of_ref(struct arena *arena, const char *ref)
{
    const char *colon = strchr(ref, ':');

    if (string_begins(ref, "page:") && strchr(ref, '#') != NULL)
        return "section";
    return colon == NULL ? "page"
                         : arena_copy(arena, ref, (size_t)(colon - ref));
}

bool link_add(struct context *context, long long owner,
    const struct link_draft *draft, struct error *error)
{
    long long target = 0;
    const char *fingerprint = "";

    if (!resolve_make_item(context, draft->target,
            kind_of_ref(context->arena, draft->target), &target, error) ||
        !database_text(context->db,
            "select coalesce(section.hash, page.hash, "
            "cast(record.revision as text), '') from item "
            "left join section on section.id = item.id "
            "left join page on page.id = item.id "
            "left join record on record.id = item.id where item.id = $1",
            VALUES(value_number(target)), &fingerprint, error))
        return false;
    return database_run(context->db,
        "insert into link (source, owner, role, target, written, line, "
        "fingerprint) values ($1, $2, $3, $4, $5, $6, $7)",
        VALUES(value_number(draft->source), value_number(owner),
            value_text(draft->role), value_number(target),
            value_text(draft->written), value_number(draft->line),
            value_text(fingerprint)),
        error);
}

static void links_add(struct context *context, struct linked **links,
    size_t *count, size_t *capacity, struct rows *rows)
{
    struct linked *link;

    if (*count == *capacity) {
        size_t more = *capacity == 0 ? 16 : size_multiply(*capacity, 2);
        struct linked *grown = arena_array(context->arena, more, sizeof *grown);

        if (*count > 0)
            memcpy(grown, *links, *count * sizeof *grown);
        *links = grown;
        *capacity = more;
    }
    link = &(*links)[(*count)++];
    link->role = rows_text(rows, 0);
    link->ref = rows_text(rows, 1);
    link->kind = rows_text(rows, 2);
    link->title = rows_text(rows, 3);
    link->present = rows_number(rows, 4) != 0;
    link->status = rows_text(rows, 5);
    link->owner_ref = rows_text(rows, 6);
    link->owner_title = rows_text(rows, 7);
    link->changed = rows_number(rows, 8) != 0;
}

static bool links_read(struct context *context, const char *sql,
    const struct value *values, size_t value_count, struct linked **links,
    size_t *count, struct error *error)
{
    struct rows rows;
    size_t capacity = 0;

    *links = NULL;
    *count = 0;
    if (!database_query(context->db, sql, values, value_count, &rows, error))
        return false;
    while (rows_next(&rows))
        links_add(context, links, count, &capacity, &rows);
    return rows_end(&rows, error);
}

bool link_list_from(struct context *context, long long owner,
    struct linked **links, size_t *count, struct error *error)
{
    return links_read(context,
        "select link.role, item.ref, item.kind, item.title, item.present, "
        "coalesce(record.status, ''), "
        "coalesce(parent.ref, item.ref), coalesce(parent.title, item.title), "
        "case when link.fingerprint <> '' and link.fingerprint <> "
        "coalesce(section.hash, page.hash, link.fingerprint) "
        "then 1 else 0 end "
        "from link join item on item.id = link.target "
        "left join record on record.id = item.id "
        "left join page on page.id = item.id "
        "left join section on section.id = item.id "
        "left join item parent on parent.id = section.page "
        "where link.owner = $1 order by link.id",
        VALUES(value_number(owner)), links, count, error);
}

bool link_list_to(struct context *context, long long item, long long limit,
    struct linked **links, size_t *count, struct error *error)
{
    return links_read(context,
        "select link.role, item.ref, item.kind, item.title, item.present, "
        "coalesce(record.status, ''), owner.ref, owner.title, 0 "
        "from link join item on item.id = link.source "
        "join item owner on owner.id = link.owner "
        "left join record on record.id = link.owner "
        "where owner.present = 1 and link.owner <> $1 and (link.target = $1 or "
        "link.target in (select id from section where page = $1)) "
        "order by link.id desc limit $2",
        VALUES(value_number(item), value_number(limit)), links, count, error);
}

static bool broken_reason(struct context *context, const char *path,
    const char *written, const char **reason, struct error *error)
{
    struct page_link link;

    if (!resolve_link(context, path, written, &link, error))
        return false;
    *reason = link.sort == LINK_BROKEN ? link.reason : NULL;
    return true;
}

bool link_list_broken(struct context *context, long long owner,
    struct broken_link **links, size_t *count, struct error *error)
{
    struct rows rows;
    size_t capacity = 16;
    bool fine = true;

    *links = arena_array(context->arena, capacity, sizeof **links);
    *count = 0;
    if (!database_query(context->db,
            "select coalesce(page.path, owner.ref), link.line, link.written, "
            "owner.ref, page.path is null "
            "from link join item on item.id = link.target "
            "join item owner on owner.id = link.owner "
            "left join page on page.id = link.owner "
            "where item.present = 0 and owner.present = 1 "
            "and ($1 = 0 or link.owner = $1) "
            "order by 1, link.line, link.id",
            VALUES(value_number(owner)), &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        bool is_record = rows_number(&rows, 4) != 0;
        struct broken_link link = {.place = rows_text(&rows, 0),
            .line = rows_number(&rows, 1),
            .written = rows_text(&rows, 2),
            .owner_ref = rows_text(&rows, 3)};

        fine = broken_reason(context, is_record ? "" : link.place, link.written,
            &link.reason, error);
        if (!fine || link.reason == NULL)
            continue;
        if (*count == capacity) {
            struct broken_link *grown = arena_array(
                context->arena, size_multiply(capacity, 2), sizeof *grown);

            memcpy(grown, *links, capacity * sizeof *grown);
            *links = grown;
            capacity *= 2;
        }
        (*links)[(*count)++] = link;
    }
    return rows_end(&rows, error) && fine;
}
