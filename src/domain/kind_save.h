/*
 * What is saved of kinds of record that an administrator makes or changes
 * (domain/kind_edit), how it is saved, and what is wrong with it.
 */
#ifndef DOMAIN_KIND_SAVE_H
#define DOMAIN_KIND_SAVE_H

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
    const char *stamp; /* kind_save_stamp() of when the form was opened */
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
    bool approves;
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
bool kind_save_stamp(
    struct context *context, const char **stamp, struct error *error);
long long kind_save_stamp_revision(const char *stamp);

#endif
