/*
 * A master and its workers: forks them, replaces those that end, ends them
 * all in an orderly way. Knows nothing of what workers do.
 *
 * The master waits for SIGTERM and SIGINT, passes them on until every worker
 * has gone, and kills what is left after 10 seconds. Master and workers ask
 * the kernel for a SIGTERM when their parent dies, so that nothing goes on
 * running after a web server that was killed; a master that leads a session
 * (systemd, spawn-fcgi) was detached on purpose and does not.
 */
#ifndef WEB_PREFORK_H
#define WEB_PREFORK_H

#include "base/arena.h"

/* How a worker ended: what work() returns. */
enum prefork_status {
    PREFORK_WORN = 0,    /* did its share: replaced at once */
    PREFORK_ENDED = 1,   /* told to end, or cannot go on: replaced later */
    PREFORK_REFUSED = 2, /* could not start, and said why */
};

struct prefork_settings {
    unsigned workers; /* at least 1 */
    /* Runs in a worker, with SIGTERM and SIGINT blocked and the other signals
     * as they were. Says why it cannot start by prefork_refuse(report, ...).
     */
    enum prefork_status (*work)(void *context, int report);
    void *context;
};

/* Block SIGTERM, SIGINT and SIGCHLD: comes first in a program, so that none
 * is lost before prefork_serve() waits for them. */
void prefork_block_signals(void);

/* Unblock them: for a program that will not be a master after all. */
void prefork_unblock_signals(void);

/* Run workers until told to end. Returns 0, or 2 when one of the first
 * workers refused; its reason is then on stderr. Only the master returns. */
int prefork_serve(const struct prefork_settings *settings);

/* In a worker: hand the master one line for stderr. Returns
 * PREFORK_REFUSED. */
enum prefork_status prefork_refuse(int report, const char *reason);

#endif
