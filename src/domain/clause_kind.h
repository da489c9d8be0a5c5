/*
 * Kinds of clauses: clause and theme are headings, requirement, control and
 * amendment are what one conforms with (leaves), an item is a lettered part of
 * a leaf, a note asks for nothing.
 */
#ifndef DOMAIN_CLAUSE_KIND_H
#define DOMAIN_CLAUSE_KIND_H

#include "base/text.h"

bool clause_kind_is_known(struct text kind);

/* Is it a heading, under which others are rolled up? */
bool standard_kind_is_group(const char *kind);

/* Does a clause of this kind count in totals, as one thing to conform with? */
bool standard_kind_is_leaf(const char *kind);

/* Does it ask for something itself: a leaf, or a lettered item of one? */
bool standard_kind_asks(const char *kind);

/* How a clause's id is shown: "9.3.2 a)" for 9.3.2/a, the id for others. */
const char *clause_label(struct arena *arena, const char *id);

/* A heading that begins with "[untitled]" is a label of ours where the
 * standard gives no title. */
bool clause_heading_is_ours(const char *heading);

/* The heading as people read it: such a label without the mark. */
const char *clause_heading(struct arena *arena, const char *heading);

#endif
