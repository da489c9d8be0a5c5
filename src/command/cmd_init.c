/* ims init: a new site. */
#include "base/text.h"
#include "command/command.h"
#include "domain/system.h"

#include <stdio.h>

static enum exit_status run(int argc, char **argv, struct error *error)
{
    struct option_value options[] = {{"demo", false, NULL, 0},
        {"manual", true, NULL, 0}, {"name", true, NULL, 0}};
    const char **rest =
        arena_array(error->arena, (size_t)argc + 1, sizeof *rest);
    struct system_options wanted = {0};
    size_t count;
    size_t pages;

    if (!command_read_options(argc, argv, options, 3, rest, &count, error))
        return EXIT_FAILED;
    if (count != 1) {
        error_set(error, ERROR_INVALID, "name one folder for the site");
        return EXIT_FAILED;
    }
    if (options[0].count > 0 && options[1].count > 0) {
        error_set(error, ERROR_INVALID,
            "--demo brings its own manual: use it without --manual");
        return EXIT_FAILED;
    }
    wanted.demo = options[0].count > 0;
    wanted.manual = options[1].count > 0 ? options[1].values[0] : NULL;
    wanted.name = options[2].count > 0 ? options[2].values[0] : NULL;
    if (!system_init(rest[0], &wanted, &pages, error))
        return EXIT_FAILED;
    printf("%s: a site with %zu pages\n", rest[0], pages);
    if (wanted.demo)
        printf(
            "sign in as ines.marchetti, password %s\n", SYSTEM_DEMO_PASSWORD);
    else
        printf("next: ims user add %s LOGIN --role administrator\n", rest[0]);
    return EXIT_FINE;
}

const struct command command_init = {
    .name = "init",
    .usage = "SITE [--demo] [--manual DIR] [--name TEXT]",
    .summary = "Make a new site",
    .help = "SITE is a folder that does not exist yet.\n"
            "  --demo        the worked example, Harbour & Vale Ltd\n"
            "  --manual DIR  take the manual from a folder of Markdown files\n"
            "  --name TEXT   what the organisation is called\n",
    .run = run,
};
