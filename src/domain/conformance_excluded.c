/* Exclusions: with a reason a clause is out, unless a record contradicts it. */
#include "domain/conformance_judging.h"

bool judging_is_excluded(const struct conformance_clause *clause)
{
    if (clause->contradicting != 0)
        return false;
    for (size_t i = 0; i < clause->exclusion_count; i++) {
        if (clause->exclusions[i].reason[0] != '\0')
            return true;
    }
    return false;
}

/* What stands on the clause is said there, not once more of its items. */
static bool is_inherited(const struct judging *judging, const char *ref)
{
    const struct conformance_clause *clause = judging->told;

    for (size_t i = 0; clause != judging->clause && i < clause->exclusion_count;
         i++) {
        if (string_equals(clause->exclusions[i].ref, ref))
            return true;
    }
    return false;
}

static void judge_reasons(struct judging *judging)
{
    const struct conformance_clause *clause = judging->clause;

    for (size_t i = 0; i < clause->exclusion_count; i++) {
        const struct conformance_exclusion *exclusion = &clause->exclusions[i];

        if (exclusion->reason[0] == '\0' &&
            !is_inherited(judging, exclusion->ref))
            judging_add(judging, RULE_NO_REASON, exclusion->ref,
                arena_format(judging->arena,
                    "“%s” says that the clause does not apply, but not why; "
                    "so it still counts.",
                    exclusion->title));
    }
}

/* A section that claims just this; NULL when none does. What answers for
 * another standard does not, nor what claims the clause of an item. */
static struct conformance_provision *own_claim(struct judging *judging)
{
    struct conformance_clause *clause = judging->clause;
    const struct mark_list *list;

    if (clause == judging->told)
        return clause->provision_count == 0 ||
                       clause->provisions[0].via[0] != '\0'
                   ? NULL
                   : &clause->provisions[0];
    list = facts_on(judging->walk->facts, clause->place);
    for (size_t i = 0; i < list->count; i++) {
        for (size_t j = 0; list->marks[i].meets && j < clause->provision_count;
             j++) {
            if (clause->provisions[j].section == list->marks[i].source)
                return &clause->provisions[j];
        }
    }
    return NULL;
}

/* Each exclusion that would hold, and what speaks against it. */
static void tell_contradiction(struct judging *judging, const char *against)
{
    const struct conformance_clause *clause = judging->clause;

    for (size_t i = 0; i < clause->exclusion_count; i++) {
        const struct conformance_exclusion *exclusion = &clause->exclusions[i];

        if (exclusion->reason[0] != '\0' &&
            !is_inherited(judging, exclusion->ref))
            judging_add(judging, RULE_CONTRADICTED, exclusion->ref,
                arena_format(judging->arena,
                    "“%s” says that the clause does not apply, but %s",
                    exclusion->title, against));
    }
}

static bool judge_claim(struct judging *judging, struct error *error)
{
    struct conformance_provision *claim = own_claim(judging);

    if (claim == NULL)
        return true;
    if (!walk_name_provision(judging->walk, claim, error))
        return false;
    tell_contradiction(
        judging, arena_format(judging->arena,
                     "the page “%s” claims it in its section “%s”.",
                     claim->page_title, claim->title));
    return true;
}

static bool judge_record(struct judging *judging, struct error *error)
{
    const struct known_record *record;

    if (!known_record(judging->walk->facts->known,
            judging->clause->contradicting, &record, error))
        return false;
    tell_contradiction(judging,
        arena_format(judging->arena, "%s “%s” refers to it; so it counts.",
            record->ref, record->title));
    return true;
}

bool judging_exclusions(
    struct judging *judging, bool excluded, struct error *error)
{
    judge_reasons(judging);
    if (judging->clause->contradicting != 0)
        return judge_record(judging, error);
    return !excluded || judge_claim(judging, error);
}
