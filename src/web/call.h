/*
 * What a handler gets: one request by one person, checked by the dispatcher.
 *
 * The flags of a route say what must hold before its handler runs; the
 * dispatcher (web/server) enforces them, so that a handler cannot forget. A
 * POST always needs a session and its CSRF token, unless the route is the
 * sign-in itself.
 */
#ifndef WEB_CALL_H
#define WEB_CALL_H

#include "domain/person.h"
#include "render/chrome.h"
#include "render/reference_view.h"
#include "web/response.h"
#include "web/route.h"

enum route_flags {
    ROUTE_OPEN = 1,        /* anybody, signed in or not */
    ROUTE_READ = 2,        /* who may read: everybody, or those signed in */
    ROUTE_EDIT = 4,        /* MAY_EDIT */
    ROUTE_APPROVE = 8,     /* MAY_APPROVE */
    ROUTE_ADMINISTER = 16, /* MAY_ADMINISTER */
    ROUTE_SIGN_IN = 32,    /* the one POST without a session */
    ROUTE_SIGNED_IN = 128, /* anybody who is signed in */
    ROUTE_CACHED = 64,     /* the answer depends on content, person and day */
    ROUTE_UPLOAD = 256     /* takes forms with files */
};

struct call {
    struct context *context;
    const struct request *request;
    struct response *response;
    const struct route_values *values;
    const struct person *person; /* NULL when nobody is signed in */
    const char *csrf;            /* the session's token for forms */
    const char *token;           /* what the session cookie held */
    long long seconds;           /* now, since 1970 */
};

/* The value of a parameter of the route's pattern. */
const char *call_value(const struct call *call, const char *name);

/* A query parameter, or "". */
const char *call_query(const struct call *call, const char *name);

/* A field of the form, or "". */
const char *call_field(const struct call *call, const char *name);

/* The file sent under the name, or NULL. */
const struct multipart_file *call_file(
    const struct call *call, const char *name);

bool call_may(const struct call *call, unsigned permission);

/* May the person add and change records of this kind? Who may edit records at
 * all may, unless the kind is for some roles only; administrators always. */
struct kind;
bool call_may_edit(const struct call *call, const struct kind *kind);

/* Are single-key shortcuts on in this browser (WCAG 2.1.4)? */
#define CALL_KEYS_COOKIE "ims_keys"
bool call_has_keys(const struct call *call);

/* Chrome for the page: title, person, `?note=`; the rest is filled by the
 * handler. */
struct chrome call_chrome(const struct call *call, const char *title);

/* The main window as the place where references are drawn. */
struct place call_place(const struct call *call);

/* Draw a page into the response. */
bool call_render(const struct call *call, const struct chrome *chrome,
    const char *file, chrome_fill *fill, void *user, struct error *error);

/* Answer with JSON or CSV that was built. */
bool call_send_json(
    struct call *call, const struct builder *json, struct error *error);

#endif
