/* What the kinds of clauses are. */
#include "domain/clause_kind.h"

#include <string.h>

static const struct clause_kind {
    const char *name;
    bool leaf;
    bool asks;
} clause_kinds[] = {
    {"clause", false, false},
    {"requirement", true, true},
    {"control", true, true},
    {"theme", false, false},
    {"amendment", true, true},
    {"note", false, false},
    {"item", false, true},
};

static const struct clause_kind *find_kind(const char *kind)
{
    for (size_t i = 0; i < sizeof clause_kinds / sizeof *clause_kinds; i++) {
        if (string_equals(clause_kinds[i].name, kind))
            return &clause_kinds[i];
    }
    return NULL;
}

bool clause_kind_is_known(struct text kind)
{
    for (size_t i = 0; i < sizeof clause_kinds / sizeof *clause_kinds; i++) {
        if (text_equals(kind, clause_kinds[i].name))
            return true;
    }
    return false;
}

bool standard_kind_is_group(const char *kind)
{
    return string_equals(kind, "clause") || string_equals(kind, "theme");
}

bool standard_kind_is_leaf(const char *kind)
{
    const struct clause_kind *found = find_kind(kind);

    return found != NULL && found->leaf;
}

bool standard_kind_asks(const char *kind)
{
    const struct clause_kind *found = find_kind(kind);

    return found != NULL && found->asks;
}

/* The letter of "9.3.2/a": one or two small letters behind the last stroke. */
const char *clause_label(struct arena *arena, const char *id)
{
    const char *stroke = strrchr(id, '/');
    size_t letters = 0;
    size_t size;
    char *label;

    if (stroke == NULL)
        return id;
    while (stroke[1 + letters] >= 'a' && stroke[1 + letters] <= 'z')
        letters++;
    if (letters == 0 || letters > 2 || stroke[1 + letters] != '\0')
        return id;
    /* "9.3.2 a)" takes the place of the id and the NUL behind it. */
    size = strlen(id);
    label = arena_copy(arena, id, size + 1);
    label[stroke - id] = ' ';
    label[size] = ')';
    return label;
}

static const char untitled[] = "[untitled] ";

bool clause_heading_is_ours(const char *heading)
{
    return string_begins(heading, untitled);
}

const char *clause_heading(struct arena *arena, const char *heading)
{
    char *label;

    if (!clause_heading_is_ours(heading))
        return heading;
    label = arena_string(arena, heading + strlen(untitled));
    if (label[0] >= 'a' && label[0] <= 'z')
        label[0] = (char)(label[0] - 'a' + 'A');
    return label;
}
