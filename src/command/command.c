/* Reading the arguments of a command. */
#include "command/command.h"

#include "base/text.h"
#include "domain/site.h"
#include "domain/system.h"

static struct option_value *find_option(
    struct option_value *options, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (string_equals(options[i].name, name))
            return &options[i];
    }
    return NULL;
}

bool command_read_options(int argc, char **argv, struct option_value *options,
    size_t option_count, const char **rest, size_t *rest_count,
    struct error *error)
{
    bool more = true;

    *rest_count = 0;
    for (int i = 0; i < argc; i++) {
        struct option_value *option;

        if (more && string_equals(argv[i], "--")) {
            more = false;
            continue;
        }
        if (!more || !string_begins(argv[i], "--")) {
            rest[(*rest_count)++] = argv[i];
            continue;
        }
        option = find_option(options, option_count, argv[i] + 2);
        if (option == NULL)
            return error_set(
                error, ERROR_INVALID, "%s: there is no such option", argv[i]);
        if (option->takes_value && i + 1 == argc)
            return error_set(
                error, ERROR_INVALID, "%s: needs a value", argv[i]);
        if (option->values == NULL)
            option->values = arena_array(
                error->arena, (size_t)argc + 1, sizeof *option->values);
        option->values[option->count++] =
            option->takes_value ? argv[++i] : "yes";
    }
    return true;
}

bool command_open_site(int argc, char **argv, struct option_value *options,
    size_t option_count, struct context *context, struct error *error)
{
    const char **rest =
        arena_array(error->arena, (size_t)argc + 1, sizeof *rest);
    struct site *site;
    size_t count;

    if (!command_read_options(
            argc, argv, options, option_count, rest, &count, error))
        return false;
    if (count != 1)
        return error_set(error, ERROR_INVALID, "name one site");
    if (!system_open(rest[0], error->arena, &site, error))
        return false;
    *context = context_create(site, error->arena, "");
    return true;
}
