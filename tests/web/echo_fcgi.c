/*
 * A small program behind web/fastcgi for fastcgi_test.sh: tells what arrived.
 *
 *   GET  /pid      the worker's process id     GET /master   its parent's
 *   GET  /crash    the worker dies             GET /slow     answers after 1 s
 *   GET  /large    300000 bytes                GET /used     arena bytes held
 *   any other      method, path, query, body state, body size, body sum
 *
 * ECHO_REFUSE=TEXT makes every worker refuse to start with this reason.
 */
#include "web/fastcgi.h"
#include "web/request.h"
#include "web/response.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void echo_request(struct response *response,
    const struct request *request, const struct fastcgi_exchange *exchange)
{
    static const char *const states[] = {
        "none", "whole", "too-large", "truncated", "unsized"};
    unsigned sum = 0;

    for (size_t i = 0; i < exchange->body.size; i++)
        sum = sum * 31 + (unsigned char)exchange->body.data[i];
    builder_format(&response->body,
        "%s %s?%s body=%s size=%zu sum=%u fields=%zu", request->method_name,
        request->path, request->query_string, states[exchange->body_state],
        exchange->body.size, sum, request->form.count);
}

static void echo_page(struct response *response, const struct request *request,
    const struct fastcgi_exchange *exchange)
{
    struct builder *body = &response->body;

    if (string_equals(request->path, "/pid")) {
        builder_format(body, "%ld", (long)getpid());
    } else if (string_equals(request->path, "/master")) {
        builder_format(body, "%ld", (long)getppid());
    } else if (string_equals(request->path, "/used")) {
        builder_format(body, "%zu", arena_held(exchange->arena));
    } else if (string_equals(request->path, "/crash")) {
        abort();
    } else if (string_equals(request->path, "/slow")) {
        sleep(1);
        builder_put(body, "slow");
    } else if (string_equals(request->path, "/large")) {
        for (int i = 0; i < 30000; i++)
            builder_put(body, "0123456789");
    } else {
        echo_request(response, request, exchange);
    }
}

static void echo_handle(void *user, struct fastcgi_exchange *exchange)
{
    struct response response = response_create(exchange->arena);
    struct error error = error_create(exchange->arena);
    struct request request;

    (void)user;
    if (request_read(exchange, &request, &error)) {
        echo_page(&response, &request, exchange);
    } else {
        response_set_error(&response, error.code);
        builder_put(&response.body, error.message);
    }
    response_set_type(&response, "text/plain; charset=utf-8", &error);
    response_send(&response, &request, exchange);
}

static bool echo_start(void *context, void **user, struct error *error)
{
    const char *reason = getenv("ECHO_REFUSE");

    *user = context;
    return reason == NULL || error_set(error, ERROR_SCHEMA, "%s", reason);
}

int main(void)
{
    const char *most = getenv("ECHO_MAX_REQUESTS");
    struct fastcgi_settings settings = {
        .max_requests = most == NULL ? 0 : (unsigned)atoi(most),
        .start = echo_start,
        .handler = echo_handle,
    };

    return fastcgi_serve(&settings);
}
