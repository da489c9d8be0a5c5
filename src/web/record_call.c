/* Finding records, and where we are. */
#include "web/record_call.h"

#include "base/escape.h"
#include "render/record_label.h"

bool record_call_kind(const struct call *call, const char *name,
    const struct kind **kind, struct error *error)
{
    *kind = kind_find(call->context->site, name);
    return *kind != NULL || error_set(error, ERROR_MISSING,
                                "There is no kind of record called %s.", name);
}

bool record_call_record(
    const struct call *call, struct record *record, struct error *error)
{
    const char *number = call_value(call, "number");
    const struct kind *kind;
    long long wanted = 0;
    bool found = false;

    if (!record_call_kind(call, call_value(call, "kind"), &kind, error))
        return false;
    if (number[0] != '0' && text_number(text_of(number), &wanted) &&
        !record_read(call->context, kind, wanted, record, &found, error))
        return false;
    return found ||
           error_set(error, ERROR_MISSING, "There is no %s %s.",
               record_label_small(call->context->arena, kind->label), number);
}

struct chrome record_call_chrome(const struct call *call, const char *title)
{
    struct chrome chrome = call_chrome(call, title);

    chrome.nav = "/records";
    return chrome;
}

struct chrome record_call_record_chrome(const struct call *call,
    const struct record *record, const char *title, const char *last)
{
    struct arena *arena = call->context->arena;
    struct chrome chrome = record_call_chrome(call, title);
    struct crumb *crumbs = arena_array(arena, 4, sizeof *crumbs);

    crumbs[0] = (struct crumb){"Records", "/records"};
    crumbs[1] = (struct crumb){record->kind->plural,
        record_call_list_address(arena, record->kind, "")};
    crumbs[2] = (struct crumb){arena_format(arena, "%lld", record->number),
        last == NULL ? NULL : record_call_address(arena, record, "")};
    crumbs[3] = (struct crumb){last, NULL};
    chrome.crumbs = crumbs;
    chrome.crumb_count = last == NULL ? 3 : 4;
    chrome.reference = record_label(arena, record);
    chrome.version = arena_format(arena, "revision %lld", record->revision);
    return chrome;
}

const char *record_call_list_address(
    struct arena *arena, const struct kind *kind, const char *rest)
{
    struct builder out = builder_create(arena);

    builder_put(&out, "/records/");
    escape_url(&out, text_of(kind->name), "");
    builder_put(&out, rest);
    return builder_string(&out);
}

const char *record_call_address(
    struct arena *arena, const struct record *record, const char *rest)
{
    return arena_format(arena, "%s/%lld%s",
        record_call_list_address(arena, record->kind, ""), record->number,
        rest);
}

bool record_call_page(
    const struct call *call, long long *page, struct error *error)
{
    const char *text = call_query(call, "page");

    *page = 1;
    if (text[0] == '\0')
        return true;
    if (!text_number(text_of(text), page) || *page < 1 || *page > 1000000000)
        return error_at(error, ERROR_INVALID, "page",
            "page: “%s” is not the number of a page.", text);
    return true;
}

bool record_call_check_page(const struct paging *paging, struct error *error)
{
    long long count = paging_count(paging);

    return paging->page <= count ||
           error_set(error, ERROR_MISSING,
               "There is no page %lld: this list has %lld page%s.",
               paging->page, count, count == 1 ? "" : "s");
}
