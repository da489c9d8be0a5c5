/*
 * Pages on which a site decides about its standards: scope and editions, and
 * what it expects of clauses itself.
 */
#ifndef RENDER_STANDARD_VIEW_H
#define RENDER_STANDARD_VIEW_H

#include "domain/expectation_edit.h"
#include "domain/standard.h"
#include "domain/standard_history.h"
#include "render/template.h"

/* /admin/standards/STD/ID */
const char *standard_view_address(
    struct arena *arena, const char *standard, const char *clause);

/* The form of a new statement that the clause ("" for any) does not apply;
 * NULL when there is no kind of record for it. */
const char *standard_view_exclude_address(struct context *context,
    const struct standard *standard, const struct clause *clause);

/* STANDARD rows of standards.tpl. */
void standard_view_fill_list(struct context *context,
    const struct standard *standards, size_t count,
    struct template_dictionary *page);

/* OWN_ROW rows in OWNED, or NO_OWN. */
bool standard_view_fill_own(struct context *context,
    const struct clause_expectation *list, size_t count,
    struct template_dictionary *page, struct error *error);

/* EXPECTATION rows of standard_clause.tpl, or NONE. */
bool standard_view_fill_expectations(struct context *context,
    const struct clause_expectation *list, size_t count,
    struct template_dictionary *page, struct error *error);

/* The include HISTORY, or NO_HISTORY. With `named` each says of what it is. */
void standard_view_fill_history(struct context *context,
    const struct standard_event *events, size_t count, bool named,
    struct template_dictionary *page);

#endif
