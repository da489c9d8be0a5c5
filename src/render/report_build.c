/* For build servers: JUnit's XML and SARIF. */
#include "render/report.h"

#include "base/escape.h"
#include "render/report_rules.h"

static bool has_failed(const struct conformance_clause *clause)
{
    return clause->verdict != VERDICT_EVIDENCED &&
           clause->verdict != VERDICT_EXCLUDED;
}

static size_t count_failed(const struct conformance *result)
{
    return result->totals[VERDICT_STALE] + result->totals[VERDICT_ASSERTED] +
           result->totals[VERDICT_MISSING];
}

/* ` name="value"` */
static void xml_attribute(
    struct builder *out, const char *name, const char *value)
{
    builder_format(out, " %s=\"", name);
    escape_xml(out, text_of(value));
    builder_byte(out, '"');
}

static void junit_findings(
    struct builder *out, const struct conformance_clause *clause)
{
    for (size_t i = 0; i < clause->finding_count; i++) {
        const struct conformance_finding *finding = &clause->findings[i];

        escape_xml(out, text_of(arena_format(out->arena, "%s %s: %s %s (%s)\n",
                            finding->rule, finding->severity, finding->message,
                            finding->mend, finding->ref)));
    }
}

/* What the failure is about in short: its first reason. */
static void junit_failure(
    struct builder *out, const struct conformance_clause *clause)
{
    bool any = clause->finding_count > 0;

    builder_put(out, "   <failure");
    xml_attribute(out, "type", conformance_verdict_name(clause->verdict));
    xml_attribute(out, "message", any ? clause->findings[0].message : "");
    builder_byte(out, '>');
    junit_findings(out, clause);
    builder_put(out, "</failure>\n");
}

static void junit_skipped(
    struct builder *out, const struct conformance_clause *clause)
{
    builder_put(out, "   <skipped");
    for (size_t i = 0; i < clause->exclusion_count; i++) {
        if (clause->exclusions[i].reason[0] != '\0') {
            xml_attribute(out, "message",
                arena_format(out->arena, "does not apply (%s)",
                    clause->exclusions[i].ref));
            break;
        }
    }
    builder_put(out, "/>\n");
}

static void junit_clause(struct builder *out, const struct conformance *result,
    const struct conformance_clause *clause)
{
    builder_put(out, "  <testcase");
    xml_attribute(out, "classname", result->standard.id);
    xml_attribute(out, "name",
        arena_format(out->arena, "%s %s", clause->clause.id,
            clause_heading(out->arena, clause->clause.heading)));
    builder_put(out, ">\n");
    if (clause->verdict == VERDICT_EXCLUDED)
        junit_skipped(out, clause);
    if (has_failed(clause)) {
        junit_failure(out, clause);
    } else if (clause->finding_count > 0) {
        builder_put(out, "   <system-out>");
        junit_findings(out, clause);
        builder_put(out, "</system-out>\n");
    }
    builder_put(out, "  </testcase>\n");
}

void report_junit(struct builder *out, const struct report *report)
{
    size_t tests = 0;
    size_t failures = 0;

    for (size_t i = 0; i < report->count; i++) {
        tests += report->results[i]->clause_count;
        failures += count_failed(report->results[i]);
    }
    tests += report->found == NULL ? 0 : report->found->group_count;
    failures += report_rules_failures(report->found);
    builder_put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    xml_attribute(out, "name", report->site);
    builder_format(out, " tests=\"%zu\" failures=\"%zu\">\n", tests, failures);
    for (size_t i = 0; i < report->count; i++) {
        const struct conformance *result = report->results[i];

        builder_put(out, " <testsuite");
        xml_attribute(out, "name", result->standard.name);
        builder_format(out,
            " tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"%zu\"",
            result->clause_count, count_failed(result),
            result->totals[VERDICT_EXCLUDED]);
        xml_attribute(out, "timestamp",
            arena_format(out->arena, "%sT00:00:00", report->as_of));
        builder_put(out, ">\n");
        for (size_t c = 0; c < result->clause_count; c++)
            junit_clause(out, result, &result->clauses[c]);
        builder_put(out, " </testsuite>\n");
    }
    report_rules_junit(out, report->found, report->as_of);
    builder_put(out, "</testsuites>\n");
}

static void sarif_rules(struct builder *out, const struct report *report)
{
    for (size_t i = 0; i < report->rule_count; i++) {
        const struct conformance_rule *rule = report->rules[i];

        builder_put(out, i == 0 ? "\n{\"id\":" : ",\n{\"id\":");
        escape_json(out, text_of(rule->id));
        builder_put(out, ",\"shortDescription\":{\"text\":");
        escape_json(out, text_of(rule->title));
        builder_put(out, "},\"help\":{\"text\":");
        escape_json(out, text_of(rule->mend));
        builder_format(out, "},\"defaultConfiguration\":{\"level\":\"%s\"}}",
            rule->severity);
    }
}

static void sarif_result(struct builder *out, const char *separator,
    const struct conformance_clause *clause,
    const struct conformance_finding *finding)
{
    builder_format(out,
        "%s{\"ruleId\":\"%s\",\"level\":\"%s\",\"message\":{\"text\":",
        separator, finding->rule, finding->severity);
    escape_json(
        out, text_of(arena_format(out->arena, "%s %s: %s", clause->clause.id,
                 clause_heading(out->arena, clause->clause.heading),
                 finding->message)));
    builder_put(out, "},\"locations\":[{\"logicalLocations\":[{\"name\":");
    escape_json(out, text_of(clause->clause.id));
    builder_put(out, ",\"fullyQualifiedName\":");
    escape_json(out, text_of(clause->clause.ref));
    builder_put(out, "}]}],\"properties\":{\"verdict\":");
    escape_json(out, text_of(conformance_verdict_name(clause->verdict)));
    builder_put(out, ",\"ref\":");
    escape_json(out, text_of(finding->ref));
    builder_put(out, "}}");
}

void report_sarif(struct builder *out, const struct report *report)
{
    const char *separator = "\n";

    builder_put(out,
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
        "\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{"
        "\"name\":\"ims\",\"rules\":[");
    sarif_rules(out, report);
    builder_put(out, "]}},\"results\":[");
    for (size_t i = 0; i < report->count; i++) {
        const struct conformance *result = report->results[i];

        for (size_t c = 0; c < result->clause_count; c++) {
            const struct conformance_clause *clause = &result->clauses[c];

            for (size_t f = 0; f < clause->finding_count; f++) {
                sarif_result(out, separator, clause, &clause->findings[f]);
                separator = ",\n";
            }
        }
    }
    report_rules_sarif(out, report->found, separator);
    builder_put(out, "],\"properties\":{\"site\":");
    escape_json(out, text_of(report->site));
    builder_put(out, ",\"asof\":");
    escape_json(out, text_of(report->as_of));
    builder_put(out, "}}]}\n");
}
