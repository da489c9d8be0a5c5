/*
 * An expectation as it is drawn: in plain words, whether it is met, and the
 * records that count for it.
 */
#ifndef RENDER_CLAUSE_EXPECTATION_H
#define RENDER_CLAUSE_EXPECTATION_H

#include "render/conformance_scene.h"

/* Its state in a few words, without a full stop: "It does", "60 % of people, 90
 * % asked", "There is none of Q2 2026". */
const char *clause_expectation_state(struct arena *arena,
    const struct conformance_expectation *expectation, bool excluded);

/* The verdict whose mark stands before it. */
enum verdict clause_expectation_mark(
    const struct conformance_expectation *expectation, bool excluded);

/* Fill a row of the section called so: EXPLAINED, MARK, STATE_WORDS, section
 * SINCE, RECORD rows in section RECORDS or NO_RECORD, those after the first few
 * in section FOLDED (COUNT), section MORE. */
void clause_expectation_fill(const struct scene *scene,
    const struct conformance_expectation *expectation, bool excluded,
    struct template_dictionary *parent, const char *section);

#endif
