/* Prose goes out piece by piece; what is inserted may insert again. */
#include "domain/oscal_prose.h"

#include <string.h>

const char *oscal_property(const struct json_node *object, const char *name)
{
    const struct json_node *props = json_node_member(object, "props");

    if (props == NULL || props->type != NODE_ARRAY)
        return "";
    for (const struct json_node *p = props->first; p != NULL; p = p->next) {
        if (string_equals(json_node_text(p, "name"), name))
            return json_node_text(p, "value");
    }
    return "";
}

const char *oscal_label(const struct json_node *object)
{
    const struct json_node *props = json_node_member(object, "props");

    if (props == NULL || props->type != NODE_ARRAY)
        return "";
    for (const struct json_node *p = props->first; p != NULL; p = p->next) {
        if (string_equals(json_node_text(p, "name"), "label") &&
            json_node_text(p, "class")[0] == '\0')
            return json_node_text(p, "value");
    }
    return oscal_property(object, "label");
}

static void put(struct oscal_prose *prose, const char *data, size_t size)
{
    if (size_add(prose->out.size, size) > OSCAL_PROSE_LIMIT) {
        prose->too_long = true;
        return;
    }
    builder_add(&prose->out, data, size);
}

static void put_string(struct oscal_prose *prose, const char *string)
{
    put(prose, string, strlen(string));
}

static void put_prose(struct oscal_prose *prose, const char *text, int depth);

/* [Selection (one or more): a; b; c] */
static void put_selection(
    struct oscal_prose *prose, const struct json_node *select, int depth)
{
    const struct json_node *choice = json_node_member(select, "choice");
    const char *many = json_node_text(select, "how-many");

    put_string(prose, "[Selection");
    if (many[0] != '\0')
        put_string(prose,
            string_equals(many, "one-or-more") ? " (one or more)" : " (one)");
    put_string(prose, ": ");
    if (choice != NULL) {
        for (const struct json_node *c = choice->first; c != NULL;
             c = c->next) {
            if (c != choice->first)
                put_string(prose, "; ");
            put_prose(prose, c->string, depth);
        }
    }
    put_string(prose, "]");
}

/* The values it was set to, the selection, or [its label]. */
static void put_parameter(struct oscal_prose *prose, const char *id, int depth)
{
    const struct json_node *parameter = map_get(prose->parameters, id);
    const struct json_node *values = json_node_member(parameter, "values");
    const struct json_node *select = json_node_member(parameter, "select");
    const char *label = json_node_text(parameter, "label");

    if (values != NULL && values->first != NULL && depth < OSCAL_INSERT_DEPTH) {
        for (const struct json_node *v = values->first; v != NULL;
             v = v->next) {
            if (v != values->first)
                put_string(prose, ", ");
            put_prose(prose, v->string, depth + 1);
        }
        return;
    }
    if (select != NULL && depth < OSCAL_INSERT_DEPTH) {
        put_selection(prose, select, depth + 1);
        return;
    }
    put_string(prose, "[");
    if (label[0] == '\0' || depth >= OSCAL_INSERT_DEPTH)
        put_string(prose, id);
    else
        put_prose(prose, label, depth + 1);
    put_string(prose, "]");
}

/* `insert: param, ac-1_prm_1`, and before OSCAL 1.0 `ac-1_prm_1` alone. */
static void put_insert(struct oscal_prose *prose, struct text insert, int depth)
{
    struct text word = text_of("");
    struct text rest = text_trim(insert);

    if (++prose->inserts > OSCAL_INSERT_LIMIT) {
        prose->too_long = true;
        return;
    }
    if (text_begins(rest, "insert:")) {
        text_next(&rest, ',', &word);
        rest = text_trim(rest);
    }
    put_parameter(prose, text_string(prose->arena, rest), depth);
}

static void put_prose(struct oscal_prose *prose, const char *text, int depth)
{
    while (text[0] != '\0' && !prose->too_long) {
        const char *open = strstr(text, "{{");
        const char *close = open == NULL ? NULL : strstr(open, "}}");

        if (close == NULL) {
            put_string(prose, text);
            return;
        }
        put(prose, text, (size_t)(open - text));
        put_insert(
            prose, text_part(open + 2, (size_t)(close - open - 2)), depth);
        text = close + 2;
    }
}

static void put_part(struct oscal_prose *prose, const struct json_node *part)
{
    const struct json_node *parts = json_node_member(part, "parts");
    const char *label = oscal_label(part);
    const char *text = json_node_text(part, "prose");

    if (text[0] != '\0') {
        if (prose->out.size > 0)
            put_string(prose, " ");
        if (label[0] != '\0') {
            put_string(prose, label);
            put_string(prose, " ");
        }
        put_prose(prose, text, 0);
    }
    if (parts == NULL)
        return;
    for (const struct json_node *p = parts->first; p != NULL; p = p->next) {
        if (prose->too_long)
            return;
        put_part(prose, p);
    }
}

/* The part called statement, else the first that says something. */
static const struct json_node *find_statement(const struct json_node *control)
{
    const struct json_node *parts = json_node_member(control, "parts");
    const struct json_node *first = NULL;

    if (parts == NULL)
        return NULL;
    for (const struct json_node *p = parts->first; p != NULL; p = p->next) {
        if (string_equals(json_node_text(p, "name"), "statement"))
            return p;
        if (first == NULL && json_node_text(p, "prose")[0] != '\0')
            first = p;
    }
    return first;
}

bool oscal_prose_statement(struct arena *arena, const struct map *parameters,
    const struct json_node *control, const char **statement)
{
    struct oscal_prose prose = {
        .arena = arena, .parameters = parameters, .out = builder_create(arena)};
    const struct json_node *part = find_statement(control);

    if (part != NULL)
        put_part(&prose, part);
    *statement = builder_string(&prose.out);
    return !prose.too_long;
}
