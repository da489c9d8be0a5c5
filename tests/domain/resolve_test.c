/* domain/resolve: what every kind of reference leads to, and why not. */
#include "domain/resolve.h"

#include "domain/evidence_file.h"
#include "site_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define HASH "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static int set_up(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");
    const char *hash;

    fixture_put_page(f, "index.md", "# Home\n");
    fixture_put_page(f, "policy/backup.md",
        "---\ntitle: Backup\nslug: backups\n---\n# Backup\n\n## Who\n\nUs.\n");
    fixture_put_page(f, "policy/index.md", "# Policy\n");
    fixture_put_page(f, "my page.md", "# Mine\n\n## Who\n\nMe.\n");
    fixture_put_page(f, "terms.md", "# Terms\n\n## Risk owner\n\nWho.\n");
    fixture_add_record(
        f, "todo", "title", "Repair it", "type", "corrective", NULL);
    assert_true(site_begin(&f->context, &f->error));
    assert_true(evidence_file_put(
        &f->context, "a.txt", "A file", text_of("abc"), &hash, &f->error));
    assert_true(site_commit(&f->context, &f->error));
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static struct target resolve(struct fixture *f, const char *text)
{
    struct target target;

    if (!resolve_text(&f->context, text, &target, &f->error))
        fail_msg("%s: %s", text, f->error.message);
    return target;
}

static void leads_to(struct fixture *f, const char *text, const char *ref,
    const char *kind, const char *title)
{
    struct target target = resolve(f, text);

    if (!target.present)
        fail_msg("%s: %s", text, target.reason);
    assert_true(target.id > 0);
    assert_string_equal(target.ref, ref);
    assert_string_equal(target.kind, kind);
    assert_string_equal(target.title, title);
    assert_string_equal(target.reason, "");
}

static void leads_nowhere(
    struct fixture *f, const char *text, const char *reason)
{
    struct target target = resolve(f, text);

    assert_false(target.present);
    assert_string_equal(target.reason, reason);
}

static void test_present(void **state)
{
    struct fixture *f = *state;

    leads_to(f, "page:index", "page:index", "page", "Home");
    leads_to(f, "page:policy/backup", "page:policy/backup", "page", "Backup");
    leads_to(f, "page:policy/backup#who", "page:policy/backup#who", "section",
        "Who");
    leads_to(
        f, "term:risk-owner", "page:terms#risk-owner", "section", "Risk owner");
    leads_to(f, "todo:1", "todo:1", "todo", "Repair it");
    assert_string_equal(resolve(f, "todo:1").status, "open");
    leads_to(f, "person:ines.marchetti", "person:ines.marchetti", "person",
        "Ines Marchetti");
    leads_to(f, "file:" HASH, "file:" HASH, "file", "A file");
    assert_string_equal(
        resolve(f, "clause:27001/9.2.1").ref, "clause:27001:2022/9.2.1");
    assert_string_equal(
        resolve(f, "meets:27001:2022/9.2.1").ref, "clause:27001:2022/9.2.1");
    assert_true(resolve(f, "clause:27001/A.5.1").present);
}

static void test_reasons(void **state)
{
    struct fixture *f = *state;

    leads_nowhere(f, "page:none", "there is no page none");
    leads_nowhere(f, "page:none#who", "there is no page none");
    leads_nowhere(f, "page:policy/backup#when",
        "the page policy/backup has no section when");
    leads_nowhere(f, "term:none", "the page terms has no entry none");
    leads_nowhere(f, "todo:2", "there is no todo 2");
    leads_nowhere(
        f, "nonsense:1", "there is no kind of record called nonsense");
    leads_nowhere(f, "person:nobody", "there is nobody called nobody");
    leads_nowhere(f,
        "file:00000000000000000000000000000000"
        "00000000000000000000000000000000",
        "no file with that content is kept here");
    leads_nowhere(
        f, "clause:1234/1", "there is no standard or edition 1234 here");
    leads_nowhere(f, "clause:27001:2005/1",
        "there is no standard or edition 27001:2005 here");
    leads_nowhere(f, "clause:27001/99.9", "27001:2022 has no clause 99.9");
    leads_nowhere(f, "meets:27001/99.9", "27001:2022 has no clause 99.9");
    assert_non_null(strstr(resolve(f, "no reference").reason, "is written"));
    assert_non_null(strstr(resolve(f, "").reason, "is written"));
}

static const char *name_of(
    struct fixture *f, const char *folder, const char *path)
{
    const char *name = resolve_page_name(f->arena, folder, text_of(path));

    return name == NULL ? "(climbs out)" : name;
}

static void test_page_names(void **state)
{
    struct fixture *f = *state;
    struct builder deep = builder_create(f->arena);

    assert_string_equal(name_of(f, "", ""), "index");
    assert_string_equal(name_of(f, "", "index.md"), "index");
    assert_string_equal(name_of(f, "", "_index.md"), "index");
    assert_string_equal(name_of(f, "", "x.md"), "x");
    assert_string_equal(name_of(f, "", "x/"), "x");
    assert_string_equal(name_of(f, "", "x/index.md"), "x");
    assert_string_equal(name_of(f, "", "./x//y.md"), "x/y");
    assert_string_equal(name_of(f, "a/b", "../c.md"), "a/c");
    assert_string_equal(name_of(f, "a/b", "../.."), "index");
    assert_string_equal(name_of(f, "a", "../../c.md"), "(climbs out)");
    assert_string_equal(name_of(f, "", ".."), "(climbs out)");
    assert_string_equal(name_of(f, "", ".md"), ".md");
    for (int i = 0; i < 100; i++)
        builder_put(&deep, "a/");
    assert_string_equal(name_of(f, "", builder_string(&deep)), "(climbs out)");
}

static struct page_link link_to(
    struct fixture *f, const char *path, const char *written)
{
    struct page_link link;

    if (!resolve_link(&f->context, path, written, &link, &f->error))
        fail_msg("%s: %s", written, f->error.message);
    return link;
}

static void finds_page(
    struct fixture *f, const char *path, const char *written, const char *ref)
{
    struct page_link link = link_to(f, path, written);

    if (link.sort != LINK_PAGE)
        fail_msg("%s: %s", written, link.reason);
    assert_string_equal(link.target.ref, ref);
}

static void test_page_links(void **state)
{
    struct fixture *f = *state;
    const char *backup = "page:policy/backup";

    finds_page(f, "index.md", "policy/backup.md", backup);
    finds_page(f, "index.md", "policy/backup", backup);
    finds_page(f, "index.md", "policy/backup/index.md", backup);
    finds_page(f, "policy/index.md", "backup.md", backup);
    finds_page(
        f, "policy/index.md", "./backup.md#who", "page:policy/backup#who");
    finds_page(f, "policy/backup.md", "../index.md", "page:index");
    finds_page(f, "policy/backup.md", "..", "page:index");
    finds_page(f, "policy/backup.md", ".", "page:policy");
    finds_page(f, "policy/backup.md", "/policy/backup.md", backup);
    finds_page(f, "terms.md", "/policy/", "page:policy");
    finds_page(f, "terms.md", "/ims/policy/backup/", backup); /* a prefix */
    finds_page(f, "terms.md", "/policy/backups/", backup);    /* an alias */
    finds_page(f, "policy/index.md", "backups.md", backup);
    finds_page(f, "", "policy/backup.md", backup); /* from a record */
    finds_page(f, "index.md", "my%20page.md", "page:my page");
    finds_page(f, "policy/index.md", "../my%20page.md", "page:my page");
    finds_page(f, "index.md", "/%6Dy%20page.md#%77ho", "page:my page#who");
    finds_page(f, "index.md", "my page.md", "page:my page");
    finds_page(f, "policy/index.md", "%2E%2E/policy/b%61ckup.md", backup);
    assert_int_equal(
        link_to(f, "policy/backup.md", "#%77ho").sort, LINK_ANCHOR);
    assert_int_equal(link_to(f, "policy/backup.md", "#who").sort, LINK_ANCHOR);
    assert_string_equal(link_to(f, "policy/backup.md", "#who").target.ref,
        "page:policy/backup#who");
}

static void test_other_links(void **state)
{
    struct fixture *f = *state;
    struct page_link link = link_to(f, "index.md", " todo:1 ");

    assert_int_equal(link.sort, LINK_REFERENCE);
    assert_true(link.reference.number == 1);
    assert_string_equal(link.target.title, "Repair it");
    link = link_to(f, "index.md", "https://example.org/a?b#c");
    assert_int_equal(link.sort, LINK_EXTERNAL);
    assert_string_equal(link.address, "https://example.org/a?b#c");
    assert_int_equal(
        link_to(f, "index.md", "mailto:a@example.org").sort, LINK_EXTERNAL);
    assert_int_equal(
        link_to(f, "index.md", "http://example.org").sort, LINK_EXTERNAL);
    link = link_to(f, "index.md", "/records/todo?status=open");
    assert_int_equal(link.sort, LINK_LOCAL);
    assert_string_equal(link.address, "/records/todo?status=open");
    assert_int_equal(link_to(f, "index.md", "/soa/27001").sort, LINK_LOCAL);
    link = link_to(f, "index.md", "/records/todo?q=a%2Fb%");
    assert_int_equal(link.sort, LINK_LOCAL);
    assert_string_equal(link.address, "/records/todo?q=a%2Fb%");
}

static void test_broken_links(void **state)
{
    static const struct {
        const char *written;
        const char *reason;
    } links[] = {
        {"", "the link has no target"},
        {"  ", "the link has no target"},
        {"none.md", "there is no page none.md in the manual"},
        {"policy/backup.md#none", "the page policy/backup has no section none"},
        {"#none", "the page index has no section none"},
        {"../outside.md", "there is no page ../outside.md in the manual"},
        {"/../../etc/passwd",
            "there is no page /../../etc/passwd in the manual"},
        {"todo:99", "there is no todo 99"},
        {"todo:0", "a record is written"},
        {"page:a//b", "a page is written"},
        {"javascript:alert(1)", "not allowed"},
        {"JAVASCRIPT:alert(1)", "not allowed"},
        {"java\tscript:alert(1)", "not allowed"},
        {"javascript:alert(1)//", "there is no page"},
        {"javascript://x/%0aalert(1)", "not readable text"},
        {"data:text/html;base64,PHNjcmlwdD4=", "there is no page"},
        {"vbscript:x", "not allowed"},
        {"file:///etc/passwd", "a file is written"},
        {"ftp://example.org/", "there is no page"},
        {"HTTP://example.org/", "there is no page"},
        {"//example.org/a", "not allowed"},
        {"\\\\example.org\\a", "not allowed"},
        {"/\\example.org", "not allowed"},
        {"/nowhere", "there is no page /nowhere in the manual"},
        {"my%2page.md", "without two hexadecimal digits"},
        {"my%2", "without two hexadecimal digits"},
        {"my%20page.md#%", "without two hexadecimal digits"},
        {"policy%2Fbackup.md", "write the slash itself"},
        {"policy%5cbackup.md", "write the slash itself"},
        {"my%00page.md", "not readable text"},
        {"my%0Apage.md", "not readable text"},
        {"my%FFpage.md", "not readable text"},
        {"%2E%2E/outside.md", "there is no page ../outside.md"},
        {"my%2520page.md", "there is no page my%20page.md"},
        {"todo%3A1", "there is no page todo:1"},
        {"page:my%20page", "a page is written"},
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        struct page_link link = link_to(f, "index.md", links[i].written);

        if (link.sort != LINK_BROKEN ||
            strstr(link.reason, links[i].reason) == NULL)
            fail_msg(
                "%s: %d %s", links[i].written, (int)link.sort, link.reason);
    }
}

static void test_items(void **state)
{
    struct fixture *f = *state;
    long long one = 0;
    long long two = 0;

    assert_true(site_begin(&f->context, &f->error));
    assert_true(
        resolve_make_item(&f->context, "audit:77", "audit", &one, &f->error));
    assert_true(
        resolve_make_item(&f->context, "audit:77", "audit", &two, &f->error));
    assert_true(one > 0 && one == two);
    assert_false(resolve(f, "audit:77").present);
    assert_true(resolve_put_item(
        &f->context, "audit:77", "audit", "Here", "", &two, &f->error));
    assert_true(one == two);
    assert_true(resolve(f, "audit:77").present);
    site_rollback(&f->context);
    assert_true(resolve(f, "audit:77").id == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_present),
        cmocka_unit_test(test_reasons),
        cmocka_unit_test(test_page_names),
        cmocka_unit_test(test_page_links),
        cmocka_unit_test(test_other_links),
        cmocka_unit_test(test_broken_links),
        cmocka_unit_test(test_items),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
