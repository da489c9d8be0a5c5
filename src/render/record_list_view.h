/*
 * The table of a list of records of one kind: columns for the number, the
 * title and every field that the kind lists.
 */
#ifndef RENDER_RECORD_LIST_VIEW_H
#define RENDER_RECORD_LIST_VIEW_H

#include "domain/person.h"
#include "domain/record.h"
#include "render/reference_view.h"
#include "render/template.h"

struct record_list_view {
    const struct place *place;
    const struct kind *kind;
    const struct record *records;
    size_t count;
    const struct person *people; /* whose names need no looking up */
    size_t people_count;
};

/* The field a column is sorted by: `number`, or "" for one that lists are not
 * sorted by. */
const char *record_list_view_order(const struct kind *kind, size_t field);

/* Which of the kind's fields the rows need, as record_filter.fields. */
const bool *record_list_view_fields(
    struct arena *arena, const struct kind *kind);

/* Draw the rows ROW of record_list.tpl. */
bool record_list_view_fill(const struct record_list_view *view,
    struct template_dictionary *dictionary, struct error *error);

#endif
