/* What the rows of kinds may say. */
#include "domain/kind_check.h"

#include "domain/computation.h"
#include "domain/field.h"
#include "domain/kind_limits.h"
#include "domain/kind_parse.h"
#include "domain/reference.h"

#include <string.h>

static const char *const styles[] = {"open", "active", "wait", "done", NULL};

/* Forms and lists send these beside the fields. */
static const char *const form_names[] = {"revision", "csrf", "form-token",
    "why", "note", "saved", "page", "q", "sort", "ref", "number", "kind", NULL};

static bool list_has(const char *const *list, const char *word)
{
    for (size_t i = 0; list[i] != NULL; i++) {
        if (string_equals(list[i], word))
            return true;
    }
    return false;
}

bool kind_check_is_taken(const char *field)
{
    return list_has(form_names, field);
}

static bool line_has(struct text line, const char *word)
{
    return word[0] == '\0' ||
           memmem(line.data, line.size, word, strlen(word)) != NULL;
}

/* "file:line" of the line that speaks of this kind and field and has the
 * word, else NULL. */
static const char *line_of(struct arena *arena, const char *file,
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
    return NULL;
}

/* What is wrong, and where: in which line, or in which field of a form. */
static bool say(const struct kind_source *source, const char *kind,
    const char *field, const char *word, const char *message,
    struct error *error)
{
    const char *place;

    if (source->file[0] == '\0')
        return error_at(error, ERROR_INVALID, field, "%s", message);
    place =
        line_of(error->arena, source->file, source->script, kind, field, word);
    if (place == NULL)
        place = source->file;
    return error_at(error, ERROR_INVALID, place, "%s: kind %s%s%s: %s", place,
        kind, field[0] == '\0' ? "" : ", field ", field, message);
}

static bool refuse(const struct kind_source *source, const char *kind,
    const char *field, const char *what, const char *word, struct error *error)
{
    return say(source, kind, field, word,
        arena_format(error->arena, "unknown %s “%s”", what, word), error);
}

/* The site's own rows stand under such a name while others are read from
 * files (domain/kind_file), and were checked when they were made. */
static bool check_kind_names(
    const struct kind_source *source, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(source->context->db,
            "select kind.name, kind.dated, (select count(*) from field "
            "where field.kind = kind.name and field.name = kind.dated), "
            "(select count(*) from field where field.kind = kind.name "
            "and field.name in ('title', 'status')), "
            "(select count(*) from field where field.kind = kind.name "
            "and field.name = kind.dated and field.type in "
            "('date', 'moment')) "
            "from kind where kind.name not like 'site %' "
            "order by kind.position, kind.name",
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
                refuse(source, name, "", "or reserved kind name", name, error);
        else if (rows_number(&rows, 2) != 1)
            fine = refuse(source, name, "", "evidence date field",
                rows_text(&rows, 1), error);
        else if (rows_number(&rows, 4) != 1)
            fine = say(source, name, rows_text(&rows, 1), "",
                "dates the record as evidence, so it must be a date or a date "
                "and time",
                error);
        else if (rows_number(&rows, 3) != 2)
            fine = error_at(error, ERROR_INVALID, source->file,
                "%s: kind %s: has no title or no status field", source->file,
                name);
    }
    return rows_end(&rows, error) && fine;
}

static bool check_statuses(
    const struct kind_source *source, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(source->context->db,
            "select kind, name, style from status order by kind, position",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        if (!list_has(styles, rows_text(&rows, 2)))
            fine = refuse(source, rows_text(&rows, 0), "", "status style",
                rows_text(&rows, 2), error);
    }
    return rows_end(&rows, error) && fine;
}

static bool has_status(const struct kind_source *source, const char *kind,
    const char *status, bool *known, struct error *error)
{
    long long count = 0;

    if (!database_number(source->context->db,
            "select count(*) from status where kind = $1 and name = $2",
            VALUES(value_text(kind), value_text(status)), &count, error))
        return false;
    *known = count > 0;
    return true;
}

static bool check_required(const struct kind_source *source, const char *kind,
    const char *field, const char *required, struct error *error)
{
    struct text rest = text_of(required);
    struct text part;

    if (string_equals(required, "always"))
        return true;
    while (text_next(&rest, ' ', &part)) {
        const char *word = text_string(error->arena, part);
        bool known;

        if (!has_status(source, kind, word, &known, error))
            return false;
        if (!known)
            return refuse(source, kind, field,
                "status in what it is required for:", word, error);
    }
    return true;
}

/* The words of one field that need no other rows. */
static bool check_words(const struct kind_source *source, const char *kind,
    const char *name, const char *choices, const char *bounds,
    bool needs_choices, struct error *error)
{
    struct error problem = error_create(error->arena);
    struct choice *items;
    size_t count;
    double low;
    double high;

    if (!kind_parse_choices(error->arena, choices, &items, &count, &problem) ||
        !kind_parse_bounds(bounds, &low, &high, &problem))
        return say(source, kind, name, "", problem.message, error);
    if (needs_choices && count == 0)
        return say(source, kind, name, "",
            "needs choices written name=Label; name=Label", error);
    return true;
}

static bool check_field(
    const struct kind_source *source, struct rows *rows, struct error *error)
{
    const char *kind = rows_text(rows, 0);
    const char *name = rows_text(rows, 1);
    const char *type = rows_text(rows, 2);
    const char *differs = rows_text(rows, 4);

    if (list_has(form_names, name))
        return refuse(
            source, kind, name, "or reserved field name", name, error);
    if (field_type_find(type) == NULL)
        return refuse(source, kind, name, "field type", type, error);
    if (differs[0] != '\0' && rows_number(rows, 6) == 0)
        return refuse(
            source, kind, name, "field it must differ from:", differs, error);
    if (rows_number(rows, 7) < LISTED_NOT ||
        rows_number(rows, 7) > LISTED_BELOW)
        return refuse(
            source, kind, name, "value of listed:", rows_text(rows, 7), error);
    return check_words(source, kind, name, rows_text(rows, 5),
               rows_text(rows, 8),
               string_equals(type, "choice") ||
                   string_equals(type, "choices") ||
                   string_equals(type, "scale"),
               error) &&
           check_required(source, kind, name, rows_text(rows, 3), error);
}

static bool check_fields(const struct kind_source *source, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(source->context->db,
            "select kind, name, type, required, differs, choices, "
            "(select count(*) from field f where f.kind = field.kind "
            "and f.name = field.differs), listed, bounds "
            "from field where kind not like 'site %' order by kind, position",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows))
        fine = check_field(source, &rows, error);
    return rows_end(&rows, error) && fine;
}

/* What a field means in the Statement of Applicability, which only files say.
 */
static bool check_roles(const struct kind_source *source, struct error *error)
{
    static const char *const roles[] = {"applied", "excluded", "reason",
        "drivers", "agreed-by", "driver", "idle", "measure", "test", "works",
        "fails", "duty", "control", "story", "treats", "accepted", "until",
        NULL};
    struct rows rows;
    bool fine = true;

    if (source->file[0] == '\0')
        return true;
    if (!database_query(source->context->db,
            "select kind, field, role, (select count(*) from field "
            "where field.kind = soa_role.kind "
            "and (field.name = soa_role.field or soa_role.field = 'text')) "
            "from soa_role where kind in (select name from kind) "
            "order by kind, role, field",
            NO_VALUES, &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        const char *kind = rows_text(&rows, 0);
        const char *field = rows_text(&rows, 1);
        const char *role = rows_text(&rows, 2);

        if (!list_has(roles, role))
            fine =
                refuse(source, kind, field, "role in soa_role:", role, error);
        else if (rows_number(&rows, 3) == 0)
            fine =
                refuse(source, kind, field, "field in soa_role:", field, error);
    }
    return rows_end(&rows, error) && fine;
}

static bool too_many(const struct kind_source *source, const char *what,
    int limit, struct error *error)
{
    return error_at(error, ERROR_TOO_LARGE, source->file,
        "%s%s%s: at most %d are possible", source->file,
        source->file[0] == '\0' ? "" : ": ", what, limit);
}

/* What would not fit in memory is refused here and never cut there. */
static bool check_limits(const struct kind_source *source, struct error *error)
{
    struct database *db = source->context->db;
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
        return too_many(source, "too many kinds", KIND_LIMIT, error);
    if (fields[0] != '\0')
        return too_many(source,
            arena_format(arena, "kind %s has too many fields", fields),
            FIELD_LIMIT, error);
    if (statuses[0] != '\0')
        return too_many(source,
            arena_format(arena, "kind %s has too many statuses", statuses),
            STATUS_LIMIT, error);
    return true;
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

static bool check_targets(
    struct context *context, struct kind_fault *fault, struct error *error)
{
    struct rows rows;
    bool fine = true;

    if (!database_query(context->db,
            "select kind, name, kinds from field where kinds <> $1 "
            "order by kind, position",
            VALUES(value_text("")), &rows, error))
        return false;
    while (fine && fault->message == NULL && rows_next(&rows)) {
        struct text rest = text_of(rows_text(&rows, 2));
        struct text part;

        while (fine && fault->message == NULL && text_next(&rest, ' ', &part)) {
            const char *word = text_string(error->arena, part);
            bool known = false;

            fine = is_target(context, word, &known, error);
            if (fine && !known)
                *fault = (struct kind_fault){rows_text(&rows, 0),
                    rows_text(&rows, 1), word,
                    arena_format(error->arena,
                        "unknown kind it may refer to: “%s”", word)};
        }
    }
    return rows_end(&rows, error) && fine;
}

/* Rows of kinds that are not there. */
static bool check_orphans(
    struct context *context, struct kind_fault *fault, struct error *error)
{
    struct rows rows;

    if (!database_query(context->db,
            "select kind, name from field "
            "where kind not in (select name from kind) union all "
            "select kind, name from status "
            "where kind not in (select name from kind) "
            "order by 1, 2 limit 1",
            NO_VALUES, &rows, error))
        return false;
    if (rows_next(&rows))
        *fault =
            (struct kind_fault){rows_text(&rows, 0), rows_text(&rows, 1), "",
                arena_format(error->arena, "there is no kind “%s”",
                    rows_text(&rows, 0))};
    return rows_end(&rows, error);
}

bool kind_check(const struct kind_source *source, struct error *error)
{
    return check_limits(source, error) && check_kind_names(source, error) &&
           check_statuses(source, error) && check_fields(source, error) &&
           check_roles(source, error);
}

/* Three capital letters, as they are kept with each amount. */
static bool is_currency(const char *unit)
{
    return strlen(unit) == 3 && strspn(unit, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3;
}

bool kind_check_field(struct context *context, const struct kinds *kinds,
    const struct kind *kind, const struct field *field, struct error *error)
{
    struct error problem = error_create(error->arena);
    const char *initial = kind_initial_value(context, field->initial);
    const char *value;

    if (string_equals(field->type->name, "money") && field->unit[0] != '\0' &&
        !is_currency(field->unit))
        return error_at(error, ERROR_INVALID, "unit",
            "“%s” is no currency: write three capital letters, such as EUR.",
            field->unit);
    if (!computation_check(kinds, kind, field, &problem))
        return error_at(
            error, problem.code, "computed", "%s.", problem.message);
    /* Whoever opens a form is somebody; who loads kinds need not be. */
    if ((string_equals(field->initial, "me") &&
            string_equals(field->type->name, "person")) ||
        field_check(context, kind, field, initial, &value, &problem))
        return true;
    return error_at(error, problem.code, "initial", "initial value “%s”: %s",
        field->initial, problem.message);
}

/* Is what is wrong with the field the fault of what was changed? */
static bool is_blamed(
    const char *changed, const struct kind *kind, const struct field *field)
{
    if (changed == NULL)
        return !field->custom;
    return string_equals(kind->name, changed) ||
           words_have(field->computed, changed);
}

static bool check_in_memory(struct context *context, const struct kinds *kinds,
    const char *changed, struct kind_fault *fault, struct error *error)
{
    for (size_t i = 0; i < kinds->count; i++) {
        const struct kind *kind = &kinds->kinds[i];

        for (size_t j = 0; j < kind->field_count; j++) {
            const struct field *field = &kind->fields[j];
            struct error problem = error_create(error->arena);

            if (!is_blamed(changed, kind, field) ||
                kind_check_field(context, kinds, kind, field, &problem))
                continue;
            if (problem.code != ERROR_INVALID)
                return error_set(error, problem.code, "%s", problem.message);
            *fault = (struct kind_fault){
                kind->name, field->name, "", problem.message};
            return true;
        }
    }
    return true;
}

bool kind_check_whole(struct context *context, const struct kinds *kinds,
    const char *kind, struct kind_fault *fault, struct error *error)
{
    *fault = (struct kind_fault){.message = NULL};
    return check_orphans(context, fault, error) &&
           (fault->message != NULL || check_targets(context, fault, error)) &&
           (fault->message != NULL ||
               check_in_memory(context, kinds, kind, fault, error));
}

/* A row may stand on several lines; the first has the names. */
const char *kind_check_place(const struct kind_source *source,
    const struct kind_fault *fault, struct arena *arena)
{
    const char *line = line_of(arena, source->file, source->script, fault->kind,
        fault->field, fault->word);

    return line != NULL ? line
                        : line_of(arena, source->file, source->script,
                              fault->kind, fault->field, "");
}
