/* Pages of the manual. */
#include "web/manual_pages.h"

#include "domain/page.h"
#include "domain/site.h"
#include "render/address.h"
#include "render/home_view.h"
#include "render/page_view.h"
#include "render/watch_view.h"

#include <string.h>

static const char home_page[] = "index";

/* "policy/backup" stands below "policy": Policy / Backup. */
static bool make_crumbs(struct call *call, const struct page *page,
    struct chrome *chrome, struct error *error)
{
    struct arena *arena = call->context->arena;
    struct crumb *crumbs = arena_array(arena, 40, sizeof *crumbs);
    size_t count = 0;

    for (const char *slash = strchr(page->name, '/');
         slash != NULL && count < 30; slash = strchr(slash + 1, '/')) {
        const char *name =
            arena_copy(arena, page->name, (size_t)(slash - page->name));
        struct page above;
        bool found;

        if (!page_read(call->context, name, &above, &found, error))
            return false;
        if (!found)
            continue;
        crumbs[count].label = above.title;
        crumbs[count++].href = address_page(arena, name, "");
    }
    if (count == 0)
        return true;
    crumbs[count].label = page->title;
    crumbs[count++].href = NULL;
    chrome->crumbs = crumbs;
    chrome->crumb_count = count;
    return true;
}

static bool find_page(
    struct call *call, const char *name, struct page *page, struct error *error)
{
    bool found;

    if (!page_read(call->context, name, page, &found, error))
        return false;
    if (!found)
        return error_set(
            error, ERROR_MISSING, "There is no page %s in the manual.", name);
    return true;
}

static bool fill_page(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct page_view *view = user;
    struct context *context = view->place.context;

    return page_view_fill(view, body, error) &&
           watch_view_fill(context, view->person,
               arena_format(context->arena, "page:%s", view->page->name),
               view->page->title, body, error);
}

static bool fill_history(
    void *user, struct template_dictionary *body, struct error *error)
{
    return page_view_fill_history(user, 0, body, error);
}

struct revision_view {
    struct page_view view;
    long long number;
};

static bool fill_revision(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct revision_view *revision = user;

    return page_view_fill_revision(
        &revision->view, revision->number, body, error);
}

static bool show_revision(struct call *call, const struct chrome *chrome,
    const struct page_view *view, struct error *error)
{
    const char *number = call_query(call, "revision");
    struct revision_view revision = {.view = *view};

    if (!text_number(text_of(number), &revision.number) || revision.number < 1)
        return error_at(error, ERROR_INVALID, "revision",
            "revision=%s is not the number of a revision.", number);
    return call_render(
        call, chrome, "page_revision.tpl", fill_revision, &revision, error);
}

static struct page_view make_view(
    const struct call *call, const struct page *page)
{
    return (struct page_view){
        .place = call_place(call),
        .page = page,
        .person = call->person,
        .may_approve = call_may(call, MAY_APPROVE),
        .may_edit = call_may(call, MAY_EDIT),
        .approved_now = string_equals(call_query(call, "approved"), "1"),
    };
}

static bool show_page(struct call *call, const char *name, struct error *error)
{
    const char *show = call_query(call, "show");
    bool history = string_equals(show, "history");
    struct chrome chrome;
    struct page page;
    struct page_view view;

    if (show[0] != '\0' && !history)
        return error_at(error, ERROR_INVALID, "show",
            "show=%s is not known; the only other view of a page is "
            "show=history.",
            show);
    if (!find_page(call, name, &page, error))
        return false;
    chrome = call_chrome(call, page.title);
    chrome.page = page.name;
    chrome.reference = page.reference;
    chrome.classification = page.classification;
    chrome.version = page.version;
    view = make_view(call, &page);
    if (!make_crumbs(call, &page, &chrome, error))
        return false;
    if (history && call_query(call, "revision")[0] != '\0')
        return show_revision(call, &chrome, &view, error);
    return call_render(call, &chrome, history ? "page_history.tpl" : "page.tpl",
        history ? fill_history : fill_page, &view, error);
}

static bool page_show(struct call *call, struct error *error)
{
    const char *name = call_value(call, "name");

    if (string_equals(name, home_page))
        return response_redirect(call->response, "/", error);
    return show_page(call, name, error);
}

struct home {
    struct call *call;
    struct page_view view;
    bool has_page;
};

static bool fill_home(
    void *user, struct template_dictionary *body, struct error *error)
{
    struct home *home = user;

    return home_view_fill(home->call->context, home->call->person,
        home->has_page ? &home->view : NULL, body, error);
}

static bool home_show(struct call *call, struct error *error)
{
    struct home home = {.call = call};
    struct chrome chrome = call_chrome(call, "Home");
    struct page page;

    if (string_equals(call_query(call, "show"), "history"))
        return show_page(call, home_page, error);
    if (!page_read(call->context, home_page, &page, &home.has_page, error))
        return false;
    if (home.has_page) {
        home.view = make_view(call, &page);
        chrome.reference = page.reference;
        chrome.classification = page.classification;
        chrome.version = page.version;
    }
    chrome.nav = "/";
    chrome.page = home_page;
    return call_render(call, &chrome, "home.tpl", fill_home, &home, error);
}

/* The administrator approves the text as shown: by its hash. */
static bool approve(struct call *call, const char *name, struct error *error)
{
    const char *hash = call_field(call, "approve");
    struct page page;

    if (hash[0] == '\0')
        return error_at(error, ERROR_INVALID, "approve",
            "The form does not say which text is approved.");
    if (!find_page(call, name, &page, error) ||
        !page_approve(call->context, name, hash, error))
        return false;
    return response_redirect(call->response,
        arena_format(call->context->arena, "%s?approved=1",
            address_page(call->context->arena, name, "")),
        error);
}

static bool page_post(struct call *call, struct error *error)
{
    return approve(call, call_value(call, "name"), error);
}

static bool home_post(struct call *call, struct error *error)
{
    return approve(call, home_page, error);
}

static bool instructions_post(struct call *call, struct error *error)
{
    const char *value = call_field(call, "instructions");

    if (!string_equals(value, "yes") && !string_equals(value, "no"))
        return error_at(error, ERROR_INVALID, "instructions",
            "Instructions are either shown (yes) or not (no).");
    if (!site_begin(call->context, error))
        return false;
    if (!site_set_setting(call->context, "instructions", value, error)) {
        site_rollback(call->context);
        return false;
    }
    return site_commit(call->context, error) &&
           response_redirect(call->response, "/account", error);
}

const struct route manual_routes[] = {
    {GET, "/", home_show, ROUTE_READ | ROUTE_CACHED},
    {POST, "/", home_post, ROUTE_APPROVE},
    {GET, "/manual/*name", page_show, ROUTE_READ | ROUTE_CACHED},
    {POST, "/manual/*name", page_post, ROUTE_APPROVE},
    {POST, "/admin/instructions", instructions_post, ROUTE_ADMINISTER},
    {0},
};
