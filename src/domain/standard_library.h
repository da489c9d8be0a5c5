/*
 * Standards as YAML libraries in the form of CISO Assistant: a framework with
 * requirement nodes, each with a urn and the urn of its parent. Assessable
 * nodes become requirements, the others headings.
 */
#ifndef DOMAIN_STANDARD_LIBRARY_H
#define DOMAIN_STANDARD_LIBRARY_H

#include "domain/standard_naming.h"

/* Parse clean UTF-8 text. The error begins with `line N: `. */
bool standard_library_parse(struct arena *arena, struct text content,
    const struct standard_naming *naming, struct standard_file *file,
    struct error *error);

/* Does the text begin as YAML mappings do? */
bool standard_library_looks(struct text content);

#endif
