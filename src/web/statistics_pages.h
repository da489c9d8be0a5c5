/*
 * Statistics of a kind of record.
 */
#ifndef WEB_STATISTICS_PAGES_H
#define WEB_STATISTICS_PAGES_H

#include "web/route.h"

extern const struct route statistics_routes[];

#endif
