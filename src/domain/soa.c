/* One table of states, in the order in which they are asked. */
#include "domain/soa.h"

#include "base/text.h"

static bool is_excluded(const struct soa_facts *facts)
{
    return facts->excluded;
}

static bool is_not_implemented(const struct soa_facts *facts)
{
    return facts->provisions == 0 && facts->in_place == 0;
}

static bool is_described(const struct soa_facts *facts)
{
    return facts->in_place == 0 &&
           (facts->approved == 0 || facts->measures > 0);
}

static bool has_no_test(const struct soa_facts *facts)
{
    return facts->tests == 0;
}

static bool is_failing(const struct soa_facts *facts)
{
    return facts->failing > 0;
}

static bool is_never_tested(const struct soa_facts *facts)
{
    return facts->tested == 0;
}

static bool is_overdue(const struct soa_facts *facts)
{
    return facts->fresh < facts->tests;
}

static bool is_working(const struct soa_facts *facts)
{
    (void)facts;
    return true;
}

struct state_row {
    const char *name;
    const char *label;
    const char *meaning;
    const char *style;
    bool (*fits)(const struct soa_facts *facts);
};

static const struct state_row states[SOA_STATE_COUNT] = {
    [SOA_EXCLUDED] = {"excluded", "Excluded",
        "An agreed statement says that the idea does not apply, and why.",
        "wait", is_excluded},
    [SOA_NOT_IMPLEMENTED] = {"not-implemented", "Not implemented",
        "No section of the manual says how it is met and no measure is in "
        "place; there may be measures that are planned.",
        "open", is_not_implemented},
    [SOA_DESCRIBED] = {"described", "Described, not in place",
        "A section says how it is met, but its page was never approved, or "
        "the measures that carry it out are only planned.",
        "open", is_described},
    [SOA_NO_TEST] = {"no-test", "In place, no test defined",
        "It is done, but nothing says what would show that it works: no "
        "evidence is expected and no measure says how its working is seen.",
        "active", has_no_test},
    [SOA_FAILING] = {"failing", "Tested, does not work",
        "The last look at a measure showed that it works in part or not at "
        "all.",
        "open", is_failing},
    [SOA_NEVER_TESTED] = {"never-tested", "In place, never tested",
        "A test is defined, but there has never been any evidence.", "active",
        is_never_tested},
    [SOA_OVERDUE] = {"overdue", "Test overdue",
        "There is evidence, but some of it is older than allowed, or one of "
        "several tests was not done.",
        "active", is_overdue},
    [SOA_WORKING] = {"working", "Working",
        "Every test that is defined has fresh evidence.", "done", is_working},
};

enum soa_state soa_state(const struct soa_facts *facts)
{
    enum soa_state state = 0;

    while (!states[state].fits(facts))
        state++;
    return state;
}

const char *soa_state_name(enum soa_state state)
{
    return states[state].name;
}

const char *soa_state_label(enum soa_state state)
{
    return states[state].label;
}

const char *soa_state_meaning(enum soa_state state)
{
    return states[state].meaning;
}

const char *soa_state_style(enum soa_state state)
{
    return states[state].style;
}

bool soa_state_find(const char *name, enum soa_state *state)
{
    for (enum soa_state each = 0; each < SOA_STATE_COUNT; each++) {
        if (string_equals(states[each].name, name)) {
            *state = each;
            return true;
        }
    }
    return false;
}

/* "1 measure", "3 measures". */
static const char *counted(
    struct arena *arena, size_t count, const char *one, const char *many)
{
    return arena_format(arena, "%zu %s", count, count == 1 ? one : many);
}

static const char *explain_described(
    struct arena *arena, const struct soa_facts *facts)
{
    const char *sections =
        counted(arena, facts->provisions, "section says", "sections say");

    if (facts->measures > 0)
        return arena_format(arena, "%s how; no measure of %zu is in place yet.",
            sections, facts->measures);
    return arena_format(
        arena, "%s how, on a page that was never approved.", sections);
}

const char *soa_explain(struct arena *arena, const struct soa_facts *facts)
{
    const char *tests = counted(arena, facts->tests, "test", "tests");

    switch (soa_state(facts)) {
    case SOA_EXCLUDED:
        return "It does not apply.";
    case SOA_NOT_IMPLEMENTED:
        if (facts->measures == 0)
            return "No section says how, and there is no measure.";
        return arena_format(arena, "No section says how; %s planned only.",
            counted(arena, facts->measures, "measure is", "measures are"));
    case SOA_DESCRIBED:
        return explain_described(arena, facts);
    case SOA_NO_TEST:
        return "Nothing says what would show that it works.";
    case SOA_FAILING:
        return arena_format(arena, "The last look at %s showed a fault.",
            counted(arena, facts->failing, "measure", "measures"));
    case SOA_NEVER_TESTED:
        return arena_format(arena, "%s defined, no evidence ever.", tests);
    case SOA_OVERDUE:
        return arena_format(
            arena, "%zu of %s with fresh evidence.", facts->fresh, tests);
    case SOA_WORKING:
    case SOA_STATE_COUNT:
    default:
        return facts->tests == 1
                   ? "The test defined has fresh evidence."
                   : arena_format(arena,
                         "All %zu tests defined have fresh evidence.",
                         facts->tests);
    }
}
