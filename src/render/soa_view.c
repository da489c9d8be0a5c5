/* Rows of the AIL-SOA, drawn or written out. */
#include "render/soa_view.h"

#include "base/clock.h"
#include "base/escape.h"
#include "render/address.h"
#include "render/clause_view.h"
#include "render/conformance_table.h"

enum { SECTION_LIMIT = 4, RECORD_LIMIT = 2 };

bool soa_view_check(const struct soa_view *view, struct error *error)
{
    if (view->applies[0] == '\0' || string_equals(view->applies, "yes") ||
        string_equals(view->applies, "no"))
        return conformance_filter_check(view->filter, error);
    return error_at(error, ERROR_INVALID, "applies",
        "“%s” is no answer to whether it applies: use yes or no.",
        view->applies);
}

static bool has_controls(const struct conformance *run)
{
    for (size_t i = 0; i < run->clause_count; i++) {
        if (string_equals(run->clauses[i].clause.kind, "control"))
            return true;
    }
    return false;
}

/* What is said, not what comes of it: an exclusion without a reason is still
 * one. */
static bool applies(const struct conformance_clause *clause)
{
    return clause->exclusion_count == 0;
}

static const char *implemented(const struct conformance_clause *clause)
{
    static const char *const words[VERDICT_COUNT] = {
        [VERDICT_EVIDENCED] = "Yes",
        [VERDICT_STALE] = "Partly",
        [VERDICT_ASSERTED] = "Partly",
        [VERDICT_MISSING] = "No",
        [VERDICT_EXCLUDED] = "No",
    };

    return words[clause->verdict];
}

struct soa_rows {
    const struct conformance_clause **rows; /* those that pass */
    size_t count;
    size_t total; /* of all that are part of the statement */
    size_t applying;
    size_t totals[VERDICT_COUNT];
};

static struct soa_rows rows_of(const struct soa_view *view)
{
    const struct conformance *run = view->run;
    bool controls = has_controls(run);
    struct soa_rows rows = {.count = 0};

    rows.rows = arena_array(view->scene->place.context->arena,
        size_add(run->clause_count, 1), sizeof *rows.rows);
    for (size_t i = 0; i < run->clause_count; i++) {
        const struct conformance_clause *clause = &run->clauses[i];

        if (controls && !string_equals(clause->clause.kind, "control"))
            continue;
        rows.total++;
        rows.applying += applies(clause);
        rows.totals[clause->verdict]++;
        if (!conformance_filter_passes(view->filter, clause) ||
            (view->applies[0] != '\0' &&
                applies(clause) != string_equals(view->applies, "yes")))
            continue;
        rows.rows[rows.count++] = clause;
    }
    return rows;
}

static void fill_provisions(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *row)
{
    for (size_t i = 0; i < clause->provision_count; i++) {
        struct template_dictionary *each;

        if (i == SECTION_LIMIT) {
            template_set_number(template_row(row, "MORE"), "COUNT",
                (long long)(clause->provision_count - i));
            break;
        }
        each = template_row(row, "SECTION");
        scene_fill_provision(scene, each, &clause->provisions[i], true);
        if (i > 0)
            template_show(each, "LATER");
    }
}

static void fill_evidence(const struct scene *scene,
    const struct conformance_clause *clause, struct template_dictionary *row)
{
    size_t count;
    const struct conformance_evidence **list =
        scene_evidence(scene, clause, &count);

    for (size_t i = 0; i < count && i < RECORD_LIMIT; i++)
        scene_fill_evidence(scene, template_row(row, "RECORD"), list[i], false);
    if (count == 0)
        template_show(row, "NO_RECORD");
    if (count > RECORD_LIMIT)
        template_set_number(template_row(row, "MORE_RECORDS"), "COUNT",
            (long long)(count - RECORD_LIMIT));
}

static bool fill_row(const struct soa_view *view,
    const struct conformance_clause *clause, struct template_dictionary *part,
    struct error *error)
{
    const struct scene *scene = view->scene;
    struct template_dictionary *row = template_row(part, "ROW");

    template_set(row, "ID", clause->clause.id);
    template_set(row, "HEADING", clause->clause.heading);
    template_set(row, "HREF",
        scene_clause_address(
            scene, clause->clause.standard, clause->clause.id));
    template_set(row, "APPLIES", applies(clause) ? "Yes" : "No");
    template_set(row, "IMPLEMENTED", implemented(clause));
    scene_set_verdict(row, clause->verdict);
    fill_provisions(scene, clause, row);
    fill_evidence(scene, clause, row);
    if (clause->provision_count == 0 && applies(clause))
        template_show(row, "NOTHING_SAID");
    for (size_t i = 0; i < clause->finding_count; i++) {
        const char *rule = clause->findings[i].rule;

        /* What concerns the statement itself, not the evidence. */
        if (string_equals(rule, conformance_rule(RULE_NO_REASON)->id) ||
            string_equals(rule, conformance_rule(RULE_CONTRADICTED)->id))
            scene_fill_finding(
                scene, template_row(row, "FINDING"), &clause->findings[i]);
    }
    return clause_view_fill_exclusions(scene, clause, row, error);
}

static struct template_dictionary *begin_part(const struct soa_view *view,
    const struct conformance_group *group, struct template_dictionary *page)
{
    struct template_dictionary *part = template_row(page, "PART");
    size_t excluded = group == NULL ? 0 : group->totals[VERDICT_EXCLUDED];

    template_set(part, "PART_TITLE",
        group == NULL ? "Other clauses"
                      : arena_format(view->scene->place.context->arena, "%s %s",
                            group->clause.id, group->clause.heading));
    template_set(part, "PART_ID", group == NULL ? "other" : group->clause.id);
    if (group != NULL) {
        struct template_dictionary *counts = template_row(part, "COUNTS");

        template_set_number(counts, "ALL", (long long)group->count);
        template_set_number(counts, "EVIDENCED_COUNT",
            (long long)group->totals[VERDICT_EVIDENCED]);
        template_set_number(counts, "OUT", (long long)excluded);
    }
    return part;
}

static void add_choice(const struct soa_view *view,
    struct template_dictionary *page, const char *value, const char *label)
{
    struct template_dictionary *row = template_row(page, "APPLIES_CHOICE");

    template_set(row, "VALUE", value);
    template_set(row, "LABEL", label);
    if (string_equals(value, view->applies))
        template_show(row, "CHOSEN");
}

static const char *soa_address(
    const struct soa_view *view, const char *ending, bool filtered)
{
    struct arena *arena = view->scene->place.context->arena;
    struct builder path = builder_create(arena);
    const char *const pairs[] = {"applies", filtered ? view->applies : "",
        "verdict", filtered ? view->filter->verdict : "", "q",
        filtered ? view->filter->words : "", "asof",
        view->scene->as_of_given ? view->scene->as_of : "", NULL};

    builder_put(&path, "/soa/");
    escape_url(&path, text_of(view->run->standard.id), ":");
    builder_put(&path, ending);
    return address_query(arena, builder_string(&path), pairs);
}

static void fill_head(const struct soa_view *view, const struct soa_rows *rows,
    struct template_dictionary *page)
{
    struct arena *arena = view->scene->place.context->arena;
    bool on =
        view->applies[0] != '\0' || conformance_filter_is_on(view->filter);

    template_set(page, "STANDARD_NAME", view->run->standard.name);
    template_show(page, has_controls(view->run) ? "CONTROLS" : "CLAUSES");
    template_set(page, "AS_OF", view->scene->as_of);
    template_set(page, "AS_OF_SHOWN", clock_show(arena, view->scene->as_of));
    if (view->scene->as_of_given)
        template_show(page, "AS_OF_GIVEN");
    template_set_number(page, "TOTAL", (long long)rows->total);
    template_set_number(page, "APPLYING", (long long)rows->applying);
    template_set_number(
        page, "NOT_APPLYING", (long long)(rows->total - rows->applying));
    template_set_number(
        page, "SOA_EVIDENCED", (long long)rows->totals[VERDICT_EVIDENCED]);
    template_set_number(page, "SHOWN_COUNT", (long long)rows->count);
    template_set(
        page, "PATH", arena_format(arena, "/soa/%s", view->run->standard.id));
    template_set(page, "CSV_HREF", soa_address(view, ".csv", true));
    template_set(page, "JSON_HREF", soa_address(view, ".json", true));
    template_show(page, on ? "FILTERED" : "UNFILTERED");
    if (on)
        template_set(template_row(page, "SHOW_ALL"), "HREF",
            soa_address(view, "", false));
    if (rows->count == 0)
        template_show(page, "NOTHING");
    add_choice(view, page, "", "Either");
    add_choice(view, page, "yes", "Yes");
    add_choice(view, page, "no", "No");
    conformance_filter_fill(view->filter, page);
}

bool soa_view_fill(const struct soa_view *view,
    struct template_dictionary *page, struct error *error)
{
    struct soa_rows rows = rows_of(view);
    const struct conformance_group *group = NULL;
    struct template_dictionary *part = NULL;
    struct template_dictionary *table = NULL;

    fill_head(view, &rows, page);
    for (size_t i = 0; i < rows.count; i++) {
        const struct conformance_group *above =
            conformance_table_part_of(view->run, rows.rows[i]);

        if (table == NULL)
            table = template_row(page, "TABLE");
        if (part == NULL || above != group)
            part = begin_part(view, above, table);
        group = above;
        if (!fill_row(view, rows.rows[i], part, error))
            return false;
    }
    return true;
}

static void put_reasons(
    struct builder *out, const struct conformance_clause *clause)
{
    for (size_t i = 0; i < clause->exclusion_count; i++)
        builder_format(
            out, "%s%s", i == 0 ? "" : "; ", clause->exclusions[i].reason);
}

static void put_sections(
    struct builder *out, const struct conformance_clause *clause, bool refs)
{
    for (size_t i = 0; i < clause->provision_count; i++) {
        const struct conformance_provision *provision = &clause->provisions[i];

        builder_put(out, i == 0 ? "" : "; ");
        if (refs)
            builder_put(out, provision->ref);
        else
            builder_format(
                out, "%s: %s", provision->page_title, provision->title);
    }
}

static void put_evidence(const struct soa_view *view, struct builder *out,
    const struct conformance_clause *clause)
{
    size_t count;
    const struct conformance_evidence **list =
        scene_evidence(view->scene, clause, &count);

    for (size_t i = 0; i < count; i++)
        builder_format(
            out, "%s%s (%s)", i == 0 ? "" : "; ", list[i]->ref, list[i]->date);
}

static void csv_row(const struct soa_view *view, struct builder *out,
    const struct conformance_clause *clause)
{
    struct arena *arena = view->scene->place.context->arena;
    struct builder sections = builder_create(arena);
    struct builder refs = builder_create(arena);
    struct builder reasons = builder_create(arena);
    struct builder evidence = builder_create(arena);
    const char *fields[9];

    put_sections(&sections, clause, false);
    put_sections(&refs, clause, true);
    put_reasons(&reasons, clause);
    put_evidence(view, &evidence, clause);
    fields[0] = clause->clause.id;
    fields[1] = clause->clause.heading;
    fields[2] = applies(clause) ? "yes" : "no";
    fields[3] = builder_string(&sections);
    fields[4] = builder_string(&reasons);
    fields[5] = implemented(clause);
    fields[6] = conformance_verdict_name(clause->verdict);
    fields[7] = builder_string(&refs);
    fields[8] = builder_string(&evidence);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (i > 0)
            builder_byte(out, ',');
        escape_csv(out, text_of(fields[i]));
    }
    builder_put(out, "\r\n");
}

void soa_view_csv(const struct soa_view *view, struct builder *out)
{
    struct soa_rows rows = rows_of(view);

    builder_put(out, "control,title,applies,how,why_not,implemented,verdict,"
                     "provisions,evidence\r\n");
    for (size_t i = 0; i < rows.count; i++)
        csv_row(view, out, rows.rows[i]);
}

static void json_member(
    struct builder *out, const char *before, const char *key, const char *value)
{
    builder_format(out, "%s\"%s\":", before, key);
    escape_json(out, text_of(value));
}

static void json_row(const struct soa_view *view, struct builder *out,
    const struct conformance_clause *clause)
{
    size_t count;
    const struct conformance_evidence **list =
        scene_evidence(view->scene, clause, &count);

    json_member(out, "{", "id", clause->clause.id);
    json_member(out, ",", "title", clause->clause.heading);
    builder_format(out, ",\"applies\":%s", applies(clause) ? "true" : "false");
    json_member(out, ",", "implemented", implemented(clause));
    json_member(out, ",", "verdict", conformance_verdict_name(clause->verdict));
    builder_put(out, ",\"provisions\":[");
    for (size_t i = 0; i < clause->provision_count; i++) {
        builder_put(out, i == 0 ? "" : ",");
        escape_json(out, text_of(clause->provisions[i].ref));
    }
    builder_put(out, "],\"exclusions\":[");
    for (size_t i = 0; i < clause->exclusion_count; i++) {
        json_member(out, i == 0 ? "{" : ",{", "ref", clause->exclusions[i].ref);
        json_member(out, ",", "reason", clause->exclusions[i].reason);
        builder_byte(out, '}');
    }
    builder_put(out, "],\"evidence\":[");
    for (size_t i = 0; i < count; i++) {
        json_member(out, i == 0 ? "{" : ",{", "ref", list[i]->ref);
        json_member(out, ",", "title", list[i]->title);
        json_member(out, ",", "date", list[i]->date);
        builder_format(
            out, ",\"fresh\":%s}", list[i]->fresh ? "true" : "false");
    }
    builder_put(out, "]}");
}

void soa_view_json(const struct soa_view *view, struct builder *out)
{
    struct soa_rows rows = rows_of(view);

    json_member(out, "{", "site", view->scene->place.context->site->name);
    json_member(out, ",", "asof", view->scene->as_of);
    json_member(out, ",", "standard", view->run->standard.id);
    builder_format(out, ",\"total\":%zu,\"applying\":%zu,\"items\":[",
        rows.total, rows.applying);
    for (size_t i = 0; i < rows.count; i++) {
        builder_put(out, i == 0 ? "\n" : ",\n");
        json_row(view, out, rows.rows[i]);
    }
    builder_put(out, "\n]}\n");
}
