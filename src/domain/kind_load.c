/* Kinds, from the database to memory. */
#include "domain/kind_load.h"

#include "domain/field.h"
#include "domain/kind_limits.h"
#include "domain/kind_parse.h"

/* Most words of a definition are empty. */
static const char *keep(struct arena *arena, const char *text)
{
    return text[0] == '\0' ? "" : arena_string(arena, text);
}

/* The room for one more field, by position; of the same position those that
 * came first stand first. Sorting so few here is quicker than there. */
static struct field *place_field(
    struct kind *kind, long long *places, long long position)
{
    size_t at = kind->field_count++;

    while (at > 0 && places[at - 1] > position) {
        places[at] = places[at - 1];
        kind->fields[at] = kind->fields[at - 1];
        at--;
    }
    places[at] = position;
    return &kind->fields[at];
}

/* Fields of a type that this program does not know. */
static void drop_unknown(struct kind *kind)
{
    size_t kept = 0;

    for (size_t i = 0; i < kind->field_count; i++) {
        if (kind->fields[i].type != NULL)
            kind->fields[kept++] = kind->fields[i];
    }
    kind->field_count = kept;
}

static bool read_fields(struct site *site, struct arena *arena,
    struct kind *kind, size_t most, struct error *error)
{
    long long *places = arena_array(error->arena, most + 1, sizeof *places);
    struct rows rows;

    kind->fields = arena_array(arena, most + 1, sizeof *kind->fields);
    if (!database_query(site->db,
            "select name, section, label, help, type, required, choices, "
            "kinds, differs, listed, back, initial, unit, bounds, computed, "
            "retired, origin, position from field where kind = $1 "
            "order by name limit $2",
            VALUES(value_text(kind->name), value_number((long long)most)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct field *field = place_field(kind, places, rows_number(&rows, 17));
        const char *required = rows_text(&rows, 5);
        struct error ignored = error_create(arena);

        field->name = keep(arena, rows_text(&rows, 0));
        field->section = keep(arena, rows_text(&rows, 1));
        field->label = keep(arena, rows_text(&rows, 2));
        field->help = keep(arena, rows_text(&rows, 3));
        field->type = field_type_find(rows_text(&rows, 4));
        field->always = string_equals(required, "always");
        field->required_in = field->always ? "" : arena_string(arena, required);
        kind_parse_choices(arena, rows_text(&rows, 6), &field->choices,
            &field->choice_count, &ignored);
        field->kinds = keep(arena, rows_text(&rows, 7));
        field->differs = keep(arena, rows_text(&rows, 8));
        field->retired = rows_number(&rows, 15) != 0;
        field->listed =
            !field->retired && rows_number(&rows, 9) == LISTED_COLUMN;
        field->below = !field->retired && rows_number(&rows, 9) == LISTED_BELOW;
        field->back = keep(arena, rows_text(&rows, 10));
        field->initial = keep(arena, rows_text(&rows, 11));
        field->unit = keep(arena, rows_text(&rows, 12));
        kind_parse_bounds(
            rows_text(&rows, 13), &field->low, &field->high, &ignored);
        field->computed = keep(arena, rows_text(&rows, 14));
        field->custom = !string_equals(rows_text(&rows, 16), "shipped");
    }
    drop_unknown(kind);
    kind->title = kind_field(kind, "title");
    kind->status = kind_field(kind, "status");
    kind->owner = kind_field(kind, "owner");
    kind->due = kind_field(kind, "due");
    kind->body = kind_field(kind, "body");
    return rows_end(&rows, error);
}

static bool read_statuses(struct site *site, struct arena *arena,
    struct kind *kind, size_t most, struct error *error)
{
    struct rows rows;

    kind->statuses = arena_array(arena, most + 1, sizeof *kind->statuses);
    if (!database_query(site->db,
            "select name, label, style, live, closed, retired from status "
            "where kind = $1 order by position, name limit $2",
            VALUES(value_text(kind->name), value_number((long long)most)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct status *status = &kind->statuses[kind->status_count++];

        status->name = keep(arena, rows_text(&rows, 0));
        status->label = keep(arena, rows_text(&rows, 1));
        status->style = keep(arena, rows_text(&rows, 2));
        status->live = rows_number(&rows, 3) != 0;
        status->closed = rows_number(&rows, 4) != 0;
        status->retired = rows_number(&rows, 5) != 0;
    }
    return rows_end(&rows, error);
}

static bool read_roles(struct site *site, struct arena *arena,
    struct kind *kind, struct error *error)
{
    struct builder roles = builder_create(arena);
    struct rows rows;

    if (!database_query(site->db,
            "select role from kind_role where kind = $1 order by role",
            VALUES(value_text(kind->name)), &rows, error))
        return false;
    while (rows_next(&rows))
        builder_format(
            &roles, "%s%s", roles.size > 0 ? " " : "", rows_text(&rows, 0));
    kind->roles = builder_string(&roles);
    return rows_end(&rows, error);
}

/* How many of its fields and statuses there are room for. */
struct room {
    size_t fields;
    size_t statuses;
};

static bool read_kinds(struct site *site, struct arena *arena,
    struct kinds *kinds, struct room *rooms, struct error *error)
{
    struct rows rows;

    if (!database_query(site->db,
            "select name, label, plural, description, dated, owner_label, "
            "category, origin, "
            "(select count(*) from field where field.kind = kind.name), "
            "(select count(*) from status where status.kind = kind.name) "
            "from kind order by position, name limit $1",
            VALUES(value_number(KIND_LIMIT)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct room *room = &rooms[kinds->count];
        struct kind *kind = &kinds->kinds[kinds->count++];

        kind->name = keep(arena, rows_text(&rows, 0));
        kind->label = keep(arena, rows_text(&rows, 1));
        kind->plural = keep(arena, rows_text(&rows, 2));
        kind->description = keep(arena, rows_text(&rows, 3));
        kind->dated = keep(arena, rows_text(&rows, 4));
        kind->owner_label = keep(arena, rows_text(&rows, 5));
        kind->category = keep(arena, rows_text(&rows, 6));
        kind->custom = string_equals(rows_text(&rows, 7), "site");
        room->fields = (size_t)rows_number(&rows, 8);
        room->statuses = (size_t)rows_number(&rows, 9);
    }
    return rows_end(&rows, error);
}

static bool read_whole(struct site *site, struct arena *arena,
    struct kinds *kinds, struct error *error)
{
    struct room *rooms = arena_array(error->arena, KIND_LIMIT, sizeof *rooms);
    long long count = 0;

    if (!database_number(
            site->db, "select count(*) from kind", NO_VALUES, &count, error))
        return false;
    kinds->kinds = arena_array(arena, (size_t)count + 1, sizeof *kinds->kinds);
    if (!read_kinds(site, arena, kinds, rooms, error))
        return false;
    for (size_t i = 0; i < kinds->count; i++) {
        struct kind *kind = &kinds->kinds[i];

        if (!read_roles(site, arena, kind, error) ||
            !read_statuses(site, arena, kind, rooms[i].statuses, error) ||
            !read_fields(site, arena, kind, rooms[i].fields, error))
            return false;
    }
    return true;
}

/* All of one state of the data, and one transaction for a hundred queries. */
bool kind_read_all(struct site *site, struct arena *arena, struct kinds *kinds,
    struct error *error)
{
    bool inside = database_is_busy(site->db);
    bool fine;

    if (!inside && !database_begin_read(site->db, error))
        return false;
    fine = read_whole(site, arena, kinds, error);
    if (!inside)
        database_end_read(site->db);
    return fine;
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
    if (!kind_read_all(site, arena, kinds, error)) {
        arena_destroy(arena);
        return false;
    }
    arena_destroy(site->kinds_arena);
    site->kinds_arena = arena;
    site->kinds = kinds;
    site->kinds_stamp = arena_string(arena, stamp);
    return true;
}
