/*
 * The small words of a field's definition: choices, bounds, initial values.
 *
 *   choices   name=Label; name=Label #red >=12; -old=No longer offered
 *   bounds    0..100, 0.., ..5
 *   initial   today, today+30, now, me, or a literal
 */
#ifndef DOMAIN_KIND_PARSE_H
#define DOMAIN_KIND_PARSE_H

#include "domain/kind.h"

/* The choices, in the arena. The error says which one is wrong and how to
 * write it. An empty text gives none. */
bool kind_parse_choices(struct arena *arena, const char *text,
    struct choice **choices, size_t *count, struct error *error);

/* Write them as kind_parse_choices() reads them. */
const char *kind_write_choices(
    struct arena *arena, const struct choice *choices, size_t count);

/* The bounds; -HUGE_VAL and HUGE_VAL where there is none. */
bool kind_parse_bounds(
    const char *text, double *low, double *high, struct error *error);

/* The value a new record's form begins with. */
const char *kind_initial_value(
    const struct context *context, const char *initial);

/* The colours a level can have, NULL-terminated. */
const char *const *kind_colours(void);

#endif
