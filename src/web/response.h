/*
 * An answer: status, headers, body; one path that always adds the security
 * headers.
 *
 * A response starts as 200, `text/html; charset=utf-8`, not to be stored.
 * The handler sets what differs and fills `body` (or gives a slice that is
 * sent as it is), response_send() does the rest: Content-Security-Policy,
 * nosniff and their like, Content-Length, no body for HEAD. Values that could
 * end a header line are refused.
 */
#ifndef WEB_RESPONSE_H
#define WEB_RESPONSE_H

#include "web/request.h"

struct response {
    struct arena *arena;
    int status;
    const char *content_type; /* response_set_type() */
    const char *cache;        /* Cache-Control: RESPONSE_CACHE_... */
    struct builder body;      /* the body is built here, unless `slice` */
    struct text slice;        /* response_set_slice() */
    bool has_slice;
    struct builder headers; /* private: further lines, each with CR LF */
    const char *policy;     /* private: Content-Security-Policy */
};

#define RESPONSE_CACHE_NONE "no-store"
#define RESPONSE_CACHE_CHECK "private, no-cache" /* together with an ETag */

/* An empty 200 page. */
struct response response_create(struct arena *arena);

/* Status of an answer that reports an error of this code: 400, 404, 403,
 * 409, 413, 503 or 500. */
int response_status_of(enum error_code code);

/* "Not Found" for 404; "Status" for one this program does not use. */
const char *response_reason(int status);

/* Set the status for an error's code, with Retry-After where trying again
 * helps. The caller fills the body. */
void response_set_error(struct response *response, enum error_code code);

/* Add a header line. ERROR_INVALID when the name is not a token or the value
 * holds a control character. */
bool response_add_header(struct response *response, const char *name,
    const char *value, struct error *error);

/* Content-Type; checked as header values are. */
bool response_set_type(
    struct response *response, const char *type, struct error *error);

/* May be kept by anyone for so many seconds: for what is not private. */
void response_set_public(struct response *response, long seconds);

/* Send these bytes as the body without copying them; they must live until
 * response_send() has returned. For cached pages. */
void response_set_slice(struct response *response, struct text body);

/* Give the page an ETag (`tag` is its text without quotes: letters, digits
 * and `-._`) and Cache-Control "private, no-cache". True when the client
 * already has it: the response is then a 304 without body. */
bool response_is_known(
    struct response *response, const struct request *request, const char *tag);

/* 303 to a path of this site: begins with "/", not with "//" or "/\", no
 * control characters; else ERROR_INVALID. Bytes that may not stand in an
 * address are %-escaped. */
bool response_redirect(
    struct response *response, const char *path, struct error *error);

/* Is `path` one that response_redirect() would take? */
bool response_is_local(const char *path);

/* Serve the body as a download called `name`, with the policy
 * "default-src 'none'; sandbox". Any clean name will do. */
bool response_set_attachment(
    struct response *response, const char *name, struct error *error);

/* Set a cookie: HttpOnly, SameSite=Lax, Path=/, Secure when the request came
 * over TLS. `max_age` in seconds; 0 removes it, negative lasts as long as the
 * browser's session. */
bool response_set_cookie(struct response *response,
    const struct request *request, const char *name, const char *value,
    long max_age, struct error *error);

/* The lines before the body as they will be sent, with the empty line. */
const char *response_head(const struct response *response);

/* Write it all to the exchange. */
void response_send(const struct response *response,
    const struct request *request, struct fastcgi_exchange *exchange);

#endif
