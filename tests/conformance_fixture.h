/*
 * The conformance checker on the fixture's site: standards of the test's own,
 * pages that claim their clauses, and results as a text that shows everything.
 */
#ifndef TESTS_CONFORMANCE_FIXTURE_H
#define TESTS_CONFORMANCE_FIXTURE_H

#include "domain/conformance.h"
#include "site_fixture.h"

/* Load standards in the words of a .standard file, one text each, ended by
 * NULL. */
void conformance_load(struct fixture *fixture, const char *const *standards);

/* Check a standard; any failure ends the test. */
const struct conformance *conformance_of(
    struct fixture *fixture, const char *standard, const char *as_of);

/* One clause, or a lettered item ("9.3.2/a"), which must be there. */
const struct conformance_clause *conformance_clause_of(
    const struct conformance *conformance, const char *id);

/* The rules of its reasons in order, with spaces between. */
const char *conformance_rules_of(
    struct arena *arena, const struct conformance_clause *clause);

/* The page with one section that claims the clauses ("900/1.1 900/1.2"), and
 * its approval. */
void conformance_claim(
    struct fixture *fixture, const char *page, const char *clauses);

/* All standards in scope as of a day, as the JSON of `ims check` and then what
 * that leaves out. Inside a read transaction of its own. */
const char *conformance_dump(struct context *context, struct arena *arena,
    const char *as_of, struct error *error);

/* As if there were very many links: then the checker seeks what refers to each
 * clause by itself instead of reading everything in one go. */
void conformance_seek(struct context *context, struct error *error);

/* Every error of the checker ends the test; `what` is printed. */
void conformance_must(bool fine, const struct error *error, const char *what);

#endif
