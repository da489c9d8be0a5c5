/* One part that opens for each rule that found something. */
#include "render/rule_view.h"

#include "domain/rule_waiver.h"
#include "render/address.h"
#include "render/record_label.h"

/* Where a waiver is asked for: the form of its kind, with the rule filled in.
 * NULL when there is none, or nobody may. */
static const char *waiver_address(const struct scene *scene,
    const struct rule_waiver_form *form, const char *rule)
{
    struct arena *arena = scene->place.context->arena;
    const char *const pairs[] = {
        form->field, rule_waiver_name(arena, rule), NULL};

    if (form->kind[0] == '\0' || !scene->may_edit)
        return NULL;
    return address_query(
        arena, arena_format(arena, "/records/%s/new", form->kind), pairs);
}

static const char *kind_of(struct arena *arena, const char *ref)
{
    struct text rest = text_of(ref);
    struct text kind;

    text_next(&rest, ':', &kind);
    return text_string(arena, kind);
}

static bool fill_finding(const struct scene *scene,
    const struct rule_finding *finding, struct template_dictionary *part,
    struct error *error)
{
    struct context *context = scene->place.context;
    struct template_dictionary *row = template_row(part, "FOUND");
    const char *kind = kind_of(context->arena, finding->ref);
    struct target target;

    if (!resolve_text(context, finding->ref, &target, error))
        return false;
    template_set(row, "MESSAGE", finding->message);
    reference_fill(&scene->place, row, finding->ref, kind,
        reference_label(context, finding->ref, kind, target.title),
        target.status, true);
    if (finding->waived[0] != '\0') {
        struct template_dictionary *waived = template_row(row, "WAIVED");

        kind = kind_of(context->arena, finding->waived);
        reference_fill(&scene->place, waived, finding->waived, kind,
            reference_label(context, finding->waived, kind, ""), "", true);
    }
    return true;
}

static bool fill_group(const struct scene *scene,
    const struct rule_group *group, const struct rule_waiver_form *form,
    struct template_dictionary *page, struct error *error)
{
    struct arena *arena = scene->place.context->arena;
    const struct conformance_rule *rule = group->rule;
    const struct conformance_finding finding = {
        .rule = rule->id, .severity = rule->severity, .message = rule->title};
    struct template_dictionary *part = template_row(page, "GROUP");
    const char *waiver = waiver_address(scene, form, rule->id);
    size_t few = group->count < RULE_FEW_LIMIT ? group->count : RULE_FEW_LIMIT;

    scene_fill_finding(scene, part, &finding);
    template_set(part, "TITLE", rule->title);
    template_set(part, "MEND", rule->mend);
    template_set(part, "COUNT",
        arena_format(arena,
            group->total >= RULE_COUNTED_LIMIT ? "%zu or more" : "%zu",
            group->total));
    if (group->waived > 0)
        template_set_number(template_row(part, "SOME_WAIVED"), "WAIVED_COUNT",
            (long long)group->waived);
    for (size_t i = 0; i < few; i++) {
        if (!fill_finding(scene, &group->findings[i], part, error))
            return false;
    }
    if (group->total > few)
        template_set_number(template_row(part, "MORE"), "MORE_COUNT",
            (long long)(group->total - few));
    if (waiver != NULL)
        template_set(template_row(part, "WAIVE"), "WAIVE_HREF", waiver);
    return true;
}

bool rule_view_fill(const struct scene *scene,
    const struct rule_findings *found, struct template_dictionary *page,
    struct error *error)
{
    struct template_dictionary *part =
        template_include(page, "BEYOND", "beyond.tpl");
    struct template_dictionary *list;
    struct rule_waiver_form form;

    if (found->group_count == 0) {
        template_show(part, "NOTHING_FOUND");
        return true;
    }
    if (!rule_waiver_form_read(scene->place.context, &form, error))
        return false;
    list = template_row(part, "GROUPS");
    template_set_number(list, "TOTAL", (long long)found->total);
    template_set_number(list, "RULES", (long long)found->group_count);
    for (size_t i = 0; i < found->group_count; i++) {
        if (!fill_group(scene, &found->groups[i], &form, list, error))
            return false;
    }
    return true;
}
