/*
 * The headers of web/multipart: of the body (its boundary) and of each part
 * (name of the field, name and type of the file).
 */
#ifndef WEB_MULTIPART_HEADER_H
#define WEB_MULTIPART_HEADER_H

#include "base/error.h"
#include "base/text.h"

enum { MULTIPART_FILE_NAME = 200 /* bytes */ };

struct multipart_header {
    const char *name; /* of the field; not empty, clean, one line */
    bool is_file;
    const char *file_name; /* last part of the path, "" when none was sent */
    const char *type;      /* as declared, or "" */
};

/* multipart/form-data, whatever its parameters? */
bool multipart_header_is_form(const char *content_type);

/* The boundary the Content-Type names. ERROR_INVALID when it names none, more
 * than one, or one that no boundary may be. */
bool multipart_header_boundary(struct arena *arena, const char *content_type,
    const char **boundary, struct error *error);

/* Read the header lines of part `number`. Refuses what is not form-data,
 * parts without name or with an unreadable one, lines that are no header
 * lines, parts with parts of their own, and encodings of the content. */
bool multipart_header_parse(struct arena *arena, struct text head,
    size_t number, size_t name_size, struct multipart_header *header,
    struct error *error);

#endif
