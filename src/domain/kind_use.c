/* What is in use. */
#include "domain/kind_use.h"

#include "base/json.h"
#include "domain/field.h"
#include "domain/kind_limits.h"

/* The value of one member of a snapshot, "" when it has none. */
static const char *value_in(
    struct arena *arena, struct text json, const char *field)
{
    struct json_flat flat = json_flat_begin(json);
    struct error ignored = error_create(arena);
    struct json_node *node;
    struct text name;

    while (json_flat_next(&flat, &name)) {
        const char *value;

        if (!text_equals(name, field))
            continue;
        value = json_flat_value(&flat, arena);
        if (value != NULL)
            return value;
        break;
    }
    if (flat.fine)
        return "";
    return json_node_parse(arena, json, &node, &ignored)
               ? json_node_text(node, field)
               : "";
}

bool kind_use_count(struct context *context, const char *kind,
    const char *field, const char *value, struct kind_use *use,
    struct error *error)
{
    struct arena *arena = arena_create();
    struct error local = error_create(arena);
    long long last = 0;
    struct rows rows;
    bool fine;

    *use = (struct kind_use){.first = "", .message = ""};
    fine = database_query(context->db,
        "select revision.item, item.ref, snapshot from revision "
        "join item on item.id = revision.item "
        "where revision.kind = $1 and part = '' and snapshot like $2 "
        "order by revision.item, revision.id",
        VALUES(value_text(kind),
            value_text(arena_format(context->arena, "%%\"%s\":%%", field))),
        &rows, &local);
    if (fine) {
        while (rows_next(&rows)) {
            long long item = rows_number(&rows, 0);
            const char *held = value_in(arena, rows_slice(&rows, 2), field);

            if (item != last && (value[0] == '\0' ? held[0] != '\0'
                                                  : words_have(held, value))) {
                if (use->count++ == 0)
                    use->first = rows_keep(&rows, 1, context->arena);
                last = item;
            }
            arena_reset(arena);
        }
        fine = rows_end(&rows, &local);
    }
    if (!fine)
        error_set(error, local.code, "%s", local.message);
    arena_destroy(arena);
    return fine;
}

/* What is wrong with the record's value, or NULL. What would be kept in
 * another form than it has does not fit either. */
static const char *misfit_of(struct context *context, const struct kind *kind,
    const struct field *field, struct text json)
{
    const char *value = value_in(context->arena, json, field->name);
    struct error problem = error_create(context->arena);
    const char *kept = "";

    if (value[0] == '\0')
        return NULL;
    if (!field_check(context, kind, field, value, &kept, &problem))
        return problem.message;
    if (field->differs[0] != '\0' &&
        string_equals(value, value_in(context->arena, json, field->differs)))
        return arena_format(context->arena, "“%s” is also in the field %s.",
            value, field->differs);
    return string_equals(value, kept)
               ? NULL
               : arena_format(context->arena,
                     "“%s” would have to be written “%s”.", value, kept);
}

bool kind_use_misfits(struct context *context, const struct kind *kind,
    const struct field *field, struct kind_use *use, struct error *error)
{
    struct arena *arena = arena_create();
    struct error local = error_create(arena);
    struct context row = *context;
    struct rows rows;
    bool fine;

    row.arena = arena;
    *use = (struct kind_use){.first = "", .message = ""};
    fine = database_query(context->db,
        "select number, value from record where kind = $1 order by number",
        VALUES(value_text(kind->name)), &rows, &local);
    if (fine) {
        while (rows_next(&rows)) {
            const char *wrong =
                misfit_of(&row, kind, field, rows_slice(&rows, 1));

            if (wrong != NULL && use->count++ == 0) {
                use->first = arena_format(context->arena, "%s:%lld", kind->name,
                    rows_number(&rows, 0));
                use->message = arena_string(context->arena, wrong);
            }
            arena_reset(arena);
        }
        fine = rows_end(&rows, &local);
    }
    if (!fine)
        error_set(error, local.code, "%s", local.message);
    arena_destroy(arena);
    return fine;
}

bool kind_use_list(struct context *context, struct kind_summary **list,
    size_t *count, struct error *error)
{
    struct rows rows;

    *list = arena_array(context->arena, KIND_LIMIT, sizeof **list);
    *count = 0;
    if (!database_query(context->db,
            "select name, label, plural, category, origin, "
            "(select coalesce(sum(count), 0) from record_tally "
            "where record_tally.kind = kind.name), "
            "(select count(*) from field where field.kind = kind.name "
            "and retired = 0), "
            "(select count(*) from field where field.kind = kind.name "
            "and field.origin <> 'shipped') + "
            "(select count(*) from status where status.kind = kind.name "
            "and status.origin <> 'shipped') "
            "from kind order by position, name limit $1",
            VALUES(value_number(KIND_LIMIT)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        struct kind_summary *kind = &(*list)[(*count)++];

        kind->name = rows_text(&rows, 0);
        kind->label = rows_text(&rows, 1);
        kind->plural = rows_text(&rows, 2);
        kind->category = rows_text(&rows, 3);
        kind->origin = rows_text(&rows, 4);
        kind->records = rows_number(&rows, 5);
        kind->fields = rows_number(&rows, 6);
        kind->own = rows_number(&rows, 7);
    }
    return rows_end(&rows, error);
}
