/* web/response: every answer carries the security headers; no line is split. */
#include "web/response.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int setup(void **state)
{
    *state = arena_create();
    return 0;
}

static int teardown(void **state)
{
    arena_destroy(*state);
    return 0;
}

static void keep(void *output, const char *data, size_t size)
{
    builder_add(output, data, size);
}

/* The bytes that are sent for a request by this method. */
static const char *sent(
    const struct response *response, enum request_method method)
{
    struct builder output = builder_create(response->arena);
    struct request request = {.method = method};
    struct fastcgi_exchange exchange = {
        .arena = response->arena, .write = keep, .output = &output};

    response_send(response, &request, &exchange);
    return builder_string(&output);
}

static void has(const char *sent_bytes, const char *line)
{
    if (strstr(sent_bytes, line) == NULL)
        fail_msg("no \"%s\" in:\n%s", line, sent_bytes);
}

static void lacks(const char *sent_bytes, const char *line)
{
    if (strstr(sent_bytes, line) != NULL)
        fail_msg("a \"%s\" in:\n%s", line, sent_bytes);
}

static void test_page(void **state)
{
    struct response response = response_create(*state);
    const char *bytes;

    builder_put(&response.body, "<p>é</p>");
    bytes = sent(&response, GET);
    assert_ptr_equal(bytes, strstr(bytes, "Status: 200 OK\r\n"));
    has(bytes, "\r\nContent-Type: text/html; charset=utf-8\r\n");
    has(bytes, "\r\nContent-Length: 9\r\n");
    has(bytes, "\r\nCache-Control: no-store\r\n");
    has(bytes, "\r\nContent-Security-Policy: default-src 'none'; "
               "style-src 'self'; script-src 'self'; img-src 'self' data:; "
               "font-src 'self'; connect-src 'self'; frame-src 'self'; "
               "form-action 'self'; base-uri 'none'; "
               "frame-ancestors 'self'\r\n");
    has(bytes, "\r\nX-Content-Type-Options: nosniff\r\n");
    has(bytes, "\r\nReferrer-Policy: same-origin\r\n");
    has(bytes, "\r\nCross-Origin-Opener-Policy: same-origin\r\n");
    has(bytes, "\r\nX-Frame-Options: SAMEORIGIN\r\n");
    has(bytes, "\r\n\r\n<p>é</p>");
}

static void test_head_sends_no_body(void **state)
{
    struct response response = response_create(*state);
    const char *bytes;

    builder_put(&response.body, "body");
    bytes = sent(&response, HEAD);
    has(bytes, "\r\nContent-Length: 4\r\n");
    assert_string_equal(strstr(bytes, "\r\n\r\n"), "\r\n\r\n");
}

static void test_empty_body(void **state)
{
    struct response response = response_create(*state);

    has(sent(&response, GET), "\r\nContent-Length: 0\r\n");
}

static void test_slice(void **state)
{
    struct response response = response_create(*state);

    builder_put(&response.body, "not this");
    response_set_slice(&response, text_part("cached page!", 11));
    has(sent(&response, GET), "\r\nContent-Length: 11\r\n");
    assert_string_equal(
        strstr(sent(&response, GET), "\r\n\r\n"), "\r\n\r\ncached page");
}

static void test_errors(void **state)
{
    static const struct {
        enum error_code code;
        int status;
        const char *line;
    } cases[] = {
        {ERROR_NONE, 200, "Status: 200 OK\r\n"},
        {ERROR_INVALID, 400, "Status: 400 Bad Request\r\n"},
        {ERROR_MISSING, 404, "Status: 404 Not Found\r\n"},
        {ERROR_FORBIDDEN, 403, "Status: 403 Forbidden\r\n"},
        {ERROR_CONFLICT, 409, "Status: 409 Conflict\r\n"},
        {ERROR_TOO_LARGE, 413, "Status: 413 Content Too Large\r\n"},
        {ERROR_BUSY, 503, "Status: 503 Service Unavailable\r\n"},
        {ERROR_SCHEMA, 503, "Status: 503 Service Unavailable\r\n"},
        {ERROR_SYSTEM, 500, "Status: 500 Internal Server Error\r\n"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct response response = response_create(*state);
        const char *bytes;

        assert_int_equal(response_status_of(cases[i].code), cases[i].status);
        response_set_error(&response, cases[i].code);
        bytes = sent(&response, GET);
        has(bytes, cases[i].line);
        has(bytes, "\r\nContent-Security-Policy: ");
        if (cases[i].status == 503)
            has(bytes, "\r\nRetry-After: ");
        else
            lacks(bytes, "Retry-After");
    }
}

static void test_headers(void **state)
{
    struct response response = response_create(*state);
    struct error error = error_create(*state);

    assert_true(response_add_header(&response, "Allow", "GET, HEAD", &error));
    assert_true(response_add_header(&response, "X-A", "", &error));
    has(sent(&response, GET), "\r\nAllow: GET, HEAD\r\n");
}

static void test_refused_headers(void **state)
{
    static const char *const values[] = {
        "a\r\nb: c", "a\n", "\r", "a\tb", "a\x01", "a\x7f"};
    static const char *const names[] = {"", "a b", "a:", "a\r\n", "é", "a\n"};
    struct response response = response_create(*state);
    struct error error = error_create(*state);
    const char *before = sent(&response, GET);

    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        assert_false(response_add_header(&response, "X", values[i], &error));
        assert_int_equal(error.code, ERROR_INVALID);
        assert_false(response_set_type(&response, values[i], &error));
    }
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_false(response_add_header(&response, names[i], "x", &error));
    assert_false(response_set_type(&response, "", &error));
    assert_string_equal(before, sent(&response, GET));
}

static void test_redirects(void **state)
{
    static const char *const pairs[][2] = {
        {"/", "/"},
        {"/records/todo/17?note=clause:27001/9.2.1#x",
            "/records/todo/17?note=clause:27001/9.2.1#x"},
        {"/search?q=%20a", "/search?q=%20a"},
        {"/manual/é b", "/manual/%C3%A9%20b"},
        {"/a\\b\"<", "/a%5Cb%22%3C"},
        {"/a//b", "/a//b"},
    };

    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        struct response response = response_create(*state);
        struct error error = error_create(*state);

        assert_true(response_redirect(&response, pairs[i][0], &error));
        has(sent(&response, POST), "Status: 303 See Other\r\n");
        has(sent(&response, POST),
            arena_format(*state, "\r\nLocation: %s\r\n", pairs[i][1]));
    }
}

static void test_refused_redirects(void **state)
{
    static const char *const paths[] = {"", "a", "//evil.example",
        "/\\evil.example", "\\\\evil", "http://evil.example/",
        "javascript:alert(1)", "/a\r\nSet-Cookie: x=1", "/a\nb", "/\tb", " /a",
        "/\x7f", "?a", "#a"};

    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        struct response response = response_create(*state);
        struct error error = error_create(*state);

        assert_false(response_is_local(paths[i]));
        assert_false(response_redirect(&response, paths[i], &error));
        assert_int_equal(response.status, 200);
        lacks(sent(&response, GET), "Location");
    }
}

static void test_attachments(void **state)
{
    struct response response = response_create(*state);
    struct error error = error_create(*state);
    const char *bytes;

    assert_true(
        response_set_attachment(&response, "Übung \"2026\"/a%b;.pdf", &error));
    assert_true(response_set_type(&response, "application/pdf", &error));
    bytes = sent(&response, GET);
    has(bytes, "\r\nContent-Disposition: attachment; "
               "filename=\"__bung _2026__a_b;.pdf\"; "
               "filename*=UTF-8''%C3%9Cbung%20%222026%22%2Fa%25b%3B.pdf\r\n");
    has(bytes, "\r\nContent-Security-Policy: default-src 'none'; sandbox\r\n");
    has(bytes, "\r\nX-Content-Type-Options: nosniff\r\n");
    lacks(bytes, "script-src");
}

static void test_refused_attachments(void **state)
{
    static const char *const names[] = {"", "a\nb", "a\r", "a\tb", "\xff"};
    struct response response = response_create(*state);
    struct error error = error_create(*state);

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_false(response_set_attachment(&response, names[i], &error));
    lacks(sent(&response, GET), "Content-Disposition");
}

static void test_cookies(void **state)
{
    struct response response = response_create(*state);
    struct error error = error_create(*state);
    struct request request = {.method = GET};

    assert_true(response_set_cookie(
        &response, &request, "session", "ab12", 3600, &error));
    assert_true(
        response_set_cookie(&response, &request, "seen", "", 0, &error));
    request.secure = true;
    assert_true(
        response_set_cookie(&response, &request, "theme", "dark", -1, &error));
    has(sent(&response, GET),
        "\r\nSet-Cookie: session=ab12; Max-Age=3600; Path=/; HttpOnly; "
        "SameSite=Lax\r\n"
        "Set-Cookie: seen=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax\r\n"
        "Set-Cookie: theme=dark; Path=/; HttpOnly; SameSite=Lax; "
        "Secure\r\n");
}

static void test_refused_cookies(void **state)
{
    static const char *const values[] = {
        "a;b", "a b", "a,b", "\"a\"", "a\r\nb", "a\\", "é", "a\x7f"};
    struct response response = response_create(*state);
    struct error error = error_create(*state);
    struct request request = {.method = GET};

    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        assert_false(response_set_cookie(
            &response, &request, "a", values[i], 1, &error));
    assert_false(
        response_set_cookie(&response, &request, "a b", "x", 1, &error));
    assert_false(response_set_cookie(&response, &request, "", "x", 1, &error));
    lacks(sent(&response, GET), "Set-Cookie");
}

static void test_tags(void **state)
{
    static const struct {
        const char *list;
        bool known;
    } cases[] = {{"", false}, {"\"abc\"", true}, {"W/\"abc\"", true},
        {"\"x\", \"abc\"", true}, {"*", true}, {"abc", false},
        {"\"abcd\"", false}, {"\"", false}, {",", false}, {"W/", false}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct response response = response_create(*state);
        struct request request = {.if_none_match = cases[i].list};
        const char *bytes;

        builder_put(&response.body, "page");
        assert_int_equal(
            response_is_known(&response, &request, "abc"), cases[i].known);
        bytes = sent(&response, GET);
        has(bytes, "\r\nETag: \"abc\"\r\n");
        has(bytes, "\r\nCache-Control: private, no-cache\r\n");
        has(bytes, cases[i].known ? "Status: 304 " : "Status: 200 ");
        if (cases[i].known)
            assert_string_equal(strstr(bytes, "\r\n\r\n"), "\r\n\r\n");
    }
}

static void test_bad_tag_is_not_sent(void **state)
{
    struct response response = response_create(*state);
    struct request request = {.if_none_match = "*"};

    assert_false(response_is_known(&response, &request, "a\"b"));
    assert_false(response_is_known(&response, &request, "a\r\nb"));
    lacks(sent(&response, GET), "ETag");
}

static void test_public(void **state)
{
    struct response response = response_create(*state);

    response_set_public(&response, 3600);
    has(sent(&response, GET), "\r\nCache-Control: public, max-age=3600\r\n");
    lacks(sent(&response, GET), "no-store");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_page, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_head_sends_no_body, setup, teardown),
        cmocka_unit_test_setup_teardown(test_empty_body, setup, teardown),
        cmocka_unit_test_setup_teardown(test_slice, setup, teardown),
        cmocka_unit_test_setup_teardown(test_errors, setup, teardown),
        cmocka_unit_test_setup_teardown(test_headers, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refused_headers, setup, teardown),
        cmocka_unit_test_setup_teardown(test_redirects, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_refused_redirects, setup, teardown),
        cmocka_unit_test_setup_teardown(test_attachments, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_refused_attachments, setup, teardown),
        cmocka_unit_test_setup_teardown(test_cookies, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refused_cookies, setup, teardown),
        cmocka_unit_test_setup_teardown(test_tags, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_bad_tag_is_not_sent, setup, teardown),
        cmocka_unit_test_setup_teardown(test_public, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
