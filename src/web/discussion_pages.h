/*
 * Notes on a record: all of them, writing one, answering, changing and
 * withdrawing. (The footnote window is web/note_pages.)
 */
#ifndef WEB_DISCUSSION_PAGES_H
#define WEB_DISCUSSION_PAGES_H

#include "domain/record.h"
#include "web/call.h"

extern const struct route discussion_routes[];

/* Draw the record's notes and the form into its page, as the include NOTES. */
bool discussion_pages_fill(struct call *call, const struct record *record,
    long long before, struct template_dictionary *page, struct error *error);

#endif
