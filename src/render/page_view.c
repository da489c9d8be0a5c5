/* Pages for people. */
#include "render/page_view.h"

#include "base/clock.h"
#include "base/json.h"
#include "domain/conformance.h"
#include "domain/front_matter.h"
#include "domain/history.h"
#include "domain/link.h"
#include "domain/site.h"
#include "render/address.h"
#include "render/chrome.h"
#include "render/history_view.h"
#include "render/linked_view.h"
#include "render/markdown.h"

#include <string.h>

enum { HISTORY_LIMIT = 50 };

const char *page_view_state(struct arena *arena, const struct page *page)
{
    const char *version = page->version;

    if (version[0] == '\0')
        version = arena_format(arena, "revision %lld", page->revision);
    if (page->approved)
        return arena_format(arena, "%s, approved", version);
    if (page->approved_hash[0] == '\0')
        return arena_format(arena, "%s, draft", version);
    return arena_format(
        arena, "%s, draft: changed since it was approved", version);
}

/* What the checker says, asked when the first claim is met. */
struct verdicts {
    struct context *context;
    const struct conformance_system *system;
};

/* NULL when the clause asks for nothing, or is of a standard that the site does
 * not work to (`outside`). */
static const char *verdict_of(struct verdicts *verdicts, struct text standard,
    const char *clause, bool *outside)
{
    struct error problem = error_create(verdicts->context->arena);
    const struct conformance_clause *found;
    const struct conformance_clause *whole;

    *outside = false;
    if (verdicts->system == NULL &&
        !conformance_run_all(verdicts->context, verdicts->context->today,
            CONFORMANCE_NAMED, &verdicts->system, &problem))
        return NULL;
    for (size_t i = 0; i < verdicts->system->standard_count; i++) {
        const struct conformance *run = &verdicts->system->standards[i];

        if (!text_equals(standard, run->standard.id))
            continue;
        found = conformance_find_part(run, clause, &whole);
        return found == NULL ? NULL : conformance_verdict_name(found->verdict);
    }
    *outside = true;
    return NULL;
}

/* A verdict has a mark; a clause of a standard that is not in scope is only a
 * reference. */
static void fill_claim_verdict(struct verdicts *verdicts,
    const struct target *target, struct template_dictionary *row)
{
    const char *slash = strchr(target->ref, '/');
    const char *verdict = NULL;
    bool outside = false;

    if (target->present && slash != NULL &&
        string_begins(target->ref, "clause:")) {
        struct text rest = text_of(target->ref + strlen("clause:"));
        struct text standard;

        text_next(&rest, '/', &standard);
        verdict = verdict_of(verdicts, standard, slash + 1, &outside);
    }
    if (outside) {
        template_show(row, "OUTSIDE");
        template_set(row, "WORD", "not a standard we work to");
        return;
    }
    template_set(template_row(row, "MARK"), "VERDICT",
        verdict == NULL ? "missing" : verdict);
    template_set(row, "WORD",
        verdict != NULL             ? verdict
        : target->reason[0] == '\0' ? "no verdict"
                                    : target->reason);
}

static bool fill_claim(struct verdicts *verdicts, const struct place *place,
    const char *written, struct template_dictionary *list, struct error *error)
{
    struct template_dictionary *row;
    struct target target;

    if (!resolve_text(place->context, written, &target, error))
        return false;
    row = template_row(list, "CLAIM");
    template_set(row, "CLAUSE",
        target.present
            ? reference_label(place->context, target.ref, "clause", "")
            : written);
    template_set(row, "HEADING", target.present ? target.title : "");
    fill_claim_verdict(verdicts, &target, row);
    template_set(row, "HREF", reference_href(place, target.ref));
    if (place->trail == NULL)
        template_show(row, "FOOTNOTE");
    return true;
}

static bool fill_section(struct verdicts *verdicts, const struct place *place,
    const struct markdown_section *section, struct template_dictionary *body,
    struct error *error)
{
    static const char *const levels[] = {"", "", "H2", "H3", "H4", "H5", "H6"};
    struct template_dictionary *row = template_row(body, "SECTION");

    template_set(row, "HTML", section->html);
    if (section->level >= 2 && section->level <= 6) {
        struct template_dictionary *heading =
            template_row(row, levels[section->level]);

        template_set(heading, "TITLE", section->title);
        template_set(heading, "SLUG", section->slug);
    }
    if (section->meets_count > 0) {
        struct template_dictionary *list = template_row(row, "MEETS");

        for (size_t i = 0; i < section->meets_count; i++) {
            if (!fill_claim(verdicts, place, section->meets[i], list, error))
                return false;
        }
    }
    return true;
}

bool page_view_fill_text(const struct place *place, struct text content,
    struct template_dictionary *body, struct error *error)
{
    struct arena *arena = place->context->arena;
    struct verdicts verdicts = {.context = place->context};
    struct front_matter matter;
    struct markdown_page rendered;
    struct place resolving = *place;

    if (!front_matter_parse(arena, content, &matter, error) ||
        !markdown_render(arena,
            text_part(content.data + matter.body, content.size - matter.body),
            matter.body_line, reference_resolve_markdown, &resolving, &rendered,
            error))
        return false;
    for (size_t i = 0; i < rendered.count; i++) {
        if (!fill_section(&verdicts, place, &rendered.sections[i], body, error))
            return false;
    }
    return true;
}

static bool fill_owner(const struct page_view *view,
    struct template_dictionary *body, struct error *error)
{
    struct template_dictionary *row;
    struct target target;

    if (view->page->owner[0] == '\0')
        return true;
    if (!resolve_text(view->place.context,
            arena_format(
                view->place.context->arena, "person:%s", view->page->owner),
            &target, error))
        return false;
    row = template_row(body, "OWNER");
    reference_fill(&view->place, row, target.ref, "person",
        target.present ? target.title : view->page->owner, "", target.present);
    return true;
}

static bool fill_control(const struct page_view *view,
    struct template_dictionary *body, struct error *error)
{
    struct context *context = view->place.context;
    const struct page *page = view->page;

    if (page->reference[0] != '\0')
        template_set(
            template_row(body, "HAS_REFERENCE"), "VALUE", page->reference);
    template_set(body, "STATE", page_view_state(context->arena, page));
    if (page->approved_hash[0] != '\0') {
        struct template_dictionary *row = template_row(body, "APPROVED");

        template_set(row, "NAME",
            page->approved_by_name[0] == '\0' ? "somebody"
                                              : page->approved_by_name);
        chrome_set_date(context, row, "DATE", "SHOWN",
            clock_date(context->arena, page->approved_at));
    }
    if (page->next_review[0] != '\0') {
        struct template_dictionary *row = template_row(body, "NEXT_REVIEW");

        chrome_set_date(context, row, "DATE", "SHOWN", page->next_review);
        if (clock_is_date(page->next_review) &&
            strcmp(page->next_review, context->today) < 0)
            template_show(row, "LATE");
    }
    if (page->classification[0] != '\0')
        template_set(template_row(body, "HAS_CLASSIFICATION"), "VALUE",
            page->classification);
    return fill_owner(view, body, error);
}

static void fill_approval(
    const struct page_view *view, struct template_dictionary *body)
{
    const struct page *page = view->page;
    struct template_dictionary *row;

    if (view->approved_now && page->approved)
        template_show(body, "JUST_APPROVED");
    if (page->approved || !view->may_approve)
        return;
    row = template_row(body, "APPROVE");
    template_set(row, "ACTION",
        address_page(view->place.context->arena, page->name, ""));
    template_set(row, "HASH", page->hash);
}

static bool fill_broken(const struct page_view *view,
    struct template_dictionary *body, struct error *error)
{
    struct broken_link *links;
    struct template_dictionary *list;
    size_t count;

    if (!view->may_edit)
        return true;
    if (!link_list_broken(
            view->place.context, view->page->id, &links, &count, error))
        return false;
    if (count == 0)
        return true;
    list = template_row(body, "BROKEN");
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *row = template_row(list, "LINK");

        template_set(row, "WRITTEN", links[i].written);
        template_set(row, "REASON", links[i].reason);
        template_set_number(row, "LINE", links[i].line);
    }
    return true;
}

/* A page without text of its own lists what is below it. */
static bool fill_contents(const struct page_view *view,
    struct template_dictionary *body, struct error *error)
{
    const char *name = view->page->name;
    bool home = string_equals(name, "index");
    struct template_dictionary *list;
    struct page_entry *pages;
    size_t count;

    if (!page_list_folder(
            view->place.context, home ? "" : name, &pages, &count, error))
        return false;
    if (count == 0 || (home && count == 1))
        return true;
    list = template_row(body, "CONTENTS");
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *row;

        if (string_equals(pages[i].name, name))
            continue;
        row = template_row(list, "ENTRY");
        template_set(row, "TITLE", pages[i].title);
        template_set(row, "SUMMARY", pages[i].summary);
        template_set(row, "HREF",
            address_page(view->place.context->arena, pages[i].name, ""));
    }
    return true;
}

static bool body_is_empty(struct text content)
{
    size_t dashes = 0;
    struct text rest = content;
    struct text line;

    while (text_next(&rest, '\n', &line)) {
        struct text trimmed = text_trim(line);

        if (text_equals(trimmed, "---") && dashes < 2)
            dashes++;
        else if (dashes != 1 && trimmed.size > 0)
            return false;
    }
    return true;
}

/* What the file says of itself, where it says so: kept by other programs,
 * shown as it stands. */
static void fill_updated(const struct page_view *view, struct text content,
    struct template_dictionary *body)
{
    struct context *context = view->place.context;
    struct error ignored = error_create(context->arena);
    struct front_matter matter;
    const char *date;

    if (!front_matter_parse(context->arena, content, &matter, &ignored))
        return;
    date = front_matter_value(&matter, "last_updated");
    if (clock_is_date(date))
        chrome_set_date(
            context, template_row(body, "UPDATED"), "DATE", "SHOWN", date);
}

bool page_view_fill(const struct page_view *view,
    struct template_dictionary *body, struct error *error)
{
    const struct page *page = view->page;
    struct context *context = view->place.context;
    struct place place = view->place;
    struct error problem = error_create(context->arena);
    struct text content;

    template_set(body, "TITLE", page->title);
    template_set(body, "HISTORY_HREF",
        arena_format(context->arena, "%s?show=history",
            address_page(context->arena, page->name, "")));
    if (!context->site->instructions)
        template_show(body, "NO_INSTRUCTIONS");
    if (!fill_control(view, body, error))
        return false;
    if (page->problem[0] != '\0') {
        struct template_dictionary *row = template_row(body, "PROBLEM");

        template_set(row, "PATH", page->path);
        template_set(row, "MESSAGE", page->problem);
        return true;
    }
    fill_approval(view, body);
    if (!page_content(context, page, &content, error))
        return false;
    place.path = page->path;
    fill_updated(view, content, body);
    if (!page_view_fill_text(&place, content, body, &problem)) {
        struct template_dictionary *row = template_row(body, "PROBLEM");

        template_set(row, "PATH", page->path);
        template_set(row, "MESSAGE", problem.message);
        return true;
    }
    if (body_is_empty(content) || !string_equals(page->name, "index")) {
        if (!fill_contents(view, body, error))
            return false;
    }
    template_set(body, "LINKS_HREF",
        address_links(context->arena,
            arena_format(context->arena, "page:%s", page->name)));
    return fill_broken(view, body, error) &&
           linked_view_fill_item(&view->place, page->id, body, error);
}

bool page_view_fill_history(const struct page_view *view, long long offset,
    struct template_dictionary *body, struct error *error)
{
    struct context *context = view->place.context;
    struct revision *revisions;
    size_t count;

    if (!history_list(context, view->page->id, false, HISTORY_LIMIT, offset,
            &revisions, &count, error))
        return false;
    template_set(body, "TITLE", view->page->title);
    template_set(
        body, "PAGE_HREF", address_page(context->arena, view->page->name, ""));
    for (size_t i = 0; i < count; i++) {
        struct template_dictionary *row = template_row(body, "REVISION");

        template_set_number(row, "NUMBER", revisions[i].number);
        template_set(row, "HREF",
            arena_format(context->arena, "%s?show=history&revision=%lld",
                address_page(context->arena, view->page->name, ""),
                revisions[i].number));
        template_set(row, "ACTION", revisions[i].action);
        template_set(row, "WHY", revisions[i].why);
        if (revisions[i].why[0] != '\0')
            template_show(row, "HAS_WHY");
        template_set(row, "BY",
            revisions[i].by[0] == '\0' ? "on disk" : revisions[i].by_name);
        chrome_set_date(context, row, "DATE", "SHOWN", revisions[i].at);
        template_set(
            row, "HASH", arena_copy(context->arena, revisions[i].hash, 12));
        if (string_equals(revisions[i].action, "approved"))
            template_show(row, "KEY");
    }
    return true;
}

/* The page's text as of a revision; approvals carry none, so the one before
 * is taken. */
static bool read_text(const struct page_view *view, long long number,
    const char **text, struct error *error)
{
    struct context *context = view->place.context;

    *text = "";
    for (; number > 0; number--) {
        struct revision revision;
        struct json_node *node;
        bool found;

        if (!history_read(
                context, view->page->id, number, &revision, &found, error))
            return false;
        if (!found)
            continue;
        if (!json_node_parse(
                context->arena, text_of(revision.snapshot), &node, error))
            return false;
        if (json_node_member(node, "text") != NULL) {
            *text = json_node_text(node, "text");
            return true;
        }
    }
    return true;
}

bool page_view_fill_revision(const struct page_view *view, long long number,
    struct template_dictionary *body, struct error *error)
{
    struct context *context = view->place.context;
    struct revision revision;
    const char *before;
    const char *after;
    bool found;

    if (!history_read(
            context, view->page->id, number, &revision, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING,
            "The page %s has no revision %lld.", view->page->name, number);
    if (!read_text(view, number - 1, &before, error) ||
        !read_text(view, number, &after, error))
        return false;
    template_set(body, "TITLE", view->page->title);
    template_set_number(body, "NUMBER", number);
    template_set(body, "ACTION", revision.action);
    template_set(
        body, "BY", revision.by[0] == '\0' ? "on disk" : revision.by_name);
    chrome_set_date(context, body, "DATE", "SHOWN", revision.at);
    template_set(body, "HASH", revision.hash);
    template_set(body, "HISTORY_HREF",
        arena_format(context->arena, "%s?show=history",
            address_page(context->arena, view->page->name, "")));
    if (string_equals(before, after))
        template_show(body, "UNCHANGED");
    else
        history_view_fill_difference(context->arena, body, before, after);
    return true;
}
