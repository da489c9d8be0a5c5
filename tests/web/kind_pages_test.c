/* The pages on which kinds are made and changed, through their routes. */
#include "web/kind_pages.h"

#include "domain/kind_save.h"
#include "page_fixture.h"
#include "render/template.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define NOW "2026-11-21T10:00:00Z"
#define HOSTILE "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
#define PERMIT                                                                 \
    "name=permit&label=Work+permit&plural=Work+permits&description=Leave&"     \
    "category=Custom+tracks&owner_label=Holder&after=todo&why=Asked+for"
#define FIELD                                                                  \
    "label=Hazard&section=Work&help=&type=choice&choices=fire%3DFire+%23red%"  \
    "0A"                                                                       \
    "gas%3DGas&listed=1&initial=&bounds=&unit=&differs=&computed=&back=&"      \
    "after=title"

static int setup(void **state)
{
    *state = fixture_create(NOW);
    return 0;
}

static int teardown(void **state)
{
    fixture_destroy(*state);
    return 0;
}

static const char *stamp_now(struct fixture *fixture)
{
    const char *stamp;

    assert_true(kind_save_stamp(&fixture->context, &stamp, &fixture->error));
    return stamp;
}

static struct page_answer get(struct fixture *fixture, const char *path)
{
    return page_get(fixture, ADMINISTRATOR, path);
}

static struct page_answer post_as_is(
    struct fixture *fixture, const char *path, const char *body)
{
    return page_post(fixture, ADMINISTRATOR, path, body);
}

/* Post with the present stamp. */
static struct page_answer post(
    struct fixture *fixture, const char *path, const char *body)
{
    return post_as_is(fixture, path,
        arena_format(fixture->arena, "stamp=%s&%s", stamp_now(fixture), body));
}

/* The form once more, with these words and what was typed. */
static void assert_again(
    struct page_answer answer, int status, const char *words, const char *typed)
{
    page_is(answer, status);
    page_has(answer.body, words);
    page_has(answer.body, typed);
    page_has(answer.body, "Not saved yet");
}

static void make_permit(struct fixture *fixture)
{
    page_leads(post(fixture, "/admin/kinds/new", PERMIT),
        "/admin/kinds/permit?saved=1");
}

static void only_administrators_get_there(void **state)
{
    (void)state;
    for (const struct route *route = kind_routes; route->pattern != NULL;
         route++)
        assert_int_equal(route->flags, ROUTE_ADMINISTER);
}

static void pages_are_shown(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer = get(fixture, "/admin");

    page_has(answer.body, "href=\"/admin/kinds\"");
    answer = get(fixture, "/admin/kinds");
    page_has(answer.body, "href=\"/admin/kinds/todo\"");
    page_has(answer.body, "shipped");
    page_has_not(answer.body, "made here");
    answer = get(fixture, "/admin/kinds/todo");
    page_has(answer.body, "name=\"status-1-label\"");
    page_has(answer.body, "/admin/kinds/todo/fields/origin");
    page_has(answer.body, "as it was shipped");
    answer = get(fixture, "/admin/kinds/todo/fields/origin");
    page_has(answer.body, "audit=Audit\nreview=Management review");
    page_has_not(answer.body, "Remove the field");
    answer = get(fixture, "/admin/kinds/nothing");
    assert_int_equal(answer.error.code, ERROR_MISSING);
    answer = get(fixture, "/admin/kinds/todo/fields/nothing");
    assert_int_equal(answer.error.code, ERROR_MISSING);
}

static void a_kind_is_made_and_used(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    make_permit(fixture);
    answer = get(fixture, "/admin/kinds/permit");
    page_has(answer.body, "made here");
    page_has(answer.body, "Asked for");
    page_has(answer.body, "Ines Marchetti");
    page_leads(
        post(fixture, "/admin/kinds/permit/fields/new", "name=hazard&" FIELD),
        "/admin/kinds/permit?saved=1");
    answer = get(fixture, "/records/permit/new");
    page_has(answer.body, "name=\"hazard\"");
    page_has(answer.body, "Fire");
    page_leads(post(fixture, "/records/permit",
                   "title=Weld&status=open&owner=ines.marchetti&hazard=gas"),
        "/records/permit/1?saved=1");
    answer = get(fixture, "/records/permit");
    page_has(answer.body, "Weld");
    page_has(answer.body, "Gas");
    answer = get(fixture, "/records/permit.csv");
    page_has(answer.body, "hazard");
    answer = get(fixture, "/records/permit/1.json");
    page_has(answer.body, "\"hazard\":\"gas\"");
}

static void bad_forms_keep_everything(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    answer = post(fixture, "/admin/kinds/new",
        "name=Bad+Name&label=" HOSTILE "&plural=P&owner_label=O&why=Reason");
    assert_again(answer, 400, "cannot be a name", "value=\"Bad Name\"");
    page_has(answer.body, "&lt;script&gt;");
    page_has_not(answer.body, "<script>alert");
    page_has(answer.body, "value=\"Reason\"");
    page_has(answer.body, "href=\"#f-name\"");
    page_has(answer.body, "aria-invalid=\"true\"");
    answer = post(fixture, "/admin/kinds/new", "name=meets&label=Typed");
    assert_again(answer, 400, "meaning of its own", "Typed");
    answer = post(fixture, "/admin/kinds/new", "name=todo&label=Typed");
    assert_again(answer, 400, "already", "Typed");
    make_permit(fixture);
    answer = post(fixture, "/admin/kinds/permit/fields/new",
        "name=hazard&" FIELD "&type=wrong");
    page_leads(answer, "saved=1"); /* the first value of a name counts */
    answer = post(fixture, "/admin/kinds/permit/fields/new",
        "name=colour&label=Typed&section=S&type=crayon&listed=0");
    assert_again(answer, 400, "no type", "value=\"crayon\"");
    answer = post(fixture, "/admin/kinds/permit/fields/new",
        "name=level&label=Typed&section=S&type=scale&listed=0&"
        "choices=high%3DHigh%0Alow");
    assert_again(answer, 400, "not a choice", "high=High\nlow");
    answer = post(fixture, "/admin/kinds/permit/fields/new",
        "name=level&label=Typed&section=S&type=scale&listed=0&"
        "required=open&required=closed&kinds=todo");
    assert_again(answer, 400, "needs choices", "value=\"closed\" checked");
}

static void what_is_in_use_stays(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    make_permit(fixture);
    page_leads(
        post(fixture, "/admin/kinds/permit/fields/new", "name=hazard&" FIELD),
        "saved=1");
    page_leads(
        post(fixture, "/records/permit", "title=Weld&status=active&hazard=gas"),
        "/records/permit/1?saved=1");
    answer = post(fixture, "/admin/kinds/permit",
        "label=L&plural=P&owner_label=O&dated=due&after=todo&"
        "status-1-name=open&status-1-label=Open&status-1-style=open&"
        "status-1-place=1&status-1-state=offered&"
        "status-2-name=active&status-2-label=Act&status-2-style=active&"
        "status-2-place=2&status-2-state=removed&"
        "status-3-name=closed&status-3-label=Shut&status-3-style=done&"
        "status-3-place=3&status-3-closed=1");
    assert_again(answer, 400, "cannot be removed", "value=\"Shut\"");
    answer = post(fixture, "/admin/kinds/permit/fields/hazard",
        "label=Hazard&section=Work&type=text&listed=1&after=title&"
        "choices=fire%3DFire");
    assert_again(answer, 400, "permit:1", "fire=Fire");
    answer = post(fixture, "/admin/kinds/permit/fields/hazard",
        "label=Hazard&section=Work&type=number&listed=1&after=title&"
        "choices=fire%3DFire%0Agas%3DGas");
    assert_again(answer, 400, "1 recorded value", "not a number");
    answer = post(fixture, "/admin/kinds/permit/fields/hazard/remove", "");
    assert_again(answer, 400, "Retire it instead", "Hazard");
}

/* Retired: kept, shown, offered only to those who have it. */
static void what_is_retired_stays_with_its_records(void **state)
{
    struct fixture *fixture = *state;
    struct page_answer answer;

    make_permit(fixture);
    page_leads(
        post(fixture, "/admin/kinds/permit/fields/new", "name=hazard&" FIELD),
        "saved=1");
    page_leads(
        post(fixture, "/records/permit", "title=Weld&status=active&hazard=gas"),
        "saved=1");
    page_leads(post(fixture, "/admin/kinds/permit/fields/hazard",
                   "label=Hazard&section=Work&type=choice&listed=1&"
                   "after=title&choices=fire%3DFire%0A-gas%3DOld+gas"),
        "saved=1");
    page_has_not(get(fixture, "/records/permit/new").body, "Old gas");
    page_has(get(fixture, "/records/permit/1/edit").body, "Old gas");
    page_has(get(fixture, "/records/permit/1").body, "Old gas");
    page_leads(post(fixture, "/admin/kinds/permit/fields/hazard",
                   "label=Hazard&section=Work&type=choice&listed=1&"
                   "after=title&choices=fire%3DFire%0A-gas%3DOld+gas&"
                   "retired=1"),
        "saved=1");
    page_has_not(
        get(fixture, "/records/permit/1/edit").body, "name=\"hazard\"");
    page_has(get(fixture, "/records/permit/1").body, "Old gas");
    page_has_not(get(fixture, "/records/permit").body, "Old gas");
    page_leads(post(fixture, "/records/permit/1",
                   "revision=1&title=Weld+it&hazard=rubbish"),
        "saved=1");
    answer = get(fixture, "/records/permit/1.json");
    page_has(answer.body, "\"hazard\":\"gas\"");
    page_has_not(answer.body, "rubbish");
}

static void a_stale_form_loses_nothing(void **state)
{
    struct fixture *fixture = *state;
    const char *stamp = stamp_now(fixture);
    struct page_answer answer;
    const char *now;

    make_permit(fixture);
    answer = post_as_is(fixture, "/admin/kinds/permit/fields/new",
        arena_format(fixture->arena, "stamp=%s&name=hazard&%s", stamp, FIELD));
    assert_again(answer, 409, "while you were writing", "value=\"hazard\"");
    page_has(answer.body, "permit: Made");
    page_has(answer.body, "Asked for");
    page_has(answer.body, "Ines Marchetti");
    now = arena_format(fixture->arena, "value=\"%s\"", stamp_now(fixture));
    page_has(answer.body, now);
    page_leads(
        post(fixture, "/admin/kinds/permit/fields/new", "name=hazard&" FIELD),
        "saved=1");
    answer = post_as_is(fixture, "/admin/kinds/new", "name=x&label=Typed");
    assert_again(answer, 409, "while you were writing", "Typed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_administrators_get_there),
#define PAGE_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        PAGE_TEST(pages_are_shown),
        PAGE_TEST(a_kind_is_made_and_used),
        PAGE_TEST(bad_forms_keep_everything),
        PAGE_TEST(what_is_in_use_stays),
        PAGE_TEST(what_is_retired_stays_with_its_records),
        PAGE_TEST(a_stale_form_loses_nothing),
    };

    if (!template_set_folder("templates"))
        return 2;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
