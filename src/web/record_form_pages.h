/*
 * Forms of records and what they post: new records, changes, and the choice
 * between two versions when somebody else saved meanwhile.
 */
#ifndef WEB_RECORD_FORM_PAGES_H
#define WEB_RECORD_FORM_PAGES_H

#include "web/call.h"

/* GET /records/:kind/new; the query fills fields by name. */
bool record_form_pages_new(struct call *call, struct error *error);

/* GET /records/:kind/:number/edit. */
bool record_form_pages_edit(struct call *call, struct error *error);

/* POST to the list, or to its form: a new record. */
bool record_form_pages_create(struct call *call, struct error *error);

/* POST to a record, or to its form. Fields that are not sent stay as they
 * are; `revision` must be sent. */
bool record_form_pages_change(struct call *call, struct error *error);

#endif
