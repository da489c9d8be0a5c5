/*
 * JSON: values read into an arena, through jansson (its only door). Writing
 * is escape_json() and a builder.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/error.h"
#include "base/text.h"

enum json_node_type {
    NODE_NULL,
    NODE_FALSE,
    NODE_TRUE,
    NODE_NUMBER,
    NODE_STRING,
    NODE_ARRAY,
    NODE_OBJECT
};

struct json_node {
    enum json_node_type type;
    const char *key;         /* name within an object, else NULL */
    const char *string;      /* NODE_STRING, or NODE_NUMBER as text; or "" */
    struct json_node *first; /* members or elements, in the order written */
    struct json_node *next;  /* the next sibling */
    size_t line;             /* where it stands, in YAML; else 0 */
};

/* Parse one value of UTF-8 JSON; duplicate keys, NUL in strings and nesting
 * over 64 levels are refused. The error names the line. */
bool json_node_parse(struct arena *arena, struct text text,
    struct json_node **node, struct error *error);

/*
 * A flat object of strings, read without building a tree: what records are
 * kept as, of which lists read thousands and show a few fields. Start with
 * json_flat_begin(), then json_flat_next() until it is false; then `fine`
 * tells whether all of it was such an object. What is not (numbers, nesting,
 * rare escapes) is for json_node_parse().
 */
struct json_flat {
    const char *at;
    const char *end;
    struct text value; /* of the present member, as it is written */
    bool first;
    bool fine;
};

/* The text must live as long as it is read. */
struct json_flat json_flat_begin(struct text text);

/* The next member; its key as it is written. */
bool json_flat_next(struct json_flat *flat, struct text *key);

/* The present member's value; NULL when it has one of the rare escapes. */
const char *json_flat_value(const struct json_flat *flat, struct arena *arena);

/* The member `key` of an object, or NULL; fine on NULL and other types. */
const struct json_node *json_node_member(
    const struct json_node *object, const char *key);

/* The string or number of member `key`, or "" when there is none. */
const char *json_node_text(const struct json_node *object, const char *key);

#endif
