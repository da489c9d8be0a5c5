/* Escaping, one function per context. */
#include "base/escape.h"

#include <string.h>

void escape_html(struct builder *out, struct text text)
{
    size_t from = 0;

    for (size_t i = 0; i < text.size; i++) {
        const char *entity;

        switch (text.data[i]) {
        case '&':
            entity = "&amp;";
            break;
        case '<':
            entity = "&lt;";
            break;
        case '>':
            entity = "&gt;";
            break;
        case '"':
            entity = "&quot;";
            break;
        case '\'':
            entity = "&#39;";
            break;
        default:
            continue;
        }
        builder_add(out, text.data + from, i - from);
        builder_put(out, entity);
        from = i + 1;
    }
    builder_add(out, text.data + from, text.size - from);
}

void escape_xml(struct builder *out, struct text text)
{
    escape_html(out, text);
}

static bool is_plain(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
           c == '~';
}

void escape_url(struct builder *out, struct text text, const char *keep)
{
    static const char digits[] = "0123456789ABCDEF";
    size_t from = 0;

    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];

        if (is_plain(c) || (c != '\0' && strchr(keep, c) != NULL))
            continue;
        builder_add(out, text.data + from, i - from);
        builder_add(
            out, (const char[]){'%', digits[c >> 4], digits[c & 15]}, 3);
        from = i + 1;
    }
    builder_add(out, text.data + from, text.size - from);
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool escape_undo_url(
    struct arena *arena, struct text escaped, struct text *plain)
{
    char *data = arena_alloc(arena, size_add(escaped.size, 1));
    size_t size = 0;

    for (size_t i = 0; i < escaped.size; i++) {
        char c = escaped.data[i];

        if (c == '%') {
            bool whole = i + 2 < escaped.size;
            int high = whole ? hex_digit(escaped.data[i + 1]) : -1;
            int low = whole ? hex_digit(escaped.data[i + 2]) : -1;

            if (high < 0 || low < 0)
                return false;
            c = (char)(high * 16 + low);
            i += 2;
        }
        data[size++] = c;
    }
    *plain = text_part(data, size);
    return true;
}

void escape_json(struct builder *out, struct text text)
{
    size_t from = 0;

    builder_byte(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];

        if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != 0x7f)
            continue;
        builder_add(out, text.data + from, i - from);
        if (c == '"' || c == '\\')
            builder_add(out, (const char[]){'\\', (char)c}, 2);
        else if (c == '\n')
            builder_put(out, "\\n");
        else
            builder_format(out, "\\u%04x", c);
        from = i + 1;
    }
    builder_add(out, text.data + from, text.size - from);
    builder_byte(out, '"');
}

void escape_csv(struct builder *out, struct text text)
{
    bool formula = text.size > 0 && text.data[0] != '\0' &&
                   strchr("=+-@\t\r", text.data[0]) != NULL;
    bool quote = formula;

    for (size_t i = 0; i < text.size && !quote; i++)
        quote = strchr(",\"\r\n", text.data[i]) != NULL;
    if (!quote) {
        builder_text(out, text);
        return;
    }
    builder_byte(out, '"');
    if (formula)
        builder_byte(out, '\'');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"')
            builder_byte(out, '"');
        builder_byte(out, text.data[i]);
    }
    builder_byte(out, '"');
}
