/*
 * What all forms of kinds share: the kind of the address, how a refused save
 * goes back to the person who wrote it.
 */
#ifndef WEB_KIND_CALL_H
#define WEB_KIND_CALL_H

#include "domain/kind_history.h"
#include "domain/kind_save.h"
#include "web/call.h"

/* What came of a save that was refused. */
struct kind_refusal {
    bool stale; /* the kinds were changed meanwhile */
    struct kind_revision *since;
    size_t since_count;
};

/* How the posted form is to be saved; errors name `why`. */
bool kind_call_save(
    struct call *call, struct kind_save *save, struct error *error);

/* All values sent under the name, separated by spaces. */
const char *kind_call_words(const struct call *call, const char *name);

/* After a save was refused with `problem`: true when the form is to be shown
 * again, with the status set and a new stamp; else false with the error. */
bool kind_call_refused(struct call *call, struct kind_save *save,
    const struct error *problem, struct kind_refusal *refusal,
    struct error *error);

/* Sections of messages.tpl, and the values all forms have. */
void kind_call_fill(struct call *call, const struct kind_save *save,
    const struct kind_refusal *refusal, struct template_dictionary *page);

/* Chrome with crumbs down to the kinds, the kind (NULL: none) and `last`. */
struct chrome kind_call_chrome(struct call *call, const char *title,
    const struct kind *kind, const char *last);

/* "Saved." after a redirect. */
void kind_call_fill_flash(struct call *call, struct template_dictionary *page);

#endif
