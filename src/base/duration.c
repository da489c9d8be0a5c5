/* Lengths of time. */
#include "base/duration.h"

#include "base/clock.h"

#include <string.h>

enum { AMOUNT_MOST = 100000, WEEK = 7, MINUTES_A_DAY = 1440 };

/* The units, as typed. ISO letters are told apart by what stands before T. */
static const struct unit {
    const char *words;
    size_t offset;
    long factor;
} units[] = {
    {" min mins minute minutes m ", offsetof(struct duration, minutes), 1},
    {" h hr hrs hour hours ", offsetof(struct duration, hours), 1},
    {" d day days ", offsetof(struct duration, days), 1},
    {" w wk week weeks ", offsetof(struct duration, days), WEEK},
    {" mo month months ", offsetof(struct duration, months), 1},
    {" y yr year years ", offsetof(struct duration, years), 1},
};

enum { UNIT_MINUTES, UNIT_HOURS, UNIT_DAYS, UNIT_WEEKS, UNIT_MONTHS };
enum { UNIT_COUNT = sizeof units / sizeof *units };

static bool add_amount(
    struct duration *duration, const struct unit *unit, long amount)
{
    long *part = (long *)(void *)((char *)duration + unit->offset);

    *part += amount * unit->factor;
    return *part <= AMOUNT_MOST;
}

static bool read_amount(const char **text, long *amount)
{
    const char *p = *text;

    *amount = 0;
    while (*p >= '0' && *p <= '9' && *amount <= AMOUNT_MOST)
        *amount = *amount * 10 + (*p++ - '0');
    if (p == *text || *amount > AMOUNT_MOST)
        return false;
    *text = p;
    return true;
}

static bool parse_iso(const char *text, struct duration *duration)
{
    static const char letters[] = {'M', 'H', 'D', 'W', 'M', 'Y'};
    bool time = false;
    int count = 0;

    while (*text != '\0') {
        size_t unit;
        long amount;

        if (*text == 'T' && !time) {
            time = true;
            text++;
            if (*text == '\0')
                return false;
        }
        if (!read_amount(&text, &amount))
            return false;
        for (unit = time ? UNIT_MINUTES : UNIT_DAYS;
             unit < (time ? (size_t)UNIT_DAYS : (size_t)UNIT_COUNT); unit++) {
            if (letters[unit] == *text)
                break;
        }
        if (unit == (time ? (size_t)UNIT_DAYS : (size_t)UNIT_COUNT) ||
            !add_amount(duration, &units[unit], amount))
            return false;
        text++;
        count++;
    }
    return count > 0;
}

static const struct unit *unit_of(const char *word, size_t size)
{
    for (size_t i = 0; i < UNIT_COUNT; i++) {
        const char *at = units[i].words;

        while ((at = strchr(at, ' ')) != NULL && at[1] != '\0') {
            at++;
            if (strncmp(at, word, size) == 0 && at[size] == ' ')
                return &units[i];
        }
    }
    return NULL;
}

static bool parse_words(const char *text, struct duration *duration)
{
    int count = 0;

    for (;;) {
        const struct unit *unit;
        size_t size = 0;
        long amount;

        text += strspn(text, " ,");
        if (*text == '\0')
            return count > 0;
        if (!read_amount(&text, &amount))
            return false;
        text += strspn(text, " ");
        while (text[size] >= 'a' && text[size] <= 'z')
            size++;
        unit = size == 0 ? NULL : unit_of(text, size);
        if (unit == NULL || !add_amount(duration, unit, amount))
            return false;
        text += size;
        count++;
    }
}

bool duration_parse(const char *text, struct duration *duration)
{
    *duration = (struct duration){.years = 0};
    return text[0] == 'P' ? parse_iso(text + 1, duration)
                          : parse_words(text, duration);
}

static void put_part(struct builder *out, long amount, const char *letter)
{
    if (amount > 0)
        builder_format(out, "%ld%s", amount, letter);
}

const char *duration_write(struct arena *arena, const struct duration *duration)
{
    struct builder out = builder_create(arena);
    const struct duration *d = duration;
    bool weeks = d->days > 0 && d->days % WEEK == 0 && d->years == 0 &&
                 d->months == 0 && d->hours == 0 && d->minutes == 0;

    builder_put(&out, "P");
    if (weeks) {
        put_part(&out, d->days / WEEK, "W");
        return builder_string(&out);
    }
    put_part(&out, d->years, "Y");
    put_part(&out, d->months, "M");
    put_part(&out, d->days, "D");
    if (d->hours > 0 || d->minutes > 0) {
        builder_put(&out, "T");
        put_part(&out, d->hours, "H");
        put_part(&out, d->minutes, "M");
    }
    if (out.size == 1)
        builder_put(&out, "T0M");
    return builder_string(&out);
}

static void show_part(struct builder *out, long amount, const char *unit)
{
    if (amount > 0)
        builder_format(out, "%s%ld %s%s", out->size > 0 ? " " : "", amount,
            unit, amount == 1 ? "" : "s");
}

const char *duration_show(struct arena *arena, const struct duration *duration)
{
    struct builder out = builder_create(arena);
    long weeks = duration->days % WEEK == 0 ? duration->days / WEEK : 0;

    show_part(&out, duration->years, "year");
    show_part(&out, duration->months, "month");
    show_part(&out, weeks, "week");
    show_part(&out, weeks > 0 ? 0 : duration->days, "day");
    show_part(&out, duration->hours, "hour");
    show_part(&out, duration->minutes, "minute");
    return out.size == 0 ? "0 minutes" : builder_string(&out);
}

double duration_minutes(const struct duration *duration)
{
    const double month = 365.0 / 12;

    return ((double)duration->years * 365 + (double)duration->months * month +
               (double)duration->days) *
               MINUTES_A_DAY +
           (double)duration->hours * 60 + (double)duration->minutes;
}

const char *duration_after(
    struct arena *arena, const char *from, const struct duration *duration)
{
    const char *date = clock_date(arena, from);
    long long minutes = (long long)duration->hours * 60 + duration->minutes;
    bool is_moment = !clock_is_date(from);
    long long days;

    if (is_moment && !clock_is_moment(from))
        return NULL;
    if (is_moment)
        minutes += (from[11] - '0') * 600LL + (from[12] - '0') * 60LL +
                   (from[14] - '0') * 10LL + (from[15] - '0');
    date =
        clock_add_months(arena, date, duration->years * 12 + duration->months);
    if (date == NULL)
        return NULL;
    days = duration->days + minutes / MINUTES_A_DAY;
    date = clock_add_days(arena, date, (long)days);
    if (date == NULL || !clock_is_date(date))
        return NULL;
    minutes %= MINUTES_A_DAY;
    return is_moment ? arena_format(arena, "%sT%02lld:%02lld", date,
                           minutes / 60, minutes % 60)
                     : date;
}
