/*
 * Pages of the manual: Markdown files in the site's manual/ folder.
 *
 * The files are the truth; the database knows their titles, sections, links,
 * history and approval. page_sync() takes up what changed on disk: every
 * change becomes a revision. Approval is of an exact text, by its hash.
 */
#ifndef DOMAIN_PAGE_H
#define DOMAIN_PAGE_H

#include "domain/context.h"

/* A page's file may have this many bytes, front matter included. */
enum { PAGE_LIMIT = 256 * 1024 };

struct page {
    long long id;
    const char *name; /* policy/backup-and-recovery */
    const char *path; /* file below manual/ */
    const char *hash; /* SHA-256 of the file */
    const char *title;
    const char *summary;
    const char *reference;
    const char *version;
    const char *owner; /* login */
    const char *next_review;
    const char *classification;
    const char *problem; /* why it cannot be shown, or "" */
    long long revision;
    const char *changed_at;
    const char *changed_by;
    const char *approved_hash; /* "" when it never was */
    const char *approved_version;
    const char *approved_by;
    const char *approved_by_name;
    const char *approved_at;
    bool approved; /* this very text is */
};

struct page_entry {
    const char *name;
    const char *title;
    const char *summary;
};

struct page_section {
    const char *slug;
    const char *title;
    int level;
};

/* Take up changes on disk: new, changed and removed files, in one write
 * transaction when there are any. `changed` tells how many. */
bool page_sync(struct context *context, size_t *changed, struct error *error);

/* The same for one file whose text is given, as of context->now: used when a
 * page's history is replayed. Inside a write transaction. */
bool page_put(struct context *context, const char *path, struct text content,
    const char *why, struct error *error);

/* Look again at links that lead nowhere, now that pages have come or gone.
 * page_sync() does it itself; a replay does it at its end. Inside a write
 * transaction. */
bool page_relink(struct context *context, struct error *error);

/* Note anew what all pages still have that finished ones have not, after the
 * rules changed. Inside a write transaction. */
bool page_remark_rebuild(struct context *context, struct error *error);

/* The page called `name`; found is false when there is none. */
bool page_read(struct context *context, const char *name, struct page *page,
    bool *found, struct error *error);

/* The file's text, front matter included. */
bool page_content(struct context *context, const struct page *page,
    struct text *content, struct error *error);

/* Approve the text with this hash, which must be the page's present one, in
 * one transaction with its history. ERROR_CONFLICT when it changed. */
bool page_approve(struct context *context, const char *name, const char *hash,
    struct error *error);

/* Pages directly in a folder ("" is the root) by weight and title. */
bool page_list_folder(struct context *context, const char *folder,
    struct page_entry **pages, size_t *count, struct error *error);

/* All sections of the page, in order. */
bool page_list_sections(struct context *context, long long id,
    struct page_section **sections, size_t *count, struct error *error);

/* A page that cannot be shown, and why. */
struct page_problem {
    const char *path;
    const char *problem;
};

bool page_list_problems(struct context *context, struct page_problem **problems,
    size_t *count, struct error *error);

/* The site's version: the date of the last change or approval of a page, as
 * yyyymmdd; "" before the first. */
bool page_manual_version(
    struct context *context, const char **version, struct error *error);

#endif
