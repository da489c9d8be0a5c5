/*
 * A request, read and checked: method, path, fields, a few headers.
 *
 * All strings are clean (valid UTF-8, no control characters but line feed and
 * tab in form values), live in the exchange's arena and are never NULL.
 * Addresses are absolute from the root of the host, so SCRIPT_NAME is not
 * looked at; routing is by PATH_INFO, which the server has decoded.
 */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include "web/fastcgi.h"
#include "web/form.h"
#include "web/multipart.h"

enum request_method { GET, HEAD, POST, OTHER };

struct request {
    struct arena *arena; /* of the exchange */
    enum request_method method;
    const char *method_name;  /* as sent; "OTHER" when it is no short word */
    const char *path;         /* decoded, begins with "/", no `..` part */
    const char *query_string; /* as sent, without "?" */
    struct form query;        /* the same, read */
    struct form form;         /* fields of a POST, else empty */
    struct multipart_files files; /* sent with them */
    bool has_parts;      /* the body is multipart/form-data, not read yet */
    struct text body;    /* then: as it came */
    const char *cookies; /* the Cookie header */
    const char *remote;  /* the client's address */
    bool secure;         /* came over TLS */
    const char *referer;
    const char *host;
    const char *origin;
    const char *if_none_match;
    const char *user_agent;
    const char *content_type;
};

/* Read and check the request, all but the parts of a form with files: whether
 * one is taken depends on the route, see request_read_parts(). ERROR_INVALID
 * (answer 400) for a bad path, field or body, ERROR_TOO_LARGE (413). What was
 * read before the fault stays in `request`, whose other members are "" or
 * empty, so that the fault can be answered as any request is. */
bool request_read(const struct fastcgi_exchange *exchange,
    struct request *request, struct error *error);

/* Read the fields and files of such a form. */
bool request_read_parts(struct request *request, struct error *error);

/* The value of a cookie, or "" when there is none. */
const char *request_cookie(
    struct arena *arena, const struct request *request, const char *name);

#endif
