/*
 * Standards as CSV, the project's own table:
 *
 *   standard,900:2024
 *   name,House rules
 *   title,What we promise each other
 *   id,parent,kind,heading,asks,shares,expect
 *   1,,clause,Doors,,,
 *   1.1,1,requirement,Keys,Say who has which key.,,audit is closed
 *
 * The first lines are optional where the naming says the same. Columns stand
 * in any order; id and heading must be there. No kind means requirement; in
 * `expect` each line of the cell is an expectation.
 */
#ifndef DOMAIN_STANDARD_CSV_H
#define DOMAIN_STANDARD_CSV_H

#include "domain/standard_naming.h"

/* Parse clean UTF-8 text. The error begins with `line N: `. */
bool standard_csv_parse(struct arena *arena, struct text content,
    const struct standard_naming *naming, struct standard_file *file,
    struct error *error);

/* Does the text begin as such a table does? */
bool standard_csv_looks(struct text content);

#endif
