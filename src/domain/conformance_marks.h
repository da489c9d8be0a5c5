/*
 * What refers to a clause, or to a record that stands between a clause and its
 * evidence: one mark a link, along the index link_target, without reading the
 * records themselves.
 */
#ifndef DOMAIN_CONFORMANCE_MARKS_H
#define DOMAIN_CONFORMANCE_MARKS_H

#include "base/text.h"
#include "domain/context.h"
#include "domain/kind.h"

/* Records of one kind in one status. */
struct mark_class {
    const char *kind;           /* "" of pages */
    const char *status;         /* its name */
    const struct kind *of;      /* NULL when there is no such kind */
    const struct status *state; /* NULL when there is no such status */
    const char *telling;        /* roles of links that are no evidence */
    const char *driving;        /* and of those that call for a clause */
    size_t place;               /* among the classes, from 0 */
};

struct mark {
    const struct mark_class *class;
    long long owner;  /* the record, or the page */
    long long source; /* the section, or the record */
    int date;         /* as evidence, such as 20261121; 0 of pages */
    bool excludes;    /* says that the clause does not apply */
    bool drives;      /* calls for it */
    bool tells;       /* says that it does or does not: no evidence */
    bool meets;       /* claims to meet it */
};

struct mark_list {
    struct mark *marks; /* by class, the newest first */
    size_t count;
    bool cut; /* of some class there are more than were read */
};

struct marks;

/* `most` is how many marks of one class are wanted for a target at least;
 * `as_of` the date by which they are. */
struct marks *marks_create(
    struct context *context, const char *as_of, size_t most);

/* To be called first. Should so many targets be asked for, and most of them
 * from `lowest` to `highest`, it may be quicker to read all there is of these
 * beforehand, in one go: then it is done. */
bool marks_prepare(struct marks *marks, long long lowest, long long highest,
    size_t targets, struct error *error);

/* What was read beforehand is out of date. */
void marks_forget_whole(struct marks *marks);

/* What refers to the item. Pages come whole; of every class of records the
 * newest `most` up to the date, and some of what is later. */
bool marks_read(struct marks *marks, long long item, struct mark_list *list,
    struct error *error);

/* Of one class all of it, whatever the date; in place of a list that was cut.
 */
bool marks_read_class(struct marks *marks, long long item,
    const struct mark_class *class, struct mark_list *list,
    struct error *error);

/* Classes seen so far. */
size_t marks_classes(const struct marks *marks);

/* 20261121 for 2026-11-21; 0 for what is no date. */
int marks_date(const char *date);
int marks_date_of(struct text date);

#endif
