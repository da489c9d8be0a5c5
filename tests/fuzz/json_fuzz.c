/* What is taken is clean, and can be written and read again. */
#include "base/escape.h"
#include "base/json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* JSON strings may hold control characters; nothing else may be odd. */
static void must_be_text(const char *string)
{
    char *copy = strdup(string);

    for (char *p = copy; *p != '\0'; p++) {
        if ((unsigned char)*p < 0x20 || *p == 0x7f)
            *p = ' ';
    }
    if (!text_is_clean(text_of(copy), NULL))
        abort();
    free(copy);
}

static void write_node(struct builder *out, const struct json_node *node)
{
    static const char *const words[] = {"null", "false", "true"};

    must_be_text(node->string);
    if (node->type <= NODE_TRUE) {
        builder_put(out, words[node->type]);
    } else if (node->type == NODE_NUMBER) {
        builder_put(out, node->string);
    } else if (node->type == NODE_STRING) {
        escape_json(out, text_of(node->string));
    } else {
        builder_byte(out, node->type == NODE_ARRAY ? '[' : '{');
        for (const struct json_node *m = node->first; m != NULL; m = m->next) {
            if (m != node->first)
                builder_byte(out, ',');
            if (node->type == NODE_OBJECT) {
                must_be_text(m->key);
                escape_json(out, text_of(m->key));
                builder_byte(out, ':');
            }
            write_node(out, m);
        }
        builder_byte(out, node->type == NODE_ARRAY ? ']' : '}');
    }
}

static const char *rewritten(struct arena *arena, const struct json_node *node)
{
    struct builder out = builder_create(arena);

    write_node(&out, node);
    return builder_string(&out);
}

static const struct json_node *parsed(struct arena *arena, const char *json)
{
    struct error error = error_create(arena);
    struct json_node *node;

    if (!json_node_parse(arena, text_of(json), &node, &error))
        abort();
    return node;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_create();
    struct error error = error_create(arena);
    struct json_node *node;

    if (json_node_parse(
            arena, text_part((const char *)data, size), &node, &error)) {
        /* Once written (-0.0 becomes -0, a whole number) it stays the same. */
        const char *first = rewritten(arena, node);
        const char *second = rewritten(arena, parsed(arena, first));

        if (strcmp(second, rewritten(arena, parsed(arena, second))) != 0)
            abort();
    } else if (error.code != ERROR_INVALID || error.message[0] == '\0') {
        abort();
    }
    arena_destroy(arena);
    return 0;
}
