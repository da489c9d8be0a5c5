/*
 * Search over pages, records, clauses and people.
 */
#ifndef WEB_SEARCH_PAGES_H
#define WEB_SEARCH_PAGES_H

#include "web/call.h"

extern const struct route search_routes[];

#endif
