/* Standards from files to the database. */
#include "domain/standard_load.h"

#include "base/crypto.h"
#include "base/file.h"
#include "base/map.h"
#include "domain/expectation_check.h"
#include "domain/kind_load.h"
#include "domain/resolve.h"
#include "domain/search.h"
#include "domain/site.h"
#include "domain/standard.h"
#include "domain/standard_edition.h"

#include <stdint.h>
#include <string.h>

struct loading {
    struct context *context;
    struct standard_put *put;
    const struct standard_file *file;
    struct map *before; /* clauses it had, by id */
};

static bool refuse(const struct loading *loading, size_t line,
    const char *message, struct error *error)
{
    const char *place =
        arena_format(error->arena, "%s:%zu", loading->put->path, line);

    return error_at(error, ERROR_INVALID, place, "%s: %s", place, message);
}

static bool put_expectations(const struct loading *loading,
    const struct standard_file_clause *clause, long long item,
    struct error *error)
{
    struct context *context = loading->context;

    for (size_t i = 0; i < clause->expectation_count; i++) {
        const struct standard_file_expectation *expectation =
            &clause->expectations[i];
        const char *problem = expectation_problem(
            error->arena, context->site, &expectation->expectation);

        if (problem != NULL)
            return refuse(loading, expectation->line, problem, error);
        if (!database_run(context->db,
                "insert into expectation (clause, position, words) "
                "values ($1, $2, $3)",
                VALUES(value_number(item), value_number((long long)i),
                    value_text(expectation->expectation.words)),
                error))
            return false;
    }
    return true;
}

static bool put_details(const struct loading *loading,
    const struct standard_file_clause *clause, long long item,
    struct error *error)
{
    for (size_t i = 0; i < clause->detail_count; i++) {
        const struct standard_file_detail *detail = &clause->details[i];

        if (!database_run(loading->context->db,
                "insert into clause_detail (clause, position, kind, name, "
                "words) values ($1, $2, $3, $4, $5)",
                VALUES(value_number(item), value_number((long long)i),
                    value_text(detail->kind), value_text(detail->name),
                    value_text(detail->words)),
                error))
            return false;
    }
    return true;
}

static bool put_search(const struct loading *loading,
    const struct standard_file_clause *clause, const char *ref,
    struct error *error)
{
    struct context *context = loading->context;
    /* Searching for the number finds the clause as well. */
    const char *body = arena_format(context->arena, "%s %s\n%s",
        loading->file->number, clause->id, clause->asks);
    const char *heading = clause_heading(context->arena, clause->heading);

    if (map_get(loading->before, clause->id) == NULL)
        return search_add(context, ref, "clause", heading, body, error);
    return search_put(context, ref, "clause", heading, body, error);
}

/* A row that stays keeps the expectations that the site added. */
static bool put_clause(
    const struct loading *loading, size_t position, struct error *error)
{
    struct context *context = loading->context;
    const struct standard_file *file = loading->file;
    const struct standard_file_clause *clause = &file->clauses[position];
    const char *ref =
        arena_format(context->arena, "clause:%s/%s", file->id, clause->id);
    long long item = 0;

    return resolve_put_item(context, ref, "clause",
               clause_heading(context->arena, clause->heading),
               crypto_sha256(context->arena, text_of(clause->asks)), &item,
               error) &&
           database_run(context->db,
               "insert into clause (id, standard, clause, parent, kind, "
               "heading, asks, shares, position) "
               "values ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
               "on conflict (id) do update set parent = excluded.parent, "
               "kind = excluded.kind, heading = excluded.heading, "
               "asks = excluded.asks, shares = excluded.shares, "
               "position = excluded.position",
               VALUES(value_number(item), value_text(file->id),
                   value_text(clause->id), value_text(clause->parent),
                   value_text(clause->kind), value_text(clause->heading),
                   value_text(clause->asks), value_text(clause->shares),
                   value_number((long long)position)),
               error) &&
           put_details(loading, clause, item, error) &&
           put_expectations(loading, clause, item, error) &&
           put_search(loading, clause, ref, error);
}

/* What the standard had before; items stay, so that links keep their ends. */
static bool clear_standard(
    struct context *context, const char *id, struct error *error)
{
    return database_run(context->db,
               "update item set present = 0 where id in "
               "(select id from clause where standard = $1)",
               VALUES(value_text(id)), error) &&
           database_run(context->db,
               "delete from clause_detail where clause in "
               "(select id from clause where standard = $1)",
               VALUES(value_text(id)), error) &&
           database_run(context->db,
               "delete from expectation where origin = 'shipped' "
               "and clause in (select id from clause where standard = $1)",
               VALUES(value_text(id)), error);
}

/* A clause that is gone is not found by searching either. */
static bool drop_clause(
    struct context *context, const struct clause *clause, struct error *error)
{
    return search_remove(context, clause->ref, error) &&
           database_run(context->db,
               "delete from expectation where clause = $1",
               VALUES(value_number(clause->item)), error) &&
           database_run(context->db, "delete from clause where id = $1",
               VALUES(value_number(clause->item)), error);
}

static bool drop_gone(struct loading *loading, struct error *error)
{
    struct context *context = loading->context;
    struct map *kept = map_create(context->arena);
    struct clause *clauses;
    size_t count;

    loading->before = map_create(context->arena);
    if (!clause_list(context, loading->file->id, &clauses, &count, error))
        return false;
    for (size_t i = 0; i < loading->file->clause_count; i++)
        map_set(kept, loading->file->clauses[i].id, context);
    for (size_t i = 0; i < count; i++) {
        map_set(loading->before, clauses[i].id, &clauses[i]);
        if (map_get(kept, clauses[i].id) != NULL)
            continue;
        loading->put->gone++;
        if (!drop_clause(context, &clauses[i], error))
            return false;
    }
    loading->put->new =
        loading->file->clause_count - (count - loading->put->gone);
    return true;
}

/* Where the file says nothing, it comes in the order of being read, after those
 * that say it. */
static long long position_of(const struct loading *loading)
{
    return loading->file->order > 0 ? loading->file->order
                                    : loading->put->position;
}

/* Whether the site works to it is said when it comes, and then by the site. */
static bool put_standard(struct loading *loading, struct error *error)
{
    const struct standard_file *file = loading->file;
    bool scope = string_equals(file->scope, "yes");

    if (!clear_standard(loading->context, file->id, error) ||
        !drop_gone(loading, error) ||
        !database_run(loading->context->db,
            "insert into standard (id, number, edition, name, title, "
            "position, chosen, scope, origin) "
            "values ($1, $2, $3, $4, $5, $6, 0, $7, $8) "
            "on conflict (id) do update set number = excluded.number, "
            "edition = excluded.edition, name = excluded.name, "
            "title = excluded.title, position = excluded.position, "
            "origin = excluded.origin",
            VALUES(value_text(file->id), value_text(file->number),
                value_text(file->edition), value_text(file->name),
                value_text(file->title), value_number(position_of(loading)),
                value_number(scope), value_text(loading->put->origin)),
            error))
        return false;
    for (size_t i = 0; i < file->clause_count; i++) {
        if (!put_clause(loading, i, error))
            return false;
    }
    return true;
}

bool standard_put(
    struct context *context, struct standard_put *put, struct error *error)
{
    struct loading loading = {
        .context = context, .put = put, .file = put->file};

    put->gone = 0;
    put->new = 0;
    return put_standard(&loading, error) && standard_touch(context, error);
}

/* What the site added under the same id stays. */
static bool is_own(
    struct context *context, const char *id, bool *own, struct error *error)
{
    const char *origin = "";

    if (!database_text(context->db, "select origin from standard where id = $1",
            VALUES(value_text(id)), &origin, error))
        return false;
    *own = string_equals(origin, "site");
    return true;
}

static bool load_file(struct context *context, const char *path,
    long long position, struct map *loaded, struct error *error)
{
    struct standard_file file;
    struct standard_put put = {
        .path = path, .file = &file, .origin = "shipped", .position = position};
    struct text content;
    struct error problem = error_create(error->arena);
    bool own;

    if (!file_read(context->arena, path, STANDARD_FILE_LIMIT, &content, error))
        return false;
    if (!standard_file_parse(context->arena, content, &file, &problem)) {
        /* "line 12: …" becomes "FILE:12: …". */
        return error_at(error, problem.code, path, "%s:%s", path,
            problem.message + strlen("line "));
    }
    if (map_get(loaded, file.id) != NULL)
        return error_set(error, ERROR_INVALID,
            "%s:1: the standard %s stands in %s already", path, file.id,
            (const char *)map_get(loaded, file.id));
    map_set(loaded, file.id, (void *)(uintptr_t)path);
    return is_own(context, file.id, &own, error) &&
           (own || standard_put(context, &put, error));
}

bool standard_load_files(
    struct context *context, const char *folder, struct error *error)
{
    struct map *loaded = map_create(context->arena);
    struct file_entry *entries;
    size_t count;
    long long position = STANDARD_ORDER_LIMIT;

    if (!kind_load_site(context->site, error) ||
        !file_walk(context->arena, folder, &entries, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!string_ends(entries[i].path, ".standard"))
            continue;
        if (!load_file(context,
                file_join(context->arena, folder, entries[i].path), ++position,
                loaded, error))
            return false;
    }
    return standard_edition_choose_first(context, error);
}
