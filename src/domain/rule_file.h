/*
 * A file of rules: what each says, and the checks that find it. Pure parsing
 * of lines; whether the kinds and fields of its checks exist is
 * domain/rule_load's business.
 *
 *   rule IMS023
 *     severity warning
 *     title An action is overdue
 *     mend Finish it, or agree a date that can be kept.
 *     check records todo where due has passed
 *     says {kind} {number} “{title}” was due on {due}.
 */
#ifndef DOMAIN_RULE_FILE_H
#define DOMAIN_RULE_FILE_H

#include "domain/rule_parse.h"

enum {
    RULE_FILE_LIMIT = 256 * 1024, /* bytes of a file */
    RULE_LINE_LIMIT = 4 * 1024,   /* bytes of a line */
    RULE_FILE_RULES = 500,        /* rules of a file */
    RULE_CHECK_LIMIT = 16         /* checks of a rule */
};

struct rule_file_check {
    struct rule_check check;
    size_t line;
};

struct rule_file_rule {
    const char *id;
    const char *severity;
    const char *title;
    const char *mend;
    size_t line;
    struct rule_file_check *checks;
    size_t check_count;
};

struct rule_file {
    struct rule_file_rule *rules;
    size_t count;
};

/* Parse a whole file into the arena. The error begins with `line N: `. */
bool rule_file_parse(struct arena *arena, struct text content,
    struct rule_file *file, struct error *error);

#endif
