/* domain/sent: a form sent twice makes one thing, another form another. */
#include "domain/sent.h"

#include "domain/note.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define FORM "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define OTHER "1123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static int set_up(void **state)
{
    *state = fixture_create("2026-11-21T10:00:00Z");
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static long long count(struct fixture *f, const char *sql)
{
    long long number = -1;

    assert_true(
        database_number(f->context.db, sql, NO_VALUES, &number, &f->error));
    return number;
}

static long long add(struct fixture *f, const char *form, const char *title)
{
    f->context.form = form;
    return fixture_add_record(
        f, "todo", "title", title, "type", "corrective", NULL);
}

static void tokens(void **state)
{
    (void)state;
    assert_true(sent_is_token(FORM));
    assert_false(sent_is_token(""));
    assert_false(sent_is_token("0123"));
    assert_false(sent_is_token(FORM "0"));
    assert_false(sent_is_token("x" FORM));
    assert_false(sent_is_token(
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeF"));
}

static void a_record_is_made_once(void **state)
{
    struct fixture *f = *state;

    assert_int_equal(add(f, FORM, "One"), 1);
    assert_int_equal(add(f, FORM, "One"), 1);
    assert_int_equal(count(f, "select count(*) from record"), 1);
    assert_int_equal(count(f, "select count(*) from revision"), 1);
    assert_int_equal(count(f, "select count(*) from search where search match "
                              "'corrective' and kind = 'todo'"),
        1);
    /* What it made may have gone on since. */
    fixture_change_record(f, "todo", 1, "title", "Once", NULL);
    assert_int_equal(add(f, FORM, "One"), 1);
    assert_int_equal(count(f, "select revision from record"), 2);
}

static void other_things_are_made(void **state)
{
    struct fixture *f = *state;

    assert_int_equal(add(f, FORM, "One"), 1);
    assert_int_equal(add(f, FORM, "Two"), 2);
    assert_int_equal(add(f, OTHER, "One"), 3);
    assert_int_equal(add(f, "", "One"), 4);
    assert_int_equal(add(f, "", "One"), 5);
    f->context.person = "tom.okafor";
    assert_int_equal(add(f, FORM, "One"), 6);
    f->context.form = FORM;
    fixture_add_record(f, "audit", NULL);
    fixture_add_record(f, "review", NULL);
    assert_int_equal(count(f, "select count(*) from record"), 8);
    assert_int_equal(
        count(f, "select count(*) from record where kind = 'review'"), 1);
    assert_int_equal(count(f, "select count(*) from sent"), 6);
}

/* Nothing is noted of what was not made. */
static void what_failed_is_made_later(void **state)
{
    struct fixture *f = *state;

    f->context.form = FORM;
    assert_true(site_begin(&f->context, &f->error));
    assert_int_equal(add(f, FORM, "One"), 1);
    site_rollback(&f->context);
    assert_int_equal(count(f, "select count(*) from sent"), 0);
    assert_int_equal(add(f, FORM, "One"), 1);
    assert_int_equal(count(f, "select count(*) from record"), 1);
}

static void it_is_forgotten_the_day_after(void **state)
{
    struct fixture *f = *state;

    add(f, FORM, "One");
    fixture_set_now(f, "2026-11-22T23:00:00Z");
    assert_int_equal(add(f, FORM, "One"), 1);
    add(f, OTHER, "Two");
    assert_int_equal(count(f, "select count(*) from sent"), 2);
    fixture_set_now(f, "2026-11-23T01:00:00Z");
    assert_int_equal(add(f, OTHER, "Two"), 2);
    assert_int_equal(add(f, FORM, "One"), 3);
    assert_int_equal(count(f, "select count(*) from sent"), 2);
}

static long long say(struct fixture *f, const char *form, long long item,
    long long parent, const char *body)
{
    long long id = 0;

    f->context.form = form;
    if (!note_add(&f->context, item, parent, body, &id, &f->error))
        fail_msg("%s", f->error.message);
    return id;
}

static void a_note_is_written_once(void **state)
{
    struct fixture *f = *state;
    long long one;
    long long other;
    long long item;

    add(f, "", "One");
    item = count(f, "select id from record where number = 1");
    add(f, "", "Two");
    other = count(f, "select id from record where number = 2");
    one = say(f, FORM, item, 0, "Seen.");
    assert_int_equal(say(f, FORM, item, 0, "Seen.\r\n"), one);
    assert_int_equal(count(f, "select count(*) from note"), 1);
    assert_int_not_equal(say(f, FORM, item, 0, "Seen, too."), one);
    assert_int_not_equal(say(f, FORM, item, one, "Seen."), one);
    assert_int_not_equal(say(f, FORM, other, 0, "Seen."), one);
    assert_int_not_equal(say(f, OTHER, item, 0, "Seen."), one);
    assert_int_not_equal(say(f, "", item, 0, "Seen."), one);
    assert_int_equal(count(f, "select count(*) from note"), 6);
    /* One that was taken back is written anew, once. */
    assert_true(note_withdraw(
        &f->context, &(struct note){.id = one, .item = item}, &f->error));
    other = say(f, FORM, item, 0, "Seen.");
    assert_int_not_equal(other, one);
    assert_int_equal(say(f, FORM, item, 0, "Seen."), other);
    assert_int_equal(count(f, "select count(*) from note"), 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens),
        cmocka_unit_test_setup_teardown(
            a_record_is_made_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            other_things_are_made, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            what_failed_is_made_later, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            it_is_forgotten_the_day_after, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_note_is_written_once, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
