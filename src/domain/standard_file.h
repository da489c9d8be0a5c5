/*
 * The file of a standard: clauses, what they ask, and which evidence ought to
 * exist. Pure parsing of lines; whether the kinds and statuses of its
 * expectations exist is domain/standard's business.
 *
 *   standard 27001:2022            clause 9.2.2
 *   name ISO/IEC 27001:2022          parent 9.2
 *   title Information security …     kind requirement
 *                                    heading Internal audit programme
 *                                    asks …
 *                                    expect audit is closed within 12 months
 */
#ifndef DOMAIN_STANDARD_FILE_H
#define DOMAIN_STANDARD_FILE_H

#include "base/error.h"
#include "base/text.h"
#include "domain/expectation.h"

enum {
    STANDARD_FILE_LIMIT = 2 * 1024 * 1024, /* bytes of a file */
    STANDARD_LINE_LIMIT = 8 * 1024,        /* bytes of a line */
    STANDARD_CLAUSE_LIMIT = 5000,          /* clauses of a standard */
    STANDARD_EXPECTATION_LIMIT = 16        /* expectations of a clause */
};

struct standard_file_expectation {
    struct expectation expectation;
    size_t line;
};

struct standard_file_clause {
    const char *id;
    const char *parent; /* "" at the top */
    const char *kind;   /* clause requirement control theme amendment note */
    const char *heading;
    const char *asks;
    size_t line;
    struct standard_file_expectation *expectations;
    size_t expectation_count;
};

struct standard_file {
    const char *id;      /* 27001:2022 */
    const char *number;  /* 27001 */
    const char *edition; /* 2022, or "" */
    const char *name;
    const char *title;
    struct standard_file_clause *clauses;
    size_t clause_count;
};

/* Parse a whole file into the arena. The error begins with `line N: `. */
bool standard_file_parse(struct arena *arena, struct text content,
    struct standard_file *file, struct error *error);

/* Is a clause of this kind an item: does it ask for something itself? */
bool standard_kind_is_leaf(const char *kind);

#endif
