/*
 * What happened, newest first: the revisions of the whole site, of a kind, of
 * one item with its notes and links, or of all that one person watches. Each
 * page of it is found by an index, however long the history is.
 */
#ifndef DOMAIN_UPDATE_H
#define DOMAIN_UPDATE_H

#include "domain/context.h"

struct update {
    long long id;
    long long item;
    const char *ref;
    const char *kind;
    const char *title;
    const char *status; /* of a record as it is now, else "" */
    bool present;
    const char *part; /* "", or the part of the item: note:12, link:34 */
    long long number; /* revision of the item or its part */
    const char *at;
    const char *by; /* login, or "" for the program itself */
    const char *by_name;
    const char *action;
    const char *why;
    const char *snapshot; /* JSON; "" of a page, but not of its links */
    const char *before;   /* the snapshot before it, or "" */
};

/* Of the first that is given: one item, one kind, what a person watches; of
 * the whole site when none is. */
struct update_filter {
    long long item;     /* or 0 */
    const char *kind;   /* or NULL: `page`, or a kind of record */
    const char *person; /* or NULL */
    long long before;   /* only what has a smaller id; 0: all */
    long long limit;
};

/* `more` tells whether there are older ones. */
bool update_list(struct context *context, const struct update_filter *filter,
    struct update **list, size_t *count, bool *more, struct error *error);

#endif
