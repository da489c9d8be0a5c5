/* Updates and watching in the browser. */
#include "domain/link_manual.h"
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
    fixture_change_record(fixture, "todo", 1LL, "status", "active", "body",
        "Long <b>text</b>", "due", "2026-12-01", (const char *)NULL);
    fixture_put_page(fixture, "policy.md", "# Policy\n");
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

static struct page_answer watch(struct fixture *fixture, const char *body)
{
    return page_post(fixture, READER, "/watch", body);
}

static void changes_are_said_in_words(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer = get(fixture, "/updates");

    page_is(answer, 200);
    page_has(answer.body, "Today, <time datetime=\"2026-11-21\">21 Nov 2026");
    page_has(answer.body, "Status: <del>Open</del> → <ins>In progress</ins>");
    page_has(answer.body, "Due: <ins>1 Dec 2026</ins>");
    page_has(answer.body, ": written</span>");
    page_has_not(answer.body, "<b>text");
    page_has(answer.body, "recorded</a>");
    page_has(answer.body,
        "/manual/policy?show=history&amp;revision=1\">written</a>");
    answer = get(fixture, "/updates/todo");
    page_has(answer.body, "Be quick");
    page_has_not(answer.body, "policy?show");
    answer = get(fixture, "/updates/page");
    page_has(answer.body, "policy?show");
    page_has_not(answer.body, "Be quick");
    page_is(get(fixture, "/records/todo/1/updates"), 200);
    page_refuses(get(fixture, "/updates/odd"), ERROR_MISSING, NULL);
    page_refuses(get(fixture, "/records/todo/9/updates"), ERROR_MISSING, NULL);
    page_refuses(get(fixture, "/updates?before=-1"), ERROR_INVALID, "before");
    page_refuses(get(fixture, "/updates?mine=2"), ERROR_INVALID, "mine");
}

static void links_of_a_page_are_told(void **state)
{
    struct fixture *f = *state;
    struct link link;
    struct page_answer answer;

    page_is(page_post(f, EDITOR, "/links",
                "from=page%3Apolicy&to=todo%3A1&role=related"),
        303);
    fixture_change_record(f, "todo", 1LL, "title", "Be slow", NULL);
    assert_true(link_read(&f->context, 2, &link, &f->error));
    page_is(page_post(f, EDITOR, "/links/2/affirm",
                arena_format(f->arena,
                    "of=page%%3Apolicy&target=todo%%3A1&fingerprint=%s",
                    link.fingerprint)),
        303);
    answer = get(f, "/updates");
    page_is(answer, 200);
    page_has(answer.body, "linked</a>");
    page_has(answer.body, "affirmed</a>");
    page_has(answer.body, "Related to: ");
    page_has(get(f, "/updates/page").body, "affirmed</a>");
    page_has(get(f, "/updates.json").body, "Related to: ");
}

/* One revision that cannot be read hides none of the others. */
static void others_are_told_beside_a_broken_one(void **state)
{
    static const char *const parts[] = {"", "link:9", "note:1"};
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct page_answer answer;

        assert_true(site_begin(&f->context, &f->error));
        assert_true(database_run(f->context.db,
            "insert into revision (item, kind, part, number, made_at, made_by, "
            "action, why, snapshot, previous, hash) select item, kind, $1, 3, "
            "made_at, '', 'odd', '', '{odd', '', $1 from revision where kind = "
            "'todo' "
            "and number = 1 limit 1",
            VALUES(value_text(parts[i])), &f->error));
        assert_true(site_commit(&f->context, &f->error));
        answer = get(f, "/updates");
        page_is(answer, 200);
        page_has(answer.body, "What was kept of this cannot be read.");
        page_has(answer.body, "Status: <del>Open</del>");
        page_is(get(f, "/updates.json"), 200);
    }
}

static void notes_are_told_until_withdrawn(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    page_post(fixture, READER, "/records/todo/1/notes",
        "body=Is+%5Bit%5D%28todo%3A1%29+so%3F");
    answer = get(fixture, "/records/todo/1/updates");
    page_has(answer.body, "“Is it so?”");
    page_has(answer.body, "/records/todo/1#note-1\">note written</a>");
    page_post(fixture, READER, "/records/todo/1/notes/1", "withdraw=yes");
    answer = get(fixture, "/records/todo/1/updates");
    page_has(answer.body, "note withdrawn</a>");
    page_has_not(answer.body, "Is it so?");
    answer = get(fixture, "/updates.json");
    page_has_not(answer.body, "Is it so?");
}

static void programs_get_the_same(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer = get(fixture, "/updates/todo.json");

    page_is(answer, 200);
    page_has(answer.body, "{\"field\":\"status\",\"label\":\"Status\","
                          "\"before\":\"Open\",\"after\":\"In progress\"}");
    page_has(answer.body, "\"ref\":\"todo:1\"");
    page_has(answer.body, "\"action\":\"created\"");
    page_has_not(answer.body, "page:policy");
    page_is(get(fixture, "/updates.json"), 200);
    page_is(get(fixture, "/records/todo/1/updates.json"), 200);
    page_refuses(get(fixture, "/updates/odd.json"), ERROR_MISSING, NULL);
    page_refuses(page_get(fixture, NOBODY, "/updates.json?mine=1"),
        ERROR_FORBIDDEN, NULL);
}

static void feeds_are_paged(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    for (int i = 0; i < 60; i++)
        fixture_add_record(fixture, "todo", "title", "Many", "type",
            "corrective", (const char *)NULL);
    answer = get(fixture, "/updates/todo");
    page_has(answer.body, "rel=\"next\"");
    page_has(answer.body, "/updates/todo?before=14\"");
    page_has_not(answer.body, "Be quick");
    answer = get(fixture, "/updates/todo?before=14");
    page_has(answer.body, "Be quick");
    page_has(answer.body, "Newest");
    page_has_not(answer.body, "rel=\"next\"");
    answer = get(fixture, "/updates?before=1");
    page_has(answer.body, "Nothing older is recorded.");
}

static void what_is_watched_has_a_feed(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    page_has(get(fixture, "/updates?mine=1").body, "You watch nothing yet");
    page_has(get(fixture, "/records/todo/1").body, ">Watch<");
    answer = watch(fixture, "scope=todo%3A1&watch=yes");
    page_leads(answer, "/records/todo/1\r\n");
    page_has(get(fixture, "/records/todo/1").body, ">Stop watching<");
    page_has(get(fixture, "/records/todo").body, ">Watch<");
    answer = watch(fixture, "scope=todo&watch=yes");
    page_has(answer.head, "/records/todo\r\n");
    page_has(watch(fixture, "scope=&watch=yes").head, "/updates\r\n");
    answer = get(fixture, "/updates?mine=1");
    page_has(answer.body, "You watch 3 things");
    page_has(answer.body, "Be quick");
    watch(fixture, "scope=&watch=no");
    page_has(get(fixture, "/updates").body, ">Watch<");
    page_has(get(fixture, "/updates?mine=1").body, "You watch 2 things");
    page_has(
        watch(fixture, "scope=%2F%2Felsewhere&watch=no").head, "mine=1\r\n");
    page_refuses(watch(fixture, "scope=odd&watch=yes"), ERROR_INVALID, "scope");
    page_refuses(
        watch(fixture, "scope=todo&watch=odd"), ERROR_INVALID, "watch");
}

static void nobody_watches_nothing(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    answer = page_get(fixture, NOBODY, "/updates");
    page_is(answer, 200);
    page_has_not(answer.body, "Watch");
    page_has_not(answer.body, "What you watch");
    answer = page_get(fixture, NOBODY, "/updates?mine=1");
    page_leads(answer, "/login?next=%2Fupdates%3Fmine%3D1");
    page_refuses(page_post(fixture, NOBODY, "/watch", "scope=todo&watch=yes"),
        ERROR_FORBIDDEN, NULL);
    assert_true(page_flags(fixture, POST, "/watch") & ROUTE_SIGNED_IN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            changes_are_said_in_words, setup, teardown),
        cmocka_unit_test_setup_teardown(
            links_of_a_page_are_told, setup, teardown),
        cmocka_unit_test_setup_teardown(
            others_are_told_beside_a_broken_one, setup, teardown),
        cmocka_unit_test_setup_teardown(
            notes_are_told_until_withdrawn, setup, teardown),
        cmocka_unit_test_setup_teardown(programs_get_the_same, setup, teardown),
        cmocka_unit_test_setup_teardown(feeds_are_paged, setup, teardown),
        cmocka_unit_test_setup_teardown(
            what_is_watched_has_a_feed, setup, teardown),
        cmocka_unit_test_setup_teardown(
            nobody_watches_nothing, setup, teardown),
    };

    if (!template_set_folder("templates"))
        return 2;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
