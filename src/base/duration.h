/*
 * Lengths of time: ISO 8601 in data (PT4H, P1DT12H), words in pages.
 *
 * Hours and shorter are exact; days, weeks, months and years are those of the
 * calendar, and count as 24 hours, 7, 365/12 and 365 days where lengths are
 * compared.
 */
#ifndef BASE_DURATION_H
#define BASE_DURATION_H

#include "base/text.h"

struct duration {
    long years;
    long months;
    long days; /* weeks are 7 of them */
    long hours;
    long minutes;
};

/* Read "4 h", "2 days", "1 week 3 days", "30 min" or ISO 8601. */
bool duration_parse(const char *text, struct duration *duration);

/* ISO 8601; weeks where days make whole weeks and nothing else is there. */
const char *duration_write(
    struct arena *arena, const struct duration *duration);

/* "1 day 4 hours". */
const char *duration_show(struct arena *arena, const struct duration *duration);

/* In minutes, to compare lengths. */
double duration_minutes(const struct duration *duration);

/* `from` (a date, or a moment YYYY-MM-DDTHH:MM…) and the duration: a moment of
 * the same form when `from` is one and a date when it is a date, for which
 * hours that make no whole days are left out. NULL when out of range. */
const char *duration_after(
    struct arena *arena, const char *from, const struct duration *duration);

#endif
