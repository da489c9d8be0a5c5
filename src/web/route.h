/*
 * Routes: the type, and finding the one for a request. No knowledge of what
 * handlers do or what flags mean.
 *
 * A pattern is made of parts between slashes: a literal, `:name` (one part,
 * not empty), `:name.json` (one part with that ending) or, last, `*name` (the
 * rest, at least one byte, may hold slashes). Where several patterns fit, the
 * first part that differs decides: literal before `:name.json` before `:name`
 * before `*name`; so the order of tables does not matter.
 */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include "web/request.h"

struct call; /* what a handler gets; defined by the dispatcher */

/* Answer the call. On false the dispatcher answers with the error. */
typedef bool route_handler(struct call *call, struct error *error);

struct route {
    enum request_method method; /* GET answers HEAD too */
    const char *pattern;        /* "/records/:kind/:number/edit" */
    route_handler *handler;
    unsigned flags; /* what must hold before the handler runs */
};

enum { ROUTE_VALUES = 8 };

/* What the parameters of a pattern stood for; at most ROUTE_VALUES. */
struct route_values {
    struct {
        struct text name; /* without `:` or `*` */
        const char *value;
    } items[ROUTE_VALUES];
    size_t count;
};

/* The route for the request's method and path, or NULL. `tables` ends with
 * NULL, each table with an entry whose pattern is NULL. `path_known` says
 * whether some route has this path with any method: 405 rather than 404. */
const struct route *route_match(const struct route *const tables[],
    const struct request *request, struct route_values *values,
    bool *path_known);

/* The value of a parameter, or "" when the pattern has none so called. */
const char *route_value(const struct route_values *values, const char *name);

/* The methods the request's path takes, as the Allow header lists them. */
const char *route_allow(
    const struct route *const tables[], const struct request *request);

#endif
