/* Pages and footnotes of records. */
#include "render/record_view.h"

#include "base/clock.h"
#include "render/linked_view.h"

#include <string.h>

/* Texts up to this many bytes stand among the facts. */
enum { FACT_SIZE = 60 };

const char *record_view_small(struct arena *arena, const char *label)
{
    char *small = arena_string(arena, label);
    bool word = small[0] >= 'A' && small[0] <= 'Z' &&
                !(small[1] >= 'A' && small[1] <= 'Z');

    if (word)
        small[0] = (char)(small[0] - 'A' + 'a');
    return small;
}

const char *record_view_name(struct arena *arena, const struct record *record)
{
    return arena_format(
        arena, "%s %lld", record->kind->label, record->number);
}

/* The reference a word of a field's value stands for. */
static const char *reference_of(
    struct arena *arena, const struct field *field, struct text word)
{
    const char *string = text_string(arena, word);

    return field->type->control == CONTROL_PERSON
               ? arena_format(arena, "person:%s", string)
               : string;
}

static bool show_references(struct context *context, const struct field *field,
    const char *value, const char **shown, struct error *error)
{
    struct builder list = builder_create(context->arena);
    struct text rest = text_of(value);
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        struct target target;
        const char *ref = reference_of(context->arena, field, word);

        if (word.size == 0)
            continue;
        if (!resolve_text(context, ref, &target, error))
            return false;
        if (list.size > 0)
            builder_put(&list, ", ");
        builder_put(&list,
            target.present ? reference_label(context, target.ref, target.kind,
                                 target.title)
                           : text_string(context->arena, word));
    }
    *shown = builder_string(&list);
    return true;
}

static const char *show_choice(
    const struct kind *kind, const struct field *field, const char *value)
{
    const struct status *status = kind_status(kind, value);

    if (kind->status >= 0 && field == &kind->fields[kind->status])
        return status == NULL ? value : status->label;
    if (field->choice_count > 0)
        return field_choice_label(field, value);
    if (string_equals(value, "yes"))
        return "Yes";
    return string_equals(value, "no") ? "No" : value;
}

bool record_view_value(struct context *context, const struct kind *kind,
    const struct field *field, const char *value, const char **shown,
    struct error *error)
{
    *shown = value;
    if (value[0] == '\0')
        return true;
    switch (field->type->control) {
    case CONTROL_DATE:
    case CONTROL_MOMENT:
        *shown = clock_show(context->arena, value);
        return true;
    case CONTROL_SELECT:
    case CONTROL_RADIO:
        *shown = show_choice(kind, field, value);
        return true;
    case CONTROL_PERSON:
    case CONTROL_REFERENCES:
        return show_references(context, field, value, shown, error);
    case CONTROL_LINE:
    case CONTROL_AREA:
    default:
        return true;
    }
}

static bool is_open(const struct record *record)
{
    const struct status *status = kind_status(
        record->kind, record_value(record, record->kind->status));

    return status == NULL || !status->closed;
}

bool record_view_is_late(
    const struct context *context, const struct record *record)
{
    const char *due = record_value(record, record->kind->due);

    return clock_is_date(due) && is_open(record) &&
           strcmp(due, context->today) < 0;
}

const char *record_view_due_words(
    struct context *context, const struct record *record)
{
    const char *due = record_value(record, record->kind->due);
    long days;

    if (!clock_is_date(due) || !is_open(record))
        return "";
    days = clock_days(context->today, due);
    if (days == 0)
        return "today";
    if (days < 0)
        return arena_format(context->arena, "%ld day%s late", -days,
            days == -1 ? "" : "s");
    return arena_format(
        context->arena, "in %ld day%s", days, days == 1 ? "" : "s");
}

void record_view_fill_state(struct template_dictionary *row,
    const struct kind *kind, const char *status)
{
    const struct status *known = kind_status(kind, status);
    struct template_dictionary *state;

    if (kind->status < 0 || status[0] == '\0')
        return;
    state = template_row(row, "STATE");
    template_set(
        state, "STATE_LABEL", known == NULL ? status : known->label);
    if (known == NULL || string_equals(known->style, "open"))
        template_set(state, "STATE_CSS", "state");
    else if (string_equals(known->style, "active"))
        template_set(state, "STATE_CSS", "state state-active");
    else if (string_equals(known->style, "wait"))
        template_set(state, "STATE_CSS", "state state-wait");
    else
        template_set(state, "STATE_CSS", "state state-done");
}

bool record_view_fill_ref(const struct place *place,
    struct template_dictionary *row, const char *text, struct error *error)
{
    struct context *context = place->context;
    struct target target;

    if (!resolve_text(context, text, &target, error))
        return false;
    reference_fill(place, template_include(row, "REF", "field_ref.tpl"),
        string_empty(target.ref) ? text : target.ref, target.kind,
        target.present ? reference_full_label(context, target.ref,
                             target.kind, target.title)
                       : text,
        target.status, target.present);
    return true;
}

static bool fill_refs(const struct place *place, const struct field *field,
    const char *value, struct template_dictionary *fact, struct error *error)
{
    struct text rest = text_of(value);
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        if (word.size > 0 &&
            !record_view_fill_ref(place, template_row(fact, "FACT_REF"),
                reference_of(place->context->arena, field, word), error))
            return false;
    }
    return true;
}

static bool fill_fact(const struct place *place, const struct record *record,
    size_t i, struct template_dictionary *facts, struct error *error)
{
    struct context *context = place->context;
    const struct field *field = &record->kind->fields[i];
    const char *value = record->values[i];
    struct template_dictionary *fact = template_row(facts, "FACT");
    struct template_dictionary *row;
    const char *shown;

    template_set(fact, "FACT_LABEL", field->label);
    switch (field->type->control) {
    case CONTROL_PERSON:
    case CONTROL_REFERENCES:
        return fill_refs(place, field, value, fact, error);
    case CONTROL_DATE:
    case CONTROL_MOMENT:
        row = template_row(fact, "FACT_DATE");
        chrome_free_date(context, row, value);
        if ((int)i == record->kind->due) {
            const char *words = record_view_due_words(context, record);

            if (words[0] != '\0')
                template_set(template_row(row,
                                 record_view_is_late(context, record)
                                     ? "FACT_LATE"
                                     : "FACT_DUE"),
                    "FACT_WORDS", words);
        }
        return true;
    case CONTROL_LINE:
    case CONTROL_AREA:
    case CONTROL_SELECT:
    case CONTROL_RADIO:
    default:
        if (!record_view_value(
                context, record->kind, field, value, &shown, error))
            return false;
        template_set(template_row(fact, "FACT_TEXT"), "FACT_VALUE", shown);
        return true;
    }
}
