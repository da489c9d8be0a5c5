/* The pages of a long list: template paging.tpl. */
#ifndef RENDER_PAGING_VIEW_H
#define RENDER_PAGING_VIEW_H

#include "base/arena.h"
#include "render/template.h"

struct paging {
    const char *label;   /* "Pages of the list", for screen readers */
    const char *address; /* of the list, perhaps with a query, without page */
    long long page;      /* from 1 */
    long long size;      /* entries on a page */
    long long total;     /* entries in all */
};

/* How many pages there are; one even when there is nothing. */
long long paging_count(const struct paging *paging);

/* Draw it as include PAGING. */
void paging_view_fill(struct arena *arena, const struct paging *paging,
    struct template_dictionary *page);

#endif
