/* Longest common subsequence of words, between the common ends. */
#include "render/difference.h"

#include <string.h>

struct words {
    struct text *items; /* each with the white space after it */
    size_t count;
};

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static struct words split_words(struct arena *arena, const char *string)
{
    struct words words = {.items = NULL, .count = 0};
    const char *p = string;

    words.items = arena_array(
        arena, size_add(strlen(string) / 2, 2), sizeof *words.items);
    while (*p != '\0') {
        const char *start = p;

        while (start == string && is_space(*p))
            p++;
        while (*p != '\0' && !is_space(*p))
            p++;
        while (*p != '\0' && is_space(*p))
            p++;
        words.items[words.count++] = text_part(start, (size_t)(p - start));
    }
    return words;
}

static bool same_word(struct text a, struct text b)
{
    a = text_trim(a);
    b = text_trim(b);
    return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

/* The words from `from` on, `count` of them, as one slice. */
static struct text run_of(const struct words *words, size_t from, size_t count)
{
    const struct text *last = &words->items[from + count - 1];

    return text_part(words->items[from].data,
        (size_t)(last->data + last->size - words->items[from].data));
}

static void add_part(struct difference *out, enum difference_sort sort,
    const struct words *words, size_t from, size_t count)
{
    if (count == 0)
        return;
    out->parts[out->count].sort = sort;
    out->parts[out->count++].words = run_of(words, from, count);
}

/* The words that differ, between what is the same at both ends. */
struct middle {
    struct words before;
    struct words after;
};

/* lengths[i * (m + 1) + j]: how many words the rests from i and j share. */
static unsigned short *compare_words(
    struct arena *arena, const struct middle *middle)
{
    size_t n = middle->before.count;
    size_t m = middle->after.count;
    unsigned short *lengths =
        arena_array(arena, size_multiply(n + 1, m + 1), sizeof *lengths);

    for (size_t i = n; i-- > 0;) {
        for (size_t j = m; j-- > 0;) {
            unsigned short *here = &lengths[i * (m + 1) + j];
            unsigned short down = here[m + 1];
            unsigned short right = here[1];

            if (same_word(middle->before.items[i], middle->after.items[j]))
                *here = (unsigned short)(here[m + 2] + 1);
            else
                *here = down >= right ? down : right;
        }
    }
    return lengths;
}

/* How many words are the same from here on. */
static size_t same_from(const struct middle *middle, size_t i, size_t j)
{
    size_t count = 0;

    while (i + count < middle->before.count &&
           j + count < middle->after.count &&
           same_word(
               middle->before.items[i + count], middle->after.items[j + count]))
        count++;
    return count;
}

/* Few words that happen to be the same between others are no help to the
 * reader: they go with what changed around them. */
static void add_middle(
    struct arena *arena, const struct middle *middle, struct difference *out)
{
    size_t n = middle->before.count;
    size_t m = middle->after.count;
    const unsigned short *lengths = compare_words(arena, middle);
    size_t i = 0;
    size_t j = 0;
    size_t gone = 0;
    size_t added = 0;

    while (i < n || j < m) {
        size_t same = same_from(middle, i, j);

        if (same >= DIFFERENCE_RUN) {
            add_part(out, DIFFERENCE_GONE, &middle->before, gone, i - gone);
            add_part(out, DIFFERENCE_ADDED, &middle->after, added, j - added);
            add_part(out, DIFFERENCE_SAME, &middle->after, j, same);
        }
        if (same > 0) {
            i += same;
            j += same;
            gone = same >= DIFFERENCE_RUN ? i : gone;
            added = same >= DIFFERENCE_RUN ? j : added;
        } else if (j == m || (i < n && lengths[(i + 1) * (m + 1) + j] >=
                                           lengths[i * (m + 1) + j + 1])) {
            i++;
        } else {
            j++;
        }
    }
    add_part(out, DIFFERENCE_GONE, &middle->before, gone, i - gone);
    add_part(out, DIFFERENCE_ADDED, &middle->after, added, j - added);
}

struct difference difference_of_texts(
    struct arena *arena, const char *before, const char *after)
{
    struct words a = split_words(arena, before);
    struct words b = split_words(arena, after);
    size_t least = a.count < b.count ? a.count : b.count;
    struct difference out = {.parts = NULL, .count = 0};
    struct middle middle;
    size_t head = 0;
    size_t tail = 0;

    out.parts = arena_array(
        arena, size_add(size_add(a.count, b.count), 2), sizeof *out.parts);
    while (head < least && same_word(a.items[head], b.items[head]))
        head++;
    while (tail < least - head &&
           same_word(a.items[a.count - 1 - tail], b.items[b.count - 1 - tail]))
        tail++;
    middle.before = (struct words){a.items + head, a.count - head - tail};
    middle.after = (struct words){b.items + head, b.count - head - tail};
    add_part(&out, DIFFERENCE_SAME, &b, 0, head);
    if (size_multiply(middle.before.count + 1, middle.after.count + 1) <=
        DIFFERENCE_PAIRS) {
        add_middle(arena, &middle, &out);
    } else {
        add_part(&out, DIFFERENCE_GONE, &middle.before, 0, middle.before.count);
        add_part(&out, DIFFERENCE_ADDED, &middle.after, 0, middle.after.count);
    }
    add_part(&out, DIFFERENCE_SAME, &b, b.count - tail, tail);
    return out;
}
