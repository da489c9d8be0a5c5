/*
 * The AIL-SOA: shown, filled in row by row, agreed to, handed over.
 */
#ifndef WEB_SOA_PAGES_H
#define WEB_SOA_PAGES_H

#include "web/route.h"

/* Ends with an entry whose pattern is NULL. */
extern const struct route soa_routes[];

#endif
