/* Gathering: which clauses stand in which part and row. */
#include "render/conformance_table.h"

#include "base/map.h"
#include "render/verdict_bar.h"

struct gathering {
    struct arena *arena;
    struct conformance_table *table;
    struct map *parts; /* by number and heading */
    struct map *rows;
    size_t row_capacity; /* of every part: clauses there are */
};

/* Standards share what has the same number and the same heading. */
static const char *shared_key(
    struct arena *arena, const char *part, const char *id, const char *heading)
{
    char *key = arena_format(arena, "%s\n%s\n%s", part, id, heading);

    for (char *p = key; *p != '\0'; p++) {
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
    }
    return key;
}

/* The group above, or NULL. */
static const struct conformance_group *group_above(
    const struct conformance *run, const struct conformance_group *group)
{
    for (size_t i = 0; i < run->group_count; i++) {
        if (string_equals(run->groups[i].clause.id, group->clause.parent))
            return &run->groups[i];
    }
    return NULL;
}

const struct conformance_group *conformance_table_part_of(
    const struct conformance *run, const struct conformance_clause *clause)
{
    const struct conformance_group *group;
    const struct conformance_group *above;

    if (clause->group >= run->group_count)
        return NULL;
    group = &run->groups[clause->group];
    while (!string_equals(group->clause.kind, "theme") &&
           (above = group_above(run, group)) != NULL)
        group = above;
    return group;
}

/* The id of a part, which two standards may use for different things, as an
 * anchor that the page has once. */
static const char *anchor_of(
    const struct conformance_table *table, struct arena *arena, const char *id)
{
    size_t same = 0;

    /* The new part is counted already. */
    for (size_t i = 0; i + 1 < table->part_count; i++)
        same += string_equals(table->parts[i].base, id);
    return same == 0 ? id : arena_format(arena, "%s-%zu", id, same + 1);
}

static struct conformance_table_part *part_of(struct gathering *gathering,
    const struct conformance *run, const struct conformance_clause *clause)
{
    struct conformance_table *table = gathering->table;
    struct arena *arena = gathering->arena;
    const struct conformance_group *group =
        conformance_table_part_of(run, clause);
    const char *id = group == NULL ? "other" : group->clause.id;
    const char *heading =
        group == NULL ? "Other clauses" : group->clause.heading;
    const char *key = shared_key(arena, "", id, heading);
    struct conformance_table_part *part = map_get(gathering->parts, key);

    if (part != NULL)
        return part;
    part = &table->parts[table->part_count++];
    part->base = id;
    part->id = anchor_of(table, arena, id);
    part->title =
        group == NULL ? heading : arena_format(arena, "%s %s", id, heading);
    part->totals = arena_array(arena, table->count, sizeof *part->totals);
    map_set(gathering->parts, key, part);
    return part;
}

static struct conformance_table_row *row_of(struct gathering *gathering,
    struct conformance_table_part *part, const struct clause *clause)
{
    const char *key =
        shared_key(gathering->arena, part->title, clause->id, clause->heading);
    struct conformance_table_row *row = map_get(gathering->rows, key);

    if (row != NULL)
        return row;
    if (part->rows == NULL)
        part->rows = arena_array(
            gathering->arena, gathering->row_capacity, sizeof *part->rows);
    row = &part->rows[part->row_count++];
    row->id = clause->id;
    row->heading = clause->heading;
    row->cells = arena_array(
        gathering->arena, gathering->table->count, sizeof *row->cells);
    map_set(gathering->rows, key, row);
    return row;
}

static void gather_run(struct gathering *gathering, size_t place,
    const struct conformance_filter *filter)
{
    struct conformance_table *table = gathering->table;
    const struct conformance *run = table->runs[place];

    for (size_t i = 0; i < run->clause_count; i++) {
        const struct conformance_clause *clause = &run->clauses[i];
        struct conformance_table_part *part = part_of(gathering, run, clause);

        part->totals[place][clause->verdict]++;
        part->findings += clause->finding_count;
        if (!conformance_filter_passes(filter, clause))
            continue;
        table->shown++;
        row_of(gathering, part, &clause->clause)->cells[place] = clause;
    }
}

struct conformance_table *conformance_table_create(struct arena *arena,
    const struct conformance *const *runs, size_t count,
    const struct conformance_filter *filter)
{
    struct conformance_table *table = arena_alloc(arena, sizeof *table);
    struct gathering gathering = {.arena = arena,
        .table = table,
        .parts = map_create(arena),
        .rows = map_create(arena)};

    table->runs = runs;
    table->count = count;
    for (size_t i = 0; i < count; i++)
        table->clause_count =
            size_add(table->clause_count, runs[i]->clause_count);
    gathering.row_capacity = size_add(table->clause_count, 1);
    /* Every clause might be a part of its own. */
    table->parts =
        arena_array(arena, gathering.row_capacity, sizeof *table->parts);
    for (size_t i = 0; i < count; i++)
        gather_run(&gathering, i, filter);
    return table;
}

/* What a cell names before it says there is more. */
enum { CELL_LIMIT = 4, FINDING_LIMIT = 3, SHORT_PART = 12, COLUMNS = 3 };

static bool names_ref(const char *const *refs, size_t count, const char *ref)
{
    for (size_t i = 0; i < count; i++) {
        if (string_equals(refs[i], ref))
            return true;
    }
    return false;
}

/* The clause of the first standard that has it. */
static const struct conformance_clause *first_cell(
    const struct conformance_table *table,
    const struct conformance_table_row *row)
{
    for (size_t i = 0; i < table->count; i++) {
        if (row->cells[i] != NULL)
            return row->cells[i];
    }
    return NULL;
}

static const char *row_address(
    const struct scene *scene, const struct conformance_clause *clause)
{
    return scene_clause_address(
        scene, clause->clause.standard, clause->clause.id);
}

static void fill_more(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *cell,
    size_t count, const char *what)
{
    struct template_dictionary *more;

    if (count == 0)
        return;
    more = template_row(cell, "MORE");
    template_set_number(more, "COUNT", (long long)count);
    template_set(more, "WHAT", what);
    template_set(more, "HREF", row_address(scene, clause));
    template_set(more, "CLAUSE", clause->clause.id);
}

static void fill_provisions(const struct scene *scene,
    const struct conformance_table *table,
    const struct conformance_table_row *row, struct template_dictionary *line)
{
    struct template_dictionary *cell = template_row(line, "PROVISIONS");
    const char *refs[CELL_LIMIT];
    size_t count = 0;
    size_t more = 0;

    for (size_t i = 0; i < table->count; i++) {
        const struct conformance_clause *clause = row->cells[i];

        for (size_t j = 0; clause != NULL && j < clause->provision_count; j++) {
            const char *ref = clause->provisions[j].ref;

            if (names_ref(refs, count, ref))
                continue;
            if (count == CELL_LIMIT) {
                more++;
                continue;
            }
            refs[count++] = ref;
            scene_fill_provision(scene, template_row(cell, "PROVISION"),
                &clause->provisions[j], false);
        }
    }
    fill_more(scene, first_cell(table, row), cell, more, "sections");
    template_show(cell, count == 0 ? "NONE" : "LIST");
}

static void fill_evidence(const struct scene *scene,
    const struct conformance_table *table,
    const struct conformance_table_row *row, struct template_dictionary *line)
{
    struct template_dictionary *cell = template_row(line, "EVIDENCE");
    const char *refs[CELL_LIMIT];
    size_t count = 0;
    size_t more = 0;

    for (size_t i = 0; i < table->count; i++) {
        const struct conformance_evidence **list;
        size_t size;

        if (row->cells[i] == NULL)
            continue;
        list = scene_evidence(scene, row->cells[i], &size);
        for (size_t j = 0; j < size; j++) {
            if (names_ref(refs, count, list[j]->ref))
                continue;
            if (count == CELL_LIMIT) {
                more++;
                continue;
            }
            refs[count++] = list[j]->ref;
            scene_fill_evidence(
                scene, template_row(cell, "RECORD"), list[j], false);
        }
    }
    fill_more(scene, first_cell(table, row), cell, more, "records");
    template_show(cell, count == 0 ? "NONE" : "LIST");
}

static void fill_findings(const struct scene *scene,
    const struct conformance_table *table,
    const struct conformance_table_row *row, struct template_dictionary *line)
{
    struct template_dictionary *cell = template_row(line, "FINDINGS");
    size_t count = 0;
    size_t more = 0;

    for (size_t i = 0; i < table->count; i++) {
        const struct conformance_clause *clause = row->cells[i];

        for (size_t j = 0; clause != NULL && j < clause->finding_count; j++) {
            struct template_dictionary *finding;

            if (count == FINDING_LIMIT) {
                more++;
                continue;
            }
            count++;
            finding = template_row(cell, "FINDING");
            scene_fill_finding(scene, finding, &clause->findings[j]);
            if (table->count > 1)
                template_set(template_row(finding, "OF"), "NUMBER",
                    table->runs[i]->standard.number);
        }
    }
    fill_more(scene, first_cell(table, row), cell, more, "reasons");
    if (count == 0)
        template_show(cell, "NONE");
}

static void fill_verdicts(const struct scene *scene,
    const struct conformance_table *table,
    const struct conformance_table_row *row, struct template_dictionary *line)
{
    for (size_t i = 0; i < table->count; i++) {
        struct template_dictionary *cell = template_row(line, "CELL");
        const struct conformance_clause *clause = row->cells[i];
        struct template_dictionary *inner;

        template_set(cell, "NUMBER", table->runs[i]->standard.number);
        if (clause == NULL) {
            template_show(cell, "ABSENT");
            continue;
        }
        inner = template_row(cell, table->count > 1 ? "LINKED" : "PLAIN");
        scene_set_verdict(inner, clause->verdict);
        if (table->count > 1)
            template_set(inner, "HREF", row_address(scene, clause));
    }
}

static void fill_rolls(struct arena *arena,
    const struct conformance_table *table,
    const struct conformance_table_part *part,
    struct template_dictionary *group)
{
    size_t open = 0;

    for (size_t i = 0; i < table->count; i++) {
        const size_t *totals = part->totals[i];
        size_t applicable = totals[VERDICT_EVIDENCED] + totals[VERDICT_STALE] +
                            totals[VERDICT_ASSERTED] + totals[VERDICT_MISSING];
        struct template_dictionary *roll = template_row(group, "ROLL");

        template_set(roll, "NUMBER", table->runs[i]->standard.number);
        if (applicable + totals[VERDICT_EXCLUDED] == 0)
            continue;
        verdict_bar_fill(arena, roll, totals, 120, 8);
        template_set(roll, "SHARE",
            arena_format(
                arena, "%zu/%zu", totals[VERDICT_EVIDENCED], applicable));
        open += applicable - totals[VERDICT_EVIDENCED];
    }
    if (table->count + 1 < COLUMNS) {
        struct template_dictionary *left = template_row(group, "ROLL_OPEN");

        template_set_number(left, "OPEN_COUNT", (long long)open);
    }
    if (table->count < COLUMNS)
        template_set_number(template_row(group, "ROLL_FINDINGS"),
            "FINDING_COUNT", (long long)part->findings);
}

/* Is it short, with something left to do? */
static bool wants_looking(const struct conformance_table *table,
    const struct conformance_table_part *part)
{
    size_t open = 0;

    for (size_t i = 0; i < table->count; i++)
        open += part->totals[i][VERDICT_STALE] +
                part->totals[i][VERDICT_ASSERTED] +
                part->totals[i][VERDICT_MISSING];
    return open > 0 && part->row_count <= SHORT_PART;
}

static void fill_part(const struct scene *scene,
    const struct conformance_table *table,
    const struct conformance_table_part *part, bool open,
    struct template_dictionary *page)
{
    struct template_dictionary *group = template_row(page, "PART");

    template_set(group, "PART_ID", part->id);
    template_set(group, "PART_TITLE", part->title);
    if (open || wants_looking(table, part))
        template_show(group, "OPEN");
    fill_rolls(scene->place.context->arena, table, part, group);
    for (size_t i = 0; i < table->count; i++)
        template_set(template_row(group, "HEAD"), "NUMBER",
            table->runs[i]->standard.number);
    for (size_t i = 0; i < part->row_count; i++) {
        const struct conformance_table_row *row = &part->rows[i];
        struct template_dictionary *line = template_row(group, "ROW");

        template_set(line, "ID", row->id);
        template_set(line, "HEADING", row->heading);
        template_set(line, "HREF", row_address(scene, first_cell(table, row)));
        fill_verdicts(scene, table, row, line);
        fill_provisions(scene, table, row, line);
        fill_evidence(scene, table, row, line);
        fill_findings(scene, table, row, line);
    }
}

void conformance_table_fill(const struct scene *scene,
    const struct conformance_table *table, bool open,
    struct template_dictionary *page)
{
    for (size_t i = 0; i < table->count; i++)
        template_set(template_row(page, "COLUMN"), "NUMBER",
            table->runs[i]->standard.number);
    if (table->count + 1 < COLUMNS)
        template_show(page, "COLUMN_OPEN");
    if (table->count < COLUMNS)
        template_show(page, "COLUMN_FINDINGS");
    for (size_t i = 0; i < table->part_count; i++) {
        if (table->parts[i].row_count > 0)
            fill_part(scene, table, &table->parts[i], open, page);
    }
}
