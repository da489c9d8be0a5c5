/*
 * The clauses of one or several standards as parts with a table each: a row is
 * a clause, and where several standards have the same clause, they share it.
 */
#ifndef RENDER_CONFORMANCE_TABLE_H
#define RENDER_CONFORMANCE_TABLE_H

#include "render/conformance_filter.h"
#include "render/conformance_scene.h"

struct conformance_table_row {
    const char *id;
    const char *heading;
    const struct conformance_clause **cells; /* one a standard, or NULL */
};

struct conformance_table_part {
    const char *base;                   /* the number of its heading: 9, A.5 */
    const char *id;                     /* the same, unique among the parts */
    const char *title;                  /* 9 Performance evaluation */
    size_t (*totals)[VERDICT_COUNT];    /* one a standard, of all its clauses */
    size_t findings;                    /* of all clauses */
    struct conformance_table_row *rows; /* those that pass the filter */
    size_t row_count;
};

struct conformance_table {
    const struct conformance *const *runs;
    size_t count; /* of runs */
    struct conformance_table_part *parts;
    size_t part_count;
    size_t clause_count; /* of all standards */
    size_t shown;        /* of these, those that pass */
};

/* Bring the clauses of the runs together. */
struct conformance_table *conformance_table_create(struct arena *arena,
    const struct conformance *const *runs, size_t count,
    const struct conformance_filter *filter);

/* The group of the clause that is a part of the table: its theme, else the
 * heading at the top. NULL when nothing stands above it. */
const struct conformance_group *conformance_table_part_of(
    const struct conformance *run, const struct conformance_clause *clause);

/* Fill COLUMN, HEAD and PART rows. With `open` every part is open, else those
 * that are short and have something to do. */
void conformance_table_fill(const struct scene *scene,
    const struct conformance_table *table, bool open,
    struct template_dictionary *page);

#endif
