/* Rendering with the Markdown library, a part of the page at a time. */
#include "render/markdown.h"

#include "base/escape.h"
#include "domain/markup.h"
#include "render/markdown_html.h"

#include <limits.h>
#include <mkdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* No raw HTML, no `%class%` quotations, no pseudo-protocols, no typography,
 * no definition lists (the library takes quadratic time to look for them);
 * code, notes, links by name and bare addresses are no business of the
 * library: markup_prepare() took them out. */
static const mkd_flag_t render_flags =
    MKD_NOHTML | MKD_NOSTYLE | MKD_NODIVQUOTE | MKD_NO_EXT | MKD_NOHEADER |
    MKD_NOPANTS | MKD_NOSUPERSCRIPT | MKD_NOALPHALIST | MKD_EXPLICITLIST |
    MKD_NODLIST | MKD_NODLDISCOUNT;

/* The address of a link as the library sees it is our marker; hand it a token
 * that survives. The library frees it with free_token(). */
static char *make_token(const char *address, const int size, void *user)
{
    char *token = NULL;
    const struct markup_document *document = user;
    long long number = -1;

    if (size > 2 && address[0] == MARKUP_MARK &&
        address[size - 1] == MARKUP_MARK &&
        text_number(text_part(address + 1, (size_t)size - 2), &number) &&
        (size_t)number < document->insert_count &&
        document->inserts[number].kind == MARKUP_INSERT_LINK)
        number = (long long)document->inserts[number].number;
    else
        number = -1;
    if (asprintf(&token, "x-ref:%lld", number) < 0)
        abort();
    return token;
}

static void free_token(char *token, void *user)
{
    (void)user;
    free(token);
}

static bool is_blank(const char *source)
{
    return source[strspn(source, " \n>")] == '\0';
}

/* Render prepared `source`; `lead` as for markdown_html_put(). */
static bool render_source(struct markdown_writer *writer, const char *source,
    bool lead, struct builder *out, struct error *error)
{
    size_t size = strlen(source);
    MMIOT *library;
    char *html = NULL;
    int written;

    if (is_blank(source))
        return true;
    if (size > INT_MAX / 16)
        return error_set(error, ERROR_TOO_LARGE,
            "the text is too long to be shown; divide it into several pages");
    library = mkd_string(source, (int)size, render_flags);
    if (library == NULL)
        return error_set(error, ERROR_SYSTEM, "out of memory");
    mkd_e_url(library, make_token);
    mkd_e_free(library, free_token);
    mkd_e_data(library, (void *)(uintptr_t)writer->document);
    if (!mkd_compile(library, render_flags) ||
        (written = mkd_document(library, &html)) < 0) {
        mkd_cleanup(library);
        return error_set(error, ERROR_SYSTEM, "the text could not be rendered");
    }
    if (written > 0)
        markdown_html_put(writer, text_part(html, (size_t)written), lead, out);
    mkd_cleanup(library);
    return true;
}

/* The notes met for the first time since number `first`, and those that they
 * refer to in turn. */
static bool render_notes(struct markdown_writer *writer, size_t first,
    struct builder *out, struct error *error)
{
    if (writer->note_count == first)
        return true;
    builder_format(
        out, "\n<div class=\"footnotes\"><ol start=\"%zu\">", first + 1);
    for (size_t i = first; i < writer->note_count; i++) {
        size_t index = writer->note_order[i];
        struct builder note = builder_create(writer->arena);

        if (!render_source(writer, writer->document->notes[index].source, false,
                &note, error))
            return false;
        markdown_note_return(writer, index, &note);
        builder_format(out, "\n<li id=\"fn:%zu\">", i + 1);
        builder_add(out, note.data, note.size);
        builder_put(out, "</li>");
    }
    builder_put(out, "\n</ol></div>");
    return true;
}

static bool render_part(struct markdown_writer *writer,
    const struct markup_part *part, struct builder *out, bool lead,
    struct error *error)
{
    size_t notes = writer->note_count;

    return render_source(writer, part->source, lead, out, error) &&
           render_notes(writer, notes, out, error);
}

bool markdown_render(struct arena *arena, struct text body, size_t first_line,
    markdown_resolve *resolve, void *user, struct markdown_page *out,
    struct error *error)
{
    struct markup_document document;
    struct markdown_writer writer;

    *out = (struct markdown_page){0};
    if (!markup_check(body, first_line, error))
        return false;
    markup_prepare(arena, body, first_line, &document);
    writer = markdown_writer_create(arena, &document, resolve, user);
    out->title = document.found.title;
    out->count = document.part_count;
    out->sections =
        arena_array(arena, document.part_count, sizeof *out->sections);
    for (size_t i = 0; i < document.part_count; i++) {
        const struct markup_part *part = &document.parts[i];
        struct markdown_section *section = &out->sections[i];
        struct builder html = builder_create(arena);

        if (!render_part(&writer, part, &html, part->opens, error))
            return false;
        *section = (struct markdown_section){.slug = "",
            .title = "",
            .html = builder_string(&html),
            .meets = part->meets,
            .meets_count = part->meets_count};
        if (part->heading != MARKUP_NONE) {
            const struct markup_heading *heading =
                &document.found.headings[part->heading];

            section->level = heading->shown;
            section->slug = heading->slug;
            section->title = heading->title;
        }
    }
    return true;
}

static void put_heading(struct builder *out, int level, const char *title)
{
    if (level > 6)
        level = 6;
    builder_format(out, "%s<h%d>", out->size > 0 ? "\n" : "", level);
    escape_html(out, text_of(title));
    builder_format(out, "</h%d>\n", level);
}

bool markdown_render_text(struct arena *arena, struct text text,
    markdown_resolve *resolve, void *user, const char **html,
    struct error *error)
{
    struct markup_document document;
    struct markdown_writer writer;
    struct builder out = builder_create(arena);

    *html = "";
    if (!markup_check(text, 1, error))
        return false;
    markup_prepare(arena, text, 1, &document);
    writer = markdown_writer_create(arena, &document, resolve, user);
    if (document.found.title != NULL)
        put_heading(&out, 3, document.found.title);
    for (size_t i = 0; i < document.part_count; i++) {
        const struct markup_part *part = &document.parts[i];
        int below = document.found.title != NULL ? 2 : 1;

        if (part->heading != MARKUP_NONE) {
            const struct markup_heading *heading =
                &document.found.headings[part->heading];

            put_heading(&out, heading->shown + below, heading->title);
        }
        if (!render_part(&writer, part, &out, false, error))
            return false;
    }
    *html = builder_string(&out);
    return true;
}
