/* The parts that saving and agreeing share. */
#include "domain/soa_record.h"

/* The first status that is as wanted, or NULL. */
static const struct status *status_of(
    const struct kind *kind, bool live, bool closed)
{
    for (size_t i = 0; i < kind->status_count; i++) {
        const struct status *status = &kind->statuses[i];

        if (status->live == live && status->closed == closed &&
            !status->retired)
            return status;
    }
    return NULL;
}

void soa_record_set(struct record *record, const char *field, const char *value)
{
    int place = kind_field(record->kind, field);

    if (place >= 0)
        record->values[place] = value;
}

bool soa_record_set_status(
    struct record *record, bool live, bool closed, struct error *error)
{
    const struct status *status = status_of(record->kind, live, closed);

    if (status == NULL)
        return error_set(error, ERROR_INVALID,
            "The kind %s has no status that says so.", record->kind->label);
    soa_record_set(record, "status", status->name);
    return true;
}

bool soa_record_read(struct context *context, const struct kind *kind,
    long long number, struct record *record, struct error *error)
{
    bool found;

    if (!record_read(context, kind, number, record, &found, error))
        return false;
    return found || error_set(error, ERROR_MISSING, "There is no %s %lld.",
                        kind->name, number);
}

/* The list without the word. */
static const char *without(
    struct arena *arena, const char *list, const char *word)
{
    struct builder out = builder_create(arena);
    struct text rest = text_of(list);
    struct text each;

    while (text_next(&rest, ' ', &each)) {
        if (each.size == 0 || text_equals(each, word))
            continue;
        if (out.size > 0)
            builder_byte(&out, ' ');
        builder_text(&out, each);
    }
    return builder_string(&out);
}

/* The statement no longer speaks of the idea; when it speaks of none, it is
 * withdrawn with all it said. */
bool soa_record_detach(struct context *context, const struct soa_form *form,
    long long number, const char *clause, const char *why, struct error *error)
{
    struct arena *arena = context->arena;
    struct record record;
    const char *excluded;
    const char *applied;

    if (!soa_record_read(context, form->kind, number, &record, error))
        return false;
    excluded = without(arena, record_value_of(&record, form->excluded), clause);
    applied = without(arena, record_value_of(&record, form->applied), clause);
    if (excluded[0] == '\0' && applied[0] == '\0') {
        if (!soa_record_set_status(&record, false, true, error))
            return false;
    } else {
        soa_record_set(&record, form->excluded, excluded);
        soa_record_set(&record, form->applied, applied);
    }
    return record_save(context, &record, why, error);
}

/* While this waited for its turn somebody may have changed what kinds there
 * are. */
bool soa_record_begin(
    struct context *context, struct soa_form *form, struct error *error)
{
    const char *stamp;

    if (!site_setting(context, "kinds", &stamp, error))
        return false;
    if (context->site->kinds_stamp != NULL &&
        !string_equals(stamp, context->site->kinds_stamp))
        return error_set(error, ERROR_BUSY,
            "The kinds of record were changed at this moment. Nothing was "
            "saved; send the form again.");
    if (!soa_form_read(context, form, error))
        return false;
    return form->kind != NULL ||
           error_set(error, ERROR_MISSING,
               "This site has no kind of record for statements.");
}
