/*
 * The lines of a Markdown body and what each of them is.
 *
 * Internal to the markup modules. Quotations are known by their depth, lists
 * by how far their words are indented. Depends on base only.
 */
#ifndef DOMAIN_MARKUP_LINES_H
#define DOMAIN_MARKUP_LINES_H

#include "base/text.h"

enum markup_line_kind {
    MARKUP_LINE_BLANK,
    MARKUP_LINE_TEXT,
    MARKUP_LINE_ITEM,       /* begins a list item; words may follow */
    MARKUP_LINE_RULE,       /* `---` and the like, alone */
    MARKUP_LINE_HEADING,    /* of the page, not within a quotation or list */
    MARKUP_LINE_UNDERLINE,  /* of the heading before it */
    MARKUP_LINE_CODE,       /* indented code */
    MARKUP_LINE_FENCE,      /* opens a code block */
    MARKUP_LINE_FENCED,     /* within it */
    MARKUP_LINE_FENCE_END,  /* closes it */
    MARKUP_LINE_TABLE,      /* first line of an HTML table */
    MARKUP_LINE_TABLE_MORE, /* the lines after it, to `</table>` */
    MARKUP_LINE_DEFINITION  /* of a link's target */
};

struct markup_line {
    enum markup_line_kind kind;
    struct text text; /* tabs in its indent expanded, comments taken away */
    struct text raw;  /* as it stands in the body, without its line end */
    size_t number;    /* in the file */
    size_t offset;    /* in the body */
    size_t depth;     /* of quotation, counted in `>` */
    size_t prefix;    /* bytes of `text` that mark the quotation */
    size_t indent;    /* spaces after the prefix */
    size_t lead;      /* bytes of `text` before the words */
    size_t base;      /* how far words in the list here are indented */
    size_t note;      /* counted from 1: the line belongs to that note */
    struct text info; /* of a fence: what follows the ticks */
    int level;        /* of a heading */
    bool listed;      /* stands in a list */
};

struct markup_lines {
    struct markup_line *lines;
    size_t count;
    const char **notes; /* their names, normalised */
    size_t note_count;
};

/* A line without quotation marks and indent. */
struct text markup_line_words(const struct markup_line *line);

/* Take the body apart. `first_line` is the number of its first line. */
void markup_lines_split(struct arena *arena, struct text body,
    size_t first_line, struct markup_lines *out);

#endif
