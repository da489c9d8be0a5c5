/*
 * The forms in which kinds of record and their fields are made and changed.
 */
#ifndef RENDER_KIND_FORM_VIEW_H
#define RENDER_KIND_FORM_VIEW_H

#include "domain/record.h"
#include "render/input_view.h"

/* A status as it stands in the form. */
struct status_row {
    struct status_edit status;
    const char *place; /* as typed */
    bool known;        /* it exists already, so that its name stays */
    bool removed;      /* asked to be removed */
};

/* The inputs of a kind; for one that is made, its name too. */
void kind_form_view_kind(struct input_form *form, struct context *context,
    const struct kind_edit *edit, bool made);

/* Rows STATUS of kind.tpl, and empty ones to add to. */
void kind_form_view_statuses(struct context *context,
    const struct kind_save *save, const struct status_row *rows, size_t count,
    const struct status_count *counts, size_t count_count,
    struct template_dictionary *page);

/* The inputs of a field of the kind. */
void kind_form_view_field(struct input_form *form, struct context *context,
    const struct kind *kind, const struct field_edit *edit, bool made);

#endif
