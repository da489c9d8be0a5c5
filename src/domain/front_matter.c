/* Front matter: lines of `key: value`. */
#include "domain/front_matter.h"

#include "base/map.h"

#include <string.h>

struct reader {
    struct arena *arena;
    struct front_matter *out;
    size_t capacity;
    struct map *lines; /* key to its entry's line, to find duplicates */
    struct error *error;
};

static bool is_fence(struct text line)
{
    while (line.size > 0 && strchr(" \t\r", line.data[line.size - 1]) != NULL)
        line.size--;
    return text_equals(line, "---");
}

/* Cut the next line off `rest`; its line end is not part of it. */
static struct text take_line(struct text *rest)
{
    const char *end = memchr(rest->data, '\n', rest->size);
    struct text line = *rest;

    if (end != NULL)
        line.size = (size_t)(end - rest->data);
    rest->data += line.size + (end != NULL);
    rest->size -= line.size + (end != NULL);
    return line;
}

static struct text unquote(struct text value)
{
    bool quoted = value.size >= 2 &&
                  (value.data[0] == '"' || value.data[0] == '\'') &&
                  value.data[value.size - 1] == value.data[0];

    return quoted ? text_part(value.data + 1, value.size - 2) : value;
}

static void add_entry(
    struct reader *reader, const char *key, struct text value, size_t line)
{
    struct front_matter *out = reader->out;

    out->entries = arena_widen(reader->arena, out->entries, out->count,
        &reader->capacity, sizeof *out->entries);
    out->entries[out->count++] = (struct front_matter_entry){
        key, text_string(reader->arena, value), line};
}

/* A line that belongs to the key above it or is a remark. */
static bool is_passed_over(struct text line)
{
    struct text words = text_trim(line);

    return words.size == 0 || words.data[0] == '#' || line.data[0] == ' ' ||
           line.data[0] == '\t' || text_begins(words, "- ") ||
           text_equals(words, "-");
}

static bool read_line(struct reader *reader, struct text line, size_t number)
{
    const char *colon = memchr(line.data, ':', line.size);
    struct text name;
    struct text value;
    const char *key;
    size_t *seen;

    if (colon == NULL)
        return error_set(reader->error, ERROR_INVALID,
            "line %zu: a line of the front matter is `key: value`, and this "
            "one has no colon",
            number);
    name = text_trim(text_part(line.data, (size_t)(colon - line.data)));
    if (name.size == 0)
        return error_set(reader->error, ERROR_INVALID,
            "line %zu: there is no key before the colon", number);
    value = text_part(colon + 1, (size_t)(line.data + line.size - (colon + 1)));
    key = text_string(reader->arena, name);
    seen = map_get(reader->lines, key);
    if (seen != NULL)
        return error_set(reader->error, ERROR_INVALID,
            "line %zu: the key `%s` stands on line %zu already", number, key,
            *seen);
    seen = arena_alloc(reader->arena, sizeof *seen);
    *seen = number;
    map_set(reader->lines, key, seen);
    add_entry(reader, key, unquote(text_trim(value)), number);
    return true;
}

bool front_matter_parse(struct arena *arena, struct text page,
    struct front_matter *out, struct error *error)
{
    struct reader reader = {.arena = arena, .out = out, .error = error};
    struct text rest = page;
    size_t number = 1;
    size_t bad = 0;

    *out = (struct front_matter){.body_line = 1};
    if (page.size == 0 || !is_fence(take_line(&rest)))
        return true;
    reader.lines = map_create(arena);
    while (rest.size > 0) {
        struct text line = take_line(&rest);

        number++;
        if (is_fence(line)) {
            out->body = page.size - rest.size;
            out->body_line = number + 1;
            return true;
        }
        if (!text_is_clean(line, &bad))
            return error_set(error, ERROR_INVALID,
                "line %zu, byte %zu: this is not UTF-8 text, or is a control "
                "character; save the page as UTF-8",
                number, bad + 1);
        if (!is_passed_over(line) && !read_line(&reader, line, number))
            return false;
    }
    return error_set(error, ERROR_INVALID,
        "line 1: the front matter that begins here does not end; put a line "
        "`---` after it");
}

const char *front_matter_value(
    const struct front_matter *matter, const char *key)
{
    for (size_t i = 0; i < matter->count; i++) {
        if (string_equals(matter->entries[i].key, key))
            return matter->entries[i].value;
    }
    return "";
}
