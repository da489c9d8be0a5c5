/* Kinds, from the database to memory. */
#include "domain/kind_load.h"

#include "domain/field.h"
#include "domain/kind_limits.h"
#include "domain/kind_parse.h"

#include <string.h>

/* Room that few need more than; powers of two. */
enum { KINDS_USUAL = 64, FIELDS_USUAL = 32, STATUSES_USUAL = 8 };

struct reading {
    struct site *site;
    struct arena *arena;
    struct kinds *kinds;
    struct kind *last; /* of the row before */
};

/* The array of `count` with room for one more: from `usual` on it doubles.
 * What is put in is written whole. */
static void *make_room(
    struct arena *arena, void *array, size_t count, size_t usual, size_t size)
{
    bool full = count == 0 || (count >= usual && (count & (count - 1)) == 0);
    void *wider;

    if (!full)
        return array;
    wider = arena_room(arena,
        size_multiply(count == 0 ? usual : size_multiply(count, 2), size));
    if (count > 0)
        memcpy(wider, array, count * size);
    return wider;
}

/* The kind called so, or NULL. Most rows stand beside others of their kind. */
static struct kind *kind_of(struct reading *reading, struct text name)
{
    const struct kinds *kinds = reading->kinds;

    if (reading->last != NULL && text_equals(name, reading->last->name))
        return reading->last;
    for (size_t i = 0; i < kinds->count; i++) {
        if (text_equals(name, kinds->kinds[i].name)) {
            reading->last = &kinds->kinds[i];
            return reading->last;
        }
    }
    return NULL;
}

static bool is_after(long long position, const char *name,
    long long other_position, const char *other)
{
    return position == other_position ? strcmp(name, other) > 0
                                      : position > other_position;
}

/* Take in the field behind the last one, at its place. */
static void add_field(struct kind *kind)
{
    size_t last = kind->field_count++;
    const struct field field = kind->fields[last];
    size_t at = last;

    for (; at > 0 && is_after(kind->fields[at - 1].position,
                         kind->fields[at - 1].name, field.position, field.name);
         at--)
        kind->fields[at] = kind->fields[at - 1];
    if (at < last)
        kind->fields[at] = field;
}

static void add_status(struct kind *kind, struct status status)
{
    size_t at = kind->status_count++;

    for (; at > 0 &&
           is_after(kind->statuses[at - 1].position,
               kind->statuses[at - 1].name, status.position, status.name);
         at--)
        kind->statuses[at] = kind->statuses[at - 1];
    kind->statuses[at] = status;
}

static void read_field(
    struct rows *rows, struct arena *arena, struct field *field)
{
    struct error ignored = error_create(arena);
    long long listed = rows_number(rows, 10);
    bool retired = rows_number(rows, 16) != 0;

    field->name = rows_keep(rows, 1, arena);
    field->section = rows_keep(rows, 2, arena);
    field->label = rows_keep(rows, 3, arena);
    field->help = rows_keep(rows, 4, arena);
    field->type = field_type_find(rows_text(rows, 5));
    field->always = text_equals(rows_slice(rows, 6), "always");
    field->required_in = field->always ? "" : rows_keep(rows, 6, arena);
    kind_parse_choices(arena, rows_text(rows, 7), &field->choices,
        &field->choice_count, &ignored);
    field->kinds = rows_keep(rows, 8, arena);
    field->differs = rows_keep(rows, 9, arena);
    field->listed = !retired && listed == LISTED_COLUMN;
    field->below = !retired && listed == LISTED_BELOW;
    field->back = rows_keep(rows, 11, arena);
    field->initial = rows_keep(rows, 12, arena);
    field->unit = rows_keep(rows, 13, arena);
    kind_parse_bounds(rows_text(rows, 14), &field->low, &field->high, &ignored);
    field->computed = rows_keep(rows, 15, arena);
    field->retired = retired;
    field->custom = !text_equals(rows_slice(rows, 17), "shipped");
    field->position = rows_number(rows, 18);
}

/* Rows are taken as they stand, in one sweep, and put in order here: they
 * nearly are. Those of a type that this program does not know are left out. */
static bool read_fields(struct reading *reading, struct error *error)
{
    struct rows rows;

    if (!database_query(reading->site->db,
            "select kind, name, section, label, help, type, required, choices, "
            "kinds, differs, listed, back, initial, unit, bounds, computed, "
            "retired, origin, position from field",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct kind *kind = kind_of(reading, rows_slice(&rows, 0));

        if (kind == NULL)
            continue;
        kind->fields = make_room(reading->arena, kind->fields,
            kind->field_count, FIELDS_USUAL, sizeof *kind->fields);
        read_field(&rows, reading->arena, &kind->fields[kind->field_count]);
        if (kind->fields[kind->field_count].type != NULL)
            add_field(kind);
    }
    return rows_end(&rows, error);
}

static bool read_statuses(struct reading *reading, struct error *error)
{
    struct rows rows;

    if (!database_query(reading->site->db,
            "select kind, name, label, style, live, closed, retired, position, "
            "approves from status",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct kind *kind = kind_of(reading, rows_slice(&rows, 0));

        if (kind == NULL)
            continue;
        kind->statuses = make_room(reading->arena, kind->statuses,
            kind->status_count, STATUSES_USUAL, sizeof *kind->statuses);
        add_status(
            kind, (struct status){.name = rows_keep(&rows, 1, reading->arena),
                      .label = rows_keep(&rows, 2, reading->arena),
                      .style = rows_keep(&rows, 3, reading->arena),
                      .live = rows_number(&rows, 4) != 0,
                      .closed = rows_number(&rows, 5) != 0,
                      .retired = rows_number(&rows, 6) != 0,
                      .position = rows_number(&rows, 7),
                      .approves = rows_number(&rows, 8) != 0});
    }
    return rows_end(&rows, error);
}

static bool read_roles(struct reading *reading, struct error *error)
{
    struct rows rows;

    if (!database_query(reading->site->db,
            "select kind, role from kind_role order by kind, role", NO_VALUES,
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct kind *kind = kind_of(reading, rows_slice(&rows, 0));

        if (kind != NULL)
            kind->roles = arena_format(reading->arena, "%s%s%s", kind->roles,
                kind->roles[0] == '\0' ? "" : " ", rows_text(&rows, 1));
    }
    return rows_end(&rows, error);
}

static bool read_kinds(struct reading *reading, struct error *error)
{
    struct kinds *kinds = reading->kinds;
    struct arena *arena = reading->arena;
    struct rows rows;

    if (!database_query(reading->site->db,
            "select name, label, plural, description, dated, owner_label, "
            "category, origin from kind order by position, name",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        kinds->kinds = make_room(arena, kinds->kinds, kinds->count, KINDS_USUAL,
            sizeof *kinds->kinds);
        kinds->kinds[kinds->count++] =
            (struct kind){.name = rows_keep(&rows, 0, arena),
                .label = rows_keep(&rows, 1, arena),
                .plural = rows_keep(&rows, 2, arena),
                .description = rows_keep(&rows, 3, arena),
                .dated = rows_keep(&rows, 4, arena),
                .owner_label = rows_keep(&rows, 5, arena),
                .category = rows_keep(&rows, 6, arena),
                .roles = "",
                .custom = text_equals(rows_slice(&rows, 7), "site")};
    }
    return rows_end(&rows, error);
}

static void find_common_fields(struct kind *kind)
{
    kind->title = kind_field(kind, "title");
    kind->status = kind_field(kind, "status");
    kind->owner = kind_field(kind, "owner");
    kind->due = kind_field(kind, "due");
    kind->body = kind_field(kind, "body");
}

static bool read_whole(struct reading *reading, struct error *error)
{
    if (!read_kinds(reading, error) || !read_roles(reading, error) ||
        !read_statuses(reading, error) || !read_fields(reading, error))
        return false;
    for (size_t i = 0; i < reading->kinds->count; i++)
        find_common_fields(&reading->kinds->kinds[i]);
    return true;
}

/* All of one state of the data. */
bool kind_read_all(struct site *site, struct arena *arena, struct kinds *kinds,
    struct error *error)
{
    struct reading reading = {.site = site, .arena = arena, .kinds = kinds};
    bool inside = database_is_busy(site->db);
    bool fine;

    if (!inside && !database_begin_read(site->db, error))
        return false;
    fine = read_whole(&reading, error);
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
    arena = site_arena(site);
    kinds = arena_alloc(arena, sizeof *kinds);
    if (!kind_read_all(site, arena, kinds, error)) {
        site_arena_end(site, arena);
        return false;
    }
    site_arena_end(site, site->kinds_arena);
    site->kinds_arena = arena;
    site->kinds = kinds;
    site->kinds_stamp = arena_string(arena, stamp);
    return true;
}
