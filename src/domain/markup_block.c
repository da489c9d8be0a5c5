/* From lines to prepared text, a block at a time. */
#include "domain/markup_block.h"

#include "domain/markup_code.h"
#include "domain/markup_inline.h"
#include "domain/markup_line.h"
#include "domain/markup_lines.h"
#include "domain/markup_plain.h"
#include "domain/markup_rows.h"
#include "domain/markup_table.h"

#include <string.h>

struct reader {
    struct arena *arena;
    struct markup_state state;
    struct markup_document *out;
    const struct markup_line *lines;
    size_t count;
    size_t at;
    struct builder part;   /* of the section being read */
    struct builder *notes; /* one for each note */
    struct builder source; /* of a paragraph; used again for the next */
    struct builder copy;   /* the same prepared */
    bool shown;            /* something stands on the page already */
    size_t part_capacity;
    size_t heading_capacity;
};

static struct builder *target_of(struct reader *r, size_t note)
{
    return note == 0 ? &r->part : &r->notes[note - 1];
}

static void put_prefix(struct builder *out, size_t depth)
{
    for (; depth > 0; depth--)
        builder_byte(out, '>');
}

static void put_blank(struct builder *out, size_t depth)
{
    put_prefix(out, depth);
    builder_byte(out, '\n');
}

/* A marker as a block of its own, where `line` stands. */
static void put_block(struct reader *r, const struct markup_line *line,
    struct markup_insert insert)
{
    struct builder *out = target_of(r, line->note);
    size_t number = markup_state_insert(&r->state, insert);

    if (line->lead > line->prefix + line->indent) {
        /* a code block that begins on the line of its list item */
        builder_add(out, line->text.data, line->lead);
    } else {
        put_blank(out, line->depth);
        builder_add(out, line->text.data, line->prefix);
        for (size_t i = 0; i < line->base; i++)
            builder_byte(out, ' ');
    }
    builder_text(out, markup_state_marker(&r->state, number));
    builder_byte(out, '\n');
    put_blank(out, line->depth);
    r->shown = true;
}

static void put_break(struct reader *r)
{
    size_t number = markup_state_insert(&r->state,
        (struct markup_insert){.kind = MARKUP_INSERT_BREAK, .source = ""});

    builder_byte(&r->part, '\n');
    builder_text(&r->part, markup_state_marker(&r->state, number));
    builder_put(&r->part, "\n\n");
}

static void take_code(struct reader *r)
{
    const struct markup_line *first = &r->lines[r->at];
    struct markup_insert insert;

    r->at += markup_code_read(r->arena, first, r->count - r->at, &insert);
    put_block(r, first, insert);
}

static void take_table(struct reader *r)
{
    const struct markup_line *first = &r->lines[r->at];
    struct builder text = builder_create(r->arena);
    struct markup_insert insert = {.kind = MARKUP_INSERT_TABLE};

    do {
        builder_text(&text, r->lines[r->at].text);
        builder_byte(&text, '\n');
        r->at++;
    } while (
        r->at < r->count && r->lines[r->at].kind == MARKUP_LINE_TABLE_MORE);
    insert.source = builder_string(&text);
    markup_table_read(
        &r->state, text_part(text.data, text.size), first->number, &insert);
    put_block(r, first, insert);
}

static void end_part(struct reader *r)
{
    r->out->parts[r->out->part_count - 1].source = builder_string(&r->part);
}

static void begin_part(struct reader *r, size_t heading)
{
    struct markup_document *out = r->out;

    out->parts = arena_widen(r->arena, out->parts, out->part_count,
        &r->part_capacity, sizeof *out->parts);
    out->parts[out->part_count++] =
        (struct markup_part){.heading = heading, .opens = !r->shown};
    r->part = builder_create(r->arena);
    r->state.heading = heading;
}

static void add_heading(struct reader *r, struct markup_heading heading)
{
    struct markup *found = &r->out->found;

    found->headings = arena_widen(r->arena, found->headings,
        found->heading_count, &r->heading_capacity, sizeof *found->headings);
    found->headings[found->heading_count++] = heading;
}

static void take_heading(struct reader *r)
{
    const struct markup_line *line = &r->lines[r->at++];
    struct text slug;
    struct text words = markup_heading_words(markup_line_words(line), &slug);
    const char *title = markup_plain(r->arena, words);
    struct markup_heading heading = {.level = line->level,
        .title = title[0] == '\0' ? "Untitled" : title,
        .line = line->number,
        .offset = line->offset};

    if (line->level == 1 && !r->shown && r->out->found.title == NULL &&
        r->out->found.heading_count == 0) {
        r->out->found.title = heading.title;
        return;
    }
    heading.slug =
        text_slug(r->arena, slug.size > 0 ? slug : text_of(heading.title));
    add_heading(r, heading);
    end_part(r);
    r->shown = true;
    begin_part(r, r->out->found.heading_count - 1);
}

static void take_rows(struct reader *r, size_t columns)
{
    const struct markup_line *first = &r->lines[r->at];
    struct builder *out = target_of(r, first->note);

    put_blank(out, first->depth);
    r->at += markup_rows_copy(&r->state, first, r->count - r->at, columns, out);
    put_blank(out, first->depth);
    r->shown = true;
}

/* `[!NOTE]` and its like at the head of a quotation: the kind, and the size
 * of the mark. */
static const char *callout_kind(struct text words, size_t *size)
{
    static const char *const kinds[] = {"CAUTION", "NOTE", "INSTRUCTION"};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        *size = strlen(kinds[i]) + 3;
        if (words.size >= *size && memcmp(words.data, "[!", 2) == 0 &&
            strncasecmp(words.data + 2, kinds[i], *size - 3) == 0 &&
            words.data[*size - 1] == ']')
            return kinds[i];
    }
    return NULL;
}

static bool begins_quotation(const struct reader *r)
{
    const struct markup_line *line = &r->lines[r->at];

    return line->depth > 0 && !line->listed &&
           (r->at == 0 || line[-1].depth < line->depth);
}

/* The mark of a call-out and its title become a paragraph of their own. */
static bool take_callout(struct reader *r)
{
    const struct markup_line *line = &r->lines[r->at];
    struct builder *out = target_of(r, line->note);
    struct text words = markup_line_words(line);
    size_t size;
    const char *kind = begins_quotation(r) ? callout_kind(words, &size) : NULL;
    size_t number;

    if (kind == NULL)
        return false;
    number = markup_state_insert(
        &r->state, (struct markup_insert){.kind = MARKUP_INSERT_CALLOUT,
                       .source = arena_copy(r->arena, words.data, size),
                       .content = kind});
    builder_add(out, line->text.data, line->prefix);
    builder_text(out, markup_state_marker(&r->state, number));
    builder_byte(out, ' ');
    markup_inline_copy(&r->state,
        (struct markup_words){
            .text = text_trim(markup_rest(words, size)), .line = line->number},
        out);
    builder_byte(out, '\n');
    put_blank(out, line->depth);
    r->at++;
    r->shown = true;
    return true;
}

/* The marker of a list item, with `1)` made `1.` and a task's box shown. */
static size_t put_item_head(
    struct reader *r, const struct markup_line *line, struct builder *out)
{
    struct text rest = markup_rest(line->text, line->lead);
    const char *box = NULL;
    bool digits = false;

    for (size_t i = 0; i < line->lead; i++) {
        char c = line->text.data[i];

        builder_byte(out, c == ')' && digits ? '.' : c);
        digits = c >= '0' && c <= '9';
    }
    if (text_begins(rest, "[ ] "))
        box = "\xe2\x98\x90";
    else if (text_begins(rest, "[x] ") || text_begins(rest, "[X] "))
        box = "\xe2\x98\x91";
    if (box == NULL)
        return line->lead;
    builder_text(out, markup_state_marker(&r->state,
                          markup_state_insert(&r->state,
                              (struct markup_insert){.kind = MARKUP_INSERT_TEXT,
                                  .source = arena_copy(r->arena, rest.data, 3),
                                  .content = box})));
    return line->lead + 3;
}

/* A builder to use again from its start. */
static struct builder take_scratch(const struct builder *kept)
{
    struct builder scratch = *kept;

    scratch.size = 0;
    return scratch;
}

/* Lines that make one paragraph or the head of one list item. */
static void take_text(struct reader *r)
{
    const struct markup_line *first = &r->lines[r->at];
    struct builder *out = target_of(r, first->note);
    struct builder source = take_scratch(&r->source);
    struct builder copy = take_scratch(&r->copy);
    size_t links = r->state.link_count;
    size_t lead = first->lead;

    if (first->kind == MARKUP_LINE_ITEM)
        lead = put_item_head(r, first, out);
    else
        builder_add(&copy, first->text.data, lead);
    builder_text(&source, markup_rest(first->text, lead));
    for (r->at++; r->at < r->count; r->at++) {
        const struct markup_line *line = &r->lines[r->at];

        if (line->kind != MARKUP_LINE_TEXT || line->depth != first->depth ||
            line->note != first->note ||
            markup_rows_columns(&r->lines[r->at], r->count - r->at) > 0)
            break;
        builder_byte(&source, '\n');
        builder_text(&source, line->text);
    }
    markup_inline_copy(&r->state,
        (struct markup_words){.text = text_part(source.data, source.size),
            .line = first->number,
            .depth = first->depth},
        &copy);
    if (first->depth == 0 && !first->listed && first->note == 0 &&
        markup_state_meets(
            &r->state, text_part(source.data, source.size), links))
        copy.size = 0;
    else
        r->shown = true;
    builder_add(out, copy.data, copy.size);
    builder_byte(out, '\n');
    r->source = source;
    r->copy = copy;
}

/* Whether a block before line `at` must be ended with an empty line for the
 * library to see that another begins. */
static bool needs_blank(const struct reader *r)
{
    const struct markup_line *line = &r->lines[r->at];
    const struct markup_line *before = r->at == 0 ? NULL : line - 1;

    if (before == NULL || before->kind == MARKUP_LINE_BLANK)
        return false;
    if (line->kind == MARKUP_LINE_RULE)
        return true;
    return line->kind == MARKUP_LINE_ITEM && !before->listed &&
           before->depth == line->depth;
}

/* Does the paragraph that ends with line `at` belong to a quotation, be it
 * only because its first lines do? */
static bool ends_quotation(const struct reader *r, size_t at)
{
    while (at > 0 && r->lines[at].kind == MARKUP_LINE_TEXT &&
           r->lines[at].depth == 0)
        at--;
    return r->lines[at].depth > 0;
}

/* Two quotations with an empty line between them would be one to the
 * library. */
static bool parts_quotations(const struct reader *r)
{
    const struct markup_line *line = &r->lines[r->at];
    size_t before = r->at;

    if (line->depth == 0 || line->note > 0 || line->listed)
        return false;
    while (before > 0 && r->lines[before - 1].kind == MARKUP_LINE_BLANK &&
           r->lines[before - 1].depth == 0)
        before--;
    return before > 0 && before < r->at && ends_quotation(r, before - 1);
}

static void take_line(struct reader *r)
{
    const struct markup_line *line = &r->lines[r->at];
    struct builder *out = target_of(r, line->note);
    size_t columns;

    if (line->kind != MARKUP_LINE_BLANK && parts_quotations(r))
        put_break(r);
    if (needs_blank(r))
        put_blank(out, line->depth);
    switch (line->kind) {
    case MARKUP_LINE_HEADING:
        take_heading(r);
        break;
    case MARKUP_LINE_FENCE:
    case MARKUP_LINE_CODE:
        take_code(r);
        break;
    case MARKUP_LINE_TABLE:
        take_table(r);
        break;
    case MARKUP_LINE_BLANK:
    case MARKUP_LINE_RULE:
        builder_text(out, line->text);
        builder_byte(out, '\n');
        r->shown |= line->kind == MARKUP_LINE_RULE;
        r->at++;
        break;
    case MARKUP_LINE_TEXT:
    case MARKUP_LINE_ITEM:
        columns = markup_rows_columns(&r->lines[r->at], r->count - r->at);
        if (columns > 0)
            take_rows(r, columns);
        else if (!take_callout(r))
            take_text(r);
        break;
    case MARKUP_LINE_FENCED:
    case MARKUP_LINE_FENCE_END:
    case MARKUP_LINE_TABLE_MORE:
    case MARKUP_LINE_UNDERLINE:
    case MARKUP_LINE_DEFINITION:
        r->at++;
    }
}

/* `[name]: target "title"`; the first of a name counts. */
static void define(struct reader *r, const struct markup_line *line)
{
    struct text words = text_trim(markup_line_words(line));
    struct text name;
    size_t at = markup_definition_head(words, &name);
    const char *rest;
    struct text target;
    struct text title;
    struct markup_target *kept;
    const char *key = markup_name(r->arena, name);

    rest = arena_format(
        r->arena, "%s)", text_string(r->arena, markup_rest(words, at)));
    if (map_get(r->state.targets, key) != NULL ||
        markup_target_read(text_of(rest), &target, &title) != strlen(rest))
        return;
    kept = arena_alloc(r->arena, sizeof *kept);
    *kept = markup_target_clean(r->arena, target, title);
    map_set(r->state.targets, key, kept);
}

static void gather_definitions(
    struct reader *r, const struct markup_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        if (lines->lines[i].kind == MARKUP_LINE_DEFINITION)
            define(r, &lines->lines[i]);
    }
    r->notes = arena_array(r->arena, lines->note_count + 1, sizeof *r->notes);
    for (size_t i = 0; i < lines->note_count; i++) {
        size_t *index = arena_alloc(r->arena, sizeof *index);

        *index = i;
        r->notes[i] = builder_create(r->arena);
        if (map_get(r->state.notes, lines->notes[i]) == NULL)
            map_set(r->state.notes, lines->notes[i], index);
    }
}

static void finish(struct reader *r, size_t note_count)
{
    struct markup_document *out = r->out;

    end_part(r);
    out->inserts = r->state.inserts;
    out->insert_count = r->state.insert_count;
    out->found.links = r->state.links;
    out->found.link_count = r->state.link_count;
    out->notes = arena_array(r->arena, note_count + 1, sizeof *out->notes);
    out->note_count = note_count;
    for (size_t i = 0; i < note_count; i++)
        out->notes[i].source = builder_string(&r->notes[i]);
}

void markup_blocks_read(struct arena *arena, struct text body,
    size_t first_line, struct markup_document *out)
{
    struct reader r = {.arena = arena,
        .state = markup_state_create(arena),
        .out = out,
        .source = builder_create(arena),
        .copy = builder_create(arena)};
    struct markup_lines lines;

    *out = (struct markup_document){0};
    markup_lines_split(arena, body, first_line, &lines);
    r.lines = lines.lines;
    r.count = lines.count;
    gather_definitions(&r, &lines);
    begin_part(&r, MARKUP_NONE);
    while (r.at < r.count)
        take_line(&r);
    finish(&r, lines.note_count);
}
