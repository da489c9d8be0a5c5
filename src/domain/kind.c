/* Looking things up in kinds. */
#include "domain/kind.h"

#include <string.h>

const struct kind *kind_find(const struct site *site, const char *name)
{
    for (size_t i = 0; i < site->kinds->count; i++) {
        if (string_equals(site->kinds->kinds[i].name, name))
            return &site->kinds->kinds[i];
    }
    return NULL;
}

int kind_field(const struct kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->field_count; i++) {
        if (string_equals(kind->fields[i].name, name))
            return (int)i;
    }
    return -1;
}

const struct status *kind_status(const struct kind *kind, const char *name)
{
    for (size_t i = 0; i < kind->status_count; i++) {
        if (string_equals(kind->statuses[i].name, name))
            return &kind->statuses[i];
    }
    return NULL;
}

const struct choice *field_choice(const struct field *field, const char *name)
{
    for (size_t i = 0; i < field->choice_count; i++) {
        if (string_equals(field->choices[i].name, name))
            return &field->choices[i];
    }
    return NULL;
}

int field_choice_rank(const struct field *field, const char *name)
{
    const struct choice *choice = field_choice(field, name);

    return choice == NULL ? 0 : (int)(choice - field->choices) + 1;
}

const char *field_choice_label(const struct field *field, const char *name)
{
    const struct choice *choice = field_choice(field, name);

    return choice == NULL ? name : choice->label;
}

bool words_have(const char *words, const char *word)
{
    struct text rest = text_of(words);
    struct text part;

    while (text_next(&rest, ' ', &part)) {
        if (text_equals(part, word))
            return true;
    }
    return false;
}
