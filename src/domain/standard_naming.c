/* Ids from words. */
#include "domain/standard_naming.h"

#include <string.h>

static bool may_stand(char c, const char *extra)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || (c != '\0' && strchr(extra, c) != NULL);
}

const char *standard_naming_slug(
    struct arena *arena, const char *words, const char *extra, size_t most)
{
    struct builder out = builder_create(arena);
    char *slug;

    for (const char *p = words; *p != '\0'; p++) {
        if (*p != '-' && may_stand(*p, extra))
            builder_byte(&out, *p);
        else if (out.size > 0 && out.data[out.size - 1] != '-')
            builder_byte(&out, '-');
    }
    slug = arena_string(arena, builder_string(&out));
    if (strlen(slug) > most) {
        char *dash;

        slug[most + 1] = '\0';
        dash = strrchr(slug, '-');
        slug[dash == NULL || dash == slug ? most : (size_t)(dash - slug)] =
            '\0';
    }
    while (slug[0] != '\0' && slug[strlen(slug) - 1] == '-')
        slug[strlen(slug) - 1] = '\0';
    return slug;
}

const char *standard_naming_id(struct arena *arena, const char *words)
{
    struct text edition = text_of(words);
    struct text number = text_of("");
    const char *slug;

    text_next(&edition, ':', &number);
    slug = standard_naming_slug(
        arena, text_string(arena, number), "-.", STANDARD_NUMBER_LIMIT);
    if (edition.size > 0) {
        const char *rest = standard_naming_slug(
            arena, text_string(arena, edition), "-.", STANDARD_NUMBER_LIMIT);

        if (rest[0] != '\0')
            return arena_format(arena, "%s:%s", slug, rest);
    }
    return slug;
}

bool standard_naming_apply(const struct standard_naming *naming,
    struct standard_build *build, const char *id, const char *name,
    const char *title)
{
    struct standard_file *file = build->file;

    if (naming->id[0] != '\0')
        id = naming->id;
    if (naming->name[0] != '\0')
        name = naming->name;
    if (naming->title[0] != '\0')
        title = naming->title;
    if (id[0] == '\0')
        return error_set(build->error, ERROR_INVALID,
            "the standard has no id: give one with --id, such as --id "
            "900:2024");
    if (name[0] == '\0')
        name = title[0] == '\0' ? id : title;
    if (title[0] == '\0')
        title = name;
    return standard_build_id(build, text_of(id)) &&
           standard_build_text(build, &file->name, text_of(name), "name") &&
           standard_build_text(build, &file->title, text_of(title), "title");
}
