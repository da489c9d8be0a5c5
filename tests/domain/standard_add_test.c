/* Standards that a site adds: what stays, what follows, what is refused. */
#include "domain/standard_add.h"

#include "base/file.h"
#include "domain/clause_text.h"
#include "domain/link.h"
#include "domain/resolve.h"
#include "domain/search.h"
#include "domain/standard.h"
#include "domain/standard_edit.h"
#include "domain/standard_history.h"
#include "domain/standard_load.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "standard 900:1\nname Own 900\ntitle Own rules\n"
#define CLAUSE(id) "clause " id "\nkind requirement\nheading Rule " id "\n"

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

static const char *put_file(
    struct fixture *f, const char *name, const char *content)
{
    const char *path = file_join(f->arena, f->root, name);

    f->error = error_create(f->arena);
    assert_true(file_write(f->arena, path, text_of(content), &f->error));
    return path;
}

static bool add_with(struct fixture *f, const char *content, const char *id,
    bool dry_run, struct standard_added *added)
{
    const struct standard_naming naming = {
        .id = id, .name = "", .title = "", .file = ""};
    const char *path = put_file(f, "own.txt", content);

    return standard_add(&f->context, path, naming, dry_run, added, &f->error);
}

static void add(struct fixture *f, const char *content)
{
    struct standard_added added;

    if (!add_with(f, content, "", false, &added))
        fail_msg("%s", f->error.message);
}

static struct standard find(struct fixture *f, const char *name)
{
    struct standard standard = {.id = ""};
    bool found;

    assert_true(standard_find(&f->context, name, &standard, &found, &f->error));
    if (!found)
        standard = (struct standard){.id = "", .origin = ""};
    return standard;
}

static struct target resolve(struct fixture *f, const char *ref)
{
    struct target target;

    assert_true(resolve_text(&f->context, ref, &target, &f->error));
    return target;
}

static void load_shipped(struct fixture *f)
{
    assert_true(site_begin(&f->context, &f->error));
    assert_true(standard_load_files(&f->context,
        file_join(f->arena, f->shared, "schema/standards"), &f->error));
    assert_true(site_commit(&f->context, &f->error));
}

static void adds_and_replaces(void **state)
{
    struct fixture *f = *state;
    struct standard_added added;
    struct standard_event *events;
    struct linked *links;
    struct target target;
    size_t count;

    assert_true(add_with(f, HEAD CLAUSE("1") CLAUSE("2"), "", false, &added));
    assert_false(added.replaced);
    assert_int_equal(added.new, 2);
    assert_int_equal(added.leaves, 2);
    assert_string_equal(find(f, "900").id, "900:1");
    assert_string_equal(find(f, "900").origin, "site");
    assert_false(find(f, "900").scope);
    fixture_add_record(f, "document", "clauses", "900/2", NULL);
    target = resolve(f, "clause:900/2");

    assert_true(add_with(f, HEAD CLAUSE("1") CLAUSE("3"), "", false, &added));
    assert_true(added.replaced);
    assert_int_equal(added.new, 1);
    assert_int_equal(added.gone, 1);
    assert_false(resolve(f, "clause:900/2").present);
    add(f, HEAD CLAUSE("2"));
    assert_int_equal(resolve(f, "clause:900/2").id, target.id);
    assert_true(
        link_list_to(&f->context, target.id, 10, &links, &count, &f->error));
    assert_int_equal(count, 1);
    assert_true(
        standard_history_list(&f->context, 0, 10, &events, &count, &f->error));
    assert_int_equal(count, 3);
    assert_string_equal(events[0].action, "replaced");
    assert_string_equal(events[2].action, "added");
    assert_string_equal(events[2].standard, "900:1");
    assert_string_equal(events[2].words, "2 clauses from lines of a standard");
}

static void an_upgrade_leaves_it_alone(void **state)
{
    struct fixture *f = *state;

    add(f, HEAD CLAUSE("1"));
    assert_true(standard_edit_scope(&f->context, "900:1", true, &f->error));
    load_shipped(f);
    assert_true(resolve(f, "clause:900/1").present);
    assert_true(find(f, "900:1").scope);
    assert_string_equal(find(f, "900:1").origin, "site");
    assert_string_equal(find(f, "27001:2022").origin, "shipped");
}

static void a_dry_run_saves_nothing(void **state)
{
    struct fixture *f = *state;
    struct standard_added added;

    assert_true(add_with(f, HEAD CLAUSE("1"), "", true, &added));
    assert_int_equal(added.new, 1);
    assert_string_equal(added.file.id, "900:1");
    assert_string_equal(find(f, "900:1").id, "");
    assert_int_equal(resolve(f, "clause:900/1").id, 0);
}

static void refuses(void **state)
{
    struct fixture *f = *state;
    struct standard_added added;

    assert_false(add_with(f, HEAD CLAUSE("1"), "27001:2022", false, &added));
    assert_int_equal(f->error.code, ERROR_CONFLICT);
    assert_non_null(strstr(f->error.message, "came with the program"));
    assert_false(add_with(f, HEAD CLAUSE("1"), "27001", false, &added));
    assert_non_null(strstr(f->error.message, "give each an edition"));
    assert_false(
        add_with(f, HEAD CLAUSE("1") "colour red\n", "", false, &added));
    assert_true(string_begins(f->error.message,
        arena_format(f->arena, "%s/own.txt:7: the word", f->root)));
    assert_false(
        add_with(f, HEAD CLAUSE("1") "expect wombat\n", "", true, &added));
    assert_true(string_begins(f->error.message,
        arena_format(f->arena, "%s/own.txt:7: there is no kind", f->root)));
    assert_false(add_with(f, "{\"catalog\":{}}", "", false, &added));
    assert_true(string_begins(f->error.message,
        arena_format(f->arena, "%s/own.txt: catalog.metadata:", f->root)));
    assert_string_equal(find(f, "900:1").id, "");
    assert_string_equal(find(f, "27001").name, "ISO/IEC 27001:2022");
}

/* A reference that led nowhere leads to the standard that came. */
static void references_find_it(void **state)
{
    struct fixture *f = *state;
    struct linked *links;
    struct broken_link *broken;
    size_t count;

    fixture_put_page(
        f, "own.md", "---\ntitle: Own\n---\n\nSee [one](clause:900/1).\n");
    assert_true(link_list_broken(&f->context, 0, &broken, &count, &f->error));
    assert_int_equal(count, 1);
    add(f, HEAD CLAUSE("1"));
    assert_true(link_list_to(&f->context, resolve(f, "clause:900/1").id, 10,
        &links, &count, &f->error));
    assert_int_equal(count, 1);
    assert_true(link_list_broken(&f->context, 0, &broken, &count, &f->error));
    assert_int_equal(count, 0);
}

/* Those that name no edition; records are saved with the edition they meant. */
static void links_follow_the_edition(void **state)
{
    struct fixture *f = *state;
    struct linked *links;
    size_t count;

    add(f, HEAD CLAUSE("1"));
    add(f, "standard 900:2\nname B\ntitle B\n" CLAUSE("1") CLAUSE("2"));
    assert_string_equal(find(f, "900").id, "900:1");
    fixture_put_page(f, "own.md",
        "---\ntitle: Own\n---\n\n## Part\n\n[900 1](meets:900/1) "
        "[900 1](meets:900:1/1)\n\nText [two](clause:900/2).\n");
    fixture_add_record(f, "document", "clauses", "900/1 900:1/1", NULL);
    assert_true(standard_edit_edition(&f->context, "900:2", &f->error));
    assert_string_equal(find(f, "900").id, "900:2");
    assert_true(link_list_to(&f->context, resolve(f, "clause:900:2/1").id, 10,
        &links, &count, &f->error));
    assert_int_equal(count, 1);
    assert_true(link_list_to(&f->context, resolve(f, "clause:900:2/2").id, 10,
        &links, &count, &f->error));
    assert_int_equal(count, 1);
    assert_true(link_list_to(&f->context, resolve(f, "clause:900:1/1").id, 10,
        &links, &count, &f->error));
    assert_int_equal(count, 2);
    /* Other numbers stay. */
    assert_string_equal(find(f, "27001").id, "27001:2022");
}

static void choices_are_checked(void **state)
{
    struct fixture *f = *state;
    struct standard_choice choices[2] = {
        {"900:1", true, false}, {"27001:2022", false, true}};
    struct standard_event *events;
    const char *stamp;
    size_t count;

    add(f, HEAD CLAUSE("1"));
    assert_true(standard_edit_stamp(&f->context, &stamp, &f->error));
    assert_false(
        standard_edit_choose(&f->context, stamp, choices, 2, "", &f->error));
    assert_string_equal(
        f->error.message, "Choose exactly one edition that 900 means.");
    f->error = error_create(f->arena);
    choices[0] = (struct standard_choice){"900:1", false, true};
    assert_false(
        standard_edit_choose(&f->context, stamp, choices, 2, "", &f->error));
    assert_string_equal(
        f->error.message, "At least one standard must stay in scope.");
    f->error = error_create(f->arena);
    choices[0].scope = true;
    assert_true(standard_edit_choose(
        &f->context, stamp, choices, 2, "We moved", &f->error));
    assert_true(find(f, "900").scope);
    assert_false(find(f, "27001").scope);
    assert_true(
        standard_history_list(&f->context, 0, 10, &events, &count, &f->error));
    assert_int_equal(count, 3);
    assert_string_equal(events[0].revision.why, "We moved");
    assert_string_equal(events[0].revision.by, "ines.marchetti");
    assert_false(
        standard_edit_choose(&f->context, stamp, choices, 2, "", &f->error));
    assert_int_equal(f->error.code, ERROR_CONFLICT);
    f->error = error_create(f->arena);
    assert_false(standard_edit_scope(&f->context, "900", false, &f->error));
    assert_int_equal(f->error.code, ERROR_MISSING);
    f->error = error_create(f->arena);
    assert_false(standard_edit_edition(&f->context, "9:9", &f->error));
    assert_int_equal(f->error.code, ERROR_MISSING);
}

static bool put_text(struct fixture *f, const char *content, size_t *count)
{
    return clause_text_put(&f->context, "900:1",
        put_file(f, "words.txt", content), false, count, &f->error);
}

static void licensed_text_stays_beside(void **state)
{
    struct fixture *f = *state;
    struct search_hit *hits;
    const char *words;
    size_t count;

    add(f, HEAD CLAUSE("1") CLAUSE("2"));
    assert_true(put_text(f,
        "# ours by licence\nclause 1\nThe organisation shall\n\n  zebra.\n\n"
        "clause 2\r\nshall\r\n",
        &count));
    assert_int_equal(count, 2);
    assert_true(clause_text_read(&f->context, "900:1", "1", &words, &f->error));
    assert_string_equal(words, "The organisation shall\n\n  zebra.");
    assert_true(
        search_find(&f->context, "zebra", "", 10, 0, &hits, &count, &f->error));
    assert_int_equal(count, 0);
    /* Adding again keeps it; a new file replaces all of it. */
    add(f, HEAD CLAUSE("1") CLAUSE("2"));
    assert_true(put_text(f, "clause 2\nother\n", &count));
    assert_true(clause_text_read(&f->context, "900:1", "1", &words, &f->error));
    assert_string_equal(words, "");
    assert_true(clause_text_read(&f->context, "900:1", "2", &words, &f->error));
    assert_string_equal(words, "other");
    /* A dry run says what would be, and leaves what is. */
    assert_true(clause_text_put(&f->context, "900:1",
        put_file(f, "words.txt", "clause 1\nthird\nclause 2\nthird\n"), true,
        &count, &f->error));
    assert_int_equal(count, 2);
    assert_true(
        clause_text_remove(&f->context, "900:1", true, &count, &f->error));
    assert_int_equal(count, 1);
    assert_true(clause_text_read(&f->context, "900:1", "2", &words, &f->error));
    assert_string_equal(words, "other");
    assert_true(
        clause_text_remove(&f->context, "900:1", false, &count, &f->error));
    assert_int_equal(count, 1);
    assert_true(clause_text_read(&f->context, "900:1", "2", &words, &f->error));
    assert_string_equal(words, "");
}

static void refuses_text_by_line(void **state)
{
    static const char *const cases[][2] = {
        {"", "1: there is no clause"},
        {"# remark\n", "1: there is no clause"},
        {"words\nclause 1\nx\n", "1: the first line must be “clause”"},
        {"clause 1\n\nclause 2\nx\n", "1: clause 1 has no text"},
        {"clause 1\nx\nclause 2\n", "3: clause 2 has no text"},
        {"clause 1\nx\n\nclause 1\ny\n", "4: clause 1 stands there twice"},
        {"clause 1\nx\nclause 9\ny\n", "3: 900:1 has no clause 9"},
        {"clause 1\ncaf\xe9\n", "2: this is not UTF-8 text"},
    };
    struct fixture *f = *state;
    const char *words;
    size_t count;

    add(f, HEAD CLAUSE("1") CLAUSE("2"));
    assert_true(put_text(f, "clause 1\nkept\n", &count));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *begin =
            arena_format(f->arena, "%s/words.txt:%s", f->root, cases[i][1]);

        assert_false(put_text(f, cases[i][0], &count));
        if (!string_begins(f->error.message, begin))
            fail_msg("“%s” instead of “%s”", f->error.message, begin);
    }
    assert_true(clause_text_read(&f->context, "900:1", "1", &words, &f->error));
    assert_string_equal(words, "kept");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(adds_and_replaces),
        TEST(an_upgrade_leaves_it_alone),
        TEST(a_dry_run_saves_nothing),
        TEST(refuses),
        TEST(references_find_it),
        TEST(links_follow_the_edition),
        TEST(choices_are_checked),
        TEST(licensed_text_stays_beside),
        TEST(refuses_text_by_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
