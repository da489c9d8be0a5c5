/*
 * The rules of the checker that are data: read from schema/rules into the
 * database when a site is made or brought up to date, from there to memory.
 *
 * Those that the checker itself makes, clause by clause, are in
 * domain/conformance_rules.
 */
#ifndef DOMAIN_RULE_H
#define DOMAIN_RULE_H

#include "domain/conformance_rules.h"
#include "domain/context.h"
#include "domain/rule_parse.h"

struct rule {
    struct conformance_rule said;
    struct rule_check *checks;
    size_t check_count;
};

struct rules {
    struct rule *rules; /* in order of their ids */
    size_t count;
};

/* Read all *.rule files of `folder` into the database, replacing what was
 * there. Inside a write transaction, after the kinds are loaded. The error
 * begins with `FILE:LINE: `. */
bool rule_load_files(
    struct context *context, const char *folder, struct error *error);

/* The site's rules; they stay until its kinds or rules change. */
bool rule_read(
    struct context *context, const struct rules **rules, struct error *error);

/* What any rule says, IMS001 or IMS023; NULL when there is none. All must live
 * as long as the request: those of data are copied. */
bool rule_find(struct context *context, const char *id,
    const struct conformance_rule **rule, struct error *error);

/* All that any rule says, in order of their ids. */
bool rule_list(struct context *context, const struct conformance_rule ***list,
    size_t *count, struct error *error);

/* The records that stand against the clauses they refer to. */
/* Kinds that the first check called so excepts, space separated; "" when there
 * is no such check. It lasts as long as the request. */
bool rule_excepted(struct context *context, const char *check,
    const char **kinds, struct error *error);

bool rule_watches(struct context *context,
    const struct conformance_watch **watches, size_t *count,
    struct error *error);

#endif
