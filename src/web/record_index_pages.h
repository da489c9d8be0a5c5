/*
 * GET /records: all kinds with their counts, or with ?owner= what one person
 * has to see to.
 */
#ifndef WEB_RECORD_INDEX_PAGES_H
#define WEB_RECORD_INDEX_PAGES_H

#include "web/call.h"

bool record_index_pages_show(struct call *call, struct error *error);

#endif
