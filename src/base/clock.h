/*
 * Time: ISO 8601 in data, calendar dates for people, settable by the caller.
 *
 * A moment is a C string `YYYY-MM-DDTHH:MM:SSZ` (UTC), a date `YYYY-MM-DD`;
 * both compare as strings. No function here reads the system clock but
 * clock_now(), so everything else can be tested on any day. libc only.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/arena.h"

#include <stdbool.h>

/* The present moment; for tests and replays pass a moment instead. */
const char *clock_now(struct arena *arena);

/* Seconds since 1970 of the system clock. */
long long clock_seconds(void);

/* The moment `seconds` after 1970-01-01T00:00:00Z. */
const char *clock_moment(struct arena *arena, long long seconds);

/* A real calendar date of the years 1900 to 9999, exactly YYYY-MM-DD? */
bool clock_is_date(const char *date);

/* YYYY-MM-DDTHH:MM with optional :SS and optional Z, a real moment? */
bool clock_is_moment(const char *moment);

/* The date part of a moment or date; "" stays "". */
const char *clock_date(struct arena *arena, const char *moment);

/* Days from `from` to `to`, negative when `to` is earlier. Both are dates. */
long clock_days(const char *from, const char *to);

/* The date `days` (may be negative) after `date`, at most to the ends of the
 * years 0 and 9999. */
const char *clock_add_days(struct arena *arena, const char *date, long days);

/* The date `months` after `date`, within the same years; a day the month lacks
 * becomes its last. */
const char *clock_add_months(
    struct arena *arena, const char *date, long months);

/* For people: `14 Nov 2026`, and `14 Nov 2026, 16:02` for a moment. An empty
 * or unreadable value comes back as it is. */
const char *clock_show(struct arena *arena, const char *value);

/* Monotonic nanoseconds, for measuring. */
long long clock_nanoseconds(void);

#endif
