/*
 * Evidence files, static files where no front server serves them, and the
 * health check.
 */
#ifndef WEB_FILE_PAGES_H
#define WEB_FILE_PAGES_H

#include "web/call.h"

extern const struct route file_routes[];

#endif
