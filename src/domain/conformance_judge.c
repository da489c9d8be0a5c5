/* Reasons in the order of their rules, then the verdict they come to. */
#include "domain/conformance_judge.h"

#include "base/clock.h"
#include "domain/clause_kind.h"
#include "domain/conformance_judging.h"
#include "domain/rule_waiver.h"

#include <stdarg.h>
#include <string.h>

/* A waiver names what the finding is about, or the clause. */
static const char *waiver_of(const struct judging *judging,
    const struct conformance_rule *rule, const char *ref)
{
    const struct rule_waivers *waivers = judging->walk->waivers;
    const char *waiver = rule_waived(waivers, rule->id, ref);

    return waiver[0] != '\0'
               ? waiver
               : rule_waived(waivers, rule->id, judging->told->clause.ref);
}

/* "9.3.2 a): ", and what is said of the item. */
static const char *of_item(const struct judging *judging, const char *message)
{
    return arena_format(judging->arena, "%s: %s",
        clause_label(judging->arena, judging->clause->clause.id), message);
}

/* Add a reason; `message` is made of arena strings. */
static void add_of(struct judging *judging, const struct conformance_rule *rule,
    const char *ref, const char *message)
{
    struct conformance_clause *clause = judging->told;

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
            .message =
                judging->clause == clause ? message : of_item(judging, message),
            .ref = ref,
            .mend = rule->mend,
            .waived = waiver_of(judging, rule, ref)};
}

void judging_add(struct judging *judging, enum conformance_rule_id id,
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
            judging_add(judging, RULE_UNAPPROVED, provision->page_ref,
                arena_format(judging->arena,
                    "The page “%s” has never been approved.",
                    provision->page_title));
        if (provision->approval == APPROVAL_CHANGED)
            judging_add(judging, RULE_CHANGED, provision->page_ref,
                changed_message(judging->arena, provision));
    }
}

static void judge_review(struct judging *judging)
{
    struct conformance_clause *clause = judging->clause;

    for (size_t i = 0; i < clause->provision_count; i++) {
        const struct conformance_provision *provision = &clause->provisions[i];

        if (provision->review_late && !page_seen(clause, i))
            judging_add(judging, RULE_REVIEW_LATE, provision->page_ref,
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
    const char *verb = expectation->expectation->at_least > 1 ? "are" : "is";

    if (expectation->expectation->covering > 0)
        return arena_format(arena, "Expected: %s. It is so for %lld %%.",
            expectation->explained, expectation->total);
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
    /* But for shares of people, a stale one has evidence, and it is listed. */
    const struct conformance_evidence *newest = &expectation->evidence[0];

    if (expectation->expectation->covering > 0)
        return arena_format(arena,
            "Expected: %s. It is so for %lld %%; for %lld %% it once was.",
            expectation->explained, expectation->fresh, expectation->total);
    if (expectation->gap[0] != '\0')
        return arena_format(arena, "Expected: %s. There is none of %s.",
            expectation->explained, expectation->gap);
    if (expectation->fresh > 0)
        return arena_format(arena,
            "Expected: %s. Only %lld of %lld are fresh enough.",
            expectation->explained, expectation->fresh, expectation->total);
    return arena_format(arena, "Expected: %s. The newest is “%s” of %s.",
        expectation->explained, newest->title, clock_show(arena, newest->date));
}

static bool judge_stale(struct judging *judging,
    const struct conformance_expectation *expectation, struct error *error)
{
    const char *ref = judging->clause->clause.ref;

    if (expectation->evidence_count > 0) {
        if (!walk_name_evidence(
                judging->walk, &expectation->evidence[0], error))
            return false;
        ref = expectation->evidence[0].ref;
    }
    judging_add(judging, RULE_OLD_EVIDENCE, ref,
        stale_message(judging->arena, expectation));
    return true;
}

/* Only one kind of answer at a time, so that the rules stand in order. */
static bool judge_evidence(
    struct judging *judging, enum expectation_state state, struct error *error)
{
    struct conformance_clause *clause = judging->clause;

    for (size_t i = 0; i < clause->expectation_count; i++) {
        const struct conformance_expectation *expectation =
            &clause->expectations[i];

        if (expectation->state != state)
            continue;
        if (state == EXPECTATION_UNMET)
            judging_add(judging, RULE_NO_EVIDENCE, clause->clause.ref,
                unmet_message(judging->arena, expectation));
        if (state == EXPECTATION_STALE &&
            !judge_stale(judging, expectation, error))
            return false;
    }
    return true;
}

static void judge_broken(struct judging *judging)
{
    const struct conformance_clause *clause = judging->clause;

    for (size_t i = 0; i < clause->provision_count; i++) {
        const struct walk_broken *broken =
            walk_broken_on(judging->walk, clause->provisions[i].section);

        for (; broken != NULL; broken = broken->next)
            judging_add(judging, RULE_BROKEN, broken->section,
                arena_format(judging->arena,
                    "The reference “%s” (line %lld of the page) leads nowhere: "
                    "%s.",
                    broken->written, broken->line, broken->reason));
    }
}

static bool judge_concerns(struct judging *judging, struct error *error)
{
    struct walk_concern *concerns;
    size_t count;

    if (!walk_read_concerns(
            judging->walk, judging->clause->place, &concerns, &count, error))
        return false;
    for (size_t i = 0; i < count; i++)
        add_of(judging, concerns[i].rule, concerns[i].ref, concerns[i].message);
    return true;
}

static struct conformance_evidence *find_evidence(
    const struct conformance_clause *clause, long long record)
{
    for (size_t i = 0; i < clause->expectation_count; i++) {
        const struct conformance_expectation *answer = &clause->expectations[i];

        for (size_t j = 0; j < answer->evidence_count; j++) {
            if (answer->evidence[j].record == record)
                return &answer->evidence[j];
        }
    }
    return NULL;
}

/* What is wrong with the links between a provision and the evidence. */
static bool judge_changed(struct judging *judging,
    struct conformance_provision *provision, long long at, struct error *error)
{
    struct conformance_clause *clause = judging->clause;
    const struct walk_changed *changed = walk_changed_on(judging->walk, at);

    for (; changed != NULL; changed = changed->next) {
        struct conformance_evidence *evidence =
            find_evidence(clause, changed->other);

        if (evidence == NULL)
            continue;
        if (!walk_name_evidence(judging->walk, evidence, error) ||
            !walk_name_provision(judging->walk, provision, error))
            return false;
        clause->changed = true;
        judging_add(judging, RULE_LINK_CHANGED, evidence->ref,
            arena_format(judging->arena,
                changed->outwards
                    ? "“%s” has changed since the section “%s” of the page "
                      "“%s” was linked to it."
                    : "“%s” was linked to what the section “%s” of the page "
                      "“%s” said before it was changed.",
                evidence->title, provision->title, provision->page_title));
    }
    return true;
}

static bool judge_links(struct judging *judging, struct error *error)
{
    struct conformance_clause *clause = judging->clause;

    for (size_t i = 0; i < clause->provision_count; i++) {
        struct conformance_provision *provision = &clause->provisions[i];

        if (!judge_changed(judging, provision, provision->section, error) ||
            (!page_seen(clause, i) && provision->page != provision->section &&
                !judge_changed(judging, provision, provision->page, error)))
            return false;
    }
    return true;
}

static enum verdict verdict_of(const struct conformance_clause *clause)
{
    bool ever = false;
    bool stands = false;
    bool stale = clause->changed;
    bool unmet = false;

    if (judging_is_excluded(clause))
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

static bool answer_all(struct walk *walk, size_t place,
    struct conformance_clause *clause, struct error *error)
{
    const struct plan_clause *planned = &walk->plan->clauses[place];

    if (planned->expectations == 0)
        return true;
    clause->expectations = arena_array(walk->context->arena,
        planned->expectations, sizeof *clause->expectations);
    clause->expectation_count = planned->expectations;
    for (size_t i = 0; i < planned->expectations; i++) {
        struct conformance_expectation *answer = &clause->expectations[i];

        if (!walk_answer(walk, place,
                walk->plan->asked[planned->expectation + i], clause, answer,
                error))
            return false;
        for (size_t j = 0; j < answer->evidence_count; j++)
            answer->evidence[j].expectation = i;
    }
    return true;
}

static bool read_clause(struct walk *walk, size_t place,
    struct conformance_clause *clause, struct error *error)
{
    const struct plan_clause *planned = &walk->plan->clauses[place];

    clause->clause = *planned->clause;
    clause->place = place;
    return walk_read_provisions(walk, place, clause, error) &&
           walk_read_exclusions(walk, place, clause, error) &&
           answer_all(walk, place, clause, error);
}

/* Does anything stand on the item itself, or ask the same as it? */
static bool is_own(const struct walk *walk, size_t place)
{
    return facts_on(walk->facts, place)->count > 0 ||
           walk->plan->clauses[place].twin != place;
}

/* Where none of its items has anything of its own, each has what the clause
 * has. */
static bool read_item(struct walk *walk, size_t place, bool bare,
    const struct conformance_clause *clause, struct conformance_clause *item,
    struct error *error)
{
    if (!bare)
        return read_clause(walk, place, item, error);
    item->clause = *walk->plan->clauses[place].clause;
    item->place = place;
    item->exclusions = clause->exclusions;
    item->exclusion_count = clause->exclusion_count;
    item->contradicting = clause->contradicting;
    item->provisions = clause->provisions;
    item->provision_count = clause->provision_count;
    return answer_all(walk, place, item, error);
}

/* An item says what its clause does not say already. */
static bool judge_item(struct judging *judging, struct error *error)
{
    struct conformance_clause *item = judging->clause;
    bool excluded = item->exclusion_count > 0 && judging_is_excluded(item);

    if (!excluded && item->provision_count == 0 &&
        judging->told->provision_count > 0)
        judging_add(judging, RULE_UNCLAIMED, item->clause.ref,
            "No section of the manual says how this is met.");
    if (!excluded && item->provision_count > 0 &&
        (!judge_evidence(judging, EXPECTATION_UNMET, error) ||
            !judge_evidence(judging, EXPECTATION_STALE, error)))
        return false;
    return item->exclusion_count == 0 ||
           judging_exclusions(judging, excluded, error);
}

/* The worse of the two, as far as they count. */
static enum verdict worse(enum verdict a, enum verdict b)
{
    if (a == VERDICT_EXCLUDED || b == VERDICT_EXCLUDED)
        return a == VERDICT_EXCLUDED ? b : a;
    return a > b ? a : b;
}

static bool judge_items(struct judging *judging, struct error *error)
{
    const struct plan_clause *clauses = judging->walk->plan->clauses;
    struct conformance_clause *clause = judging->told;
    bool bare = true;
    size_t count = 0;
    size_t place;

    for (place = clauses[clause->place].item; place != PLAN_NOWHERE;
         place = clauses[place].next) {
        bare = bare && !is_own(judging->walk, place);
        count++;
    }
    if (count == 0)
        return true;
    clause->items = arena_array(judging->arena, count, sizeof *clause->items);
    for (place = clauses[clause->place].item; place != PLAN_NOWHERE;
         place = clauses[place].next) {
        struct conformance_clause *item = &clause->items[clause->item_count++];

        if (!read_item(judging->walk, place, bare, clause, item, error))
            return false;
        item->group = clause->group;
        item->verdict = verdict_of(item);
        judging->clause = item;
        if (!judge_item(judging, error))
            return false;
        if (clause->verdict != VERDICT_EXCLUDED)
            clause->verdict = worse(clause->verdict, item->verdict);
    }
    return true;
}

static bool judge_clause(struct judging *judging, struct error *error)
{
    struct conformance_clause *clause = judging->clause;
    bool excluded = judging_is_excluded(clause);

    if (!excluded) {
        if (clause->provision_count == 0)
            judging_add(judging, RULE_UNCLAIMED, clause->clause.ref,
                "No section of the manual says how this is met.");
        judge_approvals(judging);
        /* What nobody claims to do has no evidence to be missed yet. */
        if (clause->provision_count > 0 &&
            (!judge_evidence(judging, EXPECTATION_UNMET, error) ||
                !judge_evidence(judging, EXPECTATION_STALE, error)))
            return false;
        judge_broken(judging);
        judge_review(judging);
    }
    if (!judging_exclusions(judging, excluded, error) ||
        !judge_concerns(judging, error) ||
        (!excluded && !judge_links(judging, error)))
        return false;
    clause->verdict = verdict_of(clause);
    return true;
}

/* Those of items come behind those of the clause: put them in order again. */
static void order_findings(struct conformance_clause *clause)
{
    for (size_t i = 1; i < clause->finding_count; i++) {
        struct conformance_finding finding = clause->findings[i];
        size_t place = i;

        for (; place > 0 &&
               strcmp(clause->findings[place - 1].rule, finding.rule) > 0;
             place--)
            clause->findings[place] = clause->findings[place - 1];
        clause->findings[place] = finding;
    }
}

bool conformance_judge(struct walk *walk, size_t place,
    struct conformance_clause *clause, struct error *error)
{
    struct judging judging = {.walk = walk,
        .arena = walk->context->arena,
        .clause = clause,
        .told = clause};
    size_t own;

    if (!read_clause(walk, place, clause, error) ||
        !judge_clause(&judging, error))
        return false;
    own = clause->finding_count;
    if (!judge_items(&judging, error))
        return false;
    if (own > 0 && clause->finding_count > own)
        order_findings(clause);
    return true;
}
