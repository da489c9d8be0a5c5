/*
 * All routes of the program: the list of the handlers' tables.
 */
#ifndef WEB_ROUTES_H
#define WEB_ROUTES_H

#include "web/call.h"

/* The tables, for route_match(). */
const struct route *const *routes_all(void);

/* Load every template once, so that a malformed one stops the start. */
bool routes_load_templates(struct error *error);

#endif
