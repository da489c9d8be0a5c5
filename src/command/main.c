/* ims: the commands of a site. */
#include "base/crypto.h"
#include "base/text.h"
#include "command/command.h"

#include <stdio.h>

static const struct command *const commands[] = {&command_init, &command_check,
    &command_links, &command_user, &command_standard, &command_migrate,
    &command_verify};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void print_overview(FILE *out)
{
    fputs("usage: ims COMMAND ...\n\n", out);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  %-8s  %s\n", commands[i]->name, commands[i]->summary);
    fputs("\nims COMMAND --help tells more.\n"
          "Exit status: 0 fine, 1 a check found something, 2 could not run.\n",
        out);
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (string_equals(commands[i]->name, name))
            return commands[i];
    }
    return NULL;
}

static bool wants_help(int argc, char **argv)
{
    for (int i = 0; i < argc && !string_equals(argv[i], "--"); i++) {
        if (string_equals(argv[i], "--help"))
            return true;
    }
    return false;
}

int main(int argc, char **argv)
{
    const struct command *command;
    struct arena *arena;
    struct error error;
    enum exit_status status;

    if (argc < 2) {
        print_overview(stderr);
        return EXIT_FAILED;
    }
    if (string_equals(argv[1], "--help") || string_equals(argv[1], "help")) {
        print_overview(stdout);
        return EXIT_FINE;
    }
    command = find_command(argv[1]);
    if (command == NULL) {
        fprintf(
            stderr, "ims: there is no command %s; see ims --help\n", argv[1]);
        return EXIT_FAILED;
    }
    if (wants_help(argc - 2, argv + 2)) {
        printf("usage: ims %s %s\n\n%s.\n%s%s", command->name, command->usage,
            command->summary, command->help[0] == '\0' ? "" : "\n",
            command->help);
        return EXIT_FINE;
    }
    if (!crypto_start()) {
        fputs("ims: the system has no source of randomness\n", stderr);
        return EXIT_FAILED;
    }
    arena = arena_create_large();
    error = error_create(arena);
    status = command->run(argc - 2, argv + 2, &error);
    if (status == EXIT_FAILED)
        fprintf(stderr, "ims %s: %s\n", command->name, error.message);
    else if (fflush(stdout) != 0) {
        fputs("ims: the output cannot be written\n", stderr);
        status = EXIT_FAILED;
    }
    arena_destroy(arena);
    return (int)status;
}
