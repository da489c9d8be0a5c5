/*
 * The query of a list of records, checked: ?status= ?owner= ?q= ?due= ?sort=
 * ?page=, and up to three fields by name, such as ?priority=high.
 */
#ifndef WEB_RECORD_QUERY_H
#define WEB_RECORD_QUERY_H

#include "domain/record.h"
#include "web/call.h"

enum { RECORD_PAGE_SIZE = 50 };

struct record_query {
    const struct kind *kind;
    const char *status; /* as asked: "", "all" or a status */
    const char *owner;
    const char *words;
    const char *due;  /* "" or "late" */
    const char *sort; /* "" or a word of record_query_order() */
    struct record_field_filter fields[RECORD_FIELD_FILTERS];
    size_t field_count;
    long long page;
    struct record_filter filter; /* what it comes to */
};

/* Read and check. ERROR_INVALID, naming the parameter, for a status, owner,
 * due, sort or page there is not. */
bool record_query_read(const struct call *call, const struct kind *kind,
    struct record_query *query, struct error *error);

/* The address of the list (with `ending` such as ".csv") for the same query
 * but another status, due or sort where those are not NULL. */
const char *record_query_address(struct arena *arena,
    const struct record_query *query, const char *ending, const char *status,
    const char *due, const char *sort);

/* The order a word stands for: due, number, newest, title, status, owner, the
 * name of a field, or that with - before it for the greatest first. `field` is
 * the field, else -1. False for an unknown one. */
bool record_query_order(const struct kind *kind, const char *sort,
    enum record_order *order, int *field);

/* Can a list of the kind be filtered by the field, with a list of choices? */
bool record_query_filters(const struct kind *kind, size_t field);

#endif
