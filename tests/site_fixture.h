/*
 * A small site in a temporary folder for tests: kinds and standards loaded,
 * two people, a clock that the test sets. Any failure ends the test.
 */
#ifndef TESTS_SITE_FIXTURE_H
#define TESTS_SITE_FIXTURE_H

#include "domain/record.h"
#include "domain/site.h"

struct fixture {
    struct arena *arena;
    char *root;   /* the temporary folder */
    char *folder; /* the site in it */
    const char *shared;
    struct site *site;
    struct context context; /* acting as ines.marchetti */
    struct error error;
};

/* Make the site. `now` is a moment such as 2026-11-21T10:00:00Z. */
struct fixture *fixture_create(const char *now);

/* Close and remove it. NULL is fine. */
void fixture_destroy(struct fixture *fixture);

/* From here on it is this moment. */
void fixture_set_now(struct fixture *fixture, const char *now);

/* Take up a page's text, such as "policy/backup.md". */
void fixture_put_page(
    struct fixture *fixture, const char *path, const char *content);

/* Approve the page ("policy/backup") as it stands. */
void fixture_approve(struct fixture *fixture, const char *name);

/* Save a new record; then come pairs of field and value, ended by NULL.
 * Values are checked as from a form, but nothing is required: status, title
 * and owner have defaults. Gives its number. */
long long fixture_add_record(struct fixture *fixture, const char *kind, ...)
    __attribute__((sentinel));

/* Change fields of a record, as above. */
void fixture_change_record(struct fixture *fixture, const char *kind,
    long long number, ...) __attribute__((sentinel));

#endif
