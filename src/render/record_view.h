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
