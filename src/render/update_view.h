/*
 * Updates in words: who did what to which thing, and what became of it.
 */
#ifndef RENDER_UPDATE_VIEW_H
#define RENDER_UPDATE_VIEW_H

#include "domain/update.h"
#include "render/record_change.h"
#include "render/reference_view.h"
#include "render/template.h"

/* One update, read out. */
struct update_entry {
    const struct update *update;
    const char *did;     /* recorded, changed, note written … */
    const char *address; /* of the thing, or the place in it */
    const char *excerpt; /* the beginning of a note, or "" */
    struct record_change *changes;
    size_t change_count;
};

bool update_view_read(struct context *context, const struct update *update,
    struct update_entry *entry, struct error *error);

/* Draw the updates as rows DAY with rows UPDATE (updates.tpl). */
bool update_view_fill(const struct place *place, const struct update *updates,
    size_t count, struct template_dictionary *page, struct error *error);

/* The same as a JSON array. */
bool update_view_json(struct context *context, const struct update *updates,
    size_t count, struct builder *out, struct error *error);

#endif
