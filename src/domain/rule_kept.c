/* Each rule's findings lie in an arena of their own, so that they can be
 * replaced alone. */
#include "domain/rule_kept.h"

#include "base/file.h"
#include "domain/kind.h"
#include "domain/rule.h"
#include "domain/rule_waiver.h"
#include "domain/site.h"
#include "domain/soa_driver.h"

#include <string.h>

enum { CHANGED_MOST = 100 }; /* revisions that are looked at one by one */

struct rules_kept {
    const char *as_of;
    const char *stamp; /* of the rules, the kinds and the standards */
    const struct rules *rules;
    long long revision;
    long long menu_changed;     /* of the navigation's file */
    struct rule_findings *each; /* in site->rule_arenas, one a rule */
    size_t count;
};

static const char *stamp_of(struct context *context, struct error *error)
{
    const char *standards;

    if (!site_setting(context, "standards", &standards, error))
        return NULL;
    return arena_format(context->arena, "%s %s %s", standards,
        context->site->kinds_stamp, context->site->rules_stamp);
}

static long long menu_changed(struct context *context)
{
    struct file_state state =
        file_stat(file_join(context->arena, context->site->manual, "menu.txt"));

    return state.exists ? state.mtime ^ state.size : -1;
}

static bool is_new(const struct rule_changes *changes, const char *kind)
{
    for (size_t i = 0; i < changes->kind_count; i++) {
        if (string_equals(changes->kinds[i], kind))
            return false;
    }
    return true;
}

static bool excludes(const struct kind *kind)
{
    return kind_field(kind, "excludes") >= 0;
}

static bool last_revision(
    struct context *context, long long *revision, struct error *error)
{
    return database_number(context->db,
        "select coalesce(max(id), 0) from revision", NO_VALUES, revision,
        error);
}

static bool drivers_changed(
    struct context *context, struct rule_changes *changes, struct error *error)
{
    for (size_t i = 0; i < changes->kind_count && !changes->drivers; i++) {
        if (!soa_driver_rests_on(
                context, changes->kinds[i], &changes->drivers, error))
            return false;
    }
    return true;
}

/* `all` is set when what changed cannot be told; then all of it is known. */
static bool read_changes(struct context *context, struct rules_kept *kept,
    struct rule_changes *changes, bool *all, struct error *error)
{
    const char **kinds =
        arena_array(context->arena, CHANGED_MOST + 1, sizeof *kinds);
    struct rows rows;
    size_t count = 0;

    changes->kinds = kinds;
    changes->since = kept->revision;
    if (!database_query(context->db,
            "select id, kind from revision where id > $1 order by id limit $2",
            VALUES(
                value_number(kept->revision), value_number(CHANGED_MOST + 1)),
            &rows, error))
        return false;
    while (rows_next(&rows)) {
        const char *name = rows_text(&rows, 1);
        const struct kind *kind = kind_find(context->site, name);

        kept->revision = rows_number(&rows, 0);
        if (string_equals(name, "page")) {
            changes->pages = true;
        } else if (kind == NULL || ++count > CHANGED_MOST) {
            *all = true;
        } else if (is_new(changes, name)) {
            kinds[changes->kind_count++] = name;
            changes->statements = changes->statements || excludes(kind);
        }
    }
    return rows_end(&rows, error) && drivers_changed(context, changes, error) &&
           (!*all || last_revision(context, &kept->revision, error));
}

static bool run_again(struct context *context, struct rules_kept *kept,
    size_t place, const struct rule_waivers *waivers, struct error *error)
{
    struct arena **kept_arena = &context->site->rule_arenas[place];
    struct arena *arena = arena_create();
    struct error own = error_create(arena);
    struct context inside = *context;
    struct rule_findings found;

    inside.arena = arena;
    if (!rule_run_one(&inside, kept->as_of, &kept->rules->rules[place], waivers,
            &found, &own)) {
        error_set(error, own.code, "%s", own.message);
        arena_destroy(arena);
        return false;
    }
    arena_destroy(*kept_arena);
    *kept_arena = arena;
    kept->each[place] = found;
    return true;
}

/* A waiver marks what others find. */
static bool waivers_changed(struct context *context,
    const struct rule_changes *changes, bool *changed, struct error *error)
{
    struct rule_waiver_form form;

    *changed = false;
    if (!rule_waiver_form_read(context, &form, error))
        return false;
    for (size_t i = 0; i < changes->kind_count; i++)
        *changed = *changed || string_equals(changes->kinds[i], form.kind);
    return true;
}

static bool renew(struct context *context, struct rules_kept *kept, bool all,
    struct error *error)
{
    struct rule_changes changes = {.kind_count = 0};
    struct rule_waivers *waivers;
    bool waived = false;
    long long menu = menu_changed(context);

    if (!(all ? last_revision(context, &kept->revision, error)
              : read_changes(context, kept, &changes, &all, error)) ||
        !waivers_changed(context, &changes, &waived, error) ||
        !rule_waivers_read(context, kept->as_of, &waivers, error))
        return false;
    all = all || waived;
    changes.pages = changes.pages || menu != kept->menu_changed;
    kept->menu_changed = menu;
    for (size_t i = 0; i < kept->count; i++) {
        if ((all || rule_rests_on(context, &kept->rules->rules[i], &changes)) &&
            !run_again(context, kept, i, waivers, error))
            return false;
    }
    return true;
}

static struct rules_kept *begin(
    struct context *context, const struct rules *rules, const char *stamp)
{
    struct site *site = context->site;
    struct rules_kept *kept;

    site_forget_rules(site);
    site->rules_kept_arena = arena_create();
    kept = arena_alloc(site->rules_kept_arena, sizeof *kept);
    kept->as_of = arena_string(site->rules_kept_arena, context->today);
    kept->stamp = arena_string(site->rules_kept_arena, stamp);
    kept->rules = rules;
    kept->count = rules->count;
    kept->each = arena_array(
        site->rules_kept_arena, rules->count + 1, sizeof *kept->each);
    site->rule_arenas = arena_array(
        site->rules_kept_arena, rules->count + 1, sizeof *site->rule_arenas);
    site->rule_arena_count = rules->count;
    site->rules_kept = kept;
    return kept;
}

static void put_together(struct context *context, const struct rules_kept *kept,
    struct rule_findings *out)
{
    size_t count = 0;
    size_t at = 0;

    *out = (struct rule_findings){.count = 0};
    for (size_t i = 0; i < kept->count; i++)
        count += kept->each[i].count;
    out->findings =
        arena_array(context->arena, count + 1, sizeof *out->findings);
    out->groups =
        arena_array(context->arena, kept->count + 1, sizeof *out->groups);
    for (size_t i = 0; i < kept->count; i++) {
        const struct rule_findings *found = &kept->each[i];

        if (found->group_count == 0)
            continue;
        if (found->count > 0)
            memcpy(&out->findings[at], found->findings,
                found->count * sizeof *out->findings);
        out->groups[out->group_count] = found->groups[0];
        out->groups[out->group_count++].findings = &out->findings[at];
        at += found->count;
        out->total += found->total;
        out->wrong = out->wrong || found->wrong;
    }
    out->count = at;
}

bool rule_kept_run(
    struct context *context, struct rule_findings *out, struct error *error)
{
    struct site *site = context->site;
    struct rules_kept *kept = site->rules_kept;
    const struct rules *rules;
    const char *stamp;
    bool all = false;

    if (database_is_writing(context->db))
        return rule_run(context, context->today, out, error);
    if (!rule_read(context, &rules, error))
        return false;
    stamp = stamp_of(context, error);
    if (stamp == NULL)
        return false;
    if (kept == NULL || kept->rules != rules ||
        !string_equals(kept->stamp, stamp) ||
        !string_equals(kept->as_of, context->today)) {
        kept = begin(context, rules, stamp);
        all = true;
    }
    if (!renew(context, kept, all, error)) {
        site_forget_rules(site);
        return false;
    }
    put_together(context, kept, out);
    return true;
}
