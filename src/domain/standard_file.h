/*
 * The file of a standard: clauses, what they ask, and which evidence ought to
 * exist. Pure parsing of lines; whether the kinds and statuses of its
 * expectations exist is domain/standard_load's business.
 *
 *   standard 27001:2022            clause 9.3.2
 *   name ISO/IEC 27001:2022          parent 9.3
 *   title Information security …     kind requirement
 *   scope yes                        heading Management review inputs
 *   order 1                          asks …
 *   clause 9.3.2/a                   shares 9.3.2
 *     parent 9.3.2                   documented record Minutes …
 *     kind item                      stage 2 …
 *     heading …                      attribute type Preventive
 *     asks …                         expect review is held within 12 months
 */
#ifndef DOMAIN_STANDARD_FILE_H
#define DOMAIN_STANDARD_FILE_H

#include "domain/standard_build.h"

/* Parse a whole file into the arena. The error begins with `line N: `. */
bool standard_file_parse(struct arena *arena, struct text content,
    struct standard_file *file, struct error *error);

#endif
