/* Kinds are data; everything they may say is checked here, once. */
#include "domain/kind_load.h"

#include "base/crypto.h"
#include "base/file.h"
#include "domain/field.h"
#include "domain/reference.h"

#include <string.h>

enum {
    KIND_FILE_LIMIT = 256 * 1024,
    KIND_LIMIT = 500,
    FIELD_LIMIT = 200,
    STATUS_LIMIT = 200
};

/* What field.listed says. */
enum { LISTED_NOT, LISTED_COLUMN, LISTED_BELOW };

static const char *const kind_tables[] = {"kind", "status", "field", NULL};
static const char *const styles[] = {"open", "active", "wait", "done", NULL};

/* Forms and lists send these beside the fields. */
static const char *const form_names[] = {
    "revision", "csrf", "why", "note", "saved", "page", "q", "sort", NULL};

static bool list_has(const char *const *list, const char *word)
{
    for (size_t i = 0; list[i] != NULL; i++) {
        if (string_equals(list[i], word))
            return true;
    }
    return false;
}

static bool line_has(struct text line, const char *word)
{
    return word[0] == '\0' ||
           memmem(line.data, line.size, word, strlen(word)) != NULL;
}

/* "file:line" of the line that speaks of this kind and field and has the
 * word, else the file. */
static const char *place_of(struct arena *arena, const char *file,
    struct text script, const char *kind, const char *field, const char *word)
{
    const char *quoted_kind = arena_format(arena, "'%s'", kind);
    const char *quoted_field =
        field[0] == '\0' ? "" : arena_format(arena, "'%s'", field);
    struct text rest = script;
    struct text line;
    size_t number = 0;

    while (text_next(&rest, '\n', &line)) {
        number++;
        if (line_has(line, quoted_kind) && line_has(line, quoted_field) &&
            line_has(line, word))
            return arena_format(arena, "%s:%zu", file, number);
    }
    return file;
}

struct loading {
    struct context *context;
    const char *file;
    struct text script;
};

static bool refuse(const struct loading *loading, const char *kind,
    const char *field, const char *what, const char *word, struct error *error)
{
    const char *place = place_of(
        error->arena, loading->file, loading->script, kind, field, word);

    return error_at(error, ERROR_INVALID, place,
        "%s: kind %s%s%s: unknown %s “%s”", place, kind,
        field[0] == '\0' ? "" : ", field ", field, what, word);
}

static bool check_kind_names(const struct loading *loading, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(loading->context->db,
            "select kind.name, kind.dated, (select count(*) from field "
            "where field.kind = kind.name and field.name = kind.dated), "
            "(select count(*) from field where field.kind = kind.name "
            "and field.name in ('title', 'status')) "
            "from kind order by kind.position, kind.name",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        const char *name = rows_text(&rows, 0);
        struct reference reference;
        struct error problem = error_create(error->arena);

        if (reference_is_reserved(name) ||
            !reference_parse(error->arena,
                text_of(arena_format(error->arena, "%s:1", name)), &reference,
                &problem))
            fine =
                refuse(loading, name, "", "or reserved kind name", name, error);
        else if (rows_number(&rows, 2) != 1)
            fine = refuse(loading, name, "", "evidence date field",
                rows_text(&rows, 1), error);
        else if (rows_number(&rows, 3) != 2)
            fine = error_at(error, ERROR_INVALID, loading->file,
                "%s: kind %s: has no title or no status field", loading->file,
                name);
    }
    return rows_end(&rows, error) && fine;
}

static bool check_statuses(const struct loading *loading, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(loading->context->db,
            "select kind, name, style from status order by kind, position",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        if (!list_has(styles, rows_text(&rows, 2)))
            fine = refuse(loading, rows_text(&rows, 0), "", "status style",
                rows_text(&rows, 2), error);
    }
    return rows_end(&rows, error) && fine;
}

static bool has_status(const struct loading *loading, const char *kind,
    const char *status, bool *known, struct error *error)
{
    long long count = 0;

    if (!database_number(loading->context->db,
            "select count(*) from status where kind = $1 and name = $2",
            VALUES(value_text(kind), value_text(status)), &count, error))
        return false;
    *known = count > 0;
    return true;
}

static bool check_required(const struct loading *loading, const char *kind,
    const char *field, const char *required, struct error *error)
{
    struct text rest = text_of(required);
    struct text part;

    if (string_equals(required, "always"))
        return true;
    while (text_next(&rest, ' ', &part)) {
        const char *word = text_string(error->arena, part);
        bool known;

        if (!has_status(loading, kind, word, &known, error))
            return false;
        if (!known)
            return refuse(loading, kind, field,
                "status in what it is required for:", word, error);
    }
    return true;
}

static bool check_fields(const struct loading *loading, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(loading->context->db,
            "select kind, name, type, required, differs, choices, "
            "(select count(*) from field f where f.kind = field.kind "
            "and f.name = field.differs), listed "
            "from field order by kind, position",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        const char *kind = rows_text(&rows, 0);
        const char *name = rows_text(&rows, 1);
        const char *type = rows_text(&rows, 2);

        if (list_has(form_names, name))
            fine = refuse(
                loading, kind, name, "or reserved field name", name, error);
        else if (field_type_find(type) == NULL)
            fine = refuse(loading, kind, name, "field type", type, error);
        else if (rows_text(&rows, 4)[0] != '\0' && rows_number(&rows, 6) == 0)
            fine = refuse(loading, kind, name,
                "field it must differ from:", rows_text(&rows, 4), error);
        else if (rows_number(&rows, 7) < LISTED_NOT ||
                 rows_number(&rows, 7) > LISTED_BELOW)
            fine = refuse(loading, kind, name,
                "value of listed:", rows_text(&rows, 7), error);
        else if (string_equals(type, "choice") &&
                 strchr(rows_text(&rows, 5), '=') == NULL)
            fine = error_at(error, ERROR_INVALID, loading->file,
                "%s: kind %s, field %s: a choice field needs choices written "
                "name=Label; name=Label",
                loading->file, kind, name);
        else
            fine =
                check_required(loading, kind, name, rows_text(&rows, 3), error);
    }
    return rows_end(&rows, error) && fine;
}

static bool too_many(const struct loading *loading, const char *what, int limit,
    struct error *error)
{
    return error_at(error, ERROR_TOO_LARGE, loading->file,
        "%s: %s: at most %d are possible", loading->file, what, limit);
}

/* What would not fit in memory is refused here and never cut there. */
static bool check_limits(const struct loading *loading, struct error *error)
{
    struct database *db = loading->context->db;
    struct arena *arena = error->arena;
    const char *fields = "";
    const char *statuses = "";
    long long kinds = 0;

    if (!database_number(
            db, "select count(*) from kind", NO_VALUES, &kinds, error) ||
        !database_text(db,
            "select kind from field group by kind having count(*) > $1 "
            "order by kind",
            VALUES(value_number(FIELD_LIMIT)), &fields, error) ||
        !database_text(db,
            "select kind from status group by kind having count(*) > $1 "
            "order by kind",
            VALUES(value_number(STATUS_LIMIT)), &statuses, error))
        return false;
    if (kinds > KIND_LIMIT)
        return too_many(loading, "too many kinds", KIND_LIMIT, error);
    if (fields[0] != '\0')
        return too_many(loading,
            arena_format(arena, "kind %s has too many fields", fields),
            FIELD_LIMIT, error);
    if (statuses[0] != '\0')
        return too_many(loading,
            arena_format(arena, "kind %s has too many statuses", statuses),
            STATUS_LIMIT, error);
    return true;
}

static bool load_file(
    struct context *context, const char *path, struct error *error)
{
    struct loading loading = {.context = context, .file = path};

    if (!file_read(error->arena, path, KIND_FILE_LIMIT, &loading.script, error))
        return false;
    if (!text_is_clean(loading.script, NULL))
        return error_at(
            error, ERROR_INVALID, path, "%s: is not UTF-8 text", path);
    if (!database_script(context->db, loading.script.data, kind_tables, error))
        return error_wrap(error, path);
    return check_limits(&loading, error) && check_kind_names(&loading, error) &&
           check_statuses(&loading, error) && check_fields(&loading, error);
}

/* A word among the kinds a reference may point to, once all are loaded. */
static bool is_target(
    struct context *context, const char *word, bool *known, struct error *error)
{
    static const char *const others[] = {
        "page", "section", "clause", "person", "file", NULL};
    long long count = 0;

    if (!database_number(context->db,
            "select count(*) from kind where name = $1",
            VALUES(value_text(word)), &count, error))
        return false;
    *known = count > 0 || list_has(others, word);
    return true;
}

/* `file` is the one to blame: the only one that speaks of the field. */
static bool check_targets(const struct loading *loading, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(loading->context->db,
            "select kind, name, kinds from field where kinds <> $1 "
            "order by kind, position",
            VALUES(value_text("")), &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        struct text rest = text_of(rows_text(&rows, 2));
        struct text part;

        while (fine && text_next(&rest, ' ', &part)) {
            const char *word = text_string(error->arena, part);
            const char *kind = rows_text(&rows, 0);
            const char *field = rows_text(&rows, 1);
            bool known = false;

            if (!is_target(loading->context, word, &known, error))
                fine = false;
            else if (!known && strchr(place_of(error->arena, loading->file,
                                          loading->script, kind, field, word) +
                                          strlen(loading->file),
                                   ':') != NULL)
                fine = refuse(
                    loading, kind, field, "kind it may refer to:", word, error);
        }
    }
    return rows_end(&rows, error) && fine;
}

static bool check_file_targets(
    struct context *context, const char *path, struct error *error)
{
    struct loading loading = {.context = context, .file = path};

    return file_read(
               error->arena, path, KIND_FILE_LIMIT, &loading.script, error) &&
           check_targets(&loading, error);
}

bool kind_load_files(
    struct context *context, const char *folder, struct error *error)
{
    struct file_entry *entries;
    size_t count;

    if (!file_walk(error->arena, folder, &entries, &count, error) ||
        !database_run(context->db,
            "delete from status where kind in "
            "(select name from kind where origin = 'shipped')",
            NO_VALUES, error) ||
        !database_run(context->db,
            "delete from field where kind in "
            "(select name from kind where origin = 'shipped')",
            NO_VALUES, error) ||
        !database_run(context->db, "delete from kind where origin = 'shipped'",
            NO_VALUES, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (string_ends(entries[i].path, ".sql") &&
            !load_file(context,
                file_join(error->arena, folder, entries[i].path), error))
            return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (string_ends(entries[i].path, ".sql") &&
            !check_file_targets(context,
                file_join(error->arena, folder, entries[i].path), error))
            return false;
    }
    /* Another value each time, so that every process reads the kinds anew. */
    return site_set_setting(
        context, "kinds", crypto_token(context->arena), error);
}

static void read_choices(
    struct arena *arena, struct field *field, const char *choices)
{
    struct text rest = text_of(choices);
    struct text part;

    field->choices =
        arena_array(arena, strlen(choices) + 1, sizeof *field->choices);
    while (text_next(&rest, ';', &part)) {
        struct text label = text_trim(part);
        struct text name;

        if (label.size == 0 || !text_next(&label, '=', &name))
            continue;
        field->choices[field->choice_count].name = text_string(arena, name);
        field->choices[field->choice_count++].label = text_string(arena, label);
    }
}

static bool read_fields(struct site *site, struct arena *arena,
    struct kind *kind, struct error *error)
{
    struct rows rows;

    kind->fields = arena_array(arena, FIELD_LIMIT, sizeof *kind->fields);
    if (!database_query(site->db,
            "select name, section, label, help, type, required, choices, "
            "kinds, differs, listed, back from field where kind = $1 "
            "order by position, name limit $2",
            VALUES(value_text(kind->name), value_number(FIELD_LIMIT)), &rows,
            error))
        return false;
    while (rows_next(&rows)) {
        struct field *field = &kind->fields[kind->field_count];
        const char *required = rows_text(&rows, 5);

        field->name = arena_string(arena, rows_text(&rows, 0));
        field->section = arena_string(arena, rows_text(&rows, 1));
        field->label = arena_string(arena, rows_text(&rows, 2));
        field->help = arena_string(arena, rows_text(&rows, 3));
        field->type = field_type_find(rows_text(&rows, 4));
        field->always = string_equals(required, "always");
        field->required_in = field->always ? "" : arena_string(arena, required);
        read_choices(arena, field, rows_text(&rows, 6));
        field->kinds = arena_string(arena, rows_text(&rows, 7));
        field->differs = arena_string(arena, rows_text(&rows, 8));
        field->listed = rows_number(&rows, 9) == LISTED_COLUMN;
        field->below = rows_number(&rows, 9) == LISTED_BELOW;
        field->back = arena_string(arena, rows_text(&rows, 10));
        if (field->type != NULL)
            kind->field_count++;
    }
    kind->title = kind_field(kind, "title");
    kind->status = kind_field(kind, "status");
    kind->owner = kind_field(kind, "owner");
    kind->due = kind_field(kind, "due");
    kind->body = kind_field(kind, "body");
    return rows_end(&rows, error);
}

static bool read_statuses(struct site *site, struct arena *arena,
    struct kind *kind, struct error *error)
{
    struct rows rows;

    kind->statuses = arena_array(arena, STATUS_LIMIT, sizeof *kind->statuses);
    if (!database_query(site->db,
            "select name, label, style, live, closed from status "
            "where kind = $1 order by position, name limit $2",
            VALUES(value_text(kind->name), value_number(STATUS_LIMIT)), &rows,
            error))
        return false;
    while (rows_next(&rows)) {
        struct status *status = &kind->statuses[kind->status_count++];

        status->name = arena_string(arena, rows_text(&rows, 0));
        status->label = arena_string(arena, rows_text(&rows, 1));
        status->style = arena_string(arena, rows_text(&rows, 2));
        status->live = rows_number(&rows, 3) != 0;
        status->closed = rows_number(&rows, 4) != 0;
    }
    return rows_end(&rows, error);
}

static bool read_kinds(struct site *site, struct arena *arena,
    struct kinds *kinds, struct error *error)
{
    struct rows rows;

    kinds->kinds = arena_array(arena, KIND_LIMIT, sizeof *kinds->kinds);
    if (!database_query(site->db,
            "select name, label, plural, description, dated, owner_label "
            "from kind order by position, name limit $1",
            VALUES(value_number(KIND_LIMIT)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct kind *kind = &kinds->kinds[kinds->count++];

        kind->name = arena_string(arena, rows_text(&rows, 0));
        kind->label = arena_string(arena, rows_text(&rows, 1));
        kind->plural = arena_string(arena, rows_text(&rows, 2));
        kind->description = arena_string(arena, rows_text(&rows, 3));
        kind->dated = arena_string(arena, rows_text(&rows, 4));
        kind->owner_label = arena_string(arena, rows_text(&rows, 5));
    }
    return rows_end(&rows, error);
}

static bool read_all(struct site *site, struct arena *arena,
    struct kinds *kinds, struct error *error)
{
    if (!read_kinds(site, arena, kinds, error))
        return false;
    for (size_t i = 0; i < kinds->count; i++) {
        if (!read_statuses(site, arena, &kinds->kinds[i], error) ||
            !read_fields(site, arena, &kinds->kinds[i], error))
            return false;
    }
    return true;
}

bool kind_load_site(struct site *site, struct error *error)
{
    const char *stamp = "";
    struct arena *arena;
    struct kinds *kinds;

    if (!database_text(site->db, "select value from setting where name = $1",
            VALUES(value_text("kinds")), &stamp, error))
        return false;
    if (site->kinds != NULL && string_equals(stamp, site->kinds_stamp))
        return true;
    /* The old kinds stay until the new ones are whole. */
    arena = arena_create();
    kinds = arena_alloc(arena, sizeof *kinds);
    if (!read_all(site, arena, kinds, error)) {
        arena_destroy(arena);
        return false;
    }
    arena_destroy(site->kinds_arena);
    site->kinds_arena = arena;
    site->kinds = kinds;
    site->kinds_stamp = arena_string(arena, stamp);
    return true;
}
