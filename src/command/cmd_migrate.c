/* ims migrate: bring an older site up to date. */
#include "command/command.h"
#include "domain/system.h"

#include <stdio.h>

static enum exit_status run(int argc, char **argv, struct error *error)
{
    const char **rest =
        arena_array(error->arena, (size_t)argc + 1, sizeof *rest);
    size_t count;
    int applied;

    if (!command_read_options(argc, argv, NULL, 0, rest, &count, error))
        return EXIT_FAILED;
    if (count != 1) {
        error_set(error, ERROR_INVALID, "name one site");
        return EXIT_FAILED;
    }
    if (!system_migrate(rest[0], &applied, error))
        return EXIT_FAILED;
    if (applied == 0)
        printf("%s: the schema is up to date; kinds and standards read anew\n",
            rest[0]);
    else
        printf("%s: %d step%s of the schema applied\n", rest[0], applied,
            applied == 1 ? "" : "s");
    return EXIT_FINE;
}

const struct command command_migrate = {
    .name = "migrate",
    .usage = "SITE",
    .summary = "Bring a site of an older release up to date",
    .help = "Back the site up first. Shipped kinds and standards are read "
            "anew;\nrecords, pages and history stay as they are.\n",
    .run = run,
};
