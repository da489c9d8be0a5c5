/* Changed fields. */
#include "render/record_change.h"

#include "render/record_label.h"

#include <string.h>

/* In brief, longer values are only named. */
enum { BRIEF_SIZE = 80 };

/* The words of `value` that are not among those of `other`. */
static const char *words_only_in(
    struct arena *arena, const char *value, const char *other)
{
    struct builder list = builder_create(arena);
    struct text rest = text_of(value);
    struct text word;

    while (text_next(&rest, ' ', &word)) {
        if (words_have(other, text_string(arena, word)))
            continue;
        if (list.size > 0)
            builder_byte(&list, ' ');
        builder_text(&list, word);
    }
    return builder_string(&list);
}

static bool show_change(struct context *context, const struct kind *kind,
    const char *before, const char *after, struct record_change *change,
    struct error *error)
{
    const struct field *field = change->field;

    if (field->type->control == CONTROL_REFERENCES) {
        const char *gone = words_only_in(context->arena, before, after);

        after = words_only_in(context->arena, after, before);
        before = gone;
    }
    return record_label_value(
               context, kind, field, before, &change->before, error) &&
           record_label_value(
               context, kind, field, after, &change->after, error);
}

bool record_change_list(struct context *context, const struct record *before,
    const struct record *after, struct record_change **changes, size_t *count,
    struct error *error)
{
    const struct kind *kind = after->kind;

    *changes =
        arena_array(context->arena, kind->field_count + 1, sizeof **changes);
    *count = 0;
    for (size_t i = 0; i < kind->field_count; i++) {
        struct record_change *change = &(*changes)[*count];

        if (string_equals(before->values[i], after->values[i]))
            continue;
        change->field = &kind->fields[i];
        if (!show_change(context, kind, before->values[i], after->values[i],
                change, error))
            return false;
        ++*count;
    }
    return true;
}

bool record_change_is_brief(const struct record_change *change)
{
    return !change->field->type->markdown &&
           strlen(change->before) <= BRIEF_SIZE &&
           strlen(change->after) <= BRIEF_SIZE;
}

const char *record_change_verb(const struct record_change *change)
{
    if (change->before[0] == '\0')
        return "written";
    return change->after[0] == '\0' ? "removed" : "changed";
}
