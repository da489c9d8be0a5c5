/*
 * Files kept as evidence, by the SHA-256 of their content: the same file is
 * stored once, and what is shown is what was filed. The bytes are on disk, and
 * sure to stay there, before any row of the database speaks of them; those that
 * no row speaks of (a transaction that failed) do no harm. A file of any type
 * is taken: all are only ever served as downloads that can do nothing.
 */
#ifndef DOMAIN_EVIDENCE_FILE_H
#define DOMAIN_EVIDENCE_FILE_H

#include "domain/context.h"

enum {
    EVIDENCE_FILE_LIMIT = 20 * 1024 * 1024,
    EVIDENCE_FILE_NAME = 200, /* bytes */
    EVIDENCE_FILE_TITLE = 300
};

struct evidence_file {
    const char *hash;
    const char *name;
    const char *title;
    const char *media; /* media type by the name's ending */
    long long size;
    const char *added_at;
    const char *added_by;
    const char *path; /* on disk */
};

/* Write the bytes to disk, outside of any transaction so that nobody waits
 * for it; `hash` gets their name. Refuses what is empty (ERROR_INVALID) and
 * what is over the limit (ERROR_TOO_LARGE). */
bool evidence_file_store(struct context *context, struct text content,
    const char **hash, struct error *error);

/* Keep a file; keeping the same content again changes nothing. Inside a write
 * transaction; writes the bytes unless evidence_file_store() has. `hash` gets
 * its name in references. An empty title is the name. Refuses what is empty,
 * over a limit, or has no clean name. */
bool evidence_file_put(struct context *context, const char *name,
    const char *title, struct text content, const char **hash,
    struct error *error);

/* The same in a transaction of its own: a file sent with a form that may yet
 * be refused is kept, so that it need not be sent again. */
bool evidence_file_keep(struct context *context, const char *name,
    struct text content, const char **hash, struct error *error);

/* The media type a name's ending stands for, in small or capital letters. */
const char *evidence_file_media(const char *name);

/* The file with this hash; found is false when there is none. */
bool evidence_file_read(struct context *context, const char *hash,
    struct evidence_file *file, bool *found, struct error *error);

/* Are its bytes on disk, as many as were filed? */
bool evidence_file_is_there(
    struct context *context, const char *hash, long long size);

/* Compare every file with its hash; `problem` is "" or names the first that
 * is gone or differs. */
bool evidence_file_verify(struct context *context, long long *count,
    const char **problem, struct error *error);

#endif
