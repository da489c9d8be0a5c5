/* Signing in and out. */
#include "web/account_pages.h"

#include "base/log.h"
#include "domain/page.h"
#include "domain/session.h"
#include "domain/site.h"
#include "web/session_cookie.h"

struct sign_in {
    struct call *call;
    const char *login;
    const char *next;
    const char *message; /* why it did not work, or "" */
};

static const char *safe_next(const char *next)
{
    return response_is_local(next) ? next : "/";
}

static bool fill_sign_in(
    void *user, struct template_dictionary *root, struct error *error)
{
    const struct sign_in *sign_in = user;
    const char *version;

    if (!page_manual_version(sign_in->call->context, &version, error))
        return false;
    template_set(root, "USER", sign_in->login);
    template_set(root, "NEXT", sign_in->next);
    template_set(root, "CSRF", sign_in->call->csrf);
    template_set(root, "IMS_VERSION", version);
    if (sign_in->message[0] != '\0')
        template_set(template_row(root, "FAULT"), "MESSAGE", sign_in->message);
    return true;
}

static bool show_sign_in(
    struct call *call, const struct sign_in *sign_in, struct error *error)
{
    struct sign_in shown = *sign_in;

    if (!session_cookie_ensure(call, error))
        return false;
    return chrome_render_alone(call->context, "login.tpl", fill_sign_in, &shown,
        &call->response->body, error);
}

static bool login_show(struct call *call, struct error *error)
{
    struct sign_in sign_in = {.call = call,
        .login = "",
        .next = safe_next(call_query(call, "next")),
        .message = ""};

    return show_sign_in(call, &sign_in, error);
}

static bool refuse(
    struct call *call, struct sign_in *sign_in, int left, struct error *error)
{
    struct arena *arena = call->context->arena;

    call->response->status = left == 0 ? 429 : 403;
    sign_in->message =
        left == 0 ? "Too many wrong passwords. Wait 15 minutes, then try "
                    "again, or ask the IMS Administrator."
                  : arena_format(arena,
                        "That name and password do not belong together. %d "
                        "%s left before a pause of 15 minutes.",
                        left, left == 1 ? "try is" : "tries are");
    return show_sign_in(call, sign_in, error);
}

static bool let_in(
    struct call *call, const struct sign_in *sign_in, struct error *error)
{
    struct person person;
    bool found;

    if (!person_read(call->context, sign_in->login, &person, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING, "There is nobody called so.");
    return session_forget_failures(
               call->context, sign_in->login, call->request->remote, error) &&
           session_cookie_begin(call, &person, error) &&
           response_redirect(call->response, sign_in->next, error);
}

static bool login_post(struct call *call, struct error *error)
{
    struct sign_in sign_in = {.call = call,
        .login = call_field(call, "user"),
        .next = safe_next(call_field(call, "next")),
        .message = ""};
    const char *remote = call->request->remote;
    bool fine = false;
    int left;

    if (!session_tries_left(
            call->context, sign_in.login, remote, call->seconds, &left, error))
        return false;
    if (left == 0)
        return refuse(call, &sign_in, 0, error);
    if (!person_check_password(call->context, sign_in.login,
            call_field(call, "password"), &fine, error))
        return false;
    if (fine)
        return let_in(call, &sign_in, error);
    log_line("sign-in refused from %s", remote);
    return session_count_failure(
               call->context, sign_in.login, remote, call->seconds, error) &&
           refuse(call, &sign_in, left - 1, error);
}

static bool logout_post(struct call *call, struct error *error)
{
    return session_cookie_end(call, error) &&
           response_redirect(call->response, "/", error);
}

static bool fill_account(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct call *call = user;
    const struct person *person = call->person;

    (void)error;
    template_set(body, "NAME", person->name);
    template_set(body, "LOGIN", person->login);
    template_set(body, "POST", person->post);
    template_set(body, "EMAIL", person->email);
    template_set(body, "ROLES", person->roles);
    if (string_equals(call_query(call, "changed"), "1"))
        template_show(body, "CHANGED");
    template_show(body, call_has_keys(call) ? "KEYS_ON" : "KEYS_OFF");
    template_set(body, "KEYS_VALUE", call_has_keys(call) ? "off" : "on");
    if (call_may(call, MAY_ADMINISTER)) {
        struct template_dictionary *row = template_row(body, "ADMINISTER");
        bool shown = call->context->site->instructions;

        template_show(row, shown ? "SHOWN" : "HIDDEN");
        template_set(row, "VALUE", shown ? "no" : "yes");
    }
    return true;
}

static bool account_show(struct call *call, struct error *error)
{
    struct chrome chrome = call_chrome(call, "Account");

    return call_render(call, &chrome, "account.tpl", fill_account, call, error);
}

static bool password_post(struct call *call, struct error *error)
{
    const char *login = call->person->login;
    struct context *context = call->context;
    bool fine;
    int left;

    if (!session_tries_left(
            context, login, call->request->remote, call->seconds, &left, error))
        return false;
    if (left == 0)
        return error_at(error, ERROR_FORBIDDEN, "password",
            "Too many wrong passwords. Wait 15 minutes, then try again.");
    if (!person_check_password(
            context, login, call_field(call, "password"), &fine, error))
        return false;
    if (!fine)
        return session_count_failure(context, login, call->request->remote,
                   call->seconds, error) &&
               error_at(error, ERROR_INVALID, "password",
                   "That is not your present password; it was not changed.");
    if (!string_equals(
            call_field(call, "new_password"), call_field(call, "again")))
        return error_at(error, ERROR_INVALID, "again",
            "The two new passwords differ; it was not changed.");
    if (!person_check_password_rule(call_field(call, "new_password"), error) ||
        !site_begin(context, error))
        return false;
    if (!person_set_password(
            context, login, call_field(call, "new_password"), error)) {
        site_rollback(context);
        return false;
    }
    return site_commit(context, error) &&
           session_cookie_begin(call, call->person, error) &&
           response_redirect(call->response, "/account?changed=1", error);
}

static bool keys_post(struct call *call, struct error *error)
{
    const char *value = call_field(call, "keys");

    if (!string_equals(value, "on") && !string_equals(value, "off"))
        return error_at(
            error, ERROR_INVALID, "keys", "Shortcuts are either on or off.");
    return response_set_cookie(call->response, call->request, CALL_KEYS_COOKIE,
               value, 365L * 24 * 3600, error) &&
           response_redirect(call->response, "/account", error);
}

const struct route account_routes[] = {
    {GET, "/login", login_show, ROUTE_OPEN},
    {POST, "/login", login_post, ROUTE_SIGN_IN},
    {POST, "/logout", logout_post, ROUTE_SIGNED_IN},
    {GET, "/account", account_show, ROUTE_SIGNED_IN},
    {POST, "/account/keys", keys_post, ROUTE_SIGNED_IN},
    {POST, "/account/password", password_post, ROUTE_SIGNED_IN},
    {0},
};
