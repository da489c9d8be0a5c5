/*
 * Pages driven through the program's routes on the fixture's site, as the
 * dispatcher would call them for somebody it let through.
 */
#ifndef TESTS_PAGE_FIXTURE_H
#define TESTS_PAGE_FIXTURE_H

#include "site_fixture.h"
#include "web/call.h"

/* What the person of the fixture's context may. NOBODY: they are not signed
 * in. */
enum {
    NOBODY = 0,
    READER = MAY_READ,
    EDITOR = READER | MAY_EDIT,
    APPROVER = EDITOR | MAY_APPROVE,
    ADMINISTRATOR = EDITOR | MAY_ADMINISTER
};

/* What came back. */
struct page_answer {
    const char *address;
    unsigned flags; /* of the route it took */
    bool fine;
    int status;
    const char *head;
    const char *body;
    struct text slice;  /* instead of the body, where bytes were sent */
    struct error error; /* when it is not fine */
};

/* The address may have a query: /records/todo?status=all. */
struct page_answer page_get(
    struct fixture *fixture, unsigned may, const char *address);

struct page_answer page_post(struct fixture *fixture, unsigned may,
    const char *address, const char *form);

/* A form with files: the body as a browser sends it, its parts divided by
 * `--x`. Ends the test where the route takes none. */
struct page_answer page_upload(struct fixture *fixture, unsigned may,
    const char *address, const char *parts);

/* The flags of the route a request would take. */
unsigned page_flags(
    struct fixture *fixture, enum request_method method, const char *path);

/* Ends the test unless `part` is (is not) in the text. */
void page_has(const char *text, const char *part);
void page_has_not(const char *text, const char *part);

/* Ends the test unless it was answered with the status. */
void page_is(struct page_answer answer, int status);

/* The body of what was answered with 200, else ends the test. */
const char *page_body(struct page_answer answer);

/* Ends the test unless the browser is sent on to where `part` is in the
 * address. */
void page_leads(struct page_answer answer, const char *part);

/* Ends the test unless it was refused so, naming the field, in words too
 * (NULL: none). */
void page_refuses(
    struct page_answer answer, enum error_code code, const char *field);

/* Ends the test unless it was refused so, with these words. */
void page_refuses_saying(
    struct page_answer answer, enum error_code code, const char *words);

#endif
