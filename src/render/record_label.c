/* Labels. */
#include "render/record_label.h"

#include "base/clock.h"
#include "domain/resolve.h"
#include "render/reference_view.h"

const char *record_label_small(struct arena *arena, const char *label)
{
    char *small = arena_string(arena, label);
    bool word = small[0] >= 'A' && small[0] <= 'Z' &&
                !(small[1] >= 'A' && small[1] <= 'Z');

    if (word)
        small[0] = (char)(small[0] - 'A' + 'a');
    return small;
}

const char *record_label(struct arena *arena, const struct record *record)
{
    return arena_format(arena, "%s %lld", record->kind->label, record->number);
}

const char *record_label_reference(
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
        const char *ref = record_label_reference(context->arena, field, word);

        if (word.size == 0)
            continue;
        if (!resolve_text(context, ref, &target, error))
            return false;
        if (list.size > 0)
            builder_put(&list, ", ");
        builder_put(&list, target.present ? reference_label(context, target.ref,
                                                target.kind, target.title)
                                          : text_string(context->arena, word));
    }
    *shown = builder_string(&list);
    return true;
}

bool record_label_value(struct context *context, const struct kind *kind,
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
    case CONTROL_PERSON:
    case CONTROL_REFERENCES:
        return show_references(context, field, value, shown, error);
    case CONTROL_LINE:
    case CONTROL_AREA:
    default:
        *shown = field_show(context->arena, kind, field, value);
        return true;
    }
}

const char *record_label_due(struct context *context, const struct kind *kind,
    const char *status, const char *due, bool *late)
{
    const struct status *known = kind_status(kind, status);
    long days;

    if (late != NULL)
        *late = false;
    if (!clock_is_date(due) || (known != NULL && known->closed))
        return "";
    days = clock_days(context->today, due);
    if (days == 0)
        return "today";
    if (days > 0)
        return arena_format(
            context->arena, "in %ld day%s", days, days == 1 ? "" : "s");
    if (late != NULL)
        *late = true;
    return arena_format(
        context->arena, "%ld day%s late", -days, days == -1 ? "" : "s");
}

const char *record_label_state_css(const struct kind *kind, const char *status)
{
    const struct status *known = kind_status(kind, status);

    if (kind->status < 0 || status[0] == '\0')
        return "";
    if (known == NULL || string_equals(known->style, "open"))
        return "state";
    if (string_equals(known->style, "active"))
        return "state state-active";
    return string_equals(known->style, "wait") ? "state state-wait"
                                               : "state state-done";
}

void record_label_fill_state(struct template_dictionary *row,
    const struct kind *kind, const char *status)
{
    const struct status *known = kind_status(kind, status);
    const char *css = record_label_state_css(kind, status);
    struct template_dictionary *state;

    if (css[0] == '\0')
        return;
    state = template_row(row, "STATE");
    template_set(state, "STATE_LABEL", known == NULL ? status : known->label);
    template_set(state, "STATE_CSS", css);
}
