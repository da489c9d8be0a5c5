/* Addresses. */
#include "render/address.h"

#include "base/escape.h"

#include <string.h>

/* Characters of references that may stand in a path as they are. */
static const char *const path_keep = "/:()";

const char *address_note(
    struct arena *arena, const char *ref, const char *trail)
{
    struct builder out = builder_create(arena);

    builder_put(&out, "/note/");
    escape_url(&out, text_of(ref), path_keep);
    if (trail[0] != '\0') {
        builder_put(&out, "?trail=");
        escape_url(&out, text_of(trail), path_keep);
    }
    return builder_string(&out);
}

const char *address_page(
    struct arena *arena, const char *name, const char *section)
{
    struct builder out = builder_create(arena);

    if (string_equals(name, "index")) {
        builder_put(&out, "/");
    } else {
        builder_put(&out, "/manual/");
        escape_url(&out, text_of(name), path_keep);
    }
    if (section[0] != '\0') {
        builder_byte(&out, '#');
        escape_url(&out, text_of(section), "~:");
    }
    return builder_string(&out);
}

const char *address_main(struct arena *arena, const char *ref)
{
    const char *colon = strchr(ref, ':');
    const char *rest = colon == NULL ? "" : colon + 1;
    struct text scheme =
        text_part(ref, colon == NULL ? 0 : (size_t)(colon - ref));
    struct builder out = builder_create(arena);

    if (text_equals(scheme, "page")) {
        const char *hash = strchr(rest, '#');

        return hash == NULL
                   ? address_page(arena, rest, "")
                   : address_page(arena,
                         arena_copy(arena, rest, (size_t)(hash - rest)),
                         hash + 1);
    }
    if (text_equals(scheme, "clause")) {
        builder_put(&out, "/conformance/");
        escape_url(&out, text_of(rest), path_keep);
    } else if (text_equals(scheme, "file")) {
        builder_put(&out, "/files/");
        builder_put(&out, rest);
        builder_put(&out, "/file");
    } else if (text_equals(scheme, "person") || colon == NULL) {
        return address_note(arena, ref, "");
    } else {
        builder_put(&out, "/records/");
        builder_text(&out, scheme);
        builder_byte(&out, '/');
        builder_put(&out, rest);
    }
    return builder_string(&out);
}

const char *address_file(
    struct arena *arena, const char *hash, const char *name)
{
    struct builder out = builder_create(arena);

    builder_put(&out, "/files/");
    escape_url(&out, text_of(hash), "");
    builder_byte(&out, '/');
    escape_url(&out, text_of(name), "");
    return builder_string(&out);
}

const char *address_query(
    struct arena *arena, const char *path, const char *const *pairs)
{
    struct builder out = builder_create(arena);
    char separator = '?';

    builder_put(&out, path);
    for (; pairs[0] != NULL; pairs += 2) {
        if (string_empty(pairs[1]))
            continue;
        builder_byte(&out, separator);
        separator = '&';
        builder_put(&out, pairs[0]);
        builder_byte(&out, '=');
        escape_url(&out, text_of(pairs[1]), "");
    }
    return builder_string(&out);
}

const char *address_links(struct arena *arena, const char *ref)
{
    const char *const pairs[] = {"of", ref, NULL};

    return address_query(arena, "/links", pairs);
}

const char *address_ref_of_path(struct arena *arena, struct text path)
{
    struct text rest;
    struct text kind;
    long long number;

    if (text_equals(path, "/"))
        return "page:index";
    if (text_begins(path, "/manual/"))
        return arena_format(
            arena, "page:%.*s", (int)path.size - 8, path.data + 8);
    if (text_begins(path, "/conformance/")) {
        rest = text_part(path.data + 13, path.size - 13);
        return memchr(rest.data, '/', rest.size) == NULL
                   ? ""
                   : arena_format(
                         arena, "clause:%.*s", (int)rest.size, rest.data);
    }
    if (text_begins(path, "/walk/")) {
        rest = text_part(path.data + 6, path.size - 6);
        return memchr(rest.data, '/', rest.size) == NULL
                   ? ""
                   : arena_format(
                         arena, "clause:%.*s", (int)rest.size, rest.data);
    }
    if (text_begins(path, "/records/")) {
        rest = text_part(path.data + 9, path.size - 9);
        if (text_next(&rest, '/', &kind) && rest.data != NULL &&
            text_number(rest, &number))
            return arena_format(
                arena, "%.*s:%lld", (int)kind.size, kind.data, number);
    }
    return "";
}
