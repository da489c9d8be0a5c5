/* Handlers called with what they expect. */
#include "page_fixture.h"

#include "web/call.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static struct form read_form(struct fixture *fixture, const char *text)
{
    struct form form = {.fields = NULL};

    assert_true(form_parse(
        fixture->arena, text_of(text), NULL, &form, &fixture->error));
    return form;
}

static const struct route *find_route(const struct page_sender *sender,
    const struct request *request, struct route_values *values)
{
    const struct route *const tables[] = {sender->routes, NULL};
    const struct route *route;
    bool known;

    route = route_match(tables, request, values, &known);
    if (route == NULL)
        fail_msg("no route for %s", request->path);
    return route;
}

unsigned page_flags(const struct page_sender *sender,
    enum request_method method, const char *path)
{
    struct request request = {.method = method, .path = path};
    struct route_values values = {.count = 0};

    request.arena = sender->fixture->arena;
    return find_route(sender, &request, &values)->flags;
}

struct page_answer page_send(const struct page_sender *sender,
    enum request_method method, const char *path, const char *query,
    const char *body)
{
    struct fixture *fixture = sender->fixture;
    struct person person = {.login = sender->login,
        .name = sender->login,
        .post = "",
        .email = "",
        .roles = "staff",
        .permissions = MAY_READ | (sender->edit ? MAY_EDIT : 0u),
        .active = true};
    struct request request = {.arena = fixture->arena,
        .method = method,
        .path = path,
        .query_string = query,
        .referer = ""};
    struct response response = response_create(fixture->arena);
    struct route_values values = {.count = 0};
    struct call call = {.context = &fixture->context,
        .request = &request,
        .response = &response,
        .values = &values,
        .person = sender->login == NULL ? NULL : &person,
        .csrf = "the-token",
        .token = ""};
    struct page_answer answer = {.error = error_create(fixture->arena)};

    request.query = read_form(fixture, query);
    request.form = read_form(fixture, body);
    fixture->context.person = sender->login == NULL ? "" : sender->login;
    answer.fine =
        find_route(sender, &request, &values)->handler(&call, &answer.error);
    answer.status = response.status;
    answer.body = builder_string(&response.body);
    answer.head = answer.fine ? response_head(&response) : "";
    return answer;
}

void page_has(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        fail_msg("“%s” is not in:\n%s", part, text);
}

void page_has_not(const char *text, const char *part)
{
    if (strstr(text, part) != NULL)
        fail_msg("“%s” is in:\n%s", part, text);
}

void page_is(struct page_answer answer, int status)
{
    if (!answer.fine)
        fail_msg("refused: %s", answer.error.message);
    assert_int_equal(answer.status, status);
}

void page_refuses(
    struct page_answer answer, enum error_code code, const char *field)
{
    assert_false(answer.fine);
    assert_int_equal(answer.error.code, code);
    if (field != NULL) {
        assert_non_null(answer.error.field);
        assert_string_equal(answer.error.field, field);
    }
}
