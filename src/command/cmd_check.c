/* ims check: the conformance checker. */
#include "base/clock.h"
#include "command/command.h"
#include "domain/conformance.h"
#include "domain/page.h"
#include "domain/rule.h"
#include "domain/site.h"
#include "render/report.h"

#include <stdio.h>

enum { STANDARD, AS_OF, FORMAT, OPTION_COUNT };

typedef void report_writer(struct builder *out, const struct report *report);

static const struct format {
    const char *name;
    report_writer *write;
} formats[] = {
    {"text", report_text},
    {"json", report_json},
    {"junit", report_junit},
    {"sarif", report_sarif},
};

static report_writer *format_find(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (string_equals(formats[i].name, name))
            return formats[i].write;
    }
    return NULL;
}

/* The standards asked for, or all there are. */
static bool choose_standards(struct context *context,
    const struct option_value *asked, const char ***ids, size_t *count,
    struct error *error)
{
    struct standard *standards;
    size_t all;

    if (!standard_list(context, &standards, &all, error))
        return false;
    *count = asked->count > 0 ? asked->count : all;
    *ids = arena_array(context->arena, *count + 1, sizeof **ids);
    for (size_t i = 0; i < *count; i++)
        (*ids)[i] = asked->count > 0 ? asked->values[i] : standards[i].id;
    return true;
}

static bool run_all(struct context *context, const char *const *ids,
    struct report *report, bool *found, struct error *error)
{
    struct conformance **results =
        arena_array(context->arena, report->count + 1, sizeof *results);

    for (size_t i = 0; i < report->count; i++) {
        if (!conformance_run(
                context, ids[i], report->as_of, &results[i], error))
            return false;
        *found = *found || !results[i]->conforms;
    }
    report->results = results;
    return true;
}

/* Clauses and what is beyond them, of one state of the data. */
static bool run_checks(struct context *context, const char *const *ids,
    struct report *report, bool *found, struct error *error)
{
    struct rule_findings *beyond = arena_alloc(context->arena, sizeof *beyond);
    const struct conformance_rule **rules;
    bool fine;

    if (!database_begin_read(context->db, error))
        return false;
    fine = run_all(context, ids, report, found, error) &&
           rule_run(context, report->as_of, beyond, error) &&
           rule_list(context, &rules, &report->rule_count, error);
    database_end_read(context->db);
    if (!fine)
        return false;
    report->found = beyond;
    report->rules = rules;
    *found = *found || beyond->wrong;
    return true;
}

static bool check(struct context *context, struct option_value *options,
    report_writer *write, bool *found, struct error *error)
{
    struct report report = {.site = context->site->name,
        .as_of = options[AS_OF].count > 0 ? options[AS_OF].values[0]
                                          : context->today};
    struct builder out = builder_create(context->arena);
    const char **ids;
    size_t changed;

    if (!clock_is_date(report.as_of))
        return error_set(error, ERROR_INVALID,
            "--as-of %s: is not a date; write it as 2026-11-21", report.as_of);
    if (!page_sync(context, &changed, error) ||
        !choose_standards(
            context, &options[STANDARD], &ids, &report.count, error) ||
        !run_checks(context, ids, &report, found, error))
        return false;
    write(&out, &report);
    fwrite(builder_string(&out), 1, out.size, stdout);
    return true;
}

static enum exit_status run(int argc, char **argv, struct error *error)
{
    struct option_value options[OPTION_COUNT] = {
        [STANDARD] = {"standard", true, NULL, 0},
        [AS_OF] = {"as-of", true, NULL, 0},
        [FORMAT] = {"format", true, NULL, 0}};
    report_writer *write = report_text;
    struct context context;
    bool found = false;
    bool fine;

    if (!command_open_site(argc, argv, options, OPTION_COUNT, &context, error))
        return EXIT_FAILED;
    if (options[FORMAT].count > 0)
        write = format_find(options[FORMAT].values[0]);
    if (write == NULL)
        fine = error_set(
            error, ERROR_INVALID, "--format is text, json, junit or sarif");
    else
        fine = check(&context, options, write, &found, error);
    site_close(context.site);
    if (!fine)
        return EXIT_FAILED;
    return found ? EXIT_FOUND : EXIT_FINE;
}

const struct command command_check = {
    .name = "check",
    .usage = "SITE [--standard ID]... [--as-of DATE] [--format FORMAT]",
    .summary = "Walk every clause to its evidence",
    .help =
        "  --standard ID  such as 27001:2022 or 27001; may be repeated; all "
        "otherwise\n"
        "  --as-of DATE   judge age as of YYYY-MM-DD instead of today\n"
        "  --format F     text, json, junit or sarif\n"
        "Exit status 1 when a clause is neither evidenced nor excluded, or a "
        "rule\nbeyond the clauses finds an error or a warning that no waiver "
        "accepts.\n",
    .run = run,
};
