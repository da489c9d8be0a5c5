/* Links made by hand, and affirming. */
#include "domain/link_manual.h"

#include "base/escape.h"
#include "domain/history.h"
#include "domain/resolve.h"
#include "domain/site.h"

static const struct link_role roles[] = {
    {"related", "Related to", "Related to"},
    {"supports", "Supports", "Supported by"},
    {"depends", "Depends on", "Needed by"},
    {"treats", "Treats", "Treated by"},
    {"proves", "Proves", "Proved by"},
    {"implements", "Implements", "Implemented by"},
    {"leads", "Led to", "Comes from"},
    {"replaces", "Replaces", "Replaced by"},
    {"file", "Files", "File of"},
    {NULL, NULL, NULL},
};

const struct link_role *link_roles(void)
{
    return roles;
}

const struct link_role *link_role_find(const char *name)
{
    for (size_t i = 0; roles[i].name != NULL; i++) {
        if (string_equals(roles[i].name, name))
            return &roles[i];
    }
    return NULL;
}

#define LINK_COLUMNS                                                           \
    "link.id, link.role, source.ref, target.ref, link.manual, "                \
    "case when link.fingerprint <> '' and target.fingerprint <> '' "           \
    "and link.fingerprint <> target.fingerprint then 1 else 0 end, "           \
    "link.made_at, coalesce(maker.name, link.made_by), link.affirmed_at, "     \
    "coalesce(affirmer.name, link.affirmed_by), source.kind, "                 \
    "target.fingerprint from link "                                            \
    "join item source on source.id = link.source "                             \
    "join item target on target.id = link.target "                             \
    "left join person maker on maker.login = link.made_by "                    \
    "left join person affirmer on affirmer.login = link.affirmed_by "

static void read_row(struct rows *rows, struct link *link)
{
    link->id = rows_number(rows, 0);
    link->role = rows_text(rows, 1);
    link->source = rows_text(rows, 2);
    link->target = rows_text(rows, 3);
    link->manual = rows_number(rows, 4) != 0;
    link->suspect = rows_number(rows, 5) != 0;
    link->made_at = rows_text(rows, 6);
    link->made_by = rows_text(rows, 7);
    link->affirmed_at = rows_text(rows, 8);
    link->affirmed_by = rows_text(rows, 9);
    link->source_kind = rows_text(rows, 10);
    link->fingerprint = rows_text(rows, 11);
}

bool link_read(struct context *context, long long id, struct link *link,
    struct error *error)
{
    struct rows rows;
    bool found;

    if (!database_query(context->db,
            "select " LINK_COLUMNS "where link.id = $1",
            VALUES(value_number(id)), &rows, error))
        return false;
    found = rows_next(&rows);
    if (found)
        read_row(&rows, link);
    if (!rows_end(&rows, error))
        return false;
    return found ||
           error_set(error, ERROR_MISSING,
               "There is no link %lld; it may have been taken back.", id);
}

bool link_list_of(struct context *context, long long item, bool from,
    long long limit, struct link **links, size_t *count, struct error *error)
{
    struct rows rows;

    *links = arena_array(context->arena, (size_t)limit + 1, sizeof **links);
    *count = 0;
    if (!database_query(context->db,
            from ? "select " LINK_COLUMNS
                   "where link.id in (select id from link "
                   "where owner = $1 and source = $1 union all "
                   "select id from link where source = $1 "
                   "and source <> owner) order by link.id desc limit $2"
                 : "select " LINK_COLUMNS
                   "join item owner on owner.id = link.owner "
                   "where link.target = $1 and link.source <> $1 "
                   "and owner.present = 1 order by link.id desc limit $2",
            VALUES(value_number(item), value_number(limit)), &rows, error))
        return false;
    while (rows_next(&rows))
        read_row(&rows, &(*links)[(*count)++]);
    return rows_end(&rows, error);
}

/* What the history keeps of a link. */
static const char *snapshot_of(struct arena *arena, const struct link *link)
{
    struct builder out = builder_create(arena);

    builder_put(&out, "{\"role\":");
    escape_json(&out, text_of(link->role));
    builder_put(&out, ",\"source\":");
    escape_json(&out, text_of(link->source));
    builder_put(&out, ",\"target\":");
    escape_json(&out, text_of(link->target));
    builder_byte(&out, '}');
    return builder_string(&out);
}

static bool add_history(struct context *context, const struct link *link,
    const char *action, struct error *error)
{
    long long item = 0;

    return database_number(context->db, "select id from item where ref = $1",
               VALUES(value_text(link->source)), &item, error) &&
           history_add_part(context, item,
               arena_format(context->arena, "link:%lld", link->id), action, "",
               snapshot_of(context->arena, link), error);
}

static bool resolve_end(struct context *context, const char *name,
    const char *ref, struct target *target, struct error *error)
{
    if (!resolve_text(context, ref, target, error))
        return false;
    if (target->present)
        return true;
    return error_at(error, ERROR_INVALID, name, "“%s” leads nowhere: %s.", ref,
        target->reason);
}

/* The page or record a thing stands in: of a section its page. */
static bool owner_of(struct context *context, long long item,
    struct link_owner *owner, struct error *error)
{
    long long id = item;

    return database_number(context->db,
               "select coalesce((select page from section where id = $1), $1)",
               VALUES(value_number(item)), &id, error) &&
           link_owner_read(context, id, owner, error);
}

static bool check_new(struct context *context, const struct target *from,
    const struct link_owner *owner, const struct target *to, const char *role,
    struct error *error)
{
    long long count = 0;

    if (link_role_find(role) == NULL)
        return error_at(error, ERROR_INVALID, "role",
            "“%s” is not one of the ways in which things are linked.", role);
    if (from->id == to->id)
        return error_at(
            error, ERROR_INVALID, "to", "A thing cannot be linked to itself.");
    if (!database_number(context->db,
            "select count(*) from link where owner = $4 and source = $1 "
            "and target = $2 and role = $3",
            VALUES(value_number(from->id), value_number(to->id),
                value_text(role), value_number(owner->id)),
            &count, error))
        return false;
    return count == 0 || error_at(error, ERROR_INVALID, "to",
                             "%s is linked in this way already.", to->ref);
}

static bool add_locked(struct context *context, const char *from,
    const char *to, const char *role, long long *id, struct error *error)
{
    struct target source;
    struct target target;
    struct link link = {.role = role};
    struct link_owner owner;
    struct link_draft draft = {.role = role, .manual = true};

    if (!resolve_end(context, "from", from, &source, error) ||
        !resolve_end(context, "to", to, &target, error) ||
        !owner_of(context, source.id, &owner, error) ||
        !check_new(context, &source, &owner, &target, role, error))
        return false;
    draft.source = source.id;
    draft.item = target.id;
    draft.target = target.ref;
    draft.written = target.ref;
    if (!link_insert(context, &owner, &draft, id, error))
        return false;
    link.id = *id;
    link.source = source.ref;
    link.target = target.ref;
    return add_history(context, &link, "linked", error);
}

/* Only for what was read does anybody say that the link holds. */
static bool affirm_read(struct context *context, const struct link *link,
    const char *fingerprint, struct error *error)
{
    if (!string_equals(link->fingerprint, fingerprint))
        return error_set(error, ERROR_CONFLICT,
            "What %s says was changed again while you were reading. Look at "
            "it, then say whether the link still holds.",
            link->target);
    return database_run(context->db,
               "update link set fingerprint = $4, suspect = 0, "
               "affirmed_at = $2, affirmed_by = $3 where id = $1",
               VALUES(value_number(link->id), value_text(context->now),
                   value_text(context->person), value_text(fingerprint)),
               error) &&
           add_history(context, link, "affirmed", error);
}

/* `affirmed` is false when there was nothing to affirm. */
static bool affirm_locked(struct context *context, long long id,
    const char *fingerprint, bool *affirmed, struct error *error)
{
    struct link link = {.id = id};

    *affirmed = false;
    if (!link_read(context, id, &link, error))
        return false;
    *affirmed = link.suspect;
    return !link.suspect || affirm_read(context, &link, fingerprint, error);
}

static bool withdraw_locked(
    struct context *context, long long id, struct error *error)
{
    struct link link = {.id = id};

    if (!link_read(context, id, &link, error))
        return false;
    if (!link.manual)
        return error_set(error, ERROR_INVALID,
            "This link stands in the text of %s. Change it there.",
            link.source);
    return database_run(context->db, "delete from link where id = $1",
               VALUES(value_number(id)), error) &&
           add_history(context, &link, "unlinked", error);
}

/* Every change of links is one transaction. */
static bool finish(struct context *context, bool fine, struct error *error)
{
    if (fine)
        return site_commit(context, error);
    site_rollback(context);
    return false;
}

bool link_manual_add(struct context *context, const char *from, const char *to,
    const char *role, long long *id, struct error *error)
{
    return site_begin(context, error) &&
           finish(
               context, add_locked(context, from, to, role, id, error), error);
}

bool link_manual_withdraw(
    struct context *context, long long id, struct error *error)
{
    return site_begin(context, error) &&
           finish(context, withdraw_locked(context, id, error), error);
}

bool link_affirm(struct context *context, long long id, const char *fingerprint,
    struct error *error)
{
    bool affirmed;
    bool fine;

    if (database_is_writing(context->db))
        return affirm_locked(context, id, fingerprint, &affirmed, error);
    if (!site_begin(context, error))
        return false;
    fine = affirm_locked(context, id, fingerprint, &affirmed, error);
    if (!fine || affirmed)
        return finish(context, fine, error);
    site_rollback(context); /* a commit would count the generation up */
    return true;
}
