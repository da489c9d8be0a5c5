/* Page numbers. */
#include "render/paging_view.h"

#include <string.h>

/* Pages shown on each side of the present one. */
enum { NEIGHBOURS = 2 };

long long paging_count(const struct paging *paging)
{
    long long count = (paging->total + paging->size - 1) / paging->size;

    return count < 1 ? 1 : count;
}

static const char *address_of(
    struct arena *arena, const struct paging *paging, long long page)
{
    if (page == 1)
        return paging->address;
    return arena_format(arena, "%s%cpage=%lld", paging->address,
        strchr(paging->address, '?') == NULL ? '?' : '&', page);
}

static void fill_step(struct arena *arena, const struct paging *paging,
    long long page, const char *section, struct template_dictionary *pages)
{
    if (page >= 1 && page <= paging_count(paging))
        template_set(template_row(pages, section), "PAGE_HREF",
            address_of(arena, paging, page));
}

static void fill_page(struct arena *arena, const struct paging *paging,
    long long page, struct template_dictionary *pages)
{
    struct template_dictionary *row = template_row(pages, "PAGE");

    template_set_number(row, "PAGE_NUMBER", page);
    if (page == paging->page)
        template_show(row, "PAGE_HERE");
    else
        fill_step(arena, paging, page, "PAGE_OTHER", row);
}

static void fill_pages(struct arena *arena, const struct paging *paging,
    struct template_dictionary *pages)
{
    long long count = paging_count(paging);
    long long last = 0;

    for (long long page = 1; page <= count; page++) {
        if (page > 1 && page < paging->page - NEIGHBOURS)
            page = paging->page - NEIGHBOURS;
        else if (page < count && page > paging->page + NEIGHBOURS)
            page = count;
        if (page != last + 1)
            template_show(template_row(pages, "PAGE"), "PAGE_GAP");
        fill_page(arena, paging, page, pages);
        last = page;
    }
}

void paging_view_fill(struct arena *arena, const struct paging *paging,
    struct template_dictionary *page)
{
    struct template_dictionary *view =
        template_include(page, "PAGING", "paging.tpl");
    long long first = (paging->page - 1) * paging->size;
    long long last = first + paging->size;
    struct template_dictionary *pages;

    template_set(view, "PAGING_LABEL", paging->label);
    template_set_number(
        view, "PAGING_FIRST", paging->total == 0 ? 0 : first + 1);
    template_set_number(
        view, "PAGING_LAST", last > paging->total ? paging->total : last);
    template_set_number(view, "PAGING_TOTAL", paging->total);
    if (paging_count(paging) == 1)
        return;
    pages = template_row(view, "PAGES");
    fill_step(arena, paging, paging->page - 1, "PAGE_BACK", pages);
    fill_pages(arena, paging, pages);
    fill_step(arena, paging, paging->page + 1, "PAGE_NEXT", pages);
}
