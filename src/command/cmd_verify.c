/* ims verify: is everything still what was written? */
#include "command/command.h"
#include "domain/evidence_file.h"
#include "domain/history.h"
#include "domain/site.h"

#include <stdio.h>

static size_t report(const char *what, long long count, const char *problem)
{
    if (problem[0] == '\0') {
        printf("%s: fine, %lld checked\n", what, count);
        return 0;
    }
    printf("%s: %s\n", what, problem);
    return 1;
}

static bool verify(struct context *context, size_t *found, struct error *error)
{
    const char *problem;
    long long count;

    if (!database_check_integrity(context->db, &problem, error))
        return false;
    *found += report("database", 1, problem);
    if (!history_verify(context, &count, &problem, error))
        return false;
    *found += report("history", count, problem);
    if (!evidence_file_verify(context, &count, &problem, error))
        return false;
    *found += report("files", count, problem);
    return true;
}

static enum exit_status run(int argc, char **argv, struct error *error)
{
    struct context context;
    size_t found = 0;
    bool fine;

    if (!command_open_site(argc, argv, NULL, 0, &context, error))
        return EXIT_FAILED;
    fine = verify(&context, &found, error);
    site_close(context.site);
    if (!fine)
        return EXIT_FAILED;
    return found > 0 ? EXIT_FOUND : EXIT_FINE;
}

const struct command command_verify = {
    .name = "verify",
    .usage = "SITE",
    .summary = "Check the database, the chain of history and the files",
    .help = "Exit status 1 when something is not what was written.\n",
    .run = run,
};
