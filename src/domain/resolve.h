/*
 * Resolving references: the one place that says what a reference leads to.
 * Used by pages, records, the footnote window, `ims links`, the checker and
 * forms.
 */
#ifndef DOMAIN_RESOLVE_H
#define DOMAIN_RESOLVE_H

#include "domain/context.h"
#include "domain/reference.h"

struct target {
    long long id;     /* item, 0 when nothing ever referred to it */
    const char *ref;  /* canonical reference */
    const char *kind; /* page section clause person file, or a record kind */
    const char *title;
    const char *status; /* of a record, else "" */
    bool present;
    const char *reason; /* why it leads nowhere, "" when it does not */
};

/* Look up what the reference leads to. A reference that leads nowhere is not
 * an error: target->present is false and target->reason says why. */
bool resolve_reference(struct context *context,
    const struct reference *reference, struct target *target,
    struct error *error);

/* Parse and resolve; text that is no reference gives present false. */
bool resolve_text(struct context *context, const char *text,
    struct target *target, struct error *error);

/* The item of a canonical reference, made (not present) when there is none.
 * Inside a write transaction. */
bool resolve_make_item(struct context *context, const char *ref,
    const char *kind, long long *id, struct error *error);

/* Make or update the item that stands for a thing that now exists. The
 * fingerprint is a digest of what it says, "" for what says nothing. */
bool resolve_put_item(struct context *context, const char *ref,
    const char *kind, const char *title, const char *fingerprint, long long *id,
    struct error *error);

/* The name a Markdown file's path stands for, from a folder: `x.md`, `x/`,
 * `x/index.md` and `x/_index.md` are all x, the root is "index". NULL when the
 * path climbs out. */
const char *resolve_page_name(
    struct arena *arena, const char *folder, struct text path);

/* How a link in a page's Markdown is meant. */
enum link_sort {
    LINK_REFERENCE, /* the grammar: opens in the footnote window */
    LINK_PAGE,      /* another Markdown file: main window */
    LINK_ANCHOR,    /* a section of the same page */
    LINK_LOCAL,     /* another address of this site, such as /records */
    LINK_EXTERNAL,  /* http, https or mailto */
    LINK_BROKEN     /* leads nowhere, or a forbidden scheme */
};

struct page_link {
    enum link_sort sort;
    struct reference reference; /* LINK_REFERENCE */
    struct target target;       /* LINK_REFERENCE, LINK_PAGE, LINK_ANCHOR */
    const char *address;        /* LINK_EXTERNAL, LINK_LOCAL */
    const char *reason;         /* LINK_BROKEN */
};

/* Resolve the target of a Markdown link that stands in the page file `path`
 * (relative to manual/; "" for text of records). */
bool resolve_link(struct context *context, const char *path,
    const char *written, struct page_link *link, struct error *error);

#endif
