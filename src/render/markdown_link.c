/* Links, images and notes. */
#include "render/markdown_link.h"

#include "base/escape.h"

#include <string.h>

struct markdown_writer markdown_writer_create(struct arena *arena,
    const struct markup_document *document, markdown_resolve *resolve,
    void *user)
{
    size_t count = size_add(document->note_count, 1);

    return (struct markdown_writer){.arena = arena,
        .document = document,
        .resolve = resolve,
        .user = user,
        .note_number = arena_array(arena, count, sizeof(size_t)),
        .note_references = arena_array(arena, count, sizeof(size_t)),
        .note_order = arena_array(arena, count, sizeof(size_t))};
}

static void put_attribute(
    struct builder *out, const char *name, const char *value)
{
    builder_format(out, " %s=\"", name);
    escape_html(out, text_of(value));
    builder_byte(out, '"');
}

/* An address as an attribute: what must not stand in one is encoded. */
static void put_address(
    struct builder *out, const char *name, const char *address)
{
    struct builder clean = builder_create(out->arena);

    for (const char *p = address; *p != '\0'; p++) {
        if (strchr(" \"<>\\^`{|}", *p) != NULL)
            builder_format(&clean, "%%%02X", (unsigned)*p);
        else
            builder_byte(&clean, *p);
    }
    put_attribute(out, name, builder_string(&clean));
}

/* No address that a browser would run, whatever the resolver says. */
static bool is_safe(const char *href)
{
    static const char *const schemes[] = {"http", "https", "mailto"};
    size_t size = strcspn(href, ":/?#");

    for (const char *p = href; *p != '\0'; p++) {
        if ((unsigned char)*p < 0x20 || *p == 0x7f)
            return false;
    }
    if (href[0] == ' ' || href[size] != ':')
        return href[0] != ' ';
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (size == strlen(schemes[i]) &&
            strncasecmp(href, schemes[i], size) == 0)
            return true;
    }
    return false;
}

static struct markdown_link resolve(
    struct markdown_writer *writer, const struct markup_link *written)
{
    struct markdown_link link = {.is_image = written->is_image};

    writer->resolve(writer->user, written->target, written->line, &link);
    if (link.href == NULL || !is_safe(link.href))
        link.blocked = true;
    if (link.title == NULL && !string_empty(written->title))
        link.title = written->title;
    return link;
}

const char *markdown_link_open(struct markdown_writer *writer,
    const struct markup_link *written, struct builder *out)
{
    struct markdown_link link = {.blocked = true};

    if (written != NULL)
        link = resolve(writer, written);
    if (link.blocked) {
        builder_put(out, "<span class=\"ref ref-broken\"");
        if (!string_empty(link.title))
            put_attribute(out, "title", link.title);
        builder_byte(out, '>');
        return "</span>";
    }
    builder_put(out, "<a");
    if (!string_empty(link.css))
        put_attribute(out, "class", link.css);
    put_address(out, "href", link.href);
    if (link.footnote)
        builder_put(out, " target=\"footnote\"");
    if (link.external)
        builder_put(out, " rel=\"noopener noreferrer\"");
    if (!string_empty(link.title))
        put_attribute(out, "title", link.title);
    builder_byte(out, '>');
    return "</a>";
}

void markdown_link_put(struct markdown_writer *writer,
    const struct markup_link *written, struct builder *out)
{
    const char *end = markdown_link_open(writer, written, out);

    escape_html(out, text_of(string_empty(written->words) ? written->target
                                                          : written->words));
    builder_put(out, end);
}

void markdown_image_put(struct markdown_writer *writer,
    const struct markup_link *written, struct builder *out)
{
    struct markdown_link link = resolve(writer, written);

    if (link.blocked) {
        builder_put(out, "<span class=\"image\">");
        escape_html(out, text_of(written->words));
        builder_put(out, "</span>");
        return;
    }
    builder_put(out, "<img");
    if (!string_empty(link.css))
        put_attribute(out, "class", link.css);
    put_address(out, "src", link.href);
    put_attribute(out, "alt", written->words);
    if (!string_empty(link.title))
        put_attribute(out, "title", link.title);
    builder_byte(out, '>');
}

void markdown_note_put(
    struct markdown_writer *writer, size_t index, struct builder *out)
{
    size_t reference = ++writer->note_references[index];

    if (writer->note_number[index] == 0) {
        writer->note_order[writer->note_count] = index;
        writer->note_number[index] = ++writer->note_count;
    }
    builder_format(out, "<sup><a id=\"fnref:%zu", writer->note_number[index]);
    if (reference > 1)
        builder_format(out, "-%zu", reference);
    builder_format(out, "\" href=\"#fn:%zu\">%zu</a></sup>",
        writer->note_number[index], writer->note_number[index]);
}

void markdown_note_return(
    struct markdown_writer *writer, size_t index, struct builder *out)
{
    static const char end[] = "</p>";
    size_t size = strlen(end);
    bool within = out->size >= size && string_ends(out->data, end);

    if (within) {
        out->size -= size;
        out->data[out->size] = '\0';
    }
    builder_format(out,
        "%s<a href=\"#fnref:%zu\" aria-label=\"Back to the text\">"
        "\xe2\x86\xa9</a>%s",
        within ? " " : "<p>", writer->note_number[index], end);
}
