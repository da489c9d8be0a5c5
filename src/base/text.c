/* Slices, builders and UTF-8. */
#include "base/text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text text_of(const char *string)
{
    return string == NULL ? (struct text){"", 0}
                          : (struct text){string, strlen(string)};
}

struct text text_part(const char *data, size_t size)
{
    return (struct text){data, size};
}

bool text_equals(struct text text, const char *string)
{
    return text.size == strlen(string) &&
           memcmp(text.data, string, text.size) == 0;
}

bool text_begins(struct text text, const char *prefix)
{
    size_t size = strlen(prefix);

    return text.size >= size && memcmp(text.data, prefix, size) == 0;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct text text_trim(struct text text)
{
    while (text.size > 0 && is_space(text.data[0])) {
        text.data++;
        text.size--;
    }
    while (text.size > 0 && is_space(text.data[text.size - 1]))
        text.size--;
    return text;
}

bool text_next(struct text *rest, char separator, struct text *part)
{
    const char *end;

    if (rest->data == NULL)
        return false;
    end = rest->size == 0 ? NULL : memchr(rest->data, separator, rest->size);
    if (end == NULL) {
        *part = *rest;
        *rest = (struct text){NULL, 0};
        return part->size > 0;
    }
    part->data = rest->data;
    part->size = (size_t)(end - rest->data);
    rest->data += part->size + 1;
    rest->size -= part->size + 1;
    return true;
}

char *text_string(struct arena *arena, struct text text)
{
    return arena_copy(arena, text.data, text.size);
}

bool text_number(struct text text, long long *value)
{
    long long number = 0;

    if (text.size == 0)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        if (__builtin_mul_overflow(number, 10LL, &number) ||
            __builtin_add_overflow(
                number, (long long)(text.data[i] - '0'), &number))
            return false;
    }
    *value = number;
    return true;
}

bool string_equals(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0;
}

bool string_begins(const char *string, const char *prefix)
{
    return strncmp(string, prefix, strlen(prefix)) == 0;
}

bool string_ends(const char *string, const char *suffix)
{
    size_t size = strlen(string);
    size_t tail = strlen(suffix);

    return size >= tail && strcmp(string + size - tail, suffix) == 0;
}

bool string_empty(const char *string)
{
    return string == NULL || string[0] == '\0';
}

/* Bytes of the well-formed sequence at `p`, 0 when there is none. Follows
 * table 3-7 of the Unicode standard (no overlong forms, no surrogates). */
static size_t sequence_size(const unsigned char *p, size_t left)
{
    size_t size;
    unsigned low = 0x80;
    unsigned high = 0xbf;

    if (p[0] < 0x80)
        return 1;
    if (p[0] >= 0xc2 && p[0] <= 0xdf)
        size = 2;
    else if (p[0] >= 0xe0 && p[0] <= 0xef)
        size = 3;
    else if (p[0] >= 0xf0 && p[0] <= 0xf4)
        size = 4;
    else
        return 0;
    if (size > left)
        return 0;
    if (p[0] == 0xe0)
        low = 0xa0;
    else if (p[0] == 0xed)
        high = 0x9f;
    else if (p[0] == 0xf0)
        low = 0x90;
    else if (p[0] == 0xf4)
        high = 0x8f;
    if (p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < size; i++) {
        if (p[i] < 0x80 || p[i] > 0xbf)
            return 0;
    }
    return size;
}

bool text_is_clean(struct text text, size_t *offset)
{
    const unsigned char *p = (const unsigned char *)text.data;

    for (size_t i = 0; i < text.size;) {
        size_t size = sequence_size(p + i, text.size - i);
        bool control = p[i] == 0x7f || (p[i] < 0x20 && p[i] != '\n' &&
                                           p[i] != '\r' && p[i] != '\t');

        if (size == 0 || control) {
            if (offset != NULL)
                *offset = i;
            return false;
        }
        i += size;
    }
    return true;
}

char *text_unix(struct arena *arena, struct text text)
{
    char *copy = arena_alloc(arena, size_add(text.size, 1));
    size_t size = 0;

    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] != '\r')
            copy[size++] = text.data[i];
        else if (i + 1 == text.size || text.data[i + 1] != '\n')
            copy[size++] = '\n';
    }
    copy[size] = '\0';
    return copy;
}

char *text_slug(struct arena *arena, struct text text)
{
    char *slug = arena_alloc(arena, size_add(text.size, sizeof "section"));
    size_t size = 0;

    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];

        if (c >= 'A' && c <= 'Z')
            slug[size++] = (char)(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80)
            slug[size++] = (char)c;
        else if (c != '\'' && size > 0 && slug[size - 1] != '-')
            slug[size++] = '-';
    }
    while (size > 0 && slug[size - 1] == '-')
        size--;
    slug[size] = '\0';
    if (size == 0)
        memcpy(slug, "section", sizeof "section");
    return slug;
}

struct builder builder_create(struct arena *arena)
{
    return (struct builder){.arena = arena};
}

static void builder_grow(struct builder *builder, size_t more)
{
    size_t need = size_add(size_add(builder->size, more), 1);
    size_t capacity = builder->capacity == 0 ? 256 : builder->capacity;
    char *data;

    while (capacity < need)
        capacity = size_multiply(capacity, 2);
    data = arena_room(builder->arena, capacity);
    if (builder->size > 0)
        memcpy(data, builder->data, builder->size);
    data[builder->size] = '\0';
    builder->data = data;
    builder->capacity = capacity;
}

void builder_reserve(struct builder *builder, size_t more)
{
    if (builder->capacity - builder->size <= more)
        builder_grow(builder, more);
}

void builder_add(struct builder *builder, const char *data, size_t size)
{
    if (size == 0)
        return;
    builder_reserve(builder, size);
    memcpy(builder->data + builder->size, data, size);
    builder->size += size;
    builder->data[builder->size] = '\0';
}

void builder_text(struct builder *builder, struct text text)
{
    builder_add(builder, text.data, text.size);
}

void builder_put(struct builder *builder, const char *string)
{
    builder_add(builder, string, strlen(string));
}

void builder_byte(struct builder *builder, char byte)
{
    builder_reserve(builder, 1);
    builder->data[builder->size++] = byte;
    builder->data[builder->size] = '\0';
}

void builder_number(struct builder *builder, long long number)
{
    char digits[sizeof "-9223372036854775808"];
    char *first = digits + sizeof digits;
    unsigned long long left = number < 0 ? 0ULL - (unsigned long long)number
                                         : (unsigned long long)number;

    do
        *--first = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (number < 0)
        *--first = '-';
    builder_add(builder, first, (size_t)(digits + sizeof digits - first));
}

void builder_format(struct builder *builder, const char *format, ...)
{
    va_list arguments;
    size_t left;
    int size;

    builder_reserve(builder, 0);
    left = builder->capacity - builder->size;
    va_start(arguments, format);
    size = vsnprintf(builder->data + builder->size, left, format, arguments);
    va_end(arguments);
    if (size <= 0)
        return;
    if ((size_t)size >= left) {
        builder_reserve(builder, (size_t)size);
        va_start(arguments, format);
        vsnprintf(
            builder->data + builder->size, (size_t)size + 1, format, arguments);
        va_end(arguments);
    }
    builder->size += (size_t)size;
}

const char *builder_string(const struct builder *builder)
{
    return builder->data == NULL ? "" : builder->data;
}
