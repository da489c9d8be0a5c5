/* Read, check against what is there, put, and say so in the history. */
#include "domain/standard_add.h"

#include "base/file.h"
#include "domain/clause_kind.h"
#include "domain/kind_load.h"
#include "domain/site.h"
#include "domain/standard_edition.h"
#include "domain/standard_history.h"
#include "domain/standard_load.h"
#include "domain/standard_read.h"

#include <string.h>

enum { POSITION_FIRST_OWN = 1000 }; /* after all that are shipped */

/* "standards/own rules.csv" is "own rules". */
static const char *stem_of(struct arena *arena, const char *path)
{
    const char *stroke = strrchr(path, '/');
    const char *name = stroke == NULL ? path : stroke + 1;
    const char *dot = strrchr(name, '.');

    return dot == NULL || dot == name
               ? name
               : arena_copy(arena, name, (size_t)(dot - name));
}

static bool read_file(struct context *context, const char *path,
    const struct standard_naming *naming, struct standard_added *added,
    struct error *error)
{
    struct error problem = error_create(error->arena);
    struct text content;

    if (!file_read(context->arena, path, STANDARD_READ_LIMIT, &content, error))
        return false;
    if (standard_read(context->arena, content, naming, &added->file,
            &added->format, &problem))
        return true;
    if (string_begins(problem.message, "line "))
        return error_at(error, problem.code, path, "%s:%s", path,
            problem.message + strlen("line "));
    return error_at(error, problem.code, path, "%s: %s", path, problem.message);
}

/* An id without an edition and the number of one with an edition would both
 * be meant by the number alone. */
static bool check_number(struct context *context,
    const struct standard_file *file, struct error *error)
{
    const char *other = "";

    if (!database_text(context->db,
            "select id from standard where number = $1 and id <> $2 "
            "and (id = $1 or $2 = $1) order by id",
            VALUES(value_text(file->number), value_text(file->id)), &other,
            error))
        return false;
    return other[0] == '\0' ||
           error_set(error, ERROR_CONFLICT,
               "%s stands beside %s: give each an edition, such as --id "
               "%s:2024",
               file->id, other, file->number);
}

static bool check_origin(struct context *context,
    const struct standard_file *file, bool *replaced, struct error *error)
{
    const char *origin = "";

    if (!database_text(context->db, "select origin from standard where id = $1",
            VALUES(value_text(file->id)), &origin, error))
        return false;
    if (string_equals(origin, "shipped"))
        return error_set(error, ERROR_CONFLICT,
            "%s came with the program and is not replaced: give yours another "
            "id with --id",
            file->id);
    *replaced = origin[0] != '\0';
    return check_number(context, file, error);
}

static bool find_position(struct context *context, const char *id,
    long long *position, struct error *error)
{
    *position = POSITION_FIRST_OWN;
    return database_number(context->db,
               "select max(position) + 1 from standard where position >= $1 "
               "having count(*) > 0",
               VALUES(value_number(POSITION_FIRST_OWN)), position, error) &&
           database_number(context->db,
               "select position from standard where id = $1",
               VALUES(value_text(id)), position, error);
}

static bool put_locked(struct context *context, const char *path,
    struct standard_added *added, struct error *error)
{
    struct standard_put put = {
        .path = path, .file = &added->file, .origin = "site"};

    if (!check_origin(context, &added->file, &added->replaced, error) ||
        !find_position(context, added->file.id, &put.position, error) ||
        !standard_put(context, &put, error) ||
        !standard_edition_choose_first(context, error))
        return false;
    added->new = put.new;
    added->gone = put.gone;
    for (size_t i = 0; i < added->file.clause_count; i++)
        added->leaves += standard_kind_is_leaf(added->file.clauses[i].kind);
    return standard_history_add(context, added->file.id,
        added->replaced ? "replaced" : "added", "",
        arena_format(context->arena, "%zu clauses from %s",
            added->file.clause_count, added->format),
        error);
}

bool standard_add(struct context *context, const char *path,
    struct standard_naming naming, bool dry_run, struct standard_added *added,
    struct error *error)
{
    bool fine;

    *added = (struct standard_added){.format = ""};
    naming.file = stem_of(context->arena, path);
    if (!read_file(context, path, &naming, added, error) ||
        !kind_load_site(context->site, error) || !site_begin(context, error))
        return false;
    fine = put_locked(context, path, added, error);
    if (fine && !dry_run)
        return site_commit(context, error);
    site_rollback(context);
    return fine;
}
