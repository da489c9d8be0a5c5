/* Code blocks, fenced and indented. */
#include "domain/markup_code.h"

#include "domain/markup_line.h"

#include <string.h>

/* Add `text` without up to `indent` spaces at its head. */
static void put_code_line(struct builder *out, struct text text, size_t indent)
{
    size_t spaces = markup_leading(text, ' ');

    builder_text(out, markup_rest(text, spaces < indent ? spaces : indent));
    builder_byte(out, '\n');
}

/* A word for a class name: what follows the ticks, if it is one. */
static const char *language_of(struct arena *arena, struct text info)
{
    size_t size = 0;

    while (size < info.size && size < 24) {
        char c = info.data[size];
        bool letter =
            (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');

        if (!letter && (size == 0 || strchr("+-_#", c) == NULL))
            break;
        size++;
    }
    return arena_copy(arena, info.data, size);
}

static size_t read_fenced(struct arena *arena, const struct markup_line *first,
    size_t count, struct markup_insert *insert)
{
    struct builder code = builder_create(arena);
    struct builder source = builder_create(arena);
    bool plain = first->depth == 0 && first->note == 0;
    size_t at = 1;

    builder_text(&source, markup_rest(first->text, first->lead));
    for (; at < count; at++) {
        const struct markup_line *line = &first[at];

        if (line->kind != MARKUP_LINE_FENCED &&
            line->kind != MARKUP_LINE_FENCE_END)
            break;
        builder_byte(&source, '\n');
        builder_text(&source, line->raw);
        if (line->kind == MARKUP_LINE_FENCE_END) {
            at++;
            break;
        }
        put_code_line(&code,
            plain ? line->raw : markup_rest(line->text, line->prefix),
            first->lead - first->prefix);
    }
    *insert = (struct markup_insert){.kind = MARKUP_INSERT_BLOCK,
        .source = builder_string(&source),
        .content = builder_string(&code),
        .language = language_of(arena, first->info)};
    return at;
}

/* Blank lines within the code belong to it. */
static size_t read_indented(struct arena *arena,
    const struct markup_line *first, size_t count, struct markup_insert *insert)
{
    struct builder code = builder_create(arena);
    size_t blank = 0;
    size_t at = 0;

    for (; at < count; at++) {
        const struct markup_line *line = &first[at];

        if (line->kind == MARKUP_LINE_BLANK && line->depth == first->depth) {
            blank++;
            continue;
        }
        if (line->kind != MARKUP_LINE_CODE || line->depth != first->depth ||
            line->note != first->note)
            break;
        for (; blank > 0; blank--)
            builder_byte(&code, '\n');
        put_code_line(
            &code, markup_rest(line->text, line->prefix), first->base + 4);
    }
    *insert = (struct markup_insert){.kind = MARKUP_INSERT_BLOCK,
        .source = builder_string(&code),
        .content = builder_string(&code),
        .language = ""};
    return at;
}

size_t markup_code_read(struct arena *arena, const struct markup_line *first,
    size_t count, struct markup_insert *insert)
{
    return first->kind == MARKUP_LINE_FENCE
               ? read_fenced(arena, first, count, insert)
               : read_indented(arena, first, count, insert);
}
