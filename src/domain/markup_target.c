/* Targets and addresses. */
#include "domain/markup_target.h"

#include "domain/markup_document.h"
#include "domain/markup_line.h"
#include "domain/markup_plain.h"

#include <string.h>

enum { ADDRESS_LIMIT = 2000 };

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static size_t skip_space(struct text text, size_t at)
{
    while (at < text.size && is_space(text.data[at]))
        at++;
    return at;
}

/* The bare or `<...>` target at `at`; the place behind it, 0 for none. */
static size_t read_address(struct text text, size_t at, struct text *target)
{
    size_t from = at;
    size_t open = 0;
    bool angle = at < text.size && text.data[at] == '<';

    for (at += angle; at < text.size; at++) {
        char c = text.data[at];

        if (angle ? c == '>' : is_space(c) || (c == ')' && open == 0))
            break;
        if (c == '\n' || c == MARKUP_MARK || (c == '<' && angle))
            return 0;
        if (c == '\\' && at + 1 < text.size &&
            markup_is_punctuation(text.data[at + 1]))
            at++;
        else if (c == '(')
            open++;
        else if (c == ')')
            open--;
    }
    if (at >= text.size || (!angle && open > 0))
        return 0;
    *target = text_part(text.data + from + angle, at - from - angle);
    return text_trim(*target).size == 0 ? 0 : at + angle;
}

size_t markup_target_read(
    struct text text, struct text *target, struct text *title)
{
    size_t at = read_address(text, skip_space(text, 0), target);
    size_t next;
    char close;

    *title = text_part("", 0);
    if (at == 0)
        return 0;
    next = skip_space(text, at);
    if (next > at && next < text.size &&
        strchr("\"'(", text.data[next]) != NULL) {
        close = text.data[next] == '(' ? ')' : text.data[next];
        for (at = next + 1; at < text.size && text.data[at] != close; at++)
            at += text.data[at] == '\\' && at + 1 < text.size;
        if (at >= text.size)
            return 0;
        *title = text_part(text.data + next + 1, at - next - 1);
        next = skip_space(text, at + 1);
    }
    return next < text.size && text.data[next] == ')' ? next + 1 : 0;
}

struct markup_target markup_target_clean(
    struct arena *arena, struct text target, struct text title)
{
    return (struct markup_target){markup_unescape(arena, text_trim(target)),
        markup_unfold(arena, text_of(markup_unescape(arena, title)))};
}

/* What ends an address that stands in the text. */
static bool ends_address(char c)
{
    return (unsigned char)c <= ' ' || strchr("<>\"`[]\\|", c) != NULL ||
           c == MARKUP_MARK;
}

static bool begins_web(struct text text)
{
    return (text.size > 7 && strncasecmp(text.data, "http://", 7) == 0) ||
           (text.size > 8 && strncasecmp(text.data, "https://", 8) == 0);
}

/* Marks at the end of an address belong to the sentence. */
static size_t without_marks(struct text text)
{
    size_t size = text.size;

    while (size > 0) {
        char c = text.data[size - 1];
        size_t open = 0;
        size_t close = 0;

        if (strchr(".,:;!?'*_~", c) != NULL) {
            size--;
            continue;
        }
        if (c != ')')
            break;
        for (size_t i = 0; i < size; i++) {
            open += text.data[i] == '(';
            close += text.data[i] == ')';
        }
        if (close <= open)
            break;
        size--;
    }
    return size;
}

size_t markup_address_size(struct text text)
{
    size_t size = 0;

    if (!begins_web(text))
        return 0;
    while (size < text.size && size < ADDRESS_LIMIT &&
           !ends_address(text.data[size]))
        size++;
    size = without_marks(text_part(text.data, size));
    return begins_web(text_part(text.data, size)) ? size : 0;
}

static bool is_mail(struct text text)
{
    const char *at = memchr(text.data, '@', text.size);

    if (at == NULL || at == text.data || at + 1 == text.data + text.size)
        return false;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];

        if (!(c >= '0' && c <= '9') &&
            !((c | 0x20) >= 'a' && (c | 0x20) <= 'z') &&
            strchr("@.+-_", c) == NULL)
            return false;
    }
    return true;
}

size_t markup_address_in_angles(
    struct arena *arena, struct text text, const char **target)
{
    size_t size = 1;
    struct text address;

    while (size < text.size && size < ADDRESS_LIMIT &&
           !ends_address(text.data[size]))
        size++;
    if (size >= text.size || text.data[size] != '>' || size == 1)
        return 0;
    address = text_part(text.data + 1, size - 1);
    *target = text_string(arena, address);
    if (is_mail(address))
        *target = arena_format(arena, "mailto:%s", *target);
    else if (!begins_web(address) &&
             !(address.size > 7 && strncasecmp(*target, "mailto:", 7) == 0))
        return 0;
    return size + 1;
}
