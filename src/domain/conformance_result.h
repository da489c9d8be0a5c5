/*
 * What the conformance checker finds out about a standard: items with their
 * verdicts and every reason, and the headings above them rolled up.
 */
#ifndef DOMAIN_CONFORMANCE_RESULT_H
#define DOMAIN_CONFORMANCE_RESULT_H

#include "domain/conformance_rules.h"
#include "domain/standard.h"

enum {
    /* Evidence listed for one expectation, newest first; all is counted. */
    CONFORMANCE_EVIDENCE_LIMIT = 12
};

enum verdict {
    VERDICT_EVIDENCED,
    VERDICT_STALE,
    VERDICT_ASSERTED,
    VERDICT_MISSING,
    VERDICT_EXCLUDED,
    VERDICT_COUNT
};

enum approval {
    APPROVAL_NEVER,   /* the page has never been approved */
    APPROVAL_CHANGED, /* an earlier text of it was */
    APPROVAL_STANDS   /* this very text is approved */
};

enum expectation_state {
    EXPECTATION_MET,
    EXPECTATION_STALE, /* enough evidence, but it is too old */
    EXPECTATION_UNMET
};

/* A section (or page) of the manual that claims the clause. */
struct conformance_provision {
    long long section;  /* item */
    long long position; /* of the section in its page, once it is named */
    const char *ref;    /* page:NAME#slug, or page:NAME */
    const char *title;  /* of the section */
    const char *via;    /* clause:27001:2022/9.2.1, when that is claimed, which
                           asks the same; else "" */
    long long page;     /* item */
    const char *page_ref;
    const char *page_title;
    const char *page_reference; /* HV-POL-07, or "" */
    const char *page_owner;     /* login, or "" */
    enum approval approval;
    const char *approved_at;      /* date; "" when never */
    const char *approved_version; /* "" when never */
    const char *approved_by;      /* login; "" when never */
    const char *changed_at;       /* date of the page's last change */
    const char *next_review;      /* date, or "" */
    bool review_late;
};

struct conformance_evidence {
    long long record; /* item */
    const char *ref;
    const char *kind;
    const char *title;
    const char *status;
    const char *date;
    bool fresh;
    size_t expectation; /* place in the clause's expectations */
};

struct conformance_expectation {
    const struct expectation *expectation;
    const char *explained; /* in plain words */
    const char *oldest;    /* evidence from this date on is fresh; "" any */
    enum expectation_state state;
    long long fresh; /* how many records are fresh */
    long long total; /* and how many there are with the older ones */
    bool more;       /* or more: not all were counted */
    const char *gap; /* of `every`: what has no record, in words; else "" */
    struct conformance_evidence *evidence; /* at most the limit above */
    size_t evidence_count;
};

/* A reason: what is wrong, and where to mend it. */
struct conformance_finding {
    const char *rule;     /* IMS004 */
    const char *severity; /* error, warning or note */
    const char *message;
    const char *ref;    /* what to open to mend it */
    const char *mend;   /* what to do, in a few words */
    const char *waived; /* the waiver that accepts it, "waiver:3", or "" */
};

/* A record that takes the clause out. */
struct conformance_exclusion {
    const char *ref;
    const char *title;
    const char *reason; /* Markdown; "" when none is given: it does not count */
    const char *date;
};

struct conformance_clause {
    struct clause clause;
    struct conformance_clause *items; /* its lettered items */
    size_t item_count;
    size_t place; /* in the plan */
    size_t group; /* place of the nearest group above; groups count if none */
    enum verdict verdict;
    struct conformance_provision *provisions;
    size_t provision_count;
    struct conformance_expectation *expectations;
    size_t expectation_count;
    struct conformance_exclusion *exclusions;
    size_t exclusion_count;
    bool changed;            /* evidence or provision, since they were linked */
    long long contradicting; /* a record that refers to it all the same, or 0 */
    struct conformance_finding *findings;
    size_t finding_count;
};

/* A clause that is only a heading, or a theme: its items rolled up. */
struct conformance_group {
    struct clause clause;
    size_t depth;         /* 0 at the top */
    enum verdict verdict; /* the worst below; excluded when all are */
    size_t totals[VERDICT_COUNT];
    size_t count; /* items below */
};

struct conformance {
    struct standard standard;
    const char *as_of;
    struct conformance_clause *clauses; /* the items, in order */
    size_t clause_count;
    struct conformance_group *groups; /* in order; see clause.position */
    size_t group_count;
    size_t totals[VERDICT_COUNT];
    size_t finding_count;
    bool desktop;  /* nothing is missing */
    bool conforms; /* everything is evidenced or excluded */
};

/* All standards that the site works to. */
struct conformance_system {
    const char *as_of;
    struct conformance *standards;
    size_t standard_count;
    size_t totals[VERDICT_COUNT];
    size_t finding_count;
};

/* The item called `id`, or NULL. */
const struct conformance_clause *conformance_find(
    const struct conformance *conformance, const char *id);

/* The same, or the lettered item called so. `whole` is the clause that it is
 * an item of, or the clause itself. */
const struct conformance_clause *conformance_find_part(
    const struct conformance *conformance, const char *id,
    const struct conformance_clause **whole);

/* "evidenced", "stale", "asserted", "missing", "excluded". */
const char *conformance_verdict_name(enum verdict verdict);

#endif
