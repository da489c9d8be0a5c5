/*
 * The control of a field that holds a file: the present one, a box to remove
 * it, and the choice of another.
 */
#ifndef RENDER_FORM_FILE_VIEW_H
#define RENDER_FORM_FILE_VIEW_H

#include "domain/record.h"
#include "render/reference_view.h"
#include "render/template.h"

/* Does the form of the kind ask for a file? Then it is sent as
 * multipart/form-data. */
bool form_file_view_takes(const struct kind *kind);

/* Fill section FILE of record_form.tpl, but for what all controls have.
 * `input` is the present file's reference, or "". */
bool form_file_view_fill(const struct place *place, const char *input,
    struct template_dictionary *control, struct error *error);

#endif
