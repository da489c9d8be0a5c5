/* One table of schemes; everything that is not in it is KIND:N. */
#include "domain/reference.h"

#include <string.h>

static const struct scheme {
    const char *word;
    enum reference_type type;
} schemes[] = {
    {"page", REFERENCE_PAGE},
    {"clause", REFERENCE_CLAUSE},
    {"file", REFERENCE_FILE},
    {"person", REFERENCE_PERSON},
    {"term", REFERENCE_TERM},
    {"meets", REFERENCE_MEETS},
};

/* Words of the grammar that lead nowhere by themselves: what items are besides
 * those above, and schemes of addresses. */
static const char *const reserved[] = {
    "kind", "standard", "section", "http", "https", "mailto", "tel", NULL};

static const struct scheme *scheme_of(struct text word)
{
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (text_equals(word, schemes[i].word))
            return &schemes[i];
    }
    return NULL;
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word(char c)
{
    return is_lower(c) || (c >= 'A' && c <= 'Z') || is_digit(c);
}

/* Only letters, digits, bytes from 0x80 where allowed, and `extra`? */
static bool made_of(struct text text, const char *extra, bool high)
{
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];

        if (!is_word(c) && (c == '\0' || strchr(extra, c) == NULL) &&
            !(high && (unsigned char)c >= 0x80))
            return false;
    }
    return text.size > 0;
}

static bool is_kind_word(struct text word)
{
    if (word.size == 0 || word.size > 32 || !is_lower(word.data[0]))
        return false;
    for (size_t i = 0; i < word.size; i++) {
        if (!is_lower(word.data[i]) && !is_digit(word.data[i]) &&
            word.data[i] != '-')
            return false;
    }
    return true;
}

/* Cut `text` at the first `separator`; the second part excludes it. */
static bool cut(
    struct text text, char separator, struct text *before, struct text *after)
{
    const char *place =
        text.size == 0 ? NULL : memchr(text.data, separator, text.size);

    if (place == NULL)
        return false;
    *before = text_part(text.data, (size_t)(place - text.data));
    *after = text_part(place + 1, text.size - before->size - 1);
    return true;
}

static bool path_is_fine(struct text name)
{
    struct text rest = name;
    struct text part;

    while (text_next(&rest, '/', &part)) {
        if (part.size == 0 || text_equals(part, ".") || text_equals(part, ".."))
            return false;
    }
    return name.size > 0 && name.data[name.size - 1] != '/';
}

static bool parse_page(struct arena *arena, struct text rest,
    struct reference *reference, struct error *error)
{
    struct text name = rest;
    struct text section = {"", 0};

    if (cut(rest, '#', &name, &section) && !made_of(section, "-_.~:", true))
        return error_set(error, ERROR_INVALID,
            "the section after # has characters that no anchor has");
    if (!made_of(name, "-_./ ", true) || !path_is_fine(name))
        return error_set(error, ERROR_INVALID,
            "a page is written page:NAME or page:NAME#section");
    reference->name = text_string(arena, name);
    reference->section = text_string(arena, section);
    return true;
}

static bool parse_clause(struct arena *arena, struct text rest,
    struct reference *reference, struct error *error)
{
    struct text standard;
    struct text clause;
    struct text number;
    struct text edition;

    if (!cut(rest, '/', &standard, &clause) || !made_of(clause, "-./()", false))
        return error_set(error, ERROR_INVALID,
            "a clause is written %s:STANDARD/ID, such as %s:27001/9.2.1",
            reference->scheme, reference->scheme);
    number = standard;
    if (cut(standard, ':', &number, &edition) && !made_of(edition, "-.", false))
        return error_set(error, ERROR_INVALID,
            "the edition after the standard is not readable");
    if (!made_of(number, "-.", false))
        return error_set(error, ERROR_INVALID, "the standard is not readable");
    reference->name = text_string(arena, standard);
    reference->section = text_string(arena, clause);
    return true;
}

static bool parse_file(struct arena *arena, struct text rest,
    struct reference *reference, struct error *error)
{
    bool fine = rest.size == 64;

    for (size_t i = 0; i < rest.size && fine; i++)
        fine = is_digit(rest.data[i]) ||
               (rest.data[i] >= 'a' && rest.data[i] <= 'f');
    if (!fine)
        return error_set(error, ERROR_INVALID,
            "a file is written file: and the 64 hexadecimal digits of its "
            "SHA-256");
    reference->name = text_string(arena, rest);
    return true;
}

static bool parse_name(struct arena *arena, struct text rest,
    struct reference *reference, struct error *error)
{
    if (!made_of(rest, "-_.", true))
        return error_set(error, ERROR_INVALID,
            "after %s: comes a name of letters, digits, dots and dashes",
            reference->scheme);
    reference->name = text_string(arena, rest);
    return true;
}

static bool parse_record(
    struct text rest, struct reference *reference, struct error *error)
{
    bool plain = rest.size > 0 && rest.size <= 15 && rest.data[0] != '0';

    if (!plain || !text_number(rest, &reference->number))
        return error_set(error, ERROR_INVALID,
            "a record is written KIND:NUMBER, such as todo:17");
    return true;
}

bool reference_parse(struct arena *arena, struct text text,
    struct reference *reference, struct error *error)
{
    const struct scheme *scheme;
    struct text word;
    struct text rest;

    *reference = (struct reference){.name = "", .section = ""};
    if (text.size > REFERENCE_LIMIT)
        return error_set(error, ERROR_INVALID,
            "a reference has at most %d bytes", REFERENCE_LIMIT);
    if (!cut(text, ':', &word, &rest) || !is_kind_word(word))
        return error_set(error, ERROR_INVALID,
            "a reference is written KIND:NUMBER, page:NAME, clause:STD/ID, "
            "file:HASH, person:NAME or term:NAME");
    if (!text_is_clean(text, NULL))
        return error_set(error, ERROR_INVALID, "a reference is plain UTF-8");
    reference->scheme = text_string(arena, word);
    scheme = scheme_of(word);
    reference->type = scheme == NULL ? REFERENCE_RECORD : scheme->type;
    switch (reference->type) {
    case REFERENCE_PAGE:
        return parse_page(arena, rest, reference, error);
    case REFERENCE_CLAUSE:
    case REFERENCE_MEETS:
        return parse_clause(arena, rest, reference, error);
    case REFERENCE_FILE:
        return parse_file(arena, rest, reference, error);
    case REFERENCE_PERSON:
    case REFERENCE_TERM:
        return parse_name(arena, rest, reference, error);
    case REFERENCE_RECORD:
    default:
        return parse_record(rest, reference, error);
    }
}

const char *reference_format(
    struct arena *arena, const struct reference *reference)
{
    switch (reference->type) {
    case REFERENCE_RECORD:
        return arena_format(
            arena, "%s:%lld", reference->scheme, reference->number);
    case REFERENCE_CLAUSE:
    case REFERENCE_MEETS:
        return arena_format(arena, "%s:%s/%s", reference->scheme,
            reference->name, reference->section);
    case REFERENCE_PAGE:
        if (reference->section[0] != '\0')
            return arena_format(
                arena, "page:%s#%s", reference->name, reference->section);
        return arena_format(arena, "page:%s", reference->name);
    case REFERENCE_FILE:
    case REFERENCE_PERSON:
    case REFERENCE_TERM:
    default:
        return arena_format(arena, "%s:%s", reference->scheme, reference->name);
    }
}

bool reference_is_claimed(struct text target)
{
    struct text word;
    struct text rest;

    if (!cut(target, ':', &word, &rest) || !is_kind_word(word))
        return false;
    return scheme_of(word) != NULL || (rest.size > 0 && is_digit(rest.data[0]));
}

bool reference_is_reserved(const char *word)
{
    for (size_t i = 0; reserved[i] != NULL; i++) {
        if (strcmp(reserved[i], word) == 0)
            return true;
    }
    return scheme_of(text_of(word)) != NULL;
}
