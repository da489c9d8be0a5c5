/* Handlers called with what they expect. */
#include "page_fixture.h"

#include "web/routes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* The request for an address, its query read. */
static struct request request_to(
    struct fixture *fixture, enum request_method method, const char *address)
{
    size_t path = strcspn(address, "?");
    struct request request = {.arena = fixture->arena,
        .method = method,
        .path = arena_copy(fixture->arena, address, path),
        .query_string = address + path + (address[path] == '?'),
        .cookies = "",
        .remote = "",
        .referer = "",
        .host = "",
        .origin = "",
        .if_none_match = "",
        .user_agent = "",
        .content_type = ""};

    assert_true(form_parse(fixture->arena, text_of(request.query_string), NULL,
        &request.query, &fixture->error));
    return request;
}

static const struct route *find_route(
    const struct request *request, struct route_values *values)
{
    bool known;
    const struct route *route =
        route_match(routes_all(), request, values, &known);

    if (route == NULL)
        fail_msg("no route for %s", request->path);
    return route;
}

unsigned page_flags(
    struct fixture *fixture, enum request_method method, const char *path)
{
    struct request request = request_to(fixture, method, path);
    struct route_values values = {.count = 0};

    return find_route(&request, &values)->flags;
}

static struct page_answer answer_to(struct fixture *fixture, unsigned may,
    struct request *request, const char *address)
{
    struct context context = fixture->context;
    struct person person = {.login = context.person,
        .name = context.person,
        .post = "",
        .email = "",
        .roles = "staff",
        .permissions = may,
        .active = true};
    struct response response = response_create(fixture->arena);
    struct route_values values = {.count = 0};
    const struct route *route = find_route(request, &values);
    struct call call = {.context = &context,
        .request = request,
        .response = &response,
        .values = &values,
        .person = may == NOBODY ? NULL : &person,
        .csrf = "the-token",
        .token = ""};
    struct page_answer answer = {.address = address,
        .flags = route->flags,
        .error = error_create(fixture->arena)};

    if (may == NOBODY)
        context.person = "";
    answer.fine = route->handler(&call, &answer.error);
    assert_false(database_is_writing(context.db));
    answer.status = response.status;
    answer.head = answer.fine ? response_head(&response) : "";
    answer.body = builder_string(&response.body);
    answer.slice = response.slice;
    return answer;
}

struct page_answer page_get(
    struct fixture *fixture, unsigned may, const char *address)
{
    struct request request = request_to(fixture, GET, address);

    return answer_to(fixture, may, &request, address);
}

struct page_answer page_post(struct fixture *fixture, unsigned may,
    const char *address, const char *form)
{
    struct request request = request_to(fixture, POST, address);

    assert_true(form_parse(
        fixture->arena, text_of(form), NULL, &request.form, &fixture->error));
    return answer_to(fixture, may, &request, address);
}

struct page_answer page_upload(struct fixture *fixture, unsigned may,
    const char *address, const char *parts)
{
    struct request request = request_to(fixture, POST, address);
    struct page_answer answer;

    request.content_type = "multipart/form-data; boundary=x";
    request.has_parts = true;
    request.body = text_of(parts);
    assert_true(request_read_parts(&request, &fixture->error));
    answer = answer_to(fixture, may, &request, address);
    assert_true(answer.flags & ROUTE_UPLOAD);
    return answer;
}

/* What is worth showing of a page. */
static const char *main_of(const char *text)
{
    const char *at = strstr(text, "<main");

    return at == NULL ? text : at;
}

void page_has(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("“%s” is not in:\n%s", part, main_of(text));
}

void page_has_not(const char *text, const char *part)
{
    if (strstr(text, part) != NULL)
        fail_msg("“%s” is in:\n%s", part, main_of(text));
}

void page_is(struct page_answer answer, int status)
{
    if (!answer.fine)
        fail_msg("%s is refused: %s", answer.address, answer.error.message);
    if (answer.status != status)
        fail_msg("%s answers %d, not %d:\n%s", answer.address, answer.status,
            status, main_of(answer.body));
}

const char *page_body(struct page_answer answer)
{
    page_is(answer, 200);
    return answer.body;
}

void page_leads(struct page_answer answer, const char *part)
{
    page_is(answer, 303);
    page_has(answer.head, part);
}

void page_refuses(
    struct page_answer answer, enum error_code code, const char *field)
{
    assert_false(answer.fine);
    assert_int_equal(answer.error.code, code);
    if (field != NULL) {
        assert_non_null(answer.error.field);
        assert_string_equal(answer.error.field, field);
        page_has(answer.error.message, field);
    }
}

void page_refuses_saying(
    struct page_answer answer, enum error_code code, const char *words)
{
    page_refuses(answer, code, NULL);
    page_has(answer.error.message, words);
}
