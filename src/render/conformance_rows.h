/*
 * The clauses of one or several standards as parts with rows. Clauses that
 * have the same place in the structure that standards share are one row; every
 * other clause is a row of its own, in the order of its number.
 */
#ifndef RENDER_CONFORMANCE_ROWS_H
#define RENDER_CONFORMANCE_ROWS_H

#include "render/conformance_filter.h"

/* What one standard has in a row: nothing, a clause, or several, such as
 * 4.2.1 and 4.2.2 where others have 4.2. */
struct conformance_cell {
    const struct conformance_clause **clauses;
    size_t count;
};

struct conformance_row {
    const char *id;
    const char *heading;            /* as people read it */
    const struct clause *leads;     /* what its heading leads to */
    struct conformance_cell *cells; /* one a standard */
    size_t passed;                  /* clauses that pass the filter */
    size_t order;                   /* of being met */
};

struct conformance_part {
    const char *base;                /* the number of its heading: 9, A.5 */
    const char *id;                  /* the same, unique among the parts */
    const char *title;               /* 9 Performance evaluation */
    size_t (*totals)[VERDICT_COUNT]; /* one a standard, of all its clauses */
    size_t findings;                 /* of all clauses */
    struct conformance_row **rows;   /* those of which a clause passes */
    size_t row_count;
    size_t standards; /* that have clauses here */
};

struct conformance_rows {
    const struct conformance *const *runs;
    size_t count;             /* of runs */
    const char *const *names; /* one a run: 27001, or 27001:2013 beside it */
    struct conformance_part *parts;
    size_t part_count;
    size_t clause_count; /* of all standards */
    size_t shown;        /* of these, those that pass */
};

/* Bring the clauses of the runs together. */
struct conformance_rows *conformance_rows_create(struct arena *arena,
    const struct conformance *const *runs, size_t count,
    const struct conformance_filter *filter);

/* The group of the clause that is a part where one standard stands alone: its
 * theme, else the heading at the top. NULL when nothing stands above it. */
const struct conformance_group *conformance_rows_part_of(
    const struct conformance *run, const struct conformance_clause *clause);

#endif
