/* Small conveniences of handlers. */
#include "web/call.h"

#include "domain/kind.h"

const char *call_value(const struct call *call, const char *name)
{
    return route_value(call->values, name);
}

const char *call_query(const struct call *call, const char *name)
{
    return form_value(&call->request->query, name);
}

const char *call_field(const struct call *call, const char *name)
{
    return form_value(&call->request->form, name);
}

const struct multipart_file *call_file(
    const struct call *call, const char *name)
{
    return multipart_file(&call->request->files, name);
}

bool call_may(const struct call *call, unsigned permission)
{
    return call->person != NULL &&
           (call->person->permissions & permission) == permission;
}

bool call_may_edit(const struct call *call, const struct kind *kind)
{
    struct text rest = text_of(kind->roles);
    struct text role;

    if (!call_may(call, MAY_EDIT) || kind->roles[0] == '\0')
        return call_may(call, MAY_EDIT);
    if (call_may(call, MAY_ADMINISTER))
        return true;
    while (text_next(&rest, ' ', &role)) {
        if (words_have(
                call->person->roles, text_string(call->context->arena, role)))
            return true;
    }
    return false;
}

bool call_has_keys(const struct call *call)
{
    return !string_equals(
        request_cookie(call->context->arena, call->request, CALL_KEYS_COOKIE),
        "off");
}

struct chrome call_chrome(const struct call *call, const char *title)
{
    const struct request *request = call->request;
    const char *here = request->path;

    if (request->query_string[0] != '\0')
        here = arena_format(call->context->arena, "%s?%s", request->path,
            request->query_string);
    return (struct chrome){
        .context = call->context,
        .person = call->person,
        .csrf = call->csrf,
        .title = title,
        .nav = "",
        .page = "",
        .reference = "",
        .classification = "",
        .version = "",
        .note = call_query(call, "note"),
        .words = "",
        .keys = call_has_keys(call),
        .here = request->method == POST ? "/" : here,
    };
}

struct place call_place(const struct call *call)
{
    return (struct place){.context = call->context, .trail = NULL, .path = ""};
}

bool call_render(const struct call *call, const struct chrome *chrome,
    const char *file, chrome_fill *fill, void *user, struct error *error)
{
    return chrome_render(
        chrome, file, fill, user, &call->response->body, error);
}

bool call_send_json(
    struct call *call, const struct builder *json, struct error *error)
{
    call->response->body = *json;
    return response_set_type(
        call->response, "application/json; charset=utf-8", error);
}
