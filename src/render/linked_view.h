/*
 * Linked work: what a record refers to in its fields and what refers to it,
 * grouped under the headings the fields of the kinds give.
 */
#ifndef RENDER_LINKED_VIEW_H
#define RENDER_LINKED_VIEW_H

#include "domain/link.h"
#include "domain/record.h"
#include "render/reference_view.h"
#include "render/template.h"

struct link_group {
    const char *heading;
    const struct linked **links;
    size_t count;
    bool mentions; /* only written about in a text */
};

struct link_groups {
    struct link_group *groups;
    size_t count;
    size_t most; /* links there are at all */
    bool more;   /* not everything that refers to the record is among them */
};

/* The links of a saved record; persons are left out, they are facts. */
bool linked_view_read(struct context *context, const struct record *record,
    struct link_groups *groups, struct error *error);

/* "Finding 8, Vale restore slower than its limit", with the page's title
 * before a section's. */
const char *linked_view_label(
    struct context *context, const struct linked *link);

/* Draw one link as include REF (field_ref.tpl) of the row. */
void linked_view_fill_ref(const struct place *place,
    struct template_dictionary *row, const struct linked *link);

/* Draw the groups as section LINKED_WORK of record.tpl; nothing when there are
 * none. */
void linked_view_fill(const struct place *place,
    const struct link_groups *groups, struct template_dictionary *page);

#endif
