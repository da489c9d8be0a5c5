/* The limits, and what is known only when the whole body has been read. */
#include "domain/markup.h"

#include "base/map.h"
#include "domain/markup_block.h"
#include "domain/markup_line.h"

#include <string.h>

enum {
    SIZE_LIMIT = 256 * 1024,
    BLOCK_LIMIT = 64 * 1024,
    SPECIAL_LIMIT = 1024,
    WORD_LIMIT = 2000,
    NESTING_LIMIT = 32,
    FIRST_SHOWN = 2, /* level 1 is the page's title */
    LAST_SHOWN = 6
};

struct checker {
    struct text body;
    size_t line;
    size_t block;   /* bytes of the block so far */
    size_t special; /* special characters in it */
    char fence;     /* what opened the code block we are in, or NUL */
    size_t fence_size;
    struct error *error;
};

static bool check_bytes(struct checker *c)
{
    size_t bad = 0;
    size_t line = c->line;
    size_t from = 0;

    if (text_is_clean(c->body, &bad))
        return true;
    for (size_t i = 0; i < bad; i++) {
        if (c->body.data[i] == '\n') {
            line++;
            from = i + 1;
        }
    }
    return error_set(c->error, ERROR_INVALID,
        "line %zu, byte %zu: this is not UTF-8 text, or is a control "
        "character; save the page as UTF-8 and take the character out",
        line, bad - from + 1);
}

/* How deep quotations and lists nest at the head of a line. */
static size_t nesting(struct text line)
{
    size_t depth = 0;

    for (;;) {
        size_t size;

        line = markup_rest(line, markup_leading(line, ' '));
        line = markup_rest(line, markup_leading(line, '\t'));
        if (line.size == 0 || markup_is_rule(line))
            return depth;
        if (strchr(" \t", line.data[0]) != NULL)
            continue;
        if (line.data[0] == '>' || line.data[0] == ':') {
            size = 1;
        } else {
            size = line.data[0] == '-' || line.data[0] == '+' ||
                   line.data[0] == '*';
            while (size < line.size && line.data[size] >= '0' &&
                   line.data[size] <= '9')
                size++;
            if (size < line.size && strchr(".)", line.data[size]) != NULL)
                size++;
            if (size == 0 || size >= line.size ||
                strchr(" \t", line.data[size]) == NULL)
                return depth;
        }
        depth++;
        line = markup_rest(line, size);
    }
}

static bool check_words(struct checker *c, struct text line)
{
    size_t word = 0;

    for (size_t i = 0; i < line.size; i++) {
        char byte = line.data[i];

        word = byte == ' ' || byte == '\t' ? 0 : word + 1;
        if (word > WORD_LIMIT)
            return error_set(c->error, ERROR_TOO_LARGE,
                "line %zu: there is a word of more than %d bytes; put a "
                "space in it, or put it in a code block",
                c->line, WORD_LIMIT);
        c->special += strchr("<[`^", byte) != NULL;
    }
    return true;
}

static bool check_block(struct checker *c, struct text line)
{
    if (text_trim(line).size == 0) {
        c->block = 0;
        c->special = 0;
        return true;
    }
    c->block += line.size + 1;
    if (!check_words(c, line))
        return false;
    if (c->block > BLOCK_LIMIT)
        return error_set(c->error, ERROR_TOO_LARGE,
            "line %zu: this paragraph is longer than %d KB; put an empty line "
            "in it",
            c->line, BLOCK_LIMIT / 1024);
    if (c->special > SPECIAL_LIMIT)
        return error_set(c->error, ERROR_TOO_LARGE,
            "line %zu: this paragraph has more than %d of the characters < [ "
            "` ^; put an empty line in it, or make it a code block",
            c->line, SPECIAL_LIMIT);
    if (nesting(line) > NESTING_LIMIT)
        return error_set(c->error, ERROR_TOO_LARGE,
            "line %zu: quotations and lists nest more than %d deep; take some "
            "of the marks at its head away",
            c->line, NESTING_LIMIT);
    return true;
}

/* Code blocks of the page itself are not limited: their text never reaches
 * the library. */
static bool check_line(struct checker *c, struct text line)
{
    size_t indent = markup_leading(line, ' ');
    struct text words = markup_rest(line, indent);
    struct text info;

    if (c->fence != '\0') {
        if (markup_fence_ends(words, c->fence, c->fence_size))
            c->fence = '\0';
        return true;
    }
    c->fence_size = indent < 4 ? markup_fence_size(words, &info) : 0;
    if (c->fence_size > 0) {
        c->fence = words.data[0];
        c->block = 0;
        c->special = 0;
        return true;
    }
    return check_block(c, line);
}

bool markup_check(struct text body, size_t first_line, struct error *error)
{
    struct checker c = {.body = body, .line = first_line, .error = error};
    struct text rest = body;
    struct text line;

    if (body.size > SIZE_LIMIT)
        return error_set(error, ERROR_TOO_LARGE,
            "line %zu: the text is longer than %d KB; divide it into several "
            "pages",
            first_line, SIZE_LIMIT / 1024);
    if (!check_bytes(&c))
        return false;
    for (; rest.size > 0 && text_next(&rest, '\n', &line); c.line++) {
        if (!check_line(&c, line))
            return false;
    }
    return true;
}

/* A heading is shown one level below the heading it stands under, so that the
 * smallest level becomes 2 and none is skipped. */
static void set_shown(struct markup *found)
{
    int above[LAST_SHOWN + 1]; /* levels of the headings we are under */
    int count = 0;

    for (size_t i = 0; i < found->heading_count; i++) {
        struct markup_heading *heading = &found->headings[i];

        while (count > 0 && above[count - 1] >= heading->level)
            count--;
        above[count++] = heading->level;
        heading->shown = FIRST_SHOWN + count - 1;
        if (heading->shown > LAST_SHOWN)
            heading->shown = LAST_SHOWN;
    }
}

/* A slug never has a `~`, so that the numbered ones are free. */
static void set_slugs(struct arena *arena, struct markup *found)
{
    struct map *counts = map_create(arena);

    for (size_t i = 0; i < found->heading_count; i++) {
        const char *slug = found->headings[i].slug;
        size_t *count = map_get(counts, slug);

        if (count == NULL) {
            count = arena_alloc(arena, sizeof *count);
            map_set(counts, slug, count);
        }
        if (++*count > 1)
            found->headings[i].slug =
                arena_format(arena, "%s~%zu", slug, *count);
    }
}

static void set_sizes(struct markup *found, size_t end)
{
    for (size_t i = found->heading_count; i > 0; i--) {
        struct markup_heading *heading = &found->headings[i - 1];

        heading->size = end - heading->offset;
        end = heading->offset;
    }
}

static bool is_meets(const struct markup_link *link)
{
    return !link->is_image && string_begins(link->target, "meets:");
}

static struct markup_part *part_of(
    struct markup_document *out, const struct markup_link *link)
{
    return &out->parts[link->heading == MARKUP_NONE ? 0 : link->heading + 1];
}

/* Give each part the clauses that its links say it meets. */
static void set_meets(struct arena *arena, struct markup_document *out)
{
    for (size_t i = 0; i < out->found.link_count; i++)
        part_of(out, &out->found.links[i])->meets_count +=
            is_meets(&out->found.links[i]);
    for (size_t i = 0; i < out->part_count; i++) {
        out->parts[i].meets =
            arena_array(arena, out->parts[i].meets_count + 1, sizeof(char *));
        out->parts[i].meets_count = 0;
    }
    for (size_t i = 0; i < out->found.link_count; i++) {
        struct markup_part *part = part_of(out, &out->found.links[i]);

        if (is_meets(&out->found.links[i]))
            part->meets[part->meets_count++] = out->found.links[i].target;
    }
}

void markup_prepare(struct arena *arena, struct text body, size_t first_line,
    struct markup_document *out)
{
    markup_blocks_read(arena, body, first_line, out);
    set_shown(&out->found);
    set_slugs(arena, &out->found);
    set_sizes(&out->found, body.size);
    set_meets(arena, out);
}

void markup_scan(struct arena *arena, struct text body, size_t first_line,
    struct markup *out)
{
    struct markup_document document;

    markup_prepare(arena, body, first_line, &document);
    *out = document.found;
}
