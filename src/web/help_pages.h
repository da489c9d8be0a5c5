/*
 * The on-line help, shipped Markdown without control.
 */
#ifndef WEB_HELP_PAGES_H
#define WEB_HELP_PAGES_H

#include "web/call.h"

extern const struct route help_routes[];

#endif
