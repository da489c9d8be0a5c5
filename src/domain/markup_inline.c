/* Within a paragraph, from left to right; brackets wait on a stack. */
#include "domain/markup_inline.h"

#include "domain/markup_line.h"
#include "domain/markup_plain.h"
#include "domain/markup_target.h"

#include <stdint.h>
#include <string.h>

enum {
    NAME_LIMIT = 500,
    TICKS = 32,                /* runs of ticks that are remembered */
    BORROW_LIMIT = 1024 * 1024 /* bytes of targets a page uses by name */
};

struct opener {
    size_t piece; /* its marker, replaced when it proves a link */
    size_t at;    /* of the bracket (or the `!`) */
    size_t words; /* where its words begin */
    size_t line;
    size_t links; /* found before it */
    bool image;
    bool active; /* false: a link already stands within it */
};

struct copier {
    struct markup_state *state;
    struct markup_words in;
    struct text text;
    size_t at;
    size_t from; /* bytes from here on are copied as they are */
    struct text *pieces;
    size_t piece_count;
    size_t piece_capacity;
    struct opener *openers;
    size_t opener_count;
    size_t opener_capacity;
    size_t counted; /* offset up to which lines are counted */
    size_t line;
    size_t no_ticks[TICKS]; /* no run of n ticks begins at or after this */
};

static void add_piece(struct copier *c, struct text piece)
{
    c->pieces = arena_widen(c->state->arena, c->pieces, c->piece_count,
        &c->piece_capacity, sizeof *c->pieces);
    c->pieces[c->piece_count++] = piece;
}

/* Copy what stands before the current place, and go on behind `size` bytes. */
static void flush(struct copier *c, size_t size)
{
    if (c->at > c->from)
        add_piece(c, text_part(c->text.data + c->from, c->at - c->from));
    c->at += size;
    c->from = c->at;
}

static struct text here(const struct copier *c)
{
    return markup_rest(c->text, c->at);
}

/* Put a marker in place of `size` bytes. */
static void put_insert(
    struct copier *c, size_t size, struct markup_insert insert)
{
    if (insert.source == NULL)
        insert.source = arena_copy(c->state->arena, c->text.data + c->at, size);
    if (insert.kind == MARKUP_INSERT_TEXT && insert.content == NULL)
        insert.content = insert.source;
    flush(c, size);
    add_piece(c,
        markup_state_marker(c->state, markup_state_insert(c->state, insert)));
}

static void put_text(struct copier *c, size_t size)
{
    put_insert(c, size, (struct markup_insert){.kind = MARKUP_INSERT_TEXT});
}

static size_t line_here(struct copier *c)
{
    for (; c->counted < c->at; c->counted++)
        c->line += c->text.data[c->counted] == '\n';
    return c->line;
}

/* A stretch of the text without the quotation marks of its lines. */
static struct text unquoted(const struct copier *c, size_t from, size_t to)
{
    struct text part = text_part(c->text.data + from, to - from);
    struct builder out;

    if (c->in.depth == 0 || part.size == 0 ||
        memchr(part.data, '\n', part.size) == NULL)
        return part;
    out = builder_create(c->state->arena);
    for (size_t at = 0; at < part.size; at++) {
        builder_byte(&out, part.data[at]);
        if (part.data[at] == '\n') {
            size_t depth;

            at += markup_quote_prefix(
                markup_rest(part, at + 1), c->in.depth, &depth);
        }
    }
    return text_part(out.data, out.size);
}

static const char *code_words(struct copier *c, size_t from, size_t to)
{
    struct text code = unquoted(c, from, to);
    char *words = text_string(c->state->arena, code);

    for (char *p = words; *p != '\0'; p++) {
        if (*p == '\n')
            *p = ' ';
    }
    if (code.size > 2 && words[0] == ' ' && words[code.size - 1] == ' ' &&
        text_trim(code).size > 0) {
        words[code.size - 1] = '\0';
        words++;
    }
    return words;
}

static void take_ticks(struct copier *c)
{
    size_t ticks = markup_leading(here(c), '`');
    bool known = ticks < TICKS && c->at >= c->no_ticks[ticks];
    size_t size = known ? 0 : markup_code_size(here(c));

    if (size == 0) {
        if (ticks < TICKS)
            c->no_ticks[ticks] = c->at;
        put_text(c, ticks);
        return;
    }
    put_insert(c, size,
        (struct markup_insert){.kind = MARKUP_INSERT_CODE,
            .content = code_words(c, c->at + ticks, c->at + size - ticks)});
}

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           (unsigned char)c >= 0x80;
}

static bool take_bare_address(struct copier *c)
{
    struct text rest = here(c);
    size_t size = 0;

    if (c->at == 0 || !is_word(c->text.data[c->at - 1]))
        size = markup_address_size(rest);
    if (size == 0)
        return false;
    put_insert(c, size,
        (struct markup_insert){.kind = MARKUP_INSERT_ADDRESS,
            .content =
                markup_unfold(c->state->arena, text_part(rest.data, size))});
    return true;
}

/* `<https://...>`, `<mailto:...>`, `<name@host>`; any other `<` is text. */
static void take_angle(struct copier *c)
{
    const char *target;
    size_t size = markup_address_in_angles(c->state->arena, here(c), &target);

    if (size == 0)
        put_text(c, 1);
    else
        put_insert(c, size,
            (struct markup_insert){
                .kind = MARKUP_INSERT_ADDRESS, .content = target});
}

/* A bracket or `![` that may open a link: a marker until that is known. */
static void open_bracket(struct copier *c, size_t size)
{
    struct opener opener = {.at = c->at,
        .line = line_here(c),
        .links = c->state->link_count,
        .image = size == 2,
        .active = true,
        .words = c->at + size};

    put_text(c, size);
    opener.piece = c->piece_count - 1;
    c->openers = arena_widen(c->state->arena, c->openers, c->opener_count,
        &c->opener_capacity, sizeof *c->openers);
    c->openers[c->opener_count++] = opener;
}

/* `[^name]`, when there is such a note. */
static bool take_note(struct copier *c)
{
    struct text rest = here(c);
    const char *end;
    struct text name;
    const size_t *note;

    if (rest.size < 4 || rest.data[1] != '^')
        return false;
    end =
        memchr(rest.data, ']', rest.size < NAME_LIMIT ? rest.size : NAME_LIMIT);
    if (end == NULL)
        return false;
    name = text_part(rest.data + 1, (size_t)(end - rest.data) - 1);
    note = map_get(c->state->notes, markup_name(c->state->arena, name));
    if (note == NULL)
        return false;
    put_insert(c, name.size + 2,
        (struct markup_insert){.kind = MARKUP_INSERT_NOTE, .number = *note});
    return true;
}

/* A definition by name; targets used by name are limited in all, so that a
 * short page cannot make a huge one. */
static const struct markup_target *named(struct copier *c, struct text name)
{
    const struct markup_target *target;

    if (name.size == 0 || name.size > NAME_LIMIT)
        return NULL;
    target = map_get(c->state->targets, markup_name(c->state->arena, name));
    if (target == NULL)
        return NULL;
    c->state->borrowed += strlen(target->target) + strlen(target->title) + 1;
    return c->state->borrowed > BORROW_LIMIT ? NULL : target;
}

/* What follows the `]` at the current place: the size of `](...)`, `][...]`
 * or `]` of a link, 0 when it is none. */
static size_t read_target(
    struct copier *c, const struct opener *opener, struct markup_target *target)
{
    struct text rest = markup_rest(c->text, c->at + 1);
    struct text words =
        text_part(c->text.data + opener->words, c->at - opener->words);
    const struct markup_target *found = NULL;
    size_t size = 1;
    struct text address;
    struct text title;

    if (rest.size > 0 && rest.data[0] == '(') {
        size = markup_target_read(markup_rest(rest, 1), &address, &title);
        if (size > 0) {
            *target = markup_target_clean(c->state->arena, address, title);
            return size + 2;
        }
        size = 1;
    }
    if (rest.size > 1 && rest.data[0] == '[') {
        const char *end = memchr(
            rest.data, ']', rest.size < NAME_LIMIT ? rest.size : NAME_LIMIT);
        struct text name;

        if (end != NULL) {
            name = text_part(rest.data + 1, (size_t)(end - rest.data) - 1);
            size = name.size + 3;
            found = named(c, name.size == 0 ? words : name);
            if (found == NULL)
                return 0;
        }
    }
    if (found == NULL)
        found = named(c, words);
    if (found == NULL)
        return 0;
    *target = *found;
    return size;
}

/* The bracket proved a link: let the library see it, with a marker for its
 * target, and keep it. */
static void make_link(struct copier *c, const struct opener *opener,
    struct markup_target target, size_t size)
{
    struct markup_state *state = c->state;
    struct markup_link link = {.target = target.target,
        .title = target.title,
        .words = markup_plain(state->arena, unquoted(c, opener->words, c->at)),
        .line = opener->line,
        .is_image = opener->image};
    struct markup_place place = {opener->at, c->at + size};
    struct markup_insert insert = {.kind = MARKUP_INSERT_LINK,
        .source = target.target,
        .number = markup_state_link(state, link, place)};

    c->pieces[opener->piece] = text_of(opener->image ? "![" : "[");
    flush(c, 0);
    add_piece(c, text_of("]("));
    put_insert(c, size, insert);
    add_piece(c, text_of(")"));
}

static void close_bracket(struct copier *c)
{
    struct markup_target target;
    struct opener opener;
    size_t size;

    if (c->opener_count == 0) {
        put_text(c, 1);
        return;
    }
    opener = c->openers[--c->opener_count];
    size = opener.active ? read_target(c, &opener, &target) : 0;
    /* an image shows its words as plain text, so no link may hide there */
    if (size == 0 || (opener.image && c->state->link_count > opener.links)) {
        put_text(c, 1);
        return;
    }
    make_link(c, &opener, target, size);
    for (size_t i = 0; i < c->opener_count && !opener.image; i++)
        c->openers[i].active = c->openers[i].image;
}

static void take_backslash(struct copier *c)
{
    struct text rest = here(c);
    char *source;

    if (rest.size > 2 && rest.data[1] == '\n') {
        flush(c, 1);
        add_piece(c, text_of("  "));
        return;
    }
    if (rest.size < 2 || !markup_is_punctuation(rest.data[1])) {
        /* the library reads past the end of a row that ends in one */
        put_text(c, 1);
        return;
    }
    source = arena_copy(c->state->arena, rest.data, 2);
    put_insert(c, 2,
        (struct markup_insert){.kind = MARKUP_INSERT_TEXT,
            .source = source,
            .content = source + 1});
}

/* At the head of a line: what the library would take for a heading, or for
 * the line under the head of a table. */
static void take_line_head(struct copier *c, bool first)
{
    struct text line = here(c);
    const char *end =
        line.size == 0 ? NULL : memchr(line.data, '\n', line.size);

    if (end != NULL)
        line.size = (size_t)(end - line.data);
    if (line.size == 0)
        return;
    if (line.data[0] == '#' ? markup_heading_level(line) == 0
                            : !first && (markup_is_only(line, '=') ||
                                            markup_is_only(line, '-') ||
                                            markup_columns(line) > 0))
        put_text(c, 1);
}

static void take_line_end(struct copier *c)
{
    size_t depth;

    c->at++;
    c->at += markup_quote_prefix(here(c), c->in.depth, &depth);
    c->at += markup_leading(here(c), ' ');
    take_line_head(c, false);
}

static void take_one(struct copier *c)
{
    char next = c->at + 1 < c->text.size ? c->text.data[c->at + 1] : ' ';

    switch (c->text.data[c->at]) {
    case '\n':
        take_line_end(c);
        break;
    case '\\':
        take_backslash(c);
        break;
    case '`':
        take_ticks(c);
        break;
    case '<':
        take_angle(c);
        break;
    case '!':
        if (next == '[')
            open_bracket(c, 2);
        else
            c->at++;
        break;
    case '[':
        if (!take_note(c))
            open_bracket(c, 1);
        break;
    case ']':
        close_bracket(c);
        break;
    case 'h':
    case 'H':
        if (!take_bare_address(c))
            c->at++;
        break;
    default:
        c->at++;
    }
}

void markup_inline_copy(
    struct markup_state *state, struct markup_words words, struct builder *out)
{
    struct copier c = {
        .state = state, .in = words, .text = words.text, .line = words.line};

    for (size_t i = 0; i < TICKS; i++)
        c.no_ticks[i] = SIZE_MAX;
    take_line_head(&c, true);
    while (c.at < c.text.size)
        take_one(&c);
    flush(&c, 0);
    for (size_t i = 0; i < c.piece_count; i++)
        builder_text(out, c.pieces[i]);
    state->pieces = c.pieces;
    state->piece_capacity = c.piece_capacity;
}
