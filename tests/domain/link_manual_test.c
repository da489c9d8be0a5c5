/* domain/link_manual: links by hand, what is refused, and the suspect mark
 * from the change of the target to its affirming. */
#include "domain/link_manual.h"

#include "domain/history.h"
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

    *state = f;
    f->context.person = "ines.marchetti";
    fixture_put_page(f, "a.md", "# A\n\n## Part\n\nText.\n");
    fixture_add_record(f, "todo", "title", "One", NULL);
    fixture_add_record(f, "todo", "title", "Two", NULL);
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
        database_number(f->site->db, "select id from item where ref = $1",
            VALUES(value_text(ref)), &id, &f->error));
    assert_true(id > 0);
    return id;
}

static long long add(
    struct fixture *f, const char *from, const char *to, const char *role)
{
    long long id = 0;

    f->error = error_create(f->arena);
    if (!link_manual_add(&f->context, from, to, role, &id, &f->error))
        fail_msg("%s", f->error.message);
    return id;
}

static long long number(struct fixture *f, const char *sql)
{
    long long value = 0;

    assert_true(
        database_number(f->site->db, sql, NO_VALUES, &value, &f->error));
    return value;
}

static long long revisions_of_all(struct fixture *f)
{
    return number(f, "select count(*) from revision");
}

static void refuses(struct fixture *f, const char *from, const char *to,
    const char *role, const char *field, const char *message)
{
    long long id = 0;
    long long before = revisions_of_all(f);

    f->error = error_create(f->arena);
    assert_false(link_manual_add(&f->context, from, to, role, &id, &f->error));
    assert_string_equal(f->error.field, field);
    if (strstr(f->error.message, message) == NULL)
        fail_msg("%s", f->error.message);
    f->error = error_create(f->arena);
    assert_true(revisions_of_all(f) == before);
}

static void test_both_ends(void **state)
{
    struct fixture *f = *state;
    struct link *links;
    size_t count;
    long long id = add(f, "page:a#part", "todo:1", "supports");

    assert_true(link_list_of(&f->context, item(f, "page:a#part"), true, 10,
        &links, &count, &f->error));
    assert_int_equal(count, 1);
    assert_true(links[0].id == id && links[0].manual && !links[0].suspect);
    assert_string_equal(links[0].target, "todo:1");
    assert_string_equal(links[0].made_at, "2026-11-21T10:00:00Z");
    assert_true(link_list_of(
        &f->context, item(f, "todo:1"), false, 10, &links, &count, &f->error));
    assert_int_equal(count, 1);
    assert_string_equal(links[0].source, "page:a#part");
    assert_string_equal(links[0].role, "supports");
}

static void test_refusals(void **state)
{
    struct fixture *f = *state;

    add(f, "todo:1", "todo:2", "related");
    refuses(f, "todo:1", "todo:2", "related", "to", "already");
    refuses(f, "todo:1", "todo:1", "related", "to", "to itself");
    refuses(f, "todo:1", "todo:9", "related", "to", "leads nowhere");
    refuses(f, "todo:9", "todo:1", "related", "from", "leads nowhere");
    refuses(f, "todo:1", "rubbish", "related", "to", "leads nowhere");
    refuses(f, "todo:1", "", "related", "to", "leads nowhere");
    refuses(f, "todo:1", "page:a", "adores", "role", "not one of the ways");
    add(f, "todo:1", "todo:2", "supports");
}

static void test_survives_saving(void **state)
{
    struct fixture *f = *state;
    struct record record;
    struct link link;
    bool found;
    long long id = add(f, "todo:1", "todo:2", "related");

    assert_true(record_read(&f->context, kind_find(f->site, "todo"), 1, &record,
        &found, &f->error));
    record.values[record.kind->title] = "Other";
    assert_true(record_save(&f->context, &record, "", &f->error));
    assert_true(link_read(&f->context, id, &link, &f->error));
}

/* Suspect when what the target says has changed, not when its status has. */
static void test_suspect(void **state)
{
    struct fixture *f = *state;
    const struct kind *kind = kind_find(f->site, "todo");
    struct record record;
    struct link link;
    bool found;
    long long id = add(f, "todo:1", "todo:2", "related");

    assert_true(record_read(&f->context, kind, 2, &record, &found, &f->error));
    record.values[kind->due] = "2026-12-24";
    assert_true(record_save(&f->context, &record, "", &f->error));
    assert_true(link_read(&f->context, id, &link, &f->error));
    assert_false(link.suspect);
    record.values[kind->title] = "Two, but otherwise";
    assert_true(record_save(&f->context, &record, "", &f->error));
    assert_true(link_read(&f->context, id, &link, &f->error));
    assert_true(link.suspect);
    assert_true(link_affirm(&f->context, id, link.fingerprint, &f->error));
    assert_true(link_read(&f->context, id, &link, &f->error));
    assert_false(link.suspect);
    assert_string_equal(link.affirmed_at, "2026-11-21T10:00:00Z");
}

static struct link read_link(struct fixture *f, long long id)
{
    struct link link;

    assert_true(link_read(&f->context, id, &link, &f->error));
    return link;
}

static void does_not_affirm(
    struct fixture *f, long long id, const char *fingerprint)
{
    long long before = revisions_of_all(f);

    f->error = error_create(f->arena);
    assert_false(link_affirm(&f->context, id, fingerprint, &f->error));
    assert_int_equal(f->error.code, ERROR_CONFLICT);
    assert_non_null(
        strstr(f->error.message, "What todo:2 says was changed again"));
    f->error = error_create(f->arena);
    assert_true(revisions_of_all(f) == before);
    assert_true(read_link(f, id).suspect);
    assert_string_equal(read_link(f, id).affirmed_at, "");
    assert_true(number(f, "select count(*) from link where suspect = 1") == 1);
}

/* Nobody says that a link holds for words they have not seen. */
static void test_affirms_what_was_read(void **state)
{
    struct fixture *f = *state;
    struct link seen;
    long long before;
    long long id = add(f, "todo:1", "todo:2", "related");
    const char *made = read_link(f, id).fingerprint;

    fixture_change_record(f, "todo", 2LL, "title", "Two, otherwise", NULL);
    seen = read_link(f, id);
    assert_string_equal(seen.source_kind, "todo");
    fixture_change_record(f, "todo", 2LL, "title", "Two, not at all", NULL);
    does_not_affirm(f, id, seen.fingerprint);
    does_not_affirm(f, id, made);
    does_not_affirm(f, id, "");
    before = revisions_of_all(f);
    seen = read_link(f, id);
    assert_true(link_affirm(&f->context, id, seen.fingerprint, &f->error));
    assert_true(revisions_of_all(f) == before + 1);
    assert_false(read_link(f, id).suspect);
    assert_true(number(f, "select count(*) from link where suspect = 1") == 0);
}

static void affirms_nothing(
    struct fixture *f, long long id, const char *fingerprint)
{
    static const char generation[] =
        "select cast(value as integer) from setting where name = 'generation'";
    long long revisions = revisions_of_all(f);
    long long before = number(f, generation);
    struct link link = read_link(f, id);

    fixture_set_now(f, "2026-11-23T10:00:00Z");
    assert_true(link_affirm(&f->context, id, fingerprint, &f->error));
    assert_false(database_is_writing(f->context.db));
    assert_true(revisions_of_all(f) == revisions);
    assert_true(number(f, generation) == before);
    assert_string_equal(read_link(f, id).affirmed_at, link.affirmed_at);
}

/* A second press, or somebody else's, is no second affirmation. */
static void test_not_suspect_any_more(void **state)
{
    struct fixture *f = *state;
    struct link seen;
    long long id = add(f, "todo:1", "todo:2", "related");

    affirms_nothing(f, id, read_link(f, id).fingerprint);
    affirms_nothing(f, id, "");
    fixture_change_record(f, "todo", 2LL, "title", "Two, otherwise", NULL);
    seen = read_link(f, id);
    assert_true(link_affirm(&f->context, id, seen.fingerprint, &f->error));
    affirms_nothing(f, id, seen.fingerprint);
    affirms_nothing(f, id, "");
}

/* The same for what a text or a field refers to: saving the one that refers
 * does not affirm. */
static void test_suspect_in_text(void **state)
{
    struct fixture *f = *state;
    struct link *links;
    size_t count;

    fixture_put_page(f, "b.md", "# B\n\n[a](page:a#part)\n");
    fixture_put_page(f, "a.md", "# A\n\n## Part\n\nOther text.\n");
    for (int i = 0; i < 2; i++) {
        assert_true(link_list_of(&f->context, item(f, "page:a#part"), false, 10,
            &links, &count, &f->error));
        assert_int_equal(count, 1);
        assert_true(links[0].suspect);
        assert_false(links[0].manual);
        fixture_put_page(f, "b.md", "# B\n\nMore.\n\n[a](page:a#part)\n");
    }
    assert_true(
        link_affirm(&f->context, links[0].id, links[0].fingerprint, &f->error));
    assert_true(link_list_of(&f->context, item(f, "page:a#part"), false, 10,
        &links, &count, &f->error));
    assert_false(links[0].suspect);
}

static void test_withdraw(void **state)
{
    struct fixture *f = *state;
    struct link *links;
    struct link link;
    const char *problem;
    size_t count;
    long long revisions;
    long long id = add(f, "todo:1", "todo:2", "related");

    assert_true(link_manual_withdraw(&f->context, id, &f->error));
    assert_false(link_manual_withdraw(&f->context, id, &f->error));
    assert_int_equal(f->error.code, ERROR_MISSING);
    f->error = error_create(f->arena);
    assert_false(link_read(&f->context, id, &link, &f->error));
    f->error = error_create(f->arena);
    assert_true(history_verify(&f->context, &revisions, &problem, &f->error));
    assert_string_equal(problem, "");
    fixture_put_page(f, "b.md", "# B\n\n[a](page:a#part)\n");
    assert_true(link_list_of(&f->context, item(f, "page:a#part"), false, 10,
        &links, &count, &f->error));
    assert_false(link_manual_withdraw(&f->context, links[0].id, &f->error));
    assert_non_null(strstr(f->error.message, "stands in the text of page:b"));
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_both_ends),
        EACH(test_refusals),
        EACH(test_survives_saving),
        EACH(test_suspect),
        EACH(test_affirms_what_was_read),
        EACH(test_not_suspect_any_more),
        EACH(test_suspect_in_text),
        EACH(test_withdraw),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
