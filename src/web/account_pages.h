/*
 * Signing in and out, and the page of one's own account.
 */
#ifndef WEB_ACCOUNT_PAGES_H
#define WEB_ACCOUNT_PAGES_H

#include "web/call.h"

extern const struct route account_routes[];

#endif
