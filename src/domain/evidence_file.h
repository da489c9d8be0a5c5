/*
 * Files kept as evidence, by the SHA-256 of their content: the same file is
 * stored once, and what is shown is what was filed.
 */
#ifndef DOMAIN_EVIDENCE_FILE_H
#define DOMAIN_EVIDENCE_FILE_H

#include "domain/context.h"

enum { EVIDENCE_FILE_LIMIT = 20 * 1024 * 1024 };

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

/* Keep a file; keeping the same content again changes nothing. Inside a write
 * transaction. `hash` gets its name in references. */
bool evidence_file_put(struct context *context, const char *name,
    const char *title, struct text content, const char **hash,
    struct error *error);

/* The file with this hash; found is false when there is none. */
bool evidence_file_read(struct context *context, const char *hash,
    struct evidence_file *file, bool *found, struct error *error);

/* Compare every file with its hash; `problem` is "" or names the first that
 * is gone or differs. */
bool evidence_file_verify(struct context *context, long long *count,
    const char **problem, struct error *error);

#endif
