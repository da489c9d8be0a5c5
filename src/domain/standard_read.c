/* One table of formats; the first whose look it has. */
#include "domain/standard_read.h"

#include "domain/standard_csv.h"
#include "domain/standard_file.h"
#include "domain/standard_library.h"
#include "domain/standard_oscal.h"

/* The first line that says something begins with the word `standard`. */
static bool own_looks(struct text content)
{
    struct text line;

    while (text_next(&content, '\n', &line)) {
        line = text_trim(line);
        if (line.size > 0 && line.data[0] != '#')
            return text_begins(line, "standard ");
    }
    return false;
}

/* Names given from outside take the place of those in the file. */
static bool own_parse(struct arena *arena, struct text content,
    const struct standard_naming *naming, struct standard_file *file,
    struct error *error)
{
    struct standard_file named;
    struct standard_build build = standard_build_begin(arena, &named, error);

    if (!standard_file_parse(arena, content, file, error))
        return false;
    if (!standard_naming_apply(
            naming, &build, file->id, file->name, file->title))
        return error_wrap(error, "line 1");
    file->id = named.id;
    file->number = named.number;
    file->edition = named.edition;
    file->name = named.name;
    file->title = named.title;
    return true;
}

static const struct format {
    const char *name;
    bool (*looks)(struct text content);
    bool (*parse)(struct arena *arena, struct text content,
        const struct standard_naming *naming, struct standard_file *file,
        struct error *error);
} formats[] = {
    {"OSCAL catalog", standard_oscal_looks, standard_oscal_parse},
    {"lines of a standard", own_looks, own_parse},
    {"CSV", standard_csv_looks, standard_csv_parse},
    {"YAML library", standard_library_looks, standard_library_parse},
};

bool standard_read(struct arena *arena, struct text content,
    const struct standard_naming *naming, struct standard_file *file,
    const char **format, struct error *error)
{
    size_t place;
    size_t line = 1;

    if (text_begins(content, "\xef\xbb\xbf"))
        content = text_part(content.data + 3, content.size - 3);
    if (!text_is_clean(content, &place)) {
        for (size_t i = 0; i < place; i++)
            line += content.data[i] == '\n';
        return error_set(
            error, ERROR_INVALID, "line %zu: this is not UTF-8 text", line);
    }
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (!formats[i].looks(content))
            continue;
        *format = formats[i].name;
        return formats[i].parse(arena, content, naming, file, error);
    }
    return error_set(error, ERROR_INVALID,
        "line 1: this is neither a file of lines that begins with “standard”, "
        "nor CSV with a column “id”, nor an OSCAL catalog in JSON, nor a "
        "library in YAML");
}
