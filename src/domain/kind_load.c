/* Kinds, from the database to memory. */
#include "domain/kind_load.h"

#include "domain/field.h"
#include "domain/kind_limits.h"
#include "domain/kind_parse.h"

static bool read_fields(struct site *site, struct arena *arena,
    struct kind *kind, struct error *error)
{
    struct rows rows;

    kind->fields = arena_array(arena, FIELD_LIMIT, sizeof *kind->fields);
    if (!database_query(site->db,
            "select name, section, label, help, type, required, choices, "
            "kinds, differs, listed, back, initial, unit, bounds, computed, "
            "retired, origin from field where kind = $1 "
            "order by position, name limit $2",
            VALUES(value_text(kind->name), value_number(FIELD_LIMIT)), &rows,
            error))
        return false;
    while (rows_next(&rows)) {
        struct field *field = &kind->fields[kind->field_count];
        const char *required = rows_text(&rows, 5);
        struct error ignored = error_create(arena);

        field->name = arena_string(arena, rows_text(&rows, 0));
        field->section = arena_string(arena, rows_text(&rows, 1));
        field->label = arena_string(arena, rows_text(&rows, 2));
        field->help = arena_string(arena, rows_text(&rows, 3));
        field->type = field_type_find(rows_text(&rows, 4));
        field->always = string_equals(required, "always");
        field->required_in = field->always ? "" : arena_string(arena, required);
        kind_parse_choices(arena, rows_text(&rows, 6), &field->choices,
            &field->choice_count, &ignored);
        field->kinds = arena_string(arena, rows_text(&rows, 7));
        field->differs = arena_string(arena, rows_text(&rows, 8));
        field->retired = rows_number(&rows, 15) != 0;
        field->listed =
            !field->retired && rows_number(&rows, 9) == LISTED_COLUMN;
        field->below = !field->retired && rows_number(&rows, 9) == LISTED_BELOW;
        field->back = arena_string(arena, rows_text(&rows, 10));
        field->initial = arena_string(arena, rows_text(&rows, 11));
        field->unit = arena_string(arena, rows_text(&rows, 12));
        kind_parse_bounds(
            rows_text(&rows, 13), &field->low, &field->high, &ignored);
        field->computed = arena_string(arena, rows_text(&rows, 14));
        field->custom = !string_equals(rows_text(&rows, 16), "shipped");
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
            "select name, label, style, live, closed, retired from status "
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

static bool read_kinds(struct site *site, struct arena *arena,
    struct kinds *kinds, struct error *error)
{
    struct rows rows;

    kinds->kinds = arena_array(arena, KIND_LIMIT, sizeof *kinds->kinds);
    if (!database_query(site->db,
            "select name, label, plural, description, dated, owner_label, "
            "category, origin from kind order by position, name limit $1",
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
        kind->category = arena_string(arena, rows_text(&rows, 6));
        kind->custom = string_equals(rows_text(&rows, 7), "site");
    }
    return rows_end(&rows, error);
}

bool kind_read_all(struct site *site, struct arena *arena, struct kinds *kinds,
    struct error *error)
{
    if (!read_kinds(site, arena, kinds, error))
        return false;
    for (size_t i = 0; i < kinds->count; i++) {
        if (!read_roles(site, arena, &kinds->kinds[i], error) ||
            !read_statuses(site, arena, &kinds->kinds[i], error) ||
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
