/* Feeds and watching. */
#include "web/update_pages.h"

#include "domain/resolve.h"
#include "domain/watch.h"
#include "render/address.h"
#include "render/record_label.h"
#include "render/update_view.h"
#include "render/watch_view.h"
#include "web/record_call.h"

enum { UPDATE_PAGE_SIZE = 50 };

/* One page of a feed. */
struct feed {
    struct call *call;
    struct record record;    /* id 0: not of one record */
    const struct kind *kind; /* NULL: not of one kind of record */
    const char *scope;       /* what the button watches */
    const char *what;        /* how that is called in a sentence */
    const char *heading;
    const char *address;
    const char *json; /* the same as JSON */
    bool mine;
    bool pages; /* of the manual, all of them */
    struct update_filter filter;
    struct update *updates;
    size_t count;
    bool more;
};

static struct arena *arena_of(const struct feed *feed)
{
    return feed->call->context->arena;
}

static void set_all(struct feed *feed)
{
    feed->heading = feed->mine ? "Updates of what you watch" : "Updates";
    feed->what = "everything";
    feed->address = "/updates";
    feed->json = "/updates.json";
}

static bool set_kind(struct feed *feed, struct error *error)
{
    struct arena *arena = arena_of(feed);
    const char *name = call_value(feed->call, "kind");

    feed->pages = string_equals(name, "page");
    if (!feed->pages && !record_call_kind(feed->call, name, &feed->kind, error))
        return false;
    feed->scope = feed->pages ? "page" : feed->kind->name;
    feed->what = feed->pages ? "pages of the manual" : feed->kind->plural;
    feed->heading = arena_format(arena, "Updates: %s", feed->what);
    feed->address = arena_format(arena, "/updates/%s", feed->scope);
    feed->json = arena_format(arena, "/updates/%s.json", feed->scope);
    feed->filter.kind = feed->scope;
    return true;
}

static bool set_record(struct feed *feed, struct error *error)
{
    struct arena *arena = arena_of(feed);

    if (!record_call_record(feed->call, &feed->record, error))
        return false;
    feed->kind = feed->record.kind;
    feed->scope = record_ref(arena, &feed->record);
    feed->what = record_label(arena, &feed->record);
    feed->heading = arena_format(
        arena, "Updates of %s", record_label_small(arena, feed->what));
    feed->address = record_call_address(arena, &feed->record, "/updates");
    feed->json = record_call_address(arena, &feed->record, "/updates.json");
    feed->filter.item = feed->record.id;
    return true;
}

static bool read_mine(struct feed *feed, struct error *error)
{
    const char *mine = call_query(feed->call, "mine");

    if (mine[0] == '\0')
        return true;
    if (!string_equals(mine, "1"))
        return error_at(error, ERROR_INVALID, "mine",
            "mine: “%s” is unknown; it can be 1.", mine);
    if (feed->call->person == NULL)
        return error_set(error, ERROR_FORBIDDEN,
            "Sign in to see the updates of what you watch.");
    feed->mine = true;
    feed->filter.person = feed->call->person->login;
    return true;
}

/* What the address and its query ask for. */
static bool read_feed(struct feed *feed, struct error *error)
{
    const char *before = call_query(feed->call, "before");

    feed->scope = "";
    feed->filter.limit = UPDATE_PAGE_SIZE;
    if (before[0] != '\0' &&
        (!text_number(text_of(before), &feed->filter.before) ||
            feed->filter.before < 1))
        return error_at(error, ERROR_INVALID, "before",
            "before: “%s” is not the number of an update.", before);
    if (call_value(feed->call, "number")[0] != '\0') {
        if (!set_record(feed, error))
            return false;
    } else if (call_value(feed->call, "kind")[0] != '\0') {
        if (!set_kind(feed, error))
            return false;
    } else {
        if (!read_mine(feed, error))
            return false;
        set_all(feed);
    }
    return update_list(feed->call->context, &feed->filter, &feed->updates,
        &feed->count, &feed->more, error);
}

/* The address of the feed, from one update down: 0 for the newest. */
static const char *feed_address(
    const struct feed *feed, const char *address, long long before)
{
    struct arena *arena = arena_of(feed);
    const char *const pairs[] = {"mine", feed->mine ? "1" : "", "before",
        before == 0 ? "" : arena_format(arena, "%lld", before), NULL};

    return address_query(arena, address, pairs);
}

static long long next_of(const struct feed *feed)
{
    return feed->more ? feed->updates[feed->count - 1].id : 0;
}

static const char *watched_label(
    const struct feed *feed, const struct watched *watched)
{
    struct context *context = feed->call->context;
    const struct kind *kind = kind_find(context->site, watched->scope);

    if (watched->scope[0] == '\0')
        return "Everything";
    if (kind != NULL)
        return kind->plural;
    return watched->item == 0 ? "Pages of the manual"
                              : reference_full_label(context, watched->scope,
                                    watched->kind, watched->title);
}

/* Where what is watched stands. */
static const char *scope_address(struct call *call, const char *scope)
{
    const struct kind *kind = kind_find(call->context->site, scope);

    if (scope[0] == '\0')
        return "/updates";
    if (string_equals(scope, "page"))
        return "/updates/page";
    return kind == NULL
               ? address_main(call->context->arena, scope)
               : record_call_list_address(call->context->arena, kind, "");
}

static bool fill_watched(const struct feed *feed,
    struct template_dictionary *page, struct error *error)
{
    struct call *call = feed->call;
    struct template_dictionary *list;
    struct watched *watched;
    size_t count;

    if (!watch_list(
            call->context, call->person->login, &watched, &count, error))
        return false;
    if (count == 0)
        return true;
    list = template_row(page, "WATCHED");
    template_set(list, "WATCHED_WORDS",
        count == 1
            ? "You watch one thing"
            : arena_format(arena_of(feed), "You watch %zu things", count));
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *row = template_row(list, "WATCHED_ROW");
        const char *label = watched_label(feed, &watched[i]);

        template_set(
            row, "WATCHED_HREF", scope_address(call, watched[i].scope));
        template_set(row, "WATCHED_LABEL", label);
        if (!watch_view_fill(call->context, call->person, watched[i].scope,
                label, row, error))
            return false;
    }
    return true;
}

static void fill_nothing(
    const struct feed *feed, struct template_dictionary *page)
{
    struct template_dictionary *none = template_row(page, "NONE");

    template_set(none, "NONE_HEADING", "Nothing here");
    template_set(none, "NONE_WORDS",
        feed->mine && feed->filter.before == 0
            ? "You watch nothing yet, or nothing has happened to it. Press "
              "Watch on a record, on a list or here under Everything."
            : "Nothing older is recorded.");
}

static void fill_back(const struct feed *feed, struct template_dictionary *page)
{
    struct template_dictionary *back;

    if (feed->kind == NULL)
        return;
    back = template_row(page, "BACK");
    template_set(back, "BACK_HREF",
        feed->record.id == 0
            ? record_call_list_address(arena_of(feed), feed->kind, "")
            : record_call_address(arena_of(feed), &feed->record, ""));
    template_set(
        back, "BACK_LABEL", feed->record.id == 0 ? "The list" : "The record");
}

static void fill_tabs(const struct feed *feed, struct template_dictionary *page)
{
    struct template_dictionary *tabs;

    if (feed->call->person == NULL || feed->scope[0] != '\0')
        return;
    tabs = template_row(page, "TABS");
    template_show(tabs, feed->mine ? "MINE_HERE" : "ALL_HERE");
}

static const char *intro_of(const struct feed *feed)
{
    if (feed->record.id != 0)
        return record_value(&feed->record, feed->kind->title);
    return feed->mine
               ? "What happened to the records, lists and pages you watch, "
                 "the newest first."
               : "Who did what and why, the newest first.";
}

static bool fill_feed(
    void *user, struct template_dictionary *page, struct error *error)
{
    const struct feed *feed = user;
    struct call *call = feed->call;
    struct place place = call_place(call);

    template_set(page, "HEADING", feed->heading);
    template_set(page, "INTRO", intro_of(feed));
    template_set(
        page, "JSON_HREF", feed_address(feed, feed->json, feed->filter.before));
    fill_back(feed, page);
    fill_tabs(feed, page);
    if (feed->filter.before != 0)
        template_set(template_row(page, "NEWEST"), "NEWEST_HREF",
            feed_address(feed, feed->address, 0));
    if (feed->more)
        template_set(template_row(page, "OLDER"), "OLDER_HREF",
            feed_address(feed, feed->address, next_of(feed)));
    if (feed->count == 0)
        fill_nothing(feed, page);
    return (!feed->mine || fill_watched(feed, page, error)) &&
           (feed->mine || watch_view_fill(call->context, call->person,
                              feed->scope, feed->what, page, error)) &&
           update_view_fill(&place, feed->updates, feed->count, page, error);
}

static struct chrome feed_chrome(const struct feed *feed, struct crumb *crumbs)
{
    struct chrome chrome = record_call_chrome(feed->call, feed->heading);

    if (feed->record.id != 0)
        return record_call_record_chrome(
            feed->call, &feed->record, feed->heading, "Updates");
    if (feed->scope[0] != '\0') {
        crumbs[0] = (struct crumb){"Updates", "/updates"};
        crumbs[1] = (struct crumb){feed->what, NULL};
        chrome.crumbs = crumbs;
        chrome.crumb_count = 2;
    }
    return chrome;
}

static bool show_feed(struct call *call, struct error *error)
{
    struct feed feed = {.call = call};
    struct crumb crumbs[2];
    struct chrome chrome;

    if (call->person == NULL && call_query(call, "mine")[0] != '\0') {
        const char *const pairs[] = {"next", "/updates?mine=1", NULL};

        return response_redirect(call->response,
            address_query(call->context->arena, "/login", pairs), error);
    }
    if (!read_feed(&feed, error))
        return false;
    chrome = feed_chrome(&feed, crumbs);
    return call_render(call, &chrome, "updates.tpl", fill_feed, &feed, error);
}

static bool show_json(struct call *call, struct error *error)
{
    struct builder out = builder_create(call->context->arena);
    struct feed feed = {.call = call};

    if (!read_feed(&feed, error))
        return false;
    builder_put(&out, "{\"updates\":");
    if (!update_view_json(call->context, feed.updates, feed.count, &out, error))
        return false;
    if (feed.more)
        builder_format(&out, ",\"before\":%lld", next_of(&feed));
    builder_put(&out, "}\n");
    return call_send_json(call, &out, error);
}

/* Back to what was watched, where that is still there. */
static bool redirect(struct call *call, const char *scope, struct error *error)
{
    const char *address = scope_address(call, scope);
    struct target target;

    if (scope[0] != '\0' && !string_equals(scope, "page") &&
        kind_find(call->context->site, scope) == NULL) {
        if (!resolve_text(call->context, scope, &target, error))
            return false;
        address = target.present
                      ? address_main(call->context->arena, target.ref)
                      : "/updates?mine=1";
    }
    return response_redirect(call->response, address, error);
}

static bool post_watch(struct call *call, struct error *error)
{
    const char *scope = call_field(call, "scope");
    const char *watch = call_field(call, "watch");
    bool on = string_equals(watch, "yes");

    if (!on && !string_equals(watch, "no"))
        return error_at(error, ERROR_INVALID, "watch",
            "watch: “%s” is unknown; it can be yes or no.", watch);
    if (on ? !watch_start(call->context, scope, error)
           : !watch_stop(call->context, scope, error))
        return false;
    return redirect(call, scope, error);
}

enum { ROUTE_VIEW = ROUTE_READ | ROUTE_CACHED };

const struct route update_routes[] = {
    {GET, "/updates", show_feed, ROUTE_VIEW},
    {GET, "/updates.json", show_json, ROUTE_READ},
    {GET, "/updates/:kind", show_feed, ROUTE_VIEW},
    {GET, "/updates/:kind.json", show_json, ROUTE_READ},
    {GET, "/records/:kind/:number/updates", show_feed, ROUTE_VIEW},
    {GET, "/records/:kind/:number/updates.json", show_json, ROUTE_READ},
    {POST, "/watch", post_watch, ROUTE_READ | ROUTE_SIGNED_IN},
    {GET, NULL, NULL, 0},
};
