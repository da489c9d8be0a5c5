/*
 * Kinds of record made and changed by an administrator.
 *
 * Every change is one transaction: the rows (of origin `site`, so that an
 * upgrade keeps them), the check of all kinds, the lists of its records, the
 * revision of `kind:NAME`, and a new value of the setting `kinds`, which makes
 * every process read the kinds anew. Nothing that a record holds can be taken
 * away from it: names do not change; fields, statuses and choices in use can
 * be relabelled or retired, and a field changes its type only when every
 * recorded value fits.
 */
#ifndef DOMAIN_KIND_EDIT_H
#define DOMAIN_KIND_EDIT_H

#include "domain/kind_save.h"

/* What the tables hold; found is false when there is no such kind or field. */
bool kind_edit_read(struct context *context, const char *name,
    struct kind_edit *edit, bool *found, struct error *error);

/* The following save. On false nothing was: ERROR_CONFLICT when the kinds are
 * no longer those of the stamp; ERROR_INVALID with save->problems, each at the
 * name of a member above, for statuses "status-1-label" counted from 1. */

/* Make a kind with the fields title, status, owner, due and body and the
 * statuses open, active and closed. */
bool kind_edit_create(
    struct kind_save *save, const struct kind_edit *edit, struct error *error);

/* Change a kind and its statuses, which are to be in this order; those that
 * are not listed are removed. */
bool kind_edit_change(struct kind_save *save, const struct kind_edit *edit,
    const struct status_edit *statuses, size_t count, struct error *error);

#endif
