/* Standards as they stand in the database, clause by clause. */
#include "domain/standard.h"

#include "base/crypto.h"
#include "domain/kind.h"
#include "domain/person.h"
#include "domain/site.h"

#include <string.h>

#define STANDARD_COLUMNS                                                       \
    "id, number, edition, name, title, chosen, scope, origin "

static void read_standard(struct rows *rows, struct standard *standard)
{
    standard->id = rows_text(rows, 0);
    standard->number = rows_text(rows, 1);
    standard->edition = rows_text(rows, 2);
    standard->name = rows_text(rows, 3);
    standard->title = rows_text(rows, 4);
    standard->chosen = rows_number(rows, 5) != 0;
    standard->scope = rows_number(rows, 6) != 0;
    standard->origin = rows_text(rows, 7);
}

bool standard_list(struct context *context, struct standard **standards,
    size_t *count, struct error *error)
{
    size_t capacity = 0;
    struct rows rows;

    *count = 0;
    *standards = NULL;
    if (!database_query(context->db,
            "select " STANDARD_COLUMNS
            "from standard order by scope desc, position, id",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        *standards = arena_widen(
            context->arena, *standards, *count, &capacity, sizeof **standards);
        read_standard(&rows, &(*standards)[(*count)++]);
    }
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

/* The index clause_position has all of them. */
#define CLAUSE_COLUMNS "id, clause, parent, kind, heading, position, shares "

/* "clause:27001:2022/9.2.2" */
static const char *clause_ref(
    struct arena *arena, const char *standard, const char *id)
{
    static const char scheme[] = "clause:";
    size_t before = strlen(standard);
    size_t after = strlen(id);
    char *ref =
        arena_room(arena, size_add(sizeof scheme + 1, size_add(before, after)));
    char *end = ref;

    memcpy(end, scheme, sizeof scheme - 1);
    end += sizeof scheme - 1;
    memcpy(end, standard, before);
    end += before;
    *end++ = '/';
    memcpy(end, id, after + 1);
    return ref;
}

/* The text of a column, which is often that of the row before. */
static const char *same_or_new(
    struct rows *rows, int column, const char *before)
{
    return before != NULL && text_equals(rows_slice(rows, column), before)
               ? before
               : rows_text(rows, column);
}

/* `before` is the clause read before it, or one that has the standard alone. */
static void read_clause(struct arena *arena, struct rows *rows,
    const struct clause *before, struct clause *clause)
{
    clause->item = rows_number(rows, 0);
    clause->standard = before->standard;
    clause->id = rows_text(rows, 1);
    clause->ref = clause_ref(arena, clause->standard, clause->id);
    clause->parent = same_or_new(rows, 2, before->parent);
    clause->kind = same_or_new(rows, 3, before->kind);
    clause->heading = rows_text(rows, 4);
    clause->position = rows_number(rows, 5);
    clause->shares = rows_text(rows, 6);
    clause->leaf = clause->kind == before->kind
                       ? before->leaf
                       : standard_kind_is_leaf(clause->kind);
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
        read_clause(context->arena, &rows,
            &(struct clause){
                .standard = arena_string(context->arena, standard)},
            clause);
    return rows_end(&rows, error);
}

bool clause_list(struct context *context, const char *standard,
    struct clause **clauses, size_t *count, struct error *error)
{
    const struct clause *before =
        &(struct clause){.standard = arena_string(context->arena, standard)};
    size_t capacity = 0;
    struct rows rows;

    *count = 0;
    *clauses = NULL;
    if (!database_query(context->db,
            "select " CLAUSE_COLUMNS
            "from clause where standard = $1 order by position",
            VALUES(value_text(standard)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        *clauses = arena_widen(
            context->arena, *clauses, *count, &capacity, sizeof **clauses);
        read_clause(context->arena, &rows, before, &(*clauses)[*count]);
        before = &(*clauses)[(*count)++];
    }
    return rows_end(&rows, error);
}

bool clause_asks(struct context *context, long long item, const char **asks,
    struct error *error)
{
    *asks = "";
    return database_text(context->db, "select asks from clause where id = $1",
        VALUES(value_number(item)), asks, error);
}

bool clause_asks_all(struct context *context, const char *standard,
    struct map *asks, struct error *error)
{
    struct arena *arena = context->arena;
    struct rows rows;

    if (!database_query(context->db,
            "select clause, asks from clause where standard = $1",
            VALUES(value_text(standard)), &rows, error))
        return false;
    while (rows_next(&rows))
        map_set(asks, clause_ref(arena, standard, rows_text(&rows, 0)),
            text_string(arena, rows_slice(&rows, 1)));
    return rows_end(&rows, error);
}

static bool place_holds(const char *whole, const char *part)
{
    const char *point = strrchr(part, '.');

    return point != NULL &&
           text_equals(text_part(part, (size_t)(point - part)), whole);
}

bool clause_places_meet(const char *left, const char *right)
{
    return left[0] != '\0' && right[0] != '\0' &&
           (string_equals(left, right) || place_holds(left, right) ||
               place_holds(right, left));
}

/* Those of a clause and of all above it, the nearest first. */
#define CLAUSE_TOLD                                                            \
    "with recursive above (id, standard, clause, parent, heading, distance) "  \
    "as (select id, standard, clause, parent, heading, 0 from clause "         \
    "where id = $1 union all "                                                 \
    "select clause.id, clause.standard, clause.clause, clause.parent, "        \
    "clause.heading, above.distance + 1 from above join clause "               \
    "on clause.standard = above.standard and clause.clause = above.parent) "

/* The nearest clause that tells of a stage takes the place of those above. */
static bool is_told_nearer(const struct clause_detail *details, size_t count,
    const struct clause_detail *detail)
{
    for (size_t i = 0; i < count; i++) {
        if (string_equals(details[i].kind, detail->kind) &&
            !string_equals(details[i].from, detail->from))
            return true;
    }
    return false;
}

bool clause_details(struct context *context, long long item,
    struct clause_detail **details, size_t *count, struct error *error)
{
    size_t capacity = 0;
    struct rows rows;

    *count = 0;
    *details = NULL;
    if (!database_query(context->db,
            CLAUSE_TOLD "select clause_detail.kind, clause_detail.name, "
                        "clause_detail.words, "
                        "case when distance = 0 then '' "
                        "else above.clause end, above.heading "
                        "from above join clause_detail "
                        "on clause_detail.clause = above.id "
                        "where distance = 0 or clause_detail.kind in "
                        "('stage-1', 'stage-2', 'surveillance', "
                        "'recertification') "
                        "order by distance, clause_detail.position",
            VALUES(value_number(item)), &rows, error))
        return false;
    while (rows_next(&rows)) {
        const struct clause_detail detail = {.kind = rows_text(&rows, 0),
            .name = rows_text(&rows, 1),
            .words = rows_text(&rows, 2),
            .from = rows_text(&rows, 3),
            .from_heading = rows_text(&rows, 4)};

        if (is_told_nearer(*details, *count, &detail))
            continue;
        *details = arena_widen(
            context->arena, *details, *count, &capacity, sizeof **details);
        (*details)[(*count)++] = detail;
    }
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

bool standard_touch(struct context *context, struct error *error)
{
    return site_set_setting(
        context, "standards", crypto_token(context->arena), error);
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
    const struct kind *found = kind_find(site, kind);
    const struct status *status =
        found == NULL ? NULL : kind_status(found, name);

    for (size_t i = 0;
         kind[0] == '\0' && status == NULL && i < site->kinds->count; i++)
        status = kind_status(&site->kinds->kinds[i], name);
    return status == NULL ? NULL : status->label;
}

static const struct field *field_of(
    const struct site *site, const char *kind, const char *name)
{
    const struct kind *found = kind_find(site, kind);
    int place = found == NULL ? -1 : kind_field(found, name);

    return place < 0 ? NULL : &found->fields[place];
}

static const char *label_of_field(
    void *user, const char *kind, const char *name)
{
    const struct field *field = field_of(user, kind, name);

    return field == NULL ? NULL : field->label;
}

static const char *label_of_choice(
    void *user, const char *kind, const char *name, const char *value)
{
    const struct field *field = field_of(user, kind, name);

    return field == NULL ? NULL : field_choice_label(field, value);
}

static const char *label_of_role(void *user, const char *role)
{
    (void)user;
    return person_role_label(role);
}

const char *standard_explain(
    struct context *context, const struct expectation *expectation)
{
    struct expectation_labels labels = {.user = context->site,
        .kind = label_of_kind,
        .status = label_of_status,
        .field = label_of_field,
        .choice = label_of_choice,
        .role = label_of_role};

    return expectation_explain(context->arena, expectation, &labels);
}
