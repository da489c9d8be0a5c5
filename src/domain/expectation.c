/* Words one after the other; each part of the grammar takes the words that
 * are its own and leaves the rest. */
#include "domain/expectation.h"

#include "base/clock.h"

#include <string.h>

/* Names of kinds and statuses, and values, which may be logins: at most so many
 * bytes, and so many of them. */
enum { NAME_LIMIT = 32, VALUE_LIMIT = 64, NAME_COUNT_LIMIT = 16 };

static const struct unit {
    const char *word;
    long long most; /* EXPECTATION_YEARS_LIMIT in this unit */
    enum expectation_unit unit;
} units[] = {
    {"days", EXPECTATION_YEARS_LIMIT * 365LL, UNIT_DAYS},
    {"weeks", EXPECTATION_YEARS_LIMIT * 52LL, UNIT_WEEKS},
    {"months", EXPECTATION_YEARS_LIMIT * 12LL, UNIT_MONTHS},
    {"years", EXPECTATION_YEARS_LIMIT, UNIT_YEARS},
};

/* What `every` may name, in months. */
static const struct period {
    const char *word;
    long long months;
} periods[] = {{"month", 1}, {"quarter", 3}, {"half-year", 6}, {"year", 12}};

/* Words of the grammar, which are no names. */
static const char *const taken[] = {"at", "least", "or", "any", "linked",
    "through", "is", "with", "where", "covering", "of", "people", "in", "every",
    "within", "approved", "by", NULL};

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

static bool is_taken(struct text word)
{
    for (size_t i = 0; taken[i] != NULL; i++) {
        if (text_equals(word, taken[i]))
            return true;
    }
    return false;
}

/* Values may begin with a digit and have points inside, names may not. */
static bool may_stand(struct text word, size_t place, bool value)
{
    char c = word.data[place];

    if (c >= 'a' && c <= 'z')
        return true;
    if (c >= '0' && c <= '9')
        return value || place > 0;
    if (c == '.')
        return value && place > 0 && place + 1 < word.size;
    return place > 0 && (c == '-' || c == '_');
}

/* A value may be "approved": where one is expected, no other sense is
 * possible. */
static bool is_name(struct text word, bool value)
{
    if (word.size == 0 || word.size > (value ? VALUE_LIMIT : NAME_LIMIT))
        return false;
    if (is_taken(word) && !(value && text_equals(word, "approved")))
        return false;
    for (size_t i = 0; i < word.size; i++) {
        if (!may_stand(word, i, value))
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
static bool read_list(struct reading *reading, struct arena *arena,
    const char *what, bool values, const char **list)
{
    struct builder names = builder_create(arena);

    do {
        if (!is_name(reading->word, values))
            return refuse(reading, what);
        if (!add_name(reading, &names))
            return false;
    } while (take(reading, "or"));
    *list = builder_string(&names);
    return true;
}

static bool read_names(struct reading *reading, struct arena *arena,
    const char *what, const char **list)
{
    return read_list(reading, arena, what, false, list);
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

/* (KIND {or KIND} | any) [linked [through KIND {or KIND}]] */
static bool read_kinds(struct reading *reading, struct arena *arena,
    struct expectation *expectation)
{
    bool any = take(reading, "any");

    if (!any && !read_names(reading, arena, "a kind of record, or “any”",
                    &expectation->kinds))
        return false;
    expectation->linked = take(reading, "linked");
    if (any && !expectation->linked)
        return refuse(reading, "“any” needs “linked” after it: “linked” was");
    if (!expectation->linked || !take(reading, "through"))
        return true;
    if (expectation->at_least > 1)
        return error_set(reading->error, ERROR_INVALID,
            "“through” finds the newest record and does not count: it cannot "
            "stand with “at least”");
    return read_names(reading, arena, "a kind of record after “through”",
        &expectation->through);
}

/* [is STATUS {or STATUS}] */
static bool read_statuses(struct reading *reading, struct arena *arena,
    struct expectation *expectation)
{
    return !take(reading, "is") ||
           read_list(reading, arena, "a status after “is”", true,
               &expectation->statuses);
}

static bool read_field(
    struct reading *reading, struct arena *arena, const char **field)
{
    if (!is_name(reading->word, false))
        return refuse(reading, "the name of a field");
    *field = text_string(arena, reading->word);
    next_word(reading);
    return true;
}

/* {with FIELD | with file | where FIELD is VALUE {or VALUE}} */
static bool read_terms(struct reading *reading, struct arena *arena,
    struct expectation *expectation)
{
    for (;;) {
        bool where = text_equals(reading->word, "where");
        struct expectation_term term = {.values = ""};

        if (!where && !text_equals(reading->word, "with"))
            return true;
        if (expectation->term_count == EXPECTATION_TERM_LIMIT)
            return error_set(reading->error, ERROR_TOO_LARGE,
                "“with” and “where” may stand %d times at most",
                EXPECTATION_TERM_LIMIT);
        if (expectation->kinds[0] == '\0' || expectation->through[0] != '\0')
            return error_set(reading->error, ERROR_INVALID,
                "“%s” needs a kind whose fields it can name: it stands "
                "neither with “any” nor with “through”",
                where ? "where" : "with");
        next_word(reading);
        term.file = !where && text_equals(reading->word, "file");
        if (!read_field(reading, arena, &term.field))
            return false;
        if (where && !take(reading, "is"))
            return refuse(reading, "“is” after the field");
        if (where && !read_list(reading, arena, "a value after “is”", true,
                         &term.values))
            return false;
        expectation->terms[expectation->term_count++] = term;
    }
}

/* [covering P% of people [in FIELD]] */
static bool read_covering(struct reading *reading, struct arena *arena,
    struct expectation *expectation)
{
    struct text share;

    if (!take(reading, "covering"))
        return true;
    if (expectation->linked || expectation->at_least > 1 ||
        expectation->kinds[0] == '\0' || expectation->term_count > 0)
        return error_set(reading->error, ERROR_INVALID,
            "“covering” counts people: it stands with a kind, its status and "
            "“within” only");
    share = reading->word;
    if (share.size < 2 || share.data[share.size - 1] != '%' ||
        !text_number(
            text_part(share.data, share.size - 1), &expectation->covering) ||
        expectation->covering < 1 || expectation->covering > 100)
        return refuse(reading, "a share from 1% to 100%");
    next_word(reading);
    if (!take(reading, "of"))
        return refuse(reading, "“of people”");
    if (!take(reading, "people"))
        return refuse(reading, "“people”");
    return !take(reading, "in") ||
           read_field(reading, arena, &expectation->people);
}

/* [every month|quarter|half-year|year] */
static bool read_every(struct reading *reading, struct expectation *expectation)
{
    if (!text_equals(reading->word, "every"))
        return true;
    if (expectation->covering > 0 || expectation->through[0] != '\0' ||
        expectation->at_least > 1)
        return error_set(reading->error, ERROR_INVALID,
            "“every” asks for one record in each period: it stands neither "
            "with “at least” nor with “through” nor with “covering”");
    next_word(reading);
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        if (text_equals(reading->word, periods[i].word)) {
            expectation->every = periods[i].months;
            next_word(reading);
            return true;
        }
    }
    return refuse(reading, "“month”, “quarter”, “half-year” or “year”");
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

/* A look back must hold whole periods, and not too many. */
static bool check_periods(
    struct reading *reading, const struct expectation *expectation)
{
    long long count = expectation_periods(expectation);

    if (expectation->every == 0)
        return true;
    if (expectation->unit != UNIT_MONTHS && expectation->unit != UNIT_YEARS)
        return refuse(reading,
            "“within” and a number of months or years after “every”: it was");
    if (count < 1)
        return error_set(reading->error, ERROR_INVALID,
            "“within” is shorter than the period that “every” names");
    return count <= EXPECTATION_PERIOD_LIMIT ||
           error_set(reading->error, ERROR_TOO_LARGE,
               "“every” may look back on %d periods at most",
               EXPECTATION_PERIOD_LIMIT);
}

/* approved [by ROLE {or ROLE}] [within …] */
static bool read_approved(struct reading *reading, struct arena *arena,
    struct expectation *expectation)
{
    expectation->approved = true;
    return (!take(reading, "by") ||
               read_names(reading, arena, "a role after “by”",
                   &expectation->approvers)) &&
           read_within(reading, expectation);
}

static bool read_records(struct reading *reading, struct arena *arena,
    struct expectation *expectation)
{
    return read_least(reading, &expectation->at_least) &&
           read_kinds(reading, arena, expectation) &&
           read_statuses(reading, arena, expectation) &&
           read_terms(reading, arena, expectation) &&
           read_covering(reading, arena, expectation) &&
           read_every(reading, expectation) &&
           read_within(reading, expectation) &&
           check_periods(reading, expectation);
}

static bool refuse_rest(
    const struct reading *reading, const struct expectation *expectation)
{
    if (expectation->unit != UNIT_NONE)
        return refuse(reading, "nothing more after “within”: the end was");
    if (expectation->approved)
        return refuse(reading, "“by”, “within” or the end was");
    if (expectation->covering > 0)
        return refuse(reading, "“in”, “within” or the end was");
    if (expectation->term_count > 0)
        return refuse(
            reading, "“with”, “where”, “every”, “within” or the end was");
    if (expectation->statuses[0] != '\0')
        return refuse(reading,
            "“or”, “with”, “where”, “covering”, “every”, “within” or the end "
            "was");
    if (expectation->linked)
        return refuse(reading,
            "“through”, “is”, “with”, “where”, “every”, “within” or the end "
            "was");
    return refuse(reading,
        "“or”, “linked”, “is”, “with”, “where”, “covering”, “every”, “within” "
        "or the end was");
}

bool expectation_parse(struct arena *arena, struct text text,
    struct expectation *expectation, struct error *error)
{
    struct reading reading = {.rest = text, .error = error};

    *expectation = (struct expectation){.at_least = 1,
        .kinds = "",
        .through = "",
        .statuses = "",
        .people = "",
        .approvers = "",
        .words = ""};
    if (text.size > EXPECTATION_LIMIT)
        return error_set(error, ERROR_TOO_LARGE,
            "an expectation may have %d bytes", EXPECTATION_LIMIT);
    if (!text_is_clean(text, NULL))
        return error_set(error, ERROR_INVALID, "an expectation is plain UTF-8");
    next_word(&reading);
    if (!(take(&reading, "approved") ? read_approved : read_records)(
            &reading, arena, expectation))
        return false;
    if (reading.word.size > 0)
        return refuse_rest(&reading, expectation);
    expectation->words = text_string(arena, text_trim(text));
    return true;
}

const char *expectation_oldest(struct arena *arena,
    const struct expectation *expectation, const char *today)
{
    long within = (long)expectation->within;
    long long count = expectation_periods(expectation);

    if (count > 0) {
        const char *first;
        const char *last;

        expectation_period(arena, expectation, today, count - 1, &first, &last);
        return first;
    }
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

long long expectation_periods(const struct expectation *expectation)
{
    long long months = expectation->unit == UNIT_MONTHS ? expectation->within
                       : expectation->unit == UNIT_YEARS
                           ? expectation->within * 12
                           : 0;

    return expectation->every == 0 ? 0 : months / expectation->every;
}

void expectation_period(struct arena *arena,
    const struct expectation *expectation, const char *today, long long place,
    const char **first, const char **last)
{
    long long every = expectation->every;
    /* The day after the period's last; the month that holds tomorrow begins
     * the period that is not whole yet. */
    const char *tomorrow = clock_add_days(arena, today, 1);
    long long month = (tomorrow[5] - '0') * 10 + (tomorrow[6] - '0') - 1;
    const char *begins = arena_format(arena, "%.7s-01", tomorrow);

    begins = clock_add_months(
        arena, begins, (long)(-(month % every) - place * every));
    *first = clock_add_months(arena, begins, (long)-every);
    *last = clock_add_days(arena, begins, -1);
}
