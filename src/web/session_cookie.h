/*
 * From the cookie to the person, and the CSRF token that goes with it.
 *
 * The cookie holds a random token. Somebody who is not signed in has one too,
 * made when a form is shown to them; it is worth nothing but to tie the
 * sign-in form to their browser. The CSRF token is a MAC of the cookie under
 * the site's key, so that neither can be guessed from the other.
 */
#ifndef WEB_SESSION_COOKIE_H
#define WEB_SESSION_COOKIE_H

#include "web/call.h"

/* Find who is calling: fills person, token, csrf and context->person. */
bool session_cookie_find(struct call *call, struct error *error);

/* Make sure the browser has a token for a form it is being shown. */
bool session_cookie_ensure(struct call *call, struct error *error);

/* Begin a session under a new token, and end the present one. */
bool session_cookie_begin(
    struct call *call, const struct person *person, struct error *error);
bool session_cookie_end(struct call *call, struct error *error);

#endif
