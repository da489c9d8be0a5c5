/* Few are granted at a time: they are read once for all rules. */
#include "domain/rule_waiver.h"

#include "base/map.h"
#include "domain/rule.h"

#include <stdint.h>
#include <string.h>

struct rule_waivers {
    struct arena *arena;
    struct map *covered; /* "IMS023" and "IMS023 todo:4" to the waiver */
};

struct reading {
    struct rule_waivers *waivers;
    const struct rule_check *check;
    const char *as_of;
};

static void cover(struct rule_waivers *waivers, const char *rule,
    const char *ref, const char *waiver)
{
    const char *key = ref[0] == '\0'
                          ? arena_string(waivers->arena, rule)
                          : arena_format(waivers->arena, "%s %s", rule, ref);

    if (map_get(waivers->covered, key) == NULL)
        map_set(waivers->covered, key, (void *)(uintptr_t)waiver);
}

/* Everything it says it holds for; false when it says nothing. */
static bool cover_named(struct rule_waivers *waivers, const char *rule,
    const char *fields, const struct record *record, const char *waiver)
{
    struct text rest = text_of(fields);
    struct text field;
    bool any = false;

    while (text_next(&rest, ' ', &field)) {
        struct text refs = text_of(
            record_value_of(record, text_string(waivers->arena, field)));
        struct text ref;

        while (text_next(&refs, ' ', &ref)) {
            cover(waivers, rule, text_string(waivers->arena, ref), waiver);
            any = true;
        }
    }
    return any;
}

/* Names of choices are small: ims023. */
static const char *capitals(struct arena *arena, const char *name)
{
    char *copy = arena_string(arena, name);

    for (char *c = copy; *c != '\0'; c++) {
        if (*c >= 'a' && *c <= 'z')
            *c = (char)(*c - 'a' + 'A');
    }
    return copy;
}

static void take(void *user, const struct record *record)
{
    const struct reading *reading = user;
    const struct rule_check *check = reading->check;
    const char *rule = capitals(reading->waivers->arena,
        record_value_of(record, check->parts[RULE_NAMING]));
    const char *until = record_value_of(record, check->parts[RULE_UNTIL]);
    const char *dated = record_value_of(record, record->kind->dated);
    const char *waiver;

    if (rule[0] == '\0' || strcmp(dated, reading->as_of) > 0 ||
        (until[0] != '\0' && strcmp(until, reading->as_of) < 0))
        return;
    waiver = record_ref(reading->waivers->arena, record);
    if (!cover_named(
            reading->waivers, rule, check->parts[RULE_FOR], record, waiver))
        cover(reading->waivers, rule, "", waiver);
}

bool rule_waivers_each(struct context *context, const struct rule_check *check,
    rule_waiver_visit *visit, void *user, struct error *error)
{
    const struct kind *kind =
        kind_find(context->site, check->parts[RULE_KINDS]);
    struct text rest = text_of(check->parts[RULE_STATUSES]);
    struct text status;

    while (kind != NULL && text_next(&rest, ' ', &status)) {
        struct record_filter filter = {
            .status = text_string(context->arena, status),
            .owner = "",
            .words = "",
            .due_before = "",
            .order = RECORD_BY_NUMBER};

        if (!record_each(context, kind, &filter, visit, user, error))
            return false;
    }
    return true;
}

bool rule_waivers_read(struct context *context, const char *as_of,
    struct rule_waivers **waivers, struct error *error)
{
    const struct rules *rules;

    *waivers = arena_alloc(context->arena, sizeof **waivers);
    (*waivers)->arena = context->arena;
    (*waivers)->covered = map_create(context->arena);
    if (!rule_read(context, &rules, error))
        return false;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rules[i];

        for (size_t c = 0; c < rule->check_count; c++) {
            struct reading reading = {*waivers, &rule->checks[c], as_of};

            if (string_equals(rule->checks[c].name, "waivers") &&
                !rule_waivers_each(
                    context, &rule->checks[c], take, &reading, error))
                return false;
        }
    }
    return true;
}

const char *rule_waived(
    const struct rule_waivers *waivers, const char *rule, const char *ref)
{
    const char *section = strchr(ref, '#');
    const char *waiver = map_get(
        waivers->covered, arena_format(waivers->arena, "%s %s", rule, ref));

    if (waiver == NULL && section != NULL)
        waiver =
            map_get(waivers->covered, arena_format(waivers->arena, "%s %.*s",
                                          rule, (int)(section - ref), ref));
    if (waiver == NULL)
        waiver = map_get(waivers->covered, rule);
    return waiver == NULL ? "" : waiver;
}

bool rule_waiver_form_read(
    struct context *context, struct rule_waiver_form *form, struct error *error)
{
    const struct rules *rules;

    *form = (struct rule_waiver_form){"", ""};
    if (!rule_read(context, &rules, error))
        return false;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rules[i];

        for (size_t c = 0; c < rule->check_count; c++) {
            const struct rule_check *check = &rule->checks[c];

            if (string_equals(check->name, "waivers"))
                *form = (struct rule_waiver_form){
                    arena_string(context->arena, check->parts[RULE_KINDS]),
                    arena_string(context->arena, check->parts[RULE_NAMING])};
        }
    }
    return true;
}

const char *rule_waiver_name(struct arena *arena, const char *rule)
{
    char *copy = arena_string(arena, rule);

    for (char *c = copy; *c != '\0'; c++) {
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    }
    return copy;
}
