/*
 * Full text search over pages, records and clauses.
 */
#ifndef DOMAIN_SEARCH_H
#define DOMAIN_SEARCH_H

#include "domain/context.h"

struct search_hit {
    const char *ref;
    const char *kind;
    const char *title;
    const char *excerpt; /* plain text around the words found */
};

/* Add what is found under `ref`, of which nothing was said before. Inside a
 * write transaction. */
bool search_add(struct context *context, const char *ref, const char *kind,
    const char *title, const char *body, struct error *error);

/* Replace it. Inside a write transaction. */
bool search_put(struct context *context, const char *ref, const char *kind,
    const char *title, const char *body, struct error *error);
bool search_remove(
    struct context *context, const char *ref, struct error *error);

/* The words as a query of the index: `fire  plan` is `"fire" "plan"*`; "" when
 * there is no word among them. Only the first 12 words count. */
const char *search_match(struct arena *arena, const char *words);

/* The best hits for the words, at most `limit` from `offset`; all words must
 * occur, the last may be a beginning. `kind` limits to one kind, or "". Words
 * that are no words give no hits. Clauses of standards that the site does not
 * work to come last. */
bool search_find(struct context *context, const char *words, const char *kind,
    long long limit, long long offset, struct search_hit **hits, size_t *count,
    struct error *error);

/* Visit the clauses to which anything refers, unless to exclude them, that
 * holds a word that begins like one of `words`: the clause's item and its place
 * in the structure that standards share, gone with the next. Until the visitor
 * has seen enough and says false. */
typedef bool search_clause_visit(
    void *user, long long item, struct text shares);
bool search_clauses(struct context *context, const char *words,
    search_clause_visit *visit, void *user, struct error *error);

#endif
