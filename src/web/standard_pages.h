/*
 * The pages of standards: conformance, clauses, the auditor's walk.
 */
#ifndef WEB_STANDARD_PAGES_H
#define WEB_STANDARD_PAGES_H

#include "web/route.h"

/* Ends with an entry whose pattern is NULL. */
extern const struct route standard_routes[];

#endif
