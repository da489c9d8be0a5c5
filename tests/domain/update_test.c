/* domain/update and domain/watch: what happened, and to whom it is told. */
#include "domain/update.h"

#include "domain/note.h"
#include "domain/watch.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    fixture_add_record(f, "todo", "title", "One", "type", "corrective", NULL);
    fixture_add_record(f, "finding", "title", "Two", NULL);
    fixture_change_record(f, "todo", 1LL, "title", "One more", NULL);
    fixture_put_page(f, "index.md", "# Home\n");
    fixture_add_record(f, "todo", "title", "Three", "type", "corrective", NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

/* The refs of a feed with their actions, newest first, in one line. */
static const char *feed(
    struct fixture *f, struct update_filter filter, bool *more)
{
    struct builder out = builder_create(f->arena);
    struct update *list;
    size_t count;

    if (filter.limit == 0)
        filter.limit = 50;
    if (!update_list(&f->context, &filter, &list, &count, more, &f->error))
        fail_msg("%s", f->error.message);
    for (size_t i = 0; i < count; i++)
        builder_format(
            &out, "%s%s %s", i == 0 ? "" : ", ", list[i].ref, list[i].action);
    return builder_string(&out);
}

static long long item(struct fixture *f)
{
    struct record record;
    bool found;

    assert_true(record_read(&f->context, kind_find(f->site, "todo"), 1, &record,
        &found, &f->error));
    return record.id;
}

static void watch(struct fixture *f, const char *scope)
{
    if (!watch_start(&f->context, scope, &f->error))
        fail_msg("%s", f->error.message);
}

static void refused(struct fixture *f, const char *scope, enum error_code code)
{
    assert_false(watch_start(&f->context, scope, &f->error));
    assert_int_equal(f->error.code, code);
    f->error = error_create(f->arena);
}

static void feeds_are_newest_first(void **state)
{
    struct fixture *f = *state;
    long long id;
    bool more;

    assert_true(note_add(&f->context, item(f), 0, "Hm", &id, &f->error));
    assert_string_equal(feed(f, (struct update_filter){.item = 0}, &more),
        "todo:1 noted, todo:2 created, page:index created, todo:1 changed, "
        "finding:1 created, todo:1 created");
    assert_false(more);
    assert_string_equal(feed(f, (struct update_filter){.kind = "todo"}, &more),
        "todo:1 noted, todo:2 created, todo:1 changed, todo:1 created");
    assert_string_equal(feed(f, (struct update_filter){.kind = "page"}, &more),
        "page:index created");
    assert_string_equal(feed(f, (struct update_filter){.item = item(f)}, &more),
        "todo:1 noted, todo:1 changed, todo:1 created");
    assert_string_equal(
        feed(f, (struct update_filter){.kind = "odd"}, &more), "");
}

static void feeds_go_on_from_an_update(void **state)
{
    struct fixture *f = *state;
    struct update_filter filter = {.limit = 2};
    struct update *list;
    size_t count;
    bool more;

    assert_string_equal(
        feed(f, filter, &more), "todo:2 created, page:index created");
    assert_true(more);
    assert_true(
        update_list(&f->context, &filter, &list, &count, &more, &f->error));
    filter.before = list[1].id;
    assert_string_equal(
        feed(f, filter, &more), "todo:1 changed, finding:1 created");
    assert_true(more);
    filter.before -= 2;
    assert_string_equal(feed(f, filter, &more), "todo:1 created");
    assert_false(more);
    filter.before = 1;
    assert_string_equal(feed(f, filter, &more), "");
}

static void updates_bring_both_snapshots(void **state)
{
    struct fixture *f = *state;
    struct update_filter filter = {.item = item(f), .limit = 9};
    struct update *list;
    size_t count;
    bool more;

    assert_true(
        update_list(&f->context, &filter, &list, &count, &more, &f->error));
    assert_non_null(strstr(list[0].snapshot, "One more"));
    assert_non_null(strstr(list[0].before, "\"One\""));
    assert_string_equal(list[1].before, "");
    assert_string_equal(list[0].by_name, "Ines Marchetti");
}

static void what_is_watched_is_told_once(void **state)
{
    struct fixture *f = *state;
    struct update_filter mine = {.person = "ines.marchetti"};
    bool more;

    assert_string_equal(feed(f, mine, &more), "");
    watch(f, "todo:1");
    watch(f, "todo:1");
    assert_string_equal(feed(f, mine, &more), "todo:1 changed, todo:1 created");
    watch(f, "todo");
    watch(f, "page");
    assert_string_equal(feed(f, mine, &more),
        "todo:2 created, page:index created, todo:1 changed, todo:1 created");
    mine.limit = 2;
    assert_string_equal(
        feed(f, mine, &more), "todo:2 created, page:index created");
    assert_true(more);
    mine.limit = 0;
    assert_true(watch_stop(&f->context, "todo", &f->error));
    assert_true(watch_stop(&f->context, "todo", &f->error));
    assert_true(watch_stop(&f->context, "page", &f->error));
    assert_string_equal(feed(f, mine, &more), "todo:1 changed, todo:1 created");
    watch(f, "");
    assert_string_equal(feed(f, mine, &more),
        feed(f, (struct update_filter){.item = 0}, &more));
    mine.person = "daniel.achterberg";
    assert_string_equal(feed(f, mine, &more), "");
}

/* Notes and links count their revisions for themselves: the newest is first,
 * whatever its number. */
static void a_new_note_comes_before_what_is_older(void **state)
{
    struct fixture *f = *state;
    struct update_filter mine = {.person = "ines.marchetti", .limit = 2};
    struct update *list;
    size_t count;
    long long id;
    bool more;

    watch(f, "todo:1");
    for (int i = 0; i < 5; i++)
        fixture_change_record(f, "todo", 1LL, "title",
            arena_format(f->arena, "Change %d", i), NULL);
    assert_true(note_add(&f->context, item(f), 0, "Said.", &id, &f->error));
    assert_true(
        update_list(&f->context, &mine, &list, &count, &more, &f->error));
    assert_int_equal(count, 2);
    assert_true(more);
    assert_string_not_equal(list[0].part, "");
    assert_string_equal(list[1].part, "");
    assert_true(list[0].id > list[1].id);
}

static void only_pages_and_records_are_watched(void **state)
{
    struct fixture *f = *state;
    struct watched *list;
    size_t count;
    bool on;

    refused(f, "todo:99", ERROR_INVALID);
    refused(f, "odd", ERROR_INVALID);
    refused(f, "clause:27001:2022/9.2.2", ERROR_INVALID);
    refused(f, "person:ines.marchetti", ERROR_INVALID);
    watch(f, "page:index");
    assert_true(watch_is_on(
        &f->context, "ines.marchetti", "page:index", &on, &f->error));
    assert_true(on);
    assert_true(watch_is_on(
        &f->context, "daniel.achterberg", "page:index", &on, &f->error));
    assert_false(on);
    assert_true(
        watch_list(&f->context, "ines.marchetti", &list, &count, &f->error));
    assert_int_equal(count, 1);
    assert_string_equal(list[0].title, "Home");
    f->context.person = "";
    refused(f, "todo:1", ERROR_FORBIDDEN);
}

static void nobody_watches_without_end(void **state)
{
    struct fixture *f = *state;

    assert_true(site_begin(&f->context, &f->error));
    for (int i = 0; i < WATCH_LIMIT; i++)
        assert_true(database_run(f->context.db,
            "insert into watch (person, scope, since) "
            "values ('ines.marchetti', $1, '')",
            VALUES(value_text(arena_format(f->arena, "old:%d", i))),
            &f->error));
    assert_true(site_commit(&f->context, &f->error));
    refused(f, "todo:1", ERROR_INVALID);
    assert_true(watch_stop(&f->context, "old:1", &f->error));
    watch(f, "todo:1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            feeds_are_newest_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            feeds_go_on_from_an_update, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            updates_bring_both_snapshots, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            what_is_watched_is_told_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_new_note_comes_before_what_is_older, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            only_pages_and_records_are_watched, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            nobody_watches_without_end, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
