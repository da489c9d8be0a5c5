/* Tables as HTML. */
#include "render/markdown_table.h"

#include "base/escape.h"

#include <string.h>

struct printer {
    struct markdown_writer *writer;
    struct builder *out;
    const struct markup_piece *pieces;
    size_t count;
    size_t head_end; /* the piece behind the row that is made a head, or 0 */
    bool head;       /* within a head */
};

void markdown_trim_end(struct builder *out)
{
    while (out->size > 0 && out->data[out->size - 1] == ' ')
        out->data[--out->size] = '\0';
}

void markdown_table_open(struct markdown_writer *writer, struct builder *out)
{
    writer->tables++;
    builder_format(out,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"Table %zu\"><table class=\"table\">",
        writer->tables);
}

static bool opens(const struct markup_piece *piece, const char *name)
{
    return piece->kind == MARKUP_PIECE_OPEN && string_equals(piece->text, name);
}

static bool closes(const struct markup_piece *piece, const char *name)
{
    return piece->kind == MARKUP_PIECE_CLOSE &&
           string_equals(piece->text, name);
}

static bool is_strong(const char *name)
{
    return string_equals(name, "strong") || string_equals(name, "b");
}

/* Are all words of the cell that begins at `at` strong? `at` moves behind
 * the cell. */
static bool is_head_cell(const struct printer *p, size_t *at)
{
    const char *name = p->pieces[*at].text;
    bool head = true;
    bool words = false;
    size_t strong = 0;

    for (++*at; !closes(&p->pieces[*at], name); ++*at) {
        const struct markup_piece *piece = &p->pieces[*at];

        if (piece->kind == MARKUP_PIECE_OPEN)
            strong += is_strong(piece->text);
        else if (piece->kind == MARKUP_PIECE_CLOSE)
            strong -= is_strong(piece->text);
        else if (text_trim(text_of(piece->text)).size > 0) {
            head &= strong > 0;
            words = true;
        }
    }
    ++*at;
    return string_equals(name, "th") || (head && words);
}

/* The piece behind a first row of nothing but head cells, 0 when there is
 * none or the writer gave a head. */
static size_t find_head(const struct printer *p)
{
    size_t at = 1;
    size_t cells = 0;

    while (at < p->count && !opens(&p->pieces[at], "tr")) {
        if (opens(&p->pieces[at], "thead"))
            return 0;
        at++;
    }
    for (at++; at < p->count && !closes(&p->pieces[at], "tr"); cells++) {
        if (!is_head_cell(p, &at))
            return 0;
    }
    return cells > 0 ? at + 1 : 0;
}

static void put_open(struct printer *p, const char *name)
{
    bool head_cell =
        string_equals(name, "th") || (p->head && string_equals(name, "td"));

    if (p->head && is_strong(name))
        return;
    if (head_cell)
        builder_format(p->out, "<th scope=\"%s\">", p->head ? "col" : "row");
    else
        builder_format(p->out, "<%s>", name);
}

static void put_close(struct printer *p, const char *name)
{
    bool cell = string_equals(name, "td") || string_equals(name, "th");

    if (p->head && is_strong(name))
        return;
    if (cell || string_equals(name, "li") || string_equals(name, "p"))
        markdown_trim_end(p->out);
    builder_format(p->out, "</%s>", cell && p->head ? "th" : name);
    if (string_equals(name, "tr"))
        builder_byte(p->out, '\n');
}

static void put_link(struct printer *p, const struct markup_piece *piece)
{
    markdown_link_put(
        p->writer, &p->writer->document->found.links[piece->number], p->out);
}

/* The groups of the table: a first row that reads as a head becomes one. */
static bool put_group(struct printer *p, size_t at)
{
    const struct markup_piece *piece = &p->pieces[at];

    if (p->head_end > at && opens(piece, "tbody")) {
        p->head = true;
        builder_put(p->out, "<thead>");
        return true;
    }
    if (p->head_end == at && at > 0) {
        p->head = false;
        builder_put(p->out, "</thead>");
        if (closes(piece, "tbody"))
            return true;
        builder_put(p->out, "<tbody>");
    }
    if (opens(piece, "thead"))
        p->head = true;
    else if (closes(piece, "thead"))
        p->head = false;
    return false;
}

void markdown_table_put(struct markdown_writer *writer,
    const struct markup_insert *table, struct builder *out)
{
    struct printer p = {.writer = writer,
        .out = out,
        .pieces = table->pieces,
        .count = table->piece_count};

    p.head_end = find_head(&p);
    markdown_table_open(writer, out);
    for (size_t i = 1; i + 1 < p.count; i++) {
        const struct markup_piece *piece = &p.pieces[i];

        if (put_group(&p, i))
            continue;
        if (piece->kind == MARKUP_PIECE_OPEN)
            put_open(&p, piece->text);
        else if (piece->kind == MARKUP_PIECE_CLOSE)
            put_close(&p, piece->text);
        else if (piece->kind == MARKUP_PIECE_LINK)
            put_link(&p, piece);
        else
            escape_html(out, text_of(piece->text));
    }
    builder_put(out, MARKDOWN_TABLE_END);
}
