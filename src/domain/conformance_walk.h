/*
 * One walk of the conformance checker: what its parts share. Nobody outside
 * the checker includes this.
 */
#ifndef DOMAIN_CONFORMANCE_WALK_H
#define DOMAIN_CONFORMANCE_WALK_H

#include "domain/conformance_facts.h"
#include "domain/conformance_result.h"

struct rule_waivers;
struct walk_noted;
struct walk_graph;

/* A reference on a provision that leads nowhere. */
struct walk_broken {
    const char *section; /* its reference */
    const char *written;
    const char *reason;
    long long line;
    struct walk_broken *next; /* of the same section */
};

/* A record that a rule watches. */
struct walk_concern {
    const struct conformance_rule *rule;
    const char *ref;
    const char *message;
};

/* What refers to a section or page, or is referred to by it, and one of the two
 * has changed since. */
struct walk_changed {
    long long other;
    bool outwards; /* the section refers to it */
    struct walk_changed *next;
};

/* A section that claims a heading, and so all that stands below it. */
struct walk_claim {
    long long section;
    long long page;
    struct walk_claim *next; /* of the same heading */
};

struct walk {
    struct context *context; /* with the arena of the result */
    const struct conformance_plan *plan;
    struct facts *facts;
    const char *as_of;
    int date;                                 /* the same as a number */
    struct conformance_expectation **answers; /* to what is asked of no clause
                                                 in particular, or NULL */
    const char **oldest;  /* still fresh date, by expectation */
    unsigned char **uses; /* what a class is to an expectation, once known */
    size_t *uses_size;
    struct walk_graph **graphs; /* by expectation, or NULL */
    struct number_map *broken;  /* addresses of lists, by section */
    struct number_map *changed; /* the same */
    struct walk_claim **claims; /* on headings, by group of the plan */
    struct candidates found;    /* of the expectation looked at */
    const struct conformance_watch *watches;
    size_t watch_count;
    struct walk_noted **noted; /* records that they speak of, by clause */
    struct rule_waivers *waivers;
    const char *excepted; /* kinds that do not contradict an exclusion */
};

/* Does a record of the class count as evidence for an expectation of the plan;
 * does it carry evidence that leads to it on to what it refers to? */
bool walk_counts(
    struct walk *walk, size_t expectation, const struct mark_class *class);
bool walk_carries(
    struct walk *walk, size_t expectation, const struct mark_class *class);

/* Newest first, each record once. */
int candidates_newest_first(const void *left, const void *right);
void candidates_order(struct candidates *candidates);

/* No more than are wanted, so that an answer does not depend on how many
 * happened to be read. */
void candidates_keep_newest(struct candidates *candidates, long long most);

/* As many as are asked for, and enough to be listed. */
long long walk_wanted(const struct expectation *expectation);

/* Does the record say all that the expectation asks for; drop those that do
 * not; does that follow from a record alone? */
bool walk_says_all(struct walk *walk, const struct expectation *expectation,
    const struct candidate *candidate, bool *says, struct error *error);
bool walk_sift(struct walk *walk, const struct expectation *expectation,
    struct candidates *candidates, struct error *error);
bool walk_says_alone(struct walk *walk, const struct expectation *expectation);

/* The records that do for an expectation that asks of no clause in particular;
 * they are part of the facts. */
bool walk_find_unlinked(struct walk *walk, size_t expectation,
    const struct candidates **found, struct error *error);

/* The answer for a clause of the plan to one of its expectations. Names of the
 * evidence are left to walk_name_evidence(). */
bool walk_answer(struct walk *walk, size_t clause, size_t expectation,
    const struct conformance_clause *provided,
    struct conformance_expectation *answer, struct error *error);

/* The same for shares of people, and for the approval of the provisions of
 * `provided`. */
bool walk_answer_people(struct walk *walk,
    struct conformance_expectation *answer, struct error *error);
bool walk_answer_approval(struct walk *walk,
    const struct conformance_clause *provided,
    struct conformance_expectation *answer, struct error *error);

/* Say which record it is: reference, title, kind, status. */
bool walk_name_evidence(struct walk *walk,
    struct conformance_evidence *evidence, struct error *error);

/* Claims on headings. A whole chapter or theme cannot be claimed. */
bool walk_read_claims(struct walk *walk, struct error *error);

/* Links between sections or pages and records that were made against other
 * words than stand there now; and those of one section or page, or NULL. */
bool walk_read_changed(struct walk *walk, struct error *error);
const struct walk_changed *walk_changed_on(
    const struct walk *walk, long long section);

/* The provisions, exclusions and broken references of a clause. */
bool walk_read_provisions(struct walk *walk, size_t clause,
    struct conformance_clause *result, struct error *error);
bool walk_read_exclusions(struct walk *walk, size_t clause,
    struct conformance_clause *result, struct error *error);
bool walk_read_broken(struct walk *walk, struct error *error);
const struct walk_broken *walk_broken_on(
    const struct walk *walk, long long section);

/* Say which section it is. */
bool walk_name_provision(struct walk *walk,
    struct conformance_provision *provision, struct error *error);

/* Records that rules watch; and those of them that refer to the clause or an
 * item of it. */
bool walk_read_noted(struct walk *walk, struct error *error);
bool walk_read_concerns(struct walk *walk, size_t clause,
    struct walk_concern **concerns, size_t *count, struct error *error);

/* The newest evidence that leads to the clause through other records. */
bool walk_graph_add(
    struct walk *walk, size_t clause, size_t expectation, struct error *error);

/* For each place in the plan from which evidence for the clause may come: the
 * clause itself, the items of it or what it is an item of, and the clauses of
 * other standards that ask the same, ask it as part of more, or ask a part of
 * it. Some may come twice. Begin with `place` PLAN_NOWHERE; false after the
 * last. */
struct walk_target {
    size_t clause;
    size_t place; /* the present one */
    size_t stage;
};
bool walk_next_target(const struct walk *walk, struct walk_target *target);

#endif
