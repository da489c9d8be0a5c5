/* web/request: variables in, a checked request out. */
#include "web/request.h"

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

/* An exchange of up to four variables, given as name, value, ..., NULL. */
static struct fastcgi_exchange exchange(struct arena *arena, ...)
{
    struct fastcgi_variable *variables =
        arena_array(arena, 8, sizeof *variables);
    struct fastcgi_exchange made = {.arena = arena, .variables = variables};
    const char *name;
    va_list names;

    va_start(names, arena);
    while ((name = va_arg(names, const char *)) != NULL) {
        variables[made.variable_count].name = name;
        variables[made.variable_count++].value = va_arg(names, const char *);
    }
    va_end(names);
    return made;
}

static struct request take(struct fastcgi_exchange made)
{
    struct error error = error_create(made.arena);
    struct request request;

    if (!request_read(&made, &request, &error))
        fail_msg("%s", error.message);
    return request;
}

static struct request refuse(
    struct fastcgi_exchange made, enum error_code code, const char *message)
{
    struct error error = error_create(made.arena);
    struct request request;

    assert_false(request_read(&made, &request, &error));
    assert_int_equal(error.code, code);
    assert_non_null(strstr(error.message, message));
    assert_non_null(request.path);
    assert_non_null(request.cookies);
    return request;
}

static void test_nothing_given(void **state)
{
    struct request request = take(exchange(*state, NULL));

    assert_int_equal(request.method, OTHER);
    assert_string_equal(request.path, "/");
    assert_string_equal(request.query_string, "");
    assert_string_equal(request.cookies, "");
    assert_string_equal(request.remote, "");
    assert_string_equal(request.host, "");
    assert_false(request.secure);
    assert_int_equal(request.query.count, 0);
    assert_int_equal(request.form.count, 0);
}

static void test_get(void **state)
{
    struct request request = take(exchange(*state, "REQUEST_METHOD", "GET",
        "PATH_INFO", "/records/todo", "QUERY_STRING", "status=open&q=a+b",
        "REMOTE_ADDR", "192.0.2.7", NULL));

    assert_int_equal(request.method, GET);
    assert_string_equal(request.path, "/records/todo");
    assert_string_equal(request.query_string, "status=open&q=a+b");
    assert_string_equal(form_value(&request.query, "q"), "a b");
    assert_string_equal(request.remote, "192.0.2.7");
}

static void test_methods(void **state)
{
    static const struct {
        const char *name;
        enum request_method method;
    } cases[] = {{"GET", GET}, {"HEAD", HEAD}, {"POST", POST}, {"get", OTHER},
        {"PUT", OTHER}, {"DELETE", OTHER}, {"", OTHER}, {"POSTX", OTHER}};

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(
            take(exchange(*state, "REQUEST_METHOD", cases[i].name, NULL))
                .method,
            cases[i].method);
    assert_string_equal(
        take(exchange(*state, "REQUEST_METHOD", "PUT", NULL)).method_name,
        "PUT");
    assert_string_equal(
        take(exchange(*state, "REQUEST_METHOD", "<b>", NULL)).method_name,
        "OTHER");
    assert_string_equal(take(exchange(*state, NULL)).method_name, "OTHER");
}

static void test_paths(void **state)
{
    static const char *const taken[] = {
        "/", "/a b", "/é", "/a/..b", "/a/b..", "/...", "/a//b", "/%41"};
    static const char *const refused[] = {"a", "..", "/..", "/../a", "/a/..",
        "/a/../b", "/a\nb", "/a\rb", "/a\tb", "/\x01", "/\x7f", "/\xff",
        "/\xc0\xaf", "\xc3\xa9"};

    assert_string_equal(
        take(exchange(*state, "PATH_INFO", "", NULL)).path, "/");
    for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i++)
        assert_string_equal(
            take(exchange(*state, "PATH_INFO", taken[i], NULL)).path, taken[i]);
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        assert_string_equal(
            refuse(exchange(*state, "PATH_INFO", refused[i], NULL),
                ERROR_INVALID, "The address")
                .path,
            "/");
}

static void test_script_name_does_not_matter(void **state)
{
    assert_string_equal(
        take(exchange(*state, "SCRIPT_NAME", "/ims", "PATH_INFO", "/soa", NULL))
            .path,
        "/soa");
}

static void test_bad_query(void **state)
{
    static const char *const queries[] = {"a=%", "a=%00", "a=%ff", "=1"};

    for (size_t i = 0; i < sizeof queries / sizeof queries[0]; i++)
        refuse(exchange(*state, "QUERY_STRING", queries[i], NULL),
            ERROR_INVALID, "The address is wrong after its \"?\": ");
}

static void test_secure(void **state)
{
    assert_true(take(exchange(*state, "HTTPS", "on", NULL)).secure);
    assert_true(take(exchange(*state, "REQUEST_SCHEME", "https", NULL)).secure);
    assert_false(take(exchange(*state, "REQUEST_SCHEME", "http", NULL)).secure);
    assert_false(take(exchange(*state, "HTTPS", "off", NULL)).secure);
    assert_false(
        take(exchange(*state, "HTTP_X_FORWARDED_PROTO", "https", NULL)).secure);
}

static void test_unclean_header_is_dropped(void **state)
{
    struct request request =
        take(exchange(*state, "HTTP_REFERER", "http://a/\xe9",
            "HTTP_USER_AGENT", "a\nb", "HTTP_COOKIE", "s=\x01", NULL));

    assert_string_equal(request.referer, "");
    assert_string_equal(request.user_agent, "");
    assert_string_equal(request.cookies, "");
}

static struct fastcgi_exchange post(
    struct arena *arena, const char *type, const char *body)
{
    struct fastcgi_exchange made = exchange(arena, "REQUEST_METHOD", "POST",
        "PATH_INFO", "/x", "CONTENT_TYPE", type, NULL);

    made.body = text_of(body);
    made.body_state = FASTCGI_BODY_WHOLE;
    return made;
}

static void test_post(void **state)
{
    static const char *const types[] = {"application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=UTF-8",
        "Application/X-WWW-Form-Urlencoded ;charset=utf-8"};

    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        struct request request =
            take(post(*state, types[i], "title=A%0D%0AB&x=1"));

        assert_string_equal(form_value(&request.form, "title"), "A\nB");
        assert_int_equal(request.query.count, 0);
    }
}

static void test_post_of_another_type(void **state)
{
    static const char *const types[] = {"", "text/plain", "application/json",
        "multipart/mixed; boundary=x", "application/x-www-form-urlencode",
        "application/x-www-form-urlencodedx", ";"};

    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        refuse(post(*state, types[i], "a=1"), ERROR_INVALID,
            "must be sent as application/x-www-form-urlencoded");
}

/* Read when the route takes files, and not before. */
static void test_parts(void **state)
{
    struct error error = error_create(*state);
    struct request request =
        take(post(*state, "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n"
            "--x\r\nContent-Disposition: form-data; name=f; filename=c\r\n\r\nd"
            "\r\n--x--"));

    assert_true(request.has_parts);
    assert_int_equal(request.form.count, 0);
    assert_int_equal(request.files.count, 0);
    assert_true(request_read_parts(&request, &error));
    assert_string_equal(form_value(&request.form, "a"), "b");
    assert_string_equal(request.files.files[0].name, "c");
    request = take(post(*state, "multipart/form-data; boundary=x", "a=1"));
    assert_false(request_read_parts(&request, &error));
    assert_int_equal(error.code, ERROR_INVALID);
    assert_non_null(
        strstr(error.message, "Nothing was saved, the form cannot"));
    assert_false(take(post(*state, "application/x-www-form-urlencoded", "a=1"))
                     .has_parts);
}

static void test_post_without_body(void **state)
{
    struct fastcgi_exchange made =
        exchange(*state, "REQUEST_METHOD", "POST", NULL);

    assert_int_equal(take(made).form.count, 0);
}

static void test_bad_bodies(void **state)
{
    const char *type = "application/x-www-form-urlencoded";
    struct fastcgi_exchange made = post(*state, type, "");

    made.body_state = FASTCGI_BODY_TOO_LARGE;
    made.body_limit = 3 * 1024 * 1024;
    refuse(made, ERROR_TOO_LARGE, "larger than this page takes, which is 3 MB");
    made.body_state = FASTCGI_BODY_TRUNCATED;
    refuse(made, ERROR_INVALID, "did not arrive whole");
    made.body_state = FASTCGI_BODY_UNSIZED;
    refuse(made, ERROR_INVALID, "Content-Length");
    assert_string_equal(
        refuse(post(*state, type, "title=%"), ERROR_INVALID, "title").path,
        "/x");
}

static void test_body_of_get_is_not_looked_at(void **state)
{
    struct fastcgi_exchange made =
        exchange(*state, "REQUEST_METHOD", "GET", NULL);

    made.body = text_of("a=%");
    made.body_state = FASTCGI_BODY_WHOLE;
    assert_int_equal(take(made).form.count, 0);
}

static void test_cookies(void **state)
{
    struct request request = take(exchange(*state, "HTTP_COOKIE",
        "session=abc; other=\"q r\";empty=; sessionx=no; session=second;x",
        NULL));

    assert_string_equal(request_cookie(*state, &request, "session"), "abc");
    assert_string_equal(request_cookie(*state, &request, "other"), "q r");
    assert_string_equal(request_cookie(*state, &request, "empty"), "");
    assert_string_equal(request_cookie(*state, &request, "sess"), "");
    assert_string_equal(request_cookie(*state, &request, "x"), "");
    assert_string_equal(request_cookie(*state, &request, "Session"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_nothing_given, setup, teardown),
        cmocka_unit_test_setup_teardown(test_get, setup, teardown),
        cmocka_unit_test_setup_teardown(test_methods, setup, teardown),
        cmocka_unit_test_setup_teardown(test_paths, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_script_name_does_not_matter, setup, teardown),
        cmocka_unit_test_setup_teardown(test_bad_query, setup, teardown),
        cmocka_unit_test_setup_teardown(test_secure, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_unclean_header_is_dropped, setup, teardown),
        cmocka_unit_test_setup_teardown(test_post, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_post_of_another_type, setup, teardown),
        cmocka_unit_test_setup_teardown(test_parts, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_post_without_body, setup, teardown),
        cmocka_unit_test_setup_teardown(test_bad_bodies, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_body_of_get_is_not_looked_at, setup, teardown),
        cmocka_unit_test_setup_teardown(test_cookies, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
