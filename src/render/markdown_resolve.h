/*
 * What a link of a Markdown text becomes in HTML: the question the renderer
 * asks whoever knows the references.
 *
 * Types only. Depends on nothing.
 */
#ifndef RENDER_MARKDOWN_RESOLVE_H
#define RENDER_MARKDOWN_RESOLVE_H

#include <stdbool.h>
#include <stddef.h>

/* What a link becomes; all zero but `is_image` when the callback gets it to
 * fill in. Values are raw (escaped here) and must live until the rendering
 * ends. */
struct markdown_link {
    const char *href;  /* address; NULL is the same as blocked */
    const char *css;   /* class attribute, or NULL */
    const char *title; /* title attribute, or NULL for what the writer gave */
    bool footnote;     /* opens in the footnote window */
    bool external;     /* leaves the site: rel="noopener noreferrer" */
    bool blocked;      /* no link: the words in <span class="ref ref-broken"> */
    bool is_image;     /* set for the callback: href would be an image's src */
};

/* Asked once for every link and image shown. `line` is the line in the file,
 * 0 for a bare address (http, https or mailto). An image is shown only when
 * the callback gives an href. */
typedef void markdown_resolve(
    void *user, const char *target, size_t line, struct markdown_link *link);

#endif
