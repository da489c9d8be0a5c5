/* One table of types; each check is a small parser. */
#include "domain/field.h"

#include "base/clock.h"
#include "domain/reference.h"
#include "domain/resolve.h"

#include <string.h>

enum { LINE_LIMIT = 1000, AREA_LIMIT = 128 * 1024 };

#define CHECK_ARGUMENTS                                                        \
    struct context *context, const struct kind *kind,                          \
        const struct field *field, const char *input, const char **value,      \
        struct error *error
#define UNUSED_PLACE ((void)context, (void)kind, (void)field)

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

static bool check_text(CHECK_ARGUMENTS)
{
    UNUSED_PLACE;
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

static bool check_markdown(CHECK_ARGUMENTS)
{
    UNUSED_PLACE;
    if (strlen(input) > AREA_LIMIT)
        return error_set(error, ERROR_INVALID,
            "Too long: at most %d KB fit here. Put long texts on a page of "
            "the manual and refer to it.",
            AREA_LIMIT / 1024);
    *value = input;
    return true;
}

static bool check_date(CHECK_ARGUMENTS)
{
    UNUSED_PLACE;
    if (!clock_is_date(input))
        return error_set(error, ERROR_INVALID,
            "“%s” is not a date. Write it as year-month-day, such as "
            "2026-11-14.",
            input);
    *value = input;
    return true;
}

static bool check_moment(CHECK_ARGUMENTS)
{
    UNUSED_PLACE;
    if (!clock_is_moment(input))
        return error_set(error, ERROR_INVALID,
            "“%s” is not a date and time. Write it as 2026-11-14T16:02.",
            input);
    *value = arena_copy(context->arena, input, 16);
    return true;
}

static bool check_number(CHECK_ARGUMENTS)
{
    struct text text = text_of(input);
    size_t points = 0;

    UNUSED_PLACE;
    if (text.data[0] == '-')
        text = text_part(text.data + 1, text.size - 1);
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '.')
            points++;
        else if (text.data[i] < '0' || text.data[i] > '9')
            points = 2;
    }
    if (text.size == 0 || text.size > 18 || points > 1 || text.data[0] == '.' ||
        text.data[text.size - 1] == '.')
        return error_set(error, ERROR_INVALID,
            "“%s” is not a number. Use digits and at most one point.", input);
    *value = input;
    return true;
}

static bool check_choice(CHECK_ARGUMENTS)
{
    UNUSED_PLACE;
    for (size_t i = 0; i < field->choice_count; i++) {
        if (string_equals(field->choices[i].name, input)) {
            *value = field->choices[i].name;
            return true;
        }
    }
    return error_set(
        error, ERROR_INVALID, "“%s” is not one of the choices.", input);
}

static bool check_status(CHECK_ARGUMENTS)
{
    UNUSED_PLACE;
    if (kind_status(kind, input) == NULL)
        return error_set(
            error, ERROR_INVALID, "“%s” is not one of the statuses.", input);
    *value = input;
    return true;
}

static bool check_yesno(CHECK_ARGUMENTS)
{
    UNUSED_PLACE;
    if (!string_equals(input, "yes") && !string_equals(input, "no"))
        return error_set(error, ERROR_INVALID, "Choose yes or no.");
    *value = input;
    return true;
}

static bool check_person(CHECK_ARGUMENTS)
{
    struct reference reference = {.type = REFERENCE_PERSON,
        .scheme = "person",
        .name = input,
        .section = ""};
    struct target target;

    UNUSED_PLACE;
    if (!resolve_reference(context, &reference, &target, error))
        return false;
    if (!target.present)
        return error_set(
            error, ERROR_INVALID, "There is nobody called “%s”.", input);
    *value = input;
    return true;
}

/* One word of a list: `finding:8`, or for clauses `27001/A.8.13`. */
static bool check_one_reference(struct context *context,
    const struct field *field, const char *word, bool clause,
    const char **canonical, struct error *error)
{
    struct reference reference;
    struct target target;
    const char *full = word;

    if (clause && !string_begins(word, "clause:"))
        full = arena_format(context->arena, "clause:%s", word);
    if (!reference_parse(context->arena, text_of(full), &reference, error))
        return error_set(
            error, ERROR_INVALID, "“%s”: %s.", word, error->message);
    if (reference.type == REFERENCE_MEETS ||
        (clause && reference.type != REFERENCE_CLAUSE))
        return error_set(error, ERROR_INVALID,
            "“%s” is not a clause; write it as 27001/A.8.13.", word);
    if (field->kinds[0] != '\0' && !words_have(field->kinds, reference.scheme))
        return error_set(error, ERROR_INVALID,
            "“%s” is not one of the kinds that fit here: %s.", word,
            field->kinds);
    if (!resolve_reference(context, &reference, &target, error))
        return false;
    if (!target.present && reference.type == REFERENCE_CLAUSE)
        return error_set(
            error, ERROR_INVALID, "“%s”: %s.", word, target.reason);
    *canonical = target.ref;
    return true;
}

static bool check_list(struct context *context, const struct field *field,
    const char *input, bool clause, size_t most, const char **value,
    struct error *error)
{
    struct builder list = builder_create(context->arena);
    char *copy = arena_string(context->arena, input);
    struct text rest;
    struct text part;
    size_t count = 0;

    for (char *p = copy; *p != '\0'; p++) {
        if (*p == ',' || *p == ';' || *p == '\n' || *p == '\t')
            *p = ' ';
    }
    rest = text_of(copy);
    while (text_next(&rest, ' ', &part)) {
        const char *canonical = "";

        if (part.size == 0)
            continue;
        if (++count > most)
            return error_set(error, ERROR_INVALID,
                most == 1 ? "Only one reference fits here."
                          : "Too many references: at most %zu fit here.",
                most);
        if (!check_one_reference(context, field,
                text_string(context->arena, part), clause, &canonical, error))
            return false;
        if (words_have(builder_string(&list), canonical))
            continue;
        if (list.size > 0)
            builder_byte(&list, ' ');
        builder_put(&list, canonical);
    }
    *value = builder_string(&list);
    return true;
}

static bool check_reference(CHECK_ARGUMENTS)
{
    (void)kind;
    return check_list(context, field, input, false, 1, value, error);
}

static bool check_references(CHECK_ARGUMENTS)
{
    (void)kind;
    return check_list(context, field, input, false, 500, value, error);
}

static bool check_clauses(CHECK_ARGUMENTS)
{
    (void)kind;
    return check_list(context, field, input, true, 500, value, error);
}

static const struct field_type types[] = {
    {"text", CONTROL_LINE, false, false, check_text},
    {"markdown", CONTROL_AREA, false, true, check_markdown},
    {"number", CONTROL_LINE, false, false, check_number},
    {"date", CONTROL_DATE, false, false, check_date},
    {"moment", CONTROL_MOMENT, false, false, check_moment},
    {"choice", CONTROL_SELECT, false, false, check_choice},
    {"status", CONTROL_RADIO, false, false, check_status},
    {"yesno", CONTROL_RADIO, false, false, check_yesno},
    {"person", CONTROL_PERSON, true, false, check_person},
    {"reference", CONTROL_REFERENCES, true, false, check_reference},
    {"references", CONTROL_REFERENCES, true, false, check_references},
    {"clauses", CONTROL_REFERENCES, true, false, check_clauses},
};

const struct field_type *field_type_find(const char *name)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (string_equals(types[i].name, name))
            return &types[i];
    }
    return NULL;
}

bool field_check(struct context *context, const struct kind *kind,
    const struct field *field, const char *input, const char **value,
    struct error *error)
{
    struct text text = text_of(input);
    const char *clean;

    *value = "";
    if (!text_is_clean(text, NULL))
        return error_set(error, ERROR_INVALID,
            "This holds characters that are not readable text.");
    clean = text_string(
        context->arena, text_trim(text_of(text_unix(context->arena, text))));
    if (clean[0] == '\0')
        return true;
    return field->type->check(context, kind, field, clean, value, error);
}
