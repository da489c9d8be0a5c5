/*
 * Words for records and their values, as people read them.
 */
#ifndef RENDER_RECORD_LABEL_H
#define RENDER_RECORD_LABEL_H

#include "domain/record.h"
#include "render/template.h"

/* A label within a sentence: "to-do" for "To-do", but "KPI" for "KPI". */
const char *record_label_small(struct arena *arena, const char *label);

/* "To-do 17". */
const char *record_label(struct arena *arena, const struct record *record);

/* One field's value as plain text for people: the label of a choice, a date
 * as 14 Nov 2026, names of people and of references; "" when empty. */
bool record_label_value(struct context *context, const struct kind *kind,
    const struct field *field, const char *value, const char **shown,
    struct error *error);

/* The reference a word of a field's value stands for: `person:` before a
 * login, and what it is for all others. */
const char *record_label_reference(
    struct arena *arena, const struct field *field, struct text word);

/* The classes a level of a scale is drawn with, "" without a colour. */
const char *record_label_level_css(
    struct arena *arena, const struct field *field, const char *value);

/* "in 20 days", "today", "8 days late" for a due date; "" without one or when
 * the status is closed. `late` may be NULL. */
const char *record_label_due(struct context *context, const struct kind *kind,
    const char *status, const char *due, bool *late);

/* The classes a status is drawn with; "" when the kind has no status or the
 * record none. */
const char *record_label_state_css(const struct kind *kind, const char *status);

/* Show section STATE with STATE_CSS and STATE_LABEL; nothing when the kind
 * has no status. */
void record_label_fill_state(struct template_dictionary *row,
    const struct kind *kind, const char *status);

#endif
