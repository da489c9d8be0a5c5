/*
 * YAML: values read into an arena, through libyaml (its only door), as the
 * same tree that JSON gives. One document of mappings, sequences and scalars;
 * what can make a small file large or mean two things is refused: aliases,
 * a key twice, keys that are no scalars.
 */
#ifndef BASE_YAML_H
#define BASE_YAML_H

#include "base/json.h"

enum {
    YAML_DEPTH_LIMIT = 32,     /* values within values */
    YAML_NODE_LIMIT = 4000000, /* values of a document */
    YAML_KEY_LIMIT = 1000      /* keys of a mapping */
};

/* Parse one document of UTF-8 text. Plain `true`, `false`, `null`, `~` and
 * nothing are what they are in JSON, all other scalars are strings. Nodes know
 * their line. The error begins with `line N: `. */
bool yaml_node_parse(struct arena *arena, struct text text,
    struct json_node **node, struct error *error);

#endif
