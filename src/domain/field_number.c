/* Fields of numbers: plain, percent, money. */
#include "domain/field_types.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_LIMIT = 18, CENTS = 2, CURRENCY_SIZE = 3 };

/* An optional minus, digits, at most one point with digits on both sides. */
static bool is_number(struct text text)
{
    size_t points = 0;

    if (text.size > 0 && text.data[0] == '-')
        text = text_part(text.data + 1, text.size - 1);
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '.')
            points++;
        else if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    }
    return text.size > 0 && text.size <= DIGITS_LIMIT && points <= 1 &&
           text.data[0] != '.' && text.data[text.size - 1] != '.';
}

static bool check_bounds(
    const struct field *field, const char *number, struct error *error)
{
    double amount = strtod(number, NULL);

    if (amount < field->low)
        return error_set(error, ERROR_INVALID,
            "%s is too small: the least that fits here is %g.", number,
            field->low);
    if (amount > field->high)
        return error_set(error, ERROR_INVALID,
            "%s is too large: the most that fits here is %g.", number,
            field->high);
    return true;
}

bool field_check_number(FIELD_CHECK_ARGUMENTS)
{
    FIELD_UNUSED_PLACE;
    if (!is_number(text_of(input)))
        return error_set(error, ERROR_INVALID,
            "“%s” is not a number. Use digits and at most one point.", input);
    *value = input;
    return check_bounds(field, input, error);
}

bool field_check_percent(FIELD_CHECK_ARGUMENTS)
{
    struct text number = text_of(input);
    struct field bounded = *field;

    FIELD_UNUSED_PLACE;
    if (number.data[number.size - 1] == '%')
        number = text_trim(text_part(number.data, number.size - 1));
    if (!is_number(number))
        return error_set(error, ERROR_INVALID,
            "“%s” is not a percentage. Write it like 75 or 99.5.", input);
    *value = text_string(context->arena, number);
    if (isinf(bounded.low) && isinf(bounded.high)) {
        bounded.low = 0;
        bounded.high = 100;
    }
    return check_bounds(&bounded, *value, error);
}

/* Three letters, before or after the number: which is left in `number`. */
static const char *take_currency(struct arena *arena, struct text *number)
{
    const char *data = number->data;
    size_t size = number->size;
    char code[CURRENCY_SIZE + 1] = "";
    size_t at;

    if (size <= CURRENCY_SIZE)
        return "";
    at = data[0] >= 'A' ? 0 : size - CURRENCY_SIZE;
    for (size_t i = 0; i < CURRENCY_SIZE; i++) {
        char c = data[at + i];

        if (c >= 'a' && c <= 'z')
            c = (char)(c - 'a' + 'A');
        if (c < 'A' || c > 'Z')
            return "";
        code[i] = c;
    }
    *number = text_trim(
        text_part(at == 0 ? data + CURRENCY_SIZE : data, size - CURRENCY_SIZE));
    return arena_string(arena, code);
}

bool field_check_money(FIELD_CHECK_ARGUMENTS)
{
    struct text number = text_of(input);
    const char *currency = take_currency(context->arena, &number);
    const char *digits = text_string(context->arena, number);
    const char *point = strchr(digits, '.');
    size_t cents = point == NULL ? 0 : strlen(point + 1);

    FIELD_UNUSED_PLACE;
    if (currency[0] == '\0')
        currency = field->unit;
    if (cents <= CENTS)
        digits = arena_format(context->arena, "%s%s", digits,
            point == NULL ? ".00" : &"00"[cents]);
    if (cents > CENTS || !is_number(text_of(digits)))
        return error_set(error, ERROR_INVALID,
            "“%s” is not an amount of money. Write digits and at most two "
            "after a point, such as 1250.50 EUR.",
            input);
    if (strlen(currency) != CURRENCY_SIZE)
        return error_set(error, ERROR_INVALID,
            "Say in which currency, such as %s EUR.", digits);
    *value = arena_format(context->arena, "%s %s", digits, currency);
    return check_bounds(field, digits, error);
}

const char *field_show_number(FIELD_SHOW_ARGUMENTS)
{
    (void)kind;
    return field->unit[0] == '\0'
               ? value
               : arena_format(arena, "%s %s", value, field->unit);
}

const char *field_show_percent(FIELD_SHOW_ARGUMENTS)
{
    (void)kind;
    (void)field;
    return arena_format(arena, "%s %%", value);
}

double field_amount_number(FIELD_AMOUNT_ARGUMENTS)
{
    (void)kind;
    (void)field;
    return strtod(value, NULL);
}
