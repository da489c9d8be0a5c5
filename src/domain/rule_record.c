/* What depends on the record alone is decided here; the day and the links are
 * asked for when the rules are run. */
#include "domain/rule_record.h"

#include "domain/rule.h"
#include "domain/rule_known.h"

#include <string.h>

static bool has_status(
    const struct record *record, const struct rule_check *check)
{
    const char *name = record_value(record, record->kind->status);
    const struct status *status = kind_status(record->kind, name);

    if (check->parts[RULE_STATUSES][0] != '\0')
        return words_have(check->parts[RULE_STATUSES], name);
    return status == NULL || !status->closed;
}

/* Is it one of the values, or for a field with several do they share one? */
static bool has_value(const char *value, const char *values)
{
    char word[256];

    while (*value != '\0') {
        size_t size = strcspn(value, " ");

        if (size > 0 && size < sizeof word) {
            memcpy(word, value, size);
            word[size] = '\0';
            if (words_have(values, word))
                return true;
        }
        value += size;
        value += strspn(value, " ");
    }
    return false;
}

/* `passes` gets the date of the one condition that waits for the day. */
static bool condition_holds(const struct record *record,
    const struct rule_condition *condition, const char **passes)
{
    const char *value = record_value_of(record, condition->field);

    switch (condition->test) {
    case RULE_IS:
        return has_value(value, condition->values);
    case RULE_EMPTY:
        return value[0] == '\0';
    case RULE_FILLED:
        return value[0] != '\0';
    case RULE_AS:
        return value[0] != '\0' &&
               string_equals(value, record_value_of(record, condition->values));
    case RULE_PASSED:
    case RULE_COMING:
        *passes = value;
        return value[0] != '\0';
    }
    return false;
}

static bool check_holds(const struct record *record,
    const struct rule_check *check, const char **passes)
{
    *passes = "";
    if ((!string_equals(check->name, "records") &&
            !string_equals(check->name, "watch")) ||
        !rule_known_kind(check, record->kind->name) ||
        !has_status(record, check))
        return false;
    for (size_t i = 0; i < check->condition_count; i++) {
        if (!condition_holds(record, &check->conditions[i], passes))
            return false;
    }
    return true;
}

bool rule_record_put(
    struct context *context, const struct record *record, struct error *error)
{
    const struct rules *rules;

    if (!rule_read(context, &rules, error))
        return false;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rules[i];

        for (size_t c = 0; c < rule->check_count; c++) {
            const char *passes;

            if (check_holds(record, &rule->checks[c], &passes) &&
                !database_run(context->db,
                    "insert into record_remark (rule, place, passes, record) "
                    "values ($1, $2, $3, $4)",
                    VALUES(value_text(rule->said.id),
                        value_number((long long)c), value_text(passes),
                        value_number(record->id)),
                    error))
                return false;
        }
    }
    return true;
}

static void put_field(
    struct builder *out, const struct record *record, const char *name)
{
    const struct kind *kind = record->kind;
    int field = kind_field(kind, name);
    const struct status *status;

    if (string_equals(name, "kind")) {
        builder_put(out, kind->label);
    } else if (string_equals(name, "number")) {
        builder_number(out, record->number);
    } else if (string_equals(name, "status")) {
        name = record_value(record, kind->status);
        status = kind_status(kind, name);
        builder_put(out, status == NULL ? name : status->label);
    } else if (field >= 0) {
        name = record_value(record, field);
        builder_put(out, name[0] == '\0' ? "an unknown day"
                                         : field_show(out->arena, kind,
                                               &kind->fields[field], name));
    }
}

const char *rule_record_says(struct arena *arena, const struct record *record,
    const struct rule_check *check)
{
    struct builder out = builder_create(arena);
    const char *says = check->says;

    while (*says != '\0') {
        size_t plain = strcspn(says, "{");
        size_t name;

        builder_add(&out, says, plain);
        says += plain;
        if (*says == '\0')
            break;
        name = strcspn(says, "}");
        put_field(&out, record, arena_copy(arena, says + 1, name - 1));
        says += name + 1;
    }
    return builder_string(&out);
}
