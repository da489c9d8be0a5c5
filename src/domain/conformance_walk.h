/*
 * One walk of the conformance checker over a standard: what it has read, by
 * clause. Filled by conformance_read and conformance_evidence, used by
 * conformance_judge; nobody else includes this.
 */
#ifndef DOMAIN_CONFORMANCE_WALK_H
#define DOMAIN_CONFORMANCE_WALK_H

#include "base/map.h"
#include "domain/conformance_result.h"
#include "domain/kind.h"

/* A record's date as evidence; what has none is dated by its last change.
 * Records are never removed, so their items need not be asked. */
#define WALK_RECORD_DATE                                                       \
    "coalesce(nullif(record.dated, ''), substr(record.changed_at, 1, 10))"

/* Elements in order of their clause's position. */
struct walk_list {
    char *items;
    size_t size; /* bytes of an element */
    size_t count;
    size_t capacity;
    size_t *first;  /* for each position, the place of its first element */
    size_t reached; /* positions whose first is known */
};

/* A reference on a provision that leads nowhere. */
struct walk_broken {
    long long id; /* of the link */
    const char *section;
    const char *written;
    const char *reason;
    long long line;
};

/* A record that a rule watches. */
struct walk_concern {
    const struct conformance_rule *rule;
    const char *ref;
    const char *message;
};

struct walk {
    struct context *context;
    struct conformance *result;
    struct clause *clauses; /* all, headings and notes included */
    size_t clause_count;
    size_t positions;              /* clause positions are below this */
    struct walk_list expectations; /* struct conformance_expectation */
    struct walk_list provisions;   /* struct conformance_provision */
    struct walk_list exclusions;   /* struct conformance_exclusion */
    struct walk_list broken;       /* struct walk_broken */
    struct walk_list *concerns;    /* struct walk_concern, one list a watch */
    size_t concern_count;
};

/* A list of elements of `size` bytes for the walk's positions. */
struct walk_list walk_list_create(const struct walk *walk, size_t size);

/* A new zeroed element for the clause at `position`, which must not be before
 * the one added last; NULL when there is no such position. */
void *walk_list_add(
    const struct walk *walk, struct walk_list *list, long long position);

/* No more will be added. */
void walk_list_end(const struct walk *walk, struct walk_list *list);

/* The elements of the clause at `position`. */
void *walk_list_at(
    const struct walk_list *list, long long position, size_t *count);

#endif
