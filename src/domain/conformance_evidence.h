/*
 * The conformance checker's answer to an expectation: is there enough
 * evidence, and is it fresh?
 */
#ifndef DOMAIN_CONFORMANCE_EVIDENCE_H
#define DOMAIN_CONFORMANCE_EVIDENCE_H

#include "domain/conformance_walk.h"

/* Answer the expectation `words` of the clause at `position`; it is the
 * clause's expectation number `place`. What does not depend on the clause is
 * asked once and kept in the walk. */
bool conformance_answer(struct walk *walk, long long position, size_t place,
    const char *words, struct conformance_expectation *answer,
    struct error *error);

#endif
