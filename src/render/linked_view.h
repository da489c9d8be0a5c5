/*
 * Linked work: what a record refers to in its fields, what refers to a record
 * or another thing, and what was linked by hand, grouped under the headings
 * that the fields of the kinds and the roles give.
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
    size_t most;  /* links there are at all */
    size_t limit; /* how many of what refers to it are among them */
    bool more;    /* there are more than these */
};

/* The links of a saved record; persons are left out, they are facts. */
bool linked_view_read(struct context *context, const struct record *record,
    struct link_groups *groups, struct error *error);

/* The same of a page, section, clause, person or file: what was linked from it
 * by hand, and what refers to it. Claims to meet a clause are left out, they
 * stand with its verdict. */
bool linked_view_read_item(struct context *context, long long item,
    struct link_groups *groups, struct error *error);

/* "Finding 8, Vale restore slower than its limit", with the page's title
 * before a section's. */
const char *linked_view_label(
    struct context *context, const struct linked *link);

/* Draw one link as include REF (field_ref.tpl) of the row, with LINK_CHANGED
 * when it is suspect. */
void linked_view_fill_ref(const struct place *place,
    struct template_dictionary *row, const struct linked *link);

/* Draw the groups as include LINKED (linked.tpl) of section LINKED_WORK;
 * nothing when there are none. */
void linked_view_fill(const struct place *place,
    const struct link_groups *groups, struct template_dictionary *page);

/* Read and draw what is linked with a page, section, clause, person or file. */
bool linked_view_fill_item(const struct place *place, long long item,
    struct template_dictionary *page, struct error *error);

#endif
