/*
 * Standards as OSCAL catalogs in JSON, the form in which NIST publishes SP
 * 800-53: groups become themes, controls and their enhancements controls,
 * withdrawn ones notes. What a control asks is its statement, with each
 * parameter as it is printed: [organization-defined frequency].
 */
#ifndef DOMAIN_STANDARD_OSCAL_H
#define DOMAIN_STANDARD_OSCAL_H

#include "domain/standard_naming.h"

/* Parse clean UTF-8 text. The error names the path in the file:
 * `catalog.groups[2].controls[0]: …`, or its line where it is no JSON. */
bool standard_oscal_parse(struct arena *arena, struct text content,
    const struct standard_naming *naming, struct standard_file *file,
    struct error *error);

/* Is the text JSON? */
bool standard_oscal_looks(struct text content);

#endif
