/* Findings as they come. */
#include "domain/rule_running.h"

#include <string.h>

struct rule_group *rule_running_group(const struct rule_running *running)
{
    return &running->out->groups[running->out->group_count - 1];
}

bool rule_is_told(const struct rule_running *running)
{
    return rule_running_group(running)->count < RULE_SHOWN_LIMIT;
}

void rule_add(
    struct rule_running *running, const char *ref, const char *message)
{
    struct rule_findings *out = running->out;
    struct rule_group *group = rule_running_group(running);
    const char *waived = "";

    group->total++;
    out->total++;
    if (message != NULL && group->count < RULE_SHOWN_LIMIT) {
        out->findings = arena_widen(running->context->arena, out->findings,
            out->count, &running->capacity, sizeof *out->findings);
        /* A copy: what is found may outlive the list of waivers. */
        waived = arena_string(running->context->arena,
            rule_waived(running->waivers, running->rule->id, ref));
        group->count++;
        group->waived += waived[0] != '\0';
        out->findings[out->count++] = (struct rule_finding){.rule = group->rule,
            .message = message,
            .ref = ref,
            .waived = waived};
    }
    if (waived[0] == '\0' && !string_equals(running->rule->severity, "note"))
        out->wrong = true;
}
