/*
 * Links between items: what a page or record refers to, and what refers to
 * it. Written whenever a page or record is saved.
 */
#ifndef DOMAIN_LINK_H
#define DOMAIN_LINK_H

#include "domain/context.h"

struct map;
struct link_standing;

/* The page or record that links stand in. A link carries what is asked of a
 * record as evidence; of a page that is "". */
struct link_owner {
    long long id;
    const char *kind;
    const char *status;
    const char *evidence_on;
};

bool link_owner_read(struct context *context, long long id,
    struct link_owner *owner, struct error *error);

/* A link to be written. */
struct link_draft {
    long long source;    /* item it stands in: a section, or the record */
    const char *role;    /* field name, `text` or `meets` */
    const char *target;  /* canonical reference */
    long long item;      /* the target's, when it is known, else 0 */
    const char *written; /* as in the text */
    long long line;
    bool manual; /* made by hand, not by a field or a text */
};

/* Insert one, made now by the context's person against what its target says.
 * The target's item is made when nothing is there yet. */
bool link_insert(struct context *context, const struct link_owner *owner,
    const struct link_draft *draft, long long *id, struct error *error);

/* The other end of a link. */
struct linked {
    const char *role;
    const char *ref;
    const char *kind;
    const char *title;
    bool present;
    const char *status;    /* of a record, else "" */
    const char *owner_ref; /* page or record the other end stands in */
    const char *owner_title;
    bool changed; /* what it leads to says other things than when made */
    long long id;
    bool manual; /* made by hand, not by a field or a text */
};

/* The links that an owner's text and fields hold, written anew: those that
 * stood there before stay what they were, with what they were made against;
 * those that are gone go. Inside a write transaction. */
struct link_set {
    struct link_owner owner;
    struct map *by_key;
    struct link_standing *standing;
};

bool link_set_begin(struct context *context, long long owner,
    struct link_set *set, struct error *error);

bool link_set_add(struct context *context, struct link_set *set,
    const struct link_draft *draft, struct error *error);

/* Drop those that were there and were not added again. */
bool link_set_end(
    struct context *context, struct link_set *set, struct error *error);

/* What the links of a record carry of it, after it was saved. */
bool link_mark(struct context *context, long long owner, struct error *error);

/* What stands in `owner`, in order. */
bool link_list_from(struct context *context, long long owner,
    struct linked **links, size_t *count, struct error *error);

/* What was linked by hand from the item; of a page also from its sections. */
bool link_list_by_hand(struct context *context, long long item,
    struct linked **links, size_t *count, struct error *error);

/* What refers to the item, newest first, at most `limit`. For a page this
 * includes what refers to its sections. */
bool link_list_to(struct context *context, long long item, long long limit,
    struct linked **links, size_t *count, struct error *error);

/* A reference that leads nowhere. */
struct broken_link {
    const char *place; /* file of a page, or reference of a record */
    long long line;    /* in the file; 0 for records */
    const char *written;
    const char *reason;
    const char *owner_ref;
};

/* All references that resolve to nothing, in order of place. With `owner`
 * not 0 only those standing in that page or record. */
bool link_list_broken(struct context *context, long long owner,
    struct broken_link **links, size_t *count, struct error *error);

#endif
