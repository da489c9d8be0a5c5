/* The page of links: making by reference and by words, affirming, taking
 * back, and who may. */
#include "domain/kind_load.h"
#include "domain/link_manual.h"
#include "page_fixture.h"
#include "render/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

/* The owners of the two records are links 1 and 2; the next one is 3. */
static int setup(void **state)
{
    struct fixture *fixture = fixture_create("2026-11-21T10:00:00Z");

    fixture_put_page(
        fixture, "policy.md", "# Policy\n\n## Scope\n\nAll of it.\n");
    fixture_add_record(fixture, "todo", "title", "Be <quick>", NULL);
    fixture_add_record(fixture, "todo", "title", "Be thorough", NULL);
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static struct page_answer post(
    struct fixture *f, const char *path, const char *body)
{
    return page_post(f, EDITOR, path, body);
}

/* What the button “Still holds” of link 3 sends. */
static const char *affirmation(struct fixture *f, const char *of)
{
    struct link link;

    assert_true(link_read(&f->context, 3, &link, &f->error));
    return arena_format(f->arena, "of=%s&target=%s&fingerprint=%s", of,
        link.target, link.fingerprint);
}

static void only_editors_change(void **state)
{
    assert_true(page_flags(*state, GET, "/links") & ROUTE_READ);
    assert_true(page_flags(*state, POST, "/links") & ROUTE_EDIT);
    assert_true(page_flags(*state, POST, "/links/3/affirm") & ROUTE_EDIT);
    assert_true(page_flags(*state, POST, "/links/3/withdraw") & ROUTE_EDIT);
}

static void made_by_reference(void **state)
{
    struct page_answer answer = post(
        *state, "/links", "from=page:policy%23scope&to=todo:1&role=supports");

    page_leads(answer, "/links?of=page%3Apolicy%23scope");
    answer =
        page_get(*state, EDITOR, "/links?of=page:policy%23scope&done=linked");
    page_is(answer, 200);
    page_has(answer.body, "Supports");
    page_has(answer.body, "Be &lt;quick&gt;");
    page_has(answer.body, "/links/3/withdraw");
    page_has(answer.body, "Linked.");
    answer = page_get(*state, READER, "/links?of=todo:1");
    page_has(answer.body, "Supported by");
    page_has_not(answer.body, "/withdraw");
    page_has_not(answer.body, "name=\"to\"");
}

static void found_by_words(void **state)
{
    struct page_answer answer =
        post(*state, "/links", "from=page:policy&to=+thorough+&role=depends");

    page_is(answer, 200);
    page_has(answer.body, "Which of these?");
    page_has(answer.body, "name=\"to\" value=\"todo:2\" checked");
    page_has(answer.body, "name=\"role\" value=\"depends\"");
}

static void refused_at_the_field(void **state)
{
    static const struct {
        const char *body;
        const char *words;
    } cases[] = {
        {"from=todo:1&to=zebra&role=related", "nothing is found by it"},
        {"from=todo:1&to=&role=related", "Type a reference"},
        {"from=todo:1&to=todo:1&role=related", "linked to itself"},
        {"from=todo:1&to=todo:2&role=adores", "not one of the ways"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct page_answer answer = post(*state, "/links", cases[i].body);

        page_is(answer, 400);
        page_has(answer.body, cases[i].words);
        page_has(answer.body, "aria-invalid=\"true\"");
    }
    page_refuses(post(*state, "/links", "from=todo:9&to=todo:1&role=related"),
        ERROR_MISSING, "from");
    page_refuses(
        page_get(*state, READER, "/links?of=rubbish"), ERROR_MISSING, "of");
    page_refuses(page_get(*state, READER, "/links"), ERROR_MISSING, "of");
}

/* Both ends show what was linked by hand, each under its heading. */
static void shown_at_both_ends(void **state)
{
    static const struct {
        const char *ref;
        const char *coded;
    } ends[] = {{"page:policy", "page%3Apolicy"},
        {"page:policy#scope", "page%3Apolicy%23scope"},
        {"clause:27001:2022/9.2.2", "clause%3A27001%3A2022%2F9.2.2"},
        {"person:ines.marchetti", "person%3Aines.marchetti"}};
    struct fixture *f = *state;

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *note = arena_format(f->arena, "/note/%s", ends[i].ref);
        const char *text;

        page_is(post(f, "/links",
                    arena_format(f->arena, "from=%s&to=todo%%3A1&role=leads",
                        ends[i].coded)),
            303);
        page_is(post(f, "/links",
                    arena_format(f->arena, "from=todo%%3A2&to=%s&role=proves",
                        ends[i].coded)),
            303);
        text = page_body(page_get(f, READER, note));
        page_has(text, "<h2>What refers to it</h2>");
        page_has(text, "<dt>Led to</dt>");
        page_has(text, "Be &lt;quick&gt;");
        page_has(text, "<dt>Proved by</dt>");
        page_has(text, "Be thorough");
    }
    page_has(
        page_body(page_get(f, READER, "/manual/policy")), "<dt>Led to</dt>");
    page_has(
        page_body(page_get(f, READER, "/manual/policy")), "<dt>Proved by</dt>");
    page_has(page_body(page_get(f, READER, "/conformance/27001:2022/9.2.2")),
        "<dt>Proved by</dt>");
}

/* The footnote of a record marks what the record's page marks. */
static void suspect_in_the_footnote(void **state)
{
    static const char mark[] = "changed since linked";
    struct fixture *f = *state;

    page_is(post(f, "/links", "from=todo:1&to=todo:2&role=related"), 303);
    page_has_not(page_body(page_get(f, READER, "/note/todo:1")), mark);
    fixture_change_record(f, "todo", 2LL, "title", "Be slow", NULL);
    page_has(page_body(page_get(f, READER, "/records/todo/1")), mark);
    page_has(page_body(page_get(f, READER, "/note/todo:1")), mark);
}

static void reserve_todos(struct fixture *f)
{
    assert_true(site_begin(&f->context, &f->error));
    assert_true(database_run(f->context.db,
        "insert into kind_role (kind, role) values ('todo', 'trainer')",
        NO_VALUES, &f->error));
    assert_true(
        site_set_setting(&f->context, "kinds", "other roles", &f->error));
    assert_true(site_commit(&f->context, &f->error));
    assert_true(kind_load_site(f->site, &f->error));
}

/* Links of a record that only some may change are theirs alone. */
static void only_the_kinds_roles(void **state)
{
    struct fixture *f = *state;

    page_is(post(f, "/links", "from=todo:1&to=todo:2&role=related"), 303);
    reserve_todos(f);
    page_refuses(post(f, "/links", "from=todo:1&to=page:policy&role=related"),
        ERROR_FORBIDDEN, NULL);
    page_refuses(post(f, "/links/3/affirm", "of=todo:1&target=todo:2"),
        ERROR_FORBIDDEN, NULL);
    page_refuses(post(f, "/links/3/withdraw", "of=todo:1&target=todo:2"),
        ERROR_FORBIDDEN, NULL);
    page_has_not(page_get(f, EDITOR, "/links?of=todo:1").body, "name=\"to\"");
    page_is(post(f, "/links", "from=page:policy&to=todo:1&role=related"), 303);
}

/* At either end, what is offered is what may be done: that is asked of the
 * source, which need not be what the page is about. */
static void offered_to_those_who_may(void **state)
{
    static const char *const ends[] = {
        "/links?of=page:policy", "/links?of=todo:1"};
    struct fixture *f = *state;

    page_is(post(f, "/links", "from=todo:1&to=page:policy&role=related"), 303);
    page_is(post(f, "/links", "from=page:policy&to=todo:1&role=related"), 303);
    fixture_put_page(f, "policy.md", "# Policy\n\nSome of it.\n");
    fixture_change_record(f, "todo", 1LL, "title", "Be slow", NULL);
    reserve_todos(f);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *text = page_body(page_get(f, EDITOR, ends[i]));

        page_has_not(text, "/links/3/affirm");
        page_has_not(text, "/links/3/withdraw");
        page_has(text, "/links/4/affirm");
        page_has(text, "/links/4/withdraw");
        text = page_body(page_get(f, ADMINISTRATOR, ends[i]));
        page_has(text, "/links/3/affirm");
        page_has(text, "/links/3/withdraw");
        page_has_not(page_body(page_get(f, READER, ends[i])), "/affirm");
    }
    page_refuses(post(f, "/links/3/affirm", affirmation(f, "page:policy")),
        ERROR_FORBIDDEN, NULL);
    page_refuses(
        post(f, "/links/3/withdraw", "of=page:policy&target=page:policy"),
        ERROR_FORBIDDEN, NULL);
    page_is(post(f, "/links/4/withdraw", "of=todo:1&target=todo:1"), 303);
}

static void refused_as_changed_again(struct fixture *f, const char *body)
{
    struct page_answer answer = post(f, "/links/3/affirm", body);

    page_is(answer, 409);
    page_has(answer.body, "flash-error");
    page_has(answer.body, "What todo:1 says was changed again");
    page_has(answer.body, "changed since linked");
    page_has(answer.body, strrchr(affirmation(f, "page:policy"), '=') + 1);
    page_has_not(answer.body, "<span class=\"sub\">affirmed");
}

/* The button speaks of the words that were shown beside it. */
static void affirmed_as_it_was_shown(void **state)
{
    static const char page[] = "/links?of=page:policy";
    struct fixture *f = *state;
    const char *shown;

    page_is(post(f, "/links", "from=page:policy&to=todo:1&role=related"), 303);
    fixture_change_record(f, "todo", 1LL, "title", "Be slow", NULL);
    shown = affirmation(f, "page:policy");
    page_has(page_body(page_get(f, EDITOR, page)),
        arena_format(f->arena, "name=\"fingerprint\" value=\"%s\"",
            strrchr(shown, '=') + 1));
    fixture_change_record(f, "todo", 1LL, "title", "Be gone", NULL);
    refused_as_changed_again(f, shown);
    refused_as_changed_again(f, "of=page:policy&target=todo:1");
    shown = affirmation(f, "page:policy");
    page_leads(post(f, "/links/3/affirm", shown), "done=affirmed");
    page_leads(post(f, "/links/3/affirm", shown), "done=affirmed");
    page_has_not(page_body(page_get(f, EDITOR, page)), "changed since linked");
    page_leads(post(f, "/links/3/affirm", "of=page:policy&target=todo:1"),
        "done=affirmed");
}

static void affirmed_and_taken_back(void **state)
{
    struct fixture *f = *state;

    post(f, "/links", "from=page:policy&to=todo:1&role=related");
    page_has_not(
        page_get(f, EDITOR, "/links?of=page:policy").body, "Still holds");
    fixture_change_record(f, "todo", 1LL, "title", "Be slow", NULL);
    page_has(page_get(f, EDITOR, "/links?of=page:policy").body,
        "changed since linked");
    page_has(page_get(f, EDITOR, "/links?of=page:policy").body, "Still holds");
    page_refuses(post(f, "/links/3/affirm", "of=page:policy&target=todo:2"),
        ERROR_MISSING, NULL);
    page_is(post(f, "/links/3/affirm", affirmation(f, "page:policy")), 303);
    page_has_not(page_get(f, EDITOR, "/links?of=page:policy").body,
        "changed since linked");
    page_has(page_get(f, EDITOR, "/links?of=page:policy").body, "affirmed");
    page_is(post(f, "/links/3/withdraw", "of=page:policy&target=todo:1"), 303);
    page_has(page_get(f, EDITOR, "/links?of=page:policy").body,
        "Not linked to anything");
    page_refuses(post(f, "/links/3/withdraw", "of=page:policy&target=todo:1"),
        ERROR_MISSING, NULL);
    page_refuses(post(f, "/links/x/affirm", "of=page:policy&target=todo:1"),
        ERROR_MISSING, NULL);
}

#define EACH(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        EACH(shown_at_both_ends),
        EACH(suspect_in_the_footnote),
        EACH(only_editors_change),
        EACH(made_by_reference),
        EACH(found_by_words),
        EACH(refused_at_the_field),
        EACH(only_the_kinds_roles),
        EACH(offered_to_those_who_may),
        EACH(affirmed_as_it_was_shown),
        EACH(affirmed_and_taken_back),
    };

    if (!template_set_folder("templates"))
        return 2;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
