/*
 * Fuzz what comes from outside as text: a form body, a query string, a path,
 * cookies. The input is cut at its first three NULs into path, query, cookies
 * and body. Exercises web/form.c, web/request.c and web/route.c; every string
 * that comes out must be clean.
 */
#include "web/request.h"
#include "web/response.h"
#include "web/route.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool handler(struct call *call, struct error *error)
{
    (void)call;
    (void)error;
    return true;
}

static const struct route routes[] = {
    {GET, "/records/:kind.json", handler, 0},
    {GET, "/records/:kind/new", handler, 0},
    {GET, "/records/:kind/:number", handler, 0},
    {POST, "/manual/*page", handler, 0},
    {GET, "/:a/:b/:c/:d/:e/:f/:g/:h/:i", handler, 0},
    {GET, NULL, NULL, 0},
};

static const struct route *const tables[] = {routes, NULL};

static void must_be_clean(const char *string)
{
    if (!text_is_clean(text_of(string), NULL) || strchr(string, '\r') != NULL)
        abort();
}

static void form_must_be_clean(const struct form *form)
{
    for (size_t i = 0; i < form->count; i++) {
        must_be_clean(form->fields[i].name);
        must_be_clean(form->fields[i].value);
        if (form->fields[i].name[0] == '\0' ||
            !form_has(form, form->fields[i].name))
            abort();
    }
}

static void request_try(struct arena *arena, const struct request *request)
{
    struct response response = response_create(arena);
    struct error error = error_create(arena);
    struct route_values values;
    bool known;

    must_be_clean(request->path);
    must_be_clean(request->cookies);
    must_be_clean(request_cookie(arena, request, "session"));
    form_must_be_clean(&request->query);
    form_must_be_clean(&request->form);
    if (route_match(tables, request, &values, &known) != NULL && !known)
        abort();
    for (size_t i = 0; i < values.count; i++)
        must_be_clean(values.items[i].value);
    response_redirect(&response, form_value(&request->query, "to"), &error);
    response_set_attachment(&response, request->path + 1, &error);
    response_is_known(&response, request, "tag");
    if (strlen(response_head(&response)) == 0)
        abort();
}

static const char *piece(
    struct arena *arena, const uint8_t **data, size_t *size)
{
    const uint8_t *end = *size == 0 ? NULL : memchr(*data, '\0', *size);
    size_t length = end == NULL ? *size : (size_t)(end - *data);
    const char *copy = arena_copy(arena, (const char *)*data, length);

    *data += length;
    *size -= length;
    if (*size > 0) {
        (*data)++;
        (*size)--;
    }
    return copy;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct fastcgi_variable variables[] = {
        {"REQUEST_METHOD", "POST"},
        {"CONTENT_TYPE", "application/x-www-form-urlencoded"},
        {"PATH_INFO", piece(arena, &data, &size)},
        {"QUERY_STRING", piece(arena, &data, &size)},
        {"HTTP_COOKIE", piece(arena, &data, &size)},
        {"HTTP_IF_NONE_MATCH", ""},
    };
    struct fastcgi_exchange exchange = {
        .arena = arena,
        .variables = variables,
        .variable_count = sizeof variables / sizeof variables[0],
        .body_state = FASTCGI_BODY_WHOLE,
    };
    struct request request;

    variables[5].value = variables[4].value;
    /* An exact copy, so that reading past its end is seen. */
    exchange.body.size = size;
    exchange.body.data = malloc(size == 0 ? 1 : size);
    memcpy((char *)(uintptr_t)exchange.body.data, data, size);
    if (!request_read(&exchange, &request, &error))
        must_be_clean(error.message);
    request_try(arena, &request);
    free((char *)(uintptr_t)exchange.body.data);
    arena_destroy(arena);
    return 0;
}
