/* From the server's variables to a request. */
#include "web/request.h"

#include <string.h>
#include <strings.h>

enum { METHOD_SIZE = 20 };

static bool is_one_line(const char *string)
{
    return text_is_clean(text_of(string), NULL) &&
           strpbrk(string, "\t\r\n") == NULL;
}

/* The variable, or "" where it is absent or not clean: a header that a
 * browser sent in another encoding is no reason to refuse the request. */
static const char *header_value(
    const struct fastcgi_exchange *exchange, const char *name)
{
    const char *value = fastcgi_variable(exchange, name);

    return value == NULL || !is_one_line(value) ? "" : value;
}

static enum request_method method_of(const char *name)
{
    if (string_equals(name, "GET"))
        return GET;
    if (string_equals(name, "HEAD"))
        return HEAD;
    if (string_equals(name, "POST"))
        return POST;
    return OTHER;
}

/* The name as sent, for sentences and the log. */
static const char *method_word(const char *name)
{
    size_t size = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    return size > 0 && size <= METHOD_SIZE && name[size] == '\0' ? name
                                                                 : "OTHER";
}

static void headers_read(
    const struct fastcgi_exchange *exchange, struct request *request)
{
    const char *method = header_value(exchange, "REQUEST_METHOD");

    request->method = method_of(method);
    request->method_name = method_word(method);
    request->cookies = header_value(exchange, "HTTP_COOKIE");
    request->remote = header_value(exchange, "REMOTE_ADDR");
    request->secure =
        strcasecmp(header_value(exchange, "HTTPS"), "on") == 0 ||
        strcasecmp(header_value(exchange, "REQUEST_SCHEME"), "https") == 0;
    request->referer = header_value(exchange, "HTTP_REFERER");
    request->host = header_value(exchange, "HTTP_HOST");
    request->origin = header_value(exchange, "HTTP_ORIGIN");
    request->if_none_match = header_value(exchange, "HTTP_IF_NONE_MATCH");
    request->user_agent = header_value(exchange, "HTTP_USER_AGENT");
    request->content_type = header_value(exchange, "CONTENT_TYPE");
}

static bool path_read(const struct fastcgi_exchange *exchange,
    struct request *request, struct error *error)
{
    const char *path = fastcgi_variable(exchange, "PATH_INFO");
    struct text rest = text_of(path);
    struct text part;

    if (rest.size == 0)
        return true; /* the host's root, already set */
    if (path[0] != '/')
        return error_set(
            error, ERROR_INVALID, "The address must begin with a slash.");
    if (!is_one_line(path))
        return error_set(error, ERROR_INVALID,
            "The address holds a control character or is not UTF-8.");
    while (text_next(&rest, '/', &part)) {
        if (text_equals(part, ".."))
            return error_set(error, ERROR_INVALID,
                "The address must not have \"..\" as one of its parts.");
    }
    request->path = path;
    return true;
}

static bool query_read(const struct fastcgi_exchange *exchange,
    struct request *request, struct error *error)
{
    const char *query = fastcgi_variable(exchange, "QUERY_STRING");

    if (query != NULL && !is_one_line(query))
        return error_set(error, ERROR_INVALID,
            "The address has characters after its \"?\" that no address has.");
    if (!form_parse(
            request->arena, text_of(query), NULL, &request->query, error))
        return error_wrap(error, "The address is wrong after its \"?\"");
    request->query_string = header_value(exchange, "QUERY_STRING");
    return true;
}

static bool type_is_form(const char *type)
{
    struct text rest = text_of(type);
    struct text essence = {"", 0};
    const char *form = "application/x-www-form-urlencoded";

    text_next(&rest, ';', &essence);
    essence = text_trim(essence);
    return essence.size == strlen(form) &&
           strncasecmp(essence.data, form, essence.size) == 0;
}

static bool body_read(const struct fastcgi_exchange *exchange,
    struct request *request, struct error *error)
{
    switch (exchange->body_state) {
    case FASTCGI_BODY_NONE:
        return true;
    case FASTCGI_BODY_TOO_LARGE:
        return error_set(error, ERROR_TOO_LARGE,
            "What was sent is larger than this page takes, which is %zu MB "
            "in all. Nothing was saved.",
            exchange->body_limit / ((size_t)1024 * 1024));
    case FASTCGI_BODY_TRUNCATED:
        return error_set(error, ERROR_INVALID,
            "The form did not arrive whole; nothing was saved. "
            "Send it again.");
    case FASTCGI_BODY_UNSIZED:
        return error_set(error, ERROR_INVALID,
            "The form came without a proper Content-Length.");
    case FASTCGI_BODY_WHOLE:
        break;
    }
    request->has_parts = multipart_is(request->content_type);
    if (request->has_parts) {
        request->body = exchange->body;
        return true;
    }
    if (!type_is_form(request->content_type))
        return error_set(error, ERROR_INVALID,
            "A form must be sent as application/x-www-form-urlencoded, "
            "not as \"%s\".",
            request->content_type);
    if (!form_parse(
            request->arena, exchange->body, NULL, &request->form, error))
        return error_wrap(error, "The form cannot be read");
    return true;
}

bool request_read(const struct fastcgi_exchange *exchange,
    struct request *request, struct error *error)
{
    *request = (struct request){
        .arena = exchange->arena, .path = "/", .query_string = ""};
    headers_read(exchange, request);
    return path_read(exchange, request, error) &&
           query_read(exchange, request, error) &&
           (request->method != POST || body_read(exchange, request, error));
}

bool request_read_parts(struct request *request, struct error *error)
{
    return multipart_parse(request->arena, request->content_type, request->body,
               NULL, &request->form, &request->files, error) ||
           error_wrap(error, "Nothing was saved, the form cannot be read");
}

const char *request_cookie(
    struct arena *arena, const struct request *request, const char *name)
{
    struct text rest = text_of(request->cookies);
    struct text part;
    size_t size = strlen(name);

    while (text_next(&rest, ';', &part)) {
        part = text_trim(part);
        if (part.size <= size || !text_begins(part, name) ||
            part.data[size] != '=')
            continue;
        part = text_part(part.data + size + 1, part.size - size - 1);
        if (part.size >= 2 && part.data[0] == '"' &&
            part.data[part.size - 1] == '"')
            part = text_part(part.data + 1, part.size - 2);
        return text_string(arena, part);
    }
    return "";
}
