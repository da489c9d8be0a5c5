/*
 * What pages still have that finished pages have not (domain/markup_remark),
 * noted when a page is read, so that checking reads no page.
 */
#ifndef DOMAIN_PAGE_REMARK_H
#define DOMAIN_PAGE_REMARK_H

#include "base/text.h"
#include "domain/context.h"

/* Note them anew for a page. Inside a write transaction. */
bool page_remark_put(struct context *context, long long page, struct text body,
    size_t first_line, struct error *error);

#endif
