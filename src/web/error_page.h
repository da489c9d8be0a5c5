/*
 * The one place where errors are worded for the person in front of the
 * browser.
 */
#ifndef WEB_ERROR_PAGE_H
#define WEB_ERROR_PAGE_H

#include "web/call.h"

/* Make the response the page for this error: the message, the field or place
 * it concerns, and a way on. Never fails: at worst plain text is sent. */
void error_page_fill(struct call *call, const struct error *error);

#endif
