/*
 * A command of `ims`: one file each, exporting one constant.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "base/error.h"
#include "domain/context.h"

enum exit_status {
    EXIT_FINE = 0,
    EXIT_FOUND = 1, /* a check found something */
    EXIT_FAILED = 2 /* it could not run */
};

struct command {
    const char *name;
    const char *usage;   /* after the command's name */
    const char *summary; /* one line */
    const char *help;    /* the rest of --help */
    /* Returns FINE or FOUND; FAILED with the error set. */
    enum exit_status (*run)(int argc, char **argv, struct error *error);
};

/* An option of a command: `--name VALUE`, or `--name` alone. */
struct option_value {
    const char *name;
    bool takes_value;
    const char **values; /* each time it was given; room for argc */
    size_t count;
};

/* Sort arguments into options and the rest. Refuses unknown options and
 * missing values. Options may stand anywhere; `--` ends them. */
bool command_read_options(int argc, char **argv, struct option_value *options,
    size_t option_count, const char **rest, size_t *rest_count,
    struct error *error);

/* The same for a command that takes options and one site: opens it, with a
 * context of the present moment. The caller ends it with site_close(). */
bool command_open_site(int argc, char **argv, struct option_value *options,
    size_t option_count, struct context *context, struct error *error);

extern const struct command command_init;
extern const struct command command_check;
extern const struct command command_links;
extern const struct command command_user;
extern const struct command command_migrate;
extern const struct command command_standard;
extern const struct command command_verify;

#endif
