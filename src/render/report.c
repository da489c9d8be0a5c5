/* For people: the text report. For programs: one JSON object. */
#include "render/report.h"

#include "base/clock.h"
#include "base/escape.h"
#include "render/report_rules.h"

#include <string.h>

struct severities {
    size_t errors;
    size_t warnings;
    size_t notes;
};

static void count_severity(
    struct severities *severities, const char *severity, size_t count)
{
    if (string_equals(severity, "error"))
        severities->errors += count;
    else if (string_equals(severity, "warning"))
        severities->warnings += count;
    else
        severities->notes += count;
}

static void count_severities(
    const struct conformance *result, struct severities *severities)
{
    for (size_t i = 0; i < result->clause_count; i++) {
        const struct conformance_clause *clause = &result->clauses[i];

        for (size_t f = 0; f < clause->finding_count; f++)
            count_severity(severities, clause->findings[f].severity, 1);
    }
}

static void put_totals(struct builder *out, const size_t *totals)
{
    for (int v = 0; v < VERDICT_COUNT; v++)
        builder_format(out, "%s%zu %s", v == 0 ? "" : ", ", totals[v],
            conformance_verdict_name((enum verdict)v));
}

static void put_plural(
    struct builder *out, size_t count, const char *noun, const char *after)
{
    builder_format(
        out, "%zu %s%s%s", count, noun, count == 1 ? "" : "s", after);
}

/* In order, and nothing to say about it? */
static bool is_quiet(const struct conformance_clause *clause)
{
    return clause->finding_count == 0 &&
           (clause->verdict == VERDICT_EVIDENCED ||
               clause->verdict == VERDICT_EXCLUDED);
}

static void text_clause(
    struct builder *out, const struct conformance_clause *clause)
{
    builder_format(out, "\n  %-9s  %s  %s\n",
        conformance_verdict_name(clause->verdict), clause->clause.id,
        clause_heading(out->arena, clause->clause.heading));
    for (size_t i = 0; i < clause->finding_count; i++) {
        const struct conformance_finding *finding = &clause->findings[i];

        builder_format(out, "    %s %-7s  %s\n", finding->rule,
            finding->severity, finding->message);
        builder_format(
            out, "                    %s (%s)\n", finding->mend, finding->ref);
        if (finding->waived[0] != '\0')
            builder_format(
                out, "                    Accepted by %s\n", finding->waived);
    }
}

static void text_standard(struct builder *out, const struct conformance *result)
{
    builder_format(
        out, "%s  %s\n", result->standard.name, result->standard.title);
    put_plural(out, result->clause_count, "clause", ": ");
    put_totals(out, result->totals);
    builder_byte(out, '\n');
    for (size_t i = 0; i < result->clause_count; i++) {
        if (!is_quiet(&result->clauses[i]))
            text_clause(out, &result->clauses[i]);
    }
    builder_byte(out, '\n');
}

/* All that stands above, on the clauses and beyond them. */
static void text_summary(struct builder *out, const struct report *report)
{
    struct severities severities = {0, 0, 0};
    bool desktop = true;
    bool conforms = true;

    for (size_t i = 0; i < report->count; i++) {
        count_severities(report->results[i], &severities);
        desktop = desktop && report->results[i]->desktop;
        conforms = conforms && report->results[i]->conforms;
    }
    for (size_t i = 0; report->found != NULL && i < report->found->group_count;
         i++)
        count_severity(&severities, report->found->groups[i].rule->severity,
            report->found->groups[i].total);
    put_plural(out, severities.errors, "error", ", ");
    put_plural(out, severities.warnings, "warning", ", ");
    put_plural(out, severities.notes, "note", ". ");
    if (conforms)
        builder_put(out, "Every clause is evidenced or excluded.\n");
    else if (desktop)
        builder_put(out, "Every clause has a provision, but not all that is "
                         "expected beside it.\n");
    else
        builder_put(out, "Not every clause has a provision yet.\n");
}

void report_text(struct builder *out, const struct report *report)
{
    builder_format(out, "%s, as of %s\n\n", report->site,
        clock_show(out->arena, report->as_of));
    for (size_t i = 0; i < report->count; i++)
        text_standard(out, report->results[i]);
    report_rules_text(out, report->found);
    text_summary(out, report);
}

/* `"name":"value"`, after a comma unless it is the first. */
static void json_member(struct builder *out, const char *separator,
    const char *name, const char *value)
{
    builder_format(out, "%s\"%s\":", separator, name);
    escape_json(out, text_of(value));
}

static void json_totals(struct builder *out, const size_t *totals)
{
    builder_put(out, ",\"totals\":{");
    for (int v = 0; v < VERDICT_COUNT; v++)
        builder_format(out, "%s\"%s\":%zu", v == 0 ? "" : ",",
            conformance_verdict_name((enum verdict)v), totals[v]);
    builder_byte(out, '}');
}

static void json_groups(struct builder *out, const struct conformance *result)
{
    builder_put(out, ",\"groups\":[");
    for (size_t i = 0; i < result->group_count; i++) {
        const struct conformance_group *group = &result->groups[i];

        json_member(out, i == 0 ? "{" : ",{", "id", group->clause.id);
        json_member(out, ",", "title", group->clause.heading);
        json_member(out, ",", "parent", group->clause.parent);
        json_member(
            out, ",", "verdict", conformance_verdict_name(group->verdict));
        json_totals(out, group->totals);
        builder_byte(out, '}');
    }
    builder_byte(out, ']');
}

static void json_provisions(
    struct builder *out, const struct conformance_clause *clause)
{
    builder_put(out, ",\"provisions\":[");
    for (size_t i = 0; i < clause->provision_count; i++) {
        if (i > 0)
            builder_byte(out, ',');
        escape_json(out, text_of(clause->provisions[i].ref));
    }
    builder_byte(out, ']');
}

/* Is the record listed before, and fresh wherever it is listed? One record
 * may serve several expectations of a clause. */
static bool evidence_is_first(const struct conformance_clause *clause,
    size_t expectation, size_t place, bool *fresh)
{
    const struct conformance_evidence *evidence =
        &clause->expectations[expectation].evidence[place];
    bool first = true;

    *fresh = true;
    for (size_t e = 0; e < clause->expectation_count; e++) {
        const struct conformance_expectation *other = &clause->expectations[e];

        for (size_t i = 0; i < other->evidence_count; i++) {
            if (!string_equals(other->evidence[i].ref, evidence->ref))
                continue;
            *fresh = *fresh && other->evidence[i].fresh;
            first =
                first && (e > expectation || (e == expectation && i >= place));
        }
    }
    return first;
}

static void json_evidence(
    struct builder *out, const struct conformance_clause *clause)
{
    const char *separator = "{";

    builder_put(out, ",\"evidence\":[");
    for (size_t e = 0; e < clause->expectation_count; e++) {
        const struct conformance_expectation *expectation =
            &clause->expectations[e];

        for (size_t i = 0; i < expectation->evidence_count; i++) {
            const struct conformance_evidence *evidence =
                &expectation->evidence[i];
            bool fresh;

            if (!evidence_is_first(clause, e, i, &fresh))
                continue;
            json_member(out, separator, "ref", evidence->ref);
            json_member(out, ",", "title", evidence->title);
            json_member(out, ",", "date", evidence->date);
            builder_format(out, ",\"fresh\":%s}", fresh ? "true" : "false");
            separator = ",{";
        }
    }
    builder_byte(out, ']');
}

static void json_findings(
    struct builder *out, const struct conformance_clause *clause)
{
    builder_put(out, ",\"findings\":[");
    for (size_t i = 0; i < clause->finding_count; i++) {
        const struct conformance_finding *finding = &clause->findings[i];

        json_member(out, i == 0 ? "{" : ",{", "rule", finding->rule);
        json_member(out, ",", "severity", finding->severity);
        json_member(out, ",", "message", finding->message);
        json_member(out, ",", "ref", finding->ref);
        if (finding->waived[0] != '\0')
            json_member(out, ",", "waived", finding->waived);
        builder_byte(out, '}');
    }
    builder_byte(out, ']');
}

/* Lettered items, where the clause has them. */
static void json_items(
    struct builder *out, const struct conformance_clause *clause)
{
    if (clause->item_count == 0)
        return;
    builder_put(out, ",\"items\":[");
    for (size_t i = 0; i < clause->item_count; i++) {
        json_member(out, i == 0 ? "{" : ",{", "id", clause->items[i].clause.id);
        json_member(out, ",", "verdict",
            conformance_verdict_name(clause->items[i].verdict));
        builder_byte(out, '}');
    }
    builder_byte(out, ']');
}

/* What takes the clause out, and why. */
static void json_exclusions(
    struct builder *out, const struct conformance_clause *clause)
{
    if (clause->exclusion_count == 0)
        return;
    builder_put(out, ",\"exclusions\":[");
    for (size_t i = 0; i < clause->exclusion_count; i++) {
        const struct conformance_exclusion *exclusion = &clause->exclusions[i];

        json_member(out, i == 0 ? "{" : ",{", "ref", exclusion->ref);
        json_member(out, ",", "title", exclusion->title);
        json_member(out, ",", "date", exclusion->date);
        json_member(out, ",", "reason", exclusion->reason);
        builder_byte(out, '}');
    }
    builder_byte(out, ']');
}

static void json_standard(struct builder *out, const struct conformance *result)
{
    json_member(out, "{", "id", result->standard.id);
    json_member(out, ",", "name", result->standard.name);
    json_totals(out, result->totals);
    json_groups(out, result);
    builder_put(out, ",\"clauses\":[");
    for (size_t i = 0; i < result->clause_count; i++) {
        const struct conformance_clause *clause = &result->clauses[i];

        json_member(out, i == 0 ? "\n{" : ",\n{", "id", clause->clause.id);
        json_member(out, ",", "title", clause->clause.heading);
        json_member(
            out, ",", "verdict", conformance_verdict_name(clause->verdict));
        json_provisions(out, clause);
        json_evidence(out, clause);
        json_findings(out, clause);
        json_exclusions(out, clause);
        json_items(out, clause);
        builder_byte(out, '}');
    }
    builder_put(out, "]}");
}

void report_json(struct builder *out, const struct report *report)
{
    json_member(out, "{", "site", report->site);
    json_member(out, ",", "asof", report->as_of);
    builder_put(out, ",\"standards\":[");
    for (size_t i = 0; i < report->count; i++) {
        if (i > 0)
            builder_byte(out, ',');
        json_standard(out, report->results[i]);
    }
    builder_byte(out, ']');
    report_rules_json(out, report->found);
    builder_put(out, "}\n");
}
