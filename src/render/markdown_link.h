/*
 * Links, images and notes as HTML, and what one page has in common.
 *
 * Internal to render/markdown. Depends on base and domain/markup.
 */
#ifndef RENDER_MARKDOWN_LINK_H
#define RENDER_MARKDOWN_LINK_H

#include "base/text.h"
#include "domain/markup_document.h"
#include "render/markdown_resolve.h"

/* Numbers run through all the parts of a page. */
struct markdown_writer {
    struct arena *arena;
    const struct markup_document *document;
    markdown_resolve *resolve;
    void *user;
    size_t tables;
    size_t *note_number;     /* for each note: its number, 0 until it is met */
    size_t *note_references; /* for each note: how often it was referred to */
    size_t *note_order;      /* the notes met, in that order */
    size_t note_count;
};

struct markdown_writer markdown_writer_create(struct arena *arena,
    const struct markup_document *document, markdown_resolve *resolve,
    void *user);

/* Write the opening tag of a link, as the resolver says; returns the closing
 * one. NULL for `written` is a link that nobody resolves. */
const char *markdown_link_open(struct markdown_writer *writer,
    const struct markup_link *written, struct builder *out);

/* Write a whole link with plain words. */
void markdown_link_put(struct markdown_writer *writer,
    const struct markup_link *written, struct builder *out);

/* Write an image, or its words when the resolver gives no address. */
void markdown_image_put(struct markdown_writer *writer,
    const struct markup_link *written, struct builder *out);

/* Write a reference to note `index`. */
void markdown_note_put(
    struct markdown_writer *writer, size_t index, struct builder *out);

/* Write the reference that leads back from note `index`, of which the words
 * end `out`. */
void markdown_note_return(
    struct markdown_writer *writer, size_t index, struct builder *out);

#endif
