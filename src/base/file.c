/* Files by plain POSIX calls. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool file_failed(struct error *error, const char *verb, const char *path)
{
    bool full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
    enum error_code code = full              ? ERROR_BUSY
                           : errno == ENOENT ? ERROR_MISSING
                                             : ERROR_SYSTEM;

    return error_set(
        error, code, "%s: cannot %s: %s", path, verb, strerror(errno));
}

static struct file_state state_of(const struct stat *st)
{
    return (struct file_state){
        .size = (long long)st->st_size,
        .mtime =
            (long long)st->st_mtim.tv_sec * 1000000000LL + st->st_mtim.tv_nsec,
        .inode = (long long)st->st_ino,
        .exists = true,
        .is_folder = S_ISDIR(st->st_mode),
    };
}

struct file_state file_stat(const char *path)
{
    struct stat st;

    if (stat(path, &st) != 0)
        return (struct file_state){.exists = false};
    return state_of(&st);
}

bool file_read(struct arena *arena, const char *path, size_t limit,
    struct text *content, struct error *error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    char *data;
    size_t size = 0;

    if (fd < 0)
        return file_failed(error, "read", path);
    if (fstat(fd, &st) != 0 || S_ISDIR(st.st_mode)) {
        close(fd);
        return error_set(error, ERROR_INVALID, "%s: is not a file", path);
    }
    if (st.st_size < 0 || (unsigned long long)st.st_size > limit) {
        close(fd);
        return error_set(error, ERROR_TOO_LARGE,
            "%s: has %lld bytes, the limit is %zu", path, (long long)st.st_size,
            limit);
    }
    data = arena_alloc(arena, size_add((size_t)st.st_size, 1));
    while (size < (size_t)st.st_size) {
        ssize_t got = read(fd, data + size, (size_t)st.st_size - size);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            close(fd);
            return file_failed(error, "read", path);
        }
        if (got == 0)
            break;
        size += (size_t)got;
    }
    close(fd);
    *content = text_part(data, size);
    return true;
}

static bool write_all(int fd, struct text content)
{
    size_t done = 0;

    while (done < content.size) {
        ssize_t put = write(fd, content.data + done, content.size - done);

        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return false;
        done += (size_t)put;
    }
    return fsync(fd) == 0;
}

bool file_write(struct arena *arena, const char *path, struct text content,
    struct error *error)
{
    const char *temporary =
        arena_format(arena, "%s.%ld~", path, (long)getpid());
    int fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool fine;

    if (fd < 0)
        return file_failed(error, "write", path);
    fine = write_all(fd, content);
    if (close(fd) != 0)
        fine = false;
    if (fine && rename(temporary, path) == 0)
        return true;
    file_failed(error, "write", path);
    unlink(temporary);
    return false;
}

bool file_sync_folder(const char *path, struct error *error)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool fine = fd >= 0 && fsync(fd) == 0;

    if (!fine)
        file_failed(error, "sync the folder", path);
    if (fd >= 0)
        close(fd);
    return fine;
}

bool file_make_folder(
    struct arena *arena, const char *path, struct error *error)
{
    char *copy = arena_string(arena, path);

    for (char *p = copy + 1;; p++) {
        char kept = *p;

        if (kept != '/' && kept != '\0')
            continue;
        *p = '\0';
        if (mkdir(copy, 0777) != 0 && errno != EEXIST)
            return file_failed(error, "make the folder", copy);
        *p = kept;
        if (kept == '\0')
            break;
    }
    if (!file_stat(path).is_folder)
        return error_set(error, ERROR_INVALID, "%s: is not a folder", path);
    return true;
}

struct walk {
    struct arena *arena;
    struct file_entry *entries;
    size_t count;
    size_t capacity;
};

static void walk_add(struct walk *walk, const char *path, const struct stat *st)
{
    walk->entries = arena_widen(walk->arena, walk->entries, walk->count,
        &walk->capacity, sizeof *walk->entries);
    walk->entries[walk->count].path = path;
    walk->entries[walk->count++].state = state_of(st);
}

static bool walk_folder(struct walk *walk, const char *folder,
    const char *below, int depth, struct error *error)
{
    DIR *dir = opendir(folder);
    struct dirent *item;
    bool fine = true;

    if (dir == NULL)
        return file_failed(error, "read the folder", folder);
    while (fine && (item = readdir(dir)) != NULL) {
        const char *path;
        const char *name;
        struct stat st;

        if (item->d_name[0] == '.')
            continue;
        path = file_join(walk->arena, folder, item->d_name);
        name = below[0] == '\0' ? arena_string(walk->arena, item->d_name)
                                : file_join(walk->arena, below, item->d_name);
        if (lstat(path, &st) != 0)
            continue; /* gone meanwhile */
        if (S_ISREG(st.st_mode))
            walk_add(walk, name, &st);
        else if (S_ISDIR(st.st_mode) && depth < 32)
            fine = walk_folder(walk, path, name, depth + 1, error);
    }
    closedir(dir);
    return fine;
}

static int entry_compare(const void *a, const void *b)
{
    return strcmp(((const struct file_entry *)a)->path,
        ((const struct file_entry *)b)->path);
}

bool file_walk(struct arena *arena, const char *folder,
    struct file_entry **entries, size_t *count, struct error *error)
{
    struct walk walk = {.arena = arena};

    if (!walk_folder(&walk, folder, "", 0, error))
        return false;
    if (walk.count > 0)
        qsort(walk.entries, walk.count, sizeof *walk.entries, entry_compare);
    *entries = walk.entries;
    *count = walk.count;
    return true;
}

bool file_copy_tree(
    struct arena *arena, const char *from, const char *to, struct error *error)
{
    struct file_entry *entries;
    size_t count;

    if (!file_walk(arena, from, &entries, &count, error) ||
        !file_make_folder(arena, to, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *target = file_join(arena, to, entries[i].path);
        char *folder = arena_string(arena, target);
        struct text content = {0};

        *strrchr(folder, '/') = '\0';
        if (!file_make_folder(arena, folder, error) ||
            !file_read(arena, file_join(arena, from, entries[i].path),
                SIZE_MAX / 2, &content, error) ||
            !file_write(arena, target, content, error))
            return false;
    }
    return true;
}

const char *file_join(struct arena *arena, const char *folder, const char *name)
{
    return string_ends(folder, "/")
               ? arena_format(arena, "%s%s", folder, name)
               : arena_format(arena, "%s/%s", folder, name);
}

bool file_is_inside(const char *path)
{
    struct text rest = text_of(path);
    struct text part;

    if (path[0] == '\0' || path[0] == '/' || string_ends(path, "/") ||
        strchr(path, '\\') != NULL)
        return false;
    while (text_next(&rest, '/', &part)) {
        if (part.size == 0 || text_equals(part, ".") || text_equals(part, ".."))
            return false;
    }
    return true;
}
