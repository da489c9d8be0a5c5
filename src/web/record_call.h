/*
 * What all handlers of records need: the kind and the record the address
 * names, and the page around them.
 */
#ifndef WEB_RECORD_CALL_H
#define WEB_RECORD_CALL_H

#include "domain/record.h"
#include "render/paging_view.h"
#include "web/call.h"

/* The kind called `name`. ERROR_MISSING when there is none. */
bool record_call_kind(const struct call *call, const char *name,
    const struct kind **kind, struct error *error);

/* The record of the address (`:kind` and `:number`). ERROR_MISSING when there
 * is none. */
bool record_call_record(
    const struct call *call, struct record *record, struct error *error);

/* Chrome of a page about records, without crumbs. */
struct chrome record_call_chrome(const struct call *call, const char *title);

/* Chrome of a page about one record: crumbs down to the record, which is the
 * page itself when `last` is NULL and else stands before it. */
struct chrome record_call_record_chrome(const struct call *call,
    const struct record *record, const char *title, const char *last);

/* "/records/todo" and "/records/todo/17" with what stands after it ("",
 * "/edit", ".json"). */
const char *record_call_list_address(
    struct arena *arena, const struct kind *kind, const char *rest);
const char *record_call_address(
    struct arena *arena, const struct record *record, const char *rest);

/* The query parameter `page`: 1 when there is none. ERROR_INVALID, naming it,
 * for what is no page number. */
bool record_call_page(
    const struct call *call, long long *page, struct error *error);

/* A page beyond the end is no page: ERROR_MISSING. */
bool record_call_check_page(const struct paging *paging, struct error *error);

#endif
