/* Files on records and in their forms, driven through the routes. */
#include "base/file.h"
#include "domain/evidence_file.h"
#include "domain/kind_load.h"
#include "domain/record_file.h"
#include "page_fixture.h"
#include "render/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define PROOF "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define FIELD(name, value)                                                     \
    "--x\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value   \
    "\r\n"
#define UPLOAD(name, file, content)                                            \
    "--x\r\nContent-Disposition: form-data; name=\"" name                      \
    "\"; filename=\"" file "\"\r\n\r\n" content "\r\n"
#define END "--x--"

/* A to-do gets a field of the type file. */
static int setup(void **state)
{
    struct fixture *f = fixture_create("2026-11-21T10:00:00Z");
    struct context *context = &f->context;

    assert_true(site_begin(context, &f->error));
    assert_true(database_run(context->db,
        "insert into field (kind, name, position, section, label, type, help) "
        "values ('todo', 'proof', 900, 'Proof', 'Proof of it', 'file', "
        "'What shows that it was done.')",
        NO_VALUES, &f->error));
    assert_true(site_set_setting(context, "kinds", "with-file", &f->error));
    assert_true(site_commit(context, &f->error));
    assert_true(kind_load_site(f->site, &f->error));
    fixture_add_record(
        f, "todo", "title", "One", "type", "corrective", (const char *)NULL);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static struct page_answer get(struct fixture *f, const char *path)
{
    return page_get(f, EDITOR, path);
}

static struct page_answer post(
    struct fixture *f, const char *path, const char *parts)
{
    return page_upload(f, EDITOR, path, parts);
}

static const char *proof_of(struct fixture *f, long long number)
{
    struct record record;
    bool found = false;

    assert_true(record_read(&f->context, kind_find(f->site, "todo"), number,
        &record, &found, &f->error));
    assert_true(found);
    return record_value_of(&record, "proof");
}

static bool is_kept(struct fixture *f, const char *hash)
{
    struct evidence_file file;
    bool found = false;

    assert_true(
        evidence_file_read(&f->context, hash, &file, &found, &f->error));
    return found;
}

static void a_file_is_filed(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer;

    page_leads(post(f, "/records/todo/1/files",
                   UPLOAD("file", "C:\\x\\log 1#?.txt", "abc")
                       FIELD("title", " The <log> ") END),
        "Location: /records/todo/1?files=added#files");
    answer = get(f, "/records/todo/1");
    page_has(answer.body, "<h2 id=\"files\">Files</h2>");
    page_has(answer.body, "href=\"/files/" PROOF "/log%201%23%3F.txt\"");
    page_has(answer.body, "href=\"/note/file:" PROOF);
    page_has(answer.body, "The &lt;log&gt;");
    page_has(answer.body, "3 bytes, filed by Ines Marchetti");
    page_has(answer.body, "21 Nov 2026");
    page_has(answer.body, "enctype=\"multipart/form-data\"");
    page_has(answer.body, "/withdraw\"");
}

static void only_editors_see_the_forms(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer = page_get(f, READER, "/records/todo/1");

    page_has_not(answer.body, "id=\"files\"");
    post(f, "/records/todo/1/files", UPLOAD("file", "a.txt", "abc") END);
    answer = page_get(f, READER, "/records/todo/1");
    page_has(answer.body, "id=\"files\"");
    page_has_not(answer.body, "multipart/form-data");
    page_has_not(answer.body, "withdraw");
}

static void what_is_no_file_is_refused(void **state)
{
    struct fixture *f = *state;
    const char *path = "/records/todo/1/files";

    page_refuses_saying(post(f, path, UPLOAD("file", "", "") END),
        ERROR_INVALID, "No file was sent");
    page_refuses_saying(
        post(f, path, FIELD("file", "x") END), ERROR_INVALID, "No file");
    page_refuses_saying(post(f, path, UPLOAD("file", "a.txt", "") END),
        ERROR_INVALID, "is empty");
    page_refuses_saying(
        post(f, path, UPLOAD("file", "a", "1") UPLOAD("more", "b", "2") END),
        ERROR_INVALID, "Only one file");
    page_refuses_saying(
        post(f, "/records/todo/9/files", UPLOAD("file", "a", "1") END),
        ERROR_MISSING, "There is no to-do 9");
    page_refuses_saying(
        post(f, "/records/none/1/files", UPLOAD("file", "a", "1") END),
        ERROR_MISSING, "no kind of record");
    post(f, path, UPLOAD("file", "a.txt", "abc") END);
    page_refuses_saying(post(f, path, UPLOAD("file", "b.txt", "abc") END),
        ERROR_CONFLICT, "already");
}

static void a_file_is_withdrawn(void **state)
{
    struct fixture *f = *state;
    struct record record = {.kind = kind_find(f->site, "todo"), .number = 1};
    struct record_file *files;
    const char *path;
    size_t count;
    bool found;

    post(f, "/records/todo/1/files", UPLOAD("file", "a.txt", "abc") END);
    assert_true(
        record_read(&f->context, record.kind, 1, &record, &found, &f->error));
    assert_true(
        record_file_list(&f->context, &record, &files, &count, &f->error));
    path = arena_format(
        f->arena, "/records/todo/1/files/%lld/withdraw", files[0].link);
    page_refuses_saying(
        page_post(f, EDITOR, path, "file=other"), ERROR_MISSING, "no longer");
    page_refuses_saying(
        page_post(f, EDITOR, "/records/todo/1/files/x/withdraw", "file=" PROOF),
        ERROR_MISSING, "no page");
    page_leads(
        page_post(f, EDITOR, path, "file=" PROOF), "?files=withdrawn#files");
    page_has_not(get(f, "/records/todo/1").body, PROOF);
    assert_true(is_kept(f, PROOF));
}

static void a_form_asks_for_a_file(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer = get(f, "/records/todo/1/edit");

    page_has(answer.body, " enctype=\"multipart/form-data\">");
    page_has(answer.body, "name=\"proof-file\" type=\"file\"");
    page_has(answer.body, "type=\"hidden\" name=\"proof\" value=\"\"");
    page_has_not(answer.body, "proof-remove");
    page_has_not(get(f, "/records/risk/new").body, "multipart/form-data");
    assert_true(site_begin(&f->context, &f->error));
    assert_true(database_run(f->site->db,
        "update field set retired = 1 where name = 'proof'", NO_VALUES,
        &f->error));
    assert_true(
        site_set_setting(&f->context, "kinds", "file-retired", &f->error));
    assert_true(site_commit(&f->context, &f->error));
    assert_true(kind_load_site(f->site, &f->error));
    page_has_not(get(f, "/records/todo/1/edit").body, "multipart/form-data");
}

static void a_field_holds_a_file(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer;

    page_leads(post(f, "/records/todo/1",
                   FIELD("revision", "1") FIELD("proof", "")
                       UPLOAD("proof-file", "log.txt", "abc") END),
        "saved=1");
    assert_string_equal(proof_of(f, 1), "file:" PROOF);
    answer = get(f, "/records/todo/1");
    page_has(answer.body, "Proof of it");
    page_has(answer.body, "href=\"/note/file:" PROOF);
    answer = get(f, "/records/todo/1/edit");
    page_has(answer.body, "name=\"proof\" value=\"file:" PROOF "\"");
    page_has(answer.body, "name=\"proof-remove\"");
    page_has(answer.body, "log.txt");
    /* Kept by what the form holds. */
    page_leads(post(f, "/records/todo/1",
                   FIELD("revision", "2") FIELD("title", "Other") FIELD("proof",
                       "file:" PROOF) UPLOAD("proof-file", "", "") END),
        "saved=1");
    assert_string_equal(proof_of(f, 1), "file:" PROOF);
    /* Removed by the box. */
    page_leads(post(f, "/records/todo/1",
                   FIELD("revision", "3") FIELD("proof", "file:" PROOF) FIELD(
                       "proof-remove", "yes") UPLOAD("proof-file", "", "") END),
        "saved=1");
    assert_string_equal(proof_of(f, 1), "");
    assert_true(is_kept(f, PROOF));
}

static void a_new_file_replaces(void **state)
{
    struct fixture *f = *state;

    post(f, "/records/todo/1",
        FIELD("revision", "1") UPLOAD("proof-file", "log.txt", "abc") END);
    page_leads(post(f, "/records/todo/1",
                   FIELD("revision", "2") FIELD("proof", "file:" PROOF)
                       FIELD("proof-remove", "yes")
                           UPLOAD("proof-file", "new.txt", "new") END),
        "saved=1");
    page_has_not(proof_of(f, 1), PROOF);
    page_has(proof_of(f, 1), "file:");
}

static void a_refused_form_keeps_the_file(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer = post(f, "/records/todo",
        FIELD("title", "") FIELD("type", "corrective") FIELD("proof", "")
            UPLOAD("proof-file", "log.txt", "abc") END);

    page_is(answer, 400);
    page_has(answer.body, "name=\"proof\" value=\"file:" PROOF "\"");
    page_has(answer.body, "log.txt");
    assert_true(is_kept(f, PROOF));
    page_leads(post(f, "/records/todo",
                   FIELD("title", "Now") FIELD("type", "corrective")
                       FIELD("owner", "ines.marchetti") FIELD("status", "open")
                           FIELD("proof", "file:" PROOF)
                               UPLOAD("proof-file", "", "") END),
        "/records/todo/2?saved=1");
    assert_string_equal(proof_of(f, 2), "file:" PROOF);
}

static void a_stale_form_keeps_the_file(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer;

    fixture_change_record(
        f, "todo", 1, "title", "Meanwhile", (const char *)NULL);
    answer = post(f, "/records/todo/1",
        FIELD("revision", "1") UPLOAD("proof-file", "log.txt", "abc") END);
    page_is(answer, 409);
    page_has(answer.body, "file:" PROOF);
}

static void a_bad_file_is_named_at_its_field(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer = post(f, "/records/todo/1",
        FIELD("revision", "1") FIELD("title", "Kept as typed")
            UPLOAD("proof-file", "empty.txt", "") END);

    page_is(answer, 400);
    page_has(answer.body, "The file is empty.");
    page_has(answer.body, "href=\"#f-proof\"");
    page_has(answer.body, "Kept as typed");
    assert_string_equal(proof_of(f, 1), "");
    answer = post(f, "/records/todo/1",
        FIELD("revision", "1") FIELD("proof", "todo:1") END);
    page_is(answer, 400);
    page_has(answer.body, "is not a file");
}

static void a_file_nobody_asked_for_is_refused(void **state)
{
    struct fixture *f = *state;

    page_refuses_saying(
        post(f, "/records/todo/1",
            FIELD("revision", "1") UPLOAD("title-file", "a", "1") END),
        ERROR_INVALID, "title-file: this form takes no such file");
    page_refuses_saying(
        post(f, "/records/risk",
            FIELD("title", "x") UPLOAD("proof-file", "a", "1") END),
        ERROR_INVALID, "takes no such file");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define PAGE_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        PAGE_TEST(a_file_is_filed),
        PAGE_TEST(only_editors_see_the_forms),
        PAGE_TEST(what_is_no_file_is_refused),
        PAGE_TEST(a_file_is_withdrawn),
        PAGE_TEST(a_form_asks_for_a_file),
        PAGE_TEST(a_field_holds_a_file),
        PAGE_TEST(a_new_file_replaces),
        PAGE_TEST(a_refused_form_keeps_the_file),
        PAGE_TEST(a_stale_form_keeps_the_file),
        PAGE_TEST(a_bad_file_is_named_at_its_field),
        PAGE_TEST(a_file_nobody_asked_for_is_refused),
    };

    if (!template_set_folder("templates"))
        return 2;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
