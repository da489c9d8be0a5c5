/* Text, JSON, JUnit's XML and SARIF. */
#include "render/report_rules.h"

#include "base/escape.h"

/* An error or a warning, of which not all is waived? */
static bool has_failed(const struct rule_group *group)
{
    return !string_equals(group->rule->severity, "note") &&
           group->waived < group->total;
}

static void text_group(struct builder *out, const struct rule_group *group)
{
    builder_format(out, "\n  %s %-7s  %s (%zu%s)\n", group->rule->id,
        group->rule->severity, group->rule->title, group->total,
        group->total >= RULE_COUNTED_LIMIT ? " or more" : "");
    for (size_t i = 0; i < group->count; i++) {
        const struct rule_finding *finding = &group->findings[i];

        builder_format(out, "    %s (%s)\n", finding->message, finding->ref);
        if (finding->waived[0] != '\0')
            builder_format(out, "      accepted by %s\n", finding->waived);
    }
    if (group->total > group->count)
        builder_format(out, "    and %zu more\n", group->total - group->count);
    builder_format(out, "                    %s\n", group->rule->mend);
}

void report_rules_text(struct builder *out, const struct rule_findings *found)
{
    size_t waived = 0;

    if (found == NULL)
        return;
    for (size_t i = 0; i < found->group_count; i++)
        waived += found->groups[i].waived;
    builder_format(out, "Beyond the clauses\n%zu finding%s of %zu rule%s",
        found->total, found->total == 1 ? "" : "s", found->group_count,
        found->group_count == 1 ? "" : "s");
    if (waived > 0)
        builder_format(out, ", %zu accepted by waivers", waived);
    builder_byte(out, '\n');
    for (size_t i = 0; i < found->group_count; i++)
        text_group(out, &found->groups[i]);
    builder_byte(out, '\n');
}

static void json_member(struct builder *out, const char *separator,
    const char *name, const char *value)
{
    builder_format(out, "%s\"%s\":", separator, name);
    escape_json(out, text_of(value));
}

void report_rules_json(struct builder *out, const struct rule_findings *found)
{
    if (found == NULL)
        return;
    builder_put(out, ",\"findings\":[");
    for (size_t i = 0; i < found->count; i++) {
        const struct rule_finding *finding = &found->findings[i];

        json_member(out, i == 0 ? "\n{" : ",\n{", "rule", finding->rule->id);
        json_member(out, ",", "severity", finding->rule->severity);
        json_member(out, ",", "message", finding->message);
        json_member(out, ",", "ref", finding->ref);
        json_member(out, ",", "waived", finding->waived);
        builder_byte(out, '}');
    }
    builder_byte(out, ']');
}

size_t report_rules_failures(const struct rule_findings *found)
{
    size_t failures = 0;

    for (size_t i = 0; found != NULL && i < found->group_count; i++)
        failures += has_failed(&found->groups[i]);
    return failures;
}

static void junit_findings(struct builder *out, const struct rule_group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        const struct rule_finding *finding = &group->findings[i];
        bool waived = finding->waived[0] != '\0';

        escape_xml(out, text_of(arena_format(out->arena, "%s %s: %s (%s)%s%s\n",
                            group->rule->id, group->rule->severity,
                            finding->message, finding->ref,
                            waived ? ", accepted by " : "", finding->waived)));
    }
}

static void junit_group(struct builder *out, const struct rule_group *group)
{
    const char *element = has_failed(group) ? "failure" : "system-out";

    builder_put(out, "  <testcase classname=\"rules\" name=\"");
    escape_xml(out, text_of(arena_format(out->arena, "%s %s", group->rule->id,
                        group->rule->title)));
    builder_format(out, "\">\n   <%s", element);
    if (has_failed(group)) {
        builder_format(out, " type=\"%s\" message=\"", group->rule->severity);
        escape_xml(out, text_of(group->rule->title));
        builder_byte(out, '"');
    }
    builder_byte(out, '>');
    junit_findings(out, group);
    builder_format(out, "</%s>\n  </testcase>\n", element);
}

void report_rules_junit(
    struct builder *out, const struct rule_findings *found, const char *as_of)
{
    if (found == NULL)
        return;
    builder_format(out,
        " <testsuite name=\"Beyond the clauses\" tests=\"%zu\" "
        "failures=\"%zu\" errors=\"0\" skipped=\"0\" "
        "timestamp=\"%sT00:00:00\">\n",
        found->group_count, report_rules_failures(found), as_of);
    for (size_t i = 0; i < found->group_count; i++)
        junit_group(out, &found->groups[i]);
    builder_put(out, " </testsuite>\n");
}

const char *report_rules_sarif(struct builder *out,
    const struct rule_findings *found, const char *separator)
{
    for (size_t i = 0; found != NULL && i < found->count; i++) {
        const struct rule_finding *finding = &found->findings[i];

        builder_format(out,
            "%s{\"ruleId\":\"%s\",\"level\":\"%s\",\"message\":{\"text\":",
            separator, finding->rule->id, finding->rule->severity);
        escape_json(out, text_of(finding->message));
        builder_put(out, "},\"locations\":[{\"logicalLocations\":[{\"name\":");
        escape_json(out, text_of(finding->ref));
        builder_put(out, "}]}]");
        if (finding->waived[0] != '\0') {
            builder_put(out, ",\"suppressions\":[{\"kind\":\"external\","
                             "\"status\":\"accepted\",\"justification\":");
            escape_json(out, text_of(finding->waived));
            builder_put(out, "}]");
        }
        builder_put(out, ",\"properties\":{\"ref\":");
        escape_json(out, text_of(finding->ref));
        builder_put(out, "}}");
        separator = ",\n";
    }
    return separator;
}
