/*
 * Records of any kind for people: dictionaries for the page of a record, its
 * footnote, its linked work and its history.
 *
 * Knows field types, never kinds: what stands where follows from the kind's
 * fields. A place with a trail (a footnote) gives references without a target.
 */
#ifndef RENDER_RECORD_VIEW_H
#define RENDER_RECORD_VIEW_H

#include "domain/record.h"
#include "render/reference_view.h"
#include "render/template.h"

/* A label within a sentence: "to-do" for "To-do", but "KPI" for "KPI". */
const char *record_view_small(struct arena *arena, const char *label);

/* "To-do 17". */
const char *record_view_name(
    struct arena *arena, const struct record *record);

/* One field's value as plain text for people: the label of a choice, a date
 * as 14 Nov 2026, names of people and of references; "" when empty. */
bool record_view_value(struct context *context, const struct kind *kind,
    const struct field *field, const char *value, const char **shown,
    struct error *error);

/* Is the record open and its due date past? */
bool record_view_is_late(
    const struct context *context, const struct record *record);

/* "in 20 days", "today", "8 days late" of an open record; "" without a due
 * date or when closed. */
const char *record_view_due_words(
    struct context *context, const struct record *record);

/* Show section STATE with STATE_CSS and STATE_LABEL; nothing when the kind
 * has no status. */
void record_view_fill_state(struct template_dictionary *row,
    const struct kind *kind, const char *status);

/* Draw the reference as include REF (field_ref.tpl) of the row. `text` is a
 * reference as written; one that leads nowhere is drawn as broken. */
bool record_view_fill_ref(const struct place *place,
    struct template_dictionary *row, const char *text, struct error *error);

/* Fill record.tpl but for its buttons, message and history. */
bool record_view_fill_page(const struct place *place,
    const struct record *record, struct template_dictionary *page,
    struct error *error);

/* Fill note_record.tpl: what stands inside <main class="note-body"> of the
 * footnote window, for a place with a trail. */
bool record_view_fill_note(const struct place *place,
    const struct record *record, struct template_dictionary *note,
    struct error *error);

#endif
