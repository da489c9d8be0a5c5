/*
 * The statuses of a kind that is changed (domain/kind_edit).
 */
#ifndef DOMAIN_KIND_EDIT_STATUS_H
#define DOMAIN_KIND_EDIT_STATUS_H

#include "domain/kind_save.h"

/* What the table holds, in order. */
bool kind_edit_read_statuses(struct context *context, const char *kind,
    struct status_edit **statuses, size_t *count, struct error *error);

/* Note what is wrong with the statuses as they are to be. */
bool kind_edit_status_check(struct kind_save *save, const char *kind,
    const struct status_edit *statuses, size_t count, struct error *error);

/* Write them; those that are not listed go. `lists` is set when the lists of
 * the kind's records depend on what changed. */
bool kind_edit_status_put(struct context *context, const char *kind,
    const struct status_edit *statuses, size_t count, bool *lists,
    struct error *error);

#endif
