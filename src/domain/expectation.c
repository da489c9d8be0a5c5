/* Words one after the other; each part of the grammar takes the words that
 * are its own and leaves the rest. */
#include "domain/expectation.h"

#include "base/clock.h"

#include <string.h>

/* Names of kinds and statuses: at most so many bytes, and so many of them. */
enum { NAME_LIMIT = 32, NAME_COUNT_LIMIT = 16 };

static const struct unit {
    const char *word;
    const char *one;
    const char *many;
    long long most; /* EXPECTATION_YEARS_LIMIT in this unit */
    enum expectation_unit unit;
} units[] = {
    {"days", "day", "days", EXPECTATION_YEARS_LIMIT * 365LL, UNIT_DAYS},
    {"weeks", "week", "weeks", EXPECTATION_YEARS_LIMIT * 52LL, UNIT_WEEKS},
    {"months", "month", "months", EXPECTATION_YEARS_LIMIT * 12LL, UNIT_MONTHS},
    {"years", "year", "years", EXPECTATION_YEARS_LIMIT, UNIT_YEARS},
};

/* Words of the grammar, which are no names. */
static const char *const taken[] = {
    "at", "least", "or", "any", "linked", "is", "within", NULL};

struct reading {
    struct text rest;
    struct text word; /* the present word; empty at the end */
    struct error *error;
};

static void next_word(struct reading *reading)
{
    while (text_next(&reading->rest, ' ', &reading->word)) {
        if (reading->word.size > 0)
            return;
    }
    reading->word = (struct text){"", 0};
}

/* Take the present word if it is `word`. */
static bool take(struct reading *reading, const char *word)
{
    if (!text_equals(reading->word, word))
        return false;
    next_word(reading);
    return true;
}

static bool refuse(const struct reading *reading, const char *expected)
{
    if (reading->word.size == 0)
        return error_set(reading->error, ERROR_INVALID,
            "%s expected where the expectation ends", expected);
    return error_set(reading->error, ERROR_INVALID, "%s expected, not “%s”",
        expected, text_string(reading->error->arena, reading->word));
}

static bool is_name(struct text word)
{
    if (word.size == 0 || word.size > NAME_LIMIT)
        return false;
    for (size_t i = 0; taken[i] != NULL; i++) {
        if (text_equals(word, taken[i]))
            return false;
    }
    for (size_t i = 0; i < word.size; i++) {
        char c = word.data[i];
        bool inner = (c >= '0' && c <= '9') || c == '-' || c == '_';

        if (!(c >= 'a' && c <= 'z') && !(i > 0 && inner))
            return false;
    }
    return true;
}

/* Add the name to the space separated list, which must not have it yet. */
static bool add_name(struct reading *reading, struct builder *names)
{
    struct text rest = text_of(builder_string(names));
    struct text name;
    size_t count = 0;

    while (text_next(&rest, ' ', &name)) {
        count++;
        if (name.size == reading->word.size &&
            memcmp(name.data, reading->word.data, name.size) == 0)
            return error_set(reading->error, ERROR_INVALID,
                "“%s” stands there twice",
                text_string(reading->error->arena, name));
    }
    if (count == NAME_COUNT_LIMIT)
        return error_set(reading->error, ERROR_TOO_LARGE,
            "at most %d names may be joined with “or”", NAME_COUNT_LIMIT);
    if (names->size > 0)
        builder_byte(names, ' ');
    builder_text(names, reading->word);
    next_word(reading);
    return true;
}

/* NAME {or NAME} */
static bool read_names(struct reading *reading, struct arena *arena,
    const char *what, const char **list)
{
    struct builder names = builder_create(arena);

    do {
        if (!is_name(reading->word))
            return refuse(reading, what);
        if (!add_name(reading, &names))
            return false;
    } while (take(reading, "or"));
    *list = builder_string(&names);
    return true;
}

static bool read_number(
    struct reading *reading, const char *what, long long *number)
{
    if (!text_number(reading->word, number))
        return refuse(reading, what);
    if (*number < 1)
        return error_set(
            reading->error, ERROR_INVALID, "%s must be at least 1", what);
    next_word(reading);
    return true;
}

/* [at least N] */
static bool read_least(struct reading *reading, long long *least)
{
    *least = 1;
    if (!take(reading, "at"))
        return true;
    if (!take(reading, "least"))
        return refuse(reading, "“least” after “at”");
    if (!read_number(reading, "a number after “at least”", least))
        return false;
    if (*least > EXPECTATION_MOST)
        return error_set(reading->error, ERROR_TOO_LARGE,
            "“at least” may ask for %d records at most", EXPECTATION_MOST);
    return true;
}

/* (KIND {or KIND} | any) [linked] */
static bool read_kinds(struct reading *reading, struct arena *arena,
    struct expectation *expectation)
{
    bool any = take(reading, "any");

    expectation->kinds = "";
    if (!any && !read_names(reading, arena, "a kind of record, or “any”",
                    &expectation->kinds))
        return false;
    expectation->linked = take(reading, "linked");
    if (any && !expectation->linked)
        return refuse(reading, "“any” needs “linked” after it: “linked” was");
    return true;
}

/* [is STATUS {or STATUS}] */
static bool read_statuses(struct reading *reading, struct arena *arena,
    struct expectation *expectation)
{
    expectation->statuses = "";
    return !take(reading, "is") ||
           read_names(
               reading, arena, "a status after “is”", &expectation->statuses);
}

/* [within N days|weeks|months|years] */
static bool read_within(
    struct reading *reading, struct expectation *expectation)
{
    if (!take(reading, "within"))
        return true;
    if (!read_number(reading, "a number after “within”", &expectation->within))
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!text_equals(reading->word, units[i].word))
            continue;
        if (expectation->within > units[i].most)
            return error_set(reading->error, ERROR_TOO_LARGE,
                "“within” may name %lld %s at most", units[i].most,
                units[i].word);
        expectation->unit = units[i].unit;
        next_word(reading);
        return true;
    }
    return refuse(reading, "“days”, “weeks”, “months” or “years”");
}

static bool refuse_rest(
    const struct reading *reading, const struct expectation *expectation)
{
    if (expectation->unit != UNIT_NONE)
        return refuse(reading, "nothing more after “within”: the end was");
    if (expectation->statuses[0] != '\0')
        return refuse(reading, "“or”, “within” or the end was");
    if (expectation->linked)
        return refuse(reading, "“is”, “within” or the end was");
    return refuse(reading, "“or”, “linked”, “is”, “within” or the end was");
}

bool expectation_parse(struct arena *arena, struct text text,
    struct expectation *expectation, struct error *error)
{
    struct reading reading = {.rest = text, .error = error};

    *expectation =
        (struct expectation){.kinds = "", .statuses = "", .words = ""};
    if (text.size > EXPECTATION_LIMIT)
        return error_set(error, ERROR_TOO_LARGE,
            "an expectation may have %d bytes", EXPECTATION_LIMIT);
    if (!text_is_clean(text, NULL))
        return error_set(error, ERROR_INVALID, "an expectation is plain UTF-8");
    next_word(&reading);
    if (!read_least(&reading, &expectation->at_least) ||
        !read_kinds(&reading, arena, expectation) ||
        !read_statuses(&reading, arena, expectation) ||
        !read_within(&reading, expectation))
        return false;
    if (reading.word.size > 0)
        return refuse_rest(&reading, expectation);
    expectation->words = text_string(arena, text_trim(text));
    return true;
}

static bool is_vowel(char c)
{
    return c != '\0' && strchr("aeiouAEIOU", c) != NULL;
}

/* "Document record" within a sentence: lower case, unless it is "ISO". */
static const char *within_sentence(struct arena *arena, const char *label)
{
    char *lower = arena_string(arena, label);

    if (lower[0] >= 'A' && lower[0] <= 'Z' &&
        !(lower[1] >= 'A' && lower[1] <= 'Z'))
        lower[0] = (char)(lower[0] - 'A' + 'a');
    return lower;
}

static const char *plural(struct arena *arena, const char *noun)
{
    size_t size = strlen(noun);

    if (string_ends(noun, "y") && size > 1 && !is_vowel(noun[size - 2]))
        return arena_format(arena, "%.*sies", (int)(size - 1), noun);
    if (string_ends(noun, "s") || string_ends(noun, "x") ||
        string_ends(noun, "ch") || string_ends(noun, "sh"))
        return arena_format(arena, "%ses", noun);
    return arena_format(arena, "%ss", noun);
}

static const char *kind_label(struct arena *arena,
    const struct expectation_labels *labels, const char *kind)
{
    const char *label = labels == NULL || labels->kind == NULL
                            ? NULL
                            : labels->kind(labels->user, kind);

    return within_sentence(arena, label == NULL ? kind : label);
}

/* What the status is called in the first of the kinds that has it. */
static const char *status_label(struct arena *arena,
    const struct expectation_labels *labels, const char *kinds,
    const char *status)
{
    struct text rest = text_of(kinds);
    struct text kind;
    const char *label = NULL;

    if (labels == NULL || labels->status == NULL)
        return status;
    if (kinds[0] == '\0')
        label = labels->status(labels->user, "", status);
    while (label == NULL && text_next(&rest, ' ', &kind))
        label = labels->status(labels->user, text_string(arena, kind), status);
    return within_sentence(arena, label == NULL ? status : label);
}

static const char *explain_kinds(struct arena *arena,
    const struct expectation *expectation,
    const struct expectation_labels *labels)
{
    struct builder out = builder_create(arena);
    struct text rest = text_of(expectation->kinds);
    struct text kind;
    bool many = expectation->at_least > 1;

    if (expectation->kinds[0] == '\0')
        return many ? "records" : "record";
    while (text_next(&rest, ' ', &kind)) {
        const char *label = kind_label(arena, labels, text_string(arena, kind));

        if (out.size > 0)
            builder_put(&out, " or ");
        builder_put(&out, many ? plural(arena, label) : label);
    }
    return builder_string(&out);
}

static const char *explain_statuses(struct arena *arena,
    const struct expectation *expectation,
    const struct expectation_labels *labels)
{
    struct builder out = builder_create(arena);
    struct text rest = text_of(expectation->statuses);
    struct text status;

    while (text_next(&rest, ' ', &status)) {
        if (out.size > 0)
            builder_put(&out, " or ");
        builder_put(&out, status_label(arena, labels, expectation->kinds,
                              text_string(arena, status)));
    }
    return builder_string(&out);
}

static void explain_age(
    struct builder *out, const struct expectation *expectation)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (units[i].unit == expectation->unit)
            builder_format(out, ", at most %lld %s old", expectation->within,
                expectation->within == 1 ? units[i].one : units[i].many);
    }
}

const char *expectation_explain(struct arena *arena,
    const struct expectation *expectation,
    const struct expectation_labels *labels)
{
    struct builder out = builder_create(arena);
    const char *kinds = explain_kinds(arena, expectation, labels);
    const char *statuses = explain_statuses(arena, expectation, labels);
    /* "A closed audit", but "A change, under way". */
    bool before = statuses[0] != '\0' && !expectation->linked &&
                  strchr(kinds, ' ') == NULL;
    struct text rest = text_of(expectation->statuses);
    struct text status;

    while (before && text_next(&rest, ' ', &status))
        before = strchr(status_label(arena, labels, expectation->kinds,
                            text_string(arena, status)),
                     ' ') == NULL;
    if (expectation->at_least > 1)
        builder_format(&out, "At least %lld ", expectation->at_least);
    else if (expectation->kinds[0] == '\0')
        builder_put(&out, "Any ");
    else
        builder_put(
            &out, is_vowel(before ? statuses[0] : kinds[0]) ? "An " : "A ");
    if (before)
        builder_format(&out, "%s ", statuses);
    builder_put(&out, kinds);
    if (expectation->linked)
        builder_format(&out, " that %s to this clause",
            expectation->at_least > 1 ? "refer" : "refers");
    if (!before && statuses[0] != '\0')
        builder_format(&out, ", %s", statuses);
    explain_age(&out, expectation);
    return builder_string(&out);
}

const char *expectation_oldest(struct arena *arena,
    const struct expectation *expectation, const char *today)
{
    long within = (long)expectation->within;

    switch (expectation->unit) {
    case UNIT_DAYS:
        return clock_add_days(arena, today, -within);
    case UNIT_WEEKS:
        return clock_add_days(arena, today, -within * 7);
    case UNIT_MONTHS:
        return clock_add_months(arena, today, -within);
    case UNIT_YEARS:
        return clock_add_months(arena, today, -within * 12);
    case UNIT_NONE:
    default:
        return "";
    }
}
