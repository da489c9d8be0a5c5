/*
 * The file of a standard: clauses, what they ask, and which evidence ought to
 * exist. Pure parsing of lines; whether the kinds and statuses of its
 * expectations exist is domain/standard_load's business.
 *
 *   standard 27001:2022            clause 9.3.2
 *   name ISO/IEC 27001:2022          parent 9.3
 *   title Information security …     kind requirement
 *   scope yes                        heading Management review inputs
 *                                    asks …
 *   clause 9.3.2/a                   shares 9.3.2
 *     parent 9.3.2                   documented record Minutes …
 *     kind item                      stage 2 …
 *     heading …                      attribute type Preventive
 *     asks …                         expect review is held within 12 months
 */
#ifndef DOMAIN_STANDARD_FILE_H
#define DOMAIN_STANDARD_FILE_H

#include "base/error.h"
#include "base/text.h"
#include "domain/expectation.h"

enum {
    STANDARD_FILE_LIMIT = 256 * 1024 * 1024, /* bytes of a file */
    STANDARD_LINE_LIMIT = 8 * 1024,          /* bytes of a line */
    STANDARD_CLAUSE_LIMIT = 200000,          /* clauses of a standard */
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
    struct standard_file_clause *clauses;
    size_t clause_count;
};

/* Parse a whole file into the arena. The error begins with `line N: `. */
bool standard_file_parse(struct arena *arena, struct text content,
    struct standard_file *file, struct error *error);

#endif
