/* The on-line help: the shipped folder manual/help. */
#include "web/help_pages.h"

#include "base/file.h"
#include "domain/front_matter.h"
#include "domain/page.h"
#include "domain/site.h"
#include "render/page_view.h"

#include <string.h>

struct help {
    struct call *call;
    const char *title;
    struct text content;
    const char *path; /* below manual/, for relative links */
};

/* Help pages link to one another by file: `records.md` is /help/records. */
static bool fill_help(
    void *user, struct template_dictionary *body, struct error *error)
{
    struct help *help = user;
    struct place place = call_place(help->call);

    place.path = help->path;
    place.help = true;
    template_set(body, "TITLE", help->title);
    return page_view_fill_text(&place, help->content, body, error);
}

static const char *find_file(
    struct call *call, const char *folder, const char *name)
{
    struct arena *arena = call->context->arena;
    const char *path = arena_format(arena, "%s.md", name);

    if (name[0] == '\0')
        path = "index.md";
    else if (!file_stat(file_join(arena, folder, path)).exists)
        path = arena_format(arena, "%s/index.md", name);
    return file_stat(file_join(arena, folder, path)).exists ? path : NULL;
}

static bool show(struct call *call, const char *name, struct error *error)
{
    struct arena *arena = call->context->arena;
    const char *folder =
        file_join(arena, call->context->site->shared, "manual/help");
    struct chrome chrome = call_chrome(call, "On-line help");
    struct help help = {.call = call};
    struct front_matter matter;
    struct crumb crumbs[2] = {{"On-line help", "/help/"}, {NULL, NULL}};
    size_t size = strlen(name);

    if (size > 0 && name[size - 1] == '/')
        name = arena_copy(arena, name, size - 1);
    if (name[0] != '\0' && !file_is_inside(name))
        return error_set(
            error, ERROR_MISSING, "There is no help page %s.", name);
    help.path = find_file(call, folder, name);
    if (help.path == NULL)
        return error_set(
            error, ERROR_MISSING, "There is no help page %s.", name);
    if (!file_read(arena, file_join(arena, folder, help.path), PAGE_LIMIT,
            &help.content, error) ||
        !front_matter_parse(arena, help.content, &matter, error))
        return false;
    help.title = front_matter_value(&matter, "title");
    chrome.title = help.title;
    chrome.nav = "/help/";
    if (name[0] != '\0') {
        crumbs[1].label = help.title;
        chrome.crumbs = crumbs;
        chrome.crumb_count = 2;
    }
    return call_render(call, &chrome, "help.tpl", fill_help, &help, error);
}

static bool help_index(struct call *call, struct error *error)
{
    return show(call, "", error);
}

static bool help_show(struct call *call, struct error *error)
{
    return show(call, call_value(call, "name"), error);
}

const struct route help_routes[] = {
    {GET, "/help", help_index, ROUTE_READ | ROUTE_CACHED},
    {GET, "/help/", help_index, ROUTE_READ | ROUTE_CACHED},
    {GET, "/help/*name", help_show, ROUTE_READ | ROUTE_CACHED},
    {0},
};
