/*
 * The dispatcher: from an exchange to an answer.
 *
 * For every request: read it, take up changes on disk and of other workers,
 * find the session, match the route, check what its flags demand, run the
 * handler, word any error, send. Handlers never see a request that may not
 * reach them.
 */
#ifndef WEB_SERVER_H
#define WEB_SERVER_H

#include "web/fastcgi.h"

/* Serve the site in `folder` until told to end, or one request as plain CGI.
 * Returns the exit status for main(). */
int server_run(const char *folder);

#endif
