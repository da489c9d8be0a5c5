/* Single lines: what their words are. */
#include "domain/markup_line.h"

#include <stdint.h>
#include <string.h>

enum { CODE = 4, NAME_LIMIT = 500 };

struct text markup_rest(struct text text, size_t from)
{
    return text_part(text.data + from, text.size - from);
}

size_t markup_leading(struct text text, char c)
{
    size_t count = 0;

    while (count < text.size && text.data[count] == c)
        count++;
    return count;
}

bool markup_is_only(struct text text, char c)
{
    text = text_trim(text);
    return text.size > 0 && markup_leading(text, c) == text.size;
}

size_t markup_quote_prefix(struct text line, size_t limit, size_t *depth)
{
    size_t at = 0;

    for (*depth = 0; *depth < limit; ++*depth) {
        size_t spaces = markup_leading(markup_rest(line, at), ' ');

        if (spaces >= CODE || at + spaces >= line.size ||
            line.data[at + spaces] != '>')
            break;
        at += spaces + 1;
        if (at < line.size && line.data[at] == ' ')
            at++;
    }
    return at;
}

size_t markup_fence_size(struct text words, struct text *info)
{
    char c = words.size == 0 ? ' ' : words.data[0];
    size_t size = markup_leading(words, c);

    if ((c != '`' && c != '~') || size < 3)
        return 0;
    *info = text_trim(markup_rest(words, size));
    if (c == '`' && info->size > 0 && memchr(info->data, '`', info->size))
        return 0;
    return size;
}

bool markup_fence_ends(struct text words, char c, size_t size)
{
    words = text_trim(words);
    return markup_is_only(words, c) && words.size >= size;
}

size_t markup_item_size(struct text words)
{
    size_t size = 0;
    size_t spaces;

    while (size < words.size && size < 9 && words.data[size] >= '0' &&
           words.data[size] <= '9')
        size++;
    if (size >= words.size)
        return 0;
    if (size > 0 ? words.data[size] != '.' && words.data[size] != ')'
                 : strchr("-+*", words.data[0]) == NULL)
        return 0;
    size++;
    spaces = markup_leading(markup_rest(words, size), ' ');
    if (spaces == 0 || size + spaces == words.size)
        return 0;
    return size + (spaces > CODE ? 1 : spaces);
}

bool markup_is_rule(struct text words)
{
    char c;
    size_t count = 0;

    words = text_trim(words);
    c = words.size == 0 ? ' ' : words.data[0];
    if (c != '-' && c != '*' && c != '_')
        return false;
    for (size_t i = 0; i < words.size; i++) {
        if (words.data[i] == c)
            count++;
        else if (words.data[i] != ' ')
            return false;
    }
    return count >= 3;
}

int markup_heading_level(struct text words)
{
    size_t level = markup_leading(words, '#');

    if (level == 0 || level > 6 ||
        (level < words.size && words.data[level] != ' ' &&
            words.data[level] != '\t'))
        return 0;
    return (int)level;
}

size_t markup_code_size(struct text text)
{
    size_t ticks = markup_leading(text, '`');

    for (size_t at = ticks; at < text.size;) {
        const char *next = memchr(text.data + at, '`', text.size - at);
        size_t run;

        if (next == NULL)
            return 0;
        at = (size_t)(next - text.data);
        run = markup_leading(markup_rest(text, at), '`');
        at += run;
        if (run == ticks)
            return at;
    }
    return 0;
}

struct text markup_row(struct text words)
{
    words = text_trim(words);
    if (words.size > 0 && words.data[0] == '|')
        words = markup_rest(words, 1);
    if (words.size > 0 && words.data[words.size - 1] == '|' &&
        (words.size == 1 || words.data[words.size - 2] != '\\'))
        words.size--;
    return words;
}

size_t markup_cell_size(struct text row)
{
    size_t at = 0;

    while (at < row.size && row.data[at] != '|') {
        char c = row.data[at];
        size_t size = c == '`' ? markup_code_size(markup_rest(row, at)) : 0;

        if (size > 0)
            at += size;
        else if (c == '`')
            at += markup_leading(markup_rest(row, at), '`');
        else
            at += c == '\\' && at + 1 < row.size ? 2 : 1;
    }
    return at;
}

size_t markup_columns(struct text words)
{
    size_t columns = 1;
    bool bar = false;
    bool dash = false;
    struct text row = markup_row(words);

    for (size_t i = 0; i < words.size; i++) {
        bar |= words.data[i] == '|';
        dash |= words.data[i] == '-';
        if (strchr("-:| ", words.data[i]) == NULL)
            return 0;
    }
    for (size_t i = 0; i < row.size; i++)
        columns += row.data[i] == '|';
    return bar && dash ? columns : 0;
}

/* Without the `#`s that may close a heading. */
static struct text without_closing(struct text words)
{
    size_t size = words.size;

    while (size > 0 && words.data[size - 1] == '#')
        size--;
    if (size == 0 || words.data[size - 1] == ' ')
        words.size = size;
    return text_trim(words);
}

/* Cut `{#slug}` off the end of a heading's words. */
static struct text take_slug(struct text *words)
{
    struct text slug = {"", 0};
    size_t at = words->size;

    if (at == 0 || words->data[at - 1] != '}')
        return slug;
    while (at > 0 && words->data[at - 1] != '{')
        at--;
    if (at == 0 || words->size - at < 3 || words->data[at] != '#')
        return slug;
    slug = text_part(words->data + at + 1, words->size - at - 2);
    *words = text_trim(text_part(words->data, at - 1));
    return slug;
}

struct text markup_heading_words(struct text words, struct text *slug)
{
    int level = markup_heading_level(text_trim(words));

    words = text_trim(words);
    if (level > 0)
        words = without_closing(text_trim(markup_rest(words, (size_t)level)));
    *slug = take_slug(&words);
    return level > 0 ? without_closing(words) : words;
}

const char *markup_name(struct arena *arena, struct text name)
{
    struct builder out = builder_create(arena);

    name = text_trim(name);
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];

        if (c >= 'A' && c <= 'Z')
            builder_byte(&out, (char)(c - 'A' + 'a'));
        else if (c != ' ' && c != '\n' && c != '\t')
            builder_byte(&out, c);
        else if (out.data[out.size - 1] != ' ')
            builder_byte(&out, ' ');
    }
    return builder_string(&out);
}

/* `[name]: target` or `[^name]: words`: the name, and where the rest begins;
 * 0 when the line is neither. */
size_t markup_definition_head(struct text words, struct text *name)
{
    size_t at = 1;

    if (words.size < 4 || words.data[0] != '[')
        return 0;
    while (at < words.size && at < NAME_LIMIT && words.data[at] != ']' &&
           words.data[at] != '[')
        at += words.data[at] == '\\' ? 2 : 1;
    if (at + 1 >= words.size || words.data[at] != ']' ||
        words.data[at + 1] != ':')
        return 0;
    *name = text_part(words.data + 1, at - 1);
    return text_trim(*name).size == 0 ? 0 : at + 2;
}

/* A target takes one word, and a title in quotes may follow it. */
bool markup_is_definition(struct text words)
{
    struct text name;
    size_t at = markup_definition_head(words, &name);
    struct text rest;
    const char *space;

    if (at == 0 || name.data[0] == '^')
        return false;
    rest = text_trim(markup_rest(words, at));
    if (rest.size == 0)
        return false;
    space = memchr(rest.data, ' ', rest.size);
    if (space == NULL || rest.data[0] == '<')
        return true;
    rest = text_trim(markup_rest(rest, (size_t)(space - rest.data)));
    return rest.size >= 2 && strchr("\"'(", rest.data[0]) != NULL &&
           rest.data[rest.size - 1] ==
               (rest.data[0] == '(' ? ')' : rest.data[0]);
}

bool markup_table_begins(struct text words)
{
    return words.size > 6 && strncasecmp(words.data, "<table", 6) == 0 &&
           (words.data[6] == '>' || words.data[6] == ' ');
}

/* Where `</table>` ends in `text`, 0 when it does not stand there. */
size_t markup_table_end(struct text text)
{
    for (size_t i = 0; i + 8 <= text.size; i++) {
        if (strncasecmp(text.data + i, "</table>", 8) == 0)
            return i + 8;
    }
    return 0;
}
