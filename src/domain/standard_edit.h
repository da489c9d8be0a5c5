/*
 * What a site decides about its standards: which it works to, and which
 * edition of a number counts where none is named.
 */
#ifndef DOMAIN_STANDARD_EDIT_H
#define DOMAIN_STANDARD_EDIT_H

#include "domain/context.h"

struct standard_choice {
    const char *id;
    bool scope;
    bool chosen;
};

/* The state of all choices that a form is opened on. */
bool standard_edit_stamp(
    struct context *context, const char **stamp, struct error *error);

/* Make the choices, in one transaction with the history (the caller's, when it
 * is in one); standards that are not named keep theirs. Refused when no
 * standard would be left in scope, when a number would not mean exactly one
 * edition, and (ERROR_CONFLICT) when the stamp is not "" and no longer the
 * present one. */
bool standard_edit_choose(struct context *context, const char *stamp,
    const struct standard_choice *choices, size_t count, const char *why,
    struct error *error);

/* One standard, by its full id. */
bool standard_edit_scope(
    struct context *context, const char *id, bool scope, struct error *error);
bool standard_edit_edition(
    struct context *context, const char *id, struct error *error);

#endif
