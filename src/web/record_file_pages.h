/*
 * Filing files on a record, and withdrawing them.
 */
#ifndef WEB_RECORD_FILE_PAGES_H
#define WEB_RECORD_FILE_PAGES_H

#include "web/call.h"

/* POST /records/:kind/:number/files: fields `file` and `title`. */
bool record_file_pages_add(struct call *call, struct error *error);

/* POST /records/:kind/:number/files/:link/withdraw: the field `file` holds the
 * hash of the file. */
bool record_file_pages_withdraw(struct call *call, struct error *error);

#endif
