/*
 * Group commit: processes that wait for the lock leave what they want written
 * with it, and whoever has the lock writes it along in one transaction, so that
 * several writes share one commit and one sync.
 *
 * A file beside the database has places for this, mapped by every process that
 * has the database open; a place belongs to a process as long as that holds a
 * lock on a byte of the file, which the system gives back when it dies. What
 * stands in a place is a question in words of the layer above, then its answer.
 * The lock on the database decides everything: questions are taken and answered
 * only by who holds it, and who finds no answer looks for one again when it
 * holds it itself. So nobody waits for somebody who died: a question that was
 * taken and not answered is done by who asked. Should the process have died
 * between the commit and the answer, it is done already, which whoever asked
 * must be able to tell (see domain/sent and the revision a save is based on).
 */
#ifndef STORE_GROUP_COMMIT_H
#define STORE_GROUP_COMMIT_H

#include "base/text.h"

#include <stdbool.h>

struct group_commit;

/* A place in `file` for the database that `lock` is the lock of, both open for
 * as long as it is; in the arena, ended with group_commit_close(). NULL when
 * there is none left, or no room on the disk for it: then one writes alone. */
struct group_commit *group_commit_open(struct arena *arena, int file, int lock);
void group_commit_close(struct group_commit *group);

/* ---- before waiting for the lock, and having it ---- */

/* Leave what is to be written. False: it is too long for a place, or there is
 * none. */
bool group_commit_ask(struct group_commit *group, struct text question);

/* Sleep until it is answered, the lock may be free, or a moment has passed;
 * true: it is answered. */
bool group_commit_wait(struct group_commit *group);

/* The answer, which stays until the next question. False: there is none; the
 * question is taken back, and its process writes that itself. */
bool group_commit_take(struct group_commit *group, struct text *answer);

/* ---- having the lock ---- */

/* The next question of another process, and its place, where it stays until it
 * is answered. */
bool group_commit_next(
    struct group_commit *group, size_t *place, struct text *question);

/* What to answer should this transaction be committed. What has no answer, or
 * too long a one, its process does itself. */
void group_commit_answer(
    struct group_commit *group, size_t place, struct text answer);

/* The transaction is over, but the lock not yet given back: tell those who
 * have an answer. */
void group_commit_end(struct group_commit *group, bool committed);

/* Having given the lock back: wake one of those that wait for it. */
void group_commit_wake(struct group_commit *group);

#endif
