/*
 * The rules of the conformance checker that it makes itself, clause by clause.
 * A rule keeps its id for ever; each has a help page /help/rules/ID. The rules
 * that data makes are in domain/rule.
 */
#ifndef DOMAIN_CONFORMANCE_RULES_H
#define DOMAIN_CONFORMANCE_RULES_H

#include <stddef.h>

enum conformance_rule_id {
    RULE_UNCLAIMED,    /* IMS001 no section of the manual claims the clause */
    RULE_UNAPPROVED,   /* IMS002 */
    RULE_CHANGED,      /* IMS003 */
    RULE_NO_EVIDENCE,  /* IMS004 */
    RULE_OLD_EVIDENCE, /* IMS005 */
    RULE_BROKEN,       /* IMS006 */
    RULE_REVIEW_LATE,  /* IMS007 */
    RULE_NO_REASON,    /* IMS008 */
    RULE_CONTRADICTED, /* IMS009 */
    RULE_LINK_CHANGED, /* IMS012 */
    RULE_COUNT
};

struct conformance_rule {
    const char *id;       /* IMS001 */
    const char *severity; /* error, warning or note */
    const char *title;    /* what it says, in a few words */
    const char *mend;     /* what to do, in a few words */
};

/* The rule; never NULL for a value of the enumeration. */
const struct conformance_rule *conformance_rule(enum conformance_rule_id id);

/* The rule called "IMS004" among these, or NULL. */
const struct conformance_rule *conformance_rule_find(const char *id);

/* A record that speaks against a clause it refers to, as long as its status is
 * not a closed one: data, so that the checker knows no kinds. */
struct conformance_watch {
    const struct conformance_rule *rule;
    size_t place; /* of the check in its rule, as in record_remark */
    const char *kind;
    const char *field;  /* the field looked at */
    const char *values; /* space separated; "" : a date that has passed */
};

#endif
