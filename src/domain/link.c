/* Links, both ways. */
#include "domain/link.h"

#include "base/map.h"
#include "domain/resolve.h"
#include "domain/site.h"

#include <string.h>

/* The scheme of a reference is the kind of item it would be. */
static const char *kind_of_ref(struct arena *arena, const char *ref)
{
    const char *colon = strchr(ref, ':');

    if (string_begins(ref, "page:") && strchr(ref, '#') != NULL)
        return "section";
    return colon == NULL ? "page"
                         : arena_copy(arena, ref, (size_t)(colon - ref));
}

/* One link that stood there before; `line` is where it stood. */
struct link_standing {
    long long id;
    long long line;
    const char *fingerprint;
    bool kept;
    struct link_standing *twin; /* written alike in the same place */
    struct link_standing *next;
};

static const char *key_of(struct context *context, long long source,
    const char *role, const char *target, const char *written)
{
    return arena_format(
        context->arena, "%lld %s %s %s", source, role, target, written);
}

bool link_owner_read(struct context *context, long long id,
    struct link_owner *owner, struct error *error)
{
    struct rows rows;

    *owner = (struct link_owner){
        .id = id, .kind = "", .status = "", .evidence_on = ""};
    if (!database_query(context->db,
            "select kind, status, evidence_on from record where id = $1",
            VALUES(value_number(id)), &rows, error))
        return false;
    if (rows_next(&rows)) {
        owner->kind = rows_text(&rows, 0);
        owner->status = rows_text(&rows, 1);
        owner->evidence_on = rows_text(&rows, 2);
    }
    return rows_end(&rows, error);
}

bool link_set_begin(struct context *context, long long owner,
    struct link_set *set, struct error *error)
{
    struct rows rows;

    if (!link_owner_read(context, owner, &set->owner, error))
        return false;
    set->by_key = map_create(context->arena);
    set->standing = NULL;
    if (!database_query(context->db,
            "select link.id, source, role, written, line, link.fingerprint, "
            "item.ref from link join item on item.id = link.target "
            "where owner = $1 and manual = 0 order by link.id desc",
            VALUES(value_number(owner)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        const char *key = key_of(context, rows_number(&rows, 1),
            rows_text(&rows, 2), rows_text(&rows, 6), rows_text(&rows, 3));
        struct link_standing *standing =
            arena_alloc(context->arena, sizeof *standing);

        *standing = (struct link_standing){.id = rows_number(&rows, 0),
            .line = rows_number(&rows, 4),
            .fingerprint = rows_text(&rows, 5),
            .twin = map_get(set->by_key, key),
            .next = set->standing};
        map_set(set->by_key, key, standing);
        set->standing = standing;
    }
    return rows_end(&rows, error);
}

static bool make_target(struct context *context, const char *ref,
    long long *target, const char **fingerprint, struct error *error)
{
    *fingerprint = "";
    return resolve_make_item(
               context, ref, kind_of_ref(context->arena, ref), target, error) &&
           database_text(context->db,
               "select fingerprint from item where id = $1",
               VALUES(value_number(*target)), fingerprint, error);
}

/* It stays what it was made as; what it leads to may have come to be since. */
static bool keep_link(struct context *context,
    const struct link_standing *standing, const struct link_draft *draft,
    struct error *error)
{
    const char *fingerprint = standing->fingerprint;
    long long target = 0;

    if (fingerprint[0] != '\0' && standing->line == draft->line)
        return true;
    if (fingerprint[0] == '\0' &&
        !make_target(context, draft->target, &target, &fingerprint, error))
        return false;
    return database_run(context->db,
        "update link set line = $2, fingerprint = $3 where id = $1",
        VALUES(value_number(standing->id), value_number(draft->line),
            value_text(fingerprint)),
        error);
}

bool link_insert(struct context *context, const struct link_owner *owner,
    const struct link_draft *draft, long long *id, struct error *error)
{
    long long target = draft->item;

    if (target == 0 &&
        !resolve_make_item(context, draft->target,
            kind_of_ref(context->arena, draft->target), &target, error))
        return false;
    return database_insert(context->db,
        "insert into link (source, owner, role, target, written, line, "
        "fingerprint, made_at, made_by, manual, kind, status, evidence_on) "
        "values ($1, $2, $3, $4, $5, $6, "
        "(select fingerprint from item where id = $4), $7, $8, $9, $10, $11, "
        "$12)",
        VALUES(value_number(draft->source), value_number(owner->id),
            value_text(draft->role), value_number(target),
            value_text(draft->written), value_number(draft->line),
            value_text(context->now), value_text(context->person),
            value_number(draft->manual), value_text(owner->kind),
            value_text(owner->status), value_text(owner->evidence_on)),
        id, error);
}

bool link_set_add(struct context *context, struct link_set *set,
    const struct link_draft *draft, struct error *error)
{
    const char *key = key_of(
        context, draft->source, draft->role, draft->target, draft->written);
    struct link_standing *standing = map_get(set->by_key, key);
    long long id = 0;

    if (standing == NULL)
        return link_insert(context, &set->owner, draft, &id, error);
    map_set(set->by_key, key, standing->twin);
    standing->kept = true;
    return keep_link(context, standing, draft, error);
}

bool link_set_end(
    struct context *context, struct link_set *set, struct error *error)
{
    for (const struct link_standing *standing = set->standing; standing != NULL;
         standing = standing->next) {
        if (!standing->kept &&
            !database_run(context->db, "delete from link where id = $1",
                VALUES(value_number(standing->id)), error))
            return false;
    }
    return true;
}

bool link_mark(struct context *context, long long owner, struct error *error)
{
    return database_run(context->db,
        "update link set status = record.status, "
        "evidence_on = record.evidence_on from record "
        "where record.id = $1 and link.owner = $1 "
        "and (link.status <> record.status "
        "or link.evidence_on <> record.evidence_on)",
        VALUES(value_number(owner)), error);
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
    link->id = rows_number(rows, 9);
    link->manual = rows_number(rows, 10) != 0;
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

#define FROM_COLUMNS                                                           \
    "select link.role, item.ref, item.kind, item.title, item.present, "        \
    "coalesce(record.status, ''), "                                            \
    "coalesce(parent.ref, item.ref), coalesce(parent.title, item.title), "     \
    "case when link.fingerprint <> '' and item.fingerprint <> '' "             \
    "and link.fingerprint <> item.fingerprint then 1 else 0 end, link.id, "    \
    "link.manual "                                                             \
    "from link join item on item.id = link.target "                            \
    "left join record on record.id = item.id "                                 \
    "left join section on section.id = item.id "                               \
    "left join item parent on parent.id = section.page "

bool link_list_from(struct context *context, long long owner,
    struct linked **links, size_t *count, struct error *error)
{
    return links_read(context,
        FROM_COLUMNS "where link.owner = $1 order by link.id",
        VALUES(value_number(owner)), links, count, error);
}

bool link_list_by_hand(struct context *context, long long item,
    struct linked **links, size_t *count, struct error *error)
{
    return links_read(context,
        FROM_COLUMNS
        "where link.owner = coalesce("
        "(select page from section where section.id = $1), $1) "
        "and (link.owner = $1 or link.source = $1) and link.manual = 1 "
        "order by link.id",
        VALUES(value_number(item)), links, count, error);
}

bool link_list_to(struct context *context, long long item, long long limit,
    struct linked **links, size_t *count, struct error *error)
{
    return links_read(context,
        "select link.role, item.ref, item.kind, item.title, item.present, "
        "coalesce(record.status, ''), owner.ref, owner.title, "
        "case when link.fingerprint <> '' and aim.fingerprint <> '' "
        "and link.fingerprint <> aim.fingerprint then 1 else 0 end, "
        "link.id, link.manual "
        "from link join item on item.id = link.source "
        "join item aim on aim.id = link.target "
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

/* Of all links those are found from the few items that are not there: `cross
 * join` tells the planner so, which would else read all links. */
#define BROKEN_COLUMNS                                                         \
    "select coalesce(page.path, owner.ref), link.line, link.written, "         \
    "owner.ref, page.path is null "
#define BROKEN_JOINS                                                           \
    "join item owner on owner.id = link.owner "                                \
    "left join page on page.id = link.owner "                                  \
    "where item.present = 0 and owner.present = 1 "
#define BROKEN_ORDER "order by 1, link.line, link.id"
#define BROKEN_ALL                                                             \
    BROKEN_COLUMNS "from item cross join link " BROKEN_JOINS                   \
                   "and link.target = item.id and $1 = 0 " BROKEN_ORDER
#define BROKEN_OF_OWNER                                                        \
    BROKEN_COLUMNS                                                             \
    "from link join item on item.id = link.target " BROKEN_JOINS               \
    "and link.owner = $1 " BROKEN_ORDER

bool link_list_broken(struct context *context, long long owner,
    struct broken_link **links, size_t *count, struct error *error)
{
    struct rows rows;
    size_t capacity = 16;
    bool fine = true;

    *links = arena_array(context->arena, capacity, sizeof **links);
    *count = 0;
    if (!database_query(context->db, owner == 0 ? BROKEN_ALL : BROKEN_OF_OWNER,
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
