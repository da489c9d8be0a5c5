/* One inotify descriptor; folders are watched anew after each change. */
#include "base/watch.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum { EVENTS_SIZE = 16 * 1024, DEPTH_LIMIT = 32 };

static const long long second = 1000000000LL;

struct watch {
    struct arena *arena;
    const char *folder;
    int descriptor; /* -1: the system gives none */
    bool first;
    bool flat;       /* the folder's own files only */
    long long asked; /* when polling: last time the answer was yes */
};

/* A folder below that went away meanwhile is no failure: the news of it is
 * still to be read. */
static bool add_folder(struct watch *watch, const char *folder, int depth)
{
    DIR *dir;
    struct dirent *item;
    bool fine;
    struct arena *arena;

    if (inotify_add_watch(watch->descriptor, folder,
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                IN_MOVED_TO | IN_MODIFY | IN_MOVE_SELF | IN_DELETE_SELF |
                IN_ONLYDIR) < 0)
        return depth > 0 && (errno == ENOENT || errno == ENOTDIR);
    dir = opendir(folder);
    if (dir == NULL || depth == DEPTH_LIMIT || watch->flat) {
        if (dir != NULL)
            closedir(dir);
        return true;
    }
    arena = arena_create();
    fine = true;
    while (fine && (item = readdir(dir)) != NULL) {
        const char *path = file_join(arena, folder, item->d_name);
        struct stat state;

        /* Links are not followed, as in file_walk(): they may go in rings. */
        if (item->d_name[0] != '.' && lstat(path, &state) == 0 &&
            S_ISDIR(state.st_mode))
            fine = add_folder(watch, path, depth + 1);
    }
    arena_destroy(arena);
    closedir(dir);
    return fine;
}

static void watch_folders(struct watch *watch)
{
    if (watch->descriptor >= 0 && !add_folder(watch, watch->folder, 0)) {
        close(watch->descriptor);
        watch->descriptor = -1;
    }
}

static struct watch *watch_create(const char *folder, bool flat)
{
    struct arena *arena = arena_create();
    struct watch *watch = arena_alloc(arena, sizeof *watch);

    watch->arena = arena;
    watch->folder = arena_string(arena, folder);
    watch->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    watch->first = true;
    watch->flat = flat;
    watch_folders(watch);
    return watch;
}

struct watch *watch_open(const char *folder)
{
    return watch_create(folder, false);
}

struct watch *watch_open_flat(const char *folder)
{
    return watch_create(folder, true);
}

void watch_close(struct watch *watch)
{
    if (watch == NULL)
        return;
    if (watch->descriptor >= 0)
        close(watch->descriptor);
    arena_destroy(watch->arena);
}

bool watch_changed(struct watch *watch)
{
    char events[EVENTS_SIZE];
    bool changed = watch->first;

    watch->first = false;
    if (watch->descriptor < 0) {
        long long now = clock_nanoseconds();

        if (watch->flat)
            return true;
        if (!changed && now - watch->asked < second)
            return false;
        watch->asked = now;
        return true;
    }
    while (read(watch->descriptor, events, sizeof events) > 0)
        changed = true;
    /* A new folder must be watched, too; adding one twice does no harm. */
    if (changed)
        watch_folders(watch);
    return changed;
}

void watch_again(struct watch *watch)
{
    watch->first = true;
}
