/*
 * The history of a record as a timeline: who changed which fields when, each
 * revision against the one before it.
 */
#ifndef RENDER_HISTORY_VIEW_H
#define RENDER_HISTORY_VIEW_H

#include "domain/record.h"
#include "render/reference_view.h"
#include "render/template.h"

/* How much of a change is written out. */
enum history_detail {
    HISTORY_BRIEF, /* short values old and new, long texts by name */
    HISTORY_FULL   /* long texts word by word */
};

/* Draw the record's revisions, newest first, as rows REVISION (template
 * history_list.tpl, included as HISTORY); at most `limit` from `offset`. */
bool history_view_fill(const struct place *place, const struct record *record,
    enum history_detail detail, long long limit, long long offset,
    struct template_dictionary *page, struct error *error);

/* Draw how `before` became `after` as rows PART of the dictionary, word by
 * word: each shows one of SAME, GONE and ADDED with the value WORDS. */
void history_view_fill_difference(struct arena *arena,
    struct template_dictionary *row, const char *before, const char *after);

/* The same as two whole values, either of which may be empty. */
void history_view_fill_values(
    struct template_dictionary *row, const char *before, const char *after);

#endif
