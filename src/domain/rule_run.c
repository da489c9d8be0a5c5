/* One table of checks; each adds what it finds. */
#include "domain/rule_run.h"

#include "domain/rule_running.h"

static const struct hook {
    const char *name;
    rule_check_run *run;
} hooks[] = {
    {"records", rule_check_records},
    {"waivers", rule_check_waivers},
    {"broken-references", rule_check_broken},
    {"suspect-links", rule_check_suspect},
    {"pages-overdue", rule_check_overdue},
    {"pages-unreachable", rule_check_unreachable},
    {"placeholders", rule_check_placeholders},
    {"instructions", rule_check_instructions},
    {"approved-alone", rule_check_alone},
    {"approved-together", rule_check_together},
    {"same-interval", rule_check_interval},
    {"ideas-undriven", rule_check_undriven},
    {"exclusions-contradicted", rule_check_contradicted},
    {"unmentioned", rule_check_unmentioned},
};

/* NULL for a watch, which the checker of clauses looks after. */
static rule_check_run *find_hook(const char *name)
{
    for (size_t i = 0; i < sizeof hooks / sizeof *hooks; i++) {
        if (string_equals(hooks[i].name, name))
            return hooks[i].run;
    }
    return NULL;
}

static const struct conformance_rule *copy_of(
    struct arena *arena, const struct conformance_rule *said)
{
    struct conformance_rule *copy = arena_alloc(arena, sizeof *copy);

    *copy = (struct conformance_rule){.id = arena_string(arena, said->id),
        .severity = arena_string(arena, said->severity),
        .title = arena_string(arena, said->title),
        .mend = arena_string(arena, said->mend)};
    return copy;
}

static bool run_rule(
    struct rule_running *running, const struct rule *rule, struct error *error)
{
    struct rule_findings *out = running->out;

    running->rule = &rule->said;
    out->groups[out->group_count++] = (struct rule_group){
        .rule = copy_of(running->context->arena, &rule->said)};
    for (size_t i = 0; i < rule->check_count; i++) {
        rule_check_run *run = find_hook(rule->checks[i].name);

        running->check = &rule->checks[i];
        running->place = i;
        if (run != NULL && !run(running, error))
            return false;
    }
    if (rule_running_group(running)->total == 0)
        out->group_count--;
    return true;
}

bool rule_run(struct context *context, const char *as_of,
    struct rule_findings *out, struct error *error)
{
    struct rule_running running = {
        .context = context, .as_of = as_of, .out = out};
    struct rule_waivers *waivers;
    const struct rules *rules;
    size_t at = 0;

    *out = (struct rule_findings){.count = 0};
    if (!rule_read(context, &rules, error) ||
        !rule_waivers_read(context, as_of, &waivers, error))
        return false;
    running.waivers = waivers;
    out->groups = arena_array(
        context->arena, size_add(rules->count, 1), sizeof *out->groups);
    for (size_t i = 0; i < rules->count; i++) {
        if (!run_rule(&running, &rules->rules[i], error))
            return false;
    }
    for (size_t i = 0; i < out->group_count; i++) {
        out->groups[i].findings = &out->findings[at];
        at += out->groups[i].count;
    }
    return true;
}
