/* ims links: every reference that resolves to nothing. */
#include "base/text.h"
#include "command/command.h"
#include "domain/link.h"
#include "domain/page.h"
#include "domain/site.h"

#include <stdio.h>
#include <string.h>

/* Pages that cannot be shown have no links; they are findings themselves. */
static bool print_problems(
    struct context *context, size_t *found, struct error *error)
{
    struct page_problem *problems;
    size_t count;

    if (!page_list_problems(context, &problems, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        /* "line 3: byte 15 ..." becomes FILE:3: byte 15 ... */
        const char *problem = problems[i].problem;
        bool has_line = string_begins(problem, "line ");

        printf("%s:%s%s\n", problems[i].path, has_line ? "" : " ",
            has_line ? problem + strlen("line ") : problem);
    }
    *found += count;
    return true;
}

static bool print_links(
    struct context *context, size_t *found, struct error *error)
{
    struct broken_link *links;
    size_t count;

    if (!link_list_broken(context, 0, &links, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (links[i].line > 0)
            printf("%s:%lld: %s: %s\n", links[i].place, links[i].line,
                links[i].written, links[i].reason);
        else
            printf("%s: %s: %s\n", links[i].place, links[i].written,
                links[i].reason);
    }
    *found += count;
    return true;
}

static enum exit_status run(int argc, char **argv, struct error *error)
{
    struct context context;
    size_t changed;
    size_t found = 0;
    bool fine;

    if (!command_open_site(argc, argv, NULL, 0, &context, error))
        return EXIT_FAILED;
    fine = page_sync(&context, &changed, error) &&
           print_problems(&context, &found, error) &&
           print_links(&context, &found, error);
    site_close(context.site);
    if (!fine)
        return EXIT_FAILED;
    return found > 0 ? EXIT_FOUND : EXIT_FINE;
}

const struct command command_links = {
    .name = "links",
    .usage = "SITE",
    .summary = "List every reference that resolves to nothing",
    .help =
        "One line each: FILE:LINE: REFERENCE: REASON (for a record its own\n"
        "reference instead of the file). Exit status 1 when there are any.\n",
    .run = run,
};
