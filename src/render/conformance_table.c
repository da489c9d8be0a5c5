/* Drawing: a part is a table that folds, a row a clause. */
#include "render/conformance_table.h"

#include "render/verdict_bar.h"

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

static const char *address_of(
    const struct scene *scene, const struct clause *clause)
{
    return scene_clause_address(scene, clause->standard, clause->id);
}

/* The clauses of a row, one after the other: 0 is the first. NULL at the end;
 * `place` is the standard it is of. */
static const struct conformance_clause *row_clause(
    const struct conformance_rows *table, const struct conformance_row *row,
    size_t number, size_t *place)
{
    for (*place = 0; *place < table->count; ++*place) {
        if (number < row->cells[*place].count)
            return row->cells[*place].clauses[number];
        number -= row->cells[*place].count;
    }
    return NULL;
}

static void fill_more(const struct scene *scene,
    const struct conformance_row *row, struct template_dictionary *cell,
    size_t count, const char *what)
{
    struct template_dictionary *more;

    if (count == 0)
        return;
    more = template_row(cell, "MORE");
    template_set_number(more, "COUNT", (long long)count);
    template_set(more, "WHAT", what);
    template_set(more, "HREF", address_of(scene, row->leads));
    template_set(more, "CLAUSE", row->id);
}

static void fill_provisions(const struct scene *scene,
    const struct conformance_rows *table, const struct conformance_row *row,
    struct template_dictionary *line)
{
    struct template_dictionary *cell = template_row(line, "PROVISIONS");
    const char *refs[CELL_LIMIT];
    const struct conformance_clause *clause;
    size_t count = 0;
    size_t more = 0;
    size_t place;

    for (size_t i = 0; (clause = row_clause(table, row, i, &place)); i++) {
        for (size_t j = 0; j < clause->provision_count; j++) {
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
    fill_more(scene, row, cell, more, "sections");
    template_show(cell, count == 0 ? "NONE" : "LIST");
}

static void fill_evidence(const struct scene *scene,
    const struct conformance_rows *table, const struct conformance_row *row,
    struct template_dictionary *line)
{
    struct template_dictionary *cell = template_row(line, "EVIDENCE");
    const char *refs[CELL_LIMIT];
    const struct conformance_clause *clause;
    size_t count = 0;
    size_t more = 0;
    size_t place;

    for (size_t i = 0; (clause = row_clause(table, row, i, &place)); i++) {
        size_t size;
        const struct conformance_evidence **list =
            scene_evidence(scene, clause, &size);

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
    fill_more(scene, row, cell, more, "records");
    template_show(cell, count == 0 ? "NONE" : "LIST");
}

/* A reason that several clauses of a row may have. */
struct reason {
    const struct conformance_finding *finding;
    struct builder of; /* 27001, 9001 10.2.1 */
    size_t place;      /* of the standard named last */
};

static struct reason *find_reason(struct reason *reasons, size_t count,
    const struct conformance_finding *finding)
{
    for (size_t i = 0; i < count; i++) {
        if (string_equals(reasons[i].finding->rule, finding->rule) &&
            string_equals(reasons[i].finding->message, finding->message))
            return &reasons[i];
    }
    return NULL;
}

/* Whose it is: the standard once, and the clause where it is called otherwise.
 */
static void name_owner(const struct conformance_rows *table,
    const struct conformance_row *row, struct reason *reason, size_t place,
    const struct clause *clause)
{
    bool again = reason->of.size > 0 && reason->place == place;

    if (reason->of.size > 0)
        builder_put(&reason->of, ", ");
    if (!again)
        builder_put(&reason->of, table->names[place]);
    if (!string_equals(clause->id, row->id))
        builder_format(&reason->of, "%s%s", again ? "" : " ", clause->id);
    reason->place = place;
}

static size_t gather_reasons(struct arena *arena,
    const struct conformance_rows *table, const struct conformance_row *row,
    struct reason *reasons, size_t *more)
{
    const struct conformance_clause *clause;
    size_t count = 0;
    size_t place;

    *more = 0;
    for (size_t i = 0; (clause = row_clause(table, row, i, &place)); i++) {
        for (size_t j = 0; j < clause->finding_count; j++) {
            const struct conformance_finding *finding = &clause->findings[j];
            struct reason *reason = find_reason(reasons, count, finding);

            if (reason == NULL && count == FINDING_LIMIT) {
                ++*more;
                continue;
            }
            if (reason == NULL) {
                reason = &reasons[count++];
                *reason = (struct reason){
                    .finding = finding, .of = builder_create(arena)};
            }
            name_owner(table, row, reason, place, &clause->clause);
        }
    }
    return count;
}

static void fill_findings(const struct scene *scene,
    const struct conformance_rows *table, const struct conformance_row *row,
    struct template_dictionary *line)
{
    struct template_dictionary *cell = template_row(line, "FINDINGS");
    struct reason reasons[FINDING_LIMIT];
    size_t more;
    size_t count =
        gather_reasons(scene->place.context->arena, table, row, reasons, &more);

    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *finding = template_row(cell, "FINDING");

        scene_fill_finding(scene, finding, reasons[i].finding);
        if (table->count > 1)
            template_set(template_row(finding, "OF"), "NUMBER",
                builder_string(&reasons[i].of));
    }
    fill_more(scene, row, cell, more, "reasons");
    if (count == 0)
        template_show(cell, "NONE");
}

static void fill_verdicts(const struct scene *scene,
    const struct conformance_rows *table, const struct conformance_row *row,
    struct template_dictionary *line)
{
    for (size_t i = 0; i < table->count; i++) {
        struct template_dictionary *cell = template_row(line, "CELL");
        const struct conformance_cell *has = &row->cells[i];

        template_set(cell, "NUMBER", table->names[i]);
        if (has->count == 0) {
            template_show(cell, "ABSENT");
            template_set(
                template_row(cell, "NOT_IN"), "NUMBER", table->names[i]);
        }
        for (size_t j = 0; j < has->count; j++) {
            const struct clause *clause = &has->clauses[j]->clause;
            struct template_dictionary *inner =
                template_row(cell, table->count > 1 ? "LINKED" : "PLAIN");

            scene_set_verdict(inner, has->clauses[j]->verdict);
            if (table->count == 1)
                continue;
            template_set(inner, "HREF", address_of(scene, clause));
            if (has->count > 1 || !string_equals(clause->id, row->id))
                template_set(template_row(inner, "CALLED"), "ID", clause->id);
        }
    }
}

static void fill_rolls(struct arena *arena,
    const struct conformance_rows *table, const struct conformance_part *part,
    struct template_dictionary *group)
{
    size_t open = 0;

    for (size_t i = 0; i < table->count; i++) {
        const size_t *totals = part->totals[i];
        size_t applicable = totals[VERDICT_EVIDENCED] + totals[VERDICT_STALE] +
                            totals[VERDICT_ASSERTED] + totals[VERDICT_MISSING];
        struct template_dictionary *roll = template_row(group, "ROLL");

        template_set(roll, "NUMBER", table->names[i]);
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
static bool wants_looking(
    const struct conformance_rows *table, const struct conformance_part *part)
{
    size_t open = 0;

    for (size_t i = 0; i < table->count; i++)
        open += part->totals[i][VERDICT_STALE] +
                part->totals[i][VERDICT_ASSERTED] +
                part->totals[i][VERDICT_MISSING];
    return open > 0 && part->row_count <= SHORT_PART;
}

static void fill_part(const struct scene *scene,
    const struct conformance_rows *table, const struct conformance_part *part,
    bool open, struct template_dictionary *page)
{
    struct template_dictionary *group = template_row(page, "PART");

    template_set(group, "PART_ID", part->id);
    template_set(group, "PART_TITLE", part->title);
    if (open || wants_looking(table, part))
        template_show(group, "OPEN");
    fill_rolls(scene->place.context->arena, table, part, group);
    for (size_t i = 0; i < table->count; i++)
        template_set(template_row(group, "HEAD"), "NUMBER", table->names[i]);
    for (size_t i = 0; i < part->row_count; i++) {
        const struct conformance_row *row = part->rows[i];
        struct template_dictionary *line = template_row(group, "ROW");

        template_set(line, "ID", row->id);
        template_set(line, "HEADING", row->heading);
        template_set(line, "HREF", address_of(scene, row->leads));
        fill_verdicts(scene, table, row, line);
        fill_provisions(scene, table, row, line);
        fill_evidence(scene, table, row, line);
        fill_findings(scene, table, row, line);
    }
}

void conformance_table_fill(const struct scene *scene,
    const struct conformance_rows *table, bool open,
    struct template_dictionary *page)
{
    for (size_t i = 0; i < table->count; i++)
        template_set(template_row(page, "COLUMN"), "NUMBER", table->names[i]);
    if (table->count + 1 < COLUMNS)
        template_show(page, "COLUMN_OPEN");
    if (table->count < COLUMNS)
        template_show(page, "COLUMN_FINDINGS");
    for (size_t i = 0; i < table->part_count; i++) {
        if (table->parts[i].row_count > 0)
            fill_part(scene, table, &table->parts[i], open, page);
    }
}
