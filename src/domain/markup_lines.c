/* The lines of a body, from the top down in one pass. */
#include "domain/markup_lines.h"

#include "domain/markup_line.h"

#include <stdint.h>
#include <string.h>

enum { LISTS = 32, TAB = 4, CODE = 4 };

struct splitter {
    struct arena *arena;
    struct text body;
    size_t at; /* offset of the next line */
    size_t number;
    struct markup_lines *out;
    size_t line_capacity;
    size_t note_capacity;
    struct text fence; /* the ticks of the open code block */
    bool in_comment;
    bool in_table;
    bool comments_end; /* no `-->` is left in the body */
    bool tables_end;   /* no `</table>` is left */
    bool titled;       /* something but blank lines was seen */
    size_t lists[LISTS];
    size_t list_count;
    size_t note;
};

struct text markup_line_words(const struct markup_line *line)
{
    return markup_rest(line->text, line->prefix + line->indent);
}

/* Tabs of the indent and of what stands before the words turned to spaces. */
static struct text expand_tabs(struct arena *arena, struct text raw)
{
    struct builder out;
    size_t at = 0;

    if (raw.size == 0 || memchr(raw.data, '\t', raw.size) == NULL)
        return raw;
    out = builder_create(arena);
    for (; at < raw.size; at++) {
        if (raw.data[at] != '\t') {
            builder_byte(&out, raw.data[at]);
            continue;
        }
        do {
            builder_byte(&out, ' ');
        } while (out.size % TAB != 0);
    }
    return text_part(out.data, out.size);
}

/* Does `needle` stand in the body from `at` on? Once it does not, it never
 * will again: `gone` keeps the search from being done over. */
static bool comes_later(
    const struct splitter *s, size_t at, const char *needle, bool *gone)
{
    if (!*gone && memmem(s->body.data + at, s->body.size - at, needle,
                      strlen(needle)) == NULL)
        *gone = true;
    return !*gone;
}

/* The size of the code span at the head of `text`, or of its ticks alone. */
static size_t span_size(struct text text)
{
    size_t ticks = markup_leading(text, '`');

    for (size_t at = ticks; at < text.size;) {
        size_t run = markup_leading(markup_rest(text, at), '`');

        if (run == ticks)
            return at + run;
        at += run > 0 ? run : 1;
    }
    return ticks;
}

/* Take comments out of a line; one that does not end is left alone. */
static struct text drop_comments(struct splitter *s, struct text text)
{
    struct builder out;
    size_t at = 0;

    if (!s->in_comment &&
        (text.size == 0 || memmem(text.data, text.size, "<!--", 4) == NULL))
        return text;
    out = builder_create(s->arena);
    while (at < text.size) {
        struct text rest = markup_rest(text, at);
        size_t size = 1;

        if (s->in_comment) {
            const char *end = memmem(rest.data, rest.size, "-->", 3);

            s->in_comment = end == NULL;
            at = end == NULL ? text.size : (size_t)(end + 3 - text.data);
            continue;
        }
        if (text_begins(rest, "<!--") &&
            (memmem(rest.data, rest.size, "-->", 3) != NULL ||
                comes_later(s, s->at, "-->", &s->comments_end))) {
            s->in_comment = true;
            at += 4;
            continue;
        }
        if (rest.data[0] == '`')
            size = span_size(rest);
        else if (rest.data[0] == '\\' && rest.size > 1)
            size = 2;
        builder_add(&out, rest.data, size);
        at += size;
    }
    return text_part(builder_string(&out), out.size);
}

static struct markup_line *previous_line(const struct splitter *s)
{
    return s->out->count == 0 ? NULL : &s->out->lines[s->out->count - 1];
}

static enum markup_line_kind previous_kind(const struct splitter *s)
{
    return s->out->count == 0 ? MARKUP_LINE_BLANK : previous_line(s)->kind;
}

static bool is_paragraph(const struct splitter *s)
{
    enum markup_line_kind kind = previous_kind(s);

    return kind == MARKUP_LINE_TEXT || kind == MARKUP_LINE_ITEM;
}

static size_t list_base(const struct splitter *s)
{
    return s->list_count == 0 ? 0 : s->lists[s->list_count - 1];
}

/* End the lists whose words are indented further than `indent`. */
static void leave_lists(struct splitter *s, size_t indent)
{
    while (s->list_count > 0 && indent < list_base(s))
        s->list_count--;
}

/* Enter the items that begin on the line; where their words begin. */
static size_t enter_items(struct splitter *s, const struct markup_line *line)
{
    size_t at = line->prefix + line->indent;

    for (;;) {
        struct text words = markup_rest(line->text, at);
        size_t spaces = markup_leading(words, ' ');
        size_t size;

        words = markup_rest(words, spaces);
        size = markup_is_rule(words) ? 0 : markup_item_size(words);
        if (size == 0 || spaces >= CODE || s->list_count == LISTS)
            return at;
        at += spaces + size;
        s->lists[s->list_count++] = at - line->prefix;
    }
}

/* May a list begin here? A number within a paragraph is mostly no item. */
static bool may_begin_item(const struct splitter *s, struct text words)
{
    bool number = words.data[0] >= '0' && words.data[0] <= '9';

    return s->list_count > 0 || previous_kind(s) != MARKUP_LINE_TEXT ||
           !number ||
           (words.data[0] == '1' && words.size > 1 &&
               (words.data[1] == '.' || words.data[1] == ')'));
}

static void add_note(struct splitter *s, struct text name)
{
    struct markup_lines *out = s->out;

    out->notes = arena_widen(s->arena, out->notes, out->note_count,
        &s->note_capacity, sizeof *out->notes);
    out->notes[out->note_count++] = markup_name(s->arena, name);
    s->note = out->note_count;
    s->list_count = 0;
}

/* A line that begins a note loses its name, one that goes on with it loses
 * its indent; any other ends it. */
static void follow_note(struct splitter *s, struct markup_line *line)
{
    size_t indent = markup_leading(line->text, ' ');
    struct text words = markup_rest(line->text, indent);
    struct text name;
    size_t at = indent < CODE ? markup_definition_head(words, &name) : 0;

    if (at > 0 && name.size > 1 && name.data[0] == '^') {
        add_note(s, name);
        line->text = text_trim(markup_rest(words, at));
        if (line->text.size == 0)
            line->text = text_part("", 0);
        return;
    }
    if (s->note == 0 || words.size == 0)
        return;
    if (indent >= 2) {
        line->text = markup_rest(line->text, indent < CODE ? indent : CODE);
        return;
    }
    if (!is_paragraph(s) || markup_is_definition(words) ||
        markup_heading_level(words) > 0) {
        s->note = 0;
        s->list_count = 0;
    }
}

/* The text of a page's heading: level, and the line is marked. */
static void mark_heading(
    struct splitter *s, struct markup_line *line, int level)
{
    line->kind = MARKUP_LINE_HEADING;
    line->level = level;
    s->list_count = 0;
}

/* An underline makes the line before it a heading when that is the only line
 * of its paragraph. */
static bool take_underline(struct splitter *s, struct text words)
{
    struct markup_line *before = previous_line(s);
    int level = markup_is_only(words, '=')   ? 1
                : markup_is_only(words, '-') ? 2
                                             : 0;

    if (level == 0 || before == NULL || before->kind != MARKUP_LINE_TEXT ||
        before->depth > 0 || before->listed || before->note > 0 ||
        (s->out->count > 1 && before[-1].kind == MARKUP_LINE_TEXT))
        return false;
    mark_heading(s, before, level);
    return true;
}

/* Is there a `</table>` from `at` on? As comes_later(), in any case. */
static bool table_ends_later(struct splitter *s, size_t at)
{
    if (!s->tables_end && markup_table_end(markup_rest(s->body, at)) == 0)
        s->tables_end = true;
    return !s->tables_end;
}

static void open_fence(
    struct splitter *s, struct markup_line *line, struct text words)
{
    size_t size = markup_fence_size(words, &line->info);

    line->kind = MARKUP_LINE_FENCE;
    s->fence = text_part(words.data, size);
}

/* What only a page itself has, not a quotation, list or note; false for
 * anything else. */
static bool classify_page(
    struct splitter *s, struct markup_line *line, struct text words)
{
    int level = markup_heading_level(words);

    if (line->depth > 0 || line->note > 0 ||
        line->indent >= (s->list_count > 0 ? s->lists[0] : CODE))
        return false;
    if (level > 0) {
        mark_heading(s, line, level);
    } else if (s->list_count == 0 && take_underline(s, words)) {
        line->kind = MARKUP_LINE_UNDERLINE;
    } else if (markup_table_begins(words) &&
               table_ends_later(s, line->offset)) {
        s->list_count = 0;
        line->kind = MARKUP_LINE_TABLE;
    } else if (!is_paragraph(s) && markup_is_definition(words)) {
        line->kind = MARKUP_LINE_DEFINITION;
    } else {
        return false;
    }
    return true;
}

/* A list item, perhaps with a code block on its first line. */
static void classify_item(struct splitter *s, struct markup_line *line)
{
    struct text info;
    struct text words;

    leave_lists(s, line->indent);
    line->kind = MARKUP_LINE_ITEM;
    line->lead = enter_items(s, line);
    words = markup_rest(line->text, line->lead);
    if (markup_fence_size(words, &info) > 0)
        open_fence(s, line, words);
}

/* What a line of a page, list or quotation is that is not blank. */
static void classify_words(struct splitter *s, struct markup_line *line)
{
    struct text words = markup_line_words(line);
    struct text info;

    line->kind = MARKUP_LINE_TEXT;
    line->lead = line->prefix + line->indent;
    if (line->indent >= list_base(s) + CODE) {
        if (!is_paragraph(s))
            line->kind = MARKUP_LINE_CODE;
    } else if (markup_fence_size(words, &info) > 0) {
        leave_lists(s, line->indent);
        open_fence(s, line, words);
    } else if (classify_page(s, line, words)) {
        return;
    } else if (markup_is_rule(words)) {
        leave_lists(s, line->indent);
        line->kind = MARKUP_LINE_RULE;
    } else if (markup_item_size(words) > 0 && may_begin_item(s, words)) {
        classify_item(s, line);
    }
}

/* Quotation marks, unless they stand within a list: its words are left to
 * the library as they are. */
static void measure(struct splitter *s, struct markup_line *line)
{
    const struct markup_line *before = previous_line(s);
    size_t spaces = markup_leading(line->text, ' ');

    if (s->list_count == 0 || spaces < s->lists[0] ||
        (before != NULL && before->depth > 0))
        line->prefix = markup_quote_prefix(line->text, SIZE_MAX, &line->depth);
    if (before != NULL && before->depth != line->depth)
        s->list_count = 0;
    line->indent = markup_leading(markup_rest(line->text, line->prefix), ' ');
}

/* A line after an opened code block; false when the block ended before it. */
static bool classify_fenced(struct splitter *s, struct markup_line *line)
{
    const struct markup_line *before = previous_line(s);
    struct text words;

    line->prefix = markup_quote_prefix(line->text, before->depth, &line->depth);
    line->indent = markup_leading(markup_rest(line->text, line->prefix), ' ');
    if (line->depth < before->depth) {
        s->fence.size = 0;
        return false;
    }
    words = markup_rest(line->text, line->prefix + line->indent);
    line->kind = MARKUP_LINE_FENCED;
    line->base = before->base;
    if (markup_fence_ends(words, s->fence.data[0], s->fence.size)) {
        line->kind = MARKUP_LINE_FENCE_END;
        s->fence.size = 0;
    }
    return true;
}

static void classify(struct splitter *s, struct markup_line *line)
{
    if (s->fence.size == 0)
        follow_note(s, line);
    line->note = s->note;
    if (s->fence.size > 0) {
        if (s->note > 0 && markup_leading(line->text, ' ') >= CODE)
            line->text = markup_rest(line->text, CODE);
        if (classify_fenced(s, line))
            return;
    }
    measure(s, line);
    if (line->prefix + line->indent == line->text.size) {
        line->kind = MARKUP_LINE_BLANK;
        return;
    }
    if (!is_paragraph(s))
        leave_lists(s, line->indent);
    classify_words(s, line);
    line->listed = s->list_count > 0;
    line->base = list_base(s);
}

static void add_line(struct splitter *s, struct markup_line line)
{
    struct markup_lines *out = s->out;

    out->lines = arena_widen(s->arena, out->lines, out->count,
        &s->line_capacity, sizeof *out->lines);
    out->lines[out->count++] = line;
}

/* One line within an HTML table; what follows `</table>` is a line again. */
static void add_table_line(
    struct splitter *s, struct markup_line line, struct text raw)
{
    size_t end = markup_table_end(line.text);

    if (end > 0) {
        struct text rest = text_trim(markup_rest(line.text, end));

        line.text.size = end;
        add_line(s, line);
        s->in_table = false;
        if (rest.size > 0) {
            struct markup_line more = {.text = rest,
                .raw = raw,
                .number = line.number,
                .offset = line.offset};

            more.kind = MARKUP_LINE_TEXT;
            add_line(s, more);
        }
        return;
    }
    s->in_table = true;
    add_line(s, line);
}

static void take_line(struct splitter *s)
{
    struct text rest = markup_rest(s->body, s->at);
    const char *end = memchr(rest.data, '\n', rest.size);
    size_t size = end == NULL ? rest.size : (size_t)(end - rest.data);
    struct markup_line line = {.number = s->number++, .offset = s->at};

    s->at += size + (end != NULL);
    if (size > 0 && rest.data[size - 1] == '\r')
        size--;
    line.raw = text_part(rest.data, size);
    line.text = expand_tabs(s->arena, line.raw);
    if (s->fence.size == 0 &&
        (s->in_comment || is_paragraph(s) || s->in_table ||
            markup_leading(line.text, ' ') < list_base(s) + CODE))
        line.text = drop_comments(s, line.text);
    if (s->in_table) {
        line.kind = MARKUP_LINE_TABLE_MORE;
        add_table_line(s, line, line.raw);
        return;
    }
    classify(s, &line);
    if (line.kind == MARKUP_LINE_TABLE)
        add_table_line(s, line, line.raw);
    else
        add_line(s, line);
}

void markup_lines_split(struct arena *arena, struct text body,
    size_t first_line, struct markup_lines *out)
{
    struct splitter s = {
        .arena = arena, .body = body, .number = first_line, .out = out};

    *out = (struct markup_lines){0};
    while (s.at < body.size)
        take_line(&s);
}
