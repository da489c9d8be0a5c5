/* Fields of words: text, Markdown, addresses. */
#include "domain/field_types.h"

#include <string.h>

enum { LINE_LIMIT = 1000, AREA_LIMIT = 128 * 1024, ADDRESS_LIMIT = 2000 };

/* Characters that show nothing, and those that change how others are shown:
 * a line made of the first looks empty, one with the second may read as
 * something else than it is. */
static const struct odd {
    const char *first; /* UTF-8, all of one size */
    const char *last;
    bool steers;
} odds[] = {
    {" ", " ", false},
    {"\u00a0", "\u00a0", false},
    {"\u200b", "\u200d", false},
    {"\u2060", "\u2060", false},
    {"\ufeff", "\ufeff", false},
    {"\xc2\x80", "\xc2\x9f", true},
    {"\u2028", "\u202e", true},
    {"\u2066", "\u2069", true},
};

static const struct odd *odd_at(const char *text, size_t size)
{
    for (size_t i = 0; i < sizeof odds / sizeof *odds; i++) {
        if (strlen(odds[i].first) == size &&
            memcmp(text, odds[i].first, size) >= 0 &&
            memcmp(text, odds[i].last, size) <= 0)
            return &odds[i];
    }
    return NULL;
}

static bool check_visible(const char *input, struct error *error)
{
    bool visible = false;

    for (const char *p = input; *p != '\0';) {
        const struct odd *odd;
        size_t size = 1;

        while (((unsigned char)p[size] & 0xc0) == 0x80)
            size++;
        odd = odd_at(p, size);
        if (odd != NULL && odd->steers)
            return error_set(error, ERROR_INVALID,
                "This holds characters that change how text is shown. Type "
                "the words alone.");
        visible = visible || odd == NULL;
        p += size;
    }
    return visible || error_set(error, ERROR_INVALID,
                          "This holds no character that can be seen.");
}

bool field_check_text(FIELD_CHECK_ARGUMENTS)
{
    FIELD_UNUSED_PLACE;
    if (!check_visible(input, error))
        return false;
    if (strlen(input) > LINE_LIMIT)
        return error_set(error, ERROR_INVALID,
            "Too long: at most %d bytes fit here, this has %zu.", LINE_LIMIT,
            strlen(input));
    if (strchr(input, '\n') != NULL)
        return error_set(error, ERROR_INVALID, "Write this on one line.");
    *value = input;
    return true;
}

bool field_check_markdown(FIELD_CHECK_ARGUMENTS)
{
    FIELD_UNUSED_PLACE;
    if (strlen(input) > AREA_LIMIT)
        return error_set(error, ERROR_INVALID,
            "Too long: at most %d KB fit here. Put long texts on a page of "
            "the manual and refer to it.",
            AREA_LIMIT / 1024);
    *value = input;
    return true;
}

bool field_check_url(FIELD_CHECK_ARGUMENTS)
{
    const char *host;

    FIELD_UNUSED_PLACE;
    host = string_begins(input, "https://")  ? input + 8
           : string_begins(input, "http://") ? input + 7
                                             : "";
    if (strchr("/?#", host[0]) != NULL) /* or it ends there */
        return error_set(error, ERROR_INVALID,
            "“%s” is not an address. Write it whole, such as "
            "https://example.org/page.",
            input);
    if (strpbrk(input, " \n\t\"<>\\^`{|}") != NULL)
        return error_set(error, ERROR_INVALID,
            "An address holds no spaces, quotes or brackets. Copy it from the "
            "browser's address bar.");
    if (strlen(input) > ADDRESS_LIMIT)
        return error_set(error, ERROR_INVALID,
            "Too long: at most %d bytes fit here, this has %zu.", ADDRESS_LIMIT,
            strlen(input));
    *value = input;
    return check_visible(input, error);
}
