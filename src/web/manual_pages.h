/*
 * The manual: Home, its pages, their history, their approval.
 */
#ifndef WEB_MANUAL_PAGES_H
#define WEB_MANUAL_PAGES_H

#include "web/call.h"

extern const struct route manual_routes[];

#endif
