/* The choices as they are, as they are to be, and what differs. */
#include "domain/standard_edit.h"

#include "base/crypto.h"
#include "domain/site.h"
#include "domain/standard.h"
#include "domain/standard_edition.h"
#include "domain/standard_history.h"

struct editing {
    struct context *context;
    struct standard *standards; /* as they are */
    struct standard *wanted;    /* as they are to be */
    size_t count;
    const char *why;
};

static const char *stamp_of(
    struct arena *arena, const struct standard *standards, size_t count)
{
    struct builder out = builder_create(arena);

    for (size_t i = 0; i < count; i++)
        builder_format(&out, "%s %d %d\n", standards[i].id, standards[i].scope,
            standards[i].chosen);
    return crypto_sha256(arena, text_of(builder_string(&out)));
}

bool standard_edit_stamp(
    struct context *context, const char **stamp, struct error *error)
{
    struct standard *standards;
    size_t count;

    if (!standard_list(context, &standards, &count, error))
        return false;
    *stamp = stamp_of(context->arena, standards, count);
    return true;
}

static struct standard *find(struct editing *editing, const char *id)
{
    for (size_t i = 0; i < editing->count; i++) {
        if (string_equals(editing->wanted[i].id, id))
            return &editing->wanted[i];
    }
    return NULL;
}

static bool take_choices(struct editing *editing,
    const struct standard_choice *choices, size_t count, struct error *error)
{
    editing->wanted = arena_array(
        editing->context->arena, editing->count + 1, sizeof *editing->wanted);
    for (size_t i = 0; i < editing->count; i++)
        editing->wanted[i] = editing->standards[i];
    for (size_t i = 0; i < count; i++) {
        struct standard *standard = find(editing, choices[i].id);

        if (standard == NULL)
            return error_set(error, ERROR_MISSING,
                "There is no standard %s here.", choices[i].id);
        standard->scope = choices[i].scope;
        standard->chosen = choices[i].chosen;
    }
    return true;
}

static bool check_wanted(struct editing *editing, struct error *error)
{
    size_t scope = 0;

    for (size_t i = 0; i < editing->count; i++) {
        const struct standard *one = &editing->wanted[i];
        size_t chosen = 0;

        scope += one->scope;
        for (size_t k = 0; k < editing->count; k++)
            chosen += string_equals(editing->wanted[k].number, one->number) &&
                      editing->wanted[k].chosen;
        if (chosen != 1)
            return error_at(error, ERROR_INVALID, "chosen",
                "Choose exactly one edition that %s means.", one->number);
    }
    return scope > 0 || error_at(error, ERROR_INVALID, "scope",
                            "At least one standard must stay in scope.");
}

static bool save_one(struct editing *editing, size_t i, struct error *error)
{
    struct context *context = editing->context;
    const struct standard *old = &editing->standards[i];
    const struct standard *new = &editing->wanted[i];

    if (old->scope != new->scope &&
        (!database_run(context->db,
             "update standard set scope = $2 where id = $1",
             VALUES(value_text(new->id), value_number(new->scope)), error) ||
            !standard_history_add(context, new->id,
                new->scope ? "scoped" : "unscoped", editing->why, "", error)))
        return false;
    if (old->chosen || !new->chosen)
        return true;
    return standard_edition_choose(context, new->id, new->number, error) &&
           standard_history_add(
               context, new->id, "chosen", editing->why, "", error);
}

static bool save_locked(struct editing *editing, const char *stamp,
    const struct standard_choice *choices, size_t count, struct error *error)
{
    if (!standard_list(
            editing->context, &editing->standards, &editing->count, error))
        return false;
    if (stamp[0] != '\0' &&
        !string_equals(stamp, stamp_of(editing->context->arena,
                                  editing->standards, editing->count)))
        return error_set(error, ERROR_CONFLICT,
            "The standards were changed while you were choosing.");
    if (!take_choices(editing, choices, count, error) ||
        !check_wanted(editing, error))
        return false;
    for (size_t i = 0; i < editing->count; i++) {
        if (!save_one(editing, i, error))
            return false;
    }
    return true;
}

bool standard_edit_choose(struct context *context, const char *stamp,
    const struct standard_choice *choices, size_t count, const char *why,
    struct error *error)
{
    struct editing editing = {.context = context, .why = why};
    bool inside = database_is_writing(context->db);

    if (!inside && !site_begin(context, error))
        return false;
    if (save_locked(&editing, stamp, choices, count, error))
        return inside || site_commit(context, error);
    if (!inside)
        site_rollback(context);
    return false;
}

static bool read_exact(struct context *context, const char *id,
    struct standard *standard, struct error *error)
{
    bool found;

    if (!standard_find(context, id, standard, &found, error))
        return false;
    return (found && string_equals(standard->id, id)) ||
           error_set(error, ERROR_MISSING,
               "there is no standard %s here; ims standard list names them",
               id);
}

bool standard_edit_scope(
    struct context *context, const char *id, bool scope, struct error *error)
{
    struct standard standard;
    struct standard_choice choice = {.id = id, .scope = scope};

    if (!read_exact(context, id, &standard, error))
        return false;
    choice.chosen = standard.chosen;
    return standard_edit_choose(context, "", &choice, 1, "", error);
}

bool standard_edit_edition(
    struct context *context, const char *id, struct error *error)
{
    struct standard_choice *choices;
    struct standard standard;
    struct standard *standards;
    size_t count;
    size_t chosen = 0;

    if (!read_exact(context, id, &standard, error) ||
        !standard_list(context, &standards, &count, error))
        return false;
    choices = arena_array(context->arena, count + 1, sizeof *choices);
    for (size_t i = 0; i < count; i++) {
        if (!string_equals(standards[i].number, standard.number))
            continue;
        choices[chosen] = (struct standard_choice){.id = standards[i].id,
            .scope = standards[i].scope,
            .chosen = string_equals(standards[i].id, id)};
        chosen++;
    }
    return standard_edit_choose(context, "", choices, chosen, "", error);
}
