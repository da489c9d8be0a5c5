/*
 * What a standard from elsewhere is called here: its file calls it something,
 * whoever adds it may say otherwise, and an id has a form of its own.
 */
#ifndef DOMAIN_STANDARD_NAMING_H
#define DOMAIN_STANDARD_NAMING_H

#include "domain/standard_build.h"

enum {
    STANDARD_NUMBER_LIMIT = 32, /* bytes of a number, and of an edition */
    STANDARD_CLAUSE_ID_LIMIT = 64
};

/* Members are "" where nothing is said. */
struct standard_naming {
    const char *id;
    const char *name;
    const char *title;
    const char *file; /* the file's name without folder and ending */
};

/* The words as a part of an id: runs of what cannot stand there become one
 * `-`. Cut at a `-` to fit into `most`. `extra` may stand there beside letters
 * and digits. */
const char *standard_naming_slug(
    struct arena *arena, const char *words, const char *extra, size_t most);

/* "ISO/IEC 27001:2022" as an id, ISO-IEC-27001:2022. */
const char *standard_naming_id(struct arena *arena, const char *words);

/* Give the standard the id, name and title found in its file, or those of the
 * naming; a name or title that is missing follows from the other. */
bool standard_naming_apply(const struct standard_naming *naming,
    struct standard_build *build, const char *id, const char *name,
    const char *title);

#endif
