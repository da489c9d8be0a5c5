/*
 * What is found in a Markdown body: headings, links, and the text made ready
 * for the renderer.
 *
 * Types only, shared by domain/markup, the modules behind it and the renderer.
 * Depends on nothing.
 */
#ifndef DOMAIN_MARKUP_DOCUMENT_H
#define DOMAIN_MARKUP_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

/* "no heading": the text before the first one. */
#define MARKUP_NONE ((size_t)-1)

struct markup_heading {
    int level; /* as written, 1 to 6 */
    int shown; /* as shown, 2 to 6: the smallest is 2, none is skipped */
    const char *title; /* plain words, inline markup taken away */
    const char *slug;  /* anchor, unique on the page */
    size_t line;       /* in the file */
    size_t offset;     /* bytes of the body: from the heading's line ... */
    size_t size;       /* ... to the next heading or the end */
};

struct markup_link {
    const char *target; /* as written, backslash escapes undone */
    const char *words;  /* plain words, or the alternative text of an image */
    const char *title;  /* "" when there is none */
    size_t line;        /* in the file, of the opening bracket */
    size_t heading;     /* index of the heading it stands under, MARKUP_NONE */
    bool is_image;
};

struct markup {
    const char *title; /* heading of level 1 that opens the page, or NULL */
    struct markup_heading *headings; /* without that title */
    size_t heading_count;
    struct markup_link *links; /* in the order of the page */
    size_t link_count;
};

/*
 * For the renderer. What must not reach the Markdown library (code, `<`,
 * brackets that are no link, tables in HTML, notes) is taken out of the text
 * and stands in `inserts`; in its place stands a marker, the insert's number
 * between two bytes MARKUP_MARK. That byte never occurs in UTF-8, so nobody
 * can write a marker.
 */
#define MARKUP_MARK '\xfe'

enum markup_insert_kind {
    MARKUP_INSERT_TEXT,    /* `content`, to be shown as it is */
    MARKUP_INSERT_LINK,    /* the target of link `number`, inside (...) */
    MARKUP_INSERT_ADDRESS, /* a bare address: `content` as words and target */
    MARKUP_INSERT_CODE,    /* a code span: `content` */
    MARKUP_INSERT_BLOCK,   /* a code block: `content` in `language` */
    MARKUP_INSERT_TABLE,   /* an HTML table: `pieces` */
    MARKUP_INSERT_NOTE,    /* a reference to note `number` */
    MARKUP_INSERT_CALLOUT, /* first in a quotation: `content` is its kind */
    MARKUP_INSERT_BREAK    /* nothing: keeps two quotations apart */
};

enum markup_piece_kind {
    MARKUP_PIECE_OPEN,  /* `text` is the element's name */
    MARKUP_PIECE_CLOSE, /* the same */
    MARKUP_PIECE_TEXT,  /* `text` is plain text */
    MARKUP_PIECE_LINK   /* link `number` with its words */
};

/* One piece of a table; opened and closed elements always balance, and their
 * names are table thead tbody tr th td strong b em i br p ul ol li code. */
struct markup_piece {
    enum markup_piece_kind kind;
    const char *text;
    size_t number;
};

struct markup_insert {
    enum markup_insert_kind kind;
    const char *source;   /* what stood in the text */
    const char *content;  /* see the kinds; or NULL */
    const char *language; /* a word of letters, digits and `+-_#`, or "" */
    size_t number;
    const struct markup_piece *pieces;
    size_t piece_count;
};

/* The text under one heading. */
struct markup_part {
    size_t heading;     /* index, MARKUP_NONE for the text before the first */
    const char *source; /* Markdown with markers, without the heading */
    bool opens;         /* nothing was shown before it on the page */
    const char **meets; /* targets that begin with `meets:`, in order */
    size_t meets_count;
};

struct markup_note {
    const char *source; /* Markdown with markers */
};

struct markup_document {
    struct markup found;
    struct markup_part *parts; /* at least one: the first has no heading */
    size_t part_count;
    struct markup_insert *inserts;
    size_t insert_count;
    struct markup_note *notes;
    size_t note_count;
};

#endif
