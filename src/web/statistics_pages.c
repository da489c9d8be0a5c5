/* /records/KIND/statistics */
#include "web/statistics_pages.h"

#include "base/clock.h"
#include "render/statistics_view.h"
#include "web/record_call.h"

struct statistics {
    struct call *call;
    const struct kind *kind;
};

static bool fill_page(
    void *user, struct template_dictionary *page, struct error *error)
{
    const struct statistics *statistics = user;
    struct context *context = statistics->call->context;
    const char *list =
        record_call_list_address(context->arena, statistics->kind, "");

    template_set(page, "PLURAL", statistics->kind->plural);
    template_set(page, "LIST_HREF", list);
    template_set(page, "STATISTICS_WORDS",
        arena_format(context->arena,
            "How these records are spread, as of %s. A number in a table "
            "leads to the records behind it where the list can show them.",
            clock_show(context->arena, context->today)));
    return statistics_view_fill(context, statistics->kind, list, page, error);
}

static bool show(struct call *call, struct error *error)
{
    struct statistics statistics = {.call = call};
    struct crumb crumbs[3] = {{"Records", "/records"}};
    struct chrome chrome;

    if (!record_call_kind(
            call, call_value(call, "kind"), &statistics.kind, error))
        return false;
    crumbs[1] = (struct crumb){statistics.kind->plural,
        record_call_list_address(call->context->arena, statistics.kind, "")};
    crumbs[2] = (struct crumb){"Statistics", NULL};
    chrome = record_call_chrome(
        call, arena_format(call->context->arena, "Statistics: %s",
                  statistics.kind->plural));
    chrome.crumbs = crumbs;
    chrome.crumb_count = 3;
    return call_render(
        call, &chrome, "statistics.tpl", fill_page, &statistics, error);
}

const struct route statistics_routes[] = {
    {GET, "/records/:kind/statistics", show, ROUTE_READ | ROUTE_CACHED},
    {GET, NULL, NULL, 0},
};
