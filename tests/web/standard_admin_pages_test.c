/* Standards under Administration, through their routes. */
#include "base/file.h"
#include "domain/clause_text.h"
#include "domain/expectation_edit.h"
#include "domain/standard.h"
#include "domain/standard_add.h"
#include "domain/standard_edit.h"
#include "page_fixture.h"
#include "render/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define CLAUSE_PATH "/admin/standards/27001:2022/9.2.2"

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

/* Under /admin everything is for administrators. */
static struct page_answer guarded(struct page_answer answer)
{
    if (string_begins(answer.address, "/admin"))
        assert_int_equal(answer.flags, ROUTE_ADMINISTER);
    return answer;
}

static struct page_answer get(struct fixture *f, const char *path)
{
    return guarded(page_get(f, ADMINISTRATOR, path));
}

static struct page_answer post(
    struct fixture *f, const char *path, const char *body)
{
    return guarded(page_post(f, ADMINISTRATOR, path, body));
}

static struct standard find(struct fixture *f, const char *name)
{
    struct standard standard;
    bool found;

    assert_true(standard_find(&f->context, name, &standard, &found, &f->error));
    assert_true(found);
    return standard;
}

/* Scope and chosen edition of all shipped standards, as the form sends them. */
static const char *form_now(struct fixture *f, const char *leave_out)
{
    struct builder out = builder_create(f->arena);
    struct standard *standards;
    const char *stamp;
    size_t count;

    assert_true(standard_edit_stamp(&f->context, &stamp, &f->error));
    assert_true(standard_list(&f->context, &standards, &count, &f->error));
    builder_format(&out, "stamp=%s", stamp);
    for (size_t i = 0; i < count; i++) {
        const struct standard *one = &standards[i];

        if (string_equals(one->id, leave_out))
            continue;
        if (one->scope)
            builder_format(&out, "&scope=%s", one->id);
        if (one->chosen)
            builder_format(&out, "&chosen-%s=%s", one->number, one->id);
    }
    return builder_string(&out);
}

static void shows_the_standards(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer = get(f, "/admin/standards");

    assert_true(answer.fine);
    page_has(answer.body, "ISO/IEC 27001:2022");
    page_has(answer.body, "name=\"scope\" value=\"27001:2022\"");
    page_has(answer.body, "href=\"/soa/27001:2022\"");
    page_has(answer.body, "/records/applicability/new?title=");
    page_has(answer.body, "name=\"csrf\" value=\"the-token\"");
    page_has(answer.body, "None yet.");
}

static void changes_scope_and_edition(void **state)
{
    struct fixture *f = *state;
    const char *now = form_now(f, "27001:2022");
    struct page_answer answer;

    page_leads(post(f, "/admin/standards",
                   arena_format(f->arena,
                       "%s&scope=27001:2022&scope=9001:2026&chosen-27001="
                       "27001:2013&why=Both+for+a+while",
                       now)),
        "/admin/standards?saved=1");
    assert_true(find(f, "9001:2026").scope);
    assert_true(find(f, "27001:2022").scope);
    assert_string_equal(find(f, "27001").id, "27001:2013");
    answer = get(f, "/admin/standards");
    page_has(answer.body, "9001:2026: Taken into scope");
    page_has(answer.body, "27001:2013: Chosen as the edition");
    page_has(answer.body, "Both for a while");
}

static void refuses_what_cannot_be(void **state)
{
    struct fixture *f = *state;
    const char *now = form_now(f, "27001:2022");
    struct page_answer answer = post(f, "/admin/standards",
        arena_format(f->arena, "%s&chosen-27001=27001:2022", now));

    page_is(answer, 400);
    page_has(answer.body, "At least one standard must stay in scope.");
    answer = post(f, "/admin/standards",
        arena_format(f->arena, "%s&scope=27001:2022&why=%%3Cb%%3E", now));
    page_is(answer, 400);
    page_has(answer.body, "Choose exactly one edition that 27001 means.");
    page_has(answer.body, "value=\"&lt;b&gt;\"");
    assert_true(find(f, "27001").scope);
    answer =
        post(f, "/admin/standards", "scope=27001:2022&chosen-27001=27001:2022");
    page_is(answer, 409);
}

static void refuses_what_is_stale(void **state)
{
    struct fixture *f = *state;
    const char *now = form_now(f, "");
    struct page_answer answer;

    assert_true(standard_edit_scope(&f->context, "9001:2015", true, &f->error));
    answer = post(f, "/admin/standards", now);
    page_is(answer, 409);
    page_has(answer.body, "The standards were changed while you were");
    page_has(answer.body, "value=\"9001:2015\" aria-label=\"We work to ISO "
                          "9001:2015\" checked");
    assert_true(find(f, "9001:2015").scope);
}

static void says_what_it_understood(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer = get(f, CLAUSE_PATH);

    assert_true(answer.fine);
    page_has(answer.body, "Internal audit programme");
    page_has(answer.body, "audit is closed within 12 months");
    page_has(answer.body, "Show it in words");
    page_has_not(answer.body, "value=\"add\"");
    answer = post(
        f, CLAUSE_PATH, "step=show&words=at+least+2+audit+linked&why=Twice");
    page_is(answer, 200);
    page_has(answer.body, "At least 2 audits that refer to this clause");
    page_has(answer.body, "value=\"add\"");
    page_has(answer.body, "value=\"Twice\"");
    /* Nothing is saved by looking. */
    page_has(get(f, CLAUSE_PATH).body, "Nothing was added or withdrawn");
}

static void refuses_with_the_sentence_of_the_language(void **state)
{
    static const char *const cases[][2] = {
        {"words=", "This must be filled in."},
        {"words=audits", "there is no kind of record “audits”"},
        {"words=audit+is+finished", "audit has no status “finished”"},
        {"words=audit+closed", "not “closed”"},
        {"words=audit+is+closed+within+12+months",
            "Exactly this is expected there already."},
        {"words=%3Cb%3E", "&lt;b&gt;"},
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page_answer answer = post(
            f, CLAUSE_PATH, arena_format(f->arena, "step=add&%s", cases[i][0]));

        page_is(answer, 400);
        page_has(answer.body, cases[i][1]);
        page_has(answer.body, "id=\"f-words-e\"");
    }
    page_has(get(f, CLAUSE_PATH).body, "Nothing was added or withdrawn");
}

static void adds_and_withdraws(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer;

    page_leads(post(f, CLAUSE_PATH,
                   "step=add&words=++at+least+2+audit+is+closed&why=Twice"),
        CLAUSE_PATH "?saved=1");
    answer = get(f, CLAUSE_PATH);
    page_has(answer.body, "At least 2 closed audits");
    page_has(answer.body, "name=\"position\" value=\"1000\"");
    page_has(answer.body, "Expectation added");
    page_has(
        get(f, "/admin/standards").body, "27001:2022 9.2.2: Expectation added");
    page_has(get(f, "/conformance/27001:2022/9.2.2").body,
        "At least 2 closed audits");
    answer = post(
        f, CLAUSE_PATH, "step=withdraw&position=1000&words=something+else");
    page_refuses(answer, ERROR_MISSING, NULL);
    /* What was shipped cannot be withdrawn. */
    answer = post(f, CLAUSE_PATH,
        "step=withdraw&position=0&words=audit+is+closed+within+12+months");
    assert_false(answer.fine);
    page_leads(
        post(f, CLAUSE_PATH,
            "step=withdraw&position=1000&words=at+least+2+audit+is+closed"),
        CLAUSE_PATH "?saved=1");
    answer = get(f, CLAUSE_PATH);
    page_has_not(answer.body, "name=\"position\" value=\"1000\"");
    page_has(answer.body, "Expectation withdrawn");
    page_has_not(get(f, "/conformance/27001:2022/9.2.2").body,
        "At least 2 closed audits");
}

static void headings_expect_nothing(void **state)
{
    struct fixture *f = *state;
    struct page_answer answer = get(f, "/admin/standards/27001:2022/9.2");

    assert_true(answer.fine);
    page_has(answer.body, "asks for nothing itself");
    page_has_not(answer.body, "f-words");
    answer = post(
        f, "/admin/standards/27001:2022/9.2", "step=add&words=audit+linked");
    page_is(answer, 400);
    answer = get(f, "/admin/standards/27001:2022/99");
    page_refuses(answer, ERROR_MISSING, NULL);
    answer = get(f, "/admin/standards/4711/9");
    page_refuses(answer, ERROR_MISSING, NULL);
}

/* The clause's page shows it, and who administers finds the way here. */
static void the_clause_shows_licensed_text(void **state)
{
    struct fixture *f = *state;
    const char *path = file_join(f->arena, f->root, "words.txt");
    struct page_answer answer;
    size_t count;

    page_has_not(get(f, "/conformance/27001:2022/9.2.2").body, "licensed");
    assert_true(file_write(f->arena, path,
        text_of("clause 9.2.2\nThe zebra <shall>\n\na) run;\n"), &f->error));
    assert_true(clause_text_put(
        &f->context, "27001:2022", path, false, &count, &f->error));
    answer = get(f, "/conformance/27001:2022/9.2.2");
    assert_null(strstr(strstr(answer.body, "The zebra") + 1, "The zebra"));
    page_has(answer.body, "href=\"" CLAUSE_PATH "/a\"");
    page_has(answer.body, "The zebra &lt;shall&gt;\n\na) run;");
    page_has(answer.body, "Licensed text, not exported.");
    page_has(answer.body, "href=\"" CLAUSE_PATH "\"");
    answer = page_get(f, READER, "/conformance/27001:2022/9.2.2");
    page_has(answer.body, "The zebra");
    page_has_not(answer.body, CLAUSE_PATH);
    page_has_not(get(f, "/conformance/27001:2022.json").body, "zebra");
    page_has_not(get(f, "/soa/27001:2022.csv").body, "zebra");
    page_has_not(get(f, "/soa/27001:2022.json").body, "zebra");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(shows_the_standards),
        TEST(changes_scope_and_edition),
        TEST(refuses_what_cannot_be),
        TEST(refuses_what_is_stale),
        TEST(says_what_it_understood),
        TEST(refuses_with_the_sentence_of_the_language),
        TEST(adds_and_withdraws),
        TEST(headings_expect_nothing),
        TEST(the_clause_shows_licensed_text),
    };

    if (!template_set_folder("templates"))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
