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

/* All standards that the site works to. */
static bool run_all(struct context *context, bool named, struct report *report,
    struct error *error)
{
    const struct conformance_system *system;
    const struct conformance **results;

    if (!conformance_run_all(context, report->as_of,
            named ? CONFORMANCE_NAMED : CONFORMANCE_VERDICTS, &system, error))
        return false;
    results = arena_array(
        context->arena, system->standard_count + 1, sizeof *results);
    for (size_t i = 0; i < system->standard_count; i++)
        results[i] = &system->standards[i];
    report->results = results;
    report->count = system->standard_count;
    return true;
}

/* Those asked for, in scope or not. */
static bool run_asked(struct context *context, const struct option_value *asked,
    struct report *report, struct error *error)
{
    const struct conformance **results =
        arena_array(context->arena, asked->count, sizeof *results);

    for (size_t i = 0; i < asked->count; i++) {
        if (!conformance_run(
                context, asked->values[i], report->as_of, &results[i], error))
            return false;
    }
    report->results = results;
    report->count = asked->count;
    return true;
}

/* What the rules find beyond the clauses. */
static bool run_rules(
    struct context *context, struct report *report, struct error *error)
{
    struct rule_findings *found = arena_alloc(context->arena, sizeof *found);
    const struct conformance_rule **rules;

    if (!rule_run(context, report->as_of, found, error) ||
        !rule_list(context, &rules, &report->rule_count, error))
        return false;
    report->found = found;
    report->rules = rules;
    return true;
}

static bool check(struct context *context, struct option_value *options,
    report_writer *write, bool *found, struct error *error)
{
    struct report report = {.site = context->site->name,
        .as_of = options[AS_OF].count > 0 ? options[AS_OF].values[0]
                                          : context->today};
    struct builder out = builder_create(context->arena);
    size_t changed;
    bool fine;

    if (!clock_is_date(report.as_of))
        return error_set(error, ERROR_INVALID,
            "--as-of %s: is not a date; write it as 2026-11-21", report.as_of);
    if (!page_sync(context, &changed, error) ||
        !site_begin_read(context, error))
        return false;
    fine = options[STANDARD].count > 0
               ? run_asked(context, &options[STANDARD], &report, error)
               : run_all(context, write == report_json, &report, error);
    fine = fine && run_rules(context, &report, error);
    database_end_read(context->db);
    if (!fine)
        return false;
    *found = report.found->wrong;
    for (size_t i = 0; i < report.count; i++)
        *found = *found || !report.results[i]->conforms;
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
    .help = "  --standard ID  such as 27001:2022 or 27001; may be repeated; "
            "otherwise all\n                 that the site works to\n"
            "  --as-of DATE   judge age as of YYYY-MM-DD instead of today\n"
            "  --format F     text, json, junit or sarif\n"
            "Exit status 1 when a clause is neither evidenced nor excluded, or "
            "a rule\nbeyond the clauses finds an error or a warning that no "
            "waiver accepts.\n",
    .run = run,
};
