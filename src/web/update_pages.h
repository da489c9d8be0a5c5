/*
 * Updates: of the site, of a kind, of a record, of what somebody watches; and
 * the button to watch.
 */
#ifndef WEB_UPDATE_PAGES_H
#define WEB_UPDATE_PAGES_H

#include "web/route.h"

extern const struct route update_routes[];

#endif
