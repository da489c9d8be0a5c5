/* Standards from files to the database, and back clause by clause. */
#include "domain/standard.h"

#include "base/crypto.h"
#include "base/file.h"
#include "base/map.h"
#include "domain/kind_load.h"
#include "domain/resolve.h"
#include "domain/search.h"
#include "domain/site.h"
#include "domain/standard_file.h"

#include <stdint.h>
#include <string.h>

struct loading {
    struct context *context;
    const char *path;
    const struct standard_file *file;
    long long position; /* of the standard among the others */
};

static bool refuse(const struct loading *loading, size_t line,
    const char *message, struct error *error)
{
    const char *place =
        arena_format(error->arena, "%s:%zu", loading->path, line);

    return error_at(error, ERROR_INVALID, place, "%s: %s", place, message);
}

/* Has the kind one of the statuses? */
static bool kind_has_any(
    struct arena *arena, const struct kind *kind, const char *statuses)
{
    struct text rest = text_of(statuses);
    struct text status;

    while (text_next(&rest, ' ', &status)) {
        if (kind_status(kind, text_string(arena, status)) != NULL)
            return true;
    }
    return false;
}

/* Has any of the kinds ("" for all there are) the status? */
static bool any_has_status(
    const struct site *site, const char *kinds, const char *status)
{
    for (size_t i = 0; i < site->kinds->count; i++) {
        const struct kind *kind = &site->kinds->kinds[i];

        if ((kinds[0] == '\0' || words_have(kinds, kind->name)) &&
            kind_status(kind, status) != NULL)
            return true;
    }
    return false;
}

/* NULL when all kinds and statuses exist and fit, else what is wrong. */
static const char *expectation_problem(struct arena *arena,
    const struct site *site, const struct expectation *expectation)
{
    struct text rest = text_of(expectation->kinds);
    struct text part;

    while (text_next(&rest, ' ', &part)) {
        const char *name = text_string(arena, part);
        const struct kind *kind = kind_find(site, name);

        if (kind == NULL)
            return arena_format(arena, "there is no kind of record “%s”", name);
        if (expectation->statuses[0] != '\0' &&
            !kind_has_any(arena, kind, expectation->statuses))
            return arena_format(
                arena, "%s has no status “%s”", name, expectation->statuses);
    }
    rest = text_of(expectation->statuses);
    while (text_next(&rest, ' ', &part)) {
        const char *name = text_string(arena, part);

        if (!any_has_status(site, expectation->kinds, name))
            return arena_format(arena, "%s has no status “%s”",
                expectation->kinds[0] == '\0' ? "no kind of record"
                                              : expectation->kinds,
                name);
    }
    return NULL;
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

static bool put_clause(
    const struct loading *loading, size_t position, struct error *error)
{
    struct context *context = loading->context;
    const struct standard_file *file = loading->file;
    const struct standard_file_clause *clause = &file->clauses[position];
    const char *ref =
        arena_format(context->arena, "clause:%s/%s", file->id, clause->id);
    /* Searching for the number finds the clause as well. */
    const char *body = arena_format(
        context->arena, "%s %s\n%s", file->number, clause->id, clause->asks);
    long long item = 0;

    return resolve_put_item(context, ref, "clause", clause->heading,
               crypto_sha256(context->arena, text_of(clause->asks)), &item,
               error) &&
           database_run(context->db,
               "insert into clause (id, standard, clause, parent, kind, "
               "heading, asks, position) "
               "values ($1, $2, $3, $4, $5, $6, $7, $8)",
               VALUES(value_number(item), value_text(file->id),
                   value_text(clause->id), value_text(clause->parent),
                   value_text(clause->kind), value_text(clause->heading),
                   value_text(clause->asks), value_number((long long)position)),
               error) &&
           put_expectations(loading, clause, item, error) &&
           search_put(context, ref, "clause", clause->heading, body, error);
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
               "delete from expectation where clause in "
               "(select id from clause where standard = $1)",
               VALUES(value_text(id)), error) &&
           database_run(context->db, "delete from clause where standard = $1",
               VALUES(value_text(id)), error);
}

/* Clauses that are gone are not found by searching either. */
static bool clear_search(struct context *context, const char *const *refs,
    size_t count, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (!search_remove(context, refs[i], error))
            return false;
    }
    return true;
}

static bool list_gone(const struct loading *loading, const char *const **refs,
    size_t *count, struct error *error)
{
    struct context *context = loading->context;
    struct map *kept = map_create(context->arena);
    struct clause *clauses;
    size_t clause_count;
    const char **gone;

    if (!clause_list(
            context, loading->file->id, &clauses, &clause_count, error))
        return false;
    for (size_t i = 0; i < loading->file->clause_count; i++)
        map_set(kept, loading->file->clauses[i].id, context);
    gone = arena_array(context->arena, clause_count + 1, sizeof *gone);
    *count = 0;
    for (size_t i = 0; i < clause_count; i++) {
        if (map_get(kept, clauses[i].id) == NULL)
            gone[(*count)++] = clauses[i].ref;
    }
    *refs = gone;
    return true;
}

/* The first edition of a number is the one a bare number means. */
static bool put_standard(const struct loading *loading, struct error *error)
{
    const struct standard_file *file = loading->file;
    struct database *db = loading->context->db;
    const char *const *gone;
    size_t gone_count;

    if (!list_gone(loading, &gone, &gone_count, error) ||
        !clear_search(loading->context, gone, gone_count, error) ||
        !clear_standard(loading->context, file->id, error) ||
        !database_run(db,
            "insert into standard (id, number, edition, name, title, "
            "position, chosen) select $1, $2, $3, $4, $5, $6, "
            "case when exists (select 1 from standard where number = $2 and "
            "chosen = 1) then 0 else 1 end where 1 = 1 "
            "on conflict (id) do update set number = excluded.number, "
            "edition = excluded.edition, name = excluded.name, "
            "title = excluded.title, position = excluded.position",
            VALUES(value_text(file->id), value_text(file->number),
                value_text(file->edition), value_text(file->name),
                value_text(file->title), value_number(loading->position)),
            error))
        return false;
    for (size_t i = 0; i < file->clause_count; i++) {
        if (!put_clause(loading, i, error))
            return false;
    }
    return true;
}

static bool load_file(struct context *context, const char *path,
    long long position, struct map *loaded, struct error *error)
{
    struct standard_file file;
    struct loading loading = {
        .context = context, .path = path, .file = &file, .position = position};
    struct text content;
    struct error problem = error_create(error->arena);

    if (!file_read(context->arena, path, STANDARD_FILE_LIMIT, &content, error))
        return false;
    if (!standard_file_parse(context->arena, content, &file, &problem)) {
        /* "line 12: …" becomes "FILE:12: …". */
        return error_at(error, problem.code, path, "%s:%s", path,
            problem.message + strlen("line "));
    }
    if (map_get(loaded, file.id) != NULL)
        return refuse(&loading, 1,
            arena_format(error->arena, "the standard %s stands in %s already",
                file.id, (const char *)map_get(loaded, file.id)),
            error);
    map_set(loaded, file.id, (void *)(uintptr_t)path);
    return put_standard(&loading, error);
}

bool standard_load_files(
    struct context *context, const char *folder, struct error *error)
{
    struct map *loaded = map_create(context->arena);
    struct file_entry *entries;
    size_t count;
    long long position = 0;

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
    return true;
}

#define STANDARD_COLUMNS "id, number, edition, name, title, chosen "

static void read_standard(struct rows *rows, struct standard *standard)
{
    standard->id = rows_text(rows, 0);
    standard->number = rows_text(rows, 1);
    standard->edition = rows_text(rows, 2);
    standard->name = rows_text(rows, 3);
    standard->title = rows_text(rows, 4);
    standard->chosen = rows_number(rows, 5) != 0;
}

bool standard_list(struct context *context, struct standard **standards,
    size_t *count, struct error *error)
{
    struct rows rows;
    long long most = 0;

    *count = 0;
    if (!database_number(context->db, "select count(*) from standard",
            NO_VALUES, &most, error) ||
        !database_query(context->db,
            "select " STANDARD_COLUMNS
            "from standard order by position, id limit $1",
            VALUES(value_number(most)), &rows, error))
        return false;
    *standards =
        arena_array(context->arena, (size_t)most + 1, sizeof **standards);
    while (rows_next(&rows))
        read_standard(&rows, &(*standards)[(*count)++]);
    return rows_end(&rows, error);
}

bool standard_find(struct context *context, const char *name,
    struct standard *standard, bool *found, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select " STANDARD_COLUMNS "from standard where id = $1 or "
            "(number = $1 and chosen = 1) order by chosen desc, id desc "
            "limit 1",
            VALUES(value_text(name)), &rows, error))
        return false;
    *found = rows_next(&rows);
    if (*found)
        read_standard(&rows, standard);
    return rows_end(&rows, error);
}

#define CLAUSE_COLUMNS                                                         \
    "id, standard, clause, parent, kind, heading, asks, position "

static void read_clause(
    struct arena *arena, struct rows *rows, struct clause *clause)
{
    clause->item = rows_number(rows, 0);
    clause->standard = rows_text(rows, 1);
    clause->id = rows_text(rows, 2);
    clause->ref =
        arena_format(arena, "clause:%s/%s", clause->standard, clause->id);
    clause->parent = rows_text(rows, 3);
    clause->kind = rows_text(rows, 4);
    clause->heading = rows_text(rows, 5);
    clause->asks = rows_text(rows, 6);
    clause->position = rows_number(rows, 7);
    clause->leaf = standard_kind_is_leaf(clause->kind);
}

bool clause_read(struct context *context, const char *standard, const char *id,
    struct clause *clause, bool *found, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select " CLAUSE_COLUMNS
            "from clause where standard = $1 and clause = $2 order by id",
            VALUES(value_text(standard), value_text(id)), &rows, error))
        return false;
    *found = rows_next(&rows);
    if (*found)
        read_clause(context->arena, &rows, clause);
    return rows_end(&rows, error);
}

bool clause_list(struct context *context, const char *standard,
    struct clause **clauses, size_t *count, struct error *error)
{
    struct rows rows;
    long long most = 0;

    *count = 0;
    if (!database_number(context->db,
            "select count(*) from clause where standard = $1",
            VALUES(value_text(standard)), &most, error) ||
        !database_query(context->db,
            "select " CLAUSE_COLUMNS
            "from clause where standard = $1 order by position limit $2",
            VALUES(value_text(standard), value_number(most)), &rows, error))
        return false;
    *clauses = arena_array(context->arena, (size_t)most + 1, sizeof **clauses);
    while (rows_next(&rows))
        read_clause(context->arena, &rows, &(*clauses)[(*count)++]);
    return rows_end(&rows, error);
}

bool clause_neighbours(struct context *context, const char *standard,
    const char *id, const char **previous, const char **next,
    struct error *error)
{
    struct rows rows;
    bool passed = id[0] == '\0';

    *previous = "";
    *next = "";
    if (!database_query(context->db,
            "select clause, kind from clause where standard = $1 "
            "order by position",
            VALUES(value_text(standard)), &rows, error))
        return false;
    while ((*next)[0] == '\0' && rows_next(&rows)) {
        const char *other = rows_text(&rows, 0);

        if (string_equals(other, id))
            passed = true;
        else if (!standard_kind_is_leaf(rows_text(&rows, 1)))
            continue;
        else if (passed)
            *next = other;
        else
            *previous = other;
    }
    return rows_end(&rows, error);
}

static const char *label_of_kind(void *user, const char *name)
{
    const struct kind *kind = kind_find(user, name);

    return kind == NULL ? NULL : kind->label;
}

static const char *label_of_status(
    void *user, const char *kind, const char *name)
{
    const struct site *site = user;

    for (size_t i = 0; i < site->kinds->count; i++) {
        const struct kind *candidate = &site->kinds->kinds[i];
        const struct status *status = kind_status(candidate, name);

        if (status != NULL &&
            (kind[0] == '\0' || string_equals(kind, candidate->name)))
            return status->label;
    }
    return NULL;
}

const char *standard_explain(
    struct context *context, const struct expectation *expectation)
{
    struct expectation_labels labels = {.user = context->site,
        .kind = label_of_kind,
        .status = label_of_status};

    return expectation_explain(context->arena, expectation, &labels);
}
