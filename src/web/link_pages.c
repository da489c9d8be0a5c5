/* Links. */
#include "web/link_pages.h"

#include "domain/kind.h"
#include "domain/search.h"
#include "render/address.h"
#include "render/link_view.h"
#include "web/call.h"

enum { LINKS_SHOWN = 200, HITS_SHOWN = 12 };

struct links {
    struct call *call;
    struct target of;
    const char *to;      /* as typed */
    const char *role;    /* as chosen */
    const char *problem; /* what is wrong with it, or "" */
    const char *refusal; /* why a link was not affirmed, or "" */
    struct search_hit *hits;
    size_t hit_count;
};

/* The page before anything is typed or refused. */
static struct links links_of(struct call *call)
{
    return (struct links){.call = call,
        .to = "",
        .role = "related",
        .problem = "",
        .refusal = ""};
}

/* The thing whose links are shown. */
static bool read_thing(
    struct links *links, const char *name, const char *ref, struct error *error)
{
    struct context *context = links->call->context;

    if (!resolve_text(context, ref, &links->of, error))
        return false;
    return links->of.present ||
           error_at(error, ERROR_MISSING, name, "%s: “%s” leads nowhere: %s.",
               name, ref,
               ref[0] == '\0' ? "name a reference, such as todo:17"
                              : links->of.reason);
}

/* Records of some kinds are for some roles only, and so are their links. */
static bool may_link(const struct call *call, const char *kind)
{
    const struct kind *known = kind_find(call->context->site, kind);

    return known == NULL ? call_may(call, MAY_EDIT)
                         : call_may_edit(call, known);
}

static bool check_source(const struct call *call, const char *ref,
    const char *kind, struct error *error)
{
    return may_link(call, kind) ||
           error_set(error, ERROR_FORBIDDEN,
               "Your roles do not allow changing %s, and so not its links. Ask "
               "the IMS Administrator.",
               ref);
}

/* Of each link, whether its source may be changed, which at the other end is
 * not the thing that is shown. */
static const bool *may_change(
    const struct call *call, const struct link *list, size_t count)
{
    bool *may = arena_array(call->context->arena, count + 1, sizeof *may);

    for (size_t i = 0; i < count; i++)
        may[i] = may_link(call, list[i].source_kind);
    return may;
}

static bool fill_direction(const struct links *links, bool from,
    const char *heading, struct template_dictionary *page, size_t *shown,
    struct error *error)
{
    struct context *context = links->call->context;
    struct place place = call_place(links->call);
    struct template_dictionary *table;
    struct link *list;
    size_t count;

    if (!link_list_of(
            context, links->of.id, from, LINKS_SHOWN + 1, &list, &count, error))
        return false;
    if (count > LINKS_SHOWN) {
        template_set_number(template_row(page, "MORE"), "LIMIT", LINKS_SHOWN);
        count = LINKS_SHOWN;
    }
    *shown += count;
    if (count == 0)
        return true;
    table = template_row(page, "TABLE");
    template_set(table, "HEADING", heading);
    return link_view_fill(&place, list, may_change(links->call, list, count),
        count, from, table, error);
}

static void fill_form(
    const struct links *links, struct template_dictionary *page)
{
    struct template_dictionary *form = template_row(page, "ADD");

    template_set(form, "TO", links->to);
    link_view_fill_roles(links->role, form);
    if (links->problem[0] != '\0')
        template_set(
            template_row(form, "WRONG"), "WRONG_WORDS", links->problem);
}

static void fill_hits(
    const struct links *links, struct template_dictionary *page)
{
    struct context *context = links->call->context;
    struct template_dictionary *found;

    if (links->hit_count == 0)
        return;
    found = template_row(page, "FOUND");
    template_set(found, "CHOSEN_ROLE", links->role);
    template_set(found, "LEAVE", address_links(context->arena, links->of.ref));
    for (size_t i = 0; i < links->hit_count; i++) {
        const struct search_hit *hit = &links->hits[i];
        struct template_dictionary *row = template_row(found, "HIT");

        template_set(row, "HIT_REF", hit->ref);
        template_set(row, "HIT_LABEL",
            reference_full_label(context, hit->ref, hit->kind, hit->title));
        template_set(row, "HIT_EXCERPT", hit->excerpt);
        if (i == 0)
            template_show(row, "HIT_FIRST");
    }
}

static bool fill_page(
    void *user, struct template_dictionary *page, struct error *error)
{
    const struct links *links = user;
    struct context *context = links->call->context;
    const char *done = call_query(links->call, "done");
    size_t shown = 0;

    template_set(page, "THING",
        reference_full_label(
            context, links->of.ref, links->of.kind, links->of.title));
    template_set(page, "FROM", links->of.ref);
    if (done[0] != '\0')
        template_set(template_row(page, "FLASH"), "FLASH_WORDS",
            string_equals(done, "affirmed")    ? "The link is affirmed."
            : string_equals(done, "withdrawn") ? "The link is taken back."
                                               : "Linked.");
    if (links->refusal[0] != '\0')
        template_set(
            template_row(page, "REFUSED"), "REFUSED_WORDS", links->refusal);
    if (may_link(links->call, links->of.kind))
        fill_form(links, page);
    fill_hits(links, page);
    if (!fill_direction(links, true, "Linked from here", page, &shown, error) ||
        !fill_direction(links, false, "Linked to here", page, &shown, error))
        return false;
    if (shown == 0)
        template_show(page, "NONE");
    return true;
}

static bool show(struct links *links, struct error *error)
{
    struct context *context = links->call->context;
    const char *label = reference_full_label(
        context, links->of.ref, links->of.kind, links->of.title);
    struct crumb crumbs[] = {
        {label, address_main(context->arena, links->of.ref)}, {"Links", NULL}};
    struct chrome chrome = call_chrome(
        links->call, arena_format(context->arena, "Links of %s", label));

    chrome.crumbs = crumbs;
    chrome.crumb_count = 2;
    return call_render(
        links->call, &chrome, "links.tpl", fill_page, links, error);
}

static bool links_show(struct call *call, struct error *error)
{
    struct links links = links_of(call);

    return read_thing(&links, "of", call_query(call, "of"), error) &&
           show(&links, error);
}

static bool redirect(
    struct call *call, const char *ref, const char *done, struct error *error)
{
    const char *const pairs[] = {"of", ref, "done", done, NULL};

    return response_redirect(call->response,
        address_query(call->context->arena, "/links", pairs), error);
}

/* What was typed is no reference: offer what it finds. */
static bool offer(struct links *links, struct error *error)
{
    struct context *context = links->call->context;

    if (!search_find(context, links->to, "", HITS_SHOWN, 0, &links->hits,
            &links->hit_count, error))
        return false;
    if (links->hit_count == 0) {
        links->call->response->status = 400;
        links->problem =
            links->to[0] == '\0'
                ? "Type a reference such as todo:17, or words that stand in "
                  "what you want to link to."
                : arena_format(context->arena,
                      "“%s” is no reference, and nothing is found by it. Try "
                      "other words.",
                      links->to);
    }
    return show(links, error);
}

static bool links_add(struct call *call, struct error *error)
{
    struct links links = links_of(call);
    struct error problem = error_create(call->context->arena);
    struct target target;
    long long id;

    links.to = text_string(
        call->context->arena, text_trim(text_of(call_field(call, "to"))));
    links.role = call_field(call, "role");
    if (!read_thing(&links, "from", call_field(call, "from"), error) ||
        !check_source(call, links.of.ref, links.of.kind, error) ||
        !resolve_text(call->context, links.to, &target, error))
        return false;
    if (!target.present)
        return offer(&links, error);
    if (link_manual_add(
            call->context, links.of.ref, target.ref, links.role, &id, &problem))
        return redirect(call, links.of.ref, "linked", error);
    if (problem.code != ERROR_INVALID)
        return error_set(error, problem.code, "%s", problem.message);
    call->response->status = 400;
    links.problem = problem.message;
    return show(&links, error);
}

/* The link the form was about. Numbers of links that are gone are given again,
 * so the form also says what it led to. */
static bool read_link(struct call *call, struct link *link, struct error *error)
{
    long long id;

    if (!text_number(text_of(call_value(call, "link")), &id))
        return error_set(error, ERROR_MISSING, "There is no link “%s”.",
            call_value(call, "link"));
    return link_read(call->context, id, link, error) &&
           check_source(call, link->source, link->source_kind, error) &&
           (string_equals(link->target, call_field(call, "target")) ||
               error_set(error, ERROR_MISSING,
                   "That link is gone. Load the page again to see what is "
                   "linked."));
}

/* The page anew, from which it can be said of what is there now. */
static bool show_refusal(
    struct call *call, const struct error *problem, struct error *error)
{
    struct links links = links_of(call);

    if (problem->code != ERROR_CONFLICT)
        return error_set(error, problem->code, "%s", problem->message);
    call->response->status = 409;
    links.refusal = problem->message;
    return read_thing(&links, "of", call_field(call, "of"), error) &&
           show(&links, error);
}

static bool links_affirm(struct call *call, struct error *error)
{
    struct error problem = error_create(call->context->arena);
    struct link link = {.id = 0};

    if (!read_link(call, &link, error))
        return false;
    if (!link_affirm(
            call->context, link.id, call_field(call, "fingerprint"), &problem))
        return show_refusal(call, &problem, error);
    return redirect(call, call_field(call, "of"), "affirmed", error);
}

static bool links_withdraw(struct call *call, struct error *error)
{
    struct link link = {.id = 0};

    return read_link(call, &link, error) &&
           link_manual_withdraw(call->context, link.id, error) &&
           redirect(call, call_field(call, "of"), "withdrawn", error);
}

const struct route link_routes[] = {
    {GET, "/links", links_show, ROUTE_READ},
    {POST, "/links", links_add, ROUTE_EDIT},
    {POST, "/links/:link/affirm", links_affirm, ROUTE_EDIT},
    {POST, "/links/:link/withdraw", links_withdraw, ROUTE_EDIT},
    {0},
};
