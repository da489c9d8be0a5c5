/* domain/record_rework and record_index_rebuild: every record of a kind is
 * met once and in order, however many parts that takes. */
#include "domain/record_rework.h"

#include "domain/record_index.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* More than two parts, and the last one full. */
enum { RECORDS = 600 };

static int set_up(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    *state = f;
    assert_true(site_begin(&f->context, &f->error));
    for (int i = 0; i < RECORDS; i++)
        fixture_add_record(f, "todo", "title", "T", "priority", "high", NULL);
    fixture_add_record(f, "risk", "title", "R", NULL);
    assert_true(site_commit(&f->context, &f->error));
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

/* Marks the record by its due date, once. */
static bool mark(
    struct context *context, const struct record *record, struct error *error)
{
    assert_true(record->id > 0);
    assert_string_equal(record_value_of(record, "title"), "T");
    return database_run(context->db,
        "update record set dated = dated || 'x' where id = $1",
        VALUES(value_number(record->id)), error);
}

static bool give_up(
    struct context *context, const struct record *record, struct error *error)
{
    (void)context;
    return record->number < 300 ||
           error_set(error, ERROR_INVALID, "enough at %lld", record->number);
}

static long long number_of(struct fixture *f, const char *sql)
{
    long long number = -1;

    assert_true(
        database_number(f->site->db, sql, NO_VALUES, &number, &f->error));
    return number;
}

static void test_all_once(void **state)
{
    struct fixture *f = *state;
    const struct kind *todo = kind_find(f->site, "todo");

    assert_true(site_begin(&f->context, &f->error));
    assert_true(record_rework(&f->context, todo, mark, &f->error));
    assert_true(number_of(f, "select count(*) from record where dated = 'x'") ==
                RECORDS);
    assert_true(number_of(f, "select count(*) from record where dated <> 'x' "
                             "and kind = 'todo'") == 0);
    f->error = error_create(f->arena);
    assert_false(record_rework(&f->context, todo, give_up, &f->error));
    assert_string_equal(f->error.message, "enough at 300");
    site_rollback(&f->context);
}

static void test_rebuilt(void **state)
{
    struct fixture *f = *state;
    long long before = number_of(f, "select count(*) from record_value");

    assert_true(before >= RECORDS);
    assert_true(site_begin(&f->context, &f->error));
    assert_true(database_run(
        f->site->db, "delete from record_value", NO_VALUES, &f->error));
    assert_true(record_index_rebuild(&f->context, NULL, &f->error));
    assert_true(number_of(f, "select count(*) from record_value") == before);
    assert_true(record_index_rebuild(&f->context, NULL, &f->error));
    assert_true(number_of(f, "select count(*) from record_value") == before);
    site_rollback(&f->context);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_all_once),
        EACH(test_rebuilt),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
