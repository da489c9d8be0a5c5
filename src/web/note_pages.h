/*
 * The footnote window: what /note/REF shows for any reference.
 */
#ifndef WEB_NOTE_PAGES_H
#define WEB_NOTE_PAGES_H

#include "web/call.h"

extern const struct route note_routes[];

#endif
