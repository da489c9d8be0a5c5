/* Inline Markdown to plain words. */
#include "domain/markup_plain.h"

#include <string.h>

/* The named entities people write; others are shown as they stand. */
static const struct {
    const char *name;
    unsigned code;
} entities[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'},
    {"apos", '\''}, {"nbsp", 0xa0}, {"copy", 0xa9}, {"reg", 0xae},
    {"trade", 0x2122}, {"deg", 0xb0}, {"plusmn", 0xb1}, {"sect", 0xa7},
    {"para", 0xb6}, {"middot", 0xb7}, {"frac12", 0xbd}, {"times", 0xd7},
    {"divide", 0xf7}, {"pound", 0xa3}, {"euro", 0x20ac}, {"cent", 0xa2},
    {"yen", 0xa5}, {"laquo", 0xab}, {"raquo", 0xbb}, {"szlig", 0xdf},
    {"auml", 0xe4}, {"ouml", 0xf6}, {"uuml", 0xfc}, {"Auml", 0xc4},
    {"Ouml", 0xd6}, {"Uuml", 0xdc}, {"eacute", 0xe9}, {"egrave", 0xe8},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018}, {"rsquo", 0x2019},
    {"ldquo", 0x201c}, {"rdquo", 0x201d}, {"sbquo", 0x201a}, {"bdquo", 0x201e},
    {"bull", 0x2022}, {"hellip", 0x2026}, {"larr", 0x2190}, {"rarr", 0x2192},
    {"le", 0x2264}, {"ge", 0x2265}, {"ne", 0x2260}, {"minus", 0x2212},
    {"check", 0x2713}, {"shy", 0xad}, {"ensp", 0x2002}, {"emsp", 0x2003},
    {"thinsp", 0x2009}};

bool markup_is_punctuation(char c)
{
    return c != '\0' && strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) != NULL;
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void encode(unsigned code, char out[5])
{
    memset(out, 0, 5);
    if (code < 0x80) {
        out[0] = (char)code;
    } else if (code < 0x800) {
        out[0] = (char)(0xc0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        out[0] = (char)(0xe0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3f));
        out[2] = (char)(0x80 | (code & 0x3f));
    } else {
        out[0] = (char)(0xf0 | code >> 18);
        out[1] = (char)(0x80 | (code >> 12 & 0x3f));
        out[2] = (char)(0x80 | (code >> 6 & 0x3f));
        out[3] = (char)(0x80 | (code & 0x3f));
    }
}

static int digit_value(char c, unsigned base)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (base == 16 && c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (base == 16 && c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* Characters that HTML lets a reference name. */
static bool is_allowed(unsigned code)
{
    return code >= 0x20 && code <= 0x10ffff &&
           !(code >= 0x7f && code <= 0x9f) &&
           !(code >= 0xd800 && code <= 0xdfff) &&
           !(code >= 0xfdd0 && code <= 0xfdef) && (code & 0xfffe) != 0xfffe;
}

/* The number in `digits`, as `#8211` or `#x2013`; 0 when it is none. */
static unsigned numeric(struct text digits)
{
    unsigned base = 10;
    unsigned code = 0;
    size_t at = 1;

    if (digits.size > 1 && (digits.data[1] == 'x' || digits.data[1] == 'X')) {
        base = 16;
        at = 2;
    }
    if (at == digits.size || digits.size > 9)
        return 0;
    for (; at < digits.size; at++) {
        int value = digit_value(digits.data[at], base);

        if (value < 0 || code > 0x10ffff)
            return 0;
        code = code * base + (unsigned)value;
    }
    return is_allowed(code) ? code : 0;
}

size_t markup_entity(struct text text, char character[5])
{
    size_t end = 1;
    unsigned code = 0;
    struct text name;

    if (text.size < 4 || text.data[0] != '&')
        return 0;
    while (end < text.size && end < 12 && text.data[end] != ';')
        end++;
    if (end == text.size || text.data[end] != ';')
        return 0;
    name = text_part(text.data + 1, end - 1);
    if (name.size > 1 && name.data[0] == '#')
        code = numeric(name);
    for (size_t i = 0; i < sizeof entities / sizeof *entities && code == 0; i++)
        code = text_equals(name, entities[i].name) ? entities[i].code : 0;
    if (code == 0)
        return 0;
    if (character != NULL)
        encode(code, character);
    return end + 1;
}

/* Copy the character, escape or entity at `at`; the place after it. */
static size_t add_character(
    struct builder *out, struct text text, size_t at, bool escapes)
{
    char character[5];
    size_t size;

    if (escapes && text.data[at] == '\\' && at + 1 < text.size &&
        markup_is_punctuation(text.data[at + 1])) {
        builder_byte(out, text.data[at + 1]);
        return at + 2;
    }
    size = markup_entity(text_part(text.data + at, text.size - at), character);
    if (size > 0) {
        builder_put(out, character);
        return at + size;
    }
    builder_byte(out, text.data[at]);
    return at + 1;
}

const char *markup_unescape(struct arena *arena, struct text text)
{
    struct builder out = builder_create(arena);

    for (size_t at = 0; at < text.size;)
        at = add_character(&out, text, at, true);
    return builder_string(&out);
}

/* A space, unless one stands there already. */
static void add_space(struct builder *out)
{
    if (out->size > 0 && out->data[out->size - 1] != ' ')
        builder_byte(out, ' ');
}

static const char *finish(struct builder *out)
{
    if (out->size > 0 && out->data[out->size - 1] == ' ')
        out->data[--out->size] = '\0';
    return builder_string(out);
}

const char *markup_unfold(struct arena *arena, struct text text)
{
    struct builder out = builder_create(arena);

    for (size_t at = 0; at < text.size;) {
        if (is_space(text.data[at])) {
            add_space(&out);
            at++;
        } else {
            at = add_character(&out, text, at, false);
        }
    }
    return finish(&out);
}

static size_t run_size(struct text text, size_t at)
{
    size_t size = 1;

    while (at + size < text.size && text.data[at + size] == text.data[at])
        size++;
    return size;
}

/* Whether a run of `*` or `_` can be emphasis at all where it stands. */
static bool is_emphasis(struct text text, size_t at, size_t size)
{
    char before = at == 0 ? ' ' : text.data[at - 1];
    char after = at + size < text.size ? text.data[at + size] : ' ';

    if (is_space(before) && is_space(after))
        return false;
    if (text.data[at] == '~')
        return size >= 2;
    return text.data[at] != '_' || !is_word(before) || !is_word(after);
}

/* The words of a code span of `size` ticks at `at`, 0 when it does not end. */
static size_t add_code(
    struct builder *out, struct text text, size_t at, size_t size)
{
    for (size_t end = at + size; end < text.size;) {
        size_t run = text.data[end] == '`' ? run_size(text, end) : 1;

        if (text.data[end] == '`' && run == size) {
            struct text code =
                text_trim(text_part(text.data + at + size, end - at - size));

            for (size_t i = 0; i < code.size; i++)
                builder_byte(out, is_space(code.data[i]) ? ' ' : code.data[i]);
            return end + size;
        }
        end += run;
    }
    return 0;
}

/* The place after the bracket that closes the one at `at`, 0 when none does. */
static size_t after_bracket(struct text text, size_t at)
{
    char opening = text.data[at];
    char closing = opening == '(' ? ')' : ']';
    size_t open = 0;

    for (; at < text.size; at++) {
        if (text.data[at] == '\\' && at + 1 < text.size)
            at++;
        else if (text.data[at] == opening)
            open++;
        else if (text.data[at] == closing && --open == 0)
            return at + 1;
    }
    return 0;
}

/* Is one of `*`, `_`, `~` a mark here, and is there another to match it? */
static bool is_mark(struct text text, size_t at, size_t size)
{
    if (!is_emphasis(text, at, size))
        return false;
    for (size_t i = 0; i < text.size;) {
        size_t run = run_size(text, i);

        if (text.data[i] == text.data[at] && i != at &&
            is_emphasis(text, i, run))
            return true;
        i += run;
    }
    return false;
}

static void add_words(struct builder *out, struct text text, size_t depth);

/* A link or image at `at`, as its words; 0 when there is none. */
static size_t add_link(
    struct builder *out, struct text text, size_t at, size_t depth)
{
    size_t open = at + (text.data[at] == '!');
    size_t close;
    size_t after;

    if (depth == 0 || open >= text.size || text.data[open] != '[')
        return 0;
    close = after_bracket(text, open);
    if (close == 0 || close >= text.size ||
        (text.data[close] != '(' && text.data[close] != '['))
        return 0;
    after = after_bracket(text, close);
    if (after == 0)
        return 0;
    add_words(
        out, text_part(text.data + open + 1, close - open - 2), depth - 1);
    return after;
}

static size_t add_plain(
    struct builder *out, struct text text, size_t at, size_t depth)
{
    char c = text.data[at];
    size_t size = run_size(text, at);
    size_t after = 0;

    if (is_space(c)) {
        add_space(out);
        return at + 1;
    }
    if ((c == '*' || c == '_' || c == '~') && is_mark(text, at, size))
        return at + size;
    if (c == '`')
        after = add_code(out, text, at, size);
    else if (c == '[' || c == '!')
        after = add_link(out, text, at, depth);
    return after > 0 ? after : add_character(out, text, at, true);
}

static void add_words(struct builder *out, struct text text, size_t depth)
{
    for (size_t at = 0; at < text.size;)
        at = add_plain(out, text, at, depth);
}

const char *markup_plain(struct arena *arena, struct text text)
{
    enum { DEPTH = 4 }; /* an image in a link, and some to spare */
    struct builder out = builder_create(arena);

    add_words(&out, text, DEPTH);
    return finish(&out);
}
