/* Maps from items to what is known of them. */
#include "domain/conformance_known.h"

#include "base/clock.h"
#include "base/json.h"
#include "base/number_map.h"

#include <stdint.h>

/* What a record says in a field. */
struct said {
    const char *field;
    const char *value;
    struct said *next; /* of the same record */
};

struct known {
    struct context *context;
    struct number_map *records; /* addresses, by item */
    struct number_map *said;    /* of the first */
    struct number_map *pages;
    struct number_map *sections;
    struct arena *scratch; /* reset with every record that is looked into */
};

struct known *known_create(struct context *context, struct arena *scratch)
{
    struct known *known = arena_alloc(context->arena, sizeof *known);

    known->context = context;
    known->scratch = scratch;
    known->records = number_map_create(context->arena);
    known->said = number_map_create(context->arena);
    known->pages = number_map_create(context->arena);
    known->sections = number_map_create(context->arena);
    return known;
}

/* What is kept under the number, or NULL. */
static void *kept(const struct number_map *map, long long id)
{
    size_t address;

    return number_map_get(map, id, &address) ? (void *)(uintptr_t)address
                                             : NULL; /* 0 was forgotten */
}

/* Once it was read whole. */
static bool keep(struct number_map *map, long long id, const void *made,
    bool whole, const struct error *own, struct error *error)
{
    if (!whole)
        return error_set(error, own->code, "%s", own->message);
    number_map_set(map, id, (size_t)(uintptr_t)made);
    return true;
}

void known_forget(struct known *known, long long id, bool page)
{
    number_map_set(page ? known->pages : known->records, id, 0);
    if (page)
        known->sections = number_map_create(known->context->arena);
    else
        number_map_set(known->said, id, 0);
}

/* What is known outlives the request: so do the texts of what is read. */
static bool pass_on(bool fine, const struct error *own, struct error *error)
{
    return fine || error_set(error, own->code, "%s", own->message);
}

bool known_record(struct known *known, long long id,
    const struct known_record **record, struct error *error)
{
    struct known_record *made = kept(known->records, id);
    struct error own = error_create(known->context->arena);
    struct rows rows;

    *record = made;
    if (made != NULL)
        return true;
    if (!database_query(known->context->db,
            "select kind, number, title, status, evidence_on, "
            "case when dated <> '' then dated "
            "else substr(created_at, 1, 10) end from record where id = $1",
            VALUES(value_number(id)), &rows, &own))
        return pass_on(false, &own, error);
    made = arena_alloc(known->context->arena, sizeof *made);
    *made = (struct known_record){.id = id,
        .ref = "",
        .title = "",
        .kind = "",
        .status = "",
        .date = "",
        .since = ""};
    if (rows_next(&rows)) {
        made->kind = rows_text(&rows, 0);
        made->number = rows_number(&rows, 1);
        made->title = rows_text(&rows, 2);
        made->status = rows_text(&rows, 3);
        made->date = rows_text(&rows, 4);
        made->since = rows_text(&rows, 5);
        made->ref = arena_format(
            known->context->arena, "%s:%lld", made->kind, made->number);
    }
    *record = made;
    return keep(known->records, id, made, rows_end(&rows, &own), &own, error);
}

static enum approval approval_of(const char *approved, const char *present)
{
    return approved[0] == '\0'                ? APPROVAL_NEVER
           : string_equals(approved, present) ? APPROVAL_STANDS
                                              : APPROVAL_CHANGED;
}

bool known_page(struct known *known, long long id,
    const struct known_page **page, struct error *error)
{
    struct arena *arena = known->context->arena;
    struct known_page *made = kept(known->pages, id);
    struct error own = error_create(known->context->arena);
    struct rows rows;

    *page = made;
    if (made != NULL)
        return true;
    if (!database_query(known->context->db,
            "select name, title, reference, owner, hash, approved_hash, "
            "approved_at, approved_version, approved_by, changed_at, "
            "next_review, present from page where id = $1",
            VALUES(value_number(id)), &rows, &own))
        return pass_on(false, &own, error);
    made = arena_alloc(known->context->arena, sizeof *made);
    if (rows_next(&rows)) {
        made->name = rows_text(&rows, 0);
        made->ref = arena_format(arena, "page:%s", made->name);
        made->title = rows_text(&rows, 1);
        made->reference = rows_text(&rows, 2);
        made->owner = rows_text(&rows, 3);
        made->approval = approval_of(rows_text(&rows, 5), rows_text(&rows, 4));
        made->approved_at = clock_date(arena, rows_text(&rows, 6));
        made->approved_version = rows_text(&rows, 7);
        made->approved_by = rows_text(&rows, 8);
        made->changed_at = clock_date(arena, rows_text(&rows, 9));
        made->next_review = rows_text(&rows, 10);
        made->present = rows_number(&rows, 11) != 0;
    }
    *page = made;
    return keep(known->pages, id, made, rows_end(&rows, &own), &own, error);
}

bool known_section(struct known *known, long long id,
    const struct known_section **section, struct error *error)
{
    struct known_section *made = kept(known->sections, id);
    struct error own = error_create(known->context->arena);
    struct rows rows;

    *section = made;
    if (made != NULL)
        return true;
    if (!database_query(known->context->db,
            "select item.ref, item.title, coalesce(section.position, -1) "
            "from item left join section on section.id = item.id "
            "where item.id = $1",
            VALUES(value_number(id)), &rows, &own))
        return pass_on(false, &own, error);
    made = arena_alloc(known->context->arena, sizeof *made);
    made->ref = "";
    made->title = "";
    if (rows_next(&rows)) {
        made->ref = rows_text(&rows, 0);
        made->title = rows_text(&rows, 1);
        made->position = rows_number(&rows, 2);
    }
    *section = made;
    return keep(known->sections, id, made, rows_end(&rows, &own), &own, error);
}

bool known_snapshot(struct known *known, long long record, const char **json,
    struct error *error)
{
    struct error own;

    arena_reset(known->scratch);
    own = error_create(known->scratch);
    *json = "{}";
    return pass_on(database_text(known->context->db,
                       "select value from record where id = $1",
                       VALUES(value_number(record)), json, &own),
        &own, error);
}

/* The value as it stands in the scratch arena. */
static bool find_value(struct known *known, const char *json, const char *field,
    const char **value, struct error *error)
{
    struct error own = error_create(known->scratch);
    struct json_flat flat = json_flat_begin(text_of(json));
    struct json_node *node;
    struct text key;

    while (json_flat_next(&flat, &key)) {
        if (!text_equals(key, field))
            continue;
        *value = json_flat_value(&flat, known->scratch);
        if (*value != NULL)
            return true;
        break;
    }
    *value = "";
    if (flat.fine)
        return true;
    if (!json_node_parse(known->scratch, text_of(json), &node, &own))
        return pass_on(false, &own, error);
    *value = json_node_text(node, field);
    return true;
}

bool known_value(struct known *known, long long record, const char *field,
    const char **value, struct error *error)
{
    struct arena *arena = known->context->arena;
    struct said *first = kept(known->said, record);
    struct said *made;
    const char *json;
    const char *found;

    for (const struct said *said = first; said != NULL; said = said->next) {
        *value = said->value;
        if (string_equals(said->field, field))
            return true;
    }
    if (!known_snapshot(known, record, &json, error) ||
        !find_value(known, json, field, &found, error))
        return false;
    made = arena_alloc(arena, sizeof *made);
    *made = (struct said){.field = arena_string(arena, field),
        .value = text_string(arena, text_trim(text_of(found))),
        .next = first};
    number_map_set(known->said, record, (size_t)(uintptr_t)made);
    *value = made->value;
    return true;
}
