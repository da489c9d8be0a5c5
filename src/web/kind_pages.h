/*
 * /admin and the kinds of record: /admin/kinds, /admin/kinds/NAME.
 */
#ifndef WEB_KIND_PAGES_H
#define WEB_KIND_PAGES_H

#include "web/call.h"

extern const struct route kind_routes[];

#endif
