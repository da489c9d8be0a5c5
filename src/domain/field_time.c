/* Fields of time: dates, moments, durations. */
#include "domain/field_types.h"

#include "base/clock.h"
#include "base/duration.h"

bool field_check_date(FIELD_CHECK_ARGUMENTS)
{
    FIELD_UNUSED_PLACE;
    if (!clock_is_date(input))
        return error_set(error, ERROR_INVALID,
            "“%s” is not a date. Write it as year-month-day, such as "
            "2026-11-14.",
            input);
    *value = input;
    return true;
}

bool field_check_moment(FIELD_CHECK_ARGUMENTS)
{
    FIELD_UNUSED_PLACE;
    if (!clock_is_moment(input))
        return error_set(error, ERROR_INVALID,
            "“%s” is not a date and time. Write it as 2026-11-14T16:02.",
            input);
    *value = arena_copy(context->arena, input, 16);
    return true;
}

bool field_check_duration(FIELD_CHECK_ARGUMENTS)
{
    struct duration duration;

    FIELD_UNUSED_PLACE;
    if (!duration_parse(input, &duration))
        return error_set(error, ERROR_INVALID,
            "“%s” is not a length of time. Write it like 30 min, 4 h, 2 days, "
            "3 weeks or 1 year.",
            input);
    *value = duration_write(context->arena, &duration);
    return true;
}

const char *field_show_date(FIELD_SHOW_ARGUMENTS)
{
    (void)kind;
    (void)field;
    return clock_show(arena, value);
}

const char *field_show_duration(FIELD_SHOW_ARGUMENTS)
{
    struct duration duration;

    (void)kind;
    (void)field;
    return duration_parse(value, &duration) ? duration_show(arena, &duration)
                                            : value;
}

double field_amount_duration(FIELD_AMOUNT_ARGUMENTS)
{
    struct duration duration;

    (void)kind;
    (void)field;
    return duration_parse(value, &duration) ? duration_minutes(&duration) : 0;
}
