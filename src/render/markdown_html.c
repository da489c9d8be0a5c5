/* A strict reader of the library's HTML and a writer of ours. */
#include "render/markdown_html.h"

#include "base/escape.h"
#include "domain/markup_line.h"
#include "domain/markup_plain.h"
#include "render/markdown_table.h"

#include <stdint.h>
#include <string.h>

enum element_kind {
    ELEMENT_BLOCK,
    ELEMENT_PARAGRAPH,
    ELEMENT_HEADING,
    ELEMENT_CELL,
    ELEMENT_INLINE,
    ELEMENT_VOID,
    ELEMENT_LINK,
    ELEMENT_IMAGE
};

struct element {
    const char *name;
    enum element_kind kind;
};

/* Every element the library may hand us; all else is shown as text. */
static const struct element elements[] = {{"p", ELEMENT_PARAGRAPH},
    {"em", ELEMENT_INLINE}, {"strong", ELEMENT_INLINE}, {"del", ELEMENT_INLINE},
    {"code", ELEMENT_INLINE}, {"pre", ELEMENT_BLOCK}, {"ul", ELEMENT_BLOCK},
    {"ol", ELEMENT_BLOCK}, {"li", ELEMENT_BLOCK}, {"dl", ELEMENT_BLOCK},
    {"dt", ELEMENT_BLOCK}, {"dd", ELEMENT_BLOCK}, {"blockquote", ELEMENT_BLOCK},
    {"table", ELEMENT_BLOCK}, {"thead", ELEMENT_BLOCK},
    {"tbody", ELEMENT_BLOCK}, {"tr", ELEMENT_BLOCK}, {"th", ELEMENT_CELL},
    {"td", ELEMENT_CELL}, {"br", ELEMENT_VOID}, {"hr", ELEMENT_VOID},
    {"a", ELEMENT_LINK}, {"img", ELEMENT_IMAGE}, {"h1", ELEMENT_HEADING},
    {"h2", ELEMENT_HEADING}, {"h3", ELEMENT_HEADING}, {"h4", ELEMENT_HEADING},
    {"h5", ELEMENT_HEADING}, {"h6", ELEMENT_HEADING}};

/* An open element: the library's name for it and how ours ends. */
struct open {
    const char *name;
    const char *end;
    enum element_kind kind;
};

struct reader {
    struct markdown_writer *writer;
    struct text html;
    size_t at;
    struct builder *out;
    struct open *open;
    size_t depth;
    size_t capacity;
    const char *paragraph; /* opening tag not written yet, or NULL */
    size_t links;          /* open ones */
    size_t codes;
    bool lead;
};

static struct text rest_of(const struct reader *r)
{
    return text_part(r->html.data + r->at, r->html.size - r->at);
}

/* A paragraph is written when the first thing in it is, so that one which
 * proves empty leaves nothing. */
static void begin_words(struct reader *r)
{
    if (r->paragraph == NULL)
        return;
    if (r->lead && r->depth == 1 && r->out->size == 0)
        builder_put(r->out, "<p class=\"lead\">");
    else
        builder_put(r->out, r->paragraph);
    r->paragraph = NULL;
}

static void push(
    struct reader *r, const char *name, const char *end, enum element_kind kind)
{
    r->open = arena_widen(
        r->writer->arena, r->open, r->depth, &r->capacity, sizeof *r->open);
    r->links += kind == ELEMENT_LINK;
    r->codes += string_equals(name, "code");
    r->open[r->depth++] = (struct open){name, end, kind};
}

static void pop(struct reader *r)
{
    const struct open *open = &r->open[--r->depth];

    r->links -= open->kind == ELEMENT_LINK;
    r->codes -= string_equals(open->name, "code");
    if (open->kind == ELEMENT_CELL)
        markdown_trim_end(r->out);
    if (open->kind == ELEMENT_PARAGRAPH && r->paragraph != NULL)
        r->paragraph = NULL;
    else
        builder_put(r->out, open->end);
}

/* Close the nearest open element `name` and what is open in it. */
static void close_named(struct reader *r, const char *name)
{
    size_t depth = r->depth;

    while (depth > 0 && !string_equals(r->open[depth - 1].name, name))
        depth--;
    while (depth > 0 && r->depth >= depth)
        pop(r);
}

static bool in_words(const struct reader *r)
{
    return r->depth > 0 && r->open[r->depth - 1].kind >= ELEMENT_INLINE;
}

/* A block comes: end inline elements and the paragraph around it, of which
 * the rest becomes a paragraph again. */
static bool leave_paragraph(struct reader *r)
{
    while (in_words(r))
        pop(r);
    if (r->depth == 0 || r->open[r->depth - 1].kind != ELEMENT_PARAGRAPH)
        return false;
    pop(r);
    return true;
}

static void open_paragraph(struct reader *r, const char *begin)
{
    leave_paragraph(r);
    push(r, "p", "</p>", ELEMENT_PARAGRAPH);
    r->paragraph = begin;
}

static void put_code_block(struct reader *r, const struct markup_insert *insert)
{
    builder_put(r->out, "<pre><code");
    if (!string_empty(insert->language))
        builder_format(r->out, " class=\"language-%s\"", insert->language);
    builder_byte(r->out, '>');
    escape_html(r->out, text_of(insert->content));
    builder_put(r->out, "</code></pre>");
}

static void put_block(struct reader *r, const struct markup_insert *insert)
{
    bool again = leave_paragraph(r);

    if (insert->kind == MARKUP_INSERT_BLOCK)
        put_code_block(r, insert);
    else if (insert->kind == MARKUP_INSERT_TABLE)
        markdown_table_put(r->writer, insert, r->out);
    if (again)
        open_paragraph(r, "<p>");
}

static void put_address(struct reader *r, const struct markup_insert *insert)
{
    struct markup_link link = {
        .target = insert->content, .words = insert->content, .title = ""};

    if (r->links > 0) {
        escape_html(r->out, text_of(insert->source));
        return;
    }
    if (strncasecmp(link.words, "mailto:", 7) == 0)
        link.words += 7;
    markdown_link_put(r->writer, &link, r->out);
}

/* What stands behind a marker. In code the library made (it should make
 * none) the text is put back as it was. */
static void put_insert(struct reader *r, const struct markup_insert *insert)
{
    if (insert->kind == MARKUP_INSERT_BREAK) {
        leave_paragraph(r);
        return;
    }
    if (r->codes == 0 && (insert->kind == MARKUP_INSERT_BLOCK ||
                             insert->kind == MARKUP_INSERT_TABLE)) {
        put_block(r, insert);
        return;
    }
    begin_words(r);
    if (r->codes > 0) {
        escape_html(r->out, text_of(insert->source));
        return;
    }
    switch (insert->kind) {
    case MARKUP_INSERT_TEXT:
        escape_html(r->out, text_of(insert->content));
        break;
    case MARKUP_INSERT_ADDRESS:
        put_address(r, insert);
        break;
    case MARKUP_INSERT_CODE:
        builder_put(r->out, "<code>");
        escape_html(r->out, text_of(insert->content));
        builder_put(r->out, "</code>");
        break;
    case MARKUP_INSERT_NOTE:
        if (r->links == 0) {
            markdown_note_put(r->writer, insert->number, r->out);
            break;
        } /* fall through */
    default:
        escape_html(r->out, text_of(insert->source));
    }
}

/* The insert of the marker at `at`, and its size; NULL for none. */
static const struct markup_insert *marker_at(
    const struct reader *r, size_t at, size_t *size)
{
    struct text rest = text_part(r->html.data + at, r->html.size - at);
    const char *end;
    long long number;

    if (rest.size < 3 || rest.data[0] != MARKUP_MARK)
        return NULL;
    end = memchr(rest.data + 1, (unsigned char)MARKUP_MARK, rest.size - 1);
    if (end == NULL ||
        !text_number(
            text_part(rest.data + 1, (size_t)(end - rest.data) - 1), &number) ||
        (size_t)number >= r->writer->document->insert_count)
        return NULL;
    *size = (size_t)(end - rest.data) + 1;
    return &r->writer->document->inserts[number];
}

static bool take_marker(struct reader *r)
{
    size_t size;
    const struct markup_insert *insert = marker_at(r, r->at, &size);

    if (insert == NULL)
        return false;
    r->at += size;
    put_insert(r, insert);
    return true;
}

struct callout {
    const char *kind;
    const char *begin;
    const char *title; /* opening tag of its first paragraph */
    const char *words; /* when the writer gave no title, or NULL */
};

static const struct callout callouts[] = {
    {"CAUTION", "<div class=\"callout callout-caution\">",
        "<p class=\"callout-title\">", "Caution"},
    {"NOTE", "<div class=\"callout\">", "<p class=\"callout-title\">", "Note"},
    {"INSTRUCTION", "<div class=\"instruction\">",
        "<p class=\"instruction-title\"><span>Instruction to the writer</span>",
        ""}};

/* A quotation that begins with a call-out's mark: its title, up to the end of
 * the first paragraph, is read on in the main loop. */
static bool take_callout(struct reader *r)
{
    static const char head[] = "<p>";
    size_t at = r->at;
    size_t size;
    const struct markup_insert *insert;

    while (at < r->html.size && r->html.data[at] == '\n')
        at++;
    if (!text_begins(text_part(r->html.data + at, r->html.size - at), head))
        return false;
    at += strlen(head);
    insert = marker_at(r, at, &size);
    if (insert == NULL || insert->kind != MARKUP_INSERT_CALLOUT)
        return false;
    at += size;
    while (at < r->html.size && r->html.data[at] == ' ')
        at++;
    for (size_t i = 0; i < sizeof callouts / sizeof *callouts; i++) {
        const struct callout *callout = &callouts[i];
        bool titled = !text_begins(
            text_part(r->html.data + at, r->html.size - at), "</p>");

        if (!string_equals(insert->content, callout->kind))
            continue;
        r->at = at;
        builder_put(r->out, callout->begin);
        push(r, "blockquote", "</div>", ELEMENT_BLOCK);
        open_paragraph(r, callout->title);
        begin_words(r);
        if (!titled)
            builder_put(r->out, callout->words);
        else if (string_ends(callout->title, "</span>"))
            builder_byte(r->out, ' ');
        return true;
    }
    return false;
}

static const struct element *element_named(struct text name)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (text_equals(name, elements[i].name))
            return &elements[i];
    }
    return NULL;
}

/* The value of `name="..."` in a tag's attributes; empty without one. */
static struct text attribute(struct text attributes, const char *name)
{
    const char *found =
        memmem(attributes.data, attributes.size, name, strlen(name));
    struct text value = {"", 0};
    const char *end;

    if (found == NULL)
        return value;
    found += strlen(name);
    end =
        memchr(found, '"', (size_t)(attributes.data + attributes.size - found));
    return end == NULL ? value : text_part(found, (size_t)(end - found));
}

/* The link that a tag's address stands for: our callback wrote it. */
static const struct markup_link *link_of(
    const struct reader *r, struct text attributes, const char *name)
{
    static const char prefix[] = "x-ref:";
    struct text value = attribute(attributes, name);
    long long number;

    if (!text_begins(value, prefix) ||
        !text_number(
            text_part(value.data + strlen(prefix), value.size - strlen(prefix)),
            &number) ||
        (size_t)number >= r->writer->document->found.link_count)
        return NULL;
    return &r->writer->document->found.links[number];
}

static void open_link(struct reader *r, struct text attributes)
{
    const struct markup_link *written = link_of(r, attributes, "href=\"");

    begin_words(r);
    if (r->links > 0) { /* a link within one is its words only */
        push(r, "a", "", ELEMENT_LINK);
        return;
    }
    push(r, "a", markdown_link_open(r->writer, written, r->out), ELEMENT_LINK);
    if (written != NULL && string_empty(written->words))
        escape_html(r->out, text_of(written->target));
}

static void open_block(struct reader *r, const struct element *element)
{
    static const char *const ends[][2] = {{"pre", "</pre>"}, {"ul", "</ul>"},
        {"ol", "</ol>"}, {"li", "</li>"}, {"dl", "</dl>"}, {"dt", "</dt>"},
        {"dd", "</dd>"}, {"blockquote", "</blockquote>"},
        {"table", MARKDOWN_TABLE_END}, {"thead", "</thead>"},
        {"tbody", "</tbody>"}, {"tr", "</tr>"}};
    const char *end = "";

    leave_paragraph(r);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (string_equals(ends[i][0], element->name))
            end = ends[i][1];
    }
    if (string_equals(element->name, "blockquote") && take_callout(r))
        return;
    if (string_equals(element->name, "table"))
        markdown_table_open(r->writer, r->out);
    else
        builder_format(r->out, "<%s>", element->name);
    push(r, element->name, end, ELEMENT_BLOCK);
}

static void open_cell(
    struct reader *r, const struct element *element, struct text attributes)
{
    bool head = string_equals(element->name, "th");
    bool number = memmem(attributes.data, attributes.size, "text-align:right",
                      16) != NULL;

    builder_format(r->out, "<%s%s%s>", element->name,
        head ? " scope=\"col\"" : "", number ? " class=\"num\"" : "");
    push(r, element->name, head ? "</th>" : "</td>", ELEMENT_CELL);
    r->at += markup_leading(rest_of(r), ' ');
}

static const char *inline_end(const char *name)
{
    if (string_equals(name, "em"))
        return "</em>";
    if (string_equals(name, "strong"))
        return "</strong>";
    return string_equals(name, "del") ? "</del>" : "</code>";
}

static void open_element(
    struct reader *r, const struct element *element, struct text attributes)
{
    const struct markup_link *image;

    switch (element->kind) {
    case ELEMENT_PARAGRAPH:
        open_paragraph(r, "<p>");
        break;
    case ELEMENT_HEADING: /* in a quotation or list: no heading of the page */
        open_paragraph(r, "<p>");
        begin_words(r);
        builder_put(r->out, "<strong>");
        push(r, element->name, "</strong>", ELEMENT_INLINE);
        break;
    case ELEMENT_BLOCK:
        open_block(r, element);
        break;
    case ELEMENT_CELL:
        open_cell(r, element, attributes);
        break;
    case ELEMENT_INLINE:
        begin_words(r);
        builder_format(r->out, "<%s>", element->name);
        push(r, element->name, inline_end(element->name), ELEMENT_INLINE);
        break;
    case ELEMENT_VOID:
        if (string_equals(element->name, "hr"))
            leave_paragraph(r);
        else
            begin_words(r);
        builder_format(r->out, "<%s>", element->name);
        break;
    case ELEMENT_LINK:
        open_link(r, attributes);
        break;
    case ELEMENT_IMAGE:
        image = link_of(r, attributes, "src=\"");
        begin_words(r);
        if (image != NULL)
            markdown_image_put(r->writer, image, r->out);
    }
}

/* The tag at the current place; false when it is none that we know. */
static bool take_tag(struct reader *r)
{
    struct text rest = rest_of(r);
    size_t from = rest.size > 1 && rest.data[1] == '/' ? 2 : 1;
    size_t at = from;
    const char *end = memchr(rest.data, '>', rest.size);
    const struct element *element;

    while (
        at < rest.size && ((rest.data[at] >= 'a' && rest.data[at] <= 'z') ||
                              (rest.data[at] >= '0' && rest.data[at] <= '9')))
        at++;
    element = element_named(text_part(rest.data + from, at - from));
    if (end == NULL || element == NULL)
        return false;
    r->at += (size_t)(end - rest.data) + 1;
    if (from == 1)
        open_element(r, element,
            text_part(rest.data + at, (size_t)(end - rest.data) - at));
    else if (element->kind == ELEMENT_HEADING) {
        close_named(r, element->name);
        close_named(r, "p");
    } else if (element->kind != ELEMENT_VOID && element->kind != ELEMENT_IMAGE)
        close_named(r, element->name);
    return true;
}

static bool may_hold_words(const struct reader *r)
{
    static const char *const none[] = {
        "ul", "ol", "dl", "table", "thead", "tbody", "tr"};

    if (r->depth == 0)
        return false;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        if (string_equals(r->open[r->depth - 1].name, none[i]))
            return false;
    }
    return true;
}

/* White space between elements: one line end, or what keeps words apart. */
static void put_space(struct reader *r, struct text space)
{
    bool line = memchr(space.data, '\n', space.size) != NULL;

    if (r->paragraph != NULL)
        return;
    if (in_words(r) || (!line && may_hold_words(r)))
        builder_text(r->out, space);
    else if (line && r->out->size > 0 && r->out->data[r->out->size - 1] != '\n')
        builder_byte(r->out, '\n');
}

/* Words that the library has escaped; what it left is escaped here. */
static void put_words(struct reader *r, struct text words)
{
    size_t from = 0;

    for (size_t i = 0; i < words.size; i++) {
        char c = words.data[i];
        size_t size;

        if (c != '&' && c != '<' && c != '>' && c != MARKUP_MARK && c != '\0')
            continue;
        size = markup_entity(markup_rest(words, i), NULL);
        if (size > 0) {
            i += size - 1;
            continue;
        }
        builder_add(r->out, words.data + from, i - from);
        if (c != MARKUP_MARK && c != '\0')
            escape_html(r->out, text_part(&c, 1));
        from = i + 1;
    }
    builder_text(r->out, markup_rest(words, from));
}

/* Words up to the next tag or marker. */
static void take_words(struct reader *r)
{
    size_t from = r->at++;
    struct text words;

    while (r->at < r->html.size && r->html.data[r->at] != '<' &&
           r->html.data[r->at] != MARKUP_MARK)
        r->at++;
    words = text_part(r->html.data + from, r->at - from);
    if (text_trim(words).size == 0) {
        put_space(r, words);
        return;
    }
    if (r->paragraph != NULL)
        words =
            markup_rest(words, (size_t)(text_trim(words).data - words.data));
    begin_words(r);
    put_words(r, words);
}

void markdown_html_put(struct markdown_writer *writer, struct text html,
    bool lead, struct builder *out)
{
    struct reader r = {
        .writer = writer, .html = html, .out = out, .lead = lead};

    while (r.at < html.size) {
        char c = html.data[r.at];

        if ((c != '<' || !take_tag(&r)) &&
            (c != MARKUP_MARK || !take_marker(&r)))
            take_words(&r);
    }
    while (r.depth > 0)
        pop(&r);
}
