/*
 * Lists of one kind of records with filters, and the same as CSV and JSON.
 */
#ifndef WEB_RECORD_LIST_PAGES_H
#define WEB_RECORD_LIST_PAGES_H

#include "web/call.h"

/* GET /records/:kind and its .csv and .json. */
bool record_list_pages_show(struct call *call, struct error *error);
bool record_list_pages_csv(struct call *call, struct error *error);
bool record_list_pages_json(struct call *call, struct error *error);

#endif
