/*
 * Files: read whole with a limit, write safely, walk a folder.
 *
 * Paths are C strings as the system takes them. Nothing here follows a name
 * out of a folder: file_is_inside() is the check for names from outside.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>

struct file_state {
    long long size;  /* bytes */
    long long mtime; /* nanoseconds since 1970 */
    long long inode;
    bool exists;
    bool is_folder;
};

struct file_entry {
    const char *path; /* below the folder walked, `/` between parts */
    struct file_state state;
};

/* What stands at `path`; a missing file is no error. */
struct file_state file_stat(const char *path);

/* The whole file in the arena, NUL after it. Refuses over `limit` bytes. */
bool file_read(struct arena *arena, const char *path, size_t limit,
    struct text *content, struct error *error);

/* Write via a temporary file, fsync and rename. */
bool file_write(struct arena *arena, const char *path, struct text content,
    struct error *error);

/* Have the system put on disk what the folder holds: a file that was just
 * written is only then sure to be found there after a crash. */
bool file_sync_folder(const char *path, struct error *error);

/* Make the folder and its parents. */
bool file_make_folder(
    struct arena *arena, const char *path, struct error *error);

/* All regular files below `folder` whose names do not begin with `.`, in
 * order of path. Symbolic links are not followed. */
bool file_walk(struct arena *arena, const char *folder,
    struct file_entry **entries, size_t *count, struct error *error);

/* Copy all files below `from` to `to`. */
bool file_copy_tree(
    struct arena *arena, const char *from, const char *to, struct error *error);

/* `folder`/`name` in the arena. */
const char *file_join(
    struct arena *arena, const char *folder, const char *name);

/* A relative path without empty, `.` or `..` parts, NUL or backslash? */
bool file_is_inside(const char *path);

#endif
