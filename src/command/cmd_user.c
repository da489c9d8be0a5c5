/* ims user: people who may sign in. */
#include "base/text.h"
#include "command/command.h"
#include "domain/person.h"
#include "domain/site.h"
#include "domain/system.h"

#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { LINE_SIZE = 2048 };

/* One line of standard input without its end; not shown on a terminal. */
static bool read_line(const char *prompt, char *line, struct error *error)
{
    struct termios old;
    bool terminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &old) == 0;
    char *got;

    if (terminal) {
        struct termios quiet = old;

        quiet.c_lflag &= ~(tcflag_t)ECHO;
        fputs(prompt, stderr);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    got = fgets(line, LINE_SIZE, stdin);
    if (terminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &old);
        fputc('\n', stderr);
    }
    if (got == NULL)
        return error_set(error, ERROR_INVALID,
            "no password: type it, or give it as one line of standard input");
    line[strcspn(line, "\r\n")] = '\0';
    if (!text_is_clean(text_of(line), NULL))
        return error_set(
            error, ERROR_INVALID, "the password is not UTF-8 text");
    return true;
}

static bool read_password(char *password, struct error *error)
{
    char again[LINE_SIZE];

    if (!read_line("Password: ", password, error))
        return false;
    if (isatty(STDIN_FILENO)) {
        if (!read_line("Once more: ", again, error))
            return false;
        if (!string_equals(password, again))
            return error_set(error, ERROR_INVALID, "the two passwords differ");
    }
    return person_check_password_rule(password, error);
}

static bool write_alone(struct context *context, struct error *error,
    bool (*work)(struct context *, const char *, const char *, struct error *),
    const char *login, const char *value)
{
    if (!site_begin(context, error))
        return false;
    if (!work(context, login, value, error)) {
        site_rollback(context);
        return false;
    }
    return site_commit(context, error);
}

static const char *name_of_login(struct arena *arena, const char *login)
{
    char *name = arena_string(arena, login);
    bool first = true;

    for (char *p = name; *p != '\0'; p++) {
        if (first && *p >= 'a' && *p <= 'z')
            *p = (char)(*p - 'a' + 'A');
        first = *p == '.' || *p == '-';
        if (*p == '.')
            *p = ' ';
    }
    return name;
}

struct addition {
    const char *roles;
    const char *name;
    const char *post;
    const char *email;
    const char *password;
};

static bool add_person(struct context *context, const char *login,
    const struct addition *addition, struct error *error)
{
    struct person person = {
        .login = login,
        .name = addition->name,
        .post = addition->post,
        .email = addition->email,
        .roles = addition->roles,
    };

    if (!site_begin(context, error))
        return false;
    if (!person_create(context, &person, addition->password, error)) {
        site_rollback(context);
        return false;
    }
    return site_commit(context, error);
}

static bool list_people(struct context *context, struct error *error)
{
    struct person *people;
    size_t count;

    if (!person_list(context, &people, &count, error))
        return false;
    for (size_t i = 0; i < count; i++)
        printf("%-24s %-28s %s\n", people[i].login, people[i].name,
            people[i].roles);
    return true;
}

enum { ROLE, NAME, POST, EMAIL, OPTION_COUNT };

static const char *option_of(
    const struct option_value *option, const char *otherwise)
{
    return option->count == 0 ? otherwise : option->values[0];
}

static const char *roles_of(
    struct arena *arena, const struct option_value *option)
{
    struct builder roles = builder_create(arena);

    for (size_t i = 0; i < option->count; i++) {
        if (i > 0)
            builder_byte(&roles, ' ');
        builder_put(&roles, option->values[i]);
    }
    return builder_string(&roles);
}

static bool check_roles(const char *roles, struct error *error)
{
    struct text rest = text_of(roles);
    struct text part;

    if (roles[0] == '\0')
        return error_set(error, ERROR_INVALID, "name a role with --role");
    while (text_next(&rest, ' ', &part)) {
        if (person_role_permissions(text_string(error->arena, part)) == 0)
            return error_set(error, ERROR_INVALID,
                "there is no role called %s; the roles are administrator "
                "implementer auditor forum policy-maker trainer advisor "
                "certification-auditor staff",
                text_string(error->arena, part));
    }
    return true;
}

static bool act(struct context *context, const char *verb, const char *login,
    struct option_value *options, struct error *error)
{
    char password[LINE_SIZE];
    const char *roles = roles_of(context->arena, &options[ROLE]);

    if (string_equals(verb, "add")) {
        struct addition addition = {.roles = roles,
            .name =
                option_of(&options[NAME], name_of_login(context->arena, login)),
            .post = option_of(&options[POST], ""),
            .email = option_of(&options[EMAIL], ""),
            .password = password};

        if (!person_login_is_fine(login))
            return error_set(error, ERROR_INVALID,
                "%s: a login has 2 to 64 lower case letters, digits, dots "
                "and dashes",
                login);
        return check_roles(roles, error) && read_password(password, error) &&
               add_person(context, login, &addition, error);
    }
    if (string_equals(verb, "password"))
        return read_password(password, error) &&
               write_alone(
                   context, error, person_set_password, login, password);
    if (string_equals(verb, "role"))
        return check_roles(roles, error) &&
               write_alone(context, error, person_set_roles, login, roles);
    return error_set(error, ERROR_INVALID,
        "%s: the verbs are add, password, role and list", verb);
}

static enum exit_status run(int argc, char **argv, struct error *error)
{
    struct option_value options[OPTION_COUNT] = {
        [ROLE] = {"role", true, NULL, 0},
        [NAME] = {"name", true, NULL, 0},
        [POST] = {"post", true, NULL, 0},
        [EMAIL] = {"email", true, NULL, 0}};
    const char **rest =
        arena_array(error->arena, (size_t)argc + 1, sizeof *rest);
    struct site *site;
    struct context context;
    size_t count;
    bool fine;
    bool list;

    if (!command_read_options(
            argc, argv, options, OPTION_COUNT, rest, &count, error))
        return EXIT_FAILED;
    list = count == 2 && string_equals(rest[0], "list");
    if (!list && count != 3) {
        error_set(error, ERROR_INVALID,
            "write: ims user add|password|role SITE LOGIN, or ims user list "
            "SITE");
        return EXIT_FAILED;
    }
    if (!system_open(rest[1], error->arena, &site, error))
        return EXIT_FAILED;
    context = context_create(site, error->arena, "");
    fine = list ? list_people(&context, error)
                : act(&context, rest[0], rest[2], options, error);
    site_close(site);
    return fine ? EXIT_FINE : EXIT_FAILED;
}

const struct command command_user = {
    .name = "user",
    .usage = "add SITE LOGIN --role ROLE | password SITE LOGIN | role SITE "
             "LOGIN --role ROLE | list SITE",
    .summary = "Add people, set their passwords and roles",
    .help = "The password is asked for, or read as one line of standard "
            "input.\n"
            "  --role ROLE   administrator implementer auditor forum\n"
            "                policy-maker trainer advisor\n"
            "                certification-auditor staff; may be repeated\n"
            "  --name TEXT   name in full    --post TEXT   position\n"
            "  --email TEXT\n",
    .run = run,
};
