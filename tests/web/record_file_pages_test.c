/* Files on records and in their forms, driven through the routes. */
#include "base/file.h"
#include "domain/evidence_file.h"
#include "domain/kind_load.h"
#include "domain/record_file.h"
#include "render/template.h"
#include "site_fixture.h"
#include "web/call.h"
#include "web/record_pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#define PROOF "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define TYPE "multipart/form-data; boundary=x"
#define FIELD(name, value)                                                     \
    "--x\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value   \
    "\r\n"
#define UPLOAD(name, file, content)                                            \
    "--x\r\nContent-Disposition: form-data; name=\"" name                      \
    "\"; filename=\"" file "\"\r\n\r\n" content "\r\n"
#define END "--x--"

struct answer {
    bool fine;
    int status;
    const char *body;
    const char *head;
    struct error error;
};

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

static const struct route *route_of(
    struct request *request, struct route_values *values)
{
    const struct route *const tables[] = {record_routes, NULL};
    bool known;
    const struct route *route = route_match(tables, request, values, &known);

    assert_non_null(route);
    return route;
}

static struct answer send(struct fixture *f, enum request_method method,
    const char *path, const char *body, unsigned permissions)
{
    struct person person = {.login = "ines.marchetti",
        .name = "Ines Marchetti",
        .post = "",
        .email = "",
        .roles = "administrator",
        .permissions = permissions,
        .active = true};
    struct request request = {.arena = f->arena,
        .method = method,
        .path = path,
        .query_string = "",
        .cookies = "",
        .content_type = TYPE,
        .has_parts = method == POST,
        .body = text_of(body)};
    struct response response = response_create(f->arena);
    struct route_values values = {.count = 0};
    struct call call = {.context = &f->context,
        .request = &request,
        .response = &response,
        .values = &values,
        .person = &person,
        .csrf = "the-token",
        .token = ""};
    struct answer answer = {.error = error_create(f->arena)};
    const struct route *route = route_of(&request, &values);

    if (method == POST && body[0] != '\0') {
        assert_true((route->flags & ROUTE_UPLOAD) != 0 ||
                    strstr(path, "withdraw") != NULL);
        assert_true(request_read_parts(&request, &f->error));
    }
    answer.fine = route->handler(&call, &answer.error);
    answer.status = response.status;
    answer.body = builder_string(&response.body);
    answer.head = answer.fine ? response_head(&response) : "";
    return answer;
}

static struct answer get(struct fixture *f, const char *path)
{
    return send(f, GET, path, "", MAY_READ | MAY_EDIT);
}

static struct answer post(struct fixture *f, const char *path, const char *body)
{
    return send(f, POST, path, body, MAY_READ | MAY_EDIT);
}

#define assert_has(text, part)                                                 \
    do {                                                                       \
        if (strstr((text), (part)) == NULL)                                    \
            fail_msg("“%s” is not in:\n%s", (part), (text));                   \
    } while (0)

#define assert_has_not(text, part)                                             \
    do {                                                                       \
        if (strstr((text), (part)) != NULL)                                    \
            fail_msg("“%s” is in:\n%s", (part), (text));                       \
    } while (0)

static void assert_moved(struct answer answer, const char *to)
{
    if (!answer.fine)
        fail_msg("refused: %s", answer.error.message);
    if (answer.status != 303)
        fail_msg("%d: %s", answer.status, answer.body);
    assert_has(answer.head, to);
}

static void assert_refused(
    struct answer answer, enum error_code code, const char *words)
{
    assert_false(answer.fine);
    assert_int_equal(answer.error.code, code);
    assert_has(answer.error.message, words);
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
    struct answer answer;

    assert_moved(post(f, "/records/todo/1/files",
                     UPLOAD("file", "C:\\x\\log 1#?.txt", "abc")
                         FIELD("title", " The <log> ") END),
        "Location: /records/todo/1?files=added#files");
    answer = get(f, "/records/todo/1");
    assert_has(answer.body, "<h2 id=\"files\">Files</h2>");
    assert_has(answer.body, "href=\"/files/" PROOF "/log%201%23%3F.txt\"");
    assert_has(answer.body, "href=\"/note/file:" PROOF);
    assert_has(answer.body, "The &lt;log&gt;");
    assert_has(answer.body, "3 bytes, filed by Ines Marchetti");
    assert_has(answer.body, "21 Nov 2026");
    assert_has(answer.body, "enctype=\"multipart/form-data\"");
    assert_has(answer.body, "/withdraw\"");
}

static void only_editors_see_the_forms(void **state)
{
    struct fixture *f = *state;
    struct answer answer = send(f, GET, "/records/todo/1", "", MAY_READ);

    assert_has_not(answer.body, "id=\"files\"");
    post(f, "/records/todo/1/files", UPLOAD("file", "a.txt", "abc") END);
    answer = send(f, GET, "/records/todo/1", "", MAY_READ);
    assert_has(answer.body, "id=\"files\"");
    assert_has_not(answer.body, "multipart/form-data");
    assert_has_not(answer.body, "withdraw");
}

static void what_is_no_file_is_refused(void **state)
{
    struct fixture *f = *state;
    const char *path = "/records/todo/1/files";

    assert_refused(post(f, path, UPLOAD("file", "", "") END), ERROR_INVALID,
        "No file was sent");
    assert_refused(
        post(f, path, FIELD("file", "x") END), ERROR_INVALID, "No file");
    assert_refused(post(f, path, UPLOAD("file", "a.txt", "") END),
        ERROR_INVALID, "is empty");
    assert_refused(
        post(f, path, UPLOAD("file", "a", "1") UPLOAD("more", "b", "2") END),
        ERROR_INVALID, "Only one file");
    assert_refused(
        post(f, "/records/todo/9/files", UPLOAD("file", "a", "1") END),
        ERROR_MISSING, "There is no to-do 9");
    assert_refused(
        post(f, "/records/none/1/files", UPLOAD("file", "a", "1") END),
        ERROR_MISSING, "no kind of record");
    post(f, path, UPLOAD("file", "a.txt", "abc") END);
    assert_refused(post(f, path, UPLOAD("file", "b.txt", "abc") END),
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
    assert_refused(
        post(f, path, FIELD("file", "other") END), ERROR_MISSING, "no longer");
    assert_refused(
        post(f, "/records/todo/1/files/x/withdraw", FIELD("file", PROOF) END),
        ERROR_MISSING, "no page");
    assert_moved(
        post(f, path, FIELD("file", PROOF) END), "?files=withdrawn#files");
    assert_has_not(get(f, "/records/todo/1").body, PROOF);
    assert_true(is_kept(f, PROOF));
}

static void a_form_asks_for_a_file(void **state)
{
    struct fixture *f = *state;
    struct answer answer = get(f, "/records/todo/1/edit");

    assert_has(answer.body, " enctype=\"multipart/form-data\">");
    assert_has(answer.body, "name=\"proof-file\" type=\"file\"");
    assert_has(answer.body, "type=\"hidden\" name=\"proof\" value=\"\"");
    assert_has_not(answer.body, "proof-remove");
    assert_has_not(get(f, "/records/risk/new").body, "multipart/form-data");
    assert_true(site_begin(&f->context, &f->error));
    assert_true(database_run(f->site->db,
        "update field set retired = 1 where name = 'proof'", NO_VALUES,
        &f->error));
    assert_true(
        site_set_setting(&f->context, "kinds", "file-retired", &f->error));
    assert_true(site_commit(&f->context, &f->error));
    assert_true(kind_load_site(f->site, &f->error));
    assert_has_not(get(f, "/records/todo/1/edit").body, "multipart/form-data");
}

static void a_field_holds_a_file(void **state)
{
    struct fixture *f = *state;
    struct answer answer;

    assert_moved(post(f, "/records/todo/1",
                     FIELD("revision", "1") FIELD("proof", "")
                         UPLOAD("proof-file", "log.txt", "abc") END),
        "saved=1");
    assert_string_equal(proof_of(f, 1), "file:" PROOF);
    answer = get(f, "/records/todo/1");
    assert_has(answer.body, "Proof of it");
    assert_has(answer.body, "href=\"/note/file:" PROOF);
    answer = get(f, "/records/todo/1/edit");
    assert_has(answer.body, "name=\"proof\" value=\"file:" PROOF "\"");
    assert_has(answer.body, "name=\"proof-remove\"");
    assert_has(answer.body, "log.txt");
    /* Kept by what the form holds. */
    assert_moved(
        post(f, "/records/todo/1",
            FIELD("revision", "2") FIELD("title", "Other")
                FIELD("proof", "file:" PROOF) UPLOAD("proof-file", "", "") END),
        "saved=1");
    assert_string_equal(proof_of(f, 1), "file:" PROOF);
    /* Removed by the box. */
    assert_moved(
        post(f, "/records/todo/1",
            FIELD("revision", "3") FIELD("proof", "file:" PROOF)
                FIELD("proof-remove", "yes") UPLOAD("proof-file", "", "") END),
        "saved=1");
    assert_string_equal(proof_of(f, 1), "");
    assert_true(is_kept(f, PROOF));
}

static void a_new_file_replaces(void **state)
{
    struct fixture *f = *state;

    post(f, "/records/todo/1",
        FIELD("revision", "1") UPLOAD("proof-file", "log.txt", "abc") END);
    assert_moved(post(f, "/records/todo/1",
                     FIELD("revision", "2") FIELD("proof", "file:" PROOF)
                         FIELD("proof-remove", "yes")
                             UPLOAD("proof-file", "new.txt", "new") END),
        "saved=1");
    assert_has_not(proof_of(f, 1), PROOF);
    assert_has(proof_of(f, 1), "file:");
}

static void a_refused_form_keeps_the_file(void **state)
{
    struct fixture *f = *state;
    struct answer answer = post(f, "/records/todo",
        FIELD("title", "") FIELD("type", "corrective") FIELD("proof", "")
            UPLOAD("proof-file", "log.txt", "abc") END);

    assert_true(answer.fine);
    assert_int_equal(answer.status, 400);
    assert_has(answer.body, "name=\"proof\" value=\"file:" PROOF "\"");
    assert_has(answer.body, "log.txt");
    assert_true(is_kept(f, PROOF));
    assert_moved(
        post(f, "/records/todo",
            FIELD("title", "Now") FIELD("type", "corrective")
                FIELD("owner", "ines.marchetti") FIELD("status", "open") FIELD(
                    "proof", "file:" PROOF) UPLOAD("proof-file", "", "") END),
        "/records/todo/2?saved=1");
    assert_string_equal(proof_of(f, 2), "file:" PROOF);
}

static void a_stale_form_keeps_the_file(void **state)
{
    struct fixture *f = *state;
    struct answer answer;

    fixture_change_record(
        f, "todo", 1, "title", "Meanwhile", (const char *)NULL);
    answer = post(f, "/records/todo/1",
        FIELD("revision", "1") UPLOAD("proof-file", "log.txt", "abc") END);
    assert_true(answer.fine);
    assert_int_equal(answer.status, 409);
    assert_has(answer.body, "file:" PROOF);
}

static void a_bad_file_is_named_at_its_field(void **state)
{
    struct fixture *f = *state;
    struct answer answer = post(f, "/records/todo/1",
        FIELD("revision", "1") FIELD("title", "Kept as typed")
            UPLOAD("proof-file", "empty.txt", "") END);

    assert_true(answer.fine);
    assert_int_equal(answer.status, 400);
    assert_has(answer.body, "The file is empty.");
    assert_has(answer.body, "href=\"#f-proof\"");
    assert_has(answer.body, "Kept as typed");
    assert_string_equal(proof_of(f, 1), "");
    answer = post(f, "/records/todo/1",
        FIELD("revision", "1") FIELD("proof", "todo:1") END);
    assert_int_equal(answer.status, 400);
    assert_has(answer.body, "is not a file");
}

static void a_file_nobody_asked_for_is_refused(void **state)
{
    struct fixture *f = *state;

    assert_refused(
        post(f, "/records/todo/1",
            FIELD("revision", "1") UPLOAD("title-file", "a", "1") END),
        ERROR_INVALID, "title-file: this form takes no such file");
    assert_refused(post(f, "/records/risk",
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
