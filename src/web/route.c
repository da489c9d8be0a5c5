/* Patterns are walked part by part; the more literal one wins. */
#include "web/route.h"

#include <string.h>

/* How closely a part of a pattern names what it takes, closest last. */
enum part_kind { PART_REST, PART_ANY, PART_ENDING, PART_LITERAL };

/* Cut the first part, without slashes, off the front of `rest`, which begins
 * with a slash. NULL in `rest->data` afterwards: there are no more. */
static struct text part_cut(struct text *rest)
{
    const char *from = rest->data + 1;
    size_t left = rest->size - 1;
    const char *slash = left == 0 ? NULL : memchr(from, '/', left);
    size_t size = slash == NULL ? left : (size_t)(slash - from);

    *rest =
        slash == NULL ? (struct text){NULL, 0} : text_part(slash, left - size);
    return text_part(from, size);
}

/* What a part of a pattern is; `name` and `ending` are set for parameters. */
static enum part_kind part_kind(
    struct text part, struct text *name, struct text *ending)
{
    const char *dot;

    *name = *ending = text_of("");
    if (part.size == 0 || (part.data[0] != ':' && part.data[0] != '*'))
        return PART_LITERAL;
    *name = text_part(part.data + 1, part.size - 1);
    if (part.data[0] == '*')
        return PART_REST;
    dot = memchr(name->data, '.', name->size);
    if (dot == NULL)
        return PART_ANY;
    *ending = text_part(dot, name->size - (size_t)(dot - name->data));
    name->size -= ending->size;
    return PART_ENDING;
}

static bool same_bytes(struct text a, struct text b)
{
    return a.size == b.size && memcmp(a.data, b.data, a.size) == 0;
}

/* Whether a part of the path is taken by `:name`, with `value` as what the
 * parameter stands for. */
static bool parameter_takes(
    struct text part, struct text ending, struct text *value)
{
    if (part.size <= ending.size)
        return false;
    *value = text_part(part.data, part.size - ending.size);
    return same_bytes(text_part(part.data + value->size, ending.size), ending);
}

struct taken {
    struct text names[ROUTE_VALUES];
    struct text values[ROUTE_VALUES];
    size_t count;
};

static bool taken_add(struct taken *taken, struct text name, struct text value)
{
    if (taken->count == ROUTE_VALUES)
        return false;
    taken->names[taken->count] = name;
    taken->values[taken->count++] = value;
    return true;
}

/* Tells most patterns from the path without looking at their parts. */
static bool pattern_may_take(const char *pattern, const char *path)
{
    while (*pattern != '\0' && *pattern != ':' && *pattern != '*') {
        if (*pattern++ != *path++)
            return false;
    }
    return *pattern == *path || *pattern != '\0';
}

static bool pattern_takes(
    const char *pattern, const char *path, struct taken *taken)
{
    struct text wanted = text_of(pattern);
    struct text given = text_of(path);

    taken->count = 0;
    if (!pattern_may_take(pattern, path))
        return false;
    while (wanted.data != NULL && given.data != NULL) {
        struct text name;
        struct text ending;
        struct text value;
        struct text rule = part_cut(&wanted);
        struct text whole = text_part(given.data + 1, given.size - 1);
        struct text part = part_cut(&given);
        enum part_kind kind = part_kind(rule, &name, &ending);

        if (kind == PART_REST)
            return whole.size > 0 && taken_add(taken, name, whole);
        if (kind == PART_LITERAL ? !same_bytes(rule, part)
                                 : !parameter_takes(part, ending, &value) ||
                                       !taken_add(taken, name, value))
            return false;
    }
    return wanted.data == NULL && given.data == NULL;
}

/* Is pattern `a` closer than `b`? Both take the same path. */
static bool pattern_is_closer(const char *a, const char *b)
{
    struct text left = text_of(a);
    struct text right = text_of(b);

    while (left.data != NULL && right.data != NULL) {
        struct text name;
        struct text end_left;
        struct text end_right;
        enum part_kind l = part_kind(part_cut(&left), &name, &end_left);
        enum part_kind r = part_kind(part_cut(&right), &name, &end_right);

        if (l != r)
            return l > r;
        if (end_left.size != end_right.size)
            return end_left.size > end_right.size;
    }
    return false;
}

static bool method_takes(enum request_method route, enum request_method asked)
{
    return route == asked || (route == GET && asked == HEAD);
}

static void values_copy(
    struct arena *arena, const struct taken *taken, struct route_values *values)
{
    values->count = taken->count;
    for (size_t i = 0; i < taken->count; i++) {
        values->items[i].name = taken->names[i];
        values->items[i].value = text_string(arena, taken->values[i]);
    }
}

const struct route *route_match(const struct route *const tables[],
    const struct request *request, struct route_values *values,
    bool *path_known)
{
    const struct route *best = NULL;
    struct taken taken;

    values->count = 0;
    *path_known = false;
    for (size_t t = 0; tables[t] != NULL; t++) {
        for (const struct route *r = tables[t]; r->pattern != NULL; r++) {
            if (!pattern_takes(r->pattern, request->path, &taken))
                continue;
            *path_known = true;
            if (method_takes(r->method, request->method) &&
                (best == NULL || pattern_is_closer(r->pattern, best->pattern)))
                best = r;
        }
    }
    if (best != NULL && pattern_takes(best->pattern, request->path, &taken))
        values_copy(request->arena, &taken, values);
    return best;
}

const char *route_value(const struct route_values *values, const char *name)
{
    for (size_t i = 0; i < values->count; i++) {
        if (text_equals(values->items[i].name, name))
            return values->items[i].value;
    }
    return "";
}

const char *route_allow(
    const struct route *const tables[], const struct request *request)
{
    bool get = false;
    bool post = false;
    struct taken taken;

    for (size_t t = 0; tables[t] != NULL; t++) {
        for (const struct route *r = tables[t]; r->pattern != NULL; r++) {
            if (!pattern_takes(r->pattern, request->path, &taken))
                continue;
            get = get || r->method == GET;
            post = post || r->method == POST;
        }
    }
    if (get)
        return post ? "GET, HEAD, POST" : "GET, HEAD";
    return post ? "POST" : "";
}
