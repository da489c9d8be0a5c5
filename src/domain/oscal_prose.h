/*
 * The prose of OSCAL: parts within parts, with parameters inserted.
 */
#ifndef DOMAIN_OSCAL_PROSE_H
#define DOMAIN_OSCAL_PROSE_H

#include "base/json.h"
#include "base/map.h"

enum {
    OSCAL_PROSE_LIMIT = 64 * 1024, /* bytes of a statement */
    OSCAL_INSERT_DEPTH = 8,        /* parameters within parameters */
    OSCAL_INSERT_LIMIT = 10000     /* parameters in a statement */
};

struct oscal_prose {
    struct arena *arena;
    const struct map *parameters; /* struct json_node by id */
    struct builder out;
    size_t inserts;
    bool too_long;
};

/* The control's statement, "" when it has none: labels and prose of all parts
 * in order. False when it is longer than OSCAL_PROSE_LIMIT, or
 * inserts without end. */
bool oscal_prose_statement(struct arena *arena, const struct map *parameters,
    const struct json_node *control, const char **statement);

/* The value of the first property called `name`, or "". */
const char *oscal_property(const struct json_node *object, const char *name);

/* The label that is printed: that of no class where there is one, as NIST
 * gives AC-1 also with zeros (AC-01); or "". */
const char *oscal_label(const struct json_node *object);

#endif
