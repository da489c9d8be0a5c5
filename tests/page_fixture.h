/*
 * Pages driven through their routes on the fixture's site, as the dispatcher
 * would call them for somebody it let through.
 */
#ifndef TESTS_PAGE_FIXTURE_H
#define TESTS_PAGE_FIXTURE_H

#include "site_fixture.h"
#include "web/request.h"
#include "web/route.h"

/* What came back. */
struct page_answer {
    bool fine;
    int status;
    const char *body;
    const char *head;
    struct error error; /* when it is not fine */
};

/* Whose hand sends what follows: a login, or NULL for nobody. They may read,
 * and edit when `edit` is set. */
struct page_sender {
    struct fixture *fixture;
    const struct route *routes;
    const char *login;
    bool edit;
};

struct page_answer page_send(const struct page_sender *sender,
    enum request_method method, const char *path, const char *query,
    const char *body);

/* The flags of the route a request would take. */
unsigned page_flags(const struct page_sender *sender,
    enum request_method method, const char *path);

/* Ends the test unless `part` is (is not) in the text. */
void page_has(const char *text, const char *part);
void page_has_not(const char *text, const char *part);

/* Ends the test unless it was answered with the status. */
void page_is(struct page_answer answer, int status);

/* Ends the test unless it was refused so, naming the field (NULL: none). */
void page_refuses(
    struct page_answer answer, enum error_code code, const char *field);

#endif
