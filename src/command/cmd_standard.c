/* ims standard: which standards a site has, and works to. */
#include "base/text.h"
#include "command/command.h"
#include "domain/clause_text.h"
#include "domain/site.h"
#include "domain/standard.h"
#include "domain/standard_add.h"
#include "domain/standard_edit.h"
#include "domain/system.h"

#include <stdio.h>
#include <string.h>

enum { ID, NAME, TITLE, DRY_RUN, REMOVE, OPTION_COUNT };

#define TAKES(option) (1U << (option))

/* What a verb works with: its words after the site, and the options. */
struct order {
    struct context context;
    const char **words;
    size_t count;
    const struct option_value *options;
};

static const char *option_of(const struct option_value *option)
{
    return option->count == 0 ? "" : option->values[option->count - 1];
}

static bool list(struct order *order, struct error *error)
{
    struct standard *standards;
    size_t count;
    int width = 0;

    if (!standard_list(&order->context, &standards, &count, error))
        return false;
    for (size_t i = 0; i < count; i++)
        width = (int)strlen(standards[i].id) > width
                    ? (int)strlen(standards[i].id)
                    : width;
    for (size_t i = 0; i < count; i++)
        printf("%-*s  %-8s  %-6s  %-7s  %s\n", width, standards[i].id,
            standards[i].scope ? "in scope" : "-",
            standards[i].chosen ? "chosen" : "-", standards[i].origin,
            standards[i].name);
    return true;
}

static const char *dry_words(bool dry_run)
{
    return dry_run ? "dry run, nothing saved: " : "";
}

static void print_added(const struct standard_added *added, bool dry_run)
{
    const struct standard_file *file = &added->file;

    printf("%s%s: %s (%s)\n", dry_words(dry_run), file->id, file->name,
        added->format);
    printf("  %zu clauses, %zu to conform with; %zu new, %zu gone\n",
        file->clause_count, added->leaves, added->new, added->gone);
}

static bool add(struct order *order, struct error *error)
{
    struct standard_naming naming = {.id = option_of(&order->options[ID]),
        .name = option_of(&order->options[NAME]),
        .title = option_of(&order->options[TITLE]),
        .file = ""};
    bool dry_run = order->options[DRY_RUN].count > 0;
    struct standard_added added;
    struct standard standard;
    bool found;

    if (!standard_add(
            &order->context, order->words[0], naming, dry_run, &added, error))
        return false;
    print_added(&added, dry_run);
    if (dry_run)
        return true;
    if (!standard_find(
            &order->context, added.file.id, &standard, &found, error))
        return false;
    if (found && !standard.scope)
        printf("  not in scope yet: ims standard scope %s %s yes\n",
            order->context.site->folder, standard.id);
    return true;
}

static bool scope(struct order *order, struct error *error)
{
    bool yes = string_equals(order->words[1], "yes");

    if (!yes && !string_equals(order->words[1], "no"))
        return error_set(error, ERROR_INVALID,
            "%s: the site works to a standard, yes or no", order->words[1]);
    return standard_edit_scope(&order->context, order->words[0], yes, error);
}

static bool choose(struct order *order, struct error *error)
{
    return standard_edit_edition(&order->context, order->words[0], error);
}

static bool text(struct order *order, struct error *error)
{
    bool remove = order->options[REMOVE].count > 0;
    bool dry_run = order->options[DRY_RUN].count > 0;
    struct standard standard;
    size_t count;
    bool found;

    if (remove != (order->count == 1))
        return error_set(error, ERROR_INVALID,
            "write: ims standard text SITE ID FILE, or ims standard text SITE "
            "ID --remove");
    if (!standard_find(
            &order->context, order->words[0], &standard, &found, error))
        return false;
    if (!found)
        return error_set(error, ERROR_MISSING,
            "there is no standard %s here; ims standard list names them",
            order->words[0]);
    if (remove ? !clause_text_remove(
                     &order->context, standard.id, dry_run, &count, error)
               : !clause_text_put(&order->context, standard.id, order->words[1],
                     dry_run, &count, error))
        return false;
    printf("%s%s: %sthe text of %zu clause%s\n", dry_words(dry_run),
        standard.id, remove ? "removed " : "", count, count == 1 ? "" : "s");
    return true;
}

static const struct verb {
    const char *name;
    size_t least; /* words after the site */
    size_t most;
    unsigned takes; /* which options mean something to it */
    const char *usage;
    bool (*run)(struct order *order, struct error *error);
} verbs[] = {
    {"list", 0, 0, 0, "list SITE", list},
    {"add", 1, 1, TAKES(ID) | TAKES(NAME) | TAKES(TITLE) | TAKES(DRY_RUN),
        "add SITE FILE", add},
    {"scope", 2, 2, 0, "scope SITE ID yes|no", scope},
    {"choose", 1, 1, 0, "choose SITE ID", choose},
    {"text", 1, 2, TAKES(DRY_RUN) | TAKES(REMOVE), "text SITE ID FILE", text},
};

static const struct verb *find_verb(const char *name)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (string_equals(verbs[i].name, name))
            return &verbs[i];
    }
    return NULL;
}

/* An option that would be passed over in silence is refused. */
static bool check_options(
    const struct verb *verb, const struct order *order, struct error *error)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (order->options[i].count > 0 && (verb->takes & TAKES(i)) == 0)
            return error_set(error, ERROR_INVALID,
                "--%s: ims standard %s has no such option",
                order->options[i].name, verb->name);
    }
    return true;
}

static bool run_verb(const struct verb *verb, const char *folder,
    struct order *order, struct error *error)
{
    struct site *site;
    bool fine;

    if (order->count < verb->least || order->count > verb->most)
        return error_set(
            error, ERROR_INVALID, "write: ims standard %s", verb->usage);
    if (!check_options(verb, order, error) ||
        !system_open(folder, error->arena, &site, error))
        return false;
    order->context = context_create(site, error->arena, "");
    fine = verb->run(order, error);
    site_close(site);
    return fine;
}

static enum exit_status run(int argc, char **argv, struct error *error)
{
    struct option_value options[OPTION_COUNT] = {[ID] = {"id", true, NULL, 0},
        [NAME] = {"name", true, NULL, 0},
        [TITLE] = {"title", true, NULL, 0},
        [DRY_RUN] = {"dry-run", false, NULL, 0},
        [REMOVE] = {"remove", false, NULL, 0}};
    const char **rest =
        arena_array(error->arena, (size_t)argc + 1, sizeof *rest);
    const struct verb *verb;
    struct order order = {.options = options};
    size_t count;

    if (!command_read_options(
            argc, argv, options, OPTION_COUNT, rest, &count, error))
        return EXIT_FAILED;
    verb = count < 2 ? NULL : find_verb(rest[0]);
    if (verb == NULL) {
        error_set(error, ERROR_INVALID,
            "write: ims standard list|add|scope|choose|text SITE ...");
        return EXIT_FAILED;
    }
    order.words = rest + 2;
    order.count = count - 2;
    return run_verb(verb, rest[1], &order, error) ? EXIT_FINE : EXIT_FAILED;
}

const struct command command_standard = {
    .name = "standard",
    .usage = "list SITE | add SITE FILE [--dry-run] | scope SITE ID yes|no | "
             "choose SITE ID | text SITE ID FILE|--remove [--dry-run]",
    .summary = "List, add and choose standards",
    .help =
        "add takes a standard's own lines, CSV, an OSCAL catalog in JSON or a\n"
        "library in YAML, told by content. Adding again replaces; standards\n"
        "that came with the program are never replaced.\n"
        "  --id ID       such as 900:2024    --name TEXT    --title TEXT\n"
        "                instead of what the file says\n"
        "scope says whether the site works to the standard, choose which\n"
        "edition its number alone means. text puts the standard's licensed\n"
        "words beside our own: lines `clause 9.2.2`, then its text.\n"
        "  --remove      take the licensed words away (instead of FILE)\n"
        "With add and text:\n"
        "  --dry-run     read and check everything, save nothing\n",
    .run = run,
};
