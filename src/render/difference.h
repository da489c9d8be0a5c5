/*
 * What changed between two texts, word by word.
 *
 * Words keep the white space after them; a difference in that alone is none.
 * Texts that differ in too many words come out as one part gone and one
 * added: the work is bounded.
 */
#ifndef RENDER_DIFFERENCE_H
#define RENDER_DIFFERENCE_H

#include "base/text.h"

enum difference_sort { DIFFERENCE_SAME, DIFFERENCE_GONE, DIFFERENCE_ADDED };

struct difference_part {
    enum difference_sort sort;
    struct text words;
};

struct difference {
    struct difference_part *parts; /* in the arena, pointing into the texts */
    size_t count;
};

/* Shorter runs of words that stayed count as changed. */
enum { DIFFERENCE_RUN = 3 };

/* The most word pairs that are compared, about a megabyte of table. */
enum { DIFFERENCE_PAIRS = 500 * 1000 };

/* What turns `before` into `after`; both must live as long as the result. */
struct difference difference_of_texts(
    struct arena *arena, const char *before, const char *after);

#endif
