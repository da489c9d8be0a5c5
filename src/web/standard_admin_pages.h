/*
 * Standards under Administration: which the site works to, which editions its
 * references mean, and what it expects of clauses itself.
 */
#ifndef WEB_STANDARD_ADMIN_PAGES_H
#define WEB_STANDARD_ADMIN_PAGES_H

#include "web/route.h"

extern const struct route standard_admin_routes[];

#endif
