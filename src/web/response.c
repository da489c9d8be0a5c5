/* Header lines in one builder; the security headers in one table. */
#include "web/response.h"

#include "base/escape.h"

#include <string.h>

static const char policy_page[] =
    "default-src 'none'; style-src 'self'; script-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'";

static const char policy_file[] = "default-src 'none'; sandbox";

static const char always[] = "X-Content-Type-Options: nosniff\r\n"
                             "Referrer-Policy: same-origin\r\n"
                             "Cross-Origin-Opener-Policy: same-origin\r\n"
                             "X-Frame-Options: SAMEORIGIN\r\n";

/* Most heads are smaller. */
enum { HEAD_SIZE = 1000 };

struct response response_create(struct arena *arena)
{
    return (struct response){
        .arena = arena,
        .status = 200,
        .content_type = "text/html; charset=utf-8",
        .cache = RESPONSE_CACHE_NONE,
        .body = builder_create(arena),
        .headers = builder_create(arena),
        .policy = policy_page,
    };
}

int response_status_of(enum error_code code)
{
    switch (code) {
    case ERROR_NONE:
        return 200;
    case ERROR_INVALID:
        return 400;
    case ERROR_MISSING:
        return 404;
    case ERROR_FORBIDDEN:
        return 403;
    case ERROR_CONFLICT:
        return 409;
    case ERROR_TOO_LARGE:
        return 413;
    case ERROR_BUSY:
    case ERROR_SCHEMA:
        return 503;
    case ERROR_SYSTEM:
        break;
    }
    return 500;
}

const char *response_reason(int status)
{
    static const struct {
        int status;
        const char *reason;
    } reasons[] = {
        {200, "OK"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {409, "Conflict"},
        {410, "Gone"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {500, "Internal Server Error"},
        {503, "Service Unavailable"},
    };

    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
        if (reasons[i].status == status)
            return reasons[i].reason;
    }
    return "Status";
}

static void header_put(
    struct response *response, const char *name, const char *value)
{
    builder_put(&response->headers, name);
    builder_put(&response->headers, ": ");
    builder_put(&response->headers, value);
    builder_put(&response->headers, "\r\n");
}

void response_set_error(struct response *response, enum error_code code)
{
    response->status = response_status_of(code);
    if (code == ERROR_BUSY)
        header_put(response, "Retry-After", "5");
    if (code == ERROR_SCHEMA)
        header_put(response, "Retry-After", "300");
}

static bool is_token(const char *name)
{
    for (const char *p = name; *p != '\0'; p++) {
        bool letter = (*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z');

        if (!letter && !(*p >= '0' && *p <= '9') && *p != '-' && *p != '_')
            return false;
    }
    return name[0] != '\0';
}

/* Bytes from 0x20 on, but not DEL: nothing that could end the line. */
static bool is_header_value(const char *value)
{
    for (const char *p = value; *p != '\0'; p++) {
        if ((unsigned char)*p < 0x20 || *p == 0x7f)
            return false;
    }
    return true;
}

bool response_add_header(struct response *response, const char *name,
    const char *value, struct error *error)
{
    if (!is_token(name))
        return error_set(
            error, ERROR_INVALID, "a header cannot have this name");
    if (!is_header_value(value))
        return error_set(error, ERROR_INVALID,
            "the header %s cannot hold a control character", name);
    header_put(response, name, value);
    return true;
}

bool response_set_type(
    struct response *response, const char *type, struct error *error)
{
    if (type[0] == '\0' || !is_header_value(type))
        return error_set(error, ERROR_INVALID, "this cannot be a content type");
    response->content_type = type;
    return true;
}

void response_set_public(struct response *response, long seconds)
{
    response->cache =
        arena_format(response->arena, "public, max-age=%ld", seconds);
}

void response_set_slice(struct response *response, struct text body)
{
    response->slice = body;
    response->has_slice = true;
}

/* Does an If-None-Match list hold the tag? Weak tags count as equal. */
static bool list_has_tag(const char *list, const char *tag)
{
    struct text rest = text_of(list);
    struct text part;

    while (text_next(&rest, ',', &part)) {
        part = text_trim(part);
        if (text_equals(part, "*"))
            return true;
        if (text_begins(part, "W/"))
            part = text_part(part.data + 2, part.size - 2);
        if (part.size >= 2 && part.data[0] == '"' &&
            part.data[part.size - 1] == '"' &&
            text_equals(text_part(part.data + 1, part.size - 2), tag))
            return true;
    }
    return false;
}

bool response_is_known(
    struct response *response, const struct request *request, const char *tag)
{
    for (const char *p = tag; *p != '\0'; p++) {
        if (*p == '"' || *p == ',' || (unsigned char)*p <= ' ' ||
            (unsigned char)*p > '~')
            return false; /* not a tag: the page is sent without one */
    }
    header_put(response, "ETag", arena_format(response->arena, "\"%s\"", tag));
    response->cache = RESPONSE_CACHE_CHECK;
    if (!list_has_tag(request->if_none_match, tag))
        return false;
    response->status = 304;
    return true;
}

bool response_is_local(const char *path)
{
    return path[0] == '/' && path[1] != '/' && path[1] != '\\' &&
           is_header_value(path);
}

bool response_redirect(
    struct response *response, const char *path, struct error *error)
{
    struct builder target = builder_create(response->arena);

    if (!response_is_local(path))
        return error_set(error, ERROR_INVALID,
            "the address to go to is not one of this site");
    escape_url(&target, text_of(path), "/?#[]@!$&'()*+,;=:%");
    response->status = 303;
    header_put(response, "Location", builder_string(&target));
    return true;
}

bool response_set_attachment(
    struct response *response, const char *name, struct error *error)
{
    struct builder value = builder_create(response->arena);

    if (name[0] == '\0' || !text_is_clean(text_of(name), NULL) ||
        !is_header_value(name))
        return error_set(
            error, ERROR_INVALID, "a file cannot be sent under this name");
    builder_put(&value, "attachment; filename=\"");
    for (const char *p = name; *p != '\0'; p++) {
        bool plain = (unsigned char)*p < 0x80 && strchr("\"\\/%", *p) == NULL;

        builder_byte(&value, plain ? *p : '_');
    }
    builder_put(&value, "\"; filename*=UTF-8''");
    escape_url(&value, text_of(name), "");
    header_put(response, "Content-Disposition", builder_string(&value));
    response->policy = policy_file;
    return true;
}

/* What RFC 6265 lets stand in a cookie's value. */
static bool is_cookie_value(const char *value)
{
    for (const char *p = value; *p != '\0'; p++) {
        if (*p <= ' ' || *p > '~' || strchr("\",;\\", *p) != NULL)
            return false;
    }
    return true;
}

bool response_set_cookie(struct response *response,
    const struct request *request, const char *name, const char *value,
    long max_age, struct error *error)
{
    struct builder line = builder_create(response->arena);

    if (!is_token(name) || !is_cookie_value(value))
        return error_set(
            error, ERROR_INVALID, "a cookie cannot hold this value");
    builder_put(&line, name);
    builder_byte(&line, '=');
    builder_put(&line, value);
    if (max_age >= 0)
        builder_format(&line, "; Max-Age=%ld", max_age);
    builder_put(&line, "; Path=/; HttpOnly; SameSite=Lax");
    if (request->secure)
        builder_put(&line, "; Secure");
    header_put(response, "Set-Cookie", builder_string(&line));
    return true;
}

static struct text body_of(const struct response *response)
{
    return response->has_slice
               ? response->slice
               : text_part(response->body.data, response->body.size);
}

const char *response_head(const struct response *response)
{
    struct builder head = builder_create(response->arena);

    builder_reserve(&head, HEAD_SIZE);
    builder_put(&head, "Status: ");
    builder_number(&head, response->status);
    builder_byte(&head, ' ');
    builder_put(&head, response_reason(response->status));
    builder_put(&head, "\r\n");
    if (response->status != 304) {
        builder_put(&head, "Content-Type: ");
        builder_put(&head, response->content_type);
        builder_put(&head, "\r\nContent-Length: ");
        builder_number(&head, (long long)body_of(response).size);
        builder_put(&head, "\r\n");
    }
    builder_put(&head, "Cache-Control: ");
    builder_put(&head, response->cache);
    builder_put(&head, "\r\nContent-Security-Policy: ");
    builder_put(&head, response->policy);
    builder_put(&head, "\r\n");
    builder_put(&head, always);
    builder_text(
        &head, text_part(response->headers.data, response->headers.size));
    builder_put(&head, "\r\n");
    return builder_string(&head);
}

void response_send(const struct response *response,
    const struct request *request, struct fastcgi_exchange *exchange)
{
    const char *head = response_head(response);
    struct text body = body_of(response);

    fastcgi_write(exchange, head, strlen(head));
    if (request->method != HEAD && response->status != 304)
        fastcgi_write(exchange, body.data, body.size);
}
