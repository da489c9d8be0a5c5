/*
 * The only door to the template engine.
 *
 * A dictionary holds what one page shows: values, sections shown once or once
 * per row, and includes. Escaping is the engine's, by context, in every
 * template; the only values that may hold HTML are those the templates mark
 * `:none`, a list that `make check` guards. Names of values and sections are
 * constants, never made from data. The engine is C++; template_shim.cc is the
 * one file that sees it.
 */
#ifndef RENDER_TEMPLATE_H
#define RENDER_TEMPLATE_H

#ifdef __cplusplus
extern "C" {
#endif

#include "base/text.h"

#include <string.h>

struct template_dictionary;

/* A name with its size and a tag that tells most names apart: of a constant,
 * all of it is computed when the program is compiled. */
struct template_name {
    const char *data;
    size_t size;
    unsigned tag;
};

static inline struct template_name template_name(const char *data, size_t size)
{
    struct template_name name = {data, size, (unsigned)(size & 0xff)};

    if (size > 0)
        name.tag |= (unsigned)(unsigned char)data[0] << 8 |
                    (unsigned)(unsigned char)data[size / 2] << 16 |
                    (unsigned)(unsigned char)data[size - 1] << 24;
    return name;
}

/* A dictionary for one page, which lives as long as the arena. */
struct template_dictionary *template_create(struct arena *arena);

/* Set a value. Names and values are not copied: they must stay as they are
 * until the page is drawn, which those of the page's arena do. */
void template_set_text(struct template_dictionary *dictionary,
    struct template_name name, struct text value);
static inline void template_set(
    struct template_dictionary *dictionary, const char *name, const char *value)
{
    template_set_text(
        dictionary, template_name(name, strlen(name)), text_of(value));
}
void template_set_number(
    struct template_dictionary *dictionary, const char *name, long long value);

/* A value that includes see, too. */
void template_set_everywhere(struct template_dictionary *dictionary,
    const char *name, const char *value);

/* Show a section once, with the values of the dictionary itself. */
void template_show(struct template_dictionary *dictionary, const char *section);

/* Show a section once more, with values of its own; the parent owns it. Values
 * not set are looked up in the parent. */
struct template_dictionary *template_row(
    struct template_dictionary *dictionary, const char *section);

/* Fill the include `{{>NAME}}` with the template `file`. */
struct template_dictionary *template_include(
    struct template_dictionary *dictionary, const char *name, const char *file);

/* Where the templates are; once per process, before anything else. */
bool template_set_folder(const char *folder);

/* Load and check one template; the engine says what is wrong on stderr. */
bool template_load(const char *file);

/* Append the page to `out`; false when the template or one it includes is
 * missing or malformed: then nothing that was written may be used. */
bool template_render(const char *file, struct template_dictionary *dictionary,
    struct builder *out);

#ifdef __cplusplus
}
#endif

#endif
