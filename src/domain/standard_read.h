/*
 * A file with a standard in any of the formats taken, told by its content.
 */
#ifndef DOMAIN_STANDARD_READ_H
#define DOMAIN_STANDARD_READ_H

#include "domain/standard_naming.h"

enum { STANDARD_READ_LIMIT = 64 * 1024 * 1024 }; /* bytes of a file */

/* Parse the file in the form it has; `format` is what that is called. The
 * error begins with `line N: ` or the path in the file. */
bool standard_read(struct arena *arena, struct text content,
    const struct standard_naming *naming, struct standard_file *file,
    const char **format, struct error *error);

#endif
