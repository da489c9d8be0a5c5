/*
 * The form of any kind of record, drawn from its fields.
 *
 * Values go back as they were typed, right or wrong; what is wrong stands at
 * its field and, linked, in the summary above the form.
 */
#ifndef RENDER_FORM_VIEW_H
#define RENDER_FORM_VIEW_H

#include "domain/record.h"
#include "render/reference_view.h"
#include "render/template.h"

struct form_view {
    const struct place *place;
    const struct kind *kind;
    const char *const *inputs;              /* one for each field, as typed */
    const struct record_problems *problems; /* NULL when nothing is wrong */
    const char *why;
    const char *action; /* address the form posts to */
    const char *leave;  /* address of "Leave" */
    long long revision; /* 0 for a new record */
    const char *opened; /* "Opened on revision 6 …" or "" */
};

/* The id of the field's control in the page: `f-title`. */
const char *form_view_id(struct arena *arena, const struct field *field);

/* Fill record_form.tpl. */
bool form_view_fill(const struct form_view *view,
    struct template_dictionary *page, struct error *error);

#endif
