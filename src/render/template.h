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

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct template_dictionary;

/* A dictionary for one page; ends with template_free(). NULL when there is no
 * memory. */
struct template_dictionary *template_create(const char *name);
void template_free(struct template_dictionary *dictionary);

/* Set a value; the bytes are copied. */
void template_set(struct template_dictionary *dictionary, const char *name,
    const char *value);
void template_set_number(
    struct template_dictionary *dictionary, const char *name, long long value);

/* A value that includes see, too. */
void template_set_everywhere(struct template_dictionary *dictionary,
    const char *name, const char *value);

/* Show a section once. */
void template_show(struct template_dictionary *dictionary, const char *section);

/* Show a section once more, with values of its own; the parent owns it. Values
 * not set are looked up in the parent. */
struct template_dictionary *template_row(
    struct template_dictionary *dictionary, const char *section);

/* Fill the include `{{>NAME}}` with the template `file`. */
struct template_dictionary *template_include(
    struct template_dictionary *dictionary, const char *name,
    const char *file);

/* Where the templates are; once per process, before anything else. */
bool template_set_folder(const char *folder);

/* Load and check one template; the engine says what is wrong on stderr. */
bool template_load(const char *file);

/* Receives the bytes of a page. */
typedef void template_sink(void *user, const char *data, size_t size);

/* Write the page; false when the template or one it includes is missing or
 * malformed: then nothing that was written may be used. */
bool template_render(const char *file, struct template_dictionary *dictionary,
    template_sink *sink, void *user);

#ifdef __cplusplus
}
#endif

#endif
