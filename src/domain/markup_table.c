/* HTML tables: a small tree builder that never nests what must not be. */
#include "domain/markup_table.h"

#include "domain/markup_inline.h"
#include "domain/markup_line.h"
#include "domain/markup_plain.h"

#include <string.h>

enum { DEPTH = 32, TAG_LIMIT = 2000 };

enum element_kind {
    ELEMENT_TABLE,
    ELEMENT_GROUP, /* thead, tbody */
    ELEMENT_ROW,
    ELEMENT_CELL,
    ELEMENT_PARAGRAPH,
    ELEMENT_LIST,
    ELEMENT_ITEM,
    ELEMENT_INLINE,
    ELEMENT_VOID
};

struct element {
    const char *name;
    enum element_kind kind;
};

static const struct element elements[] = {{"table", ELEMENT_TABLE},
    {"thead", ELEMENT_GROUP}, {"tbody", ELEMENT_GROUP}, {"tr", ELEMENT_ROW},
    {"th", ELEMENT_CELL}, {"td", ELEMENT_CELL}, {"p", ELEMENT_PARAGRAPH},
    {"ul", ELEMENT_LIST}, {"ol", ELEMENT_LIST}, {"li", ELEMENT_ITEM},
    {"strong", ELEMENT_INLINE}, {"b", ELEMENT_INLINE}, {"em", ELEMENT_INLINE},
    {"i", ELEMENT_INLINE}, {"code", ELEMENT_INLINE}, {"br", ELEMENT_VOID}};

struct reader {
    struct markup_state *state;
    struct text text;
    size_t at;
    size_t counted;
    size_t line;
    struct markup_piece *pieces;
    size_t count;
    size_t capacity;
    const struct element *open[DEPTH];
    size_t depth;
};

static const struct element *element_named(struct text name)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (name.size == strlen(elements[i].name) &&
            strncasecmp(name.data, elements[i].name, name.size) == 0)
            return &elements[i];
    }
    return NULL;
}

static void add_piece(struct reader *r, enum markup_piece_kind kind,
    const char *text, size_t number)
{
    r->pieces = arena_widen(
        r->state->arena, r->pieces, r->count, &r->capacity, sizeof *r->pieces);
    r->pieces[r->count++] = (struct markup_piece){kind, text, number};
}

static void open_named(struct reader *r, const char *name)
{
    const struct element *element = element_named(text_of(name));

    if (r->depth == DEPTH)
        return;
    add_piece(r, MARKUP_PIECE_OPEN, element->name, 0);
    r->open[r->depth++] = element;
}

static void close_top(struct reader *r)
{
    add_piece(r, MARKUP_PIECE_CLOSE, r->open[--r->depth]->name, 0);
}

static enum element_kind top_kind(const struct reader *r)
{
    return r->depth == 0 ? ELEMENT_TABLE : r->open[r->depth - 1]->kind;
}

/* Close what is open inside of the nearest element of a `kind` or lower. */
static void close_inside(struct reader *r, enum element_kind kind)
{
    while (r->depth > 1 && top_kind(r) > kind)
        close_top(r);
}

/* Make sure that words may stand here: open the row and cell, or the list
 * item, that the writer left out. */
static void make_place(struct reader *r)
{
    if (top_kind(r) == ELEMENT_TABLE)
        open_named(r, "tbody");
    if (top_kind(r) == ELEMENT_GROUP)
        open_named(r, "tr");
    if (top_kind(r) == ELEMENT_ROW)
        open_named(r, "td");
    if (top_kind(r) == ELEMENT_LIST)
        open_named(r, "li");
}

static bool has_open(const struct reader *r, enum element_kind kind)
{
    for (size_t i = 0; i < r->depth; i++) {
        if (r->open[i]->kind == kind)
            return true;
    }
    return false;
}

/* Close inline elements and a paragraph: a block comes. */
static void close_words(struct reader *r)
{
    while (top_kind(r) == ELEMENT_INLINE || top_kind(r) == ELEMENT_PARAGRAPH)
        close_top(r);
}

static void open_item(struct reader *r)
{
    close_words(r);
    if (top_kind(r) == ELEMENT_ITEM)
        close_top(r);
    if (top_kind(r) != ELEMENT_LIST) {
        make_place(r);
        open_named(r, "ul");
    }
    if (top_kind(r) == ELEMENT_LIST)
        open_named(r, "li");
}

static void open_element(struct reader *r, const struct element *element)
{
    switch (element->kind) {
    case ELEMENT_TABLE:
        return; /* the outer one is open; one within it is not kept */
    case ELEMENT_GROUP:
        close_inside(r, ELEMENT_TABLE);
        open_named(r, r->count == 1 ? element->name : "tbody");
        return;
    case ELEMENT_ROW:
        close_inside(r, ELEMENT_GROUP);
        if (top_kind(r) == ELEMENT_TABLE)
            open_named(r, "tbody");
        open_named(r, "tr");
        return;
    case ELEMENT_CELL:
        close_inside(r, ELEMENT_ROW);
        if (top_kind(r) == ELEMENT_TABLE)
            open_named(r, "tbody");
        if (top_kind(r) == ELEMENT_GROUP)
            open_named(r, "tr");
        open_named(r, element->name);
        return;
    case ELEMENT_ITEM:
        open_item(r);
        return;
    case ELEMENT_PARAGRAPH:
    case ELEMENT_LIST:
        close_words(r);
        make_place(r);
        if (r->depth + 4 < DEPTH)
            open_named(r, element->name);
        return;
    case ELEMENT_VOID:
        make_place(r);
        add_piece(r, MARKUP_PIECE_OPEN, element->name, 0);
        return;
    case ELEMENT_INLINE:
        make_place(r);
        if (r->depth + 4 < DEPTH)
            open_named(r, element->name);
    }
}

static void close_element(struct reader *r, const struct element *element)
{
    size_t depth = r->depth;

    if (element->kind == ELEMENT_TABLE || element->kind == ELEMENT_VOID)
        return;
    while (depth > 1 && r->open[depth - 1] != element) {
        /* `</b>` does not reach out of its cell */
        if (r->open[depth - 1]->kind <= ELEMENT_CELL &&
            element->kind > ELEMENT_CELL)
            return;
        depth--;
    }
    if (depth <= 1)
        return;
    while (r->depth >= depth)
        close_top(r);
}

/* White space at the edge of a block is nothing. */
static bool at_edge(const struct reader *r)
{
    const struct markup_piece *last = &r->pieces[r->count - 1];

    return (last->kind == MARKUP_PIECE_OPEN ||
               last->kind == MARKUP_PIECE_CLOSE) &&
           element_named(text_of(last->text))->kind != ELEMENT_INLINE;
}

static void add_words(struct reader *r, size_t from, size_t to)
{
    struct text words = text_part(r->text.data + from, to - from);
    struct builder out = builder_create(r->state->arena);
    const char *plain = markup_unfold(r->state->arena, words);

    if (words.size == 0 || (plain[0] == '\0' && at_edge(r)))
        return;
    if (!at_edge(r) && strchr(" \n\t", words.data[0]) != NULL)
        builder_byte(&out, ' ');
    if (plain[0] != '\0') {
        make_place(r);
        builder_put(&out, plain);
        if (strchr(" \n\t", words.data[words.size - 1]) != NULL)
            builder_byte(&out, ' ');
    }
    add_piece(r, MARKUP_PIECE_TEXT, builder_string(&out), 0);
}

/* A Markdown link at `at`: its whole size, 0 when there is none. */
static size_t read_link(struct reader *r, size_t at, struct markup_link *link)
{
    struct text rest = markup_rest(r->text, at);
    const char *end = memchr(rest.data, ']', rest.size);
    struct markup_target clean;
    struct text words;
    struct text target;
    struct text title;
    size_t size;

    if (end == NULL || end + 1 >= rest.data + rest.size || end[1] != '(')
        return 0;
    words = text_part(rest.data + 1, (size_t)(end - rest.data) - 1);
    if (words.size > 0 && (memchr(words.data, '<', words.size) != NULL ||
                              memchr(words.data, '[', words.size) != NULL))
        return 0;
    size =
        markup_target_read(markup_rest(rest, words.size + 3), &target, &title);
    if (size == 0 || memchr(target.data, '<', target.size) != NULL ||
        (title.size > 0 && memchr(title.data, '<', title.size) != NULL))
        return 0;
    clean = markup_target_clean(r->state->arena, target, title);
    *link = (struct markup_link){.target = clean.target,
        .title = clean.title,
        .words = markup_plain(r->state->arena, words)};
    return words.size + 3 + size;
}

static size_t line_at(struct reader *r, size_t at)
{
    for (; r->counted < at; r->counted++)
        r->line += r->text.data[r->counted] == '\n';
    return r->line;
}

/* The words up to the next tag, with the links among them. */
static void read_words(struct reader *r)
{
    size_t from = r->at;

    for (; r->at < r->text.size; r->at++) {
        struct markup_link link;
        size_t size;

        if (r->text.data[r->at] == '<' && r->at > from)
            break;
        if (r->text.data[r->at] != '[')
            continue;
        size = read_link(r, r->at, &link);
        if (size == 0)
            continue;
        add_words(r, from, r->at);
        make_place(r);
        link.line = line_at(r, r->at);
        add_piece(r, MARKUP_PIECE_LINK, link.words,
            markup_state_link(
                r->state, link, (struct markup_place){r->at, r->at + size}));
        from = r->at + size;
        r->at = from - 1;
    }
    add_words(r, from, r->at);
}

/* The tag at the current place; false when the `<` begins none. */
static bool read_tag(struct reader *r)
{
    struct text rest = markup_rest(r->text, r->at);
    size_t from = rest.size > 1 && rest.data[1] == '/' ? 2 : 1;
    size_t at = from;
    const struct element *element;
    char quote = '\0';

    while (at < rest.size &&
           ((rest.data[at] | 0x20) >= 'a' && (rest.data[at] | 0x20) <= 'z'))
        at++;
    if (at == from || at >= rest.size)
        return false;
    element = element_named(text_part(rest.data + from, at - from));
    for (; at < rest.size && at < TAG_LIMIT; at++) {
        if (quote == '\0' && rest.data[at] == '>')
            break;
        if (quote == rest.data[at])
            quote = '\0';
        else if (quote == '\0' && strchr("\"'", rest.data[at]) != NULL)
            quote = rest.data[at];
    }
    if (at >= rest.size || rest.data[at] != '>' || element == NULL)
        return false;
    if (from == 2)
        close_element(r, element);
    else
        open_element(r, element);
    r->at += at + 1;
    return true;
}

void markup_table_read(struct markup_state *state, struct text text,
    size_t line, struct markup_insert *insert)
{
    struct reader r = {.state = state, .text = text, .line = line};

    open_named(&r, "table");
    while (r.at < text.size) {
        if (text.data[r.at] != '<' || !read_tag(&r))
            read_words(&r);
    }
    if (!has_open(&r, ELEMENT_CELL) && r.count == 1)
        make_place(&r); /* a table needs a row */
    while (r.depth > 0)
        close_top(&r);
    insert->pieces = r.pieces;
    insert->piece_count = r.count;
}
