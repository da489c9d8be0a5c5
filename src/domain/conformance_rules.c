/* One table. */
#include "domain/conformance_rules.h"

#include "base/text.h"

static const struct conformance_rule rules[RULE_COUNT] = {
    [RULE_UNCLAIMED] = {"IMS001", "error",
        "No section of the manual claims the clause",
        "Claim the clause in the section that says how it is met, or write "
        "one."},
    [RULE_UNAPPROVED] = {"IMS002", "warning",
        "The provision has never been approved",
        "Have the page read and approved."},
    [RULE_CHANGED] = {"IMS003", "warning",
        "The provision changed after its approval",
        "Look at what changed, then have the page approved again."},
    [RULE_NO_EVIDENCE] = {"IMS004", "error",
        "Evidence that is expected does not exist",
        "Record what was done, or do it."},
    [RULE_OLD_EVIDENCE] = {"IMS005", "warning",
        "Evidence is older than allowed",
        "Do it again, and record it with the date on which it was done."},
    [RULE_BROKEN] = {"IMS006", "warning",
        "A reference on the provision resolves to nothing",
        "Correct the reference, or take it out."},
    [RULE_REVIEW_LATE] = {"IMS007", "warning",
        "The provision's next review is overdue",
        "Review the page, set the date of the next review, and have it "
        "approved."},
    [RULE_NO_REASON] = {"IMS008", "error",
        "The clause is excluded without a reason",
        "Write down why the clause does not apply, or withdraw the "
        "statement."},
    [RULE_CONTRADICTED] = {"IMS009", "warning",
        "The clause is excluded although a section of the manual claims it or "
        "a record refers to it",
        "Decide which is true: withdraw the exclusion, or the claim or "
        "reference."},
    [RULE_LINK_CHANGED] = {"IMS012", "warning",
        "Evidence or provision changed since the two were linked",
        "Read what changed. If the link still holds, affirm it."},
};

const struct conformance_rule *conformance_rule(enum conformance_rule_id id)
{
    return &rules[id];
}

const struct conformance_rule *conformance_rule_find(const char *id)
{
    for (size_t i = 0; i < RULE_COUNT; i++) {
        if (string_equals(rules[i].id, id))
            return &rules[i];
    }
    return NULL;
}
