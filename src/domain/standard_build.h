/*
 * A standard as read from a file, put together clause by clause: the rules
 * that hold whatever the file looked like.
 */
#ifndef DOMAIN_STANDARD_BUILD_H
#define DOMAIN_STANDARD_BUILD_H

#include "base/error.h"
#include "base/map.h"
#include "base/text.h"
#include "domain/expectation.h"

enum {
    STANDARD_FILE_LIMIT = 256 * 1024 * 1024, /* bytes of a file */
    STANDARD_LINE_LIMIT = 8 * 1024,          /* bytes of a line */
    STANDARD_TEXT_LIMIT = 64 * 1024,         /* bytes of one imported text */
    STANDARD_CLAUSE_LIMIT = 200000,          /* clauses of a standard */
    STANDARD_ORDER_LIMIT = 500,              /* of `order` */
    STANDARD_DETAIL_LIMIT = 64,              /* details of a clause */
    STANDARD_EXPECTATION_LIMIT = 16          /* expectations of a clause */
};

struct standard_file_expectation {
    struct expectation expectation;
    size_t line;
};

/* What is told beside what a clause asks. */
struct standard_file_detail {
    const char *kind;  /* document record stage-1 stage-2 surveillance
                          recertification attribute */
    const char *name;  /* of an attribute: type property concept capability
                          domain; else "" */
    const char *words; /* readable as they are */
    size_t line;
};

struct standard_file_clause {
    const char *id;
    const char *parent; /* "" at the top */
    const char *kind;   /* clause requirement control theme amendment note
                           item */
    const char *heading;
    const char *asks;
    const char *shares; /* place in the structure standards share, or "" */
    size_t line;
    struct standard_file_detail *details;
    size_t detail_count;
    struct standard_file_expectation *expectations;
    size_t expectation_count;
};

struct standard_file {
    const char *id;      /* 27001:2022 */
    const char *number;  /* 27001 */
    const char *edition; /* 2022, or "" */
    const char *name;
    const char *title;
    const char *scope; /* "yes": a new site works to it; "no" or "" */
    long long order;   /* place among the standards, from 1; 0 after them */
    struct standard_file_clause *clauses;
    size_t clause_count;
};

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

/* The same of text from elsewhere: must be clean UTF-8 of at most
 * STANDARD_TEXT_LIMIT bytes, and white space in it becomes single spaces. */
bool standard_build_text(struct standard_build *build, const char **place,
    struct text value, const char *word);

/* Is there a clause with the id? */
bool standard_build_has(const struct standard_build *build, const char *id);

/* Everything there that must be. */
bool standard_build_end(struct standard_build *build);

#endif
