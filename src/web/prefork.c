/* One loop around sigtimedwait(): no handlers, so nothing happens between. */
#include "web/prefork.h"

#include "base/clock.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const long long millisecond = 1000000; /* in nanoseconds */

enum {
    DELAY = 100,        /* ms before a worker is replaced */
    DELAY_DOUBLED = 6,  /* times, at most, for those that die at once */
    YOUNG = 1000,       /* ms within which a death counts as "at once" */
    STOP_REPEAT = 200,  /* ms between two SIGTERM to the same worker */
    STOP_PATIENCE = 10, /* seconds before SIGKILL */
    REASON_SIZE = 4096
};

struct worker {
    pid_t pid;      /* 0: none now */
    long long born; /* monotonic, ns */
    long long due;  /* when to fork the next one */
    unsigned young; /* deaths at once, one after the other */
    bool replaced;  /* is not one of the first */
};

struct master {
    const struct prefork_settings *settings;
    struct worker *workers;
    sigset_t signals;
    int report[2]; /* pipe for the reasons of workers that refuse */
    bool refused;  /* one of the first workers could not start */
};

static sigset_t master_signals(void)
{
    sigset_t signals;

    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGCHLD);
    return signals;
}

void prefork_block_signals(void)
{
    sigset_t signals = master_signals();

    sigprocmask(SIG_BLOCK, &signals, NULL);
}

void prefork_unblock_signals(void)
{
    sigset_t signals = master_signals();

    sigprocmask(SIG_UNBLOCK, &signals, NULL);
}

enum prefork_status prefork_refuse(int report, const char *reason)
{
    char line[REASON_SIZE];
    size_t size = strnlen(reason, sizeof line - 1);

    for (size_t i = 0; i < size; i++)
        line[i] = reason[i] == '\n' ? ' ' : reason[i];
    line[size] = '\n';
    /* At most PIPE_BUF bytes, so lines of two workers do not mix. */
    if (write(report, line, size + 1) < 0)
        fprintf(stderr, "ims: %.*s\n", (int)size, line);
    return PREFORK_REFUSED;
}

/* Ask for SIGTERM when `parent` dies, and end if it has done so already. */
static void end_with_parent(pid_t parent)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent)
        _exit(PREFORK_ENDED);
}

static _Noreturn void worker_run(struct master *master, pid_t parent)
{
    sigset_t child;

    end_with_parent(parent);
    close(master->report[0]);
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    sigprocmask(SIG_UNBLOCK, &child, NULL);
    exit((int)master->settings->work(
        master->settings->context, master->report[1]));
}

static void worker_schedule(struct worker *worker, bool at_once)
{
    unsigned doubled;

    worker->pid = 0;
    worker->due = clock_nanoseconds();
    if (at_once)
        return;
    if (worker->due - worker->born < YOUNG * millisecond)
        worker->young++;
    else
        worker->young = 0;
    doubled = worker->young == 0 ? 0 : worker->young - 1;
    if (doubled > DELAY_DOUBLED)
        doubled = DELAY_DOUBLED;
    worker->due += (DELAY * millisecond) << doubled;
}

static void worker_fork(struct master *master, struct worker *worker)
{
    pid_t parent = getpid();
    pid_t pid;

    worker->born = clock_nanoseconds();
    pid = fork();
    if (pid == 0)
        worker_run(master, parent);
    worker->pid = pid;
    if (pid < 0) {
        fprintf(stderr, "ims: cannot fork a worker: %s\n", strerror(errno));
        worker_schedule(worker, false);
    }
}

/* Write the first of the reasons in the pipe to stderr, drop the others. */
static void master_tell_reason(const struct master *master)
{
    char lines[REASON_SIZE];
    ssize_t size = read(master->report[0], lines, sizeof lines);
    const char *end = size <= 0 ? NULL : memchr(lines, '\n', (size_t)size);

    if (end != NULL)
        fprintf(stderr, "ims: %.*s\n", (int)(end - lines), lines);
    while (read(master->report[0], lines, sizeof lines) > 0)
        continue;
}

static void worker_ended(
    struct master *master, struct worker *worker, int status)
{
    bool refused = WIFEXITED(status) && WEXITSTATUS(status) == PREFORK_REFUSED;

    if (WIFSIGNALED(status))
        fprintf(stderr, "ims: worker %ld was ended by signal %d\n",
            (long)worker->pid, WTERMSIG(status));
    if (refused && !master->refused)
        master_tell_reason(master);
    if (refused && !worker->replaced)
        master->refused = true;
    worker_schedule(worker, WIFEXITED(status) && WEXITSTATUS(status) == 0);
    worker->replaced = true;
}

static void master_reap(struct master *master)
{
    int status;
    pid_t pid;

    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        for (unsigned i = 0; i < master->settings->workers; i++) {
            if (master->workers[i].pid == pid)
                worker_ended(master, &master->workers[i], status);
        }
    }
}

/* Fork the workers that are due; nanoseconds until the next one is, or -1. */
static long long master_fork(struct master *master)
{
    long long now = clock_nanoseconds();
    long long wait = -1;

    for (unsigned i = 0; i < master->settings->workers; i++) {
        struct worker *worker = &master->workers[i];

        if (worker->pid == 0 && worker->due <= now)
            worker_fork(master, worker);
        if (worker->pid == 0 && (wait < 0 || worker->due - now < wait))
            wait = worker->due > now ? worker->due - now : 0;
    }
    return wait;
}

/* The next signal, or -1 after `wait` nanoseconds (-1: however long). */
static int master_wait(const struct master *master, long long wait)
{
    struct timespec timeout = {
        .tv_sec = wait / (1000 * millisecond),
        .tv_nsec = (long)(wait % (1000 * millisecond)),
    };

    return wait < 0 ? sigwaitinfo(&master->signals, NULL)
                    : sigtimedwait(&master->signals, NULL, &timeout);
}

/* Tell every worker; how many there still are. */
static unsigned master_kill(const struct master *master, int signal)
{
    unsigned left = 0;

    for (unsigned i = 0; i < master->settings->workers; i++) {
        if (master->workers[i].pid > 0) {
            kill(master->workers[i].pid, signal);
            left++;
        }
    }
    return left;
}

static void master_stop(struct master *master)
{
    long long end = clock_nanoseconds() + STOP_PATIENCE * 1000LL * millisecond;
    long long next = 0;

    for (;;) {
        long long now = clock_nanoseconds();

        master_reap(master);
        if (master_kill(master, 0) == 0)
            return;
        if (now >= next) {
            master_kill(master, now < end ? SIGTERM : SIGKILL);
            next = now + STOP_REPEAT * millisecond;
        }
        master_wait(master, next - now);
    }
}

static bool master_prepare(
    struct master *master, const struct prefork_settings *settings)
{
    static const int numbers[] = {SIGTERM, SIGINT, SIGCHLD};
    pid_t parent = getppid();

    /* A signal that is ignored would not even become pending. */
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        signal(numbers[i], SIG_DFL);
    prefork_block_signals();
    if (getsid(0) != getpid())
        end_with_parent(parent);
    *master =
        (struct master){.settings = settings, .signals = master_signals()};
    master->workers = calloc(settings->workers, sizeof *master->workers);
    return master->workers != NULL &&
           pipe2(master->report, O_CLOEXEC | O_NONBLOCK) == 0;
}

int prefork_serve(const struct prefork_settings *settings)
{
    struct master master;
    int signal = -1;

    if (!master_prepare(&master, settings)) {
        fputs("ims: cannot prepare the workers\n", stderr);
        return PREFORK_REFUSED;
    }
    while (signal != SIGTERM && signal != SIGINT && !master.refused) {
        signal = master_wait(&master, master_fork(&master));
        master_reap(&master);
    }
    master_stop(&master);
    close(master.report[0]);
    close(master.report[1]);
    free(master.workers);
    return master.refused ? PREFORK_REFUSED : 0;
}
