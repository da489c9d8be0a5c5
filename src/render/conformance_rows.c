/* Gathering: which clauses stand in which part and row. */
#include "render/conformance_rows.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

struct gathering {
    struct arena *arena;
    struct conformance_rows *table;
    struct map *parts; /* by number and heading */
    struct map *rows;  /* struct placed by place or clause */
};

/* A row and where it stands. */
struct placed {
    struct conformance_row row;
    struct conformance_part *part;
};

/* Standards share a part that has the same number and the same heading. */
static const char *shared_key(
    struct arena *arena, const char *of, const char *id, const char *heading)
{
    char *key = arena_format(arena, "%s\n%s\n%s", of, id, heading);

    for (char *p = key; *p != '\0'; p++) {
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
    }
    return key;
}

/* The group called so, or NULL. */
static const struct conformance_group *find_group(
    const struct conformance *run, const char *id)
{
    for (size_t i = 0; i < run->group_count; i++) {
        if (string_equals(run->groups[i].clause.id, id))
            return &run->groups[i];
    }
    return NULL;
}

static const struct conformance_group *climb(const struct conformance *run,
    const struct conformance_clause *clause, bool to_theme)
{
    const struct conformance_group *group;
    const struct conformance_group *above;

    if (clause->group >= run->group_count)
        return NULL;
    group = &run->groups[clause->group];
    while (!(to_theme && string_equals(group->clause.kind, "theme")) &&
           (above = find_group(run, group->clause.parent)) != NULL)
        group = above;
    return group;
}

const struct conformance_group *conformance_rows_part_of(
    const struct conformance *run, const struct conformance_clause *clause)
{
    return climb(run, clause, true);
}

/* The id of a part, which two standards may use for different things, as an
 * anchor that the page has once. */
static const char *anchor_of(
    const struct conformance_rows *table, struct arena *arena, const char *id)
{
    size_t same = 0;

    /* The new part is counted already. */
    for (size_t i = 0; i + 1 < table->part_count; i++)
        same += string_equals(table->parts[i].base, id);
    return same == 0 ? id : arena_format(arena, "%s-%zu", id, same + 1);
}

/* An annex belongs to one standard, and says to which. */
static const char *part_title(struct gathering *gathering, size_t place,
    const struct conformance_group *group, bool annex)
{
    const char *heading;

    if (group == NULL)
        return "Other clauses";
    heading = clause_heading(gathering->arena, group->clause.heading);
    if (annex && string_begins(heading, "Annex "))
        return arena_format(gathering->arena, "%s (%s)", heading,
            gathering->table->names[place]);
    if (annex)
        return arena_format(gathering->arena, "%s %s (%s)", group->clause.id,
            heading, gathering->table->names[place]);
    return arena_format(gathering->arena, "%s %s", group->clause.id, heading);
}

static struct conformance_part *part_of(struct gathering *gathering,
    size_t place, const struct conformance_clause *clause)
{
    struct conformance_rows *table = gathering->table;
    struct arena *arena = gathering->arena;
    const struct conformance *run = table->runs[place];
    const struct conformance_group *group =
        climb(run, clause, table->count == 1);
    bool annex = table->count > 1 && group != NULL &&
                 string_equals(group->clause.kind, "theme");
    const char *id = group == NULL ? "other" : group->clause.id;
    const char *key = shared_key(arena, annex ? run->standard.id : "", id,
        group == NULL ? "" : group->clause.heading);
    struct conformance_part *part = map_get(gathering->parts, key);

    if (part != NULL)
        return part;
    part = &table->parts[table->part_count++];
    part->base = id;
    part->id = anchor_of(table, arena, id);
    part->title = part_title(gathering, place, group, annex);
    part->totals = arena_array(arena, table->count, sizeof *part->totals);
    map_set(gathering->parts, key, part);
    return part;
}

/* A list that has room for one more: it grows when its length is a power of
 * two. */
static void *room_for_one(
    struct arena *arena, void *list, size_t count, size_t size)
{
    char *grown;

    if ((count & (count - 1)) != 0)
        return list;
    grown = arena_array(arena, count == 0 ? 1 : size_multiply(count, 2), size);
    if (count > 0)
        memcpy(grown, list, count * size);
    return grown;
}

static struct placed *row_of(struct gathering *gathering, size_t place,
    const struct conformance_clause *clause)
{
    struct conformance_rows *table = gathering->table;
    struct arena *arena = gathering->arena;
    const char *shares = clause->clause.shares;
    bool shared = table->count > 1 && shares[0] != '\0';
    const char *key =
        shared ? arena_format(arena, "shares %s", shares) : clause->clause.ref;
    struct placed *placed = map_get(gathering->rows, key);
    struct conformance_part *part;

    if (placed != NULL)
        return placed;
    part = part_of(gathering, place, clause);
    placed = arena_alloc(arena, sizeof *placed);
    placed->part = part;
    placed->row.id = shared ? shares : clause->clause.id;
    placed->row.cells =
        arena_array(arena, table->count, sizeof *placed->row.cells);
    part->rows =
        room_for_one(arena, part->rows, part->row_count, sizeof *part->rows);
    placed->row.order = part->row_count;
    part->rows[part->row_count++] = &placed->row;
    map_set(gathering->rows, key, placed);
    return placed;
}

static void add_to_cell(struct arena *arena, struct conformance_cell *cell,
    const struct conformance_clause *clause)
{
    cell->clauses =
        room_for_one(arena, cell->clauses, cell->count, sizeof *cell->clauses);
    cell->clauses[cell->count++] = clause;
}

static void gather_run(struct gathering *gathering, size_t place,
    const struct conformance_filter *filter)
{
    struct conformance_rows *table = gathering->table;
    const struct conformance *run = table->runs[place];

    for (size_t i = 0; i < run->clause_count; i++) {
        const struct conformance_clause *clause = &run->clauses[i];
        struct placed *placed = row_of(gathering, place, clause);

        placed->part->totals[place][clause->verdict]++;
        placed->part->findings += clause->finding_count;
        add_to_cell(gathering->arena, &placed->row.cells[place], clause);
        if (conformance_filter_passes(filter, clause)) {
            placed->row.passed++;
            table->shown++;
        }
    }
}

/* Called as the first standard calls it: by its clause, or where it has
 * several by the heading above them. */
static void name_row(struct gathering *gathering, struct conformance_row *row)
{
    const struct conformance_rows *table = gathering->table;
    const struct clause *named = NULL;

    for (size_t i = 0; i < table->count && named == NULL; i++) {
        const struct conformance_cell *cell = &row->cells[i];
        const struct conformance_group *group =
            cell->count > 1 ? find_group(table->runs[i], row->id) : NULL;

        if (cell->count > 0 && row->leads == NULL)
            row->leads = &cell->clauses[0]->clause;
        if (cell->count == 1)
            named = &cell->clauses[0]->clause;
        else if (group != NULL)
            named = &group->clause;
    }
    if (named != NULL) {
        row->leads = named;
        row->id = named->id;
    }
    row->heading = clause_heading(gathering->arena, row->leads->heading);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* 9.2 before 10.1, and 8.2 before 8.2.1. */
static int compare_numbers(const char *a, const char *b)
{
    while (*a != '\0' && *b != '\0') {
        size_t digits_a = 0;
        size_t digits_b = 0;
        int order;

        while (is_digit(a[digits_a]))
            digits_a++;
        while (is_digit(b[digits_b]))
            digits_b++;
        if (digits_a > 0 && digits_b > 0) {
            order = digits_a != digits_b ? (digits_a < digits_b ? -1 : 1)
                                         : strncmp(a, b, digits_a);
            if (order != 0)
                return order;
            a += digits_a;
            b += digits_b;
        } else if (*a != *b) {
            return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
        } else {
            a++;
            b++;
        }
    }
    return (*a != '\0') - (*b != '\0');
}

static int by_number(const void *left, const void *right)
{
    const struct conformance_row *const *a = left;
    const struct conformance_row *const *b = right;
    int order = compare_numbers((*a)->id, (*b)->id);

    return order != 0 ? order : ((*a)->order < (*b)->order ? -1 : 1);
}

/* Leave the rows that pass, in order: one standard alone is in order. */
static void finish_part(
    struct gathering *gathering, struct conformance_part *part)
{
    size_t kept = 0;

    for (size_t i = 0; i < gathering->table->count; i++) {
        size_t sum = 0;

        for (size_t v = 0; v < VERDICT_COUNT; v++)
            sum += part->totals[i][v];
        part->standards += sum > 0;
    }
    for (size_t i = 0; i < part->row_count; i++) {
        name_row(gathering, part->rows[i]);
        if (part->rows[i]->passed > 0)
            part->rows[kept++] = part->rows[i];
    }
    part->row_count = kept;
    if (part->standards > 1)
        qsort(part->rows, kept, sizeof(void *), by_number);
}

/* A number alone, unless two editions stand beside each other. */
static const char *const *name_runs(
    struct arena *arena, const struct conformance *const *runs, size_t count)
{
    const char **names = arena_array(arena, size_add(count, 1), sizeof *names);

    for (size_t i = 0; i < count; i++) {
        names[i] = runs[i]->standard.number;
        for (size_t j = 0; j < count; j++) {
            if (j != i && string_equals(runs[j]->standard.number,
                              runs[i]->standard.number))
                names[i] = runs[i]->standard.id;
        }
    }
    return names;
}

struct conformance_rows *conformance_rows_create(struct arena *arena,
    const struct conformance *const *runs, size_t count,
    const struct conformance_filter *filter)
{
    struct conformance_rows *table = arena_alloc(arena, sizeof *table);
    struct gathering gathering = {.arena = arena,
        .table = table,
        .parts = map_create(arena),
        .rows = map_create(arena)};

    table->runs = runs;
    table->count = count;
    table->names = name_runs(arena, runs, count);
    for (size_t i = 0; i < count; i++)
        table->clause_count =
            size_add(table->clause_count, runs[i]->clause_count);
    /* Every clause might be a part of its own. */
    table->parts = arena_array(
        arena, size_add(table->clause_count, 1), sizeof *table->parts);
    for (size_t i = 0; i < count; i++)
        gather_run(&gathering, i, filter);
    for (size_t i = 0; i < table->part_count; i++)
        finish_part(&gathering, &table->parts[i]);
    return table;
}
