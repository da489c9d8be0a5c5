/* Lists of records that may be evidence. */
#include "domain/conformance_walk.h"

#include <stdlib.h>

/* More than are asked for, and enough to be listed. */
long long walk_wanted(const struct expectation *expectation)
{
    return expectation->at_least + CONFORMANCE_EVIDENCE_LIMIT + 1;
}

int candidates_newest_first(const void *left, const void *right)
{
    const struct candidate *a = left;
    const struct candidate *b = right;

    if (a->date != b->date)
        return a->date < b->date ? 1 : -1;
    return (a->record < b->record) - (a->record > b->record);
}

/* Newest first, each record once. */
void candidates_order(struct candidates *candidates)
{
    size_t kept = 0;

    if (candidates->count > 1)
        qsort(candidates->items, candidates->count, sizeof *candidates->items,
            candidates_newest_first);
    for (size_t i = 0; i < candidates->count; i++) {
        if (kept == 0 ||
            candidates->items[kept - 1].record != candidates->items[i].record)
            candidates->items[kept++] = candidates->items[i];
    }
    candidates->count = kept;
}

/* No more than are wanted, so that the answer does not depend on how many
 * happened to be read. */
void candidates_keep_newest(struct candidates *candidates, long long most)
{
    if ((long long)candidates->count < most)
        return;
    candidates->count = (size_t)most;
    candidates->more = true;
}

/* Drop those that do not say what is asked. */
bool walk_sift(struct walk *walk, const struct expectation *expectation,
    struct candidates *candidates, struct error *error)
{
    size_t kept = 0;

    if (expectation->term_count == 0)
        return true;
    for (size_t i = 0; i < candidates->count; i++) {
        bool says;

        if (!walk_says_all(
                walk, expectation, &candidates->items[i], &says, error))
            return false;
        if (says)
            candidates->items[kept++] = candidates->items[i];
    }
    candidates->count = kept;
    return true;
}
