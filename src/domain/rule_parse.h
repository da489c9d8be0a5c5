/*
 * One check of a rule: which records or pages a rule of the checker looks for,
 * in the words of schema/rules.
 *
 *   records todo where due has passed
 *   records measure is running or partly without risk or rtp
 *   placeholders saying TODO or TBD
 *
 * Pure parsing; whether the kinds and fields exist is domain/rule_load's
 * business.
 */
#ifndef DOMAIN_RULE_PARSE_H
#define DOMAIN_RULE_PARSE_H

#include "base/error.h"
#include "base/text.h"

enum {
    RULE_WORD_LIMIT = 64,     /* words in one list */
    RULE_CONDITION_LIMIT = 8, /* after one `where` */
    RULE_LEAST_LIMIT = 10000
};

/* What may follow a check's name: lists of words, joined by `or`. */
enum rule_part {
    RULE_KINDS,    /* at once: kinds of record, or any */
    RULE_EXCEPT,   /* `except`: kinds that are left out */
    RULE_STATUSES, /* `is`: else all that are not closed */
    RULE_WITHOUT,  /* `without`: kinds that no link joins it with */
    RULE_NAMING,   /* `naming`: the field that names a rule */
    RULE_UNTIL,    /* `until`: the field with the end */
    RULE_FOR,      /* `for`: the fields that say what it holds for */
    RULE_CLAUSES,  /* `of`: ids of clauses */
    RULE_WORDS,    /* `saying`: words of a text */
    RULE_LEAST,    /* `at least`: a number */
    RULE_WHERE,    /* `where`: conditions */
    RULE_PART_COUNT
};

enum rule_test {
    RULE_IS,     /* FIELD is VALUE or VALUE */
    RULE_EMPTY,  /* FIELD is empty */
    RULE_FILLED, /* FIELD is filled */
    RULE_AS,     /* FIELD as FIELD: both say the same */
    RULE_PASSED, /* FIELD has passed: its date is before the day looked at */
    RULE_COMING  /* FIELD has not come: its date is after that day */
};

struct rule_condition {
    const char *field;
    enum rule_test test;
    const char *values; /* of RULE_IS, space separated; the field of RULE_AS */
};

struct rule_check {
    const char *name;                   /* records */
    const char *words;                  /* the whole of it, in single spaces */
    const char *says;                   /* the message, or "" */
    const char *parts[RULE_PART_COUNT]; /* space separated, "" when not given */
    struct rule_condition *conditions;
    size_t condition_count;
    long long least;
};

/* Parse one check. The error is a sentence without a place. */
bool rule_check_parse(struct arena *arena, struct text words,
    struct rule_check *check, struct error *error);

/* Does this check take a message of its own? */
bool rule_check_says(const struct rule_check *check);

/* The names of all checks in turn, NULL after the last. */
const char *rule_check_name(size_t place);

#endif
