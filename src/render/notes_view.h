/*
 * Notes and discussion below a thing: threads by time, answers one level in.
 */
#ifndef RENDER_NOTES_VIEW_H
#define RENDER_NOTES_VIEW_H

#include "domain/note.h"
#include "render/reference_view.h"
#include "render/template.h"

struct notes_view {
    const struct place *place;
    long long item;
    const char *address; /* of the notes: /records/todo/17/notes */
    const char *person;  /* login of who reads, or "" */
    const char *sign_in; /* where to sign in */
    long long before;    /* only notes before this one; 0: the newest */
};

/* Read the notes and draw them as the include NOTES (notes.tpl), with the form
 * for a new one when somebody is signed in. */
bool notes_view_fill(const struct notes_view *view,
    struct template_dictionary *page, struct error *error);

/* Draw one note as the include REMARK (remark.tpl) of the row; what can be
 * done with it only when `view` is given. */
void notes_view_fill_note(const struct place *place, const struct note *note,
    const struct notes_view *view, struct template_dictionary *row);

#endif
