/* What refers to an item: of very many of one kind and status the newest, and
 * then whatever comes behind them. */
#include "conformance_fixture.h"
#include "domain/conformance_marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#define NOW "2026-11-21T10:00:00Z"

enum { MOST = 5, MANY = 100 };

static const char insert[] =
    "insert into link (source, owner, role, target, written, line, "
    "fingerprint, kind, status, evidence_on) "
    "with recursive n(i) as (select 1 union all select i + 1 from n "
    "where i < $3) select target, target + i, 'clauses', target, '', 0, '', "
    "$1, $2, '2026-0' || (1 + i % 9) || '-14' "
    "from (select min(id) as target from item), n";

static void put(
    struct fixture *f, const char *kind, const char *status, long long count)
{
    conformance_must(site_begin(&f->context, &f->error) &&
                         database_run(f->context.db, insert,
                             VALUES(value_text(kind), value_text(status),
                                 value_number(count)),
                             &f->error) &&
                         site_commit(&f->context, &f->error),
        &f->error, status);
}

/* How many records of the class are in the list, the newest first. */
static size_t count_of(
    const struct mark_list *list, const char *kind, const char *status)
{
    size_t count = 0;

    for (size_t i = 0; i < list->count; i++) {
        const struct mark *mark = &list->marks[i];

        if (!string_equals(mark->class->kind, kind) ||
            !string_equals(mark->class->status, status))
            continue;
        assert_true(count == 0 || list->marks[i - 1].date >= mark->date);
        count++;
    }
    return count;
}

static struct mark_list read_list(struct fixture *f, size_t targets)
{
    struct marks *marks = marks_create(&f->context, "2026-11-21", MOST);
    struct mark_list list = {.count = 0};
    long long item = 0;

    conformance_must(database_number(f->context.db, "select min(id) from item",
                         NO_VALUES, &item, &f->error) &&
                         marks_prepare(marks, item, item, targets, &f->error) &&
                         marks_read(marks, item, &list, &f->error),
        &f->error, "marks_read");
    return list;
}

/* Names that begin alike stand next to each other in the index. */
static void leaps_to_the_next_status_and_not_beyond(void **state)
{
    struct fixture *f = fixture_create(NOW);
    struct mark_list list;

    (void)state;
    put(f, "todo", "open", MANY);
    put(f, "todo", "open-ended", 3);
    put(f, "todo", "open_again", MANY);
    put(f, "todo", "opened", 2);
    put(f, "todo2", "open", 1);
    list = read_list(f, 0);
    assert_true(list.cut);
    assert_int_equal(count_of(&list, "todo", "open"), MOST);
    assert_int_equal(count_of(&list, "todo", "open-ended"), 3);
    assert_int_equal(count_of(&list, "todo", "open_again"), MOST);
    assert_int_equal(count_of(&list, "todo", "opened"), 2);
    assert_int_equal(count_of(&list, "todo2", "open"), 1);
    assert_int_equal(list.count, 2 * MOST + 3 + 2 + 1);
    fixture_destroy(f);
}

static void reads_all_in_one_go(void **state)
{
    struct fixture *f = fixture_create(NOW);
    struct mark_list list;

    (void)state;
    put(f, "todo", "open", MANY);
    put(f, "todo", "opened", 2);
    list = read_list(f, SIZE_MAX);
    assert_false(list.cut);
    assert_int_equal(count_of(&list, "todo", "open"), MANY);
    assert_int_equal(count_of(&list, "todo", "opened"), 2);
    fixture_destroy(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaps_to_the_next_status_and_not_beyond),
        cmocka_unit_test(reads_all_in_one_go),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
