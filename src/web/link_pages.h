/*
 * All links of one thing (/links?of=REF): to see, to make, to affirm and to
 * take back.
 */
#ifndef WEB_LINK_PAGES_H
#define WEB_LINK_PAGES_H

#include "web/route.h"

extern const struct route link_routes[];

#endif
