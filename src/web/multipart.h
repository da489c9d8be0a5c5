/*
 * Forms with files: multipart/form-data (RFC 7578), strictly.
 *
 * Reads a body that is wholly in memory. Fields become a `struct form`, under
 * the same rules as those of web/form, so that handlers see no difference;
 * a name may come several times, as lists of boxes do. Files stay where they
 * are: their content is a slice of the body. A name belongs to one file, or to
 * fields, never to both. What a browser sends where no file was chosen (no
 * name, no bytes) is left out.
 */
#ifndef WEB_MULTIPART_H
#define WEB_MULTIPART_H

#include "web/form.h"

struct multipart_file {
    const char *field;
    const char *name; /* last part of the path; clean, one line, not empty */
    const char *type; /* as the sender declares it, "" when it says nothing
                         readable: not to be trusted */
    struct text content;
};

struct multipart_files {
    const struct multipart_file *files;
    size_t count;
};

enum {
    MULTIPART_FILES = 20,
    MULTIPART_HEADER_SIZE = 4096,
    MULTIPART_FILE_SIZE = 20 * 1024 * 1024,
    MULTIPART_SIZE = 32 * 1024 * 1024
};

struct multipart_limits {
    struct form_limits form; /* fields; names of files' fields, too */
    size_t files;
    size_t header_size; /* of one part, bytes */
    size_t file_size;   /* bytes of one file */
    size_t size;        /* bytes of the whole body */
};

/* Is this the Content-Type of such a form? */
bool multipart_is(const char *content_type);

/* Read `body`; `limits` NULL means the constants above. Refuses what is not
 * built exactly as the RFC says, by part (ERROR_INVALID), and what is over a
 * limit (ERROR_TOO_LARGE). */
bool multipart_parse(struct arena *arena, const char *content_type,
    struct text body, const struct multipart_limits *limits, struct form *form,
    struct multipart_files *files, struct error *error);

/* The file sent under the name, or NULL. */
const struct multipart_file *multipart_file(
    const struct multipart_files *files, const char *field);

#endif
