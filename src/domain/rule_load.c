/* Rules from files to the database, and from there to memory. */
#include "base/file.h"
#include "base/map.h"
#include "domain/kind_load.h"
#include "domain/rule.h"
#include "domain/rule_file.h"
#include "domain/rule_known.h"
#include "domain/site.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool refuse(
    const char *path, size_t line, const char *message, struct error *error)
{
    const char *place = arena_format(error->arena, "%s:%zu", path, line);

    return error_at(error, ERROR_INVALID, place, "%s: %s", place, message);
}

static bool put_rule(struct context *context, const char *path,
    const struct rule_file_rule *rule, struct error *error)
{
    if (!database_run(context->db,
            "insert into rule (id, position, severity, title, mend) "
            "values ($1, $2, $3, $4, $5)",
            VALUES(value_text(rule->id),
                value_number(strtoll(rule->id + strlen("IMS"), NULL, 10)),
                value_text(rule->severity), value_text(rule->title),
                value_text(rule->mend)),
            error))
        return false;
    for (size_t i = 0; i < rule->check_count; i++) {
        const struct rule_check *check = &rule->checks[i].check;
        const char *problem =
            rule_known_problem(error->arena, context->site, check);

        if (problem != NULL)
            return refuse(path, rule->checks[i].line, problem, error);
        if (!database_run(context->db,
                "insert into rule_check (rule, position, words, says) "
                "values ($1, $2, $3, $4)",
                VALUES(value_text(rule->id), value_number((long long)i),
                    value_text(check->words), value_text(check->says)),
                error))
            return false;
    }
    return true;
}

static bool load_file(struct context *context, const char *path,
    struct map *loaded, struct error *error)
{
    struct rule_file file;
    struct text content;
    struct error problem = error_create(error->arena);

    if (!file_read(context->arena, path, RULE_FILE_LIMIT, &content, error))
        return false;
    if (!rule_file_parse(context->arena, content, &file, &problem)) {
        /* "line 12: …" becomes "FILE:12: …". */
        return error_at(error, problem.code, path, "%s:%s", path,
            problem.message + strlen("line "));
    }
    for (size_t i = 0; i < file.count; i++) {
        const struct rule_file_rule *rule = &file.rules[i];
        const char *before = map_get(loaded, rule->id);

        if (conformance_rule_find(rule->id) != NULL)
            before = "the program";
        if (before != NULL)
            return refuse(path, rule->line,
                arena_format(error->arena, "the rule %s stands in %s already",
                    rule->id, before),
                error);
        map_set(loaded, rule->id, (void *)(uintptr_t)path);
        if (!put_rule(context, path, rule, error))
            return false;
    }
    return true;
}

bool rule_load_files(
    struct context *context, const char *folder, struct error *error)
{
    struct map *loaded = map_create(context->arena);
    struct file_entry *entries;
    size_t count;

    context->site->rules = NULL;
    if (!kind_load_site(context->site, error) ||
        !database_run(
            context->db, "delete from rule_check", NO_VALUES, error) ||
        !database_run(context->db, "delete from rule", NO_VALUES, error) ||
        !file_walk(context->arena, folder, &entries, &count, error))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (string_ends(entries[i].path, ".rule") &&
            !load_file(context,
                file_join(context->arena, folder, entries[i].path), loaded,
                error))
            return false;
    }
    return true;
}

static bool read_checks(struct context *context, struct arena *arena,
    struct rule *rule, struct error *error)
{
    struct rows rows;
    bool fine = true;

    rule->checks = arena_array(arena, RULE_CHECK_LIMIT, sizeof *rule->checks);
    if (!database_query(context->db,
            "select words, says from rule_check where rule = $1 "
            "order by position limit $2",
            VALUES(value_text(rule->said.id), value_number(RULE_CHECK_LIMIT)),
            &rows, error))
        return false;
    while (fine && rows_next(&rows)) {
        struct rule_check *check = &rule->checks[rule->check_count++];

        fine = rule_check_parse(arena,
            text_of(arena_string(arena, rows_text(&rows, 0))), check, error);
        check->says = arena_string(arena, rows_text(&rows, 1));
    }
    return rows_end(&rows, error) && fine;
}

static bool read_rules(struct context *context, struct arena *arena,
    struct rules *rules, struct error *error)
{
    size_t capacity = 0;
    struct rows rows;

    if (!database_query(context->db,
            "select id, severity, title, mend from rule order by position, id",
            NO_VALUES, &rows, error))
        return false;
    while (rows_next(&rows)) {
        rules->rules = arena_widen(
            arena, rules->rules, rules->count, &capacity, sizeof *rules->rules);
        rules->rules[rules->count++] =
            (struct rule){.said = {.id = rows_keep(&rows, 0, arena),
                              .severity = rows_keep(&rows, 1, arena),
                              .title = rows_keep(&rows, 2, arena),
                              .mend = rows_keep(&rows, 3, arena)}};
    }
    if (!rows_end(&rows, error))
        return false;
    for (size_t i = 0; i < rules->count; i++) {
        if (!read_checks(context, arena, &rules->rules[i], error))
            return false;
    }
    return true;
}

/* Rules come and change with the kinds: one stamp tells of both. */
bool rule_read(
    struct context *context, const struct rules **rules, struct error *error)
{
    struct site *site = context->site;
    const char *stamp = site->kinds_stamp == NULL ? "" : site->kinds_stamp;
    struct arena *arena;
    struct rules *read;

    if (site->rules == NULL || !string_equals(stamp, site->rules_stamp)) {
        arena = site_arena(site);
        read = arena_alloc(arena, sizeof *read);
        if (!read_rules(context, arena, read, error)) {
            site_arena_end(site, arena);
            return false;
        }
        site_arena_end(site, site->rules_arena);
        site->rules_arena = arena;
        site->rules_stamp = arena_string(arena, stamp);
        site->rules = read;
    }
    *rules = site->rules;
    return true;
}

static bool is_watch(const struct rule_check *check)
{
    return string_equals(check->name, "watch");
}

/* What is found there must last as long as the request, and rules may be read
 * anew within it. */
static const struct conformance_rule *copy_of(
    struct arena *arena, const struct conformance_rule *said)
{
    struct conformance_rule *copy = arena_alloc(arena, sizeof *copy);

    *copy = (struct conformance_rule){.id = arena_string(arena, said->id),
        .severity = arena_string(arena, said->severity),
        .title = arena_string(arena, said->title),
        .mend = arena_string(arena, said->mend)};
    return copy;
}

bool rule_find(struct context *context, const char *id,
    const struct conformance_rule **rule, struct error *error)
{
    const struct rules *rules;

    *rule = conformance_rule_find(id);
    if (*rule != NULL)
        return true;
    if (!rule_read(context, &rules, error))
        return false;
    for (size_t i = 0; i < rules->count && *rule == NULL; i++) {
        if (string_equals(rules->rules[i].said.id, id))
            *rule = copy_of(context->arena, &rules->rules[i].said);
    }
    return true;
}

bool rule_list(struct context *context, const struct conformance_rule ***list,
    size_t *count, struct error *error)
{
    const struct rules *rules;

    *count = 0;
    if (!rule_read(context, &rules, error))
        return false;
    *list = arena_array(
        context->arena, size_add(rules->count, RULE_COUNT), sizeof **list);
    for (int i = 0; i < RULE_COUNT; i++)
        (*list)[(*count)++] = conformance_rule((enum conformance_rule_id)i);
    for (size_t i = 0; i < rules->count; i++)
        (*list)[(*count)++] = copy_of(context->arena, &rules->rules[i].said);
    return true;
}

bool rule_excepted(struct context *context, const char *check,
    const char **kinds, struct error *error)
{
    const struct rules *rules;

    *kinds = "";
    if (!rule_read(context, &rules, error))
        return false;
    for (size_t i = 0; i < rules->count; i++) {
        for (size_t c = 0; c < rules->rules[i].check_count; c++) {
            const struct rule_check *one = &rules->rules[i].checks[c];

            if (string_equals(one->name, check)) {
                *kinds = arena_string(context->arena, one->parts[RULE_EXCEPT]);
                return true;
            }
        }
    }
    return true;
}

bool rule_watches(struct context *context,
    const struct conformance_watch **watches, size_t *count,
    struct error *error)
{
    struct arena *arena = context->arena;
    const struct rules *rules;
    struct conformance_watch *list;

    *count = 0;
    if (!rule_read(context, &rules, error))
        return false;
    list = arena_array(arena,
        size_add(size_multiply(rules->count, RULE_CHECK_LIMIT), 1),
        sizeof *list);
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->rules[i];

        for (size_t c = 0; c < rule->check_count; c++) {
            const struct rule_check *check = &rule->checks[c];

            if (is_watch(check))
                list[(*count)++] = (struct conformance_watch){
                    .rule = copy_of(arena, &rule->said),
                    .place = c,
                    .kind = arena_string(arena, check->parts[RULE_KINDS]),
                    .field = arena_string(arena, check->conditions[0].field),
                    .values =
                        check->conditions[0].test == RULE_PASSED
                            ? ""
                            : arena_string(arena, check->conditions[0].values)};
        }
    }
    *watches = list;
    return true;
}
