/*
 * Notes and the discussion they make, on anything that can be referred to.
 *
 * A note is Markdown; its references are links to follow but no links of the
 * item. Whoever wrote a note may change or withdraw it: what it said before
 * stays in the history. Answers stand one level below the note they answer.
 */
#ifndef DOMAIN_NOTE_H
#define DOMAIN_NOTE_H

#include "domain/context.h"

enum { NOTE_SIZE = 16 * 1024 }; /* bytes of a note */

struct note {
    long long id;
    long long item;
    long long parent; /* the note it answers, or 0 */
    const char *body; /* "" when withdrawn */
    const char *made_at;
    const char *by; /* login */
    const char *by_name;
    const char *changed_at;
    long long revision; /* from 1 */
    bool withdrawn;
};

/* Write a note on the item; `parent` is 0 or a note of the same item. An
 * answer to an answer becomes one to the note above both. `id` gets its
 * number. ERROR_INVALID, naming `body`, for a text that is empty or too long;
 * ERROR_MISSING for a parent there is not. */
bool note_add(struct context *context, long long item, long long parent,
    const char *body, long long *id, struct error *error);

/* Say it otherwise. `revision` is the one that was opened: ERROR_CONFLICT when
 * there is a newer one. ERROR_FORBIDDEN for anybody but who wrote it. The same
 * text again changes nothing. */
bool note_change(struct context *context, const struct note *note,
    long long revision, const char *body, struct error *error);

/* Take it back: it is shown as withdrawn from then on. Withdrawing twice
 * changes nothing. ERROR_FORBIDDEN for anybody but who wrote it. */
bool note_withdraw(
    struct context *context, const struct note *note, struct error *error);

/* One note of the item; found is false when there is none. */
bool note_read(struct context *context, long long item, long long id,
    struct note *note, bool *found, struct error *error);

/* The newest `limit` notes of the item written before the note `before` (0:
 * all), in the order in which they were written. `more` tells of older ones. */
bool note_list(struct context *context, long long item, long long before,
    long long limit, struct note **notes, size_t *count, bool *more,
    struct error *error);

/* How many notes the item has. */
bool note_count(struct context *context, long long item, long long *count,
    struct error *error);

#endif
