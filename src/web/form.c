/* Percent-decoding, one field at a time. */
#include "web/form.h"

#include "base/escape.h"

#include <string.h>

/* Undo what forms do to an input; false at a `%` without two hex digits. */
static bool part_decode(
    struct arena *arena, struct text part, struct text *decoded)
{
    char *spaced = arena_copy(arena, part.data, part.size);

    for (size_t i = 0; i < part.size; i++) {
        if (spaced[i] == '+')
            spaced[i] = ' ';
    }
    return escape_undo_url(arena, text_part(spaced, part.size), decoded);
}

static bool has_control(struct text text)
{
    for (size_t i = 0; i < text.size; i++) {
        if ((unsigned char)text.data[i] < 0x20)
            return true;
    }
    return false;
}

static bool name_parse(struct arena *arena, struct text part, size_t number,
    const struct form_limits *limits, const char **name, struct error *error)
{
    struct text decoded;

    if (part.size == 0)
        return error_set(
            error, ERROR_INVALID, "field %zu has no name.", number);
    if (!part_decode(arena, part, &decoded))
        return error_set(error, ERROR_INVALID,
            "the name of field %zu has a %% without two hex digits.", number);
    if (!text_is_clean(decoded, NULL) || has_control(decoded))
        return error_set(error, ERROR_INVALID,
            "the name of field %zu is not readable text.", number);
    if (decoded.size > limits->name_size)
        return error_set(error, ERROR_TOO_LARGE,
            "the name of field %zu has %zu bytes, the limit is %zu.", number,
            decoded.size, limits->name_size);
    *name = decoded.data;
    return true;
}

static bool value_parse(struct arena *arena, struct text part,
    const struct form_limits *limits, const char *name, const char **value,
    struct error *error)
{
    struct text decoded;
    size_t offset;

    if (!part_decode(arena, part, &decoded))
        return error_at(error, ERROR_INVALID, name,
            "the field %s has a %% without two hex digits.", name);
    if (decoded.size > limits->value_size)
        return error_at(error, ERROR_TOO_LARGE, name,
            "the field %s has %zu bytes, the limit is %zu.", name, decoded.size,
            limits->value_size);
    if (!text_is_clean(decoded, &offset))
        return error_at(error, ERROR_INVALID, name,
            "the field %s is not readable text from byte %zu on.", name,
            offset + 1);
    *value = memchr(decoded.data, '\r', decoded.size) == NULL
                 ? decoded.data
                 : text_unix(arena, decoded);
    return true;
}

static bool field_parse(struct arena *arena, struct text part, size_t number,
    const struct form_limits *limits, struct form_field *field,
    struct error *error)
{
    const char *equals = memchr(part.data, '=', part.size);
    size_t name_size =
        equals == NULL ? part.size : (size_t)(equals - part.data);
    struct text value = equals == NULL
                            ? text_of("")
                            : text_part(equals + 1, part.size - name_size - 1);

    return name_parse(arena, text_part(part.data, name_size), number, limits,
               &field->name, error) &&
           value_parse(arena, value, limits, field->name, &field->value, error);
}

static size_t fields_count(struct text text)
{
    struct text part;
    size_t count = 0;

    while (text_next(&text, '&', &part))
        count += part.size > 0;
    return count;
}

bool form_parse(struct arena *arena, struct text text,
    const struct form_limits *limits, struct form *form, struct error *error)
{
    static const struct form_limits usual = {
        FORM_FIELDS, FORM_NAME_SIZE, FORM_VALUE_SIZE};
    struct form_field *fields;
    struct text part;
    size_t count;

    if (limits == NULL)
        limits = &usual;
    *form = (struct form){NULL, 0};
    count = fields_count(text);
    if (count > limits->fields)
        return error_set(error, ERROR_TOO_LARGE,
            "%zu fields are too many, the limit is %zu.", count,
            limits->fields);
    fields = arena_array(arena, count, sizeof *fields);
    count = 0;
    while (text_next(&text, '&', &part)) {
        if (part.size == 0)
            continue;
        if (!field_parse(arena, part, count + 1, limits, &fields[count], error))
            return false;
        count++;
    }
    *form = (struct form){fields, count};
    return true;
}

const char *form_next(
    const struct form *form, const char *name, size_t *position)
{
    while (*position < form->count) {
        const struct form_field *field = &form->fields[(*position)++];

        if (string_equals(field->name, name))
            return field->value;
    }
    return NULL;
}

const char *form_value(const struct form *form, const char *name)
{
    size_t position = 0;
    const char *value = form_next(form, name, &position);

    return value == NULL ? "" : value;
}

bool form_has(const struct form *form, const char *name)
{
    size_t position = 0;

    return form_next(form, name, &position) != NULL;
}
