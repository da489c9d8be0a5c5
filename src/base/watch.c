/* One inotify descriptor; folders are watched anew after each change. */
#include "base/watch.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/file.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

enum { EVENTS_SIZE = 16 * 1024, DEPTH_LIMIT = 32 };

static const long long second = 1000000000LL;

struct watch {
    struct arena *arena;
    const char *folder;
    int descriptor; /* -1: the system gives none */
    bool first;
    long long asked; /* when polling: last time the answer was yes */
};

static bool add_folder(struct watch *watch, const char *folder, int depth)
{
    DIR *dir;
    struct dirent *item;
    bool fine;
    struct arena *arena;

    if (inotify_add_watch(watch->descriptor, folder,
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                IN_MOVED_TO | IN_MODIFY | IN_ONLYDIR) < 0)
        return false;
    dir = opendir(folder);
    if (dir == NULL || depth == DEPTH_LIMIT) {
        if (dir != NULL)
            closedir(dir);
        return true;
    }
    arena = arena_create();
    fine = true;
    while (fine && (item = readdir(dir)) != NULL) {
        const char *path = file_join(arena, folder, item->d_name);

        if (item->d_name[0] != '.' && file_stat(path).is_folder)
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

struct watch *watch_open(const char *folder)
{
    struct arena *arena = arena_create();
    struct watch *watch = arena_alloc(arena, sizeof *watch);

    watch->arena = arena;
    watch->folder = arena_string(arena, folder);
    watch->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    watch->first = true;
    watch_folders(watch);
    return watch;
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
