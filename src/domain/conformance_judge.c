/* Reasons in the order of their rules, then the verdict they come to. */
#include "domain/conformance_judge.h"

#include "base/clock.h"

#include <stdarg.h>
#include <string.h>

struct judging {
    struct walk *walk;
    struct arena *arena;
    struct conformance_clause *clause;
    size_t capacity; /* of the findings */
};

/* Add a reason; `message` is made of arena strings. */
static void add_of(struct judging *judging, const struct conformance_rule *rule,
    const char *ref, const char *message)
{
    struct conformance_clause *clause = judging->clause;

    if (clause->finding_count == judging->capacity) {
        size_t capacity =
            judging->capacity == 0 ? 4 : size_multiply(judging->capacity, 2);
        struct conformance_finding *findings =
            arena_array(judging->arena, capacity, sizeof *findings);

        if (clause->finding_count > 0)
            memcpy(findings, clause->findings,
                clause->finding_count * sizeof *findings);
        clause->findings = findings;
        judging->capacity = capacity;
    }
    clause->findings[clause->finding_count++] =
        (struct conformance_finding){.rule = rule->id,
            .severity = rule->severity,
            .message = message,
            .ref = ref,
            .mend = rule->mend};
}

static void add(struct judging *judging, enum conformance_rule_id id,
    const char *ref, const char *message)
{
    add_of(judging, conformance_rule(id), ref, message);
}

/* Several sections of one page share its approval: the page is named once. */
static bool page_seen(const struct conformance_clause *clause, size_t place)
{
    for (size_t i = 0; i < place; i++) {
        if (string_equals(clause->provisions[i].page_ref,
                clause->provisions[place].page_ref))
            return true;
    }
    return false;
}

static const char *changed_message(
    struct arena *arena, const struct conformance_provision *provision)
{
    const char *version =
        provision->approved_version[0] == '\0'
            ? ""
            : arena_format(arena, "version %s, ", provision->approved_version);

    return arena_format(arena,
        "The page “%s” was changed on %s; what was approved is an earlier "
        "text (%son %s).",
        provision->page_title, clock_show(arena, provision->changed_at),
        version, clock_show(arena, provision->approved_at));
}

static void judge_approvals(struct judging *judging)
{
    struct conformance_clause *clause = judging->clause;

    for (size_t i = 0; i < clause->provision_count; i++) {
        const struct conformance_provision *provision = &clause->provisions[i];

        if (page_seen(clause, i))
            continue;
        if (provision->approval == APPROVAL_NEVER)
            add(judging, RULE_UNAPPROVED, provision->page_ref,
                arena_format(judging->arena,
                    "The page “%s” has never been approved.",
                    provision->page_title));
        if (provision->approval == APPROVAL_CHANGED)
            add(judging, RULE_CHANGED, provision->page_ref,
                changed_message(judging->arena, provision));
    }
}

static void judge_review(struct judging *judging)
{
    struct conformance_clause *clause = judging->clause;

    for (size_t i = 0; i < clause->provision_count; i++) {
        const struct conformance_provision *provision = &clause->provisions[i];

        if (provision->review_late && !page_seen(clause, i))
            add(judging, RULE_REVIEW_LATE, provision->page_ref,
                arena_format(judging->arena,
                    "The page “%s” was due for review on %s.",
                    provision->page_title,
                    clock_show(judging->arena, provision->next_review)));
    }
}

/* "… expected, but there is none." */
static const char *unmet_message(
    struct arena *arena, const struct conformance_expectation *expectation)
{
    const char *verb = expectation->expectation.at_least > 1 ? "are" : "is";

    if (expectation->total == 0)
        return arena_format(arena, "Expected: %s. There %s none.",
            expectation->explained, verb);
    return arena_format(arena, "Expected: %s. There %s only %lld.",
        expectation->explained, expectation->total == 1 ? "is" : "are",
        expectation->total);
}

static const char *stale_message(
    struct arena *arena, const struct conformance_expectation *expectation)
{
    /* A stale expectation has at least one record, and it is listed. */
    const struct conformance_evidence *newest = &expectation->evidence[0];

    if (expectation->fresh > 0)
        return arena_format(arena,
            "Expected: %s. Only %lld of %lld are fresh enough.",
            expectation->explained, expectation->fresh, expectation->total);
    return arena_format(arena, "Expected: %s. The newest is “%s” of %s.",
        expectation->explained, newest->title, clock_show(arena, newest->date));
}

/* Only one kind of answer at a time, so that the rules stand in order. */
static void judge_evidence(
    struct judging *judging, enum expectation_state state)
{
    struct conformance_clause *clause = judging->clause;

    for (size_t i = 0; i < clause->expectation_count; i++) {
        const struct conformance_expectation *expectation =
            &clause->expectations[i];

        if (expectation->state != state)
            continue;
        if (state == EXPECTATION_UNMET)
            add(judging, RULE_NO_EVIDENCE, clause->clause.ref,
                unmet_message(judging->arena, expectation));
        if (state == EXPECTATION_STALE)
            add(judging, RULE_OLD_EVIDENCE, expectation->evidence[0].ref,
                stale_message(judging->arena, expectation));
    }
}

static void judge_broken(struct judging *judging)
{
    size_t count;
    const struct walk_broken *broken = walk_list_at(
        &judging->walk->broken, judging->clause->clause.position, &count);

    for (size_t i = 0; i < count; i++)
        add(judging, RULE_BROKEN, broken[i].section,
            arena_format(judging->arena,
                "The reference “%s” (line %lld of the page) leads nowhere: %s.",
                broken[i].written, broken[i].line, broken[i].reason));
}

static void judge_exclusions(struct judging *judging, bool excluded)
{
    struct conformance_clause *clause = judging->clause;

    for (size_t i = 0; i < clause->exclusion_count; i++) {
        const struct conformance_exclusion *exclusion = &clause->exclusions[i];

        if (exclusion->reason[0] == '\0')
            add(judging, RULE_NO_REASON, exclusion->ref,
                arena_format(judging->arena,
                    "“%s” says that the clause does not apply, but not why; "
                    "so it still counts.",
                    exclusion->title));
    }
    if (!excluded || clause->provision_count == 0)
        return;
    for (size_t i = 0; i < clause->exclusion_count; i++) {
        const struct conformance_exclusion *exclusion = &clause->exclusions[i];

        if (exclusion->reason[0] != '\0')
            add(judging, RULE_CONTRADICTED, exclusion->ref,
                arena_format(judging->arena,
                    "“%s” says that the clause does not apply, but the page "
                    "“%s” claims it in its section “%s”.",
                    exclusion->title, clause->provisions[0].page_title,
                    clause->provisions[0].title));
    }
}

static void judge_concerns(struct judging *judging)
{
    for (size_t w = 0; w < judging->walk->concern_count; w++) {
        size_t count;
        const struct walk_concern *concerns =
            walk_list_at(&judging->walk->concerns[w],
                judging->clause->clause.position, &count);

        for (size_t i = 0; i < count; i++)
            add_of(judging, concerns[i].rule, concerns[i].ref,
                concerns[i].message);
    }
}

static bool is_excluded(const struct conformance_clause *clause)
{
    for (size_t i = 0; i < clause->exclusion_count; i++) {
        if (clause->exclusions[i].reason[0] != '\0')
            return true;
    }
    return false;
}

static enum verdict verdict_of(const struct conformance_clause *clause)
{
    bool ever = false;
    bool stands = false;
    bool stale = false;
    bool unmet = false;

    if (is_excluded(clause))
        return VERDICT_EXCLUDED;
    if (clause->provision_count == 0)
        return VERDICT_MISSING;
    for (size_t i = 0; i < clause->provision_count; i++) {
        const struct conformance_provision *provision = &clause->provisions[i];

        ever = ever || provision->approval != APPROVAL_NEVER;
        stands = stands || provision->approval == APPROVAL_STANDS;
        stale = stale || provision->review_late;
    }
    for (size_t i = 0; i < clause->expectation_count; i++) {
        enum expectation_state state = clause->expectations[i].state;

        unmet = unmet || state == EXPECTATION_UNMET;
        stale = stale || state == EXPECTATION_STALE;
    }
    if (!ever || unmet)
        return VERDICT_ASSERTED;
    return stale || !stands ? VERDICT_STALE : VERDICT_EVIDENCED;
}

void conformance_judge(struct walk *walk, struct conformance_clause *clause)
{
    struct judging judging = {
        .walk = walk, .arena = walk->context->arena, .clause = clause};
    long long position = clause->clause.position;
    bool excluded;

    clause->provisions =
        walk_list_at(&walk->provisions, position, &clause->provision_count);
    clause->exclusions =
        walk_list_at(&walk->exclusions, position, &clause->exclusion_count);
    clause->expectations =
        walk_list_at(&walk->expectations, position, &clause->expectation_count);
    excluded = is_excluded(clause);
    if (!excluded) {
        if (clause->provision_count == 0)
            add(&judging, RULE_UNCLAIMED, clause->clause.ref,
                "No section of the manual says how this is met.");
        judge_approvals(&judging);
        /* What nobody claims to do has no evidence to be missed yet. */
        if (clause->provision_count > 0) {
            judge_evidence(&judging, EXPECTATION_UNMET);
            judge_evidence(&judging, EXPECTATION_STALE);
        }
        judge_broken(&judging);
        judge_review(&judging);
    }
    judge_exclusions(&judging, excluded);
    judge_concerns(&judging);
    clause->verdict = verdict_of(clause);
}
