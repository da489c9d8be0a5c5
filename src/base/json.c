/* jansson's tree copied into the arena, so that nobody must free it. */
#include "base/json.h"

#include <jansson.h>
#include <string.h>

enum { DEPTH_LIMIT = 64 };

static struct json_node *copy_node(
    struct arena *arena, const char *key, json_t *value, int depth);

static bool copy_members(
    struct arena *arena, struct json_node *node, json_t *value, int depth)
{
    struct json_node **tail = &node->first;

    if (depth > DEPTH_LIMIT)
        return false;
    if (json_is_object(value)) {
        const char *key;
        json_t *member;

        json_object_foreach(value, key, member)
        {
            *tail = copy_node(arena, key, member, depth + 1);
            if (*tail == NULL)
                return false;
            tail = &(*tail)->next;
        }
    } else if (json_is_array(value)) {
        size_t index;
        json_t *element;

        json_array_foreach(value, index, element)
        {
            *tail = copy_node(arena, NULL, element, depth + 1);
            if (*tail == NULL)
                return false;
            tail = &(*tail)->next;
        }
    }
    return true;
}

static struct json_node *copy_node(
    struct arena *arena, const char *key, json_t *value, int depth)
{
    struct json_node *node = arena_alloc(arena, sizeof *node);

    node->key = key == NULL ? NULL : arena_string(arena, key);
    node->string = "";
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        node->type = NODE_OBJECT;
        break;
    case JSON_ARRAY:
        node->type = NODE_ARRAY;
        break;
    case JSON_STRING:
        node->type = NODE_STRING;
        node->string = arena_copy(
            arena, json_string_value(value), json_string_length(value));
        break;
    case JSON_INTEGER:
        node->type = NODE_NUMBER;
        node->string = arena_format(
            arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        break;
    case JSON_REAL:
        node->type = NODE_NUMBER;
        node->string = arena_format(arena, "%.15g", json_real_value(value));
        break;
    case JSON_TRUE:
        node->type = NODE_TRUE;
        break;
    case JSON_FALSE:
        node->type = NODE_FALSE;
        break;
    case JSON_NULL:
    default:
        node->type = NODE_NULL;
        break;
    }
    return copy_members(arena, node, value, depth) ? node : NULL;
}

bool json_node_parse(struct arena *arena, struct text text,
    struct json_node **node, struct error *error)
{
    json_error_t problem;
    json_t *value = json_loadb(text.data, text.size,
        JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &problem);

    if (value == NULL)
        return error_set(error, ERROR_INVALID, "line %d: not valid JSON: %s",
            problem.line, problem.text);
    *node = copy_node(arena, NULL, value, 0);
    json_decref(value);
    if (*node == NULL)
        return error_set(error, ERROR_INVALID,
            "not valid JSON: nested more than %d levels", DEPTH_LIMIT);
    return true;
}

struct json_flat json_flat_begin(struct text text)
{
    struct json_flat flat = {
        .at = text.data, .end = text.data + text.size, .first = true};

    if (text.size >= 2 && text.data[0] == '{')
        flat.at++;
    else
        flat.end = flat.at;
    return flat;
}

/* The byte an escape stands for, or -1: those escape_json() writes. */
static int flat_escape(const char *at, size_t left, size_t *size)
{
    int value = 0;

    *size = 2;
    if (left < 2)
        return -1;
    switch (at[1]) {
    case '"':
    case '\\':
    case '/':
        return at[1];
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'u':
        break;
    default:
        return -1;
    }
    *size = 6;
    if (left < 6 || at[2] != '0' || at[3] != '0')
        return -1;
    for (int i = 4; i < 6; i++) {
        const char *digits = "0123456789abcdef";
        const char *place = at[i] == '\0' ? NULL : strchr(digits, at[i]);

        if (place == NULL)
            return -1;
        value = value * 16 + (int)(place - digits);
    }
    return value > 0 && value < 0x80 ? value : -1;
}

/* A string as it is written, between its quotes. */
static bool flat_string(struct json_flat *flat, struct text *string)
{
    const char *from = flat->at + 1;
    const char *quote = from;

    if (flat->at == flat->end || *flat->at != '"')
        return false;
    for (;; quote++) {
        const char *slash;

        quote = memchr(quote, '"', (size_t)(flat->end - quote));
        if (quote == NULL)
            return false;
        slash = quote;
        while (slash > from && slash[-1] == '\\')
            slash--;
        if ((quote - slash) % 2 == 0)
            break; /* not an escaped quote */
    }
    *string = text_part(from, (size_t)(quote - from));
    flat->at = quote + 1;
    return true;
}

/* Keys are short, and plain. */
static bool flat_key(struct json_flat *flat, struct text *key)
{
    const char *from = flat->at + 1;
    const char *at = from;

    if (flat->at == flat->end || *flat->at != '"')
        return false;
    while (at < flat->end && *at != '"' && *at != '\\')
        at++;
    if (at == flat->end || *at != '"')
        return false;
    *key = text_part(from, (size_t)(at - from));
    flat->at = at + 1;
    return true;
}

bool json_flat_next(struct json_flat *flat, struct text *key)
{
    if (flat->at < flat->end && *flat->at == '}') {
        flat->fine = flat->at + 1 == flat->end;
        return false;
    }
    if (!flat->first) {
        if (flat->at == flat->end || *flat->at != ',')
            return false;
        flat->at++;
    }
    flat->first = false;
    if (!flat_key(flat, key) || flat->at == flat->end || *flat->at != ':')
        return false;
    flat->at++;
    return flat_string(flat, &flat->value);
}

const char *json_flat_value(const struct json_flat *flat, struct arena *arena)
{
    const char *from = flat->value.data;
    const char *end = from + flat->value.size;
    char *copy;
    size_t size = 0;

    if (flat->value.size == 0)
        return "";
    if (memchr(from, '\\', flat->value.size) == NULL)
        return arena_copy(arena, from, flat->value.size);
    copy = arena_room(arena, flat->value.size + 1);
    while (from < end) {
        size_t step = 1;
        int byte = *from == '\\'
                       ? flat_escape(from, (size_t)(end - from), &step)
                       : (unsigned char)*from;

        if (byte < 0)
            return NULL;
        copy[size++] = (char)byte;
        from += step;
    }
    copy[size] = '\0';
    return copy;
}

const struct json_node *json_node_member(
    const struct json_node *object, const char *key)
{
    if (object == NULL || object->type != NODE_OBJECT)
        return NULL;
    for (const struct json_node *m = object->first; m != NULL; m = m->next) {
        if (strcmp(m->key, key) == 0)
            return m;
    }
    return NULL;
}

const char *json_node_text(const struct json_node *object, const char *key)
{
    const struct json_node *member = json_node_member(object, key);

    return member == NULL ? "" : member->string;
}
