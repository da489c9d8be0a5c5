/* Files, static files, health. */
#include "web/file_pages.h"

#include "base/file.h"
#include "domain/evidence_file.h"
#include "domain/site.h"

enum { STATIC_LIMIT = 4 * 1024 * 1024, STATIC_SECONDS = 3600 };

static const struct static_type {
    const char *ending;
    const char *type;
} static_types[] = {
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
};

static bool file_show(struct call *call, struct error *error)
{
    struct context *context = call->context;
    struct error problem = error_create(context->arena);
    struct evidence_file file;
    struct text content;
    bool found;

    if (!evidence_file_read(
            context, call_value(call, "hash"), &file, &found, error))
        return false;
    if (!found)
        return error_set(
            error, ERROR_MISSING, "No file with that content is kept here.");
    /* What is missing is for the log: its path is no news for a reader. */
    if (!file_read(
            context->arena, file.path, EVIDENCE_FILE_LIMIT, &content, &problem))
        return error_set(error, ERROR_SYSTEM, "%s", problem.message);
    response_set_slice(call->response, content);
    return response_set_type(call->response, file.media, error) &&
           response_set_attachment(call->response, file.name, error);
}

static bool static_show(struct call *call, struct error *error)
{
    struct arena *arena = call->context->arena;
    const char *name = call_value(call, "name");
    const char *type = NULL;
    const char *path = arena_format(
        arena, "%s/templates/static/%s", call->context->site->shared, name);
    struct text content;

    for (size_t i = 0; i < sizeof static_types / sizeof *static_types; i++) {
        if (string_ends(name, static_types[i].ending))
            type = static_types[i].type;
    }
    if (type == NULL || !file_is_inside(name) || !file_stat(path).exists)
        return error_set(
            error, ERROR_MISSING, "There is no static file %s.", name);
    if (!file_read(arena, path, STATIC_LIMIT, &content, error))
        return false;
    response_set_slice(call->response, content);
    response_set_public(call->response, STATIC_SECONDS);
    return response_set_type(call->response, type, error);
}

/* Alive, and the database answers. */
static bool health_show(struct call *call, struct error *error)
{
    const char *name;

    if (!site_setting(call->context, "name", &name, error))
        return false;
    builder_put(&call->response->body, "ok\n");
    return response_set_type(
        call->response, "text/plain; charset=utf-8", error);
}

const struct route file_routes[] = {
    {GET, "/files/:hash/:name", file_show, ROUTE_READ},
    {GET, "/static/*name", static_show, ROUTE_OPEN},
    {GET, "/healthz", health_show, ROUTE_OPEN},
    {0},
};
