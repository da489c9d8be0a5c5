/*
 * Noticing changes below a folder without reading it: inotify.
 *
 * A watch answers "has anything changed since I last asked?" in one system
 * call, whatever the size of the folder. Where the system gives no watch, a
 * watch over a tree says yes at most every second and one over a single
 * folder says yes always, so that the caller looks itself.
 */
#ifndef BASE_WATCH_H
#define BASE_WATCH_H

#include <stdbool.h>

struct watch;

/* Watch `folder` and all folders below it. The first question is answered
 * with yes. The caller ends it with watch_close(). */
struct watch *watch_open(const char *folder);

/* Watch the files of `folder` alone. */
struct watch *watch_open_flat(const char *folder);

void watch_close(struct watch *watch);

/* Has anything changed since the last question? */
bool watch_changed(struct watch *watch);

/* Answer yes to the next question: what changed could not be taken up. */
void watch_again(struct watch *watch);

#endif
