/* Choices, bounds and initial values. */
#include "domain/kind_parse.h"

#include "base/clock.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CHOICE_LIMIT = 200, LABEL_LIMIT = 200, DAYS_LIMIT = 36500 };

static const char *const colours[] = {
    "green", "yellow", "orange", "red", "grey", "blue", NULL};

const char *const *kind_colours(void)
{
    return colours;
}

static const char *colour_of(struct text word)
{
    for (size_t i = 0; colours[i] != NULL; i++) {
        if (text_equals(word, colours[i]))
            return colours[i];
    }
    return NULL;
}

/* A decimal number with nothing before or after it. */
static bool parse_number(const char *text, double *number)
{
    char *end;

    if (text[0] == '\0' || strspn(text, "0123456789.-") != strlen(text) ||
        strlen(text) > 18)
        return false;
    *number = strtod(text, &end);
    return *end == '\0' && isfinite(*number);
}

static bool is_name(struct text name)
{
    if (name.size == 0 || name.size > 40)
        return false;
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];

        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') &&
            !(i > 0 && (c == '-' || c == '_')))
            return false;
    }
    return true;
}

/* Takes " #red" and " >=12" off the end of the label. */
static bool parse_tail(struct arena *arena, struct text *label,
    struct choice *choice, struct error *error)
{
    for (;;) {
        size_t at = label->size;
        struct text word;

        while (at > 0 && label->data[at - 1] != ' ')
            at--;
        word = text_part(label->data + at, label->size - at);
        if (at == 0 || word.size < 2)
            return true;
        if (word.data[0] == '#') {
            choice->colour = colour_of(text_part(word.data + 1, word.size - 1));
            if (choice->colour == NULL)
                return error_set(error, ERROR_INVALID,
                    "unknown colour “%s”: it can be green, yellow, orange, "
                    "red, grey or blue",
                    text_string(arena, word));
        } else if (word.data[0] == '>' && word.data[1] == '=') {
            if (!parse_number(
                    text_string(arena, text_part(word.data + 2, word.size - 2)),
                    &choice->from))
                return error_set(error, ERROR_INVALID,
                    "“%s” is not >= and a number", text_string(arena, word));
        } else {
            return true;
        }
        *label = text_trim(text_part(label->data, at));
    }
}

static bool parse_choice(struct arena *arena, struct text part,
    struct choice *choice, struct error *error)
{
    struct text label = part;
    struct text name;

    *choice = (struct choice){.colour = ""};
    if (label.data[0] == '-') {
        choice->retired = true;
        label = text_part(label.data + 1, label.size - 1);
    }
    if (!text_next(&label, '=', &name) || label.data == NULL)
        return error_set(error, ERROR_INVALID,
            "“%s” is not a choice: write name=Label; name=Label",
            text_string(arena, part));
    name = text_trim(name);
    label = text_trim(label);
    if (!is_name(name))
        return error_set(error, ERROR_INVALID,
            "“%s” is not a name for a choice: use small letters, digits, - "
            "and _",
            text_string(arena, name));
    if (!parse_tail(arena, &label, choice, error))
        return false;
    if (label.size == 0 || label.size > LABEL_LIMIT)
        return error_set(error, ERROR_INVALID,
            "the choice “%s” needs a label of 1 to %d bytes",
            text_string(arena, name), LABEL_LIMIT);
    choice->name = text_string(arena, name);
    choice->label = text_string(arena, label);
    return true;
}

/* How many choices there can be at most: a part more than separators. */
static size_t parts_of(const char *text)
{
    size_t count = 1;

    for (const char *p = text; *p != '\0'; p++)
        count += *p == ';';
    return count < CHOICE_LIMIT ? count : CHOICE_LIMIT;
}

bool kind_parse_choices(struct arena *arena, const char *text,
    struct choice **choices, size_t *count, struct error *error)
{
    struct text rest = text_of(text);
    struct text part;

    *choices = NULL;
    *count = 0;
    if (text[0] == '\0')
        return true;
    *choices = arena_array(arena, parts_of(text), sizeof **choices);
    while (text_next(&rest, ';', &part)) {
        part = text_trim(part);
        if (part.size == 0)
            continue;
        if (*count == CHOICE_LIMIT)
            return error_set(error, ERROR_INVALID,
                "too many choices: at most %d fit here", CHOICE_LIMIT);
        if (!parse_choice(arena, part, &(*choices)[*count], error))
            return false;
        for (size_t i = 0; i < *count; i++) {
            if (string_equals((*choices)[i].name, (*choices)[*count].name))
                return error_set(error, ERROR_INVALID,
                    "the choice “%s” stands there twice", (*choices)[i].name);
        }
        ++*count;
    }
    return true;
}

const char *kind_write_choices(
    struct arena *arena, const struct choice *choices, size_t count)
{
    struct builder out = builder_create(arena);

    for (size_t i = 0; i < count; i++) {
        const struct choice *choice = &choices[i];

        builder_format(&out, "%s%s%s=%s", i > 0 ? "; " : "",
            choice->retired ? "-" : "", choice->name, choice->label);
        if (choice->colour[0] != '\0')
            builder_format(&out, " #%s", choice->colour);
        if (choice->from != 0)
            builder_format(&out, " >=%g", choice->from);
    }
    return builder_string(&out);
}

bool kind_parse_bounds(
    const char *text, double *low, double *high, struct error *error)
{
    const char *dots = strstr(text, "..");
    char before[20];
    size_t size;

    *low = -HUGE_VAL;
    *high = HUGE_VAL;
    if (text[0] == '\0')
        return true;
    size = dots == NULL ? 0 : (size_t)(dots - text);
    if (dots != NULL && size < sizeof before) {
        memcpy(before, text, size);
        before[size] = '\0';
        if ((size == 0 || parse_number(before, low)) &&
            (dots[2] == '\0' || parse_number(dots + 2, high)) &&
            *low <= *high && strlen(text) > 2)
            return true;
    }
    return error_set(error, ERROR_INVALID,
        "“%s” are no bounds: write 0..100, 0.. or ..5", text);
}

const char *kind_initial_value(
    const struct context *context, const char *initial)
{
    long long days;

    if (string_equals(initial, "me"))
        return context->person;
    if (string_equals(initial, "now"))
        return arena_copy(context->arena, context->now, 16);
    if (string_equals(initial, "today"))
        return context->today;
    if (string_begins(initial, "today+") &&
        text_number(text_of(initial + 6), &days) && days >= 0 &&
        days <= DAYS_LIMIT)
        return clock_add_days(context->arena, context->today, (long)days);
    return initial;
}
