/* domain/search: nothing typed is taken for the index's own language. */
#include "domain/search.h"

#include "domain/resolve.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void put(struct fixture *f, const char *ref, const char *kind,
    const char *title, const char *body)
{
    long long id;

    assert_true(
        resolve_put_item(&f->context, ref, kind, title, "", &id, &f->error));
    assert_true(search_put(&f->context, ref, kind, title, body, &f->error));
}

static int set_up(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");

    assert_true(site_begin(&f->context, &f->error));
    put(f, "page:t1", "page", "Quokka drill", "Where the wombat sleeps");
    put(f, "page:t2", "page", "Other", "A quokka and a wombat, A.8.13");
    put(f, "todo:7", "todo", "Mend", "quokka Übung");
    assert_true(site_commit(&f->context, &f->error));
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static const char *found(struct fixture *f, const char *words, const char *kind)
{
    struct builder out = builder_create(f->arena);
    struct search_hit *hits;
    size_t count;

    if (!search_find(&f->context, words, kind, 10, 0, &hits, &count, &f->error))
        fail_msg("%s: %s", words, f->error.message);
    for (size_t i = 0; i < count; i++)
        builder_format(&out, "%s%s", i == 0 ? "" : " ", hits[i].ref);
    return builder_string(&out);
}

static void test_found(void **state)
{
    struct fixture *f = *state;

    assert_string_equal(found(f, "quokka wombat", "page"), "page:t1 page:t2");
    assert_string_equal(found(f, "QUOKKA mend", ""), "todo:7");
    assert_string_equal(found(f, "quok", "todo"), "todo:7");
    assert_string_equal(found(f, "ubung", "todo"), "todo:7");
    assert_string_equal(found(f, "drill quok", "page"), "page:t1");
    assert_string_equal(found(f, "quok drill", "page"), "");
    assert_string_equal(found(f, "quokka giraffe", ""), "");
    assert_string_equal(found(f, "A.8.13", "page"), "page:t2");
}

/* A clause that the site works to comes first, however well another fits. */
static void test_scope_first(void **state)
{
    struct fixture *f = *state;
    const char *before = found(f, "audit", "clause");
    const char *after;

    assert_true(string_begins(before, "clause:27001:2022/"));
    assert_true(database_run(f->context.db,
        "update standard set scope = case when id = '9001:2015' then 1 "
        "else 0 end",
        NO_VALUES, &f->error));
    after = found(f, "audit", "clause");
    assert_true(string_begins(after, "clause:9001:2015/"));
    assert_null(strstr(after, "clause:9001:2026/"));
    assert_null(strstr(before, "clause:9001:2015/"));
}

static void test_no_language(void **state)
{
    static const char *const words[] = {"", " ", "\"", "\"\"", "*", "^", "( )",
        "NEAR(", "OR", "AND NOT", "title:x", "-", "+", ".", "..", "…", "'; --",
        "\"quokka", "{a b}: c", ":", "\\", "%", "_", "😀", "quokka* OR",
        "NEAR(quokka wombat, 5)"};
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        found(f, words[i], "");
    assert_string_equal(found(f, "", ""), "");
    assert_string_equal(found(f, "?!", ""), "");
    assert_string_equal(
        search_match(f->arena, "fire  plan"), "\"fire\" \"plan\"*");
    assert_string_equal(search_match(f->arena, "?!"), "");
}

/* Excerpts of hundreds of words would take a minute: no more than 12 count. */
static void test_many_words(void **state)
{
    struct fixture *f = *state;
    struct builder words = builder_create(f->arena);
    size_t quotes = 0;

    for (int i = 0; i < 400; i++)
        builder_put(&words, "quokka ");
    for (const char *p = search_match(f->arena, builder_string(&words));
         *p != '\0'; p++)
        quotes += *p == '"';
    assert_int_equal(quotes, 2 * 12);
    assert_string_equal(
        found(f, builder_string(&words), "page"), found(f, "quokka", "page"));
}

static void test_pages_of_hits(void **state)
{
    struct fixture *f = *state;
    struct search_hit *hits;
    size_t count;

    assert_true(search_find(
        &f->context, "quokka", "page", 1, 0, &hits, &count, &f->error));
    assert_int_equal(count, 1);
    assert_string_equal(hits[0].ref, "page:t1"); /* the title counts more */
    assert_string_equal(hits[0].title, "Quokka drill");
    assert_non_null(strstr(hits[0].excerpt, "wombat"));
    assert_true(search_find(
        &f->context, "quokka", "page", 1, 1, &hits, &count, &f->error));
    assert_string_equal(hits[0].ref, "page:t2");
    assert_true(search_find(
        &f->context, "quokka", "page", 1, 2, &hits, &count, &f->error));
    assert_int_equal(count, 0);
}

static void test_replaced_and_removed(void **state)
{
    struct fixture *f = *state;

    assert_true(site_begin(&f->context, &f->error));
    put(f, "todo:7", "todo", "Mend", "wallaby");
    assert_string_equal(found(f, "quokka", "todo"), "");
    assert_string_equal(found(f, "wallaby", "todo"), "todo:7");
    assert_true(search_remove(&f->context, "todo:7", &f->error));
    assert_string_equal(found(f, "wallaby", "todo"), "");
    assert_true(search_remove(&f->context, "todo:99", &f->error));
    site_rollback(&f->context);
    assert_string_equal(found(f, "quokka", "todo"), "todo:7");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found),
        cmocka_unit_test(test_scope_first),
        cmocka_unit_test(test_no_language),
        cmocka_unit_test(test_many_words),
        cmocka_unit_test(test_pages_of_hits),
        cmocka_unit_test(test_replaced_and_removed),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
