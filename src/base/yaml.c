/* libyaml's events, put together on a stack of our own. */
#include "base/yaml.h"

#include <string.h>
#include <yaml.h>

/* A mapping or sequence that is open. */
struct level {
    struct json_node *node;
    struct json_node **tail;
    const char *key; /* of the value that comes, or NULL */
    size_t count;
};

struct reading {
    struct arena *arena;
    struct level levels[YAML_DEPTH_LIMIT];
    size_t depth;
    struct json_node *root;
    size_t nodes;
    size_t line;
    struct error *error;
};

#define REFUSE(reading, ...)                                                   \
    error_set((reading)->error, ERROR_INVALID, __VA_ARGS__)

static bool add_key(
    struct reading *reading, struct level *level, const yaml_event_t *event)
{
    const char *key;

    if (event->type != YAML_SCALAR_EVENT)
        return REFUSE(reading, "a key must be a plain word");
    key = arena_copy(reading->arena, (const char *)event->data.scalar.value,
        event->data.scalar.length);
    if (++level->count > YAML_KEY_LIMIT)
        return REFUSE(reading, "a mapping may have %d keys", YAML_KEY_LIMIT);
    if (json_node_member(level->node, key) != NULL)
        return REFUSE(reading, "the key “%s” stands there twice", key);
    level->key = key;
    return true;
}

static enum json_node_type plain_type(const char *value)
{
    static const struct {
        const char *word;
        enum json_node_type type;
    } words[] = {{"true", NODE_TRUE}, {"false", NODE_FALSE},
        {"null", NODE_NULL}, {"~", NODE_NULL}, {"", NODE_NULL}};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (string_equals(value, words[i].word))
            return words[i].type;
    }
    return NODE_STRING;
}

static void set_scalar(
    struct reading *reading, const yaml_event_t *event, struct json_node *node)
{
    const char *value = arena_copy(reading->arena,
        (const char *)event->data.scalar.value, event->data.scalar.length);

    node->type = NODE_STRING;
    if (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
        node->type = plain_type(value);
    if (node->type == NODE_STRING)
        node->string = value;
}

/* Append to what is open, or be the root. */
static bool add_node(struct reading *reading, const yaml_event_t *event)
{
    struct level *level =
        reading->depth == 0 ? NULL : &reading->levels[reading->depth - 1];
    struct json_node *node;

    if (level != NULL && level->node->type == NODE_OBJECT && level->key == NULL)
        return add_key(reading, level, event);
    if (++reading->nodes > YAML_NODE_LIMIT)
        return REFUSE(reading, "a file may have %d values", YAML_NODE_LIMIT);
    node = arena_alloc(reading->arena, sizeof *node);
    node->string = "";
    node->line = reading->line;
    if (level == NULL) {
        reading->root = node;
    } else {
        node->key = level->key;
        level->key = NULL;
        *level->tail = node;
        level->tail = &node->next;
    }
    if (event->type == YAML_SCALAR_EVENT) {
        set_scalar(reading, event, node);
        return true;
    }
    node->type =
        event->type == YAML_MAPPING_START_EVENT ? NODE_OBJECT : NODE_ARRAY;
    if (reading->depth == YAML_DEPTH_LIMIT)
        return REFUSE(reading, "nested more than %d levels", YAML_DEPTH_LIMIT);
    reading->levels[reading->depth++] =
        (struct level){.node = node, .tail = &node->first};
    return true;
}

static bool take_event(struct reading *reading, const yaml_event_t *event)
{
    reading->line = event->start_mark.line + 1;
    switch (event->type) {
    case YAML_ALIAS_EVENT:
        return REFUSE(reading, "aliases (*name) are not taken");
    case YAML_SCALAR_EVENT:
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        return add_node(reading, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        if (reading->depth > 0)
            reading->depth--;
        return true;
    case YAML_DOCUMENT_START_EVENT:
        return reading->root == NULL ||
               REFUSE(reading, "only one document is taken");
    default:
        return true;
    }
}

static bool read_events(struct reading *reading, yaml_parser_t *parser)
{
    bool done = false;

    while (!done) {
        yaml_event_t event;
        bool fine;

        if (!yaml_parser_parse(parser, &event)) {
            reading->line = parser->problem_mark.line + 1;
            return REFUSE(reading, "not valid YAML: %s",
                parser->problem == NULL ? "it cannot be read"
                                        : parser->problem);
        }
        fine = take_event(reading, &event);
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        if (!fine)
            return false;
    }
    return reading->root != NULL || REFUSE(reading, "the file is empty");
}

bool yaml_node_parse(struct arena *arena, struct text text,
    struct json_node **node, struct error *error)
{
    struct reading reading = {.arena = arena, .line = 1, .error = error};
    yaml_parser_t parser;
    bool fine;

    if (!yaml_parser_initialize(&parser))
        arena_exhausted();
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &parser, (const unsigned char *)text.data, text.size);
    fine = read_events(&reading, &parser);
    yaml_parser_delete(&parser);
    *node = reading.root;
    return fine ||
           error_wrap(error, arena_format(arena, "line %zu", reading.line));
}
