/*
 * Values that follow from others and cannot be typed: the one table of them.
 *
 * A field's `computed` is a computation's name and its arguments, mostly
 * names of fields of the same kind:
 *
 *   level A B              the level of this scale that the product of two
 *                          ranks reaches
 *   product A B            the product of two ranks or numbers
 *   after FROM LENGTH      a date or moment and a length of time; LENGTH is a
 *                          field or written out (PT72H)
 *   time_class TE TD TF TW [PLAN]
 *                          1 to 7 by the theory of time: when it happened, was
 *                          noticed, was put right, and the window closed; PLAN
 *                          says whether there was a continuity plan: partly,
 *                          plan or none. What was noticed after the window has
 *                          no class until that is said
 *   days_open FROM TO      days until TO, or until today
 *   overdue                is the due date past, and the record not closed?
 *   progress ROLE FIELD    mean progress of what refers to the record in the
 *                          field ROLE; without such, FIELD, or 100 when closed
 *   latest KIND ROLE FIELD FIELD of the newest record of KIND that refers to
 *                          this one in ROLE
 *   count KIND ROLE        how many refer to it
 *   on_target VALUE TARGET DIRECTION
 *                          is the value at least (up) or at most (down) the
 *                          target?
 *
 * A computation may use computed fields that stand before it. Those that
 * follow from the record alone are saved with it; the others (the lower half)
 * also depend on the day or on other records and are found when it is read.
 */
#ifndef DOMAIN_COMPUTATION_H
#define DOMAIN_COMPUTATION_H

#include "domain/record.h"

/* How a computation is written. A sort of argument is a letter: n a field that
 * is counted, t one of a day or moment, d a field of a length of time or one
 * written out, c a field of a choice, o the same and optional, k a kind, l a
 * field of that kind (of any, where none is named) in which records refer to
 * this kind, a any field of it. */
struct computation_form {
    const char *sorts;
    const char *types; /* of the field it fills; "": any */
};

/* Find how the field's computation is written; what stands behind its name is
 * in `arguments`. False when there is no such computation. */
bool computation_form(const struct field *field, struct text *arguments,
    struct computation_form *form);

/* Does the field's computation exist, take these arguments and give this
 * type of value? Always true for a field that is typed. `kinds` are all there
 * are, for what it says of other records. */
bool computation_check(const struct kinds *kinds, const struct kind *kind,
    const struct field *field, struct error *error);

/* The argument (from 0) of the field's computation, if that is the one called
 * `name`; else NULL. */
const char *computation_argument(struct arena *arena, const struct field *field,
    const char *name, size_t argument);

/* Is the day or moment `a` before `b`? A day says nothing of the hour, and what
 * is empty is not before anything. */
bool computation_is_before(const char *a, const char *b);

/* Does it depend on the day or on other records? */
bool computation_is_live(const struct field *field);

/* Compute what follows from the record alone, into record->values. */
bool computation_fill(
    struct context *context, struct record *record, struct error *error);

/* Which fields must be read so that those `wanted` can be shown: they, and what
 * the live computations among them are computed from. NULL stays NULL. */
const bool *computation_needs(
    struct arena *arena, const struct kind *kind, const bool *wanted);

/* Compute what depends on more than the record. `wanted` says which fields,
 * NULL all of them. */
bool computation_fill_live(struct context *context, struct record *record,
    const bool *wanted, struct error *error);

#endif
