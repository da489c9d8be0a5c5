/* Search. */
#include "web/search_pages.h"

#include "base/escape.h"
#include "domain/kind.h"
#include "domain/search.h"
#include "render/address.h"

#include <string.h>

enum { HITS = 20 };

struct results {
    const struct call *call;
    const char *words;
    struct search_hit *hits;
    size_t count;
    long long page;
    bool more;
};

static bool fill_hits(
    void *user, struct template_dictionary *body, struct error *error)
{
    const struct results *results = user;
    struct context *context = results->call->context;
    struct place place = call_place(results->call);

    (void)error;
    template_set(body, "WORDS", results->words);
    template_show(body, results->words[0] == '\0' ? "NO_WORDS"
                        : results->count == 0     ? "NO_HITS"
                                                  : "HAS_HITS");
    for (size_t i = 0; i < results->count; i++) {
        const struct search_hit *hit = &results->hits[i];
        struct template_dictionary *row = template_row(body, "HIT");

        reference_fill(&place, row, hit->ref, hit->kind,
            reference_full_label(context, hit->ref, hit->kind, hit->title), "",
            true);
        template_set(row, "HREF", address_main(context->arena, hit->ref));
        template_set(row, "EXCERPT", hit->excerpt);
    }
    if (results->more) {
        const char *const pairs[] = {"q", results->words, "page",
            arena_format(context->arena, "%lld", results->page + 1), NULL};

        template_set(template_row(body, "NEXT"), "HREF",
            address_query(context->arena, "/search", pairs));
    }
    return true;
}

static bool search_show(struct call *call, struct error *error)
{
    struct results results = {
        .call = call, .words = call_query(call, "q"), .page = 1};
    const char *page = call_query(call, "page");
    struct chrome chrome = call_chrome(call, "Search");

    if (page[0] != '\0' && (!text_number(text_of(page), &results.page) ||
                               results.page < 1 || results.page > 1000))
        return error_at(error, ERROR_INVALID, "page",
            "page=%s is not the number of a page.", page);
    if (!search_find(call->context, results.words, "", HITS + 1,
            (results.page - 1) * HITS, &results.hits, &results.count, error))
        return false;
    results.more = results.count > HITS;
    if (results.more)
        results.count = HITS;
    chrome.words = results.words;
    return call_render(call, &chrome, "search.tpl", fill_hits, &results, error);
}

/* The first hits for what is being typed: [{"ref":…,"label":…}]. With `kinds`
 * (space separated) only of those. */
static bool search_json(struct call *call, struct error *error)
{
    struct context *context = call->context;
    struct builder out = builder_create(context->arena);
    const char *kinds = call_query(call, "kinds");
    struct search_hit *hits;
    bool several = strchr(kinds, ' ') != NULL;
    size_t count;
    size_t shown = 0;
    bool first = true;

    /* Of several kinds the best are found among more. */
    if (!search_find(context, call_query(call, "q"), several ? "" : kinds,
            several ? 10 * HITS : HITS, 0, &hits, &count, error))
        return false;
    builder_byte(&out, '[');
    for (size_t i = 0; i < count && shown < HITS; i++) {
        if (kinds[0] != '\0' && !words_have(kinds, hits[i].kind))
            continue;
        builder_put(&out, first ? "{\"ref\":" : ",{\"ref\":");
        first = false;
        shown++;
        escape_json(&out, text_of(hits[i].ref));
        builder_put(&out, ",\"label\":");
        escape_json(&out, text_of(reference_full_label(context, hits[i].ref,
                              hits[i].kind, hits[i].title)));
        builder_byte(&out, '}');
    }
    builder_put(&out, "]\n");
    return call_send_json(call, &out, error);
}

const struct route search_routes[] = {
    {GET, "/search.json", search_json, ROUTE_READ},
    {GET, "/search", search_show, ROUTE_READ},
    {0},
};
