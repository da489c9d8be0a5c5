/* How a change of a kind takes effect. */
#include "domain/kind_change.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "domain/computation.h"
#include "domain/kind_check.h"
#include "domain/kind_history.h"
#include "domain/kind_load.h"
#include "domain/link.h"
#include "domain/record_index.h"
#include "domain/record_link.h"
#include "domain/record_rework.h"
#include "domain/site.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool kind_change_problem(
    struct kind_save *save, const char *input, const char *format, ...)
{
    char message[1000];
    va_list arguments;

    if (save->problem_count == KIND_PROBLEMS)
        return false;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    save->problems[save->problem_count++] = (struct kind_problem){
        input, arena_string(save->context->arena, message)};
    return false;
}

bool kind_change_begin(
    struct kind_save *save, const char *kind, struct error *error)
{
    struct context *context = save->context;
    const char *stamp;

    if (!site_begin(context, error))
        return false;
    if (!kind_save_stamp(context, &stamp, error) ||
        (kind[0] != '\0' && !kind_history_take_up(context, kind, error))) {
        site_rollback(context);
        return false;
    }
    if (string_equals(stamp, save->stamp))
        return true;
    site_rollback(context);
    return error_set(error, ERROR_CONFLICT,
        "The kinds of record were changed while you were writing.");
}

/* The errors of checks that know nothing of forms become problems. */
static bool take_problem(
    struct kind_save *save, const struct error *problem, struct error *error)
{
    if (problem->code != ERROR_INVALID && problem->code != ERROR_TOO_LARGE)
        return error_set(error, problem->code, "%s", problem->message);
    if (string_empty(problem->field))
        kind_change_problem(save, "", "%s", problem->message);
    else
        kind_change_problem(
            save, "", "Field %s: %s", problem->field, problem->message);
    return true;
}

bool kind_change_read(struct kind_save *save, const char *name,
    const struct kind **kind, struct error *error)
{
    struct context *context = save->context;
    const struct kind_source source = {
        .context = context, .file = "", .script = text_of("")};
    struct kinds *kinds = arena_alloc(context->arena, sizeof *kinds);
    struct kind_fault fault;
    struct error problem = error_create(context->arena);

    *kind = NULL;
    if (!kind_check(&source, &problem))
        return take_problem(save, &problem, error);
    if (!kind_read_all(context->site, context->arena, kinds, error))
        return false;
    if (!kind_check_whole(context, kinds, name, &fault, error))
        return false;
    if (fault.message != NULL)
        kind_change_problem(save, "", "Kind %s, field %s: %s", fault.kind,
            fault.field, fault.message);
    for (size_t i = 0; i < kinds->count; i++) {
        if (string_equals(kinds->kinds[i].name, name))
            *kind = &kinds->kinds[i];
    }
    return *kind != NULL || error_set(error, ERROR_MISSING,
                                "There is no kind of record %s.", name);
}

/* Links and the date as evidence. */
static bool rework_record(
    struct context *context, const struct record *record, struct error *error)
{
    return record_link_put(
               context, record->kind, record->id, record->values, error) &&
           database_run(context->db,
               "update record set dated = $2, evidence_on = case when $2 <> '' "
               "then $2 else substr(created_at, 1, 10) end "
               "where id = $1 and dated <> $2",
               VALUES(value_number(record->id),
                   value_text(clock_date(context->arena,
                       record_value_of(record, record->kind->dated)))),
               error) &&
           link_mark(context, record->id, error);
}

/* Where something else follows now, that is a change of the record. */
static bool recompute_record(
    struct context *context, const struct record *record, struct error *error)
{
    struct record now = *record;
    size_t count = record->kind->field_count;
    struct record present;
    bool found;

    now.values = arena_array(context->arena, count + 1, sizeof *now.values);
    memcpy(now.values, record->values, count * sizeof *now.values);
    if (!computation_fill(context, &now, error))
        return false;
    if (record_equal(record, &now))
        return true;
    return record_read(context, record->kind, record->number, &present, &found,
               error) &&
           (!found || record_save(context, &present,
                          "Computed anew, as its kind is defined now", error));
}

static bool has_computed(const struct kind *kind)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (kind->fields[i].computed[0] != '\0' &&
            !computation_is_live(&kind->fields[i]))
            return true;
    }
    return false;
}

bool kind_change_end(struct kind_save *save, const struct kind *kind,
    const char *action, struct kind_effect effect, struct error *error)
{
    struct context *context = save->context;
    bool same = false;

    if (!effect.moved &&
        !kind_history_is_last(context, kind->name, &same, error)) {
        site_rollback(context);
        return false;
    }
    if (same) {
        site_rollback(context);
        return true;
    }
    if ((effect.lists && !record_index_rebuild(context, kind, error)) ||
        (effect.links && !record_rework(context, kind, rework_record, error)) ||
        (effect.computes && has_computed(kind) &&
            !record_rework(context, kind, recompute_record, error)) ||
        !kind_history_add(context, kind->name, action, save->why, error) ||
        !site_set_setting(
            context, "kinds", crypto_token(context->arena), error)) {
        site_rollback(context);
        return false;
    }
    return site_commit(context, error) && kind_load_site(context->site, error);
}

bool kind_change_fail(struct kind_save *save, struct error *error)
{
    site_rollback(save->context);
    if (error->code != ERROR_NONE)
        return false;
    return error_set(error, ERROR_INVALID, "%s",
        save->problem_count == 0 ? "This cannot be saved."
                                 : save->problems[0].message);
}

void kind_change_check_text(struct kind_save *save, const char *input,
    const char *value, bool required, size_t most)
{
    if (required && text_trim(text_of(value)).size == 0)
        kind_change_problem(save, input, "This must be filled in.");
    else if (strlen(value) > most)
        kind_change_problem(
            save, input, "This is too long: at most %zu bytes fit here.", most);
}

bool kind_change_is_name(const char *name, const char *extra, size_t most)
{
    size_t size = strlen(name);

    if (size == 0 || size > most || name[0] < 'a' || name[0] > 'z')
        return false;
    for (size_t i = 0; i < size; i++) {
        char c = name[i];

        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') &&
            strchr(extra, c) == NULL)
            return false;
    }
    return true;
}
