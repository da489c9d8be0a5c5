/* Dates by the proleptic Gregorian calendar, counted in days. */
#include "base/clock.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const month_names[] = {"Jan", "Feb", "Mar", "Apr", "May",
    "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct day {
    long year;
    long month; /* 1 to 12 */
    long day;
};

/* Days since 1970-01-01 of a calendar day, and back (Hinnant's method). */
static long day_number(struct day d)
{
    long y = d.month <= 2 ? d.year - 1 : d.year;
    long era = (y >= 0 ? y : y - 399) / 400;
    long yoe = y - era * 400;
    long doy = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;

    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static struct day day_of_number(long number)
{
    long z = number + 719468;
    long era = (z >= 0 ? z : z - 146096) / 146097;
    long doe = z - era * 146097;
    long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    long doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    long mp = (5 * doy + 2) / 153;
    struct day d;

    d.day = doy - (153 * mp + 2) / 5 + 1;
    d.month = mp < 10 ? mp + 3 : mp - 9;
    d.year = yoe + era * 400 + (d.month <= 2 ? 1 : 0);
    return d;
}

/* A date is of the years 0 to 9999, however far away one asks for. */
static long clamp(long value, long least, long most)
{
    return value < least ? least : value > most ? most : value;
}

static bool digits(const char *p, size_t count, long *value)
{
    *value = 0;
    for (size_t i = 0; i < count; i++) {
        if (p[i] < '0' || p[i] > '9')
            return false;
        *value = *value * 10 + (p[i] - '0');
    }
    return true;
}

static long month_length(long year, long month)
{
    static const long lengths[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return month == 2 && leap ? 29 : lengths[month - 1];
}

static bool parse_day(const char *date, struct day *d)
{
    if (strnlen(date, 10) < 10 || date[4] != '-' || date[7] != '-' ||
        !digits(date, 4, &d->year) || !digits(date + 5, 2, &d->month) ||
        !digits(date + 8, 2, &d->day))
        return false;
    return d->year >= 1900 && d->month >= 1 && d->month <= 12 && d->day >= 1 &&
           d->day <= month_length(d->year, d->month);
}

/* A number of so many digits, with zeros before it. */
static void put_digits(struct builder *out, long number, size_t count)
{
    char text[4];

    for (size_t i = count; i-- > 0; number /= 10)
        text[i] = (char)('0' + number % 10);
    builder_add(out, text, count);
}

static void put_day(struct builder *out, struct day d)
{
    put_digits(out, d.year, 4);
    builder_byte(out, '-');
    put_digits(out, d.month, 2);
    builder_byte(out, '-');
    put_digits(out, d.day, 2);
}

static const char *format_day(struct arena *arena, struct day d)
{
    struct builder date = builder_create(arena);

    put_day(&date, d);
    return builder_string(&date);
}

long long clock_seconds(void)
{
    return (long long)time(NULL);
}

const char *clock_moment(struct arena *arena, long long seconds)
{
    long long days = seconds / 86400;
    long rest = (long)(seconds % 86400);
    struct builder moment = builder_create(arena);

    if (rest < 0) {
        rest += 86400;
        days--;
    }
    put_day(&moment, day_of_number((long)days));
    builder_byte(&moment, 'T');
    put_digits(&moment, rest / 3600, 2);
    builder_byte(&moment, ':');
    put_digits(&moment, rest / 60 % 60, 2);
    builder_byte(&moment, ':');
    put_digits(&moment, rest % 60, 2);
    builder_byte(&moment, 'Z');
    return builder_string(&moment);
}

const char *clock_now(struct arena *arena)
{
    return clock_moment(arena, clock_seconds());
}

bool clock_is_date(const char *date)
{
    struct day d;

    return strlen(date) == 10 && parse_day(date, &d);
}

bool clock_is_moment(const char *moment)
{
    struct day d;
    long hour;
    long minute;
    long second = 0;
    const char *end;

    if (!parse_day(moment, &d) || strlen(moment) < 16 || moment[10] != 'T' ||
        !digits(moment + 11, 2, &hour) || moment[13] != ':' ||
        !digits(moment + 14, 2, &minute))
        return false;
    end = moment + 16;
    if (*end == ':') {
        if (strlen(end) < 3 || !digits(end + 1, 2, &second))
            return false;
        end += 3;
    }
    if (*end == 'Z')
        end++;
    return *end == '\0' && hour < 24 && minute < 60 && second < 60;
}

const char *clock_date(struct arena *arena, const char *moment)
{
    return arena_copy(arena, moment, strnlen(moment, 10));
}

long clock_days(const char *from, const char *to)
{
    struct day a;
    struct day b;

    if (!parse_day(from, &a) || !parse_day(to, &b))
        return 0;
    return day_number(b) - day_number(a);
}

const char *clock_add_days(struct arena *arena, const char *date, long days)
{
    static const struct day first = {0, 1, 1};
    static const struct day last = {9999, 12, 31};
    long least = day_number(first);
    long most = day_number(last);
    struct day d;

    if (!parse_day(date, &d))
        return date;
    days = clamp(days, least - most, most - least);
    return format_day(
        arena, day_of_number(clamp(day_number(d) + days, least, most)));
}

const char *clock_add_months(struct arena *arena, const char *date, long months)
{
    struct day d;
    long count;
    long length;

    if (!parse_day(date, &d))
        return date;
    months = clamp(months, -10000L * 12, 10000L * 12);
    count = clamp(d.year * 12 + d.month - 1 + months, 0, 9999L * 12 + 11);
    d.year = count / 12;
    d.month = count % 12 + 1;
    length = month_length(d.year, d.month);
    if (d.day > length)
        d.day = length;
    return format_day(arena, d);
}

const char *clock_show(struct arena *arena, const char *value)
{
    struct builder shown;
    struct day d;

    if (!parse_day(value, &d))
        return value;
    shown = builder_create(arena);
    builder_number(&shown, d.day);
    builder_byte(&shown, ' ');
    builder_put(&shown, month_names[d.month - 1]);
    builder_byte(&shown, ' ');
    builder_number(&shown, d.year);
    if (value[10] != '\0' && clock_is_moment(value)) {
        builder_put(&shown, ", ");
        builder_add(&shown, value + 11, 5);
    }
    return builder_string(&shown);
}

long long clock_nanoseconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000000000LL + t.tv_nsec;
}
