/* domain/page: files become pages; what is wrong with one leaves the others
 * alone; approval is of one exact text. */
#include "domain/page.h"

#include "base/file.h"
#include "domain/history.h"
#include "domain/link.h"
#include "domain/search.h"
#include "site_fixture.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static int set_up(void **state)
{
    *state = fixture_create("2026-11-21T10:00:00Z");
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    const char *problem;
    long long count;

    /* Whatever a test did, the history is whole. */
    assert_true(history_verify(&f->context, &count, &problem, &f->error));
    assert_string_equal(problem, "");
    fixture_destroy(f);
    return 0;
}

static const char *file(struct fixture *f, const char *path)
{
    return file_join(f->arena, f->site->manual, path);
}

static void put_bytes(struct fixture *f, const char *path, struct text content)
{
    char *folder = arena_string(f->arena, file(f, path));

    *strrchr(folder, '/') = '\0';
    assert_true(file_make_folder(f->arena, folder, &f->error));
    assert_true(file_write(f->arena, file(f, path), content, &f->error));
}

static void put(struct fixture *f, const char *path, const char *content)
{
    put_bytes(f, path, text_of(content));
}

static size_t take_up(struct fixture *f)
{
    size_t changed = 99;

    if (!page_sync(&f->context, &changed, &f->error))
        fail_msg("%s", f->error.message);
    return changed;
}

static struct page page(struct fixture *f, const char *name)
{
    struct page found;
    bool there;

    assert_true(page_read(&f->context, name, &found, &there, &f->error));
    if (!there)
        fail_msg("no page %s", name);
    return found;
}

static bool exists(struct fixture *f, const char *name)
{
    struct page found;
    bool there;

    assert_true(page_read(&f->context, name, &found, &there, &f->error));
    return there;
}

static size_t hits(struct fixture *f, const char *words)
{
    struct search_hit *list;
    size_t count;

    assert_true(search_find(
        &f->context, words, "page", 10, 0, &list, &count, &f->error));
    return count;
}

static void test_new(void **state)
{
    struct fixture *f = *state;
    struct page_section *sections;
    struct text content;
    size_t count;
    struct page p;

    put(f, "index.md", "# Home\n");
    put(f, "policy/backup.md",
        "---\ntitle: Backup\nsummary: How\nversion: 2.1\n"
        "owner: ines.marchetti\nreference: P7\nweight: 3\n---\n"
        "# Ignored\n\n## Who\n\nThe desk.\n\n### When\n\nAt night.\n");
    put(f, "no-title_here.md", "Text only.\n");
    put(f, "notes.txt", "no page");
    put(f, ".git/x.md", "# no page");
    assert_int_equal(take_up(f), 3);
    assert_int_equal(take_up(f), 0);
    p = page(f, "policy/backup");
    assert_string_equal(p.title, "Backup");
    assert_string_equal(p.summary, "How");
    assert_string_equal(p.version, "2.1");
    assert_string_equal(p.owner, "ines.marchetti");
    assert_string_equal(p.reference, "P7");
    assert_string_equal(p.problem, "");
    assert_true(p.revision == 1 && !p.approved);
    assert_true(page_content(&f->context, &p, &content, &f->error));
    assert_true(text_begins(content, "---\ntitle"));
    assert_string_equal(page(f, "index").title, "Home");
    assert_string_equal(page(f, "no-title_here").title, "No title here");
    assert_true(
        page_list_sections(&f->context, p.id, &sections, &count, &f->error));
    assert_true(count >= 2);
    assert_string_equal(sections[count - 2].slug, "who");
    assert_string_equal(sections[count - 1].title, "When");
    assert_int_equal(hits(f, "night"), 1);
}

static void test_changed_and_removed(void **state)
{
    struct fixture *f = *state;

    put(f, "a.md", "# One\n\nfirst\n");
    put(f, "b.md", "# B\n");
    take_up(f);
    put(f, "a.md", "# Two\n\nsecond\n");
    assert_int_equal(take_up(f), 1);
    assert_string_equal(page(f, "a").title, "Two");
    assert_true(page(f, "a").revision == 2);
    assert_int_equal(hits(f, "first"), 0);
    assert_int_equal(hits(f, "second"), 1);
    assert_int_equal(unlink(file(f, "a.md")), 0);
    assert_int_equal(take_up(f), 1);
    assert_false(exists(f, "a"));
    assert_int_equal(hits(f, "second"), 0);
    assert_int_equal(take_up(f), 0);
    put(f, "a.md", "# Two\n\nsecond\n");
    assert_int_equal(take_up(f), 1);
    assert_true(page(f, "a").revision == 4);
    assert_true(page(f, "b").revision == 1);
}

/* The same bytes with another time are no revision. */
static void test_touched(void **state)
{
    struct fixture *f = *state;
    struct timespec times[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};

    put(f, "a.md", "# One\n");
    take_up(f);
    assert_int_equal(utimensat(AT_FDCWD, file(f, "a.md"), times, 0), 0);
    assert_int_equal(take_up(f), 1);
    assert_true(page(f, "a").revision == 1);
    assert_int_equal(take_up(f), 0);
}

static void test_renamed(void **state)
{
    struct fixture *f = *state;

    put(f, "x.md", "# X\n\n[other](y.md)\n");
    put(f, "y.md", "# Y\n");
    take_up(f);
    /* Another name: one page goes, one comes. */
    assert_int_equal(rename(file(f, "y.md"), file(f, "z.md")), 0);
    assert_int_equal(take_up(f), 2);
    assert_false(exists(f, "y"));
    assert_true(exists(f, "z"));
    assert_int_equal(rename(file(f, "z.md"), file(f, "y.md")), 0);
    assert_int_equal(take_up(f), 2);
    /* The same page in a folder of its own: it goes on. */
    put(f, "x/keep.txt", "");
    assert_int_equal(rename(file(f, "x.md"), file(f, "x/index.md")), 0);
    assert_int_equal(take_up(f), 1);
    assert_true(page(f, "x").revision == 2);
    assert_string_equal(page(f, "x").path, "x/index.md");
    assert_int_equal(take_up(f), 0);
    assert_int_equal(rename(file(f, "x/index.md"), file(f, "x.md")), 0);
    assert_int_equal(take_up(f), 1);
    assert_true(page(f, "x").revision == 3);
}

/* Files that ask for one name: the first gets it, all can be read. */
static void test_one_name(void **state)
{
    struct fixture *f = *state;

    put(f, "a/_index.md", "# Under\n");
    put(f, "index.md", "# Home\n");
    assert_int_equal(take_up(f), 2);
    assert_string_equal(page(f, "a").title, "Under");
    put(f, "a/index.md", "# Index\n");
    put(f, "_index.md", "# Other home\n");
    take_up(f);
    assert_int_equal(take_up(f), 0);
    assert_string_equal(page(f, "a").title, "Index");
    assert_string_equal(page(f, "a/_index").title, "Under");
    assert_string_equal(page(f, "index").title, "Home");
    assert_string_equal(page(f, "_index").title, "Other home");
    put(f, "a.md", "# Plain\n");
    take_up(f);
    assert_int_equal(take_up(f), 0);
    assert_string_equal(page(f, "a").title, "Plain");
    assert_string_equal(page(f, "a/index").title, "Index");
    assert_string_equal(page(f, "a/_index").title, "Under");
    assert_int_equal(unlink(file(f, "a.md")), 0);
    assert_int_equal(unlink(file(f, "a/_index.md")), 0);
    take_up(f);
    assert_int_equal(take_up(f), 0);
    assert_string_equal(page(f, "a").title, "Index");
    assert_false(exists(f, "a/index"));
    assert_false(exists(f, "a/_index"));
}

static void has_problem(
    struct fixture *f, const char *name, const char *problem)
{
    if (strstr(page(f, name).problem, problem) == NULL)
        fail_msg("%s: %s", name, page(f, name).problem);
}

static void test_problems(void **state)
{
    struct fixture *f = *state;
    struct page_problem *problems;
    size_t count;
    char *large = arena_alloc(f->arena, 5 * 1024 * 1024);

    memset(large, 'x', 5 * 1024 * 1024);
    put(f, "good.md", "# Good\n\n[bad](bytes.md)\n");
    put(f, "bytes.md",
        "# Latin\n\nStra\xdf"
        "e\n");
    put(f, "matter.md", "---\ntitle: T\nno colon\n---\ntext\n");
    put(f, "open.md", "---\ntitle: T\n");
    put_bytes(f, "large.md", text_part(large, PAGE_LIMIT + 1));
    put_bytes(f, "limit.md", text_part(large, PAGE_LIMIT));
    put_bytes(f, "huge.md", text_part(large, 5 * 1024 * 1024));
    put_bytes(f, "nul.md", text_part("a\0b", 3));
    assert_int_equal(take_up(f), 8);
    assert_string_equal(page(f, "good").problem, "");
    has_problem(f, "bytes", "line 3: byte 14 of the file is not UTF-8 text");
    has_problem(f, "matter", "line 3");
    assert_true(page(f, "open").problem[0] != '\0');
    has_problem(
        f, "large", "the file has 262145 bytes; a page may have 262144");
    has_problem(f, "huge", "the file has 5242880 bytes; a page may have");
    has_problem(f, "nul", "not UTF-8 text");
    assert_string_equal(page(f, "bytes").title, "Bytes");
    assert_true(page_list_problems(&f->context, &problems, &count, &f->error));
    assert_true(count >= 6);
    assert_int_equal(take_up(f), 0);
    put(f, "bytes.md", "# Straße\n");
    assert_int_equal(take_up(f), 1);
    assert_string_equal(page(f, "bytes").problem, "");
    assert_string_equal(page(f, "bytes").title, "Straße");
    f->error = error_create(f->arena);
    assert_false(
        page_approve(&f->context, "large", page(f, "large").hash, &f->error));
    assert_int_equal(f->error.code, ERROR_INVALID);
}

/* A name that is no text cannot be a page, and is in nobody's way. */
static void test_odd_names(void **state)
{
    struct fixture *f = *state;

    put(f, "a\xff.md", "# Odd\n");
    put(f, "straße.md", "# Street\n");
    put(f, "two words.md", "# Words\n");
    assert_int_equal(take_up(f), 2);
    assert_true(exists(f, "straße"));
    assert_true(exists(f, "two words"));
    assert_int_equal(take_up(f), 0);
}

static void refuse_approval(
    struct fixture *f, const char *name, const char *hash, enum error_code code)
{
    f->error = error_create(f->arena);
    assert_false(page_approve(&f->context, name, hash, &f->error));
    assert_int_equal(f->error.code, code);
    assert_false(database_is_writing(f->context.db));
}

static void test_approval(void **state)
{
    struct fixture *f = *state;
    const char *hash;
    struct page p;

    put(f, "a.md", "---\nversion: 1.0\n---\n# One\n");
    take_up(f);
    hash = page(f, "a").hash;
    refuse_approval(f, "a", "", ERROR_CONFLICT);
    refuse_approval(f, "none", hash, ERROR_MISSING);
    fixture_set_now(f, "2026-11-22T10:00:00Z");
    assert_true(page_approve(&f->context, "a", hash, &f->error));
    p = page(f, "a");
    assert_true(p.approved && p.revision == 2);
    assert_string_equal(p.approved_version, "1.0");
    assert_string_equal(p.approved_by_name, "Ines Marchetti");
    assert_string_equal(p.approved_at, "2026-11-22T10:00:00Z");
    put(f, "a.md", "---\nversion: 1.1\n---\n# Two\n");
    take_up(f);
    p = page(f, "a");
    assert_false(p.approved);
    assert_string_equal(p.approved_hash, hash);
    assert_string_equal(p.approved_version, "1.0");
    refuse_approval(f, "a", hash, ERROR_CONFLICT);
    put(f, "a.md", "---\nversion: 1.0\n---\n# One\n");
    take_up(f);
    assert_true(page(f, "a").approved);
}

static size_t broken(struct fixture *f)
{
    struct broken_link *links;
    size_t count;

    assert_true(link_list_broken(&f->context, 0, &links, &count, &f->error));
    return count;
}

static size_t back_links(struct fixture *f, const char *name)
{
    struct linked *links;
    size_t count;

    assert_true(link_list_to(
        &f->context, page(f, name).id, 10, &links, &count, &f->error));
    return count;
}

static void test_relinked(void **state)
{
    struct fixture *f = *state;

    put(f, "a.md",
        "# A\n\n[b](b.md) [s](b.md#part) [p](/ims/c/) [alias](old.md)\n");
    take_up(f);
    assert_int_equal(broken(f), 4);
    put(f, "b.md", "# B\n\n## Part\n");
    put(f, "c.md", "# C\n");
    take_up(f);
    assert_int_equal(broken(f), 1);
    assert_int_equal(back_links(f, "b"), 2);
    assert_int_equal(back_links(f, "c"), 1);
    put(f, "c.md", "---\nslug: old\n---\n# C\n");
    take_up(f);
    assert_int_equal(broken(f), 0);
    assert_int_equal(back_links(f, "c"), 2);
    put(f, "b.md", "# B\n");
    take_up(f);
    assert_int_equal(broken(f), 1);
    assert_int_equal(unlink(file(f, "b.md")), 0);
    take_up(f);
    assert_int_equal(broken(f), 2);
}

static void test_folder_and_version(void **state)
{
    struct fixture *f = *state;
    struct page_entry *pages;
    const char *version;
    size_t count;

    assert_true(page_manual_version(&f->context, &version, &f->error));
    assert_string_equal(version, "");
    put(f, "policy/b.md", "---\nweight: 2\ntitle: B\n---\n");
    put(f, "policy/a.md", "---\nweight: 2\ntitle: A\n---\n");
    put(f, "policy/z.md", "---\nweight: 1\ntitle: Z\n---\n");
    put(f, "policy/none.md", "# None\n");
    put(f, "policy/deep/er.md", "# Deeper\n");
    put(f, "root.md", "# Root\n");
    take_up(f);
    assert_true(
        page_list_folder(&f->context, "policy", &pages, &count, &f->error));
    assert_int_equal(count, 4);
    assert_string_equal(pages[0].title, "Z");
    assert_string_equal(pages[1].title, "A");
    assert_string_equal(pages[2].title, "B");
    assert_string_equal(pages[3].title, "None");
    assert_true(page_list_folder(&f->context, "", &pages, &count, &f->error));
    assert_int_equal(count, 1);
    assert_true(page_manual_version(&f->context, &version, &f->error));
    assert_string_equal(version, "20261121");
}

static void test_put(void **state)
{
    struct fixture *f = *state;

    fixture_put_page(f, "a.md", "# One\n");
    fixture_put_page(f, "a.md", "# One\n");
    assert_true(page(f, "a").revision == 1);
    fixture_put_page(f, "a.md", "# Two\n");
    assert_true(page(f, "a").revision == 2);
    take_up(f);
    assert_true(page(f, "a").revision == 2);
}

static void test_no_manual(void **state)
{
    struct fixture *f = *state;
    size_t changed;

    assert_int_equal(rmdir(f->site->manual), 0);
    assert_false(page_sync(&f->context, &changed, &f->error));
    assert_int_equal(f->error.code, ERROR_MISSING);
    assert_false(database_is_writing(f->context.db));
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(test_new),
        EACH(test_changed_and_removed),
        EACH(test_touched),
        EACH(test_renamed),
        EACH(test_one_name),
        EACH(test_problems),
        EACH(test_odd_names),
        EACH(test_approval),
        EACH(test_relinked),
        EACH(test_folder_and_version),
        EACH(test_put),
        EACH(test_no_manual),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
