/* domain/link: what refers to what, and what leads nowhere. */
#include "domain/link.h"

#include "domain/page.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int set_up(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    fixture_put_page(f, "b.md", "# B\n\n## Part\n\nText.\n");
    fixture_put_page(f, "a.md",
        "# A\n\nSee [B](b.md), [part](b.md#part) and [todo](todo:1).\n\n"
        "## Claim\n\n[9.2.1](meets:27001/9.2.1)\n\n"
        "Line with [none](none.md),\n[gone](todo:99) and [bad](page:x//y).\n");
    fixture_add_record(f, "todo", "title", "First", "source", "page:b audit:7",
        "type", "corrective", NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static long long item(struct fixture *f, const char *ref)
{
    long long id = 0;

    assert_true(
        database_number(f->context.db, "select id from item where ref = $1",
            VALUES(value_text(ref)), &id, &f->error));
    assert_true(id > 0);
    return id;
}

static const struct linked *find(
    const struct linked *links, size_t count, const char *ref)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(links[i].ref, ref) == 0)
            return &links[i];
    }
    return NULL;
}

static void test_from(void **state)
{
    struct fixture *f = *state;
    struct linked *links;
    const struct linked *link;
    size_t count;

    assert_true(link_list_from(
        &f->context, item(f, "page:a"), &links, &count, &f->error));
    assert_int_equal(count, 7);
    link = find(links, count, "page:b#part");
    assert_non_null(link);
    assert_string_equal(link->role, "text");
    assert_string_equal(link->owner_ref, "page:b");
    assert_string_equal(link->owner_title, "B");
    assert_true(link->present && !link->changed);
    link = find(links, count, "clause:27001:2022/9.2.1");
    assert_non_null(link);
    assert_string_equal(link->role, "meets");
    link = find(links, count, "todo:1");
    assert_string_equal(link->status, "open");
    assert_false(find(links, count, "todo:99")->present);
    fixture_put_page(f, "b.md", "# B\n\n## Part\n\nOther text.\n");
    assert_true(link_list_from(
        &f->context, item(f, "page:a"), &links, &count, &f->error));
    assert_true(find(links, count, "page:b#part")->changed);
}

static void test_to(void **state)
{
    struct fixture *f = *state;
    struct linked *links;
    size_t count;

    assert_true(link_list_to(
        &f->context, item(f, "page:b"), 10, &links, &count, &f->error));
    assert_int_equal(count, 3); /* the page twice, of it once its section */
    assert_string_equal(links[0].ref, "todo:1");
    assert_string_equal(links[0].role, "source");
    assert_string_equal(links[0].status, "open");
    assert_string_equal(links[1].owner_ref, "page:a");
    assert_true(link_list_to(
        &f->context, item(f, "page:b"), 1, &links, &count, &f->error));
    assert_int_equal(count, 1);
    assert_true(link_list_to(&f->context, item(f, "clause:27001:2022/9.2.1"),
        10, &links, &count, &f->error));
    assert_int_equal(count, 1);
    assert_string_equal(links[0].ref, "page:a#claim");
    assert_string_equal(links[0].role, "meets");
}

static void is_broken(const struct broken_link *link, const char *place,
    long long line, const char *written, const char *reason)
{
    assert_string_equal(link->place, place);
    assert_true(link->line == line);
    assert_string_equal(link->written, written);
    if (strstr(link->reason, reason) == NULL)
        fail_msg("%s", link->reason);
}

static void test_broken(void **state)
{
    struct fixture *f = *state;
    struct broken_link *links;
    size_t count;

    assert_true(link_list_broken(&f->context, 0, &links, &count, &f->error));
    assert_int_equal(count, 4);
    is_broken(&links[0], "a.md", 9, "none.md", "no page none.md");
    is_broken(&links[1], "a.md", 10, "todo:99", "there is no todo 99");
    is_broken(&links[2], "a.md", 10, "page:x//y", "a page is written");
    is_broken(&links[3], "todo:1", 0, "audit:7", "there is no audit 7");
    assert_string_equal(links[0].owner_ref, "page:a");
    assert_true(link_list_broken(
        &f->context, item(f, "todo:1"), &links, &count, &f->error));
    assert_int_equal(count, 1);
    assert_true(link_list_broken(
        &f->context, item(f, "page:b"), &links, &count, &f->error));
    assert_int_equal(count, 0);
}

/* What comes into being mends the links to it by itself. */
static void test_mended(void **state)
{
    struct fixture *f = *state;
    struct broken_link *links;
    size_t count;

    for (int i = 0; i < 7; i++)
        fixture_add_record(f, "audit", NULL);
    assert_true(link_list_broken(
        &f->context, item(f, "todo:1"), &links, &count, &f->error));
    assert_int_equal(count, 0);
    fixture_put_page(f, "none.md", "# There\n");
    assert_true(link_list_broken(
        &f->context, item(f, "page:a"), &links, &count, &f->error));
    assert_int_equal(count, 2);
}

static void test_clear(void **state)
{
    struct fixture *f = *state;
    struct link_set set;
    struct linked *links;
    size_t count;

    assert_true(site_begin(&f->context, &f->error));
    assert_true(
        link_set_begin(&f->context, item(f, "page:a"), &set, &f->error));
    assert_true(link_set_end(&f->context, &set, &f->error));
    assert_true(site_commit(&f->context, &f->error));
    assert_true(link_list_from(
        &f->context, item(f, "page:a"), &links, &count, &f->error));
    assert_int_equal(count, 0);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_from),
        EACH(test_to),
        EACH(test_broken),
        EACH(test_mended),
        EACH(test_clear),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
