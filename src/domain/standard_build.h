/*
 * A standard put together clause by clause, for every parser that makes one:
 * the rules that hold whatever the file looked like.
 */
#ifndef DOMAIN_STANDARD_BUILD_H
#define DOMAIN_STANDARD_BUILD_H

#include "base/map.h"
#include "domain/standard_file.h"

struct standard_build {
    struct arena *arena;
    struct standard_file *file;
    struct standard_file_clause *clause; /* the present one, or NULL */
    struct map *places;                  /* of clauses by id, from 1 */
    size_t line; /* the present one; where the fault is after a refusal */
    struct error *error;
};

/* Begin with an empty `file`. Refusals say nothing of the line: the caller
 * knows how places are called in what it reads. */
struct standard_build standard_build_begin(
    struct arena *arena, struct standard_file *file, struct error *error);

/* The standard's id, NUMBER or NUMBER:EDITION. */
bool standard_build_id(struct standard_build *build, struct text value);

/* Begin a clause; the one before is complete, or refused. */
bool standard_build_clause(struct standard_build *build, struct text id);

/* Of the present clause. A parent stands above it: so there are no loops. */
bool standard_build_parent(struct standard_build *build, struct text id);
bool standard_build_kind(struct standard_build *build, struct text kind);
bool standard_build_shares(struct standard_build *build, struct text place);
bool standard_build_detail(struct standard_build *build, const char *kind,
    const char *name, struct text words);
bool standard_build_expect(struct standard_build *build, struct text words);

/* Set a text that may be given once; `word` is how it is called. */
bool standard_build_once(struct standard_build *build, const char **place,
    struct text value, const char *word);

/* Everything there that must be. */
bool standard_build_end(struct standard_build *build);

#endif
