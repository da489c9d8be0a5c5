/*
 * A standard's own words, where the site has a licence for them: shown beside
 * our paraphrase on the page of a clause, and nowhere else. They are in no
 * search, list, export or history.
 *
 *   clause 9.2.2
 *   The organization shall … (all lines until the next `clause`)
 */
#ifndef DOMAIN_CLAUSE_TEXT_H
#define DOMAIN_CLAUSE_TEXT_H

#include "domain/context.h"

enum {
    CLAUSE_TEXT_FILE_LIMIT = 16 * 1024 * 1024, /* bytes of a file */
    CLAUSE_TEXT_LIMIT = 64 * 1024              /* bytes of one clause */
};

struct clause_text {
    const char *clause;
    const char *words; /* with its line ends */
    size_t line;
};

/* Parse a whole file into the arena. The error begins with `line N: `. */
bool clause_text_parse(struct arena *arena, struct text content,
    struct clause_text **texts, size_t *count, struct error *error);

/* Put the words of the file at `path` in place of all that the standard (by
 * its full id) had, in one transaction with the history. The error begins
 * with `PATH:LINE: ` where the file is at fault, as for unknown clauses. A dry
 * run checks everything and saves nothing. `count` is of clauses. */
bool clause_text_put(struct context *context, const char *standard,
    const char *path, bool dry_run, size_t *count, struct error *error);

/* Take all words of the standard away, of `count` clauses. */
bool clause_text_remove(struct context *context, const char *standard,
    bool dry_run, size_t *count, struct error *error);

/* The words of one clause, "" when there are none. */
bool clause_text_read(struct context *context, const char *standard,
    const char *clause, const char **words, struct error *error);

#endif
