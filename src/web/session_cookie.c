/* Cookies, sessions and CSRF tokens. */
#include "web/session_cookie.h"

#include "base/crypto.h"
#include "domain/session.h"
#include "domain/site.h"

#include <string.h>

static const char cookie_name[] = "ims_session";

static bool is_token(const char *token)
{
    return strlen(token) == CRYPTO_HEX &&
           strspn(token, "0123456789abcdef") == CRYPTO_HEX;
}

static void take_token(struct call *call, const char *token)
{
    call->token = token;
    call->csrf =
        crypto_mac(call->context->arena, call->context->site->key, token);
}

bool session_cookie_find(struct call *call, struct error *error)
{
    struct arena *arena = call->context->arena;
    const char *token = request_cookie(arena, call->request, cookie_name);
    struct person *person;
    bool found;

    if (!is_token(token))
        return true;
    take_token(call, token);
    person = arena_alloc(arena, sizeof *person);
    if (!session_find(
            call->context, token, call->seconds, person, &found, error))
        return false;
    if (found) {
        call->person = person;
        call->context->person = person->login;
    }
    return true;
}

bool session_cookie_ensure(struct call *call, struct error *error)
{
    if (call->token[0] != '\0')
        return true;
    take_token(call, crypto_token(call->context->arena));
    return response_set_cookie(
        call->response, call->request, cookie_name, call->token, -1, error);
}

bool session_cookie_begin(
    struct call *call, const struct person *person, struct error *error)
{
    const char *token;

    if (call->person != NULL && !session_end(call->context, call->token, error))
        return false;
    if (!session_create(call->context, person, call->seconds, &token, error))
        return false;
    return response_set_cookie(call->response, call->request, cookie_name,
        token, SESSION_MOST_SECONDS, error);
}

bool session_cookie_end(struct call *call, struct error *error)
{
    return session_end(call->context, call->token, error) &&
           response_set_cookie(
               call->response, call->request, cookie_name, "", 0, error);
}
