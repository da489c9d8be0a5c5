/*
 * Links made by hand between any two things that can be referred to, and what
 * people say of links: that one still holds, or no longer.
 *
 * A link remembers the fingerprint of what it was made against; it is suspect
 * when that says other things now, until somebody affirms it.
 */
#ifndef DOMAIN_LINK_MANUAL_H
#define DOMAIN_LINK_MANUAL_H

#include "domain/link.h"

/* The one table of roles: how the link is headed at either end. */
struct link_role {
    const char *name;
    const char *label; /* at the end it was made from: "Supports" */
    const char *back;  /* at the other: "Supported by" */
};

/* All roles, the last one with a NULL name. */
const struct link_role *link_roles(void);
const struct link_role *link_role_find(const char *name);

struct link {
    long long id;
    const char *role;
    const char *source; /* references of its ends */
    const char *target;
    const char *source_kind; /* as of struct target */
    const char *fingerprint; /* of what the target says now */
    bool manual;
    bool suspect;
    const char *made_at; /* moment, or "" from before that was kept */
    const char *made_by; /* name */
    const char *affirmed_at;
    const char *affirmed_by;
};

/* Link `from` to `to` (references) in a role. Both must resolve; refuses an
 * unknown role, a link to itself, and one that is there already. `id` is the
 * new link's. */
bool link_manual_add(struct context *context, const char *from, const char *to,
    const char *role, long long *id, struct error *error);

/* Take back a link made by hand; others go when the text that holds them is
 * changed. */
bool link_manual_withdraw(
    struct context *context, long long id, struct error *error);

/* Say that the link holds for what its target said when it was read, of which
 * this is the fingerprint: ERROR_CONFLICT when it says other things by now. A
 * link that is not suspect is left as it is. Within a write transaction, or in
 * one of its own. */
bool link_affirm(struct context *context, long long id, const char *fingerprint,
    struct error *error);

/* The link, or ERROR_MISSING. */
bool link_read(struct context *context, long long id, struct link *link,
    struct error *error);

/* All links that stand in the thing itself, and all that lead to it, newest
 * first, at most `limit` of each. */
bool link_list_of(struct context *context, long long item, bool from,
    long long limit, struct link **links, size_t *count, struct error *error);

#endif
