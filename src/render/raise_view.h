/*
 * What can be raised from a thing: a new record of any kind whose field
 * `source` takes references and says how it is headed at the other end, such
 * as a to-do or a change request.
 */
#ifndef RENDER_RAISE_VIEW_H
#define RENDER_RAISE_VIEW_H

#include "domain/record.h"
#include "render/template.h"

/* Draw the links from a record as the include RAISE (raise.tpl): each opens a
 * new record's form with title, source and clauses filled in. Nothing when
 * there is no such kind. */
void raise_view_fill_record(struct context *context,
    const struct record *record, struct template_dictionary *page);

/* The same from a clause; `ref` is clause:27001:2022/9.2.2. The new record
 * serves the clause, which is not its source. */
void raise_view_fill_clause(struct context *context, const char *ref,
    const char *title, struct template_dictionary *page);

#endif
