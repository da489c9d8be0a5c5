/* Notes in the browser: written, answered, changed, withdrawn, refused. */
#include "page_fixture.h"
#include "render/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static int setup(void **state)
{
    struct fixture *fixture = fixture_create("2026-11-21T10:00:00Z");

    fixture_add_record(fixture, "todo", "title", "Be quick", "type",
        "corrective", (const char *)NULL);
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static struct page_answer get(struct fixture *fixture, const char *address)
{
    return page_get(fixture, READER, address);
}

static struct page_answer post(
    struct fixture *fixture, const char *path, const char *body)
{
    return page_post(fixture, READER, path, body);
}

static struct page_answer record_page(struct fixture *fixture)
{
    return get(fixture, "/records/todo/1");
}

static void a_note_stands_below_the_record(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer = record_page(fixture);

    page_has(answer.body, "Nobody has written anything yet.");
    answer = post(fixture, "/records/todo/1/notes",
        "body=See+*this*+%5Bto-do%5D%28todo%3A1%29+and+%5Bno%5D%28todo%3A9%29+"
        "%3Cscript%3E");
    page_leads(answer, "/records/todo/1#note-1");
    answer = record_page(fixture);
    page_is(answer, 200);
    page_has(answer.body, "id=\"note-1\"");
    page_has(answer.body, "<em>this</em>");
    page_has(answer.body, "href=\"/note/todo:1\"");
    page_has(answer.body, "ref-broken");
    page_has(answer.body, "&lt;script&gt;");
    page_has(answer.body, "action=\"/records/todo/1/notes\"");
    page_has_not(answer.body, "Nobody has written");
    page_is(
        post(fixture, "/records/todo/1/notes", "body=So+it+is&parent=1"), 303);
    page_is(post(fixture, "/records/todo/1/notes", "body=Next"), 303);
    answer = record_page(fixture);
    assert_true(strstr(answer.body, "So it is") < strstr(answer.body, "Next"));
    page_has(answer.body, "<ol class=\"remarks\"><li><article class=\"remark\" "
                          "id=\"note-2\">");
}

static void who_reads_may_write_when_signed_in(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    post(fixture, "/records/todo/1/notes", "body=Mine");
    answer = page_get(fixture, NOBODY, "/records/todo/1");
    page_has(answer.body, "Mine");
    page_has(answer.body, "/login?next=%2Frecords%2Ftodo%2F1\">Sign in</a>");
    page_has_not(answer.body, "<textarea");
    page_has_not(answer.body, "/notes/1/answer");
    assert_true(
        page_flags(fixture, GET, "/records/todo/1/notes/1") & ROUTE_SIGNED_IN);
    fixture->context.person = "daniel.achterberg";
    answer = record_page(fixture);
    page_has(answer.body, "/notes/1/answer");
    page_has_not(answer.body, "Change or withdraw");
    page_refuses(
        get(fixture, "/records/todo/1/notes/1"), ERROR_FORBIDDEN, NULL);
    page_refuses(post(fixture, "/records/todo/1/notes/1", "body=x&revision=1"),
        ERROR_FORBIDDEN, NULL);
    page_refuses(post(fixture, "/records/todo/1/notes/1", "withdraw=yes"),
        ERROR_FORBIDDEN, NULL);
    page_is(get(fixture, "/records/todo/1/notes/1/answer"), 200);
}

static void what_was_typed_is_kept(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer =
        post(fixture, "/records/todo/1/notes", "body=+%0A");
    char *long_text = arena_alloc(fixture->arena, 16400);

    page_is(answer, 400);
    page_has(answer.body, "The note is empty.");
    page_has(answer.body, "aria-invalid=\"true\"");
    memcpy(long_text, "body=", 5);
    memset(long_text + 5, 'x', 16390);
    answer = post(fixture, "/records/todo/1/notes", long_text);
    page_is(answer, 400);
    page_has(answer.body, "at most 16 KB");
    page_has(answer.body, "xxxxxx</textarea>");
    page_is(post(fixture, "/records/todo/1/notes", "body=First"), 303);
    answer = post(fixture, "/records/todo/1/notes", "body=+&parent=1");
    page_is(answer, 400);
    page_has(answer.body, "name=\"parent\" value=\"1\"");
    page_has(answer.body, "First");
    page_is(
        post(fixture, "/records/todo/1/notes/1", "body=Two&revision=1"), 303);
    answer = post(fixture, "/records/todo/1/notes/1", "body=Three&revision=1");
    page_is(answer, 409);
    page_has(answer.body, "Three</textarea>");
    page_has(answer.body, "The note as it is now");
    page_has(answer.body, "name=\"revision\" value=\"2\"");
}

static void what_is_not_there_is_missing(void **state)
{
    struct fixture *fixture = *state;
    static const char *const paths[] = {"/records/todo/1/notes/9",
        "/records/todo/1/notes/x", "/records/todo/1/notes/01",
        "/records/todo/2/notes/1", "/records/odd/1/notes/1"};

    post(fixture, "/records/todo/1/notes", "body=One");
    for (size_t i = 0; i < 5; i++) {
        page_refuses(get(fixture, paths[i]), ERROR_MISSING, NULL);
        page_refuses(
            post(fixture, paths[i], "body=x&revision=1"), ERROR_MISSING, NULL);
    }
    page_refuses(post(fixture, "/records/todo/1/notes", "body=x&parent=9"),
        ERROR_MISSING, NULL);
    page_refuses(
        post(fixture, "/records/todo/2/notes", "body=x"), ERROR_MISSING, NULL);
    page_refuses(post(fixture, "/records/todo/1/notes/1", "body=x&revision=no"),
        ERROR_INVALID, "revision");
    page_refuses(get(fixture, "/records/todo/1/notes?before=x"), ERROR_INVALID,
        "before");
}

static void a_withdrawn_note_says_so(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    post(fixture, "/records/todo/1/notes", "body=Secret");
    answer = get(fixture, "/records/todo/1/notes/1");
    page_has(answer.body, "Secret</textarea>");
    page_has(answer.body, "Withdraw this note");
    page_is(post(fixture, "/records/todo/1/notes/1", "withdraw=yes"), 303);
    answer = record_page(fixture);
    page_has(answer.body, "This note has been withdrawn.");
    page_has_not(answer.body, "Secret");
    page_has_not(answer.body, "/notes/1");
    page_refuses(get(fixture, "/records/todo/1/notes/1"), ERROR_MISSING, NULL);
    page_refuses(
        get(fixture, "/records/todo/1/notes/1/answer"), ERROR_MISSING, NULL);
}

static void long_discussions_go_on(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    post(fixture, "/records/todo/1/notes", "body=The+very+first");
    for (int i = 0; i < 100; i++)
        post(fixture, "/records/todo/1/notes", "body=More&parent=1");
    answer = record_page(fixture);
    page_has(answer.body, "/records/todo/1/notes?before=2");
    page_has(answer.body, "Answers an earlier note:");
    page_has_not(answer.body, "The very first");
    answer = get(fixture, "/records/todo/1/notes?before=2");
    page_is(answer, 200);
    page_has(answer.body, "The very first");
    page_has(answer.body, "The newest notes");
    page_has_not(answer.body, "note-2\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_note_stands_below_the_record, setup, teardown),
        cmocka_unit_test_setup_teardown(
            who_reads_may_write_when_signed_in, setup, teardown),
        cmocka_unit_test_setup_teardown(
            what_was_typed_is_kept, setup, teardown),
        cmocka_unit_test_setup_teardown(
            what_is_not_there_is_missing, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_withdrawn_note_says_so, setup, teardown),
        cmocka_unit_test_setup_teardown(
            long_discussions_go_on, setup, teardown),
    };

    if (!template_set_folder("templates"))
        return 2;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
