/*
 * The pages of records of any kind: lists, views, forms, history, and the
 * same as CSV and JSON.
 */
#ifndef WEB_RECORD_PAGES_H
#define WEB_RECORD_PAGES_H

#include "web/route.h"

/* Ends with an entry whose pattern is NULL. */
extern const struct route record_routes[];

#endif
