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

#include "domain/kind.h"

/* What is wrong with one input; "" for the whole. */
struct kind_problem {
    const char *input;
    const char *message;
};

enum { KIND_PROBLEMS = 300 };

/* How a change is saved, and what came of it. */
struct kind_save {
    struct context *context;
    const char *stamp; /* kind_edit_stamp() of when the form was opened */
    const char *why;
    struct kind_problem problems[KIND_PROBLEMS];
    size_t problem_count;
};

/* All members are as they are written in the tables. */
struct kind_edit {
    const char *name;
    const char *label;
    const char *plural;
    const char *description;
    const char *category;
    const char *dated;
    const char *owner_label;
    const char *roles; /* who may edit, space separated */
    const char *after; /* the kind it stands after, "" for the first */
};

struct status_edit {
    const char *name;
    const char *label;
    const char *style;
    bool live;
    bool closed;
    bool retired;
    bool own; /* made or changed by this site */
};

struct field_edit {
    const char *name;
    const char *section;
    const char *label;
    const char *type;
    const char *help;
    const char *required;
    const char *choices;
    const char *kinds;
    const char *differs;
    const char *listed; /* 0, 1 or 2 */
    const char *back;
    const char *initial;
    const char *bounds;
    const char *unit;
    const char *computed;
    const char *after; /* the field it stands after, "" for the first */
    bool retired;
    bool own;
};

/* The state of all kinds that a form is opened on, and the revision it says
 * it is after, for kind_history_list(). */
bool kind_edit_stamp(
    struct context *context, const char **stamp, struct error *error);
long long kind_edit_stamp_revision(const char *stamp);

/* What the tables hold; found is false when there is no such kind or field. */
bool kind_edit_read(struct context *context, const char *name,
    struct kind_edit *edit, bool *found, struct error *error);
bool kind_edit_read_statuses(struct context *context, const char *kind,
    struct status_edit **statuses, size_t *count, struct error *error);
bool kind_edit_read_field(struct context *context, const char *kind,
    const char *name, struct field_edit *edit, bool *found,
    struct error *error);

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

/* Make (`made`) or change a field. */
bool kind_edit_field(struct kind_save *save, const char *kind,
    const struct field_edit *edit, bool made, struct error *error);

/* Remove a field that was made here and that no record ever had a value in. */
bool kind_edit_remove_field(struct kind_save *save, const char *kind,
    const char *field, struct error *error);

/* Is the field one that every record has in columns of its own, so that its
 * type is fixed: that type, or ""? */
const char *kind_edit_fixed_type(const char *field);

#endif
