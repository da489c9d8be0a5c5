/* domain/history: the chain holds, and shows where it was tampered with. */
#include "domain/history.h"

#include "domain/activity.h"
#include "domain/record.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    for (int i = 0; i < 4; i++)
        fixture_add_record(f, "todo", "type", "corrective", NULL);
    fixture_change_record(f, "todo", 2LL, "title", "Changed", NULL);
    fixture_put_page(f, "index.md", "# Home\n");
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static const char *verify(struct fixture *f)
{
    const char *problem;
    long long count;

    if (!history_verify(&f->context, &count, &problem, &f->error))
        fail_msg("%s", f->error.message);
    return problem;
}

static void tamper(struct fixture *f, const char *sql)
{
    if (!database_script(f->context.db, sql, NULL, &f->error))
        fail_msg("%s", f->error.message);
}

static void test_whole(void **state)
{
    struct fixture *f = *state;
    const char *problem;
    long long count;

    assert_true(history_verify(&f->context, &count, &problem, &f->error));
    assert_string_equal(problem, "");
    assert_true(count >= 6);
}

static void test_list(void **state)
{
    struct fixture *f = *state;
    struct revision *list;
    struct revision one;
    long long item = 0;
    size_t count;
    bool found;

    assert_true(database_number(f->context.db,
        "select id from item where ref = 'todo:2'", NO_VALUES, &item,
        &f->error));
    assert_true(history_list(
        &f->context, item, false, 10, 0, &list, &count, &f->error));
    assert_int_equal(count, 2);
    assert_true(list[0].number == 2 && list[1].number == 1);
    assert_string_equal(list[0].snapshot, "");
    assert_string_equal(list[1].action, "created");
    assert_string_equal(list[0].by_name, "Ines Marchetti");
    assert_true(
        history_list(&f->context, item, true, 1, 1, &list, &count, &f->error));
    assert_int_equal(count, 1);
    assert_true(list[0].number == 1);
    assert_non_null(strstr(list[0].snapshot, "A test"));
    assert_true(history_read(&f->context, item, 2, &one, &found, &f->error));
    assert_true(found);
    assert_non_null(strstr(one.snapshot, "Changed"));
    assert_true(history_read(&f->context, item, 3, &one, &found, &f->error));
    assert_false(found);
}

#define THIRD "(select id from revision order by id limit 1 offset 2)"
#define FOURTH "(select id from revision order by id limit 1 offset 3)"

static void test_changed_rows(void **state)
{
    static const char *const changes[] = {
        "update revision set snapshot = '{}' where id = " THIRD,
        "update revision set why = 'x' where id = " THIRD,
        "update revision set made_by = 'x' where id = " THIRD,
        "update revision set made_at = '2026-01-01' where id = " THIRD,
        "update revision set action = 'approved' where id = " THIRD,
        "update revision set number = 77 where id = " THIRD,
        "update revision set hash = previous where id = " THIRD,
        "update revision set previous = hash where id = " THIRD,
        "update revision set item = (select id from item where ref = "
        "'person:ines.marchetti') "
        "where id = " THIRD,
        "delete from revision where id = " THIRD,
        "delete from revision where id = (select min(id) from revision)",
        "update item set ref = 'todo:99' where ref = 'todo:2'",
        "update revision set id = -1 where id = " FOURTH ";"
        "update revision set id = 1000 where id = " THIRD,
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        assert_true(site_begin(&f->context, &f->error));
        tamper(f, changes[i]);
        if (strstr(verify(f), "does not fit the chain") == NULL)
            fail_msg("not found: %s", changes[i]);
        site_rollback(&f->context);
        assert_string_equal(verify(f), "");
    }
}

static void test_names_the_place(void **state)
{
    struct fixture *f = *state;

    tamper(f, "update revision set snapshot = '{}' where number = 2 and item "
              "= (select id from item where ref = 'todo:2')");
    assert_string_equal(
        verify(f), "revision 2 of todo:2 does not fit the chain");
}

static void test_activity(void **state)
{
    struct fixture *f = *state;
    struct activity *list;
    size_t count;

    fixture_change_record(f, "todo", 1LL, "due", "2026-11-30", NULL);
    fixture_change_record(f, "todo", 3LL, "due", "2026-11-21", NULL);
    fixture_change_record(
        f, "todo", 4LL, "due", "2026-11-25", "status", "closed", NULL);
    fixture_change_record(f, "todo", 2LL, "due", "2026-11-01", NULL);
    assert_true(activity_list_latest(&f->context, 3, &list, &count, &f->error));
    assert_int_equal(count, 3);
    assert_string_equal(list[0].ref, "todo:2");
    assert_string_equal(list[0].by, "Ines Marchetti");
    assert_string_equal(list[1].ref, "todo:4");
    assert_true(
        activity_list_coming(&f->context, 10, &list, &count, &f->error));
    assert_int_equal(count, 2);
    assert_string_equal(list[0].ref, "todo:3"); /* today counts */
    assert_string_equal(list[1].ref, "todo:1");
    assert_true(activity_list_owned(
        &f->context, "ines.marchetti", 10, &list, &count, &f->error));
    assert_int_equal(count, 3);
    assert_string_equal(list[0].ref, "todo:2");
    assert_true(activity_list_owned(
        &f->context, "nobody", 10, &list, &count, &f->error));
    assert_int_equal(count, 0);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_whole),
        EACH(test_list),
        EACH(test_changed_rows),
        EACH(test_names_the_place),
        EACH(test_activity),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
