/*
 * Two versions of a record side by side: what was saved meanwhile and what
 * was typed. The page is an ordinary form of the record: a choice for each
 * field that differs, hidden inputs for all others.
 */
#ifndef RENDER_CONFLICT_VIEW_H
#define RENDER_CONFLICT_VIEW_H

#include "domain/record.h"
#include "render/template.h"

struct conflict_view {
    struct context *context;
    const struct record *base;   /* what both began with, NULL if unknown */
    const struct record *theirs; /* as it is saved now */
    const struct record *mine;   /* as typed, right or wrong */
    const char *began;           /* the revision mine began with, as sent */
    const char *their_name;      /* who saved */
    const char *my_name;
    const char *why;
    const char *action; /* address the form posts to */
    const char *leave;  /* address of the record */
};

/* Fill record_conflict.tpl. */
bool conflict_view_fill(const struct conflict_view *view,
    struct template_dictionary *page, struct error *error);

#endif
