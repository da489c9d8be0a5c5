/* web/route: which pattern wins, what its parameters are. */
#include "web/route.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Handlers are only compared here, never called. */
static bool handler(struct call *call, struct error *error)
{
    (void)call;
    (void)error;
    return true;
}

static const struct route records[] = {
    {GET, "/records/:kind/:number", handler, 1},
    {GET, "/records/:kind/new", handler, 2},
    {POST, "/records/:kind/new", handler, 3},
    {GET, "/records/:kind", handler, 4},
    {GET, "/records/:kind.json", handler, 5},
    {GET, "/records/:kind/:number/edit", handler, 6},
    {POST, "/records/:kind/:number", handler, 7},
    {GET, "/records", handler, 8},
    {GET, NULL, NULL, 0},
};

static const struct route others[] = {
    {GET, "/manual/*page", handler, 20},
    {GET, "/manual/index", handler, 21},
    {GET, "/", handler, 22},
    {POST, "/logout", handler, 23},
    {GET, "/files/:hash/*name", handler, 24},
    {GET, "/*rest", handler, 25},
    {GET, NULL, NULL, 0},
};

static const struct route many[] = {
    {GET, "/:a/:b/:c/:d/:e/:f/:g/:h", handler, 30},
    {GET, "/:a/:b/:c/:d/:e/:f/:g/:h/:i", handler, 31},
    {GET, NULL, NULL, 0},
};

static const struct route *const tables[] = {records, others, NULL};
static const struct route *const strict[] = {records, NULL};
static const struct route *const wide[] = {many, NULL};

struct found {
    unsigned flags; /* of the route, 0: none */
    bool known;
    struct route_values values;
};

static struct found find(struct arena *arena, const struct route *const where[],
    enum request_method method, const char *path)
{
    struct request request = {.arena = arena, .method = method, .path = path};
    struct found found;
    const struct route *route =
        route_match(where, &request, &found.values, &found.known);

    found.flags = route == NULL ? 0 : route->flags;
    return found;
}

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

static void test_found(void **state)
{
    static const struct {
        enum request_method method;
        const char *path;
        unsigned flags;
    } cases[] = {
        {GET, "/", 22},
        {GET, "/records", 8},
        {HEAD, "/records", 8},
        {GET, "/records/todo", 4},
        {GET, "/records/todo.json", 5},
        {GET, "/records/.json", 4},
        {GET, "/records/todo/17", 1},
        {HEAD, "/records/todo/17", 1},
        {POST, "/records/todo/17", 7},
        {GET, "/records/todo/new", 2},
        {POST, "/records/todo/new", 3},
        {GET, "/records/todo/17/edit", 6},
        {GET, "/manual/index", 21},
        {GET, "/manual/index/x", 20},
        {GET, "/manual/access-control/index", 20},
        {POST, "/logout", 23},
        {GET, "/files/ab/c/d.txt", 24},
        {GET, "/files/ab", 25},
        {GET, "/records/", 25},
        {GET, "/manual/", 25},
        {GET, "//", 25},
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct found found =
            find(*state, tables, cases[i].method, cases[i].path);

        if (found.flags != cases[i].flags)
            fail_msg(
                "%s: %u, not %u", cases[i].path, found.flags, cases[i].flags);
        assert_true(found.known);
    }
}

static void test_values(void **state)
{
    struct found found = find(*state, tables, GET, "/records/todo/17/edit");

    assert_int_equal(found.values.count, 2);
    assert_string_equal(route_value(&found.values, "kind"), "todo");
    assert_string_equal(route_value(&found.values, "number"), "17");
    assert_string_equal(route_value(&found.values, "page"), "");
    assert_string_equal(route_value(&found.values, "kin"), "");
    found = find(*state, tables, GET, "/records/a.b.json");
    assert_string_equal(route_value(&found.values, "kind"), "a.b");
    found = find(*state, tables, GET, "/manual/a/b/c");
    assert_string_equal(route_value(&found.values, "page"), "a/b/c");
    found = find(*state, tables, GET, "/files/ab/my file/é");
    assert_string_equal(route_value(&found.values, "hash"), "ab");
    assert_string_equal(route_value(&found.values, "name"), "my file/é");
}

static void test_not_found(void **state)
{
    static const char *const paths[] = {"/", "/record", "/recordsx",
        "/records/", "//records", "/records//new", "/records/todo/",
        "/records/todo/17/edit/x", "/records/todo/17/", "/Records",
        "/records/todo/17/editx"};

    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        struct found found = find(*state, strict, GET, paths[i]);

        if (found.flags != 0 || found.known)
            fail_msg("%s: %u", paths[i], found.flags);
        assert_int_equal(found.values.count, 0);
    }
}

static void test_wrong_method(void **state)
{
    struct request request = {.arena = *state, .path = "/records"};
    struct found found = find(*state, strict, POST, "/records");

    assert_int_equal(found.flags, 0);
    assert_true(found.known);
    assert_string_equal(route_allow(strict, &request), "GET, HEAD");
    request.path = "/records/todo/new";
    assert_string_equal(route_allow(strict, &request), "GET, HEAD, POST");
    assert_int_equal(find(*state, strict, OTHER, request.path).flags, 0);
    assert_true(find(*state, strict, OTHER, request.path).known);
    request.path = "/nowhere";
    assert_string_equal(route_allow(strict, &request), "");
}

static void test_too_many_parameters(void **state)
{
    struct found found = find(*state, wide, GET, "/1/2/3/4/5/6/7/8");

    assert_int_equal(found.flags, 30);
    assert_string_equal(route_value(&found.values, "h"), "8");
    found = find(*state, wide, GET, "/1/2/3/4/5/6/7/8/9");
    assert_int_equal(found.flags, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_found, setup, teardown),
        cmocka_unit_test_setup_teardown(test_values, setup, teardown),
        cmocka_unit_test_setup_teardown(test_not_found, setup, teardown),
        cmocka_unit_test_setup_teardown(test_wrong_method, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_too_many_parameters, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
