/* Expectations, for the page of a clause and those like it. */
#include "render/clause_expectation.h"

#include "base/clock.h"

enum { RECORD_LIMIT = 6 };

enum verdict clause_expectation_mark(
    const struct conformance_expectation *expectation, bool excluded)
{
    static const enum verdict marks[] = {
        [EXPECTATION_MET] = VERDICT_EVIDENCED,
        [EXPECTATION_STALE] = VERDICT_STALE,
        [EXPECTATION_UNMET] = VERDICT_MISSING,
    };

    return excluded ? VERDICT_EXCLUDED : marks[expectation->state];
}

/* "60 % of people, 90 % asked" */
static const char *people_state(
    struct arena *arena, const struct conformance_expectation *expectation)
{
    const char *once =
        expectation->total > expectation->fresh
            ? arena_format(
                  arena, "; %lld %% with what is too old", expectation->total)
            : "";

    return arena_format(arena, "%lld %% of people, %lld %% asked%s",
        expectation->fresh, expectation->expectation->covering, once);
}

/* Some there are, but not enough. */
static const char *short_state(
    struct arena *arena, const struct conformance_expectation *expectation)
{
    bool stale = expectation->state == EXPECTATION_STALE;
    long long has = stale ? expectation->fresh : expectation->total;
    long long missing = expectation->expectation->at_least - has;

    return arena_format(arena, "There %s %lld%s of %lld: at least %lld more",
        has == 1 ? "is" : "are", has, stale ? " fresh enough" : "",
        expectation->expectation->at_least, missing);
}

const char *clause_expectation_state(struct arena *arena,
    const struct conformance_expectation *expectation, bool excluded)
{
    if (excluded)
        return "It is not asked for";
    if (expectation->expectation->covering > 0)
        return people_state(arena, expectation);
    if (expectation->state == EXPECTATION_MET)
        return "It does";
    if (expectation->gap[0] != '\0')
        return arena_format(arena, "There is none of %s", expectation->gap);
    if (expectation->expectation->at_least > 1 && expectation->total > 0)
        return short_state(arena, expectation);
    return expectation->state == EXPECTATION_STALE ? "It is too old"
                                                   : "It does not";
}

/* The first few, and the others folded away. */
static void fill_records(const struct scene *scene,
    const struct conformance_expectation *expectation,
    struct template_dictionary *row)
{
    size_t shown = expectation->evidence_count;
    struct template_dictionary *folded;

    if (shown > RECORD_LIMIT)
        shown = RECORD_LIMIT;
    for (size_t i = 0; i < shown; i++)
        scene_fill_evidence(scene, template_row(row, "RECORD"),
            &expectation->evidence[i], false);
    if (shown == expectation->evidence_count)
        return;
    folded = template_row(row, "FOLDED");
    template_set_number(
        folded, "COUNT", (long long)(expectation->evidence_count - shown));
    for (size_t i = shown; i < expectation->evidence_count; i++)
        scene_fill_evidence(scene, template_row(folded, "RECORD"),
            &expectation->evidence[i], false);
}

static void fill_more(const struct conformance_expectation *expectation,
    struct template_dictionary *row)
{
    long long listed = (long long)expectation->evidence_count;
    struct template_dictionary *more;

    /* The totals of shares of people are per cent. */
    if (listed == 0 || expectation->total <= listed ||
        expectation->expectation->covering > 0)
        return;
    more = template_row(row, "MORE");
    template_set_number(more, "COUNT", expectation->total - listed);
    if (expectation->more)
        template_show(more, "AT_LEAST");
}

void clause_expectation_fill(const struct scene *scene,
    const struct conformance_expectation *expectation, bool excluded,
    struct template_dictionary *parent, const char *section)
{
    struct arena *arena = scene->place.context->arena;
    struct template_dictionary *row = template_row(parent, section);

    template_set(row, "EXPLAINED", expectation->explained);
    template_set(row, "MARK",
        conformance_verdict_name(
            clause_expectation_mark(expectation, excluded)));
    template_set(row, "STATE_WORDS",
        clause_expectation_state(arena, expectation, excluded));
    if (!excluded && expectation->oldest[0] != '\0') {
        struct template_dictionary *since = template_row(row, "SINCE");

        template_set(since, "OLDEST", expectation->oldest);
        template_set(
            since, "OLDEST_SHOWN", clock_show(arena, expectation->oldest));
    }
    fill_records(scene, expectation, row);
    if (expectation->evidence_count > 0)
        template_show(row, "RECORDS");
    else if (expectation->expectation->covering == 0 &&
             !expectation->expectation->approved)
        template_show(row, "NO_RECORD");
    fill_more(expectation, row);
}
