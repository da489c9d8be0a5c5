/* One table of checks; each adds what it finds. */
#include "domain/rule_run.h"

#include "domain/conformance_facts.h"
#include "domain/rule_known.h"
#include "domain/rule_running.h"

/* What a check's answer rests on, beside the day, the standards and the kinds.
 */
enum resting {
    ON_ANYTHING,
    ON_PAGES,
    ON_KINDS,    /* records of the kinds it names, and links with them */
    ON_DRIVERS,  /* what calls for ideas */
    ON_CLAUSES,  /* what refers to the clauses it names */
    ON_EXCLUDED, /* what refers to clauses that are excluded */
};

static const struct hook {
    const char *name;
    rule_check_run *run;
    enum resting on;
} hooks[] = {
    {"records", rule_check_records, ON_KINDS},
    {"waivers", rule_check_waivers, ON_KINDS},
    {"broken-references", rule_check_broken, ON_ANYTHING},
    {"suspect-links", rule_check_suspect, ON_ANYTHING},
    {"pages-overdue", rule_check_overdue, ON_PAGES},
    {"pages-unreachable", rule_check_unreachable, ON_PAGES},
    {"placeholders", rule_check_placeholders, ON_PAGES},
    {"instructions", rule_check_instructions, ON_PAGES},
    {"approved-alone", rule_check_alone, ON_PAGES},
    {"approved-together", rule_check_together, ON_PAGES},
    {"same-interval", rule_check_interval, ON_PAGES},
    {"ideas-undriven", rule_check_undriven, ON_DRIVERS},
    {"exclusions-contradicted", rule_check_contradicted, ON_EXCLUDED},
    {"unmentioned", rule_check_unmentioned, ON_CLAUSES},
};

/* NULL for a watch, which the checker of clauses looks after. */
static const struct hook *find_hook(const char *name)
{
    for (size_t i = 0; i < sizeof hooks / sizeof *hooks; i++) {
        if (string_equals(hooks[i].name, name))
            return &hooks[i];
    }
    return NULL;
}

static bool names_kind(const struct rule_check *check, const char *kind)
{
    return rule_known_kind(check, kind) ||
           words_have(check->parts[RULE_WITHOUT], kind);
}

static bool rests_on_kinds(
    const struct rule_check *check, const struct rule_changes *changes)
{
    /* Links between records and clauses may be of pages. */
    if (changes->pages && check->parts[RULE_WITHOUT][0] != '\0')
        return true;
    for (size_t i = 0; i < changes->kind_count; i++) {
        if (names_kind(check, changes->kinds[i]))
            return true;
    }
    return false;
}

/* Does it stand for a clause that the check names, in whatever standard? */
static bool is_named_clause(const struct plan_clause *clause, const void *check)
{
    return words_have(((const struct rule_check *)check)->parts[RULE_CLAUSES],
        clause->clause->id);
}

static bool is_excluded(
    const struct plan_clause *clause, const struct mark_list *list)
{
    (void)clause;
    for (size_t i = 0; i < list->count; i++) {
        if (list->marks[i].excludes)
            return true;
    }
    return false;
}

static bool check_rests_on(struct context *context,
    const struct rule_check *check, const struct rule_changes *changes)
{
    const struct hook *hook = find_hook(check->name);

    if (hook == NULL)
        return false;
    switch (hook->on) {
    case ON_PAGES:
        return changes->pages;
    case ON_KINDS:
        return rests_on_kinds(check, changes);
    case ON_DRIVERS:
        return changes->pages || changes->drivers;
    case ON_CLAUSES:
        return changes->pages || facts_named_touched(context->site,
                                     changes->since, is_named_clause, check);
    case ON_EXCLUDED:
        return changes->statements ||
               facts_touched(context->site, changes->since, is_excluded);
    case ON_ANYTHING:
    default:
        return true;
    }
}

bool rule_rests_on(struct context *context, const struct rule *rule,
    const struct rule_changes *changes)
{
    for (size_t i = 0; i < rule->check_count; i++) {
        if (check_rests_on(context, &rule->checks[i], changes))
            return true;
    }
    return false;
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
        const struct hook *hook = find_hook(rule->checks[i].name);

        running->check = &rule->checks[i];
        running->place = i;
        if (hook != NULL && !hook->run(running, error))
            return false;
    }
    if (rule_running_group(running)->total == 0)
        out->group_count--;
    return true;
}

/* Findings lie one behind the other, group by group. */
static void point_groups(struct rule_findings *out)
{
    size_t at = 0;

    for (size_t i = 0; i < out->group_count; i++) {
        out->groups[i].findings = &out->findings[at];
        at += out->groups[i].count;
    }
}

bool rule_run_one(struct context *context, const char *as_of,
    const struct rule *rule, const struct rule_waivers *waivers,
    struct rule_findings *out, struct error *error)
{
    struct rule_running running = {
        .context = context, .as_of = as_of, .out = out, .waivers = waivers};

    *out = (struct rule_findings){.count = 0};
    out->groups = arena_alloc(context->arena, sizeof *out->groups);
    if (!run_rule(&running, rule, error))
        return false;
    point_groups(out);
    return true;
}

bool rule_run(struct context *context, const char *as_of,
    struct rule_findings *out, struct error *error)
{
    struct rule_running running = {
        .context = context, .as_of = as_of, .out = out};
    struct rule_waivers *waivers;
    const struct rules *rules;

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
    point_groups(out);
    return true;
}
