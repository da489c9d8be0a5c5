/* The dispatcher. */
#include "web/server.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "base/file.h"
#include "base/log.h"
#include "base/watch.h"
#include "domain/kind.h"
#include "domain/page.h"
#include "domain/sent.h"
#include "domain/session.h"
#include "domain/site.h"
#include "domain/system.h"
#include "render/address.h"
#include "web/error_page.h"
#include "web/page_cache.h"
#include "web/routes.h"
#include "web/session_cookie.h"

#include <stdlib.h>

enum { CACHE_LIMIT = 3 * 1024 * 1024 };

/* One worker. */
struct server {
    struct site *site;
    struct watch *manual; /* pages edited on disk */
    struct watch *store;  /* commits of other workers, by the log they write */
    struct page_cache *cache;
};

struct server_start {
    const char *folder;
};

static bool server_start(void *context, void **user, struct error *error)
{
    const struct server_start *start = context;
    struct server *server = calloc(1, sizeof *server);
    const char *templates =
        file_join(error->arena, site_shared(error->arena), "templates");

    if (server == NULL)
        return error_set(error, ERROR_SYSTEM, "out of memory");
    if (!template_set_folder(templates) || !routes_load_templates(error) ||
        !system_open(start->folder, NULL, &server->site, error)) {
        free(server);
        return false;
    }
    server->manual = watch_open(server->site->manual);
    server->store = watch_open_flat(server->site->folder);
    server->cache = page_cache_create(CACHE_LIMIT);
    *user = server;
    return true;
}

static void server_stop(void *user)
{
    struct server *server = user;

    page_cache_destroy(server->cache);
    watch_close(server->manual);
    watch_close(server->store);
    site_close(server->site);
    free(server);
}

/* Take up what changed on disk and in the database since the last request. */
static bool server_refresh(
    struct server *server, struct context *context, struct error *error)
{
    size_t changed;

    if (watch_changed(server->store) && !system_refresh(server->site, error)) {
        watch_again(server->store);
        return false;
    }
    page_cache_check(server->cache, server->site->generation);
    if (!watch_changed(server->manual))
        return true;
    /* Not every file is a page: the menu counts, too. */
    page_cache_empty(server->cache);
    if (!page_sync(context, &changed, error)) {
        /* That the manual's own folder is gone is no fault of the visitor. */
        if (error->code == ERROR_MISSING)
            error->code = ERROR_SYSTEM;
        watch_again(server->manual);
        return false;
    }
    page_cache_check(server->cache, server->site->generation);
    return true;
}

/* What a signed-in person lacks for the route, as permissions. */
static unsigned route_needs(const struct route *route)
{
    unsigned needs = 0;

    if (route->flags & ROUTE_READ)
        needs |= MAY_READ;
    if (route->flags & ROUTE_EDIT)
        needs |= MAY_EDIT;
    if (route->flags & ROUTE_APPROVE)
        needs |= MAY_APPROVE;
    if (route->flags & ROUTE_ADMINISTER)
        needs |= MAY_ADMINISTER;
    return needs;
}

/* The labels of the roles, for a sentence. */
static const char *role_labels(struct arena *arena, const char *roles)
{
    struct builder list = builder_create(arena);
    struct text rest = text_of(roles);
    struct text role;

    while (text_next(&rest, ' ', &role))
        builder_format(&list, "%s%s", list.size > 0 ? ", " : "",
            person_role_label(text_string(arena, role)));
    return builder_string(&list);
}

/* A kind of record may be for some roles only. */
static bool check_kind(
    const struct call *call, const struct route *route, struct error *error)
{
    struct arena *arena = call->context->arena;
    const struct kind *kind =
        kind_find(call->context->site, call_value(call, "kind"));

    if ((route->flags & ROUTE_EDIT) == 0 || kind == NULL ||
        call_may_edit(call, kind))
        return true;
    return error_set(error, ERROR_FORBIDDEN,
        "Only these roles may add and change records of the kind %s: %s. "
        "Yours: %s. Ask the IMS Administrator.",
        kind->label, role_labels(arena, kind->roles),
        role_labels(arena, call->person->roles));
}

static bool check_csrf(const struct call *call, struct error *error)
{
    const char *given = call_field(call, "csrf");

    if (given[0] == '\0' || !crypto_equals(call->csrf, given))
        return error_at(error, ERROR_FORBIDDEN, "csrf",
            "The form's token is %s, so nothing was saved. Go back, load the "
            "page again and send the form once more.",
            given[0] == '\0' ? "missing" : "not the one of your session");
    return true;
}

/* What a form that is sent twice is known by. */
static bool take_form(const struct call *call, struct error *error)
{
    const char *form = call_field(call, "form-token");

    if (form[0] != '\0' && !sent_is_token(form))
        return error_at(error, ERROR_INVALID, "form-token",
            "form-token: is not one of ours, so nothing was saved. Load the "
            "form again.");
    call->context->form = form;
    return true;
}

/* Everything a route demands before its handler runs. `sign_in` is set when
 * the answer is to ask for the password first. */
static bool check_access(const struct call *call, const struct route *route,
    bool *sign_in, struct error *error)
{
    unsigned needs = route_needs(route);
    bool anybody = (route->flags & (ROUTE_OPEN | ROUTE_SIGN_IN)) != 0 ||
                   (needs == MAY_READ && !(route->flags & ROUTE_SIGNED_IN) &&
                       !call->context->site->signed_in_only);

    *sign_in = false;
    if (call->request->method == POST) {
        anybody = (route->flags & ROUTE_SIGN_IN) != 0;
        if (!anybody && call->person == NULL)
            return error_set(error, ERROR_FORBIDDEN,
                "You are not signed in, or your session has ended, so nothing "
                "was saved. Sign in, then send the form again.");
        if (!check_csrf(call, error) || !take_form(call, error))
            return false;
    }
    if (anybody)
        return true;
    if (call->person == NULL) {
        *sign_in = true;
        return true;
    }
    if (!call_may(call, needs))
        return error_set(error, ERROR_FORBIDDEN,
            "Your roles (%s) do not allow this. Ask the IMS Administrator.",
            call->person->roles);
    return check_kind(call, route, error);
}

static bool redirect_to_sign_in(const struct call *call, struct error *error)
{
    struct chrome chrome = call_chrome(call, "");
    const char *const pairs[] = {"next", chrome.here, NULL};

    return response_redirect(call->response,
        address_query(call->context->arena, "/login", pairs), error);
}

static const char *cache_key(const struct call *call)
{
    return arena_format(call->context->arena, "%s\n%s?%s\n%s\n%s\n%d",
        call->context->today, call->request->path, call->request->query_string,
        call->context->person, call->csrf, call_has_keys(call));
}

static bool run_route(struct server *server, struct call *call,
    const struct route *route, struct error *error)
{
    bool cached =
        (route->flags & ROUTE_CACHED) != 0 && call->request->method != POST;
    const char *key = cached ? cache_key(call) : "";
    struct text body;
    bool fine;

    if (cached && page_cache_get(server->cache, key, &body)) {
        response_set_slice(call->response, body);
        return true;
    }
    if (call->request->method == POST)
        return route->handler(call, error);
    if (!site_begin_read(call->context, error))
        return false;
    fine = route->handler(call, error);
    database_end_read(call->context->db);
    if (fine && cached && call->response->status == 200 &&
        page_cache_wants(server->cache, key))
        page_cache_put(server->cache, key,
            text_part(builder_string(&call->response->body),
                call->response->body.size));
    return fine;
}

static bool refuse_unknown(
    struct call *call, bool path_known, struct error *error)
{
    if (!path_known)
        return error_set(
            error, ERROR_MISSING, "There is no page at this address.");
    response_set_error(call->response, ERROR_INVALID);
    call->response->status = 405;
    if (!response_add_header(call->response, "Allow",
            route_allow(routes_all(), call->request), error))
        return false;
    return error_set(error, ERROR_INVALID,
        "This address does not take the method %s.",
        call->request->method_name);
}

/* A form with files, where the route takes one. */
static bool read_parts(struct call *call, struct request *request,
    const struct route *route, struct error *error)
{
    if (!request->has_parts)
        return true;
    if ((route->flags & ROUTE_UPLOAD) != 0)
        return request_read_parts(request, error);
    call->response->status = 415;
    return error_set(error, ERROR_INVALID,
        "This page takes no files, so the form must be sent as "
        "application/x-www-form-urlencoded, not as multipart/form-data.");
}

static bool dispatch(struct server *server, struct call *call,
    struct request *request, struct error *error)
{
    struct route_values *values =
        arena_alloc(call->context->arena, sizeof *values);
    const struct route *route;
    bool path_known;
    bool sign_in;

    route = route_match(routes_all(), call->request, values, &path_known);
    if (route == NULL)
        return refuse_unknown(call, path_known, error);
    call->values = values;
    if (!read_parts(call, request, route, error) ||
        !check_access(call, route, &sign_in, error))
        return false;
    if (sign_in)
        return redirect_to_sign_in(call, error);
    return run_route(server, call, route, error);
}

/* The whole of a request, with its faults. */
static bool serve(struct server *server,
    const struct fastcgi_exchange *exchange, struct call *call,
    struct request *request, struct error *error)
{
    if (!request_read(exchange, request, error))
        return false;
    if (!server_refresh(server, call->context, error) ||
        !session_cookie_find(call, error))
        return false;
    return dispatch(server, call, request, error);
}

static void handle(void *user, struct fastcgi_exchange *exchange)
{
    struct server *server = user;
    struct arena *arena = exchange->arena;
    struct context context = context_create(server->site, arena, "");
    struct error error = error_create(arena);
    struct request request = {.arena = arena,
        .path = "/",
        .method = GET,
        .method_name = "GET",
        .query_string = "",
        .cookies = "",
        .remote = "",
        .referer = "",
        .host = "",
        .origin = "",
        .if_none_match = "",
        .user_agent = "",
        .content_type = ""};
    struct response response = response_create(arena);
    struct route_values values = {.count = 0};
    struct call call = {
        .context = &context,
        .request = &request,
        .response = &response,
        .values = &values,
        .csrf = "",
        .token = "",
        .seconds = clock_seconds(),
    };

    if (!serve(server, exchange, &call, &request, &error)) {
        database_rollback(server->site->db);
        database_end_read(server->site->db);
        if (error.code == ERROR_SYSTEM)
            log_line("error: %s %s: %s", request.method_name, request.path,
                error.message);
        error_page_fill(&call, &error);
    }
    response_send(&response, &request, exchange);
}

/* Forms with files may be large, where the route takes them. */
static size_t limit_of(const struct fastcgi_exchange *exchange)
{
    const char *type = fastcgi_variable(exchange, "CONTENT_TYPE");
    const char *path = fastcgi_variable(exchange, "PATH_INFO");
    struct request request = {.arena = exchange->arena,
        .method = POST,
        .path = path == NULL ? "/" : path};
    struct route_values values;
    const struct route *route;
    bool known;

    if (type == NULL || !multipart_is(type) || request.path[0] != '/')
        return 0;
    route = route_match(routes_all(), &request, &values, &known);
    return route != NULL && (route->flags & ROUTE_UPLOAD) != 0 ? MULTIPART_SIZE
                                                               : 0;
}

int server_run(const char *folder)
{
    struct server_start start = {.folder = folder};
    const struct fastcgi_settings settings = {
        .context = &start,
        .start = server_start,
        .stop = server_stop,
        .handler = handle,
        .limit_of = limit_of,
    };

    return fastcgi_serve(&settings);
}
